"""From data/ and the documents to a new version of the store: read, check, verify, publish."""

import csv
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path

from etl import publish
from etl.documents import Document, read_documents
from etl.staging import MACROS, Staging, open_file
from etl.verify import check_documents, contradictions
from kim.findings import Finding, in_order
from kim.store import Draft, Store
from kim.tables import Package, Table

Tell = Callable[[str], None]


@dataclass(frozen=True)
class Inputs:
    """What a build reads: the declarations, the folder of CSV files, the documents, the time (UTC)."""

    package: Package
    data: Path
    documents: Sequence[Document]
    now: datetime

    @classmethod
    def read(cls, package: Package, data: Path, documents: Path | None, now: datetime) -> "Inputs":
        return cls(package, data, read_documents(documents), now)


@dataclass
class Report:
    """What a build found and did. `version` is the published number, None when none was."""

    findings: list[Finding] = field(default_factory=list)
    changes: list[publish.Change] = field(default_factory=list)
    proof: dict[str, int] = field(default_factory=dict)
    version: int | None = None


def build(inputs: Inputs, store: Store, tell: Tell) -> Report:
    """Check everything; when all is sound and something changed, publish the next version.

    Nothing is half loaded: with any finding the store stays as it was.
    Raises StoreBusyError when another writer does not finish.
    """
    with store.draft() as draft:
        draft.connection.execute(MACROS)
        report = Report(findings=_stage(inputs, draft, tell))
        if report.findings:
            return report
        tell("Fassung wird geschrieben")
        report.changes = publish.write(inputs.package, draft, inputs.now)
        report.proof = publish.proof(inputs.package, draft)
        if publish.differs_from_base(inputs.package, draft, report.changes):
            draft.complete()
            report.version = draft.number
    return report


def _stage(inputs: Inputs, draft: Draft, tell: Tell) -> list[Finding]:
    """Read and check every file into the scratch database; what is wrong with any of them."""
    found: list[Finding] = []
    staged: list[Staging] = []
    known: dict[tuple[str, str], list[str]] = {}
    for table in inputs.package.tables.values():
        path = inputs.data / table.path
        known |= _keys(table, path)
        opened = open_file(draft.connection, table, path, known, draft.scratch.parent)
        if isinstance(opened, Staging):
            rows = opened.load()
            tell(f"{table.title}: {rows} Zeilen gelesen")
            found += opened.faults()
            staged.append(opened)
        else:
            found += opened
    if not found:
        found += check_documents(draft.connection, inputs.documents)
        for each in staged:
            if each.table.is_fact and inputs.documents:
                found += contradictions(each)
    return in_order(found)


def _keys(table: Table, path: Path) -> dict[tuple[str, str], list[str]]:
    """The keys of a reference table, so that other rows (and its own) can be checked against them."""
    if table.is_fact or not path.is_file():
        return {}
    key = table.identity[0]
    with path.open(encoding="utf-8-sig", newline="", errors="replace") as file:
        rows = csv.DictReader(file, delimiter=table.dialect.delimiter)
        return {(table.name, key): [row[key].strip() for row in rows if row.get(key)]}
