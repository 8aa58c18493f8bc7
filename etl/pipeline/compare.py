"""An upload beside what the base holds: new, changed, same, in conflict with another source."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from enum import StrEnum

import pandas as pd
from duckdb import (
    ColumnExpression,
    ConstantExpression,
    DuckDBPyConnection,
    DuckDBPyRelation,
)

from etl.pipeline import SQL
from etl.pipeline.merge import OPEN, set_views, temp_view
from kim.beside_a_version import DAYS
from kim.store import Draft
from kim.tables import Table

COMPARISON = (SQL / "comparison.sql").read_text("utf-8")
CONFLICTS = (SQL / "conflicts.sql").read_text("utf-8")
SIMILAR = (SQL / "similar.sql").read_text("utf-8")
EVIDENCE = ("as_of", "source", "paragraph", "anchor", "basis", "note", "key")
MOST_SHOWN = 200
MOST_CONFLICTS = 10_000


class RowState(StrEnum):
    """What a row of an upload is beside what the base holds."""

    NEW = "new"
    CHANGED = "changed"
    SAME = "same"
    CONFLICT = "conflict"


@dataclass(frozen=True)
class Comparison:
    """How many rows are new, changed, the same, in conflict; up to 200 of the first kinds.

    "similar" counts facts of the base at the same words of the same document as a new row.

    `new`: rows. `changed`: pairs of frames with the same index, old and new. `conflicts`: likewise,
    the other source's row and ours. `regions`: of the new and changed rows, None where the table
    has none. `digest` is the same exactly when all differences are.
    """

    counts: Mapping[str, int]
    new: pd.DataFrame
    changed: tuple[pd.DataFrame, pd.DataFrame]
    conflicts: tuple[pd.DataFrame, pd.DataFrame]
    regions: frozenset[str] | None
    digest: int


def compare(table: Table, draft: Draft, lacking: Collection[str]) -> Comparison:
    """Compare the staged rows of a table with the base; the draft must hold both, finished."""
    connection = draft.connection
    set_views(table, connection, is_staged=True, lacking=lacking)
    connection.execute(COMPARISON)
    compared = connection.table("comparison")
    counted = dict(compared.aggregate("state, count(*)", "state").fetchall())
    [(digest,)] = compared.aggregate("coalesce(bit_xor(difference), 0)").fetchall()
    incoming = connection.table("incoming")
    held = connection.table("base_statements").filter(OPEN)
    now = connection.table(f"draft.{table.statements}").filter(OPEN)
    conflicts = _conflicts(table, connection)
    similar = connection.execute(SIMILAR).fetchone() if table.is_fact else None
    mine, other = [pair[0] for pair in conflicts], [pair[1] for pair in conflicts]
    changed = _facts(connection, RowState.CHANGED)
    return Comparison(
        counts={state: counted.get(state, 0) for state in RowState}
        | {RowState.CONFLICT: len(set(mine)), "similar": similar[0] if similar else 0},
        new=_rows(incoming, table, _facts(connection, RowState.NEW)),
        changed=(_rows(held, table, changed), _rows(incoming, table, changed)),
        conflicts=(
            _rows(now, table, other[:MOST_SHOWN]),
            _rows(incoming, table, mine[:MOST_SHOWN]),
        ),
        regions=_regions(table, connection),
        digest=int(digest),
    )


def _facts(connection: DuckDBPyConnection, state: RowState) -> list[int]:
    """The first facts in this state, in the order of the file."""
    wanted = ColumnExpression("state") == ConstantExpression(state)
    found = connection.table("comparison").project("rowid AS place, *").filter(wanted)
    return [fact for (fact,) in found.order("place").limit(MOST_SHOWN).project("fact").fetchall()]


def _rows(relation: DuckDBPyRelation, table: Table, facts: list[int]) -> pd.DataFrame:
    """The declared columns of these facts, in their order."""
    names = [field.name for field in table.fields]
    columns = ", ".join(names)
    if not facts:
        return relation.limit(0).project(columns).df()
    is_wanted = ColumnExpression("fact").isin(*map(ConstantExpression, facts))
    found = relation.filter(is_wanted).project(f"fact, {columns}").df()
    return found.drop_duplicates("fact").set_index("fact").loc[facts].reset_index(drop=True)


def _regions(table: Table, connection: DuckDBPyConnection) -> frozenset[str] | None:
    if not any(field.name == "region" for field in table.fields):
        return None
    differing = (
        connection.table("comparison").filter(f"state <> '{RowState.SAME}'").set_alias("differing")
    )
    rows = connection.table(f"scratch.{table.statements}").set_alias("rows")
    regions = rows.join(differing, "fact").project("region").distinct().fetchall()
    return frozenset(region for (region,) in regions)


def subject_of(table: Table) -> list[str]:
    """The columns that say of what a fact speaks, whenever and whoever says it."""
    return [name for name in table.identity if name not in EVIDENCE]


def values_of(table: Table) -> list[str]:
    """The columns that say something of it: two sources can differ in them."""
    return [each.name for each in table.fields if each.name not in (*table.identity, *EVIDENCE)]


def _conflicts(table: Table, connection: DuckDBPyConnection) -> list[tuple[int, int]]:
    """Our fact and another source's: the same thing on the same day, with another value."""
    values = values_of(table)
    if not table.is_fact or not values:
        return []
    subject = [*subject_of(table), *DAYS]
    temp_view(
        connection,
        "rivals",
        f"(FROM draft.{table.statements} WHERE {OPEN})",
        f"fact, source, hash({', '.join(subject)}) AS subject, hash({', '.join(values)}) AS value",
    )
    return connection.execute(CONFLICTS, {"most": MOST_CONFLICTS}).fetchall()
