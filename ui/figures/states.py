"""How far each matter has come: one line per matter, its marks under the states it has reached."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

import plotly.graph_objects as go

from kim.facts import words
from ui.figures.canvas import ITEM_GAP, Canvas
from ui.figures.marks import Detail, Mark
from ui.figures.style import GRID, QUIET, lines_of

MOST_LETTERS_OF_STATE = 13
ROW_OF_MARKS, LINE_OF_STATE = 24, 16


@dataclass(frozen=True)
class State:
    """One state that a matter is said to be in: a mark, its date in words, what doubt there is."""

    code: str
    key: str
    hover: str
    is_sure: bool
    when: str = ""
    doubt: str = ""


@dataclass(frozen=True)
class Matter:
    """One line: what it is called, what else is to say, the states reached.

    `told_by`: which of the states, by its number, comes from the statement that the words are of.
    """

    words: str
    details: Sequence[str | Detail]
    states: Sequence[State]
    told_by: int = 0


def columns_of(vocabulary: str, looks: Mapping[str, tuple[str, str]]) -> dict[str, Mark]:
    """A column for each state of a vocabulary, with the symbol and colour of its marks."""
    return {state: Mark(*look, words(vocabulary, state)) for state, look in looks.items()}


def drawn(groups: Iterable[tuple[str, Sequence[Matter]]], columns: dict[str, Mark]) -> go.Figure:
    """The matters of each group below its heading; one column per state, in the order given."""
    canvas = Canvas()
    places = {state: (index + 0.5) / len(columns) for index, state in enumerate(columns)}
    for heading, matters in groups:
        canvas.heading(heading)
        names = (lines_of(mark.name, MOST_LETTERS_OF_STATE) for mark in columns.values())
        heads = zip(places.values(), names, strict=True)
        canvas.y += LINE_OF_STATE * canvas.heads(heads) + ITEM_GAP
        for matter in matters:
            _add(canvas, matter, columns, places)
    return canvas.finished()


def _add(
    canvas: Canvas, matter: Matter, columns: dict[str, Mark], places: dict[str, float]
) -> None:
    teller = matter.states[matter.told_by]
    canvas.lines(matter.words, teller.key, teller.hover)
    canvas.details(matter.details)
    middle = canvas.y + ROW_OF_MARKS / 2
    canvas.rule(0, 1, middle, GRID)
    reached = {places[state.code] for state in matter.states}
    if len(reached) > 1:
        canvas.rule(min(reached), max(reached), middle, QUIET)
    for state in matter.states:
        mark = replace(columns[state.code], is_sure=state.is_sure)
        canvas.mark(places[state.code], middle, mark, state.key, state.hover)
    canvas.y += ROW_OF_MARKS
    dated = [state for state in matter.states if state.when] if len(reached) > 1 else []
    lines = canvas.heads(
        (places[state.code], [state.when, *filter(None, [state.doubt])]) for state in dated
    )
    canvas.y += ITEM_GAP + LINE_OF_STATE * lines
