"""Charts of time: lanes of dated events, what bears no date, decisions with votes and conditions."""

from collections.abc import Iterator
from datetime import date

import pandas as pd
import plotly.graph_objects as go

from kim import decisions as kim_decisions
from kim import german
from kim.facts import Record, is_sure, words
from ui.figures import lanes
from ui.figures.canvas import Canvas
from ui.figures.lanes import Event, days
from ui.figures.marks import Mark
from ui.figures.statements import by_place, filled, hover_of, inferred, key_of, said
from ui.texts import text

MILESTONE_MARKS = {
    "done": ("circle", "#0072b2"),
    "expected": ("diamond", "#e69f00"),
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
    "rescinded": ("octagon", "#a4001d"),
}


def over_time(events: pd.DataFrame, today: date) -> go.Figure:
    """The dated events of each place on one scale of years; a year or a month is a span."""
    groups = []
    for place, here in by_place(events):
        dated = [(row, span) for row in here if (span := days(row["date"]))]
        if dated:
            groups.append((place, [_event(row, *span, today) for row, span in dated]))
    return lanes.drawn(groups, today)


def undated(events: pd.DataFrame) -> go.Figure:
    """The events without a date or without its year, as a list for each place."""
    canvas = Canvas()
    for place, here in by_place(events):
        canvas.heading(place)
        for row in here:
            when = "" if german.is_empty(row["date"]) else _when(row)
            details = [when, inferred(row) or filled(row["note"])]
            mark, title = _mark(row), said(_title(row), row)
            canvas.item(mark, title, details, key_of(row, "milestones"), hover_of(row, title, when))
    return canvas.finished()


def decisions(rows: pd.DataFrame) -> go.Figure:
    """What was decided, recommended or noted, with addressee, vote and conditions."""
    canvas = Canvas()
    for place, here in by_place(rows):
        canvas.heading(place)
        for row in here:
            mark = _decision_mark(row)
            title = said(f"{row['body']} · {kim_decisions.stands(row)}: {row['subject']}", row)
            details = list(_about_decision(row))
            canvas.item(
                mark, title, details, key_of(row, "decisions"), hover_of(row, title, *details)
            )
    return canvas.finished()


def _about_decision(row: Record) -> Iterator[str]:
    yield text("timeline.no_date") if german.is_empty(row["date"]) else _when(row)
    yield filled(row["addressed_to"], "timeline.addressed_to")
    yield filled(row["vote"], "timeline.vote")
    yield filled(row["conditions"], "timeline.conditions")
    yield kim_decisions.rescinds(row)
    yield inferred(row)


def _event(row: Record, first: date, last: date, today: date) -> Event:
    title = said(f"{_when(row)} · {_title(row)}", row)
    is_past = row["state"] == "expected" and last < today
    details = [inferred(row), text("timeline.past") if is_past else ""]
    key, hover = key_of(row, "milestones"), hover_of(row, title, *details)
    return Event(first, last, _mark(row), title, details, key, hover)


def _title(row: Record) -> str:
    """The event in words, said to be expected or cancelled where it is."""
    said_first = f"timeline.{row['state']}"
    return text(said_first, value=row["event"]) if text.has(said_first) else str(row["event"])


def _when(row: Record) -> str:
    return german.partial_date(row["date"])


def _decision_mark(row: Record) -> Mark:
    """What was rescinded is not marked as decided."""
    state = kim_decisions.state(row)
    return Mark(*DECISION_MARKS[state], words("decision_kind", state), is_sure(row))


def _mark(row: Record) -> Mark:
    if not german.is_empty(row["kind"]):
        return _decision_mark(row)
    state = row["state"]
    return Mark(*MILESTONE_MARKS[state], words("milestone_state", state), is_sure(row))
