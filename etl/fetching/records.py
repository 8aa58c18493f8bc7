"""What became of every source that was asked for: one record each, beside the store."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from etl.archive import records
from etl.archive.files import put_text
from etl.fetching.refusals import State

CHARACTERS_OF_A_NAME = frozenset("abcdefghijklmnopqrstuvwxyz0123456789-")


@dataclass(frozen=True)
class Fetched:
    """The last visit to a source. Times in UTC.

    `asked_at`: the last try; `fetched_at`: the last that was answered; `changed_at`: the last that
    brought something new. `said`: what is to be said of it, in German. `etag`, `last_modified`: to
    ask conditionally. `sha256`: of the bytes as they came; `text_sha256`: of the text made of them.
    """

    source: str
    url: str
    state: State
    said: str
    asked_at: datetime
    fetched_at: datetime | None = None
    changed_at: datetime | None = None
    etag: str = ""
    last_modified: str = ""
    media_type: str = ""
    sha256: str = ""
    text_sha256: str = ""
    not_before: datetime | None = None

    def is_due(self, url: str, now: datetime) -> bool:
        """Whether a run asks for it by itself: it failed, or the address is another one."""
        if self.url != url:
            return True
        return self.state is State.FAILED and (self.not_before is None or self.not_before <= now)


class FetchedRecords:
    """A folder with the newest record of each source, named by it."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def of(self, source: str) -> Fetched | None:
        """The record of a source, None before the first visit. Raises StoreDamagedError."""
        path = self._path(source)
        return records.read_file(path, Fetched) if path.is_file() else None

    def write(self, fetched: Fetched) -> None:
        """Keep a record durably, in place of an earlier one."""
        self.folder.mkdir(parents=True, exist_ok=True)
        put_text(records.written(fetched), self._path(fetched.source))

    def all(self) -> Iterator[Fetched]:
        """Every record, by source. Raises StoreDamagedError."""
        for path in sorted(self.folder.glob("*.json")):
            yield records.read_file(path, Fetched)

    def _path(self, source: str) -> Path:
        if not is_name(source):
            raise ValueError(source)
        return self.folder / f"{source}.json"


def is_name(source: str) -> bool:
    """Whether this can be the name of a source, and so of a file."""
    return bool(source) and CHARACTERS_OF_A_NAME.issuperset(source)
