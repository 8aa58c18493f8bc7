"""Charts of posts and persons: how many now, and how it came to that."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import groupby
from typing import Any

import pandas as pd
import plotly.graph_objects as go

from kim import german
from kim.facts import Record, is_sure, records, words
from ui.figures import style
from ui.figures.canvas import ITEM_GAP, LINE, Canvas
from ui.figures.marks import Panel
from ui.figures.statements import (
    bracketed,
    doubt,
    filled,
    held,
    hover_lines,
    joined,
    module,
    reason,
    short_doubt,
    since,
    until,
)
from ui.figures.style import keyed, wrapped
from ui.texts import text

SYMBOLS = {"increase": "diamond-open", "subset": "square-open"}
UNKNOWN_SYMBOL = "x-thin-open"
MOST_ROWS, MOST_SERIES = 40, 24
LETTERS_OF_HEADING, LETTERS_OF_LABEL = 30, 26
GAP = "  "
SERIES = ["place", "module", "function", "status", "employer", "workplace", "area", "pay_group"]
OF_A_SERIES = [*SERIES, "measure"]
ROW, HEIGHT_OF_STRIP, ROOM_FOR_YEARS, ROOM_FOR_AXIS, ROOM_FOR_NUMBERS = 34, 90, 40, 58, 64
TARGETS = "targets"
AXIS = {"visible": True, "showgrid": True, "gridcolor": style.GRID, "tickformat": ",~f"}


def by_place(positions: pd.DataFrame, unit: str) -> go.Figure:
    """One row per figure, grouped by module and place; bars for totals, marks for the rest.

    `positions`: rows of queries.positions; `unit`: "posts" or "persons", never both on one axis.
    """
    of_unit = positions[positions["unit"] == unit]
    rows = _with_successors(records(of_unit.head(MOST_ROWS)))
    canvas = Canvas()
    lines = _lines(canvas, rows)
    if len(of_unit) > MOST_ROWS:
        canvas.heading(text("positions.more", rows=len(of_unit) - MOST_ROWS))
    largest = max((row["quantity"] for row in rows if pd.notna(row["quantity"])), default=0)
    width = 2.4 * float(largest) or 1.0
    for trace in _traces(lines, width):
        canvas.add(trace)
    axis = {**AXIS, "range": [0, width], "title": {"text": words("position_unit", unit)}}
    return canvas.finished(axis, bottom=ROOM_FOR_AXIS)


def over_time(positions: pd.DataFrame) -> go.Figure:
    """Totals of posts over time, one strip per series: a slope where the day of a change is not known.

    `positions`: rows of queries.positions_over_time.
    """
    series = [rows for _, rows in positions.groupby(SERIES, dropna=False, sort=False)]
    canvas = Canvas()
    for rows in map(records, series[:MOST_SERIES]):
        canvas.heading(_series_title(rows[0]), most=LETTERS_OF_HEADING)
        panel = _strip(canvas, max(row["quantity"] for row in rows))
        canvas.add(_line(rows, panel))
        canvas.add(_points(rows, panel))
    if series:
        canvas.write(0, [text("positions.from"), text("positions.slope")])
    return canvas.finished(left=ROOM_FOR_NUMBERS, bottom=ROOM_FOR_YEARS)


def _strip(canvas: Canvas, largest: float) -> Panel:
    """A strip for numbers up to `largest`, the years below it; all strips have the same years."""
    top, bottom = canvas.y, canvas.y + HEIGHT_OF_STRIP
    canvas.y = bottom + ROOM_FOR_YEARS
    yaxis = {**AXIS, "range": [0, 1.5 * largest], "nticks": 3}
    return canvas.panel(
        top,
        bottom,
        {**yaxis, "title": {"text": words("position_unit", "posts")}},
        type="date",
        matches="x2",
        tickformat="%Y",
        dtick="M12",
    )


def _line(rows: Sequence[Record], panel: Panel) -> go.Scatter:
    """The course of the totals: level until a change may begin, level again once it must be done."""
    days: list[date] = []
    numbers: list[float] = []
    for row in rows:
        if days and pd.notna(row["held_from_earliest"]):
            days.append(row["held_from_earliest"])
            numbers.append(numbers[-1])
        days.append(row["held_from_latest"])
        numbers.append(row["quantity"])
    is_sure_everywhere = all(map(is_sure, rows))
    return go.Scatter(
        **panel.axes,
        x=days,
        y=numbers,
        mode="lines",
        line={
            "color": style.STATUS_COLOURS[rows[0]["status"]],
            "width": 3,
            "dash": "solid" if is_sure_everywhere else "dot",
        },
        hoverinfo="skip",
        showlegend=False,
    )


def _points(rows: Sequence[Record], panel: Panel) -> go.Scatter:
    """Each total at the day from which it certainly held."""
    symbols = ["circle" if is_sure(row) else "circle-open" for row in rows]
    colour = style.STATUS_COLOURS[rows[0]["status"]]
    return go.Scatter(
        **_shared(rows),
        **panel.axes,
        x=[row["held_from_latest"] for row in rows],
        y=[row["quantity"] for row in rows],
        mode="markers+text",
        marker={
            "size": 11,
            "symbol": symbols,
            "color": colour,
            "line": {"color": colour, "width": 2},
        },
        text=[joined(_figure(row), short_doubt(row), by="<br>") for row in rows],
        textposition="top center",
        showlegend=False,
    )


def _series_title(row: Record) -> str:
    status = words("position_status", row["status"])
    return joined(
        row["place"],
        module(row),
        status,
        words("function", row["function"]),
        filled(row["pay_group"]),
        by=", ",
    )


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
            canvas.label(place, canvas.y + ROW / 2)
            for row in here:
                height = max(ROW, LINE * (1 + _label(row).count("<br>")))
                lines.append(Line(row, canvas.y + height / 2, height))
                canvas.y += height
        canvas.y += ITEM_GAP
    return lines


def _traces(lines: Sequence[Line], width: float) -> Iterator[go.Bar | go.Scatter]:
    for status, colour in style.STATUS_COLOURS.items():
        of_status = [line for line in lines if line.row["status"] == status]
        bars = [line for line in of_status if line.is_bar]
        marks = [line for line in of_status if not line.is_bar]
        name = {"name": words("position_status", status), "legendgroup": status}
        if bars:
            yield go.Bar(**_at(bars), **_bars(bars, colour), **name)
        if marks:
            yield go.Scatter(**_at(marks), **_marks(marks, colour), **name, showlegend=not bars)
    if lines:
        yield _targets(lines, width)


def _at(lines: Sequence[Line]) -> dict[str, Any]:
    return {"y": [line.y for line in lines], **_shared([line.row for line in lines])}


def _shared(rows: Sequence[Record]) -> dict[str, Any]:
    return {
        "customdata": [keyed("positions", row["fact"]) for row in rows],
        "hovertext": [_hover(row) for row in rows],
        "hoverinfo": "text",
        "cliponaxis": False,
    }


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
        "text": [_label(line.row) for line in lines],
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
        "text": [GAP + _label(line.row).replace("<br>", "<br>" + GAP) for line in lines],
        "textposition": "middle right",
        "marker": {"symbol": symbols, "size": 12, "color": colour, "line": {"width": 2}},
    }


def _label(row: Record) -> str:
    successors = (wrapped(words, LETTERS_OF_LABEL) for words in _successors(row))
    return joined(wrapped(_value(row), LETTERS_OF_LABEL), short_doubt(row), *successors, by="<br>")


def _successors(row: Record) -> Iterator[str]:
    """For example "vielleicht schon 3,5 (ab 2022, Tag nicht genannt)"."""
    for each in row.get("successors", ()):
        yield text("positions.successor", value=_figure(each), since=german.held(each))


def _value(row: Record) -> str:
    """For example "3,5 eingerichtet · 2022", "+1,9 geplant · 2021 · S 12 · bis 2025", "(6) besetzt"."""
    said = f"{_figure(row)} {words('position_status', row['status'])}"
    return joined(said, since(row), filled(row["pay_group"]), until(row))


def _figure(row: Record) -> str:
    if pd.isna(row["quantity"]):
        return text("positions.unknown")
    figure = german.amount(row["quantity"], row["certainty"])
    if row["measure"] != "total":
        figure = text(f"positions.{row['measure']}", value=figure)
    return bracketed(figure, row)


def _hover(row: Record) -> str:
    return hover_lines(
        row["place"],
        _value(row),
        joined(doubt(row), reason(row), by=": "),
        *_successors(row),
        words("function", row["function"]),
        filled(row.get("employer_name"), "positions.employer"),
        filled(row["area"], "positions.area"),
        held(row),
        text("figure.source", value=row["source_title"]),
        text("figure.click"),
    )
