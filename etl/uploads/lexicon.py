"""The names that stand for keys when a file is read: those of a version and those typed in with the file."""

from collections.abc import Mapping, Sequence

from duckdb import DuckDBPyConnection

from etl.reading import Lexicon

PLACES = "SELECT ags, label FROM kim.known_places"
GONE = "SELECT ags, successor FROM kim.known_places WHERE successor IS NOT NULL"
KEY_AND_NAME = {"organisations": "organisation, name", "sources": "source, title"}


def lexicon(
    version: DuckDBPyConnection, added: Mapping[str, Sequence[Mapping[str, str]]]
) -> Lexicon:
    """By table, key -> name; `added` are rows that no version has yet."""
    names = {}
    for table, columns in KEY_AND_NAME.items():
        key, name = columns.split(", ")
        known = version.table(table).project(columns).fetchall()
        names[table] = dict(known) | {row[key]: row[name] for row in added.get(table, ())}
    regions = dict(version.execute(PLACES).fetchall())
    return Lexicon(regions, **names, successors=dict(version.execute(GONE).fetchall()))
