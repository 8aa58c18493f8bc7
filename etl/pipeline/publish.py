"""From checked rows and the base version to the tables of the next version."""

from collections.abc import Collection, Iterator, Sequence
from dataclasses import asdict, dataclass
from functools import reduce
from pathlib import Path

from duckdb import DuckDBPyConnection, DuckDBPyRelation

from etl.pipeline.rules import SQL_TYPES
from etl.pipeline.stage import count
from kim.findings import Finding
from kim.loads import Kind, Load
from kim.store import AS_OF, Draft
from kim.tables import Package, Reference, Table

SQL = Path(__file__).parent / "sql"
STATEMENTS = (SQL / "statements.sql").read_text("utf-8")
SAYS_OF_DATA = (SQL / "says_of_data.sql").read_text("utf-8")
SAYS_OF_UPLOAD = (SQL / "says_of_upload.sql").read_text("utf-8")
LAYERS = (SQL / "layers.sql").read_text("utf-8")
UPDATES = [(SQL / name).read_text("utf-8") for name in ("held_from.sql", "proof.sql")]
OF_EVENT = (SQL / "held_from_event.sql").read_text("utf-8")
OPEN = "known_to = 'infinity' AND NOT retracted"
SAID = "load = getvariable('load')"
DERIVED = {"held_from": "first_day(as_of)", "proof": "'unproven'"}
BOOKS = {
    "load": "getvariable('load')::INTEGER",
    "retracted": "false",
    "known_from": "getvariable('now')::TIMESTAMP",
    "known_to": "TIMESTAMP 'infinity'",
}
SHARED = "fact, region, source, paragraph, held_from, proof, load, retracted, known_from, known_to"
SET_LOAD = "SET VARIABLE load = $load"
SET_NOW = "SET VARIABLE now = $now"
SET_ABOUT = "SET VARIABLE about = $about"
CREATE_LOADS = (SQL / "loads.sql").read_text("utf-8")
INSERT_LOAD = "INSERT INTO draft.loads VALUES ($load, $at, $kind, $subject, $about, $receipt)"
INSERT_CHANGE = "INSERT INTO draft.load_changes VALUES ($load, $table, $said, $added, $retracted)"
INSERT_PART = "INSERT INTO draft.load_parts VALUES ($load, $table, $file, $size, $sha256, $rows)"
LACKING = {"kind": "'data'", "subject": "''", "receipt": "''"}
IN_BASE = "SELECT table_name FROM duckdb_tables() WHERE database_name = 'base'"


@dataclass(frozen=True)
class Change:
    """What a load did to one table: rows it says something of, statements that hold now, and that hold no longer."""

    table: str
    said: int
    added: int
    retracted: int


def begin(draft: Draft, load: Load) -> None:
    """Write the record of this load and say which loads count after it."""
    connection = draft.connection
    connection.execute(SET_LOAD, {"load": load.number})
    connection.execute(SET_NOW, {"now": load.at})
    connection.execute(SET_ABOUT, {"about": load.about})
    connection.execute(CREATE_LOADS)
    for name in sorted({"loads", "load_parts", "load_changes"} & tables_in_base(draft)):
        _append(connection, name)
    connection.execute(
        INSERT_LOAD,
        {
            "load": load.number,
            "at": load.at,
            "kind": load.kind,
            "subject": load.subject,
            "about": load.about,
            "receipt": load.receipt,
        },
    )
    for part in load.parts:
        values = {"table": part.table, "file": part.file, "size": part.size}
        digests = {"sha256": part.sha256, "rows": part.rows_sha256}
        connection.execute(INSERT_PART, {"load": load.number, **values, **digests})
    connection.execute(LAYERS)


def uploads(draft: Draft, *, counting: bool) -> set[int]:
    """The uploads of the base that count, or those that are withdrawn."""
    decided = draft.connection.table("base.loads").filter("about IS NOT NULL")
    last = dict(decided.aggregate("about, arg_max(kind, load)", "about").fetchall())
    brought = draft.connection.table("base.loads").filter("kind = 'upload'").project("load")
    return {
        load for (load,) in brought.fetchall() if (last.get(load) != Kind.WITHDRAWAL) is counting
    }


def tables_in_base(draft: Draft) -> set[str]:
    """The names of the tables that the base version has."""
    return {name for (name,) in draft.connection.execute(IN_BASE).fetchall()}


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

    `is_first`: the draft has them already, because there is no base. `is_staged`: the load brings
    rows of this table; those columns that its file is `lacking` keep what the base says. A
    reference table gets its current rows beside its statements.
    """
    connection = draft.connection
    name = table.statements
    if is_first and not is_staged:
        _create_empty(table, connection)
    elif is_first:
        connection.execute(f"ALTER TABLE draft.{name} DROP COLUMN faults")
    else:
        set_views(table, connection, is_staged=is_staged, lacking=lacking)
        _merge(table, connection, load.kind, is_staged=is_staged)
    if not table.is_fact:
        current = connection.table(f"draft.{name}").filter(OPEN)
        columns = ", ".join(field.name for field in table.fields)
        current.project(columns).order(", ".join(table.identity)).create(f"draft.{table.name}")
    return _change(table, draft)


def finish(package: Package, draft: Draft, load: Load, changes: Sequence[Change]) -> None:
    """Write what the load did and what is derived from the statements of all tables."""
    connection = draft.connection
    for change in changes:
        if change.said or change.added or change.retracted:
            connection.execute(INSERT_CHANGE, {"load": load.number, **asdict(change)})
    for table in package.facts:
        has_day = any(field.name == "date" for field in table.fields)
        for update in (*UPDATES, *([OF_EVENT] if has_day else [])):
            connection.execute(f"UPDATE draft.{table.name} AS statements {update}")
    _create_facts_view(package, connection)
    connection.execute(AS_OF)


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


def differs_from_base(draft: Draft, changes: list[Change]) -> bool:
    """Whether the draft says anything that its base does not."""
    if not draft.base or any(change.said for change in changes):
        return True
    return not _is_same(draft.connection, "draft.paragraphs", "base.paragraphs")


def first_statement(table: Table) -> dict[str, str]:
    """What a statement has beside its row, as SQL, while there is no base."""
    return {**BOOKS, **_derived(table)}


def carry_paragraphs(draft: Draft) -> None:
    """Take over the paragraphs of the base."""
    draft.connection.table("base.paragraphs").create("draft.paragraphs")


def still_used(
    package: Package, draft: Draft, load: Load, changes: Sequence[Change]
) -> Iterator[Finding]:
    """The rows of reference tables that others name although they are missing after this load.

    A file names its own missing ones; looked for is what a load takes away or brings back.
    """
    shrunk = {each.table for each in changes if each.retracted}
    for table in package.tables.values():
        for reference in table.references:
            if reference.table in shrunk or load.kind is Kind.RESTORATION:
                yield from _dangling(package, draft, table, reference)


def _dangling(
    package: Package, draft: Draft, table: Table, reference: Reference
) -> Iterator[Finding]:
    keys = draft.connection.table(f"draft.{reference.table}")
    known = keys.project(f"{reference.column} AS key").set_alias("known")
    naming = draft.connection.table(f"draft.{table.statements}").filter(OPEN)
    named = naming.filter(f"{reference.field} IS NOT NULL").project(f"{reference.field} AS key")
    lost = named.set_alias("named").join(known, "key", how="anti")
    for key, rows in lost.aggregate("key, count(*)", "key").order("key").fetchall():
        name = package.tables[reference.table].path
        yield Finding("still_used", name, value=key, expected=f"{table.title} ({rows})")


def _merge(table: Table, connection: DuckDBPyConnection, kind: Kind, *, is_staged: bool) -> None:
    """Write the statements of the base, closed where the load differs, and those of the load."""
    name = table.statements
    statements = connection.table("base_rows")
    if is_staged or kind is not Kind.UPLOAD:
        connection.execute(SAYS_OF_DATA if kind is Kind.DATA else SAYS_OF_UPLOAD)
        statements = connection.sql(STATEMENTS)
    names = ", ".join(field.name for field in table.fields)
    derived = "".join(f", {how} AS {column}" for column, how in _derived(table).items())
    ordered = f"{names}, fact, {', '.join(BOOKS)}{derived}"
    statements.project(ordered).create(f"draft.{name}")


def set_views(
    table: Table, connection: DuckDBPyConnection, *, is_staged: bool, lacking: Collection[str]
) -> None:
    """Make the views `incoming` and `base_statements` show this table, each row with its content."""
    name = table.statements
    held = set(connection.table(f"base.{name}").columns)
    columns = [
        field.name if field.name in held else f"NULL::{SQL_TYPES[field.type]} AS {field.name}"
        for field in table.fields
    ]
    names = [field.name for field in table.fields]
    content = f"hash({', '.join(names)}) AS content"
    books = ", ".join(BOOKS)
    _view(connection, "base_rows", f"base.{name}", f"{', '.join(columns)}, fact, {books}")
    _view(connection, "base_statements", "base_rows", f"*, {content}")
    if not is_staged:
        all_names = ", ".join(names)
        _view(
            connection, "incoming", "(FROM base_rows LIMIT 0)", f"{all_names}, fact, 0 AS content"
        )
        return
    staged = f"scratch.{name} AS staged"
    if lacking:
        staged += f" LEFT JOIN (FROM base_rows WHERE {OPEN}) AS held USING (fact)"
    filled = [f"{'held' if each in lacking else 'staged'}.{each}" for each in names]
    _view(connection, "incoming_rows", staged, f"{', '.join(filled)}, staged.fact")
    _view(connection, "incoming", "incoming_rows", f"*, {content}")


def _create_empty(table: Table, connection: DuckDBPyConnection) -> None:
    columns = [f"NULL::{SQL_TYPES[field.type]} AS {field.name}" for field in table.fields]
    columns.append("NULL::UBIGINT AS fact")
    columns += (f"{how} AS {name}" for name, how in BOOKS.items())
    if table.is_fact:
        columns += ["NULL::DATE AS held_from", "NULL::VARCHAR AS proof"]
    nothing = connection.sql("SELECT 1 WHERE false").project(", ".join(columns))
    nothing.create(f"draft.{table.statements}")


def _derived(table: Table) -> dict[str, str]:
    return DERIVED if table.is_fact else {}


def _view(connection: DuckDBPyConnection, name: str, source: str, columns: str) -> None:
    connection.execute(f"CREATE OR REPLACE TEMP VIEW {name} AS FROM {source} SELECT {columns}")


def _change(table: Table, draft: Draft) -> Change:
    now = "known_from = getvariable('now')::TIMESTAMP AND known_to = 'infinity'"
    decided = draft.connection.table(f"draft.{table.statements}").filter(now)
    retracted = count(decided.filter("retracted"))
    said = draft.connection.table(f"draft.{table.statements}").filter(SAID)
    return Change(table.name, count(said), count(decided) - retracted, retracted)


def _append(connection: DuckDBPyConnection, name: str) -> None:
    """Copy the rows of the base; a column that it lacks gets its default."""
    held = set(connection.table(f"base.{name}").columns)
    ours = connection.table(f"draft.{name}").columns
    columns = [each if each in held else LACKING.get(each, "NULL") for each in ours]
    connection.table(f"base.{name}").project(", ".join(columns)).insert_into(f"draft.{name}")


def _is_same(connection: DuckDBPyConnection, left: str, right: str) -> bool:
    ours, theirs = connection.table(left), connection.table(right)
    return not count(ours.except_(theirs)) and not count(theirs.except_(ours))
