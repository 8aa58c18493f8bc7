"""A file on its way into the store: how it was read, the rows it brings, what was found, in its own words."""

import csv
from array import array
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from etl.archive.files import digest
from etl.pipeline.build import Rows
from etl.pipeline.compare import Comparison
from etl.pipeline.files import heading, locate
from etl.reading import Choices, Reading
from etl.uploads.plausibility import Staged, headings_of
from etl.uploads.rights import NOTHING_TOUCHED, Touched
from kim.findings import Finding, in_order
from kim.loads import TYPED, Receipt, Upload
from kim.store import Draft, Rehearsal, Version
from kim.tables import Dialect, Package, Table

READING, ROWS, LINES = "reading", "rows.csv", "lines"


@dataclass(frozen=True)
class Check:
    """What was found in a received file, and what the store would say with it.

    Without questions and findings there is a comparison for each table it brings and `version`,
    the store as it would look; `warnings` have to be confirmed. The rehearsal keeps its files.
    `touched`: what it touches in the store, for the rights.
    """

    receipt: Receipt
    upload: Upload
    reading: Reading
    rehearsal: Rehearsal
    findings: tuple[Finding, ...] = ()
    warnings: tuple[Finding, ...] = ()
    comparisons: Mapping[str, Comparison] | None = None
    version: Version | None = None
    touched: Touched = NOTHING_TOUCHED

    @property
    def folder(self) -> Path:
        return self.rehearsal.workspace / READING

    @property
    def is_sound(self) -> bool:
        return self.comparisons is not None

    @property
    def changes_nothing(self) -> bool:
        each = (self.comparisons or {}).values()
        return all(one.counts["new"] + one.counts["changed"] == 0 for one in each)

    def rows_at(self, wanted: Collection[int]) -> dict[int, dict[str, str]]:
        """The rows that stand in these lines of the file, as they were read: cells by column."""
        path = self.folder / ROWS
        if not path.exists():
            return {}
        numbers = {row: line for row, line in enumerate(_lines(self.folder), 1) if line in wanted}
        names = heading(path, Dialect().delimiter)
        found = locate(path, Dialect(), (), numbers).cells
        return {numbers[row]: dict(zip(names, cells, strict=False)) for row, cells in found.items()}


@dataclass(frozen=True)
class Outcome:
    """What became of an attempt to publish: the number, or why there is none.

    `is_outdated`: others published what changes the comparison; look at it again.
    """

    number: int | None = None
    findings: tuple[Finding, ...] = ()
    is_outdated: bool = False


def choices(upload: Upload) -> Choices:
    """What was decided about how the file is read."""
    return Choices(
        upload.sheet,
        upload.columns,
        upload.numbers,
        upload.percent,
        upload.dates,
        upload.hidden,
    )


def staged_rows(
    check: Check, rows: Mapping[str, Rows], draft: Draft, package: Package
) -> Iterator[Staged]:
    """The rows of the file and those typed in, by table, as they stand in the draft."""
    for name, each in rows.items():
        is_typed = name != check.upload.table
        reading = Reading() if is_typed else check.reading
        file = TYPED if is_typed else check.receipt.file
        table = package.tables[name]
        yield Staged(table, draft, file, each.lines, headings_of(table, reading))


def rows_of(upload: Upload, folder: Path) -> dict[str, Rows]:
    """What an upload brings, by table: the rows typed in, and those that were read."""
    rows = {}
    for table, typed in upload.added.items():
        path = folder / f"{table}.csv"
        with path.open("w", encoding="utf-8", newline="") as file:
            writer = csv.DictWriter(file, list(typed[0]), lineterminator="\n")
            writer.writeheader()
            writer.writerows(typed)
        rows[table] = Rows(path)
    rows[upload.table] = Rows(folder / ROWS, _lines(folder))
    return rows


def digests(check: Check) -> dict[str, str]:
    """By table, the digest of the rows that a sound file brings."""
    return {name: digest(rows.path) for name, rows in rows_of(check.upload, check.folder).items()}


def in_its_words(findings: Sequence[Finding], check: Check, package: Package) -> list[Finding]:
    """The findings as the file would say them: its name, its headings; one for each cell.

    What the reader has said of a cell comes before what the rules say of it.
    """
    table = package.tables[check.upload.table]
    headings = headings_of(table, check.reading)
    said = {(each.line, each.column) for each in check.reading.findings}
    missing = {each.column for each in check.reading.findings if each.kind == "column_missing"}
    found = list(check.reading.findings)
    for each in findings:
        is_typed = each.file != table.path
        of = next(one for one in package.tables.values() if one.path == each.file)
        column = headings_of(of, Reading())[each.column] if is_typed and each.column else ""
        column = column or headings.get(each.column, each.column)
        if is_typed or ((each.line, column) not in said and column not in missing):
            file, line = (TYPED, None) if is_typed else (check.receipt.file, each.line)
            words = _in_german(of, each, package)
            found.append(replace(each, file=file, line=line, column=column, **words))
    return in_order(found)


def _in_german(table: Table, finding: Finding, package: Package) -> dict[str, str]:
    """Cell and expectation, with German words in place of codes and names of files."""
    words = next((f.vocabulary for f in table.fields if f.name == finding.column), None) or {}
    value, expected = words.get(finding.value, finding.value), finding.expected
    if finding.kind == "required" and words:
        expected = f"{expected} ({', '.join(words.values())})"
    elif finding.kind == "vocabulary":
        expected = ", ".join(words.values())
    elif finding.kind == "reference":
        titles = {one.path: one.title for one in package.tables.values()}
        expected = f"„{titles.get(expected, expected)}“"
    return {"value": value, "expected": expected}


def _lines(folder: Path) -> "array[int]":
    lines = array("I")
    lines.frombytes((folder / LINES).read_bytes())
    return lines
