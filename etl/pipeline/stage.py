"""From a CSV file to typed, checked rows in the draft, or to findings that name every bad cell."""

from collections.abc import Container, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import reduce
from pathlib import Path

from duckdb import (
    CatalogException,
    ColumnExpression,
    ConstantExpression,
    DuckDBPyConnection,
    DuckDBPyRelation,
    Expression,
    FunctionExpression,
    InvalidInputException,
    SQLExpression,
)

from etl.pipeline import SQL, files, rules
from etl.pipeline.files import Places
from kim.findings import Finding, in_order
from kim.tables import Reference, Table

MACROS = (SQL / "macros.sql").read_text("utf-8")
MOST_FINDINGS_PER_FILE = 10_000
REJECTED = {
    "MISSING COLUMNS": "cells_missing",
    "TOO MANY COLUMNS": "cells_surplus",
    "UNQUOTED VALUE": "quote_open",
    "INVALID ENCODING": "encoding",
}
CLEAR_REJECTS = "DROP TABLE IF EXISTS reject_errors; DROP TABLE IF EXISTS reject_scans"
LIST_REJECTS = """
SELECT line, max(error_type::VARCHAR) FROM reject_errors GROUP BY line ORDER BY line LIMIT $most
"""

Rejected = Sequence[tuple[int, str]]
Failing = Sequence[tuple[int, int, bool]]
Dangling = Mapping[Reference, Sequence[int]]


@dataclass
class Staging:
    """One file on its way in: its declaration, where it lies, its columns as written, its rules.

    `target` is the table that takes its rows, in the order of the file: a row's place in that
    table is its number in the file. `lines` are the lines of the rows in the file they were read
    from, when that is another one.
    """

    connection: DuckDBPyConnection
    table: Table
    path: Path
    header: Sequence[str]
    checks: Sequence[rules.Rule]
    target: str
    workspace: Path
    lines: Sequence[int] = ()

    def load(self, more: Mapping[str, str]) -> int:
        """Write the typed rows with their key, fault mask and more columns; their number."""
        try:
            self._rows(more).create(self.target)
        except InvalidInputException:  # the reader wants all lines to end alike
            self.path = files.with_plain_line_ends(self.path, self.workspace)
            self._rows(more).create(self.target)
        return count(self.connection.table(self.target))

    def faults(self) -> list[Finding]:
        """Every fault of the loaded file, up to the stated number; empty when it is sound.

        The tables that it refers to must be loaded into `scratch`.
        """
        rejected, failing, dangling = self._rejected(), self._failing(), self._dangling()
        if not rejected and not failing and not dangling:
            return []
        wanted = {row for row, _, _ in failing}.union(*dangling.values())
        places = self._find(dict(rejected), wanted)
        broken = list(self._broken_lines(rejected, places))
        wrongly_encoded = [each for each in broken if each.kind == "encoding"]
        if wrongly_encoded:
            return wrongly_encoded[:1]
        if places.rows != count(self.connection.table(self.target)):
            return broken[:1] or [Finding("quote_open", self.table.path)]
        cells = {(each.line, each.column): each for each in self._unknown_cells(dangling, places)}
        cells |= {(each.line, each.column): each for each in self._bad_cells(failing, places)}
        return self._capped(in_order([*broken, *cells.values()]))

    def places(self, rows: Sequence[int]) -> Places:
        """Where the rows with these numbers stand in the file."""
        return self._find(dict(self._rejected()), set(rows))

    def _find(self, records: Container[int], rows: Container[int]) -> Places:
        found = files.places(self.path, self.table.dialect, records, rows)
        if self.lines:
            found.line_of_row = {row: self.lines[row - 1] for row in found.line_of_row}
        return found

    def _rows(self, more: Mapping[str, str]) -> DuckDBPyRelation:
        typed = [
            rules.value(field).cast(rules.SQL_TYPES[field.type]).alias(field.name)
            for field in self.table.fields
        ]
        key = rules.fact_key(self.table).alias("fact")
        faults = rules.mask(self.checks).alias("faults")
        added = (SQLExpression(how).alias(column) for column, how in more.items())
        return self._text().project(*self._cells()).project(*typed, key, faults, *added)

    def _text(self) -> DuckDBPyRelation:
        """The cells as they stand in the file; lines that are no rows go to the rejects."""
        self.connection.execute(CLEAR_REJECTS)
        return self.connection.read_csv(
            str(self.path),
            header=True,
            columns=dict.fromkeys(self.header, "VARCHAR"),
            auto_detect=False,
            delimiter=self.table.dialect.delimiter,
            quotechar='"',
            escapechar='"',
            strict_mode=True,
            store_rejects=True,
            rejects_limit=0,
        )

    def _cells(self) -> list[Expression]:
        """The declared columns as trimmed text; one that the file lacks is empty."""
        empty = ConstantExpression(None).cast("VARCHAR")
        return [
            FunctionExpression("cell", ColumnExpression(field.name)).alias(field.name)
            if field.name in self.header
            else empty.alias(field.name)
            for field in self.table.fields
        ]

    def _rejected(self) -> Rejected:
        """Number (heading = 1) and reason of each record that is not a row."""
        return self.connection.execute(LIST_REJECTS, {"most": MOST_FINDINGS_PER_FILE}).fetchall()

    def _failing(self) -> Failing:
        """Number (from 1), fault mask and whether another row has the same key, of each bad row."""
        rows = self.connection.table(self.target).project("rowid + 1 AS row, fact, faults")
        keys = rows.aggregate("fact, count(*) AS times", "fact").filter("times > 1")
        repeated = keys.project("fact").limit(MOST_FINDINGS_PER_FILE).fetchall()
        is_repeated = _is_one_of("fact", [fact for (fact,) in repeated])
        is_faulty = ColumnExpression("faults") != ConstantExpression(0)
        bad = rows.filter(is_faulty | is_repeated).order("row").limit(MOST_FINDINGS_PER_FILE + 1)
        return bad.project(
            ColumnExpression("row"), ColumnExpression("faults"), is_repeated
        ).fetchall()

    def _dangling(self) -> Dangling:
        """The rows whose cell names no row of the table it refers to."""
        rows = self.connection.table(self.target)
        found = {}
        for reference in self.table.references:
            keys = self._keys(reference)
            if keys is not None:
                named = rows.project(f"rowid + 1 AS row, {reference.field} AS key")
                given = named.filter("key IS NOT NULL").set_alias("given")
                unknown = given.join(keys, "key", how="anti").project("row").order("row")
                found[reference] = unknown.limit(MOST_FINDINGS_PER_FILE + 1).fetchall()
        return {each: [row for (row,) in rows] for each, rows in found.items() if rows}

    def _keys(self, reference: Reference) -> DuckDBPyRelation | None:
        """The keys that a reference may name; None when their table could not be loaded.

        A row may refer to another one of its own file.
        """
        is_own = reference.table == self.table.name
        names = [self.target, f"base.{reference.table}"] if is_own else [f"draft.{reference.table}"]
        columns = (self._column(name, reference.column) for name in names)
        found = [keys for keys in columns if keys is not None]
        return reduce(DuckDBPyRelation.union, found).set_alias("keys") if found else None

    def _column(self, name: str, column: str) -> DuckDBPyRelation | None:
        try:
            return self.connection.table(name).project(f"{column} AS key")
        except CatalogException:
            return None

    def _broken_lines(self, rejected: Rejected, places: Places) -> Iterator[Finding]:
        encoding, width = self.table.dialect.encoding.upper(), str(len(self.header))
        for record, reason in rejected:
            kind = REJECTED.get(reason, "line_unreadable")
            line = places.line_of_record.get(record)
            expected = encoding if kind == "encoding" else width
            yield Finding(kind, self.table.path, line, expected=expected)

    def _bad_cells(self, failing: Failing, places: Places) -> Iterator[Finding]:
        file = self.table.path
        identity = ", ".join(self.table.field(each).title for each in self.table.identity)
        for row, faults, is_repeated in failing:
            line = places.line_of_row[row]
            cells = dict(zip(self.header, places.cells[row], strict=False))
            for rule in rules.broken(self.checks, faults):
                cell = cells.get(rule.column, "")
                yield Finding(rule.kind, file, line, rule.column, cell, rule.expected)
            if is_repeated:
                yield Finding("duplicate", file, line, expected=identity)

    def _unknown_cells(self, dangling: Dangling, places: Places) -> Iterator[Finding]:
        for reference, rows in dangling.items():
            column = self.header.index(reference.field)
            for row in rows:
                line, cell = places.line_of_row[row], places.cells[row][column]
                expected = f"{reference.table}.csv"
                yield Finding("reference", self.table.path, line, reference.field, cell, expected)

    def _capped(self, found: Sequence[Finding]) -> list[Finding]:
        if len(found) <= MOST_FINDINGS_PER_FILE:
            return list(found)
        more = Finding("too_many", self.table.path, expected=str(MOST_FINDINGS_PER_FILE))
        return [*found[:MOST_FINDINGS_PER_FILE], more]


def open_file(
    connection: DuckDBPyConnection,
    table: Table,
    path: Path,
    target: str,
    workspace: Path,
) -> Staging | list[Finding]:
    """The file ready to load into `target`, or what is wrong with the file as a whole."""
    if not path.is_file():
        return [Finding("file_missing", table.path)]
    if path.stat().st_size == 0:
        return [Finding("file_empty", table.path)]
    try:
        path = files.in_utf8(path, table.dialect.encoding, workspace)
    except UnicodeDecodeError:
        return [Finding("encoding", table.path, expected=table.dialect.encoding.upper())]
    header = files.heading(path, table.dialect.delimiter)
    checks = rules.rules(table)
    return list(_header_faults(table, header)) or Staging(
        connection, table, path, header, checks, target, workspace
    )


def count(relation: DuckDBPyRelation) -> int:
    """The number of rows."""
    [(number,)] = relation.aggregate("count(*)").fetchall()
    return int(number)


def _is_one_of(column: str, values: Sequence[int]) -> Expression:
    if not values:
        return ConstantExpression(False)
    return ColumnExpression(column).isin(*(ConstantExpression(each) for each in values))


def _header_faults(table: Table, header: Sequence[str]) -> Iterator[Finding]:
    declared = [field.name for field in table.fields]
    if len(header) == 1 and any(sign in header[0] for sign in ",;\t|"):
        yield Finding("delimiter", table.path, 1, expected=table.dialect.delimiter)
        return
    for name in dict.fromkeys(header):
        if "\ufffd" in name:
            yield Finding("encoding", table.path, 1, expected=table.dialect.encoding.upper())
        elif name not in declared:
            yield Finding("column_unknown", table.path, 1, name, name, ", ".join(declared))
        elif header.count(name) > 1:
            yield Finding("column_twice", table.path, 1, name, name)
    for field in table.fields:
        if field.required and field.name not in header:
            yield Finding("column_missing", table.path, 1, field.name)
