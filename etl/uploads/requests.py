"""Four eyes for loads: what one requests to withdraw or bring back waits for another person."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from etl.archive import records
from etl.archive.files import put_text
from kim.loads import Kind

FOLDER = "proposals"
"""Of the store, named so by earlier programs."""


@dataclass(frozen=True)
class Request:
    """That a load be withdrawn or brought back: by whom (subject of the login), when (UTC).

    `decided` is the load that last decided about it, the load itself where none did: once another
    has decided since, the request has had its time.
    """

    kind: Kind
    load: int
    subject: str
    at: datetime
    decided: int


class Requests:
    """The folder of a store with the newest request about each load, named by its number; none is deleted."""

    def __init__(self, store: Path) -> None:
        self.folder = store / FOLDER

    def write(self, request: Request) -> None:
        """Keep a request durably, in place of an earlier one about the load."""
        self.folder.mkdir(parents=True, exist_ok=True)
        put_text(records.written(request), self._path(request.load))

    def open(self, kind: Kind, load: int, decided: int) -> Request | None:
        """The request to do this with the load, on which nobody has decided since. Raises StoreDamagedError."""
        path = self._path(load)
        if not path.is_file():
            return None
        kept = records.read_file(path, Request)
        return kept if (kept.kind, kept.decided) == (kind, decided) else None

    def all(self) -> Iterator[Request]:
        """Every request. Raises StoreDamagedError."""
        for path in sorted(self.folder.glob("*.json")):
            yield records.read_file(path, Request)

    def _path(self, load: int) -> Path:
        return self.folder / f"{load:06}.json"
