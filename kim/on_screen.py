"""What is on screen as a Data Package: its facts, the places, organisations and documents that they refer to."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import groupby
from typing import Any

import pandas as pd

from kim import csv_lines, german, queries
from kim.cells import DISPLAY
from kim.data_package import (
    Described,
    Resource,
    descriptor,
    documents,
    listed,
    reference_rows,
    zipped,
)
from kim.facts import FactKey
from kim.queries import View
from kim.tables import Reference, Table, package
from kim.texts import text
from kim.view import day_shown

About = tuple[tuple[str, str], ...]
Frames = Mapping[str, pd.DataFrame]
Keys = Mapping[str, frozenset[str]]
OF_WHAT_IS_MADE = (
    Reference("region", "regions", "ags"),
    Reference("source", "sources", "source"),
)
"""What the columns of these names refer to in a table that is made of facts, such as the answers."""


@dataclass(frozen=True)
class OnScreen:
    """The facts on screen, and the view that chose them."""

    facts: tuple[FactKey, ...]
    view: View


def packed(
    key: str,
    subject: Table,
    frame: pd.DataFrame,
    sources: Sequence[str],
    about: About,
    of: OnScreen,
) -> bytes:
    """The package as one file (ZIP).

    `frame`: rows of `subject`, a file of their own where that is no fact table (answers, counts).
    `sources`: the slugs of the documents that were named beside. `about`: what was filtered, in words.
    """
    frames = dict(_facts(of))
    tables = {each.name: each for each in package().facts if each.name in frames}
    if not subject.is_fact:
        made = _as_made(subject, frame)
        tables, frames = {made.name: made, **tables}, {made.name: frame, **frames}
    referred = _references(tables, frames, sources)
    tables |= {each.name: each for each in _reference_tables()}
    return zipped(
        _described(key, subject, referred["sources"], about, of.view),
        (_resource(each, {**frames, **referred}[name]) for name, each in tables.items()),
        _readme(subject, tables, referred["sources"], about),
    )


def _facts(of: OnScreen) -> Iterator[tuple[str, pd.DataFrame]]:
    """The statements of these facts by table, as they were known on the day of the view."""
    everywhere = View(tuple(queries.place_names()), None, of.view.known_on)
    ordered = sorted(dict.fromkeys(of.facts), key=lambda each: (each.table, each.fact))
    for table, keys in groupby(ordered, lambda each: each.table):
        yield table, queries.chosen_facts(table, [each.fact for each in keys], everywhere)


def _as_made(table: Table, frame: pd.DataFrame) -> Table:
    """A table that is made of facts with the columns of the frame and what they refer to."""
    fields = tuple(DISPLAY.get(name) or table.field(name) for name in frame)
    references = tuple(each for each in OF_WHAT_IS_MADE if each.field in frame)
    return replace(table, fields=fields, references=references)


def _reference_tables() -> list[Table]:
    return [each for each in package().tables.values() if not each.is_fact]


def _references(tables: Mapping[str, Table], frames: Frames, sources: Sequence[str]) -> Frames:
    """The rows of the reference tables that these rows and documents refer to, those that they refer to too."""
    named = [_named(each, frames[name]) for name, each in tables.items()]
    keys = _closed(_joined({"sources": frozenset(sources)}, *named))
    return {each.name: _rows(each, keys) for each in _reference_tables()}


def _closed(keys: Keys) -> Keys:
    more = _joined(keys, *(_named(each, _rows(each, keys)) for each in _reference_tables()))
    return keys if more == keys else _closed(more)


def _named(table: Table, rows: pd.DataFrame) -> Keys:
    """The keys of other tables that the rows of a table name."""
    return _joined(
        *({each.table: frozenset(rows[each.field].dropna())} for each in table.references)
    )


def _joined(*several: Keys) -> Keys:
    tables = dict.fromkeys(name for keys in several for name in keys)
    return {
        name: frozenset().union(*(keys.get(name, frozenset()) for keys in several))
        for name in tables
    }


def _rows(table: Table, keys: Keys) -> pd.DataFrame:
    (key,) = table.identity
    rows = reference_rows(table)
    return rows[rows[key].isin(keys.get(table.name, frozenset()))]


def _resource(table: Table, rows: pd.DataFrame) -> Resource:
    known = {each["name"]: each for each in descriptor()["resources"]}
    declared = known.get(table.name) or _declared(table)
    return Resource(declared, csv_lines.file((rows,), table.fields))


def _declared(table: Table) -> dict[str, Any]:
    """A table that is made of facts, as a descriptor names it."""
    fields = [{"name": each.name, "title": each.title, "type": each.type} for each in table.fields]
    references = [
        {"fields": [each.field], "reference": {"resource": each.table, "fields": [each.column]}}
        for each in table.references
    ]
    return {
        "name": table.name,
        "title": table.title,
        "path": f"{table.name}.csv",
        "profile": "tabular-data-resource",
        "kind": table.kind,
        "caveats": list(table.caveats),
        "encoding": "utf-8",
        "protected": True,
        "format": "csv",
        "mediatype": "text/csv",
        "schema": {"fields": fields, "foreignKeys": references},
    }


def _described(
    key: str, subject: Table, sources: pd.DataFrame, about: About, view: View
) -> Described:
    """What is said of the whole: what was filtered, the days, the documents."""
    return {
        **descriptor(),
        "name": f"kim-nrw-{key}",
        "title": subject.title,
        "heldOn": day_shown(view).isoformat(),
        "knownOn": (view.known_on or german.today()).isoformat(),
        "about": [{"title": title, "value": value} for title, value in about],
        "sources": documents(sources),
    }


def _readme(
    subject: Table, tables: Mapping[str, Table], sources: pd.DataFrame, about: About
) -> str:
    """What the package is and what was filtered, in German."""
    said = "\n".join(f"- {title}: {value}" for title, value in about)
    titles = "\n".join(f"- {each}" for each in sources["title"])
    files = listed(tables.values())
    return text("package.shown", subject=subject.title, about=said, files=files, sources=titles)
