"""A lane of time per place: numbered marks, spans for dates of lower precision, the words below."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

import plotly.graph_objects as go

from kim import dates, german
from ui.figures import style
from ui.figures.canvas import Canvas
from ui.figures.marks import Mark, Panel
from ui.texts import text

ROW, ROOM_FOR_YEARS, ROOM_FOR_TODAY = 26, 30, 18
PART_OF_AXIS_PER_MARK = 0.075
MOST_YEARS_NAMED = 6
TODAY_COLOUR = "#b0003a"


@dataclass(frozen=True)
class Event:
    """Something that happens from `first` to `last`, shown by `mark`."""

    first: date
    last: date
    mark: Mark
    words: str
    details: Sequence[str]
    key: str
    hover: str

    @property
    def middle(self) -> date:
        return self.first + (self.last - self.first) / 2


def days(written: object) -> tuple[date, date] | None:
    """First and last day of a date of any precision; None where one of them is not known."""
    if german.is_empty(written) or not dates.is_date(str(written)):
        return None
    found = dates.days(str(written))
    return (found.first, found.last) if found.first and found.last else None


def drawn(groups: Iterable[tuple[str, Sequence[Event]]], today: date) -> go.Figure:
    """One lane per group on the same years, today marked; the numbered events listed below it."""
    lanes = [(name, sorted(events, key=lambda e: (e.first, e.last))) for name, events in groups]
    everything = [event for _, events in lanes for event in events]
    first = min((event.first for event in everything), default=today)
    last = max(max((event.last for event in everything), default=today), today)
    years = (date(min(first.year, today.year), 1, 1), date(last.year, 12, 31))
    canvas = Canvas()
    for name, events in lanes:
        canvas.heading(name)
        _lane(canvas, events, years, today)
        for number, event in enumerate(events, 1):
            canvas.item(event.mark, event.words, event.details, event.key, event.hover, str(number))
    return canvas.finished()


def _lane(canvas: Canvas, events: Sequence[Event], years: tuple[date, date], today: date) -> None:
    rows = _rows(events, (years[1] - years[0]) * PART_OF_AXIS_PER_MARK)
    top = canvas.y
    bottom = top + ROOM_FOR_TODAY + ROW * (max(rows, default=0) + 1)
    step = 1 if years[1].year - years[0].year <= MOST_YEARS_NAMED else 2
    panel = canvas.panel(
        top,
        bottom,
        type="date",
        range=[years[0] - timedelta(days=20), years[1] + timedelta(days=20)],
        tickvals=[date(year, 1, 1) for year in range(years[0].year, years[1].year + 2)],
        ticktext=[
            str(year) if (year - years[0].year) % step == 0 else ""
            for year in range(years[0].year, years[1].year + 2)
        ],
        tickfont={"size": 12, "color": style.QUIET},
        automargin=False,
    )
    _today(canvas, panel, today)
    for number, (event, row) in enumerate(zip(events, rows, strict=True), 1):
        y = top + ROOM_FOR_TODAY + ROW * (row + 0.5)
        if event.last > event.first:
            canvas.add(_span(event, y, panel))
        canvas.mark(event.middle, y, event.mark, event.key, event.hover, str(number), panel)
    canvas.y = bottom + ROOM_FOR_YEARS


def _rows(events: Sequence[Event], room: timedelta) -> list[int]:
    """For each event the first row where its mark and span touch no other."""
    ends: list[date] = []
    rows = []
    for event in sorted(events, key=lambda each: min(each.first, each.middle - room / 2)):
        start = min(event.first, event.middle - room / 2)
        row = next((index for index, end in enumerate(ends) if end <= start), len(ends))
        ends[row : row + 1] = [max(event.last, event.middle + room / 2)]
        rows.append((id(event), row))
    row_of = dict(rows)
    return [row_of[id(event)] for event in events]


def _span(event: Event, y: float, panel: Panel) -> go.Scatter:
    return go.Scatter(
        x=[event.first, event.last],
        y=[y, y],
        mode="lines",
        line={"color": event.mark.colour, "width": 8},
        opacity=0.45 if event.mark.is_sure else 0.25,
        hoverinfo="skip",
        showlegend=False,
        **panel.axes,
    )


def _today(canvas: Canvas, panel: Panel, today: date) -> None:
    canvas.add(
        go.Scatter(
            x=[today, today],
            y=[panel.top + ROOM_FOR_TODAY / 2, panel.bottom],
            mode="lines+text",
            text=[text("figure.day", value=german.day(today)), ""],
            textposition="middle left",
            textfont={"size": 12, "color": TODAY_COLOUR},
            line={"color": TODAY_COLOUR, "width": 2, "dash": "dash"},
            hoverinfo="skip",
            showlegend=False,
            **panel.axes,
        )
    )
