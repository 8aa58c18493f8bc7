"""From data/ and the documents to a new version of the store: read, check, verify, publish."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path

from etl import publish
from etl.documents import Document, read_documents
from etl.staging import MACROS, Staging, open_file
from etl.verify import check_documents, contradictions, misquotations, write_paragraphs
from kim.findings import Finding, in_order
from kim.store import Draft, Store
from kim.tables import Package

Tell = Callable[[str], None]


@dataclass(frozen=True)
class Inputs:
    """What a build reads: declarations, folder of CSV files, documents, the time (UTC)."""

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
        publish.begin(draft, inputs.now)
        write_paragraphs(draft.connection, inputs.documents)
        merged = publish.facts_in_base(inputs.package, draft)
        found = _load(inputs, draft, merged, tell)
        if found:
            return Report(in_order(found))
        tell("Fassung wird geschrieben")
        changes = publish.write(inputs.package, draft, merged)
        report = Report([], changes, publish.proof(inputs.package, draft))
        if publish.differs_from_base(inputs.package, draft, changes):
            draft.complete()
            report.version = draft.number
    return report


def _load(inputs: Inputs, draft: Draft, merged: set[str], tell: Tell) -> list[Finding]:
    """Read and check every file; what is wrong with any of them.

    The rows of a fact table without a base are its statements; all others wait in `scratch`.
    """
    found: list[Finding] = []
    tables = sorted(inputs.package.tables.values(), key=lambda table: table.is_fact)
    for table in tables:
        path = inputs.data / table.path
        is_first = table.is_fact and table.name not in merged
        target = f"{'draft' if is_first else 'scratch'}.{table.name}"
        staging = open_file(draft.connection, table, path, target, draft.workspace)
        if not isinstance(staging, Staging):
            found += staging
            continue
        rows = staging.load(publish.FIRST_STATEMENT if is_first else {})
        tell(f"{table.title}: {rows} Zeilen gelesen")
        found += staging.faults() or _against_texts(staging, inputs)
    return found


def _against_texts(staging: Staging, inputs: Inputs) -> Iterator[Finding]:
    """What the documents say against the sound rows of a table."""
    if not inputs.documents:
        return
    if staging.table.name == "sources":
        yield from check_documents(staging.connection, inputs.documents)
    elif staging.table.is_fact:
        yield from contradictions(staging)
        yield from misquotations(staging)
