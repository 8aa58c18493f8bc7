"""The version that a draft builds on: what it has, what it hands on, whether the draft differs from it."""

import hashlib
from collections.abc import Collection
from functools import cache

from duckdb import DuckDBPyConnection

from etl.pipeline.merge import Change
from etl.pipeline.stage import count
from kim.loads import Kind, Load
from kim.store import Draft, StoreEmptyError
from kim.tables import ROOT, Package, Table

PROGRAM = ("kim", "etl/pipeline")
CREATE_MADE_BY = "CREATE TABLE draft.made_by AS SELECT $program AS program"
IN_BASE = "SELECT table_name FROM duckdb_tables() WHERE database_name = 'base'"


def tables_in_base(draft: Draft) -> set[str]:
    """The names of the tables that the base version has."""
    return {name for (name,) in draft.connection.execute(IN_BASE).fetchall()}


def require_base(draft: Draft) -> None:
    """Raise StoreEmptyError unless there is a version, made by a program that recorded its loads."""
    if "load_changes" not in tables_in_base(draft):
        raise StoreEmptyError


def carried(package: Package, draft: Draft, load: Load, brought: Collection[str]) -> set[str]:
    """The tables that say after the load what the base says; of them the draft takes over the rows as they are.

    Those that the load neither brings nor is about, in a base that this program made. A new word on a source may move the
    days of every fact: then there are none. Writes into the draft which program makes it.
    """
    program = f"{_program()} {hashlib.sha256(repr(package).encode()).hexdigest()}"
    draft.connection.execute(CREATE_MADE_BY, {"program": program})
    if load.kind is Kind.DATA or "made_by" not in tables_in_base(draft):
        return set()
    if draft.connection.table("base.made_by").fetchall() != [(program,)]:
        return set()
    about = {each.name for each in package.tables.values() if _says(draft, each, load.about)}
    said = {*brought, *about}
    return set() if "sources" in said else set(package.tables) - said


def _says(draft: Draft, table: Table, load: int | None) -> bool:
    """Whether the base has a statement that a load made of a table."""
    if load is None:
        return False
    said = draft.connection.table(f"base.{table.statements}").filter(f"load = {load:d}")
    return bool(count(said))


def carry(table: Table, draft: Draft) -> Change:
    """Take over the rows of a table as they are."""
    for name in sorted({table.name, table.statements}):
        draft.connection.table(f"base.{name}").create(f"draft.{name}")
    return Change(table.name, 0, 0, 0)


@cache
def _program() -> str:
    """A digest of the code by which versions are made."""
    files = (path for part in PROGRAM for path in (ROOT / part).rglob("*"))
    code = (path.read_bytes() for path in sorted(files) if path.suffix in {".py", ".sql"})
    return hashlib.sha256(b"".join(code)).hexdigest()


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
