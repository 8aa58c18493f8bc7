"""From checked rows and the base version to the tables of the next version."""

from dataclasses import dataclass
from datetime import datetime
from functools import reduce
from pathlib import Path

from duckdb import DuckDBPyConnection, DuckDBPyRelation

from etl.rules import SQL_TYPES
from etl.staging import count
from kim.queries import AS_OF
from kim.store import Draft
from kim.tables import Package, Table

SQL = Path(__file__).parent / "sql"
STATEMENTS = (SQL / "statements.sql").read_text("utf-8")
UPDATES = [(SQL / name).read_text("utf-8") for name in ("held_from.sql", "proof.sql")]
OF_EVENT = (SQL / "held_from_event.sql").read_text("utf-8")
OPEN = "known_to = 'infinity' AND NOT retracted"
DERIVED = {"held_from": "first_day(as_of)", "proof": "'unproven'"}
FIRST_STATEMENT = {
    "load": "getvariable('load')::INTEGER",
    "retracted": "false",
    "known_from": "getvariable('now')::TIMESTAMP",
    "known_to": "TIMESTAMP 'infinity'",
    **DERIVED,
}
SHARED = "fact, region, source, paragraph, held_from, proof, retracted, known_from, known_to"
SET_LOAD = "SET VARIABLE load = $load"
SET_NOW = "SET VARIABLE now = $now"
CREATE_LOADS = "CREATE TABLE draft.loads (load INTEGER, loaded_at TIMESTAMP, origin VARCHAR)"
INSERT_LOAD = "INSERT INTO draft.loads VALUES (getvariable('load'), getvariable('now'), 'data')"
IN_BASE = "SELECT table_name FROM duckdb_tables() WHERE database_name = 'base'"


@dataclass(frozen=True)
class Change:
    """What a load did to one fact table, in rows."""

    table: str
    added: int
    retracted: int


def begin(draft: Draft, now: datetime) -> None:
    """Set the number and the time (UTC) of this load."""
    draft.connection.execute(SET_LOAD, {"load": draft.number})
    draft.connection.execute(SET_NOW, {"now": now})


def facts_in_base(package: Package, draft: Draft) -> set[str]:
    """The fact tables that the base version has."""
    names = {name for (name,) in draft.connection.execute(IN_BASE).fetchall()}
    return names & {table.name for table in package.facts}


def write(package: Package, draft: Draft, merged: set[str]) -> list[Change]:
    """Write what the draft still lacks; the changes of the fact tables.

    `merged` names the fact tables that have a base; the others are in the draft already.
    """
    connection = draft.connection
    for table in package.tables.values():
        if table.name in merged:
            _merge(table, connection)
        elif table.is_fact:
            connection.execute(f"ALTER TABLE draft.{table.name} DROP COLUMN faults")
        else:
            rows = connection.table(f"scratch.{table.name}").project("* EXCLUDE (fact, faults)")
            rows.order(", ".join(table.identity)).create(f"draft.{table.name}")
    for table in package.facts:
        has_day = any(field.name == "date" for field in table.fields)
        for update in (*UPDATES, *([OF_EVENT] if has_day else [])):
            connection.execute(f"UPDATE draft.{table.name} AS statements {update}")
    _create_facts_view(package, connection)
    _write_loads(draft)
    connection.execute(AS_OF)
    return [_change(table, draft) for table in package.facts]


def _create_facts_view(package: Package, connection: DuckDBPyConnection) -> None:
    """All fact tables as one, `facts`, in the columns they share."""
    tables = [
        connection.table(table.name).project(f"'{table.name}' AS fact_table, {SHARED}")
        for table in package.facts
    ]
    reduce(DuckDBPyRelation.union, tables).create_view("facts")


def proof(package: Package, draft: Draft) -> dict[str, int]:
    """How many of today's facts are proven, unproven and contradicted."""
    counted = {"proven": 0, "unproven": 0, "contradicted": 0}
    for table in package.facts:
        now = draft.connection.table(f"draft.{table.name}").filter(OPEN)
        for state, number in now.aggregate("proof, count(*)", "proof").fetchall():
            counted[state] += number
    return counted


def differs_from_base(package: Package, draft: Draft, changes: list[Change]) -> bool:
    """Whether the draft says anything that its base does not."""
    if not draft.base or any(change.added or change.retracted for change in changes):
        return True
    names = [table.name for table in package.tables.values() if not table.is_fact]
    return any(
        not _is_same(draft.connection, f"draft.{name}", f"base.{name}")
        for name in [*names, "paragraphs"]
    )


def _merge(table: Table, connection: DuckDBPyConnection) -> None:
    """Write the statements of the base, closed where the load differs, and those of the load."""
    name = table.name
    held = set(connection.table(f"base.{name}").columns)
    columns = [
        field.name if field.name in held else f"NULL::{SQL_TYPES[field.type]} AS {field.name}"
        for field in table.fields
    ]
    _view(connection, "incoming", f"scratch.{name}", "* EXCLUDE (faults)")
    books = "fact, load, retracted, known_from, known_to"
    _view(connection, "base_statements", f"base.{name}", f"{', '.join(columns)}, {books}")
    derived = ", ".join(f"{how} AS {column}" for column, how in DERIVED.items())
    connection.sql(STATEMENTS).project(f"*, {derived}").create(f"draft.{name}")


def _view(connection: DuckDBPyConnection, name: str, source: str, columns: str) -> None:
    connection.execute(f"CREATE OR REPLACE TEMP VIEW {name} AS FROM {source} SELECT {columns}")


def _change(table: Table, draft: Draft) -> Change:
    loaded = draft.connection.table(f"draft.{table.name}").filter(f"load = {draft.number:d}")
    retracted = count(loaded.filter("retracted"))
    return Change(table.name, count(loaded) - retracted, retracted)


def _write_loads(draft: Draft) -> None:
    draft.connection.execute(CREATE_LOADS)
    if draft.base:
        draft.connection.table("base.loads").insert_into("draft.loads")
    draft.connection.execute(INSERT_LOAD)


def _is_same(connection: DuckDBPyConnection, left: str, right: str) -> bool:
    ours, theirs = connection.table(left), connection.table(right)
    if ours.columns != theirs.columns:
        return False
    return not count(ours.except_(theirs)) and not count(theirs.except_(ours))
