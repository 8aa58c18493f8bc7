"""The chart of time: dated events of each place on one axis, signs for what is reached, expected, decided."""

from datetime import date
from functools import partial
from textwrap import shorten

import pandas as pd
import plotly.graph_objects as go

from kim import decisions as kim_decisions
from kim import german
from kim.facts import Record, is_sure, words
from ui.figures import lanes
from ui.figures.lanes import Event, Lane, days
from ui.figures.marks import Mark
from ui.figures.own import is_own
from ui.figures.statements import (
    bracketed,
    by_place,
    hover_of,
    joined,
    key_of,
    said,
    short_doubt,
)
from ui.texts import text

SHORTEST = 2
MILESTONE_MARKS = {
    "done": ("circle", "#0072b2"),
    "expected": ("diamond", "#b36b00"),
    "cancelled": ("triangle-down", "#5f6b76"),
}
DECISION_MARKS = {
    "decided": ("square", "#00664b"),
    "recommended": ("pentagon", "#9a3b78"),
    "noted": ("cross", "#5f6b76"),
    "rejected": ("x", "#a4001d"),
    "adjourned": ("hexagon", "#9a5b00"),
    "withdrawn": ("triangle-left", "#7a3b78"),
    "referred": ("triangle-right", "#0072b2"),
    "rescinded": ("star", "#a4001d"),
}


def over_time(events: pd.DataFrame, today: date) -> go.Figure:
    """A lane for each place on one scale of years; a year or a month is a bar, what is not sure hollow."""
    found = []
    for place, here in by_place(events):
        dated = [(row, span) for row in here if (span := days(row["date"]))]
        if dated:
            shown = [_event(row, *span, today) for row, span in dated]
            found.append(Lane(place, shown, is_own(here[0])))
    return lanes.drawn(found, today)


def _event(row: Record, first: date, last: date, today: date) -> Event:
    when = f"{german.partial_date(row['date'])} · {_titled(row)}"
    is_past = row["state"] == "expected" and last < today
    return Event(
        first,
        last,
        _mark(row),
        partial(_label, row),
        key_of(row, "milestones"),
        hover_of(row, said(when, row), text("timeline.past") if is_past else ""),
        is_expected=row["state"] == "expected",
        is_inferred=row["basis"] == "inferred",
    )


def _label(row: Record, most: int) -> str:
    """The event in so many letters, with what doubt there is; that it is expected, its mark says."""
    possible = "" if row["is_certain"] else text("figure.possible")
    doubts = joined(short_doubt(row), possible, by=" – ")
    event = str(row["event"]) if row["state"] == "expected" else _titled(row)
    few = shorten(event, max(most - len(doubts), SHORTEST), placeholder=" …")
    return joined(bracketed(few, row), doubts, by=" – ")


def _titled(row: Record) -> str:
    """The event in words, said to be expected or cancelled where it is."""
    said_first = f"timeline.{row['state']}"
    return text(said_first, value=row["event"]) if text.has(said_first) else str(row["event"])


def _mark(row: Record) -> Mark:
    """What was rescinded is not marked as decided."""
    if not german.is_empty(row["kind"]):
        state = kim_decisions.state(row)
        return Mark(*DECISION_MARKS[state], words("decision_kind", state), is_sure(row))
    state = row["state"]
    return Mark(*MILESTONE_MARKS[state], words("milestone_state", state), is_sure(row))
