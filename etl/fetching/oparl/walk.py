"""The way through a server: lists with their pages, objects that are embedded or linked; what is broken is told and left."""

import json
import re
import tempfile
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any
from urllib.parse import parse_qsl, urlencode, urlsplit, urlunsplit

from etl.fetching.addresses import joined
from etl.fetching.oparl.objects import Object, day, identity, values, words
from etl.fetching.refusals import FetchRefused
from etl.fetching.visits import Visitor
from kim.texts import text

OK = 200
MOST_PAGES = 10_000
BEGIN_OF_DAY = "T00:00:00+02:00"  # in summer; an hour earlier than needed in winter
FETCHABLE = re.compile(r"https?://\S+")
PAGE = re.compile(r"(?<=[?&]page=)\d+")


class Broken(Exception):  # noqa: N818 (told and left, as a refusal is)
    """An answer that is no object of OParl."""


@dataclass
class Walker:
    """Reads objects of one server; `problems` are the addresses that could not be read, with why."""

    visitor: Visitor
    tell: Callable[[str], None]
    problems: list[str] = field(default_factory=list)
    _held: dict[str, Object] = field(default_factory=dict)

    def object(self, url: str) -> Object:
        """The object at an address, empty where it cannot be read; each is asked for once."""
        if url not in self._held:
            read = self._read(url)
            self._held[url] = read if isinstance(read, dict) else {}
        return self._held[url]

    def each(self, of: Object, name: str, base: str) -> Iterator[Object]:
        """The objects of a field, whether they are embedded in it or only named by their address."""
        for held in values(of, name):
            if isinstance(held, dict):
                yield held
            elif isinstance(held, str) and held.strip():
                found = self.object(joined(base, held.strip()))
                if found:
                    yield found

    def listed(self, of: Object, name: str, base: str, since: str = "") -> Iterator[Object]:
        """The objects of a list, changed since a day (YYYY-MM-DD): at an address with pages, or embedded."""
        for held in values(of, name):
            if isinstance(held, dict) and not _is_older(held, since):
                yield held
            elif isinstance(held, str) and held.strip():
                yield from self._pages(joined(base, held.strip()), since)

    def address(self, file: Object, base: str) -> str:
        """Where a file, or the page of a paper, can be fetched; empty, and told, where it names none."""
        told = words(file, "accessUrl", "downloadUrl", "web")
        url = joined(base, told) if told else ""
        if not FETCHABLE.fullmatch(url):
            self._broken(identity(file, base) or base, text("oparl.no_file"))
            return ""
        return url

    def _pages(self, start: str, since: str) -> Iterator[Object]:
        url, last = _asking_since(start, since), 0
        seen: set[str] = set()
        while url and url not in seen and len(seen) < MOST_PAGES:
            seen.add(url)
            page = self._read(url)
            if page is None:
                url = _page_after(url, last)
                continue
            last = max(last, _number_of_pages(page))
            yield from self._objects(page, url, since)
            url = _next(page, url)

    def _objects(self, page: Any, url: str, since: str) -> Iterator[Object]:  # noqa: ANN401 (whatever JSON holds)
        listed = page.get("data", page) if isinstance(page, dict) else page
        for held in listed if isinstance(listed, list) else [listed]:
            each = self.object(joined(url, held)) if isinstance(held, str) else held
            if not isinstance(each, dict):
                self._broken(url, text("oparl.no_object"))
            elif each and not _is_older(each, since):
                yield each

    def _read(self, url: str) -> Any:  # noqa: ANN401 (whatever JSON holds)
        """What is written at an address; None where it cannot be read, which is told."""
        try:
            with tempfile.TemporaryDirectory() as folder:
                into = Path(folder) / "answer"
                status = self.visitor.get(url, into).status
                if status != OK:
                    raise Broken(text("oparl.status", status=status))
                return json.loads(into.read_bytes())
        except (FetchRefused, Broken) as refused:
            self._broken(url, str(refused))
        except (ValueError, RecursionError):
            self._broken(url, text("oparl.no_json"))
        return None

    def _broken(self, url: str, why: str) -> None:
        self.problems.append(url)
        self.tell(text("oparl.skipped", url=url, why=why))


def _is_older(each: Object, since: str) -> bool:
    """For servers that do not know modified_since."""
    modified = day(each, "modified")
    return bool(since and modified) and modified < since


def _asking_since(url: str, since: str) -> str:
    if not since:
        return url
    parts = urlsplit(url)
    asked = dict(parse_qsl(parts.query)) | {"modified_since": f"{since}{BEGIN_OF_DAY}"}
    return urlunsplit(parts._replace(query=urlencode(asked)))


def _next(page: Any, url: str) -> str:  # noqa: ANN401 (whatever JSON holds)
    links = page.get("links") if isinstance(page, dict) else None
    told = words(links, "next") if isinstance(links, dict) else ""
    return joined(url, told) if told else ""


def _number_of_pages(page: Any) -> int:  # noqa: ANN401 (whatever JSON holds)
    pagination = page.get("pagination") if isinstance(page, dict) else None
    told = words(pagination, "totalPages") if isinstance(pagination, dict) else ""
    return int(told) if told.isascii() and told.isdecimal() else 0


def _page_after(url: str, last: int) -> str:
    """The page behind one that cannot be read, where the pages are numbered and others told how many there are."""
    found = PAGE.search(url)
    number = int(found.group()) if found else last
    return PAGE.sub(str(number + 1), url) if number < last else ""
