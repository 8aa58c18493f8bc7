"""The current version made again, load by load, from the journal and the files kept beside the store."""

import shutil
import sys
import tempfile
from collections.abc import Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from etl.archive.files import Archive, digest
from etl.archive.journal import Journal
from etl.pipeline.build import Report, TableFile, Tell, advance
from etl.pipeline.documents import Document
from etl.pipeline.index import make_index
from kim.disk import disk_said
from kim.findings import Finding, FindingKind
from kim.loads import Load, Part
from kim.pointer import StoreDamagedError
from kim.store import Store, StoreEmptyError
from kim.tables import Package


@dataclass(frozen=True)
class Kept:
    """Where the rows of earlier loads are found: the archive, and data/ where it is unchanged."""

    package: Package
    archive: Archive
    data: Path

    def path(self, part: Part) -> Path | None:
        """The file with the rows of a part, its bytes proven; None when it is lost."""
        candidates = (
            self.archive.path(part.rows_sha256),
            self.data / self.package.tables[part.table].path,
        )
        for path in candidates:
            if path.is_file() and digest(path) == part.rows_sha256:
                return path
        return None


def rebuild(
    package: Package, store: Store, data: Path, documents: Sequence[Document], tell: Tell
) -> Report:
    """Publish the version again that all loads of the journal make, under the next number.

    With any finding (a kept file is lost, a row no longer keeps the rules) the store stays as it
    was. Raises StoreDamagedError when a record is damaged or missing, StoreBusyError, StoreFullError.
    """
    with store.alone(), disk_said(store.folder):
        return _rebuild(package, store, data, documents, tell)


def _rebuild(
    package: Package, store: Store, data: Path, documents: Sequence[Document], tell: Tell
) -> Report:
    kept = Kept(package, Archive(store.folder / "uploads"), data)
    journal = Journal(store.folder / "loads")
    loads = list(journal.loads(store.number() or sys.maxsize))
    if not loads:
        return Report([Finding(FindingKind.JOURNAL_MISSING, "loads")])
    require_recorded(store, loads)
    if lost := list(_lost(loads, kept)):
        return Report(lost)
    for left in store.folder.glob("rebuilding-*"):
        shutil.rmtree(left, ignore_errors=True)
    with tempfile.TemporaryDirectory(prefix="rebuilding-", dir=store.folder) as folder:
        again = Store(Path(folder))
        for load in loads:
            report = _repeat(load, kept, again, documents, tell, is_last=load is loads[-1])
            if report.findings:
                return report
            again.path(again.number() - 1).unlink(missing_ok=True)
        last = loads[-1].number
        journal.forget(after=last)
        report.version = max(store.number(), last) + 1
        store.adopt(again.path(again.number()), report.version)
    return report


def require_recorded(store: Store, loads: Sequence[Load]) -> None:
    """Raise StoreDamagedError unless each load that the current version holds is among these records."""
    held: list[tuple[int]] = []
    with suppress(StoreEmptyError, StoreDamagedError):
        held = store.current().cursor().table("loads").project("load").order("load").fetchall()
    recorded = {load.number for load in loads}
    for (number,) in held:
        if number not in recorded:
            raise StoreDamagedError("record_missing", Journal(store.folder / "loads").name(number))


def _lost(loads: Sequence[Load], kept: Kept) -> Iterator[Finding]:
    for load in loads:
        for part in load.parts:
            if part.table in kept.package.tables and not kept.path(part):
                yield Finding(
                    FindingKind.FILE_LOST, part.file, expected=f"uploads/{part.rows_sha256}"
                )


def _repeat(
    load: Load,
    kept: Kept,
    again: Store,
    documents: Sequence[Document],
    tell: Tell,
    *,
    is_last: bool,
) -> Report:
    tell(f"Ladung {load.number}")
    rows = {
        part.table: TableFile(path)
        for part in load.parts
        if part.table in kept.package.tables and (path := kept.path(part))
    }
    with again.draft() as draft:
        report = advance(
            kept.package, load, rows, documents, draft, lambda _: None, is_repeated=True
        )
        if not report.findings:
            if is_last:
                make_index(kept.package, draft)
            draft.complete()
    return report
