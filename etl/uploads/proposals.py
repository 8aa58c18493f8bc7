"""Four eyes for loads: what one proposes to withdraw or bring back waits for another person."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from etl.archive import records
from etl.archive.files import put_text
from kim.loads import Kind


@dataclass(frozen=True)
class Proposal:
    """That a load be withdrawn or brought back: by whom (subject of the login), when (UTC).

    `decided` is the load that last decided about it, the load itself where none did: once another
    has decided since, the proposal has had its time.
    """

    kind: Kind
    load: int
    subject: str
    at: datetime
    decided: int


class Proposals:
    """A folder with the newest proposal about each load, named by its number; none is deleted."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def write(self, proposal: Proposal) -> None:
        """Keep a proposal durably, in place of an earlier one about the load."""
        self.folder.mkdir(parents=True, exist_ok=True)
        put_text(records.written(proposal), self._path(proposal.load))

    def open(self, kind: Kind, load: int, decided: int) -> Proposal | None:
        """The proposal to do this with the load, on which nobody has decided since. Raises StoreDamagedError."""
        path = self._path(load)
        if not path.is_file():
            return None
        kept = records.read_file(path, Proposal)
        return kept if (kept.kind, kept.decided) == (kind, decided) else None

    def all(self) -> Iterator[Proposal]:
        """Every proposal. Raises StoreDamagedError."""
        for path in sorted(self.folder.glob("*.json")):
            yield records.read_file(path, Proposal)

    def _path(self, load: int) -> Path:
        return self.folder / f"{load:06}.json"
