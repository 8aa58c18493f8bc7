"""The statements of one table: those of the base, closed where a load differs, and those of the load."""

from collections.abc import Collection
from dataclasses import dataclass

from duckdb import DuckDBPyConnection

from etl.pipeline import SQL
from kim.beside_a_version import DAYS, SQL_TYPES, kept_day
from kim.loads import Kind, Load
from kim.store import Draft
from kim.tables import Field, Table

STATEMENTS = (SQL / "statements.sql").read_text("utf-8").rstrip(";\n")
SAYS_OF_DATA = (SQL / "says_of_data.sql").read_text("utf-8")
SAYS_OF_UPLOAD = (SQL / "says_of_upload.sql").read_text("utf-8")
OPEN = "known_to = 'infinity' AND NOT retracted"
# A place that an earlier program held under two keys is listed under one of them.
ONE_KEY = "ags = region_key(ags)"
SAID = "load = getvariable('load')"
DERIVED = {
    **{day: kept_day(day, f"held(as_of).{day.removeprefix('held_')}") for day in DAYS},
    "proof": "'unproven'",
}
# By which load a statement is said, and when it was known.
PROVENANCE = {
    "load": "getvariable('load')::INTEGER",
    "retracted": "false",
    "known_from": "getvariable('now')::TIMESTAMP",
    "known_to": "TIMESTAMP 'infinity'",
}


@dataclass(frozen=True)
class Change:
    """What a load did to one table: rows it says something of, statements that hold now, and that hold no longer."""

    table: str
    said: int
    added: int
    retracted: int


def merge(
    table: Table,
    draft: Draft,
    load: Load,
    *,
    is_first: bool,
    is_staged: bool,
    lacking: Collection[str] = (),
) -> Change:
    """Write the statements of one table; what the load changes in them.

    `is_first`: there is no base. `is_staged`: the load brings rows of this table; those columns
    that its file is `lacking` keep what the base says. A reference table gets its current rows
    beside its statements.
    """
    connection = draft.connection
    name = table.statements
    if is_first and not is_staged:
        _create_empty(table, connection)
    elif is_first:
        _create_first(table, connection)
    else:
        set_views(table, connection, is_staged=is_staged, lacking=lacking)
        _merge(table, connection, load.kind, is_staged=is_staged)
    if not table.is_fact:
        current = connection.table(f"draft.{name}").filter(OPEN)
        if table.name == "regions":
            current = current.filter(ONE_KEY)
        columns = ", ".join(field.name for field in table.fields)
        current.project(columns).order(", ".join(table.identity)).create(f"draft.{table.name}")
    return _change(table, draft)


def _create_first(table: Table, connection: DuckDBPyConnection) -> None:
    """Write what the load says, while there is no base."""
    beside = {**PROVENANCE, **_derived(table)}
    more = ", ".join(f"{how} AS {column}" for column, how in beside.items())
    connection.execute(
        f"CREATE TABLE draft.{table.statements} AS"
        f" FROM scratch.{table.statements} SELECT * EXCLUDE (faults), {more} {_order(table)}"
    )


def _order(table: Table) -> str:
    """Facts lie place by place, so that a question about a few places passes over the others."""
    return "ORDER BY region, fact, load" if table.is_fact else ""


def _merge(table: Table, connection: DuckDBPyConnection, kind: Kind, *, is_staged: bool) -> None:
    """Write the statements of the base, closed where the load differs, and those of the load."""
    name = table.statements
    statements = "base_rows"
    if is_staged or kind is not Kind.UPLOAD:
        connection.execute(SAYS_OF_DATA if kind is Kind.DATA else SAYS_OF_UPLOAD)
        statements = f"({STATEMENTS})"
    names = ", ".join(field.name for field in table.fields)
    derived = "".join(f", {how} AS {column}" for column, how in _derived(table).items())
    ordered = f"{names}, fact, {', '.join(PROVENANCE)}{derived}"
    connection.execute(
        f"CREATE TABLE draft.{name} AS FROM {statements} SELECT {ordered} {_order(table)}"
    )


def set_views(
    table: Table, connection: DuckDBPyConnection, *, is_staged: bool, lacking: Collection[str]
) -> None:
    """Make the views `incoming` and `base_statements` show this table, each row with its content."""
    name = table.statements
    held = set(connection.table(f"base.{name}").columns)
    columns = [_of_base(field, table, held) for field in table.fields]
    names = [field.name for field in table.fields]
    content = f"hash({', '.join(name for name in names if name != 'key')}) AS content"
    provenance = ", ".join(PROVENANCE)
    temp_view(connection, "base_rows", f"base.{name}", f"{', '.join(columns)}, fact, {provenance}")
    temp_view(connection, "base_statements", "base_rows", f"*, {content}")
    if not is_staged:
        all_names = ", ".join(names)
        temp_view(
            connection, "incoming", "(FROM base_rows LIMIT 0)", f"{all_names}, fact, 0 AS content"
        )
        return
    staged = f"scratch.{name} AS staged"
    if lacking:
        staged += f" LEFT JOIN (FROM base_rows WHERE {OPEN}) AS held USING (fact)"
    filled = [f"{'held' if each in lacking else 'staged'}.{each}" for each in names]
    temp_view(connection, "incoming_rows", staged, f"{', '.join(filled)}, staged.fact")
    temp_view(connection, "incoming", "incoming_rows", f"*, {content}")


def _of_base(field: Field, table: Table, held: Collection[str]) -> str:
    """A column of the base as SQL, as today's program writes it; empty where it has none."""
    if field.name not in held:
        return f"NULL::{SQL_TYPES[field.type]} AS {field.name}"
    if field.name in table.places:
        return f"region_key({field.name}) AS {field.name}"
    if field.semantics == "partial_date":
        return f"edtf({field.name}) AS {field.name}"
    return field.name


def _create_empty(table: Table, connection: DuckDBPyConnection) -> None:
    columns = [f"NULL::{SQL_TYPES[field.type]} AS {field.name}" for field in table.fields]
    columns.append("NULL::UBIGINT AS fact")
    columns += (f"{how} AS {name}" for name, how in PROVENANCE.items())
    if table.is_fact:
        columns += [f"NULL::DATE AS {day}" for day in DAYS]
        columns.append("NULL::VARCHAR AS proof")
    nothing = connection.sql("SELECT 1 WHERE false").project(", ".join(columns))
    nothing.create(f"draft.{table.statements}")


def _derived(table: Table) -> dict[str, str]:
    return DERIVED if table.is_fact else {}


def temp_view(connection: DuckDBPyConnection, name: str, source: str, columns: str) -> None:
    """Make or replace a view of these columns of a source, both as SQL."""
    connection.execute(f"CREATE OR REPLACE TEMP VIEW {name} AS FROM {source} SELECT {columns}")


def _change(table: Table, draft: Draft) -> Change:
    now = "known_from = getvariable('now')::TIMESTAMP AND known_to = 'infinity'"
    numbers = (SAID, f"{now} AND NOT retracted", f"{now} AND retracted")
    counted = ", ".join(f"count(*) FILTER ({each})" for each in numbers)
    statements = draft.connection.table(f"draft.{table.statements}")
    [(said, added, retracted)] = statements.aggregate(counted).fetchall()
    return Change(table.name, said, added, retracted)
