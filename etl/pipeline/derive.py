"""What follows from the statements of all tables: since when they held, their proof, one view of all facts."""

from functools import reduce

from duckdb import DuckDBPyConnection, DuckDBPyRelation

from etl.pipeline import SQL
from etl.pipeline.merge import OPEN
from kim.store import AS_OF, Draft
from kim.tables import Package

OF_ALL = [(SQL / name).read_text("utf-8") for name in ("held_from.sql", "proof.sql")]
OF_EVENTS = (SQL / "held_from_event.sql").read_text("utf-8")
SHARED = "fact, region, source, paragraph, held_from, proof, load, retracted, known_from, known_to"


def derive(package: Package, draft: Draft) -> None:
    """Fill in what is derived, and make the view `facts` and the macro `as_of`."""
    connection = draft.connection
    for table in package.facts:
        has_day = any(field.name == "date" for field in table.fields)
        for update in (*OF_ALL, *([OF_EVENTS] if has_day else [])):
            connection.execute(f"UPDATE draft.{table.name} AS statements {update}")
    _create_facts_view(package, connection)
    connection.execute(AS_OF)


def proof(package: Package, draft: Draft) -> dict[str, int]:
    """How many of today's facts are proven, unproven and contradicted."""
    counted = {"proven": 0, "unproven": 0, "contradicted": 0}
    for table in package.facts:
        now = draft.connection.table(f"draft.{table.name}").filter(OPEN)
        for state, number in now.aggregate("proof, count(*)", "proof").fetchall():
            counted[state] += number
    return counted


def _create_facts_view(package: Package, connection: DuckDBPyConnection) -> None:
    """All fact tables as one, `facts`, in the columns they share."""
    tables = [
        connection.table(table.name).project(f"'{table.name}' AS fact_table, {SHARED}")
        for table in package.facts
    ]
    reduce(DuckDBPyRelation.union, tables).create_view("facts")
