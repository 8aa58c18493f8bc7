"""Values that can be meant but seldom are: somebody should look at them again."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

import pandas as pd
from duckdb import (
    CoalesceOperator,
    ColumnExpression,
    ConstantExpression,
    DuckDBPyRelation,
    Expression,
    FunctionExpression,
)

from etl.pipeline.compare import Comparison, RowState
from etl.pipeline.merge import OPEN
from kim import german
from kim.findings import Finding, FindingKind
from kim.store import Draft
from kim.tables import Field, Table

TIMES_THE_LARGEST = 20
KINDS_OF_NUMBER = ("indicator", "unit")
FIRST_YEAR, YEARS_AHEAD = 1990, 20
MOST_WARNINGS = 1000


@dataclass(frozen=True)
class Staged:
    """The rows of one table in a draft, on their way in: file and line of each, its headings."""

    table: Table
    draft: Draft
    file: str
    lines: Sequence[int]
    headings: Mapping[str, str]

    def warn(self, kind: FindingKind, field: Field, row: int, value: str, expected: str) -> Finding:
        """The finding about a cell of the row with this number (from 1)."""
        line = self.lines[row - 1] if self.lines else None
        return Finding(kind, self.file, line, self.headings[field.name], value, expected)

    @property
    def rows(self) -> DuckDBPyRelation:
        """The rows that are new or changed, with their number."""
        connection = self.draft.connection
        staged = connection.table(f"scratch.{self.table.statements}")
        differing = connection.table("comparison").filter(f"state <> '{RowState.SAME}'")
        rows = staged.project("rowid + 1 AS row, *").set_alias("staged")
        return rows.join(differing.set_alias("differing"), "fact", how="semi")

    def where(self, condition: Expression, column: str) -> list[tuple[int, str]]:
        """Number and cell of the first rows for which the condition holds."""
        found = self.rows.filter(condition).order("row").limit(MOST_WARNINGS)
        return found.project("row", column).fetchall()


def implausible(staged: Staged, today: date) -> Iterator[Finding]:
    """The cells that somebody has to confirm; the table must have been compared just before."""
    for field in staged.table.fields:
        if field.type == "number":
            yield from _too_large(staged, field)
        elif field.semantics == "partial_date":
            yield from _dates(staged, field, today)
    yield from _not_whole(staged)


def unproven_changes(table: Table, comparison: Comparison, file: str) -> Iterator[Finding]:
    """Numbers that change although their anchor, which has no digits, stays the same.

    Looked at are the changed rows that the comparison shows.
    """
    old, new = comparison.changed
    for field in table.fields if table.is_fact else ():
        if field.type != "number":
            continue
        for before, after, was, anchor in zip(
            old[field.name], new[field.name], old["anchor"], new["anchor"], strict=True
        ):
            is_kept = was == anchor and not any(map(str.isdigit, anchor))
            if is_kept and pd.notna(after) and before != after:
                amount = german.number(after)
                yield Finding(FindingKind.ANCHOR_UNCHANGED, file, None, field.title, amount, anchor)


def headings_of(table: Table, columns: Mapping[str, str]) -> dict[str, str]:
    """By field, its heading in a file with these columns (heading -> field), else its title."""
    titles = {field.name: field.title for field in table.fields}
    return titles | {name: heading for heading, name in columns.items()}


def _too_large(staged: Staged, field: Field) -> Iterator[Finding]:
    """The numbers above twenty times the largest one of their kind in the base."""
    table = staged.table
    kind = next((each.name for each in table.fields if each.name in KINDS_OF_NUMBER), "''")
    held = staged.draft.connection.table(f"base.{table.statements}").filter(OPEN)
    largest = held.aggregate(f"{kind} AS kind, max({field.name}) AS largest", kind)
    known = largest.filter("largest > 0").set_alias("known")
    rows = staged.rows.project(f"row, {field.name} AS value, {kind} AS kind")
    found = rows.set_alias("rows").join(known, "kind")
    large = found.filter(f"value > {TIMES_THE_LARGEST} * largest").order("row")
    for row, value, limit in large.limit(MOST_WARNINGS).project("row, value, largest").fetchall():
        yield staged.warn(
            FindingKind.IMPLAUSIBLE, field, row, german.number(value), german.number(limit)
        )


def _not_whole(staged: Staged) -> Iterator[Finding]:
    """The numbers with decimals where whole things are counted."""
    for name, other, code in staged.table.whole_when:
        field, counted = staged.table.field(name), staged.table.field(other).vocabulary[code]
        has_decimals = _column(name) != FunctionExpression("floor", _column(name))
        found = staged.where(has_decimals & (_column(other) == ConstantExpression(code)), name)
        for row, value in found:
            yield staged.warn(
                FindingKind.NOT_WHOLE, field, row, german.number(float(value)), counted
            )


def _dates(staged: Staged, field: Field, today: date) -> Iterator[Finding]:
    """The dates before the programme's time or far ahead; those ahead of what is already so."""
    earliest, latest = (
        FunctionExpression(name, _column(field.name)) for name in ("earliest_day", "latest_day")
    )
    first, last = date(FIRST_YEAR, 1, 1), date(today.year + YEARS_AHEAD, 12, 31)
    is_far = (CoalesceOperator(earliest, latest) < ConstantExpression(first)) | (
        CoalesceOperator(latest, earliest) > ConstantExpression(last)
    )
    years = f"{first.year} bis {last.year}"
    for row, value in staged.where(is_far, field.name):
        yield staged.warn(FindingKind.DATE_FAR, field, row, german.partial_date(value), years)
    if field.may_lie_ahead:
        return
    is_ahead = (earliest > ConstantExpression(today)) & ~is_far
    for name, code in staged.table.upcoming:
        is_ahead = is_ahead & (_column(name) != ConstantExpression(code))
    for row, value in staged.where(is_ahead, field.name):
        yield staged.warn(
            FindingKind.DATE_AHEAD, field, row, german.partial_date(value), german.day(today)
        )


def _column(name: str) -> Expression:
    return ColumnExpression(name)
