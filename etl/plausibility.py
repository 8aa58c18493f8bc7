"""Numbers so far above all that is known that somebody should look again."""

from collections.abc import Iterator, Sequence

import pandas as pd

from etl import publish
from etl.comparison import Comparison
from etl.reading import Reading
from kim import german
from kim.findings import Finding
from kim.store import Draft
from kim.tables import Field, Table

TIMES_THE_LARGEST = 20
KINDS_OF_NUMBER = ("indicator", "unit")
MOST_WARNINGS = 1000


def implausible(
    table: Table, draft: Draft, file: str, lines: Sequence[int], reading: Reading
) -> Iterator[Finding]:
    """The staged numbers above twenty times the largest one of their kind in the base."""
    headings = headings_of(table, reading)
    for field in table.fields:
        if field.type == "number":
            for row, value, largest in _too_large(table, field, draft):
                amount, known = german.number(value), german.number(largest)
                yield Finding(
                    "implausible", file, lines[row - 1], headings[field.name], amount, known
                )


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
                yield Finding("anchor_unchanged", file, None, field.title, amount, anchor)


def headings_of(table: Table, reading: Reading) -> dict[str, str]:
    """The heading of each column as in the file; its title where the file lacks it."""
    titles = {field.name: field.title for field in table.fields}
    return titles | {name: heading for heading, name in reading.columns.items()}


def _too_large(table: Table, field: Field, draft: Draft) -> list[tuple[int, float, float]]:
    kind = next((each.name for each in table.fields if each.name in KINDS_OF_NUMBER), "''")
    held = draft.connection.table(f"base.{table.statements}").filter(publish.OPEN)
    largest = held.aggregate(f"{kind} AS kind, max({field.name}) AS largest", kind)
    known = largest.filter("largest > 0").set_alias("known")
    staged = draft.connection.table(f"scratch.{table.statements}")
    rows = staged.project(f"rowid + 1 AS row, {field.name} AS value, {kind} AS kind")
    found = rows.set_alias("rows").join(known, "kind")
    large = found.filter(f"value > {TIMES_THE_LARGEST} * largest").order("row")
    return large.limit(MOST_WARNINGS).project("row, value, largest").fetchall()
