"""Figures of places and of the work there: each by itself, with how and over which time it was counted."""

from collections.abc import Iterator

import pandas as pd
import plotly.graph_objects as go

from kim import german
from kim.facts import Record, is_sure, words
from kim.tables import package
from ui.figures.canvas import Canvas
from ui.figures.marks import Mark
from ui.figures.statements import (
    by_place,
    filled,
    hover_of,
    inferred,
    joined,
    key_of,
    said,
)
from ui.texts import text

COUNTING_MARKS = {
    "stock": ("circle", "#0072b2"),
    "flow": ("square", "#00664b"),
    "running_total": ("triangle-up", "#9a3b78"),
}
NOT_SAID = ("diamond", "#5f6b76")
# Of these there is only a number at a time: nobody says how they were counted.
STOCKS = {"population", "foreign_nationals", "immigration_history", "member_municipalities"}


def by_kind(rows: pd.DataFrame) -> go.Figure:
    """A heading for each kind of figure, below it those of each place; they are never added up.

    `rows`: statements of the table indicators.
    """
    canvas = Canvas()
    for indicator, title in package().vocabularies["indicator"].items():
        of_kind = rows[rows["indicator"] == indicator]
        if len(of_kind):
            canvas.heading(title)
        for place, here in by_place(of_kind):
            for row in here:
                _figure(canvas, place, row)
    return canvas.finished()


def _figure(canvas: Canvas, place: str, row: Record) -> None:
    counting = _counting(row)
    name = words("counting", counting) or text("evaluations.counting_not_said")
    mark = Mark(*COUNTING_MARKS.get(counting, NOT_SAID), name, is_sure(row))
    title = f"{place}: {said(german.amount(row['value'], row['certainty']), row)}"
    details = list(_details(row, counting))
    canvas.item(mark, title, details, key_of(row, "indicators"), hover_of(row, title, *details))


def _counting(row: Record) -> str:
    """How it was counted, as the document says or as it is by its nature; empty when unknown."""
    told = filled(row["counting"])
    return told or ("stock" if row["indicator"] in STOCKS else "")


def _details(row: Record, counting: str) -> Iterator[str]:
    period, day = filled(row["period"]), filled(row["as_of"])
    since = "evaluations.since" if counting == "running_total" else "evaluations.period"
    yield joined(
        words("counting", counting) or text("evaluations.counting_not_said"),
        text(since, value=german.partial_date(period)) if period else "",
        text("figure.day", value=german.partial_date(day)) if day else "",
    )
    yield inferred(row)
