"""The tables on loads in a version: every load so far, what it brought, what it did, whether it counts."""

from collections.abc import Sequence
from dataclasses import asdict
from datetime import datetime
from typing import Any

from duckdb import DuckDBPyConnection

from etl.pipeline import SQL
from etl.pipeline.base import tables_in_base
from etl.pipeline.merge import Change
from kim.loads import Kind, Load
from kim.store import Draft

LAYERS = (SQL / "layers.sql").read_text("utf-8")
CREATE_LOADS = (SQL / "loads.sql").read_text("utf-8")
SET_LOAD = "SET VARIABLE load = $load"
SET_NOW = "SET VARIABLE now = $now"
SET_ABOUT = "SET VARIABLE about = $about"
INSERT_LOAD = "INSERT INTO draft.loads VALUES ($load, $at, $kind, $subject, $about, $receipt)"
INSERT_PART = "INSERT INTO draft.load_parts VALUES ($load, $table, $file, $size, $sha256, $rows)"
INSERT_CHANGE = "INSERT INTO draft.load_changes VALUES ($load, $table, $said, $added, $retracted)"
# What a column holds that the base, made by an earlier program, does not have.
LACKING = {"kind": "'data'", "subject": "''", "receipt": "''"}


def next_load(draft: Draft, kind: Kind, at: datetime, **more: Any) -> Load:  # noqa: ANN401
    """The load that makes the draft, at a time (UTC) or, when the clock was set back, that of the load before it."""
    last, last_at = 0, at
    if draft.base:
        loads = draft.connection.table("base.loads")
        last, last_at = loads.aggregate("max(load), max(loaded_at)").fetchall()[0]
    return Load(draft.number, kind, max(at, last_at), previous=last, **more)


def begin(draft: Draft, load: Load) -> None:
    """Write the record of this load and say which loads count after it.

    Makes the table `layers` and the variables `load`, `now` and `about` for the statements.
    """
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
            "receipt": load.submission,
        },
    )
    for part in load.parts:
        values = {"table": part.table, "file": part.file, "size": part.size}
        digests = {"sha256": part.sha256, "rows": part.rows_sha256}
        connection.execute(INSERT_PART, {"load": load.number, **values, **digests})
    connection.execute(LAYERS)


def write_changes(draft: Draft, load: Load, changes: Sequence[Change]) -> None:
    """Write what the load did to each table that it said something of."""
    for change in changes:
        if change.said or change.added or change.retracted:
            draft.connection.execute(INSERT_CHANGE, {"load": load.number, **asdict(change)})


def uploads(draft: Draft, *, counting: bool) -> set[int]:
    """The uploads of the base that count, or those that are withdrawn."""
    decided = draft.connection.table("base.loads").filter("about IS NOT NULL")
    last = dict(decided.aggregate("about, arg_max(kind, load)", "about").fetchall())
    brought = draft.connection.table("base.loads").filter("kind = 'upload'").project("load")
    return {
        load for (load,) in brought.fetchall() if (last.get(load) != Kind.WITHDRAWAL) is counting
    }


def _append(connection: DuckDBPyConnection, name: str) -> None:
    """Copy the rows of the base; a column that it lacks gets its default."""
    held = set(connection.table(f"base.{name}").columns)
    ours = connection.table(f"draft.{name}").columns
    columns = [each if each in held else LACKING.get(each, "NULL") for each in ours]
    connection.table(f"base.{name}").project(", ".join(columns)).insert_into(f"draft.{name}")
