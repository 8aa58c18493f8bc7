"""Charts of what was promised, when it is due, what was asked and answered, how speakers see it."""

from collections.abc import Iterator
from datetime import date, timedelta

import pandas as pd
import plotly.graph_objects as go

from kim import german
from kim.facts import Record, is_sure, words
from ui.figures import lanes, states
from ui.figures.canvas import Canvas
from ui.figures.lanes import Event, days
from ui.figures.marks import Mark
from ui.figures.statements import by_place, filled, hover_of, inferred, key_of, said
from ui.figures.states import Matter, State
from ui.texts import text

COMMITMENT_MARKS = {
    "open": ("diamond", "#e69f00"),
    "kept": ("circle", "#0072b2"),
    "lapsed": ("x", "#5f6b76"),
}
QUESTION_MARKS = {
    "open": ("diamond", "#e69f00"),
    "partly_answered": ("triangle-up", "#9a3b78"),
    "answered": ("circle", "#0072b2"),
}
DUE = ("diamond", "#e69f00")
RECURRING = {
    "yearly": ("square", "#0072b2"),
    "half_yearly": ("hexagon", "#00664b"),
    "every_meeting": ("star", "#9a3b78"),
    "regularly": ("circle", "#5f6b76"),
}
VIEWS = {
    "stated": ("circle", "#0072b2"),
    "inferred": ("circle", "#0072b2"),
    "claimed": ("circle", "#9a3b78"),
}


def promises(commitments: pd.DataFrame, today: date) -> go.Figure:
    """Each promise in the column of what became of it, as far as the documents read tell."""
    columns = states.columns_of("commitment_state", COMMITMENT_MARKS)
    groups = [
        (place, [_promise(row, today) for row in here]) for place, here in by_place(commitments)
    ]
    return states.drawn(groups, columns)


def due_dates(commitments: pd.DataFrame, today: date) -> go.Figure:
    """When promises fall due; a recurring duty is a span from its document to today."""
    groups = []
    for place, here in by_place(commitments):
        found = [event for row in here if (event := _due(row, today))]
        if found:
            groups.append((place, found))
    return lanes.drawn(groups, today)


def questions(rows: pd.DataFrame) -> go.Figure:
    """Each question in the column of how far it was answered, its answer in words."""
    columns = states.columns_of("question_state", QUESTION_MARKS)
    groups = [(place, [_question(row) for row in here]) for place, here in by_place(rows)]
    return states.drawn(groups, columns)


def assessments(rows: pd.DataFrame) -> go.Figure:
    """How speakers see it: role, subject and view; a mere claim is hollow."""
    canvas = Canvas()
    for place, here in by_place(rows):
        canvas.heading(place)
        for row in here:
            mark = Mark(*VIEWS[row["basis"]], _who(row), is_sure(row))
            title = said(f"{row['subject']}: {row['assessment']}", row)
            who = text("commitments.speaker", value=row["speaker"])
            canvas.item(
                mark,
                title,
                [who, inferred(row)],
                key_of(row, "assessments"),
                hover_of(row, title, who),
            )
    return canvas.finished()


def _who(row: Record) -> str:
    return text("commitments.claimed" if row["basis"] == "claimed" else "commitments.official")


def _promise(row: Record, today: date) -> Matter:
    title = said(row["promise"], row)
    details = list(_about(row, today))
    state = words("commitment_state", row["state"])
    hover = hover_of(row, title, *details, state)
    step = State(row["state"], key_of(row, "commitments"), hover, is_sure(row))
    return Matter(title, details, [step])


def _about(row: Record, today: date) -> Iterator[str]:
    """Who promised what to whom, when it is due, and until when nothing was found."""
    to = filled(row["made_to"]) or text("commitments.unnamed")
    yield text("commitments.from_to", made_by=row["made_by"], made_to=to)
    yield _due_words(row, today)
    yield filled(row["kept_by"], "commitments.kept_by")
    yield inferred(row) or filled(row["note"])
    if row["state"] == "open" and not german.is_empty(row["read_until"]):
        yield text("commitments.read_until", value=german.partial_date(row["read_until"]))
    elif row["state"] == "open":
        yield text("commitments.read_undated")


def _due_words(row: Record, today: date) -> str:
    span = days(row["due"])
    if row["recurrence"] in RECURRING:
        return text(f"commitments.{row['recurrence']}")
    if german.is_empty(row["due"]):
        return text("commitments.no_due")
    is_past = row["state"] == "open" and span is not None and span[1] < today
    key = "commitments.due_past" if is_past else "commitments.due"
    return text(key, value=german.partial_date(row["due"]))


def _due(row: Record, today: date) -> Event | None:
    """The promise as an event: its due date, or for a recurring duty the time since it was made."""
    recurring = RECURRING.get(row["recurrence"])
    span = days(row["due"])
    if recurring and pd.notna(row["held_from_earliest"]):
        start = span[0] if span else row["held_from_earliest"].date()
        span = (start, max(today, start + timedelta(days=1)))
    if span is None:
        return None
    name = row["recurrence"] if recurring else "due_mark"
    mark = Mark(*(recurring or DUE), text(f"commitments.{name}"), is_sure(row))
    title = said(f"{_due_words(row, today)} · {row['promise']}", row)
    details = [*_about(row, today)]
    details.pop(1)
    return Event(
        *span, mark, title, details, key_of(row, "commitments"), hover_of(row, title, *details)
    )


def _question(row: Record) -> Matter:
    title = said(row["question"], row)
    asked = [
        filled(row["asked_by"], "commitments.asked_by"),
        filled(row["asked_to"], "commitments.asked_to"),
    ]
    answer = filled(row["answer"], "commitments.answer") or text("commitments.no_answer")
    details = [answer, " · ".join(part for part in asked if part), inferred(row)]
    hover = hover_of(row, title, *details, words("question_state", row["state"]))
    return Matter(
        title, details, [State(row["state"], key_of(row, "open_questions"), hover, is_sure(row))]
    )
