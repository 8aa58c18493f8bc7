"""What is wrong with a file that was staged: findings that name every bad cell."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from functools import reduce

from duckdb import (
    CatalogException,
    ColumnExpression,
    ConstantExpression,
    DuckDBPyRelation,
    Expression,
)

from etl.pipeline import rules
from etl.pipeline.files import Locations
from etl.pipeline.stage import MOST_FINDINGS_PER_FILE, Rejected, Staging, count
from kim.findings import Finding, FindingKind, in_order
from kim.tables import Reference

REJECTED = {
    "MISSING COLUMNS": FindingKind.CELLS_MISSING,
    "TOO MANY COLUMNS": FindingKind.CELLS_SURPLUS,
    "UNQUOTED VALUE": FindingKind.QUOTE_OPEN,
    "INVALID ENCODING": FindingKind.ENCODING,
}

Failing = Sequence[tuple[int, int, int, bool]]
Dangling = Mapping[Reference, Sequence[int]]


def faults(staging: Staging) -> list[Finding]:
    """Every fault of the loaded file, up to the stated number; empty when it is sound.

    The tables that it refers to must stand in `draft`.
    """
    rejected, failing, dangling = staging.rejected, _failing(staging), _dangling(staging)
    if not rejected and not failing and not dangling:
        return []
    wanted = {row for row, *_ in failing}.union(*dangling.values())
    found = staging.locations(wanted)
    broken = list(_broken_lines(staging, rejected, found))
    wrongly_encoded = [each for each in broken if each.kind is FindingKind.ENCODING]
    if wrongly_encoded:
        return wrongly_encoded[:1]
    if found.rows != count(staging.connection.table(staging.target)):
        return broken[:1] or [Finding(FindingKind.QUOTE_OPEN, staging.table.path)]
    cells = {(each.line, each.column): each for each in _unknown_cells(staging, dangling, found)}
    cells |= {(each.line, each.column): each for each in _bad_cells(staging, failing, found)}
    return _capped(staging, in_order([*broken, *cells.values()]))


def _failing(staging: Staging) -> Failing:
    """Number (from 1), fault mask, fact and whether another row has the same one, of each bad row."""
    rows = staging.connection.table(staging.target).project("rowid + 1 AS row, fact, faults")
    keys = rows.aggregate("fact, count(*) AS times", "fact").filter("times > 1")
    repeated = keys.project("fact").limit(MOST_FINDINGS_PER_FILE).fetchall()
    is_repeated = _is_one_of("fact", [fact for (fact,) in repeated])
    is_faulty = ColumnExpression("faults") != ConstantExpression(0)
    bad = rows.filter(is_faulty | is_repeated).order("row").limit(MOST_FINDINGS_PER_FILE + 1)
    said = (ColumnExpression(name) for name in ("row", "faults", "fact"))
    return bad.project(*said, is_repeated).fetchall()


def _dangling(staging: Staging) -> Dangling:
    """The rows whose cell names no row of the table it refers to."""
    rows = staging.connection.table(staging.target)
    found = {}
    for reference in staging.table.references:
        keys = _keys(staging, reference)
        if keys is not None:
            named = rows.project(f"rowid + 1 AS row, {reference.field} AS key")
            given = named.filter("key IS NOT NULL").set_alias("given")
            unknown = given.join(keys, "key", how="anti").project("row").order("row")
            found[reference] = unknown.limit(MOST_FINDINGS_PER_FILE + 1).fetchall()
    return {each: [row for (row,) in rows] for each, rows in found.items() if rows}


def _keys(staging: Staging, reference: Reference) -> DuckDBPyRelation | None:
    """The keys that a reference may name; None when their table could not be loaded.

    A row may refer to another one of its own file.
    """
    is_own = reference.table == staging.table.name
    names = [staging.target, f"base.{reference.table}"] if is_own else [f"draft.{reference.table}"]
    columns = (_column(staging, name, reference.column) for name in names)
    found = [keys for keys in columns if keys is not None]
    return reduce(DuckDBPyRelation.union, found).set_alias("keys") if found else None


def _column(staging: Staging, name: str, column: str) -> DuckDBPyRelation | None:
    try:
        return staging.connection.table(name).project(f"{column} AS key")
    except CatalogException:
        return None


def _broken_lines(staging: Staging, rejected: Rejected, found: Locations) -> Iterator[Finding]:
    encoding, width = staging.table.dialect.encoding.upper(), str(len(staging.header))
    for record, reason in rejected:
        kind = REJECTED.get(reason, FindingKind.LINE_UNREADABLE)
        line = found.line_of_record.get(record)
        expected = encoding if kind is FindingKind.ENCODING else width
        yield Finding(kind, staging.table.path, line, expected=expected)


def _bad_cells(staging: Staging, failing: Failing, found: Locations) -> Iterator[Finding]:
    file = staging.table.path
    identity = ", ".join(staging.table.field(each).title for each in staging.table.identity)
    rows_of = defaultdict(list)
    for row, _, fact, _ in failing:
        rows_of[fact].append(row)
    for row, faults, fact, is_repeated in failing:
        line = found.line_of_row[row]
        cells = dict(zip(staging.header, found.cells[row], strict=False))
        for rule in rules.broken(staging.checks, faults):
            cell = cells.get(rule.column, "")
            yield Finding(rule.kind, file, line, rule.column, cell, rule.expected)
        if is_repeated:
            same = staging.table.field("key").title if cells.get("key") else identity
            others = [found.line_of_row[other] for other in rows_of[fact] if other != row]
            also = f"; so auch in Zeile {others[0]}" if others else ""
            yield Finding(FindingKind.DUPLICATE, file, line, expected=same + also)


def _unknown_cells(staging: Staging, dangling: Dangling, found: Locations) -> Iterator[Finding]:
    for reference, rows in dangling.items():
        column = staging.header.index(reference.field)
        for row in rows:
            line, cell = found.line_of_row[row], found.cells[row][column]
            expected = f"{reference.table}.csv"
            yield Finding(
                FindingKind.REFERENCE, staging.table.path, line, reference.field, cell, expected
            )


def _capped(staging: Staging, found: Sequence[Finding]) -> list[Finding]:
    if len(found) <= MOST_FINDINGS_PER_FILE:
        return list(found)
    more = Finding(FindingKind.TOO_MANY, staging.table.path, expected=str(MOST_FINDINGS_PER_FILE))
    return [*found[:MOST_FINDINGS_PER_FILE], more]


def _is_one_of(column: str, values: Sequence[int]) -> Expression:
    if not values:
        return ConstantExpression(False)
    return ColumnExpression(column).isin(*(ConstantExpression(each) for each in values))
