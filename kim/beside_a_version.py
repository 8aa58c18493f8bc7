"""What stands beside a version, so that it is the program's and not the version's: its tables in today's form, macros."""

from collections.abc import Collection
from dataclasses import fields
from pathlib import Path

from duckdb import DuckDBPyConnection

from kim.date_functions import add_date_functions
from kim.dates import Held
from kim.tables import Table, package

DATABASE = "kim"
ATTACH = f"ATTACH IF NOT EXISTS ':memory:' AS {DATABASE} (READ_WRITE)"
KNOWN_PLACES, *MACROS = [
    Path(__file__).with_name(f"{name}.sql").read_text("utf-8")
    for name in ("known_places", "as_of", "read_from_text", "with_predecessors", "told", "decided")
]
SQL_TYPES = {"string": "VARCHAR", "number": "DOUBLE", "integer": "BIGINT", "boolean": "BOOLEAN"}
DAYS = tuple(f"held_{each.name}" for each in fields(Held))  # since and until when a fact held
ENDS = DAYS[2:]
OF_EVERY_STATEMENT = {
    "load": "BIGINT",
    "retracted": "BOOLEAN",
    "known_from": "TIMESTAMP",
    "known_to": "TIMESTAMP",
}
OF_EVERY_FACT = ("fact", "region", "source", "paragraph", *DAYS, "proof")
NOTHING = "(SELECT 1 WHERE false)"
# What the search looks up, empty in a version that an earlier program made.
SEARCH = {
    "search_entries": "entry INTEGER, kind VARCHAR, fact_table VARCHAR, fact UBIGINT, name VARCHAR, "
    "paragraph BIGINT, region VARCHAR, known_from TIMESTAMP, known_to TIMESTAMP, retracted BOOLEAN, "
    "held_from_earliest DATE, held_from_latest DATE, held_until_earliest DATE, held_until_latest DATE, words INTEGER",
    "search_words": "word INTEGER, spelled VARCHAR, written VARCHAR, entries INTEGER, is_name BOOLEAN",
    "search_postings": "word INTEGER, entry INTEGER",
    "search_forms": "spelled VARCHAR, term VARCHAR, is_part BOOLEAN",
}
TABLES = "SELECT table_name FROM duckdb_tables() WHERE database_name = current_database()"
COLUMNS = "SELECT table_name, list(column_name) FROM duckdb_columns() WHERE database_name = current_database() GROUP BY ALL"


def make_views_and_macros(connection: DuckDBPyConnection) -> None:
    """Make what the questions share, for the version that this connection has open.

    A table or column that the version lacks because an earlier program made it is empty; its only day is both the earliest
    and the latest from which something held.
    """
    connection.execute(ATTACH)
    [(version,)] = connection.execute("SELECT current_database()").fetchall()
    held = {name for (name,) in connection.execute(TABLES).fetchall()}
    columns: dict[str, list[str]] = dict(connection.execute(COLUMNS).fetchall())
    for table in package().facts:
        shown = ", ".join(_columns(table, columns.get(table.name, [])))
        there = f'"{version}".main.{table.name}' if table.name in held else NOTHING
        _view(connection, table.name, f"FROM {there} SELECT {shown}")
    _view(connection, "facts", " UNION ALL ".join(map(_as_any_fact, package().facts)))
    for name, declared in SEARCH.items():
        nothing = f"(SELECT NULL::STRUCT({declared}) AS nothing WHERE false) SELECT nothing.*"
        there = f'"{version}".main.{name}'
        _view(connection, name, f"FROM {there if name in held else nothing}")
    add_date_functions(connection)
    if "regions" in held:
        connection.execute(KNOWN_PLACES)
    for macro in MACROS:
        connection.execute(macro)


def _view(connection: DuckDBPyConnection, name: str, query: str) -> None:
    connection.execute(f"CREATE OR REPLACE VIEW {DATABASE}.{name} AS {query}")


def kept_day(name: str, day: str) -> str:
    """How the SQL expression `day` is kept in the column `name`: an open end as infinity, which as_of takes back."""
    return f"coalesce({day}, DATE 'infinity')" if name in ENDS else day


def _columns(table: Table, columns: Collection[str]) -> list[str]:
    """The columns of today as SQL over those of the version."""
    types = {each.name: SQL_TYPES[each.type] for each in table.fields}
    types |= {
        "fact": "UBIGINT",
        **OF_EVERY_STATEMENT,
        **dict.fromkeys(DAYS, "DATE"),
        "proof": "VARCHAR",
    }
    old = {DAYS[0]: "held_from", DAYS[1]: "coalesce(held_from, known_from::DATE)"}
    old = old if "held_from" in columns else {}
    found = {
        name: name if name in columns else old.get(name, f"NULL::{types[name]}") for name in types
    }
    return [f"{kept_day(name, how)} AS {name}" for name, how in found.items()]


def _as_any_fact(table: Table) -> str:
    """A fact table in the columns that all of them share."""
    shared = ", ".join((*OF_EVERY_FACT, *OF_EVERY_STATEMENT))
    return f"FROM {DATABASE}.{table.name} SELECT '{table.name}' AS fact_table, {shared}"
