"""From a CSV file to typed rows in the draft, each with its key and the rules that it breaks."""

from collections.abc import Container, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from duckdb import (
    ColumnExpression,
    ConstantExpression,
    DuckDBPyConnection,
    DuckDBPyRelation,
    Expression,
    FunctionExpression,
    InvalidInputException,
)

from etl.pipeline import SQL, files, rules
from etl.pipeline.files import Locations
from etl.pipeline.identity import fact_key
from kim.beside_a_version import SQL_TYPES
from kim.findings import Finding, FindingKind
from kim.tables import Field, Table

MACROS = (SQL / "macros.sql").read_text("utf-8")
MOST_FINDINGS_PER_FILE = 10_000
CLEAR_REJECTS = "DROP TABLE IF EXISTS reject_errors; DROP TABLE IF EXISTS reject_scans"
LIST_REJECTS = """
SELECT line, max(error_type::VARCHAR) FROM reject_errors GROUP BY line ORDER BY line LIMIT $most
"""

Rejected = Sequence[tuple[int, str]]


@dataclass
class Staging:
    """One file on its way in: its declaration, where it lies, its columns as written, its rules.

    `target` is the table that takes its rows, in the order of the file: a row's place in that
    table is its number in the file. `lines` are the lines of the rows in the file they were read
    from, when that is another one. `rejected` are the records that are no rows: number (heading = 1)
    and reason.
    """

    connection: DuckDBPyConnection
    table: Table
    path: Path
    header: Sequence[str]
    checks: Sequence[rules.Rule]
    target: str
    workspace: Path
    lines: Sequence[int] = ()
    rejected: Rejected = ()

    def load(self) -> int:
        """Write the typed rows with their key and fault mask; their number."""
        try:
            self._create()
        except InvalidInputException:  # the reader wants all lines to end alike
            self.path = files.with_plain_line_ends(self.path, self.workspace)
            self._create()
        most = {"most": MOST_FINDINGS_PER_FILE}
        self.rejected = self.connection.execute(LIST_REJECTS, most).fetchall()
        return count(self.connection.table(self.target))

    def locations(self, rows: Container[int]) -> Locations:
        """Where the rows with these numbers stand in the file."""
        records = dict(self.rejected)
        found = files.locate(self.path, self.table.dialect, records, rows)
        if self.lines:
            found.line_of_row = {row: self.lines[row - 1] for row in found.line_of_row}
        return found

    def _create(self) -> None:
        """Write the rows by one statement: relations one upon the other are planned once for each."""
        rows: dict[str, object] = {
            field.name: self._value(field).cast(SQL_TYPES[field.type])
            for field in self.table.fields
        }
        rows |= {"fact": fact_key(self.table), "faults": rules.mask(self.checks)}
        cells = f"(FROM ({self._text().sql_query()}) SELECT {_columns(self._cells())})"
        self.connection.execute(
            f"CREATE TABLE {self.target} AS FROM {cells} SELECT {_columns(rows)}"
        )

    def _value(self, field: Field) -> Expression:
        """The typed value of a cell; a place by its one key. What identifies a fact stays as written."""
        return (
            rules.region_key(field.name) if field.name in self.table.places else rules.value(field)
        )

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

    def _cells(self) -> dict[str, Expression]:
        """The declared columns as trimmed text; one that the file lacks is empty."""
        empty = ConstantExpression(None).cast("VARCHAR")
        return {
            field.name: FunctionExpression("cell", ColumnExpression(field.name))
            if field.name in self.header
            else empty
            for field in self.table.fields
        }


def open_file(
    connection: DuckDBPyConnection,
    table: Table,
    path: Path,
    target: str,
    workspace: Path,
) -> Staging | list[Finding]:
    """The file ready to load into `target`, or what is wrong with the file as a whole."""
    if not path.is_file():
        return [Finding(FindingKind.FILE_MISSING, table.path)]
    if path.stat().st_size == 0:
        return [Finding(FindingKind.FILE_EMPTY, table.path)]
    try:
        path = files.in_utf8(path, table.dialect.encoding, workspace)
    except UnicodeDecodeError:
        return [Finding(FindingKind.ENCODING, table.path, expected=table.dialect.encoding.upper())]
    if table.dialect.is_protected:
        path = files.unprotected(path, table.dialect.delimiter, workspace)
    header = files.heading(path, table.dialect.delimiter)
    checks = rules.rules(table)
    return list(_header_faults(table, header)) or Staging(
        connection, table, path, header, checks, target, workspace
    )


def _columns(columns: Mapping[str, object]) -> str:
    """Expressions by the name of their column as SQL."""
    return ", ".join(f'{how} AS "{name}"' for name, how in columns.items())


def count(relation: DuckDBPyRelation) -> int:
    """The number of rows."""
    [(number,)] = relation.aggregate("count(*)").fetchall()
    return int(number)


def _header_faults(table: Table, header: Sequence[str]) -> Iterator[Finding]:
    declared = [field.name for field in table.fields]
    if len(header) == 1 and any(sign in header[0] for sign in ",;\t|"):
        yield Finding(FindingKind.DELIMITER, table.path, 1, expected=table.dialect.delimiter)
        return
    for name in dict.fromkeys(header):
        if "\ufffd" in name:
            yield Finding(
                FindingKind.ENCODING, table.path, 1, expected=table.dialect.encoding.upper()
            )
        elif name not in declared:
            yield Finding(
                FindingKind.COLUMN_UNKNOWN, table.path, 1, name, name, ", ".join(declared)
            )
        elif header.count(name) > 1:
            yield Finding(FindingKind.COLUMN_TWICE, table.path, 1, name, name)
    for field in table.fields:
        if field.required and field.name not in header:
            yield Finding(FindingKind.COLUMN_MISSING, table.path, 1, field.name)
