"""Charts of posts and persons: how many there are."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import Any

import pandas as pd
import plotly.graph_objects as go

from kim import german
from kim.facts import Record, is_sure, records, state_words, words
from ui.figures import style
from ui.figures.canvas import ITEM_GAP, LINE, MOST_LABEL_LETTERS, Canvas
from ui.figures.own import is_own
from ui.figures.position_words import carried, label
from ui.figures.style import lines_of
from ui.texts import text

SYMBOLS = {"increase": "diamond-open", "subset": "square-open"}
UNKNOWN_SYMBOL = "x-thin-open"
MOST_ROWS = 40
LETTERS_OF_HEADING = 19
GAP = "  "
SERIES = ["place", "module", "function", "status", "employer", "workplace", "area", "pay_group"]
OF_A_SERIES = [*SERIES, "measure"]
ROW, BETWEEN, ROOM_FOR_AXIS = 34, 8, 58
MOST_TICKS = 6
STEPS = [size * 10**power for power in range(-1, 7) for size in (1, 2, 5)]
TARGETS = "targets"
AXIS = {"visible": True, "showgrid": True, "gridcolor": style.GRID, "tickformat": ",~f"}


def by_place(positions: pd.DataFrame, unit: str) -> go.Figure:
    """One row per figure, grouped by module and place; bars for totals, marks for the rest.

    `positions`: rows of queries.positions; `unit`: "posts" or "persons", never both on one axis.
    """
    of_unit = positions[positions["unit"] == unit]
    rows = _with_successors(sorted(records(of_unit.head(MOST_ROWS)), key=_by_module))
    canvas = Canvas()
    lines = _lines(canvas, rows)
    if len(of_unit) > MOST_ROWS:
        canvas.heading(text("positions.more", rows=len(of_unit) - MOST_ROWS))
    largest = max((row["quantity"] for row in rows if pd.notna(row["quantity"])), default=0)
    width = 2.4 * float(largest) or 1.0
    for trace in _traces(lines, width):
        canvas.add(trace)
    ticks = _ticks(float(largest))
    named = _named(ticks, words("position_unit", unit))
    axis = {**AXIS, "range": [0, width], "tickvals": ticks, "ticktext": named}
    return canvas.finished(axis, bottom=ROOM_FOR_AXIS)


def _by_module(row: Record) -> tuple[bool, str]:
    return german.is_empty(row["module"]), str(row["module"])


def _ticks(largest: float) -> list[float]:
    """Round numbers from 0 to where the figures end, at most seven."""
    step = next(each for each in STEPS if largest <= each * MOST_TICKS)
    return [step * number for number in range(int(-(-largest // step)) + 1)]


def _named(ticks: Sequence[float], unit: str) -> list[str]:
    """The numbers below an axis, the unit below the middle one: the axis goes on past them for the words."""
    named = [german.number(each) for each in ticks]
    named[len(named) // 2] += f"<br>{unit}"
    return named


@dataclass(frozen=True)
class Line:
    """One figure, the middle of its row from the top and the height of the row, in pixels."""

    row: Record
    y: float
    height: float

    @property
    def is_bar(self) -> bool:
        is_total = self.row["measure"] == "total" and bool(pd.notna(self.row["quantity"]))
        return is_total and self.row["status"] not in style.STATUS_SYMBOLS

    @property
    def symbol(self) -> str:
        if pd.isna(self.row["quantity"]):
            return UNKNOWN_SYMBOL
        if symbol := style.STATUS_SYMBOLS.get(self.row["status"]):
            return symbol if is_sure(self.row) else f"{symbol}-open"
        return SYMBOLS[self.row["measure"]]


def _with_successors(rows: Sequence[Record]) -> list[Record]:
    """The rows, each certain one with those of its series that may have followed it on the chosen day."""
    series = [tuple(str(row[name]) for name in OF_A_SERIES) for row in rows]
    shown: list[Record] = []
    for row, key in zip(rows, series, strict=True):
        both = [other for other, its in zip(rows, series, strict=True) if its == key]
        is_followed = any(other["is_certain"] for other in both)
        possible = [other for other in both if not other["is_certain"]]
        if row["is_certain"]:
            shown.append({**row, "successors": possible})
        elif not is_followed:
            shown.append({**row, "successors": []})
    return shown


def _lines(canvas: Canvas, rows: Sequence[Record]) -> list[Line]:
    """A row for each figure, below the heading of its module; the place beside its first one."""
    lines: list[Line] = []
    for title, of_module in groupby(rows, key=lambda row: words("module", row["module"])):
        canvas.heading(title or text("positions.no_module"), most=LETTERS_OF_HEADING)
        for place, here in groupby(of_module, key=lambda row: row["place"]):
            of_place = _told_apart(list(here))
            heights = [_height(label(row)) for row in of_place]
            of_name = _height("<br>".join(lines_of(place, MOST_LABEL_LETTERS)))
            heights[0] = max(heights[0], of_name)
            canvas.label(place, canvas.y + heights[0] / 2, is_own=is_own(of_place[0]))
            for row, height in zip(of_place, heights, strict=True):
                lines.append(Line(row, canvas.y + height / 2, height))
                canvas.y += height
        canvas.y += ITEM_GAP
    return lines


def _told_apart(rows: list[Record]) -> list[Record]:
    """The rows of a place in a module, each saying its function where they have different ones."""
    is_mixed = len({str(row["function"]) for row in rows}) > 1
    return [{**row, "says_function": is_mixed} for row in rows]


def _height(words: str) -> float:
    """Room for the words beside a figure, in pixels; several lines keep apart from those of the next."""
    more = words.count("<br>")
    return LINE * (1 + more) + BETWEEN if more else ROW


def _traces(lines: Sequence[Line], width: float) -> Iterator[go.Bar | go.Scatter]:
    for status, colour in style.STATUS_COLOURS.items():
        of_status = [line for line in lines if line.row["status"] == status]
        bars = [line for line in of_status if line.is_bar]
        marks = [line for line in of_status if not line.is_bar]
        unit = of_status[0].row["unit"] if of_status else ""
        name = {"name": state_words(status, unit), "legendgroup": status}
        if bars:
            yield go.Bar(**_at(bars), **_bars(bars, colour), **name)
        if marks:
            yield go.Scatter(**_at(marks), **_marks(marks, colour), **name, showlegend=not bars)
    if lines:
        yield _targets(lines, width)


def _at(lines: Sequence[Line]) -> dict[str, Any]:
    return {"y": [line.y for line in lines], **carried([line.row for line in lines])}


def _targets(lines: Sequence[Line], width: float) -> go.Bar:
    """A clear bar over each whole line, so that its words can be clicked and tapped too."""
    return go.Bar(
        **_at(lines),
        x=[width] * len(lines),
        orientation="h",
        width=[0.95 * line.height for line in lines],
        marker={"color": "rgba(0,0,0,0)"},
        showlegend=False,
        name=TARGETS,
    )


def _bars(lines: Sequence[Line], colour: str) -> dict[str, Any]:
    return {
        "x": [line.row["quantity"] for line in lines],
        "orientation": "h",
        "width": 0.7 * ROW,
        "text": [label(line.row) for line in lines],
        "textposition": "outside",
        "constraintext": "none",
        "marker": {
            "color": [colour if is_sure(line.row) else "white" for line in lines],
            "line": {"color": colour, "width": 2},
        },
    }


def _marks(lines: Sequence[Line], colour: str) -> dict[str, Any]:
    symbols = [line.symbol for line in lines]
    return {
        "x": [line.row["quantity"] if pd.notna(line.row["quantity"]) else 0 for line in lines],
        "mode": "markers+text",
        "text": [GAP + label(line.row).replace("<br>", "<br>" + GAP) for line in lines],
        "textposition": "middle right",
        "marker": {"symbol": symbols, "size": 12, "color": colour, "line": {"width": 2}},
    }
