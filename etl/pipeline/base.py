"""The version that a draft builds on: what it has, what it hands on, whether the draft differs from it."""

from collections.abc import Collection

from duckdb import DuckDBPyConnection

from etl.pipeline.merge import Change
from etl.pipeline.stage import count
from kim.store import Draft

IN_BASE = "SELECT table_name FROM duckdb_tables() WHERE database_name = 'base'"


def tables_in_base(draft: Draft) -> set[str]:
    """The names of the tables that the base version has."""
    return {name for (name,) in draft.connection.execute(IN_BASE).fetchall()}


def carry_paragraphs(draft: Draft) -> None:
    """Take over the paragraphs of the base."""
    draft.connection.table("base.paragraphs").create("draft.paragraphs")


def differs_from_base(draft: Draft, changes: Collection[Change]) -> bool:
    """Whether the draft says anything that its base does not, or can be searched unlike its base."""
    if not draft.base or any(change.said for change in changes):
        return True
    if "search_entries" not in tables_in_base(draft):
        return True
    return not _is_same(draft.connection, "draft.paragraphs", "base.paragraphs")


def _is_same(connection: DuckDBPyConnection, left: str, right: str) -> bool:
    ours, theirs = connection.table(left), connection.table(right)
    return not count(ours.except_(theirs)) and not count(theirs.except_(ours))
