"""Charts of how the number of posts developed."""

from collections.abc import Sequence
from datetime import date, timedelta
from itertools import pairwise

import pandas as pd
import plotly.graph_objects as go

from kim.facts import Record, is_sure, records, state_words, words
from ui.figures import style
from ui.figures.canvas import ITEM_GAP, LINE, Canvas
from ui.figures.marks import Panel
from ui.figures.own import is_own
from ui.figures.position_words import carried, figure
from ui.figures.positions import AXIS, SERIES
from ui.figures.statements import filled, joined, module, short_doubt, since
from ui.texts import text

MOST_SERIES = 24
LETTERS_OF_HEADING = 30
MILLISECOND = timedelta(milliseconds=1)
HEADROOM = 1.5
HEIGHT_OF_STRIP, ROOM_FOR_YEARS, ROOM_FOR_NUMBERS = 90, 40, 64


def over_time(positions: pd.DataFrame) -> go.Figure:
    """Totals of posts over time, one strip per series, each on the day by which it had begun.

    `positions`: rows of queries.positions_over_time.
    """
    series = [rows for _, rows in positions.groupby(SERIES, dropna=False, sort=False)]
    canvas = Canvas()
    for rows in map(records, series[:MOST_SERIES]):
        canvas.heading(_series_title(rows[0]), most=LETTERS_OF_HEADING, is_own=is_own(rows[0]))
        panel = _strip(canvas, max(row["quantity"] for row in rows))
        canvas.add(_line(rows, panel))
        canvas.add(_points(rows, panel))
    if not positions.empty and not all(map(is_sure, records(positions))):
        canvas.explain_unsure()
    if series:
        canvas.write(0, [text("positions.from"), text("positions.slope")])
    return canvas.finished(left=ROOM_FOR_NUMBERS, bottom=ROOM_FOR_YEARS)


def _strip(canvas: Canvas, largest: float) -> Panel:
    """A strip for numbers up to `largest`, the years below it; all strips have the same years."""
    top, bottom = canvas.y, canvas.y + HEIGHT_OF_STRIP
    canvas.y = bottom + ROOM_FOR_YEARS
    yaxis = {**AXIS, "range": [0, HEADROOM * largest], "nticks": 3}
    return canvas.panel(
        top,
        bottom,
        {**yaxis, "title": {"text": words("position_unit", "posts")}},
        type="date",
        matches="x2",
        tickformat="%Y",
        ticklabelmode="period",
        dtick="M12",
    )


def _line(rows: Sequence[Record], panel: Panel) -> go.Scatter:
    """The course of the totals: level until a change may begin, level again once it must be done."""
    days: list[date] = []
    numbers: list[float] = []
    before: Record = {}
    for row in rows:
        if before and (ends := _known(before["held_until_earliest"], row["held_from_earliest"])):
            days.append(max(min(ends), days[-1]))
            numbers.append(numbers[-1])
        days.append(row["held_from_latest"])
        numbers.append(row["quantity"])
        before = row
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


def _known(*days: date) -> list[date]:
    return [day for day in days if pd.notna(day)]


def _points(rows: Sequence[Record], panel: Panel) -> go.Scatter:
    """Each total on the last day on which it may have begun, with a dash back to the first."""
    symbols = ["circle" if is_sure(row) else "circle-open" for row in rows]
    colour = style.STATUS_COLOURS[rows[0]["status"]]
    return go.Scatter(
        **carried(rows),
        **panel.axes,
        x=[row["held_from_latest"] for row in rows],
        y=[row["quantity"] for row in rows],
        error_x={
            "symmetric": False,
            "array": [0] * len(rows),
            "arrayminus": [_span(row) / MILLISECOND for row in rows],
            "color": colour,
        },
        mode="markers+text",
        marker={
            "size": 11,
            "symbol": symbols,
            "color": colour,
            "line": {"color": colour, "width": 2},
        },
        text=[_said(row) for row in rows],
        textposition=_sides(rows),
        showlegend=False,
    )


def _sides(rows: Sequence[Record]) -> list[str]:
    """Where the words of each total stand, so that the line from one to the next does not cross them."""
    numbers = [row["quantity"] for row in rows]
    words, room = _said(rows[0]), HEIGHT_OF_STRIP * numbers[0] / (HEADROOM * (max(numbers) or 1))
    is_below = max(numbers[:2]) > numbers[0] and room > ITEM_GAP + LINE * (1 + words.count("<br>"))
    later = ["bottom left" if after < before else "top left" for before, after in pairwise(numbers)]
    return ["bottom right" if is_below else "top right", *later]


def _span(row: Record) -> timedelta:
    """The time in which it began; none where its first day is not known."""
    first = row["held_from_earliest"]
    return row["held_from_latest"] - first if pd.notna(first) else timedelta()


def _said(row: Record) -> str:
    """The number and its date, as beside a bar: "3,5 · 2022"."""
    return joined(joined(figure(row), since(row)), short_doubt(row), by="<br>")


def _series_title(row: Record) -> str:
    status = state_words(row["status"], row["unit"])
    return joined(
        row["place"],
        module(row),
        status,
        words("function", row["function"]),
        filled(row["pay_group"]),
        by=", ",
    )
