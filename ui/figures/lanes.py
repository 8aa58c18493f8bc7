"""One axis of time with a lane for each place: marks for days, bars for dates that name only a month or a year."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta

import plotly.graph_objects as go

from kim import dates, german
from ui.figures import style
from ui.figures.canvas import MARK_SIZE, MOST_LABEL_LETTERS, Canvas
from ui.figures.marks import DOT, Mark, marker_of
from ui.texts import text

ROW, LINE_OF_LABEL, LANE_GAP, ROOM_FOR_YEARS = 20, 17, 10, 36
TABLET_AXIS, LETTER, BESIDE_MARK, SIZE = 400, 6, 14, 12
MOST_YEARS_NAMED = 6
BEYOND = timedelta(days=20)
TODAY_COLOUR, TINT = "#b0003a", "#f5f7f9"


@dataclass(frozen=True)
class Event:
    """Something that happens from `first` to `last`, shown by `mark`; `label` names it."""

    first: date
    last: date
    mark: Mark
    label: str
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


@dataclass(frozen=True)
class Axis:
    """The years that all lanes share."""

    first: date
    last: date

    def taken(self, words: str) -> timedelta:
        """What words and the mark beside them take of it on the screen of a tablet."""
        return (self.last - self.first) * ((BESIDE_MARK + LETTER * len(words)) / TABLET_AXIS)


def days(written: object) -> tuple[date, date] | None:
    """First and last day of a date of any precision; None where one of them is not known."""
    if german.is_empty(written) or not dates.is_date(str(written)):
        return None
    found = dates.days(str(written))
    return (found.first, found.last) if found.first and found.last else None


def drawn(lanes: Sequence[Lane], today: date) -> go.Figure:
    """The lanes below each other on the same years, today marked; words stand beside marks."""
    axis = _axis([event for lane in lanes for event in lane.events], today)
    canvas = Canvas()
    for number, lane in enumerate(lanes):
        _add_lane(canvas, lane, axis, is_tinted=number % 2 == 0)
    _today(canvas, today)
    return canvas.finished(_years(axis), bottom=ROOM_FOR_YEARS)


def _axis(events: Sequence[Event], today: date) -> Axis:
    first = min((event.first for event in events), default=today)
    last = max((event.last for event in events), default=today)
    return Axis(date(min(first.year, today.year), 1, 1), date(max(last.year, today.year), 12, 31))


def _add_lane(canvas: Canvas, lane: Lane, axis: Axis, *, is_tinted: bool) -> None:
    """A row for each event, in the order of time."""
    of_label = LINE_OF_LABEL * (len(style.lines_of(lane.name, MOST_LABEL_LETTERS)) + lane.is_own)
    top, height = canvas.y, max(ROW * len(lane.events), of_label) + LANE_GAP
    canvas.label(lane.name, top + height / 2, is_own=lane.is_own)
    if is_tinted:
        canvas.band(top, top + height, TINT)
    for number, event in enumerate(sorted(lane.events, key=lambda each: each.middle)):
        y = top + LANE_GAP / 2 + ROW * (number + 0.5)
        _add(canvas, event, y)
        _write(canvas, event, y, axis)
    canvas.y = top + height


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
    """The label right of an event, or left of it where that has more room; over its bar if need be."""
    room = axis.taken(event.label)
    is_right = event.last + room <= axis.last or axis.last - event.last > event.first - axis.first
    fits = event.last + room <= axis.last if is_right else event.first - room >= axis.first
    end = event.last if is_right else event.first
    gap, words = style.NO_BREAK * 4, style.plain(event.label)
    canvas.write(
        end if fits else event.middle,
        [gap + words if is_right else words + gap],
        event.key,
        event.hover,
        y=y,
        size=SIZE,
        place="middle right" if is_right else "middle left",
    )


def _still(**drawn: object) -> go.Scatter:
    """What is seen but not clicked."""
    return go.Scatter(**drawn, hoverinfo="skip", showlegend=False, cliponaxis=False)


def _today(canvas: Canvas, today: date) -> None:
    line = {"color": TODAY_COLOUR, "width": 2, "dash": "dash"}
    canvas.add(_still(x=[today, today], y=[0, canvas.y], mode="lines", line=line))
    canvas.explained(text("figure.day", value=german.day(today)), mode="lines", line=line)


def _years(axis: Axis) -> dict[str, object]:
    years = range(axis.first.year, axis.last.year + 2)
    step = 1 if len(years) - 2 <= MOST_YEARS_NAMED else 2
    return {
        "type": "date",
        "range": [axis.first - BEYOND, axis.last + BEYOND],
        "tickvals": [date(year, 1, 1) for year in years],
        "ticktext": [str(year) if (year - years[0]) % step == 0 else "" for year in years],
        "tickfont": {"size": 12, "color": style.QUIET},
        "gridcolor": style.GRID,
    }
