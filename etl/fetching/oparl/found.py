"""Papers that a server named: their records beside the store, until a person takes them over into the sources."""

import csv
import hashlib
import io
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from etl.archive import records
from etl.archive.files import put_text

COLUMNS = (
    *("source", "region", "body", "kind", "reference", "date", "date_basis"),
    *("title", "url", "text_sha256", "note", "received"),
)


@dataclass(frozen=True)
class Found:
    """A paper as its server describes it, in the columns of the sources.

    `objects`: what it was found in, by address in OParl: file, paper or meeting. `received`: the day on which it was found. `deleted`: its server
    has taken it back.
    """

    source: str
    objects: Sequence[str]
    region: str
    body: str
    kind: str
    reference: str
    date: str
    title: str
    url: str
    received: str
    deleted: bool = False

    def row(self) -> dict[str, str]:
        """As a row of the sources."""
        told = {name: str(getattr(self, name, "")) for name in COLUMNS}
        return told | {"date_basis": "stated" if self.date else ""}


class FoundPapers:
    """The folder with a record of each paper, and the file by which they are taken over."""

    def __init__(self, store: Path) -> None:
        self.folder = store / "found"
        self.file = self.folder / "sources.csv"

    def of(self, source: str) -> Found | None:
        """The record of a paper, None where there is none. Raises StoreDamagedError."""
        path = self.folder / f"{source}.json"
        return records.read_file(path, Found) if path.is_file() else None

    def all(self) -> Iterator[Found]:
        """Every paper that its server still has. Raises StoreDamagedError."""
        for path in sorted(self.folder.glob("*.json")):
            found = records.read_file(path, Found)
            if not found.deleted:
                yield found

    def keep(self, found: Found) -> bool:
        """Record a paper; False when nothing about it is new. Raises StoreDamagedError."""
        earlier = self.of(found.source)
        if earlier:
            found = replace(found, received=earlier.received, objects=tuple(found.objects))
            if found == replace(earlier, objects=tuple(earlier.objects)):
                return False
        self.write(found)
        return True

    def delete(self, identity: str) -> int:
        """Record that a server has taken back what it named by this address; how many papers that are."""
        gone = [each for each in self.all() if identity in each.objects]
        for each in gone:
            self.write(replace(each, deleted=True))
        return len(gone)

    def write(self, found: Found) -> None:
        """Keep a record durably, in place of an earlier one."""
        self.folder.mkdir(parents=True, exist_ok=True)
        put_text(records.written(found), self.folder / f"{found.source}.json")

    def waiting(self, sources: Mapping[str, str]) -> Iterator[Found]:
        """Those that are no source yet, by name or by address. Raises StoreDamagedError."""
        addresses = set(sources.values())
        for each in self.all():
            if each.source not in sources and each.url not in addresses:
                yield each

    def write_file(self, sources: Mapping[str, str]) -> int:
        """Write the rows of those that wait as a file for *Hochladen*; how many there are.

        `sources`: the address of each source that there is.
        """
        written = io.StringIO()
        rows = [each.row() for each in self.waiting(sources)]
        writer = csv.DictWriter(written, COLUMNS, lineterminator="\n")
        writer.writeheader()
        writer.writerows(rows)
        self.folder.mkdir(parents=True, exist_ok=True)
        put_text(written.getvalue(), self.file)
        return len(rows)


def name_of(identity: str, region: str) -> str:
    """The key of the source for an object: the same whenever it is found again."""
    return f"oparl-{region or 'nrw'}-{hashlib.sha256(identity.encode()).hexdigest()[:12]}"
