"""How far each thing has come: one line per thing, its marks under the state they belong to."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import plotly.graph_objects as go

from ui.figures import style
from ui.figures.marks import Mark
from ui.figures.sheet import ITEM_GAP, Sheet

MOST_LETTERS_OF_STATE = 13
ROW_OF_MARKS = 24


@dataclass(frozen=True)
class Step:
    """One state that a thing is said to be in: a mark, and its date in words."""

    state: str
    key: str
    over: str
    is_sure: bool
    when: str = ""


@dataclass(frozen=True)
class Thing:
    """One line: what it is called, what else is to say, the states reached."""

    words: str
    details: Sequence[str]
    steps: Sequence[Step]


def drawn(groups: Iterable[tuple[str, Sequence[Thing]]], columns: dict[str, Mark]) -> go.Figure:
    """The things of each group below its heading; one column per state, in the order given."""
    sheet = Sheet()
    places = {state: (index + 0.5) / len(columns) for index, state in enumerate(columns)}
    for heading, things in groups:
        sheet.heading(heading)
        _heads(sheet, columns, places)
        for thing in things:
            _add(sheet, thing, columns, places)
    return sheet.finished()


def _heads(sheet: Sheet, columns: dict[str, Mark], places: dict[str, float]) -> None:
    heads = {
        state: style.wrapped(mark.name, MOST_LETTERS_OF_STATE).split("<br>")
        for state, mark in columns.items()
    }
    for state, lines in heads.items():
        sheet.text(places[state], lines, quiet=True, centred=True)
    sheet.y += 16 * max(map(len, heads.values()), default=0) + ITEM_GAP


def _add(sheet: Sheet, thing: Thing, columns: dict[str, Mark], places: dict[str, float]) -> None:
    first = thing.steps[0]
    sheet.lines(thing.words, first.key, first.over)
    for detail in thing.details:
        if detail:
            sheet.lines(detail, quiet=True)
    middle = sheet.y + ROW_OF_MARKS / 2
    sheet.rule(0, 1, middle, style.GRID)
    reached = [places[step.state] for step in thing.steps]
    if len(set(reached)) > 1:
        sheet.rule(min(reached), max(reached), middle, style.QUIET)
    for step in thing.steps:
        mark = columns[step.state]
        sheet.mark(
            places[step.state],
            middle,
            Mark(mark.symbol, mark.colour, mark.name, step.is_sure),
            step.key,
            step.over,
        )
    dated = [step for step in thing.steps if step.when] if len(set(reached)) > 1 else []
    sheet.y += ROW_OF_MARKS
    for step in dated:
        sheet.text(places[step.state], [step.when], quiet=True, centred=True)
    sheet.y += ITEM_GAP + (16 if dated else 0)
