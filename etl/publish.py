"""From checked rows and the base version to the tables of the next version."""

from dataclasses import dataclass
from datetime import datetime
from functools import reduce
from pathlib import Path

from duckdb import DuckDBPyConnection, DuckDBPyRelation

from etl.staging import count
from kim.queries import AS_OF
from kim.store import Draft
from kim.tables import Package, Table

STATEMENTS = (Path(__file__).parent / "sql" / "statements.sql").read_text("utf-8")
OPEN = "known_to = 'infinity' AND NOT retracted"
CREATE_LOADS = "CREATE TABLE main.loads (load INTEGER, loaded_at TIMESTAMP, origin VARCHAR)"
DERIVED = "held_from, proof"
SHARED = "fact, region, source, paragraph, held_from, proof, retracted, known_from, known_to"


@dataclass(frozen=True)
class Change:
    """What a load did to one fact table, in rows."""

    table: str
    rows: int
    added: int
    retracted: int


def write(package: Package, draft: Draft, now: datetime) -> list[Change]:
    """Write every table of the next version into the draft; the changes of the fact tables."""
    for table in package.tables.values():
        if not table.is_fact:
            rows = draft.connection.table(f"scratch.{table.name}").project(
                "* EXCLUDE (fact, faults)"
            )
            rows.order(", ".join(table.identity)).create(f"main.{table.name}")
    changes = [_write_facts(table, draft, now) for table in package.facts]
    _create_facts_view(package, draft.connection)
    _write_loads(draft, now)
    draft.connection.execute(AS_OF)
    return changes


def proof(package: Package, draft: Draft) -> dict[str, int]:
    """How many of today's facts are proven, unproven and contradicted."""
    counted = {"proven": 0, "unproven": 0, "contradicted": 0}
    for table in package.facts:
        now = draft.connection.table(f"main.{table.name}").filter(OPEN)
        for state, number in now.aggregate("proof, count(*)", "proof").fetchall():
            counted[state] += number
    return counted


def differs_from_base(package: Package, draft: Draft, changes: list[Change]) -> bool:
    """Whether the draft says anything that its base does not."""
    if not draft.base or any(change.added or change.retracted for change in changes):
        return True
    names = [table.name for table in package.tables.values() if not table.is_fact]
    return any(
        not _is_same(draft.connection, f"main.{name}", f"base.{name}")
        for name in [*names, "paragraphs"]
    )


def _write_facts(table: Table, draft: Draft, now: datetime) -> Change:
    connection, name = draft.connection, table.name
    new = connection.table(f"scratch.{name}")
    old = _old(draft, name, new)
    old.create(f"scratch.old_{name}")
    newest = connection.table(f"scratch.old_{name}").filter(OPEN).project("*, 0::BIGINT AS faults")
    newest.project(", ".join(new.columns)).create(f"scratch.newest_{name}")
    parameters = {
        "new": f"scratch.{name}",
        "newest": f"scratch.newest_{name}",
        "old": f"scratch.old_{name}",
        "now": now,
        "load": draft.number,
    }
    connection.sql(STATEMENTS, params=parameters).create(f"main.{name}")
    loaded = connection.table(f"main.{name}").filter(f"load = {draft.number:d}")
    retracted = count(loaded.filter("retracted"))
    return Change(name, count(new), count(loaded) - retracted, retracted)


def _old(draft: Draft, name: str, new: DuckDBPyRelation) -> DuckDBPyRelation:
    """The base version's statements without what is derived; none when the base lacks the table."""
    columns = new.project("* EXCLUDE (faults)").limit(0)
    books = "0 AS load, false AS retracted, now()::TIMESTAMP AS known_from, now()::TIMESTAMP AS known_to"
    empty = columns.project(f"*, {books}")
    if not draft.base or not _exists(draft.connection, name):
        return empty
    base = draft.connection.table(f"base.{name}").project(f"* EXCLUDE ({DERIVED})")
    missing = [column for column in columns.columns if column not in base.columns]
    return base.project(", ".join(["*", *(f"NULL AS {column}" for column in missing)]))


def _create_facts_view(package: Package, connection: DuckDBPyConnection) -> None:
    """All fact tables as one, `facts`, in the columns they share."""
    views = [
        connection.table(f"main.{table.name}").project(f"'{table.name}' AS fact_table, {SHARED}")
        for table in package.facts
    ]
    reduce(DuckDBPyRelation.union, views).create_view("facts")


def _exists(connection: DuckDBPyConnection, name: str) -> bool:
    query = (
        "SELECT count(*) FROM duckdb_tables() WHERE database_name = 'base' AND table_name = $name"
    )
    row = connection.execute(query, {"name": name}).fetchone()
    return bool(row and row[0])


def _write_loads(draft: Draft, now: datetime) -> None:
    draft.connection.execute(CREATE_LOADS)
    if draft.base:
        draft.connection.table("base.loads").insert_into("main.loads")
    draft.connection.execute("INSERT INTO main.loads VALUES (?, ?, 'data')", [draft.number, now])


def _is_same(connection: DuckDBPyConnection, left: str, right: str) -> bool:
    ours, theirs = connection.table(left), connection.table(right)
    if ours.columns != theirs.columns:
        return False
    return not count(ours.except_(theirs)) and not count(theirs.except_(ours))
