"""One axis of time with a lane for each place: marks for days, bars for dates that name only a month or a year."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta

import plotly.graph_objects as go

from kim import dates, german
from ui.figures import style
from ui.figures.canvas import MARK_SIZE, Canvas
from ui.figures.event_labels import SIZE, Axis, placed
from ui.figures.marks import DOT, Mark, marker_of
from ui.texts import text

ROW, MIDDLE_OF_MARK, MARK_TO_WORDS = 33, 9, 14
NAME_LINE, NAME_SIZE, MOST_NAME_LETTERS = 22, 14, 38
LANE_GAP, ROOM_FOR_YEARS = 5, 36
MOST_YEARS_NAMED = 6
BEYOND = timedelta(days=20)
TODAY_COLOUR, TINT = "#b0003a", "#f5f7f9"


@dataclass(frozen=True)
class Event:
    """Something that happens from `first` to `last`, shown by `mark`; `label`: it in so many letters."""

    first: date
    last: date
    mark: Mark
    label: Callable[[int], str]
    key: str
    hover: str
    is_expected: bool = False
    is_inferred: bool = False

    @property
    def middle(self) -> date:
        return self.first + (self.last - self.first) / 2

    @property
    def shown(self) -> Mark:
        """Its mark; dotted for what we inferred."""
        return replace(self.mark, symbol=self.mark.symbol + (DOT if self.is_inferred else ""))


@dataclass(frozen=True)
class Lane:
    """The events of one place."""

    name: str
    events: Sequence[Event]
    is_own: bool = False


def days(written: object) -> tuple[date, date] | None:
    """First and last day of a date of any precision; None where one of them is not known."""
    if german.is_empty(written) or not dates.is_date(str(written)):
        return None
    found = dates.days(str(written))
    return (found.first, found.last) if found.first and found.last else None


def drawn(lanes: Sequence[Lane], today: date) -> go.Figure:
    """The lanes below each other on the same years, today marked; words stand below marks."""
    axis = _axis([event for lane in lanes for event in lane.events], today)
    canvas = Canvas()
    for number, lane in enumerate(lanes):
        _add_lane(canvas, lane, axis, is_tinted=number % 2 == 0)
    _today(canvas, today)
    return canvas.finished(_years(axis), bottom=ROOM_FOR_YEARS)


def _axis(events: Sequence[Event], today: date) -> Axis:
    first = min((event.first for event in events), default=today)
    last = max((event.last for event in events), default=today)
    ends = date(min(first.year, today.year), 1, 1), date(max(last.year, today.year), 12, 31)
    return Axis(ends[0] - BEYOND, ends[1] + BEYOND, today)


def _add_lane(canvas: Canvas, lane: Lane, axis: Axis, *, is_tinted: bool) -> None:
    """The name of the place, below it a row for each event, in the order of time."""
    top = canvas.y
    canvas.y += LANE_GAP
    _name(canvas, lane, axis)
    for event in sorted(lane.events, key=lambda each: each.middle):
        y = canvas.y + MIDDLE_OF_MARK
        _add(canvas, event, y)
        _write(canvas, event, y + MARK_TO_WORDS, axis)
        canvas.y += ROW
    if is_tinted:
        canvas.band(top, canvas.y, TINT)


def _name(canvas: Canvas, lane: Lane, axis: Axis) -> None:
    lines = style.lines_of(canvas.signed(lane.name, is_own=lane.is_own), MOST_NAME_LETTERS)
    canvas.write(axis.first, [f"<b>{line}</b>" for line in lines], size=NAME_SIZE)
    canvas.y += NAME_LINE * len(lines)


def _add(canvas: Canvas, event: Event, y: float) -> None:
    mark = event.shown
    of_kind = Mark(event.mark.symbol, mark.colour)
    canvas.explained(mark.name, mode="markers", marker=marker_of([of_kind]) | {"size": MARK_SIZE})
    if event.last > event.first:
        line = {"color": mark.colour, "width": 8}
        canvas.add(
            _still(
                x=[event.first, event.last],
                y=[y, y],
                mode="lines",
                line=line,
                opacity=0.45 if mark.is_sure and not event.is_expected else 0.2,
            )
        )
    canvas.mark(event.middle, y, mark, event.key, event.hover)
    if event.is_inferred:
        dotted = marker_of([Mark("circle" + DOT, style.QUIET)])
        canvas.explained(
            text("figure.inferred"), mode="markers", marker=dotted | {"size": MARK_SIZE}
        )
    if not mark.is_sure:
        canvas.explain_unsure()


def _write(canvas: Canvas, event: Event, y: float, axis: Axis) -> None:
    label = placed(event.label, event.first, event.last, axis)
    words, place = [style.plain(label.words)], label.place
    canvas.write(event.middle, words, event.key, event.hover, y=y, size=SIZE, place=place)


def _still(**drawn: object) -> go.Scatter:
    """What is seen but not clicked."""
    return go.Scatter(**drawn, hoverinfo="skip", showlegend=False, cliponaxis=False)


def _today(canvas: Canvas, today: date) -> None:
    line = {"color": TODAY_COLOUR, "width": 2, "dash": "dash"}
    canvas.add(_still(x=[today, today], y=[0, canvas.y], mode="lines", line=line))
    canvas.explained(text("figure.day", value=german.day(today)), mode="lines", line=line)


def _years(axis: Axis) -> dict[str, object]:
    years = range((axis.first + BEYOND).year, axis.last.year + 1)
    step = max(-(-(len(years) - 2) // MOST_YEARS_NAMED), 1)
    return {
        "type": "date",
        "range": [axis.first, axis.last],
        "tickvals": [date(year, 1, 1) for year in years],
        "ticktext": ["" if (year - years[0]) % step else str(year) for year in years[:-1]] + [""],
        "tickfont": {"size": 12, "color": style.QUIET},
        "gridcolor": style.GRID,
    }
