"""From files to the next version of the store, in four beats: read, check, verify, publish."""

import shutil
from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path

from etl.archive.files import Archive, digest
from etl.archive.journal import Journal
from etl.pipeline import merge, rules
from etl.pipeline.base import (
    carried,
    carry,
    carry_paragraphs,
    differs_from_base,
    tables_in_base,
)
from etl.pipeline.derive import derive, proof
from etl.pipeline.documents import Document, fetched_documents, read_documents
from etl.pipeline.faults import faults
from etl.pipeline.index import make_index
from etl.pipeline.keys import unknown_keys
from etl.pipeline.load_tables import begin, next_load, write_changes
from etl.pipeline.merge import Change
from etl.pipeline.references import still_used
from etl.pipeline.stage import MACROS, Staging, open_file
from etl.pipeline.twins import twins
from etl.pipeline.verify import (
    check_documents,
    contradictions,
    misquotations,
    write_fetched,
    write_paragraphs,
)
from kim import german
from kim.findings import Finding, in_order
from kim.loads import Kind, Load, Part
from kim.store import Draft, Store
from kim.tables import Package, Table

Tell = Callable[[str], None]


@dataclass(frozen=True)
class Inputs:
    """What a build reads: declarations, folder of CSV files, documents, the time (UTC)."""

    package: Package
    data: Path
    documents: Sequence[Document]
    now: datetime

    @classmethod
    def read(
        cls,
        package: Package,
        data: Path,
        documents: Path | None,
        now: datetime,
        store: Path | None = None,
    ) -> "Inputs":
        """`documents`: folder of the texts; `store`: where others may have been fetched to."""
        fetched = fetched_documents(store) if store else []
        return cls(package, data, [*read_documents(documents), *fetched], now)


@dataclass(frozen=True)
class TableFile:
    """The rows a load brings for a table: a CSV file in the declared dialect.

    `lines` are the lines of the rows in the file they were read from, when that is another one.
    """

    path: Path
    lines: Sequence[int] = ()


@dataclass
class Report:
    """What a load found and did. `version` is the published number, None when none was.

    `lacking`: by table, the columns that the file of an upload does not have.
    """

    findings: list[Finding] = field(default_factory=list)
    changes: list[Change] = field(default_factory=list)
    proof: dict[str, int] = field(default_factory=dict)
    version: int | None = None
    lacking: dict[str, frozenset[str]] = field(default_factory=dict)


def build(inputs: Inputs, store: Store, tell: Tell) -> Report:
    """Check everything in data/; when all is sound and something changed, publish the next version.

    Nothing is half loaded: with any finding the store stays as it was.
    Raises StoreBusyError when another writer does not finish.
    """
    with store.draft() as draft:
        rows = _copies(inputs, draft)
        present = {name: each.path for name, each in rows.items() if each.path.is_file()}
        parts = tuple(part(name, path) for name, path in present.items())
        load = next_load(draft, Kind.DATA, inputs.now, parts=parts)
        report = advance(inputs.package, load, rows, inputs.documents, draft, tell)
        if not report.findings and differs_from_base(draft, report.changes):
            for path in present.values():
                Archive(store.folder / "uploads").keep(path)
            complete(inputs.package, store, draft, load, report)
    return report


def part(table: str, path: Path) -> Part:
    """The part of a load whose file already is the rows of its table."""
    sha256 = digest(path)
    return Part(table, path.name, path.stat().st_size, sha256, sha256)


def complete(package: Package, store: Store, draft: Draft, load: Load, report: Report) -> None:
    """Make the index of the search, record the load and have the draft published."""
    make_index(package, draft)
    Journal(store.folder / "loads").write(load)
    draft.complete()
    report.version = draft.number


def advance(
    package: Package,
    load: Load,
    rows: Mapping[str, TableFile],
    documents: Sequence[Document],
    draft: Draft,
    tell: Tell,
    *,
    is_repeated: bool = False,
) -> Report:
    """Make the draft say what its base and this load say, or find what is wrong with the load.

    `rows` by table: all tables for data/, those it brings for an upload, none for a withdrawal.
    A load that is repeated was held against the texts and names of its day; today's may be others.
    """
    draft.connection.execute(MACROS)
    begin(draft, load)
    if load.kind is Kind.DATA or not draft.base:
        write_paragraphs(draft.connection, documents)
    else:
        carry_paragraphs(draft)
    held, same = tables_in_base(draft), carried(package, draft, load, rows)
    changes: list[Change] = []
    found: list[Finding] = []
    lacking: dict[str, frozenset[str]] = {}
    for table in sorted(package.tables.values(), key=lambda table: table.is_fact):
        is_first = table.statements not in held
        wrong, staging = _stage(table, rows, draft, is_repeated, tell)
        if staging and load.kind is Kind.UPLOAD:
            lacking[table.name] = frozenset(each.name for each in table.fields) - {*staging.header}
        if staging and not wrong and not is_repeated:
            wrong = list(_against_texts(staging, documents))
            wrong += unknown_keys(staging, draft) if load.kind is Kind.UPLOAD else ()
        found += wrong
        if not table.is_fact and not wrong:
            changes.append(_merge(table, draft, load, rows, lacking, is_first, same))
            found += [] if is_repeated else twins(table, draft, staging)
        if table.name == "sources" and not wrong and write_fetched(draft.connection, documents):
            same = set()
    if found:
        return Report(in_order(found))
    tell("Die neue Fassung wird berechnet")
    changes += (
        _merge(table, draft, load, rows, lacking, table.statements not in held, same)
        for table in package.facts
    )
    if dangling := list(still_used(package, draft, load, changes)):
        return Report(dangling)
    write_changes(draft, load, changes)
    derive([table for table in package.facts if table.name not in same], draft)
    return Report([], changes, proof(package, draft), lacking=lacking)


def _copies(inputs: Inputs, draft: Draft) -> dict[str, TableFile]:
    """The files of data/, copied once so that what is checked is what is kept."""
    folder = draft.workspace / "data"
    folder.mkdir()
    copies = {}
    for table in inputs.package.tables.values():
        path = inputs.data / table.path
        copies[table.name] = TableFile(folder / Path(table.path).name)
        if path.is_file():
            shutil.copyfile(path, copies[table.name].path)
    return copies


def _stage(
    table: Table,
    rows: Mapping[str, TableFile],
    draft: Draft,
    is_repeated: bool,
    tell: Tell,
) -> tuple[list[Finding], Staging | None]:
    """Read the rows of a table into `scratch` and check them; what is wrong with them."""
    brought = rows.get(table.name)
    if brought is None:
        return [], None
    target = f"scratch.{table.statements}"
    staging = open_file(draft.connection, table, brought.path, target, draft.workspace)
    if not isinstance(staging, Staging):
        return staging, None
    staging.lines = brought.lines
    if is_repeated:
        staging.checks = rules.without_form_of_keys(staging.checks)
    number = staging.load()
    read = "1 Zeile" if number == 1 else f"{german.number(number)} Zeilen"
    tell(f"{table.title}: {read} gelesen")
    return faults(staging), staging


def _merge(
    table: Table,
    draft: Draft,
    load: Load,
    rows: Mapping[str, TableFile],
    lacking: Mapping[str, frozenset[str]],
    is_first: bool,
    same: Collection[str],
) -> Change:
    if table.name in same:
        return carry(table, draft)
    return merge.merge(
        table,
        draft,
        load,
        is_first=is_first,
        is_staged=table.name in rows,
        lacking=lacking.get(table.name, ()),
    )


def _against_texts(staging: Staging, documents: Sequence[Document]) -> Iterator[Finding]:
    """What the documents say against the sound rows of a table."""
    if staging.table.name == "sources" and documents:
        yield from check_documents(staging, documents)
    elif staging.table.is_fact:
        yield from contradictions(staging, documents)
        yield from misquotations(staging)
