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
from ui.figures.canvas import LINE, MARK_SIZE, Canvas
from ui.figures.own import is_own
from ui.figures.position_words import carried, label
from ui.figures.style import lines_of, plain
from ui.texts import text

SYMBOLS = {"increase": "diamond", "subset": "pentagon"}
UNKNOWN_SYMBOL = "x-thin-open"
MOST_ROWS = 40
LETTERS_OF_LINE = 52
SERIES = ["place", "module", "function", "status", "employer", "workplace", "area", "pay_group"]
OF_A_SERIES = [*SERIES, "measure"]
BAR, ABOVE, BETWEEN, ROOM_FOR_AXIS = 16, 3, 12, 58
BEYOND = 1.02
MOST_TICKS = 6
STEPS = [size * 10**power for power in range(-1, 7) for size in (1, 2, 5)]
TARGETS = "targets"
AXIS = {"visible": True, "showgrid": True, "gridcolor": style.GRID, "tickformat": ",~f"}


def by_place(positions: pd.DataFrame, unit: str) -> go.Figure:
    """A bar or mark over the whole width for each figure, its words above it, by module and place.

    `positions`: rows of queries.positions; `unit`: "posts" or "persons", never both on one axis.
    """
    of_unit = positions[positions["unit"] == unit]
    rows = _with_successors(sorted(records(of_unit.head(MOST_ROWS)), key=_by_module))
    canvas = Canvas()
    lines = _lines(canvas, rows)
    if len(of_unit) > MOST_ROWS:
        canvas.heading(text("positions.more", rows=len(of_unit) - MOST_ROWS))
    largest = max((row["quantity"] for row in rows if pd.notna(row["quantity"])), default=0)
    width = BEYOND * float(largest) or 1.0
    for trace in _traces(lines, width):
        canvas.add(trace)
    _explain(canvas, lines)
    ticks = ticks_up_to(float(largest))
    named = ticks_named(ticks, words("position_unit", unit))
    axis = {**AXIS, "range": [0, width], "tickvals": ticks, "ticktext": named, "tickangle": 0}
    return canvas.finished(axis, bottom=ROOM_FOR_AXIS)


def _by_module(row: Record) -> tuple[bool, str]:
    return german.is_empty(row["module"]), str(row["module"])


def ticks_up_to(largest: float) -> list[float]:
    """Round numbers from 0 to where the figures end, at most seven."""
    step = next(each for each in STEPS if largest <= each * MOST_TICKS)
    return [step * number for number in range(int(round(largest / step, 6)) + 1)]


def ticks_named(ticks: Sequence[float], unit: str) -> list[str]:
    """The numbers below an axis, the unit below the middle one."""
    named = [german.number(each) for each in ticks]
    named[len(named) // 2] += f"<br>{unit}"
    return named


@dataclass(frozen=True)
class Line:
    """One figure from `top` to `bottom`, in pixels: words, and below them its bar or mark at `y`."""

    row: Record
    top: float
    y: float

    @property
    def bottom(self) -> float:
        return self.y + BAR / 2 + BETWEEN

    @property
    def is_bar(self) -> bool:
        is_total = self.row["measure"] == "total" and bool(pd.notna(self.row["quantity"]))
        return is_total and self.row["status"] not in style.STATUS_SYMBOLS

    @property
    def symbol(self) -> str:
        if pd.isna(self.row["quantity"]):
            return UNKNOWN_SYMBOL
        symbol = self.form
        return symbol if is_sure(self.row) else f"{symbol}-open"

    @property
    def form(self) -> str:
        """The symbol of its state, else that of its measure; hollow is only what is not sure."""
        return style.STATUS_SYMBOLS.get(self.row["status"]) or SYMBOLS[self.row["measure"]]


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
    """The figures, below the heading of their module; the place before its first one."""
    lines: list[Line] = []
    for title, of_module in groupby(rows, key=lambda row: words("module", row["module"])):
        canvas.heading(title or text("positions.no_module"))
        for place, here in groupby(of_module, key=lambda row: row["place"]):
            for number, row in enumerate(_told_apart(list(here))):
                lines.append(_line(canvas, row, "" if number else place))
    return lines


def _line(canvas: Canvas, row: Record, place: str) -> Line:
    """Write the words of a figure, behind the name of its place; the line below has its bar."""
    name = canvas.signed(place, is_own=is_own(row)) if place else ""
    said = lines_of(f"{name}: {label(row)}" if name else label(row), LETTERS_OF_LINE)
    said[0] = said[0].replace(f"{plain(name)}:", f"<b>{plain(name)}</b>:", 1) if name else said[0]
    mark, top = carried([row]), canvas.y
    canvas.write(0, said, mark["customdata"][0], mark["hovertext"][0])
    canvas.y += LINE * len(said) + ABOVE + BAR + BETWEEN
    return Line(row, top, canvas.y - BETWEEN - BAR / 2)


def _told_apart(rows: list[Record]) -> list[Record]:
    """The rows of a place in a module, each saying its function where they have different ones."""
    is_mixed = len({str(row["function"]) for row in rows}) > 1
    return [{**row, "says_function": is_mixed} for row in rows]


def _traces(lines: Sequence[Line], width: float) -> Iterator[go.Bar | go.Scatter]:
    for status, colour in style.STATUS_COLOURS.items():
        of_status = [line for line in lines if line.row["status"] == status]
        bars = [line for line in of_status if line.is_bar]
        marks = [line for line in of_status if not line.is_bar]
        same: dict[str, Any] = {"name": status, "showlegend": False}
        if bars:
            yield go.Bar(**_at(bars), **_bars(bars, colour), **same)
        if marks:
            yield go.Scatter(**_at(marks), **_marks(marks, colour), **same)
    if lines:
        yield _targets(lines, width)


def _at(lines: Sequence[Line]) -> dict[str, Any]:
    return {"y": [line.y for line in lines], **carried([line.row for line in lines])}


def _targets(lines: Sequence[Line], width: float) -> go.Bar:
    """A clear bar over each whole line, so that its words can be clicked and tapped too."""
    return go.Bar(
        **_at(lines) | {"y": [(line.top + line.bottom) / 2 for line in lines]},
        x=[width] * len(lines),
        orientation="h",
        width=[line.bottom - line.top for line in lines],
        marker={"color": "rgba(0,0,0,0)"},
        showlegend=False,
        name=TARGETS,
    )


def _bars(lines: Sequence[Line], colour: str) -> dict[str, Any]:
    return {
        "x": [line.row["quantity"] for line in lines],
        "orientation": "h",
        "width": BAR,
        "marker": {
            "color": [colour if is_sure(line.row) else "white" for line in lines],
            "line": {"color": colour, "width": 2},
        },
    }


def _marks(lines: Sequence[Line], colour: str) -> dict[str, Any]:
    return {
        "x": [line.row["quantity"] if pd.notna(line.row["quantity"]) else 0 for line in lines],
        "mode": "markers",
        "marker": {
            "symbol": [line.symbol for line in lines],
            "size": MARK_SIZE,
            "color": colour,
            "line": {"width": 2},
        },
    }


def _explain(canvas: Canvas, lines: Sequence[Line]) -> None:
    """Name the states by their colours, the forms that are no bar, and what hollow means."""
    for status, colour in style.STATUS_COLOURS.items():
        for line in [each for each in lines if each.row["status"] == status][:1]:
            symbol = style.STATUS_SYMBOLS.get(status, "square")
            _name(canvas, state_words(status, line.row["unit"]), symbol, colour)
    for line in lines:
        if pd.isna(line.row["quantity"]):
            _name(canvas, text("positions.not_named"), UNKNOWN_SYMBOL, style.QUIET)
        elif not line.is_bar and line.form in SYMBOLS.values():
            _name(canvas, words("measure", line.row["measure"]), line.form, style.QUIET)
    if not all(is_sure(line.row) for line in lines):
        canvas.explain_unsure()


def _name(canvas: Canvas, name: str, symbol: str, colour: str) -> None:
    marker = {"symbol": symbol, "color": colour, "size": MARK_SIZE, "line": {"color": colour}}
    canvas.explained(name, mode="markers", marker=marker)
