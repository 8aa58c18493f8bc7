"""Rows in, rows out: what a small text table tells a real store, and what the store then answers."""

from collections.abc import Callable, Iterable, Mapping
from datetime import date, datetime
from pathlib import Path
from typing import Any

import pandas as pd

from kim import queries
from kim.queries import View
from kim.tables import Table
from tests.conftest import World, empty_world
from tests.rows import MUSTER_TEXT, ORGANISATIONS, REGIONS, SOURCES, Row

# When the loads came (UTC): twice at noon, then at midnight, then at noon again.
LOADED = [datetime(2024, 1, 10, 12), datetime(2024, 2, 10, 12)]  # noqa: DTZ001
LOADED += [datetime(2024, 3, 10), datetime(2024, 4, 10, 12)]  # noqa: DTZ001
FIRST, SECOND, THIRD, FOURTH = (each.date() for each in LOADED)
REFERENCES: dict[str, list[Row]] = {
    "regions": REGIONS,
    "organisations": ORGANISATIONS,
    "sources": SOURCES,
}
SOMEBODY = {"regions": "05566", "organisations": "caritas", "sources": "vermerk-2023"}
BUILT: dict[tuple[tuple[str, str], ...], World] = {}
Cells = dict[str, str]


def table(text: str) -> list[Cells]:
    """The rows of `a | b` lines below a heading."""
    heading, *rows = ([cell.strip() for cell in line.split("|")] for line in _lines(text))
    return [dict(zip(heading, row, strict=True)) for row in rows]


def view(regions: str, held_on: str | None = None, known_on: date | None = None) -> View:
    """A view of these places, written with blanks between them."""
    return View(tuple(regions.split()), date.fromisoformat(held_on) if held_on else None, known_on)


class Told:
    """A store that was told rows, asked through the functions of `kim.queries`."""

    def __init__(self, world: World) -> None:
        self.world = world

    def ask(self, question: Callable[..., Any], *arguments: object) -> Any:  # noqa: ANN401
        with queries.answered_by(self.world.store.current()):
            return question(*arguments)

    def gives(self, question: Callable[..., pd.DataFrame], *arguments: object, rows: str) -> None:
        """The answer has exactly these rows in this order; columns not named do not matter."""
        answer = self.ask(question, *arguments)
        names = [cell.strip() for cell in _lines(rows)[0].split("|")]
        assert cells(answer[names]) == [tuple(row.values()) for row in table(rows)]


def cells(frame: pd.DataFrame) -> list[tuple[str, ...]]:
    """The cells of a frame as a text table shows them; nothing is an empty cell."""
    return [tuple(map(_shown, row)) for row in frame.itertuples(index=False, name=None)]


def told(folder: Path, tables: Mapping[str, str]) -> Told:
    """The store that these rows make, one for the same rows.

    Columns that are required are filled where a table does not name them. A column `loads` says
    which loads bring a row: `2`, `2-` for the second and later ones; nothing for all of them.
    Rows of a reference table stand beside those of the tiny world, or for them.
    """
    key = tuple(sorted(tables.items()))
    if key not in BUILT:
        BUILT[key] = _world(folder, {name: table(text) for name, text in tables.items()})
    return Told(BUILT[key])


def _world(folder: Path, tables: Mapping[str, list[Cells]]) -> World:
    world = empty_world(folder)
    world.keep(*REFERENCES, *tables)
    world.write_document("muster-2022", MUSTER_TEXT)
    loads = [row.get("loads", "") for rows in tables.values() for row in rows]
    last = max((int(each.strip("-")) for each in loads if each), default=1)
    for number, now in zip(range(1, last + 1), LOADED, strict=False):
        for name in (*REFERENCES, *tables):
            rows = (row for row in tables.get(name, ()) if _is_in(row.get("loads", ""), number))
            world.write(name, *with_known(world.table(name), rows))
        findings = world.build(now).findings
        assert findings == []
    return world


def _is_in(loads: str, number: int) -> bool:
    first = int(loads.strip("-") or 1)
    return first == number or (first < number and (not loads or loads.endswith("-")))


def filled(table: Table, rows: Iterable[Cells]) -> list[Row]:
    """Rows of one table with what they need beside their own cells."""
    return [_required(table, row) | _given(row) for row in rows]


def with_known(table: Table, rows: Iterable[Cells]) -> list[Row]:
    """The rows of a file: those of a reference table stand beside the tiny world's, or for them."""
    if table.is_fact:
        return filled(table, rows)
    key = table.identity[0]
    known = {str(row[key]): row for row in REFERENCES[table.name]}
    for row in rows:
        known[row[key]] = {**_required(table, row), **known.get(row[key], {}), **_given(row)}
    return list(known.values())


def _given(row: Cells) -> Cells:
    return {name: each for name, each in row.items() if each and name != "loads"}


def _required(table: Table, row: Cells) -> Cells:
    """What a row needs beside its own cells: somebody's key, the first word of a vocabulary."""
    names = {each.field: each.table for each in table.references}
    filled = {}
    for field in table.fields:
        if field.required:
            first = next(iter(field.vocabulary), "1" if field.type == "number" else "x")
            filled[field.name] = SOMEBODY[names[field.name]] if field.name in names else first
    if table.certainty_of and not any(row.get(name) for name in table.certainty_of):
        filled["certainty"] = "unknown"
    return filled


def _lines(text: str) -> list[str]:
    return [line for line in text.splitlines() if line.strip()]


def _shown(value: object) -> str:
    if value is None or pd.isna(value):
        return ""
    if isinstance(value, datetime):
        return str(value).removesuffix(" 00:00:00")
    return str(value).removesuffix(".0") if isinstance(value, float) else str(value)
