"""What follows from the statements of all tables: since when they held, their proof."""

from collections.abc import Iterable
from functools import reduce

from duckdb import DuckDBPyRelation

from etl.pipeline import SQL
from etl.pipeline.merge import OPEN
from kim.store import Draft
from kim.tables import Package, Table

PAPERS = (SQL / "papers.sql").read_text("utf-8")
OF_ALL = [(SQL / name).read_text("utf-8") for name in ("held_from.sql", "proof.sql")]
OF_EVENTS = (SQL / "held_from_event.sql").read_text("utf-8")


def derive(facts: Iterable[Table], draft: Draft) -> None:
    """Fill in what is derived of these tables of facts."""
    connection = draft.connection
    connection.execute(PAPERS)
    for table in facts:
        has_day = any(field.name == "date" for field in table.fields)
        for update in (*OF_ALL, *([OF_EVENTS] if has_day else [])):
            connection.execute(f"UPDATE draft.{table.name} AS statements {update}")


def proof(package: Package, draft: Draft) -> dict[str, int]:
    """How many of today's facts are proven, unproven and contradicted."""
    tables = (draft.connection.table(f"draft.{each.name}") for each in package.facts)
    states = (each.filter(OPEN).project("proof") for each in tables)
    none = draft.connection.sql("SELECT NULL::VARCHAR AS proof WHERE false")
    counted = reduce(DuckDBPyRelation.union, states, none).aggregate("proof, count(*)", "proof")
    return {"proven": 0, "unproven": 0, "contradicted": 0} | dict(counted.fetchall())
