"""Findings of the rules as the file's owner knows them: its name, headings and lines, in German."""

from collections.abc import Container, Mapping, Sequence
from dataclasses import replace

from etl.pipeline.files import heading, locate
from etl.reading import Decisions, Readable, Reading, read_lines
from etl.uploads.plausibility import headings_of
from etl.uploads.submission import Submission
from kim.findings import Finding, FindingKind, in_order
from kim.loads import TYPED
from kim.tables import Dialect, Package, Table

MOST_ROWS_SHOWN = 20
PARAGRAPH = "Absatz {number}"


def of_file(
    found: Sequence[Finding],
    submission: Submission,
    decisions: Decisions,
    reading: Reading,
    package: Package,
    said: Sequence[Finding] = (),
) -> tuple[Finding, ...]:
    """The findings about the staged rows beside those `said` by the reader, one for each cell.

    What the reader said of a cell comes before what the rules find there.
    """
    if decisions.paper:
        by_path = {one.path: one for one in package.tables.values()}
        told = [
            worded
            for each in found
            for worded in of_paper([_worded(by_path[each.file], each, package)], by_path[each.file])
        ]
        return tuple(in_order(told))
    table = package.tables[decisions.table]
    headings = headings_of(table, reading.columns)
    cells = {(each.line, each.column) for each in said}
    missing = {each.column for each in said if each.kind is FindingKind.COLUMN_MISSING}
    by_path = {one.path: one for one in package.tables.values()}
    more = []
    absent = _absent(found, table, reading)
    for each in found:
        if each in absent:
            continue
        of = by_path[each.file]
        value, expected = _in_german(of, each, package)
        worded = replace(each, value=value, expected=expected)
        if of.path != table.path:
            column = headings_of(of, {})[each.column] if each.column else ""
            more.append(replace(worded, file=TYPED, line=None, column=column))
            continue
        column = headings.get(each.column, each.column)
        if (each.line, column) not in cells and column not in missing:
            more.append(replace(worded, file=submission.name, column=column))
    needed = {
        title: Finding(
            FindingKind.COLUMN_NEEDED, submission.name, reading.heading_line, title, "", why
        )
        for title, why in absent.values()
        if title not in missing
    }
    return tuple(in_order([*said, *more, *needed.values()]))


def of_paper(found: Sequence[Finding], table: Table) -> list[Finding]:
    """Findings about rows of a table that were read from a paper; their place is the paragraph."""
    titles = headings_of(table, {})
    told = []
    for each in found:
        paragraph = PARAGRAPH.format(number=each.line) if each.line else ""
        place = (paragraph, table.title, titles.get(each.column, each.column))
        named = ": ".join(filter(None, place))
        told.append(replace(each, file=table.title, line=None, column=named))
    return told


def _worded(table: Table, finding: Finding, package: Package) -> Finding:
    value, expected = _in_german(table, finding, package)
    return replace(finding, value=value, expected=expected)


def _absent(
    found: Sequence[Finding], table: Table, reading: Reading
) -> dict[Finding, tuple[str, str]]:
    """The findings in which rows lack what the file has no column for: its title, why it is needed."""
    named = {*reading.columns.values()}
    counted = next((name for name in table.certainty_of), "")
    has_number = not counted or not named.isdisjoint(table.certainty_of)
    absent: dict[Finding, tuple[str, str]] = {}
    for each in found:
        if each.file != table.path:
            continue
        if each.kind is FindingKind.REQUIRED_WHEN and each.column not in named:
            absent[each] = (table.field(each.column).title, each.expected)
        elif each.kind is FindingKind.CERTAINTY_UNKNOWN and not has_number:
            certainty = table.field(each.column)
            word = certainty.vocabulary.get(each.value, each.value)
            why = f"„{certainty.title}“ ist „{word}“"
            absent[each] = (table.field(counted).title, why)
    return absent


def of_tables(found: Sequence[Finding], package: Package) -> list[Finding]:
    """The findings with the titles of tables in place of their files."""
    titles = {table.path: table.title for table in package.tables.values()}
    return [replace(each, file=titles.get(each.file, each.file)) for each in found]


def first_faults(findings: Sequence[Finding]) -> dict[int, dict[str, str]]:
    """What is wrong with cells of the first rows that have such: line -> heading -> sentence."""
    faults: dict[int, dict[str, str]] = {}
    for each in findings:
        if each.line and each.column and len(faults.keys() | {each.line}) <= MOST_ROWS_SHOWN:
            faults.setdefault(each.line, {})[each.column] = each.sentence
    return faults


def rows_at(read: Readable, wanted: Container[int]) -> dict[int, Mapping[str, str]]:
    """The rows of these lines of the file, as they were read: line -> field -> cell."""
    numbers = {row: line for row, line in enumerate(read_lines(read.lines), 1) if line in wanted}
    names = heading(read.rows, Dialect().delimiter)
    found = locate(read.rows, Dialect(), (), numbers).cells
    return {numbers[row]: dict(zip(names, cells, strict=False)) for row, cells in found.items()}


def _in_german(table: Table, finding: Finding, package: Package) -> tuple[str, str]:
    """Cell and expectation, with German words in place of codes and names of files."""
    words = next((f.vocabulary for f in table.fields if f.name == finding.column), None) or {}
    value, expected = words.get(finding.value, finding.value), finding.expected
    if finding.kind is FindingKind.REQUIRED and words:
        expected = f"{expected} ({', '.join(words.values())})"
    elif finding.kind is FindingKind.VOCABULARY:
        expected = ", ".join(words.values())
    elif finding.kind is FindingKind.REFERENCE:
        titles = {one.path: one.title for one in package.tables.values()}
        expected = f"„{titles.get(expected, expected)}“"
    return value, expected
