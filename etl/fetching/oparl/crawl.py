"""From System to File: which papers and minutes of a server speak of KIM, with what their objects say of them."""

from collections.abc import Iterator
from dataclasses import dataclass, field

from etl.fetching.oparl.found import Found, FoundPapers, name_of
from etl.fetching.oparl.objects import (
    Object,
    day,
    identity,
    is_deleted,
    region_of,
    speaks_of_kim,
    words,
)
from etl.fetching.oparl.walk import Walker
from kim.texts import text


@dataclass
class Crawl:
    """One walk through a server; `today` and `since` as YYYY-MM-DD, `since` empty for all there is."""

    walker: Walker
    papers: FoundPapers
    today: str
    since: str
    new: int = 0
    deleted: int = 0
    _seen: set[str] = field(default_factory=set)

    def walk(self, address: str) -> bool:
        """Walk the System, or the Body, at an address; False when nothing can be read there."""
        system = self.walker.object(address)
        if not system:
            return False
        bodies = self.walker.listed(system, "body", address) if "body" in system else [system]
        for body in bodies:
            self._body(body, identity(body, address) or address)
        return True

    def _body(self, body: Object, base: str) -> None:
        region = region_of(body)
        for name, take in (
            ("paper", self._paper),
            ("meeting", self._meeting),
            ("agendaItem", self._item),
            ("file", self._file),
        ):
            for each in self.walker.listed(body, name, base, self.since):
                if not self._is_gone(each, base):
                    take(each, region, base)

    def _is_gone(self, each: Object, base: str) -> bool:
        if is_deleted(each):
            self.deleted += self.papers.delete(identity(each, base))
        return is_deleted(each)

    def _is_new(self, each: Object, base: str) -> bool:
        """Whether this walk comes to the object for the first time."""
        known = identity(each, base)
        is_new = known not in self._seen
        self._seen.add(known)
        return is_new or not known

    def _paper(self, paper: Object, region: str, base: str) -> None:
        if is_deleted(paper) or not self._is_new(paper, base):
            return
        main = list(self._files(paper, "mainFile", base))
        others = list(self._files(paper, "auxiliaryFile", base))
        is_about_it = speaks_of_kim(paper)
        kept = [each for each in main if is_about_it or speaks_of_kim(each)]
        kept += [each for each in others if speaks_of_kim(each)]
        for file in kept or ([paper] if is_about_it else []):
            self._keep("paper", file, paper, region, base)

    def _meeting(self, meeting: Object, region: str, base: str) -> None:
        if is_deleted(meeting) or not self._is_new(meeting, base):
            return
        items = [
            each
            for each in self.walker.each(meeting, "agendaItem", base)
            if not self._is_gone(each, base) and speaks_of_kim(each)
        ]
        if not items and not speaks_of_kim(meeting):
            return
        minutes = [
            each
            for name in ("resultsProtocol", "verbatimProtocol")
            for each in self._files(meeting, name, base)
        ]
        minutes += [
            file
            for item in items
            for name in ("resolutionFile", "auxiliaryFile")
            for file in self._files(item, name, base)
        ]
        for file in minutes:
            self._keep("minutes", file, meeting, region, base)

    def _item(self, item: Object, region: str, base: str) -> None:
        """An item of an agenda that has changed: its meeting is looked at."""
        if speaks_of_kim(item):
            for meeting in self.walker.each(item, "meeting", base):
                self._meeting(meeting, region, base)

    def _file(self, file: Object, region: str, base: str) -> None:
        """A file that has changed: what it belongs to is looked at."""
        for paper in self.walker.each(file, "paper", base):
            self._paper(paper, region, base)
        for meeting in self.walker.each(file, "meeting", base):
            self._meeting(meeting, region, base)

    def _files(self, of: Object, name: str, base: str) -> Iterator[Object]:
        for file in self.walker.each(of, name, base):
            if not self._is_gone(file, base):
                yield file

    def _keep(self, kind: str, file: Object, of: Object, region: str, base: str) -> None:
        url = self.walker.address(file, base)
        known = [identity(each, base) for each in (file, of)]
        name = next(filter(None, known), url)
        if not url or not name:
            return
        title = words(of, "name", "reference") or words(file, "name", "fileName")
        found = Found(
            source=name_of(name, region),
            objects=tuple(dict.fromkeys(filter(None, known))),
            region=region,
            body="; ".join(dict.fromkeys(self._committees(of, base))),
            kind=kind,
            reference=words(of, "reference"),
            date=day(of, "date", "start") or day(file, "date"),
            title=text(f"oparl.title_{kind}", title=title or text("oparl.untitled")),
            url=url,
            received=self.today,
        )
        self.new += self.papers.keep(found)

    def _committees(self, of: Object, base: str) -> Iterator[str]:
        """The names of the bodies that a meeting is of, or that a paper is laid before."""
        holders = [of, *self.walker.each(of, "consultation", base)]
        for holder in holders:
            for committee in self.walker.each(holder, "organization", base):
                if said := words(committee, "name", "shortName"):
                    yield said
