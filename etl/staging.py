"""From a CSV file to typed, checked rows in the scratch database, or to findings that name every bad cell."""

import codecs
import csv
import shutil
from collections.abc import Container, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from duckdb import (
    ColumnExpression,
    ConstantExpression,
    DuckDBPyConnection,
    DuckDBPyRelation,
    Expression,
    FunctionExpression,
)

from etl import rules
from kim.findings import Finding, in_order
from kim.tables import Table

MACROS = (Path(__file__).parent / "sql" / "macros.sql").read_text("utf-8")
MOST_FINDINGS_PER_FILE = 10_000
BYTES_PER_READ = 1 << 20
REJECTED = {
    "MISSING COLUMNS": "cells_missing",
    "TOO MANY COLUMNS": "cells_surplus",
    "UNQUOTED VALUE": "quote_open",
}
READ_TEXT = """
FROM read_csv($path, delim = $delimiter, quote = '"', escape = '"', header = true, columns = $columns,
    auto_detect = false, strict_mode = true, store_rejects = true, rejects_limit = 0)
"""
CLEAR_REJECTS = "DROP TABLE IF EXISTS reject_errors; DROP TABLE IF EXISTS reject_scans"
LIST_REJECTS = (
    "SELECT DISTINCT ON (line) line, error_type FROM reject_errors ORDER BY line LIMIT $most"
)


@dataclass(frozen=True)
class Staging:
    """One file on its way in: its declaration, where it lies, its columns as written, its rules."""

    connection: DuckDBPyConnection
    table: Table
    path: Path
    header: Sequence[str]
    checks: Sequence[rules.Rule]

    def text(self) -> DuckDBPyRelation:
        """The cells as trimmed text, one column per declared field, in file order."""
        self.connection.execute(CLEAR_REJECTS)
        columns = {name: "VARCHAR" for name in self.header}
        dialect = self.table.dialect
        parameters = {"path": str(self.path), "delimiter": dialect.delimiter, "columns": columns}
        return self.connection.sql(READ_TEXT, params=parameters)

    def cells(self) -> list[Expression]:
        """The declared columns; one that the file lacks is empty."""
        empty = ConstantExpression(None).cast("VARCHAR")
        return [
            FunctionExpression("cell", ColumnExpression(field.name)).alias(field.name)
            if field.name in self.header
            else empty.alias(field.name)
            for field in self.table.fields
        ]

    def load(self) -> int:
        """Write the typed rows with their key and fault mask to the scratch table; their number."""
        typed = [
            rules.value(field).cast(rules.SQL_TYPES[field.type]).alias(field.name)
            for field in self.table.fields
        ]
        key = rules.fact_key(self.table).alias("fact")
        faults = rules.mask(self.checks).alias("faults")
        rows = self.text().project(*self.cells()).project(*typed, key, faults)
        rows.create(f"scratch.{self.table.name}")
        return count(self.connection.table(f"scratch.{self.table.name}"))

    def faults(self) -> list[Finding]:
        """Every fault of the loaded file, up to the stated number; empty when it is sound."""
        loaded = self.connection.table(f"scratch.{self.table.name}")
        rejected = self._rejected()
        failing = ColumnExpression("faults") != ConstantExpression(0)
        repeated = [
            fact
            for (fact,) in loaded.aggregate("fact, count(*) AS times", "fact")
            .filter("times > 1")
            .project("fact")
            .limit(MOST_FINDINGS_PER_FILE)
            .fetchall()
        ]
        if not rejected and not repeated and not count(loaded.filter(failing)):
            return []
        return self._located(rejected, repeated)

    def lines_of(self, facts: Sequence[int]) -> list[tuple[int, int]]:
        """Line in the file and key of each row with one of these keys."""
        wanted = is_one_of("fact", facts)
        rows = self._numbered().filter(wanted).project("row, fact").order("row").fetchall()
        lines, _ = first_lines(self.path, self.table.dialect.delimiter, set(dict(self._rejected())))
        return [(lines[row - 1], fact) for row, fact in rows]

    def _rejected(self) -> list[tuple[int, str]]:
        """Number (heading = 1) and reason of each record that is not a row."""
        return self.connection.execute(LIST_REJECTS, {"most": MOST_FINDINGS_PER_FILE}).fetchall()

    def _numbered(self) -> DuckDBPyRelation:
        """The text rows with their number in the file, key and fault mask."""
        key = rules.fact_key(self.table).alias("fact")
        faults = rules.mask(self.checks).alias("faults")
        named = [ColumnExpression(field.name) for field in self.table.fields]
        numbered = self.text().project(*self.cells()).project("row_number() OVER () AS row, *")
        return numbered.project(ColumnExpression("row"), *named, key, faults)

    def _located(
        self, rejected: Sequence[tuple[int, str]], repeated: Sequence[int]
    ) -> list[Finding]:
        failing = (ColumnExpression("faults") != ConstantExpression(0)) | is_one_of(
            "fact", repeated
        )
        rows = (
            self._numbered().filter(failing).order("row").limit(MOST_FINDINGS_PER_FILE).fetchall()
        )
        lines, rejects = first_lines(self.path, self.table.dialect.delimiter, set(dict(rejected)))
        width, name = str(len(self.header)), self.table.path
        found = [
            Finding(REJECTED.get(reason, "line_unreadable"), name, rejects[record], expected=width)
            for record, reason in rejected
        ]
        identity = ", ".join(self.table.field(each).title for each in self.table.identity)
        for row, *cells, fact, faults in rows:
            found += self._row_faults(lines[row - 1], cells, faults)
            if fact in repeated:
                found.append(Finding("duplicate", name, lines[row - 1], expected=identity))
        return _capped(in_order(found), name)

    def _row_faults(self, line: int, cells: Sequence[str | None], faults: int) -> Iterator[Finding]:
        by_name = dict(zip((field.name for field in self.table.fields), cells, strict=True))
        for rule in rules.broken(self.checks, faults):
            yield Finding(
                rule.kind,
                self.table.path,
                line,
                rule.column,
                by_name[rule.column] or "",
                rule.expected,
            )


def first_lines(
    path: Path, delimiter: str, rejected: Container[int]
) -> tuple[list[int], dict[int, int]]:
    """Where each row and each rejected record begins in the file.

    Lines count from 1; records count from 1 with the heading, empty lines included. A cell may
    hold line breaks, so a row's number says nothing about its line.
    """
    rows: list[int] = []
    rejects: dict[int, int] = {}
    with path.open(encoding="utf-8-sig", newline="") as file:
        reader = csv.reader(file, delimiter=delimiter)
        start = 1
        for record, cells in enumerate(reader, 1):
            if record in rejected:
                rejects[record] = start
            elif cells and record > 1:
                rows.append(start)
            start = reader.line_num + 1
    return rows, rejects


def is_one_of(column: str, values: Sequence[int]) -> Expression:
    """Whether the column holds one of the values; false for no values."""
    if not values:
        return ConstantExpression(False)
    return ColumnExpression(column).isin(*(ConstantExpression(each) for each in values))


def count(relation: DuckDBPyRelation) -> int:
    row = relation.aggregate("count(*)").fetchone()
    return int(row[0]) if row else 0


def open_file(
    connection: DuckDBPyConnection, table: Table, path: Path, known: rules.Keys, workspace: Path
) -> Staging | list[Finding]:
    """The file ready to load, or what is wrong with the file as a whole."""
    if not path.is_file():
        return [Finding("file_missing", table.path)]
    if path.stat().st_size == 0:
        return [Finding("file_empty", table.path)]
    try:
        readable = _in_utf8(path, table.dialect.encoding, workspace)
    except UnicodeDecodeError:
        return [Finding("encoding", table.path, expected=table.dialect.encoding.upper())]
    header = _header(readable, table.dialect.delimiter)
    faults = list(_header_faults(table, header))
    if faults:
        return faults
    return Staging(connection, table, readable, header, rules.rules(table, known))


def _in_utf8(path: Path, encoding: str, workspace: Path) -> Path:
    """The file itself when it is UTF-8, else a copy in UTF-8; UnicodeDecodeError when it is neither."""
    if codecs.lookup(encoding).name == "utf-8":
        with path.open("rb") as file:
            for _ in codecs.iterdecode(iter(lambda: file.read(BYTES_PER_READ), b""), "utf-8"):
                pass
        return path
    copy = workspace / f"{path.stem}.utf-8.csv"
    with (
        path.open(encoding=encoding, newline="") as file,
        copy.open("w", encoding="utf-8", newline="") as out,
    ):
        shutil.copyfileobj(file, out, BYTES_PER_READ)
    return copy


def _header(path: Path, delimiter: str) -> list[str]:
    csv.field_size_limit(1 << 30)
    with path.open(encoding="utf-8-sig", newline="") as file:
        return [name.strip() for name in next(csv.reader(file, delimiter=delimiter), [])]


def _header_faults(table: Table, header: Sequence[str]) -> Iterator[Finding]:
    declared = [field.name for field in table.fields]
    for name in dict.fromkeys(header):
        if name not in declared:
            yield Finding("column_unknown", table.path, 1, name, name, ", ".join(declared))
        elif header.count(name) > 1:
            yield Finding("column_twice", table.path, 1, name, name)
    for field in table.fields:
        if field.required and field.name not in header:
            yield Finding("column_missing", table.path, 1, field.name)


def _capped(found: list[Finding], file: str) -> list[Finding]:
    if len(found) <= MOST_FINDINGS_PER_FILE:
        return found
    more = Finding("too_many", file, expected=str(MOST_FINDINGS_PER_FILE))
    return [*found[:MOST_FINDINGS_PER_FILE], more]
