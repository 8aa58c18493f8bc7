"""Where an evaluation runs, is planned, is undecided, does not take place, or is not known of."""

from collections import defaultdict
from collections.abc import Iterator

import pandas as pd
import plotly.graph_objects as go

from kim import german
from kim.facts import Record, is_sure, records, words
from kim.german import is_empty
from ui.figures import style
from ui.figures.canvas import INDENT, ITEM_GAP, LINE, Canvas
from ui.figures.marks import Mark
from ui.figures.statements import bracketed, doubt, filled, hover_lines, joined, since
from ui.figures.style import keyed
from ui.texts import text

LEVEL_OF_KEY_LENGTH = {2: "land", 5: "district", 8: "local"}
LOOKS = {
    "running": ("circle", "#0072b2"),
    "planned": ("diamond", "#9a5b00"),
    "under_discussion": ("hourglass", "#7a3b78"),
    "completed": ("square", "#00664b"),
    "dropped": ("triangle-down", "#5f6b76"),
    "none": ("x", "#a4001d"),
}


def by_level(evaluations: pd.DataFrame, places: tuple[tuple[str, str], ...]) -> go.Figure:
    """One mark per statement by level and place, and one where nothing is known.

    `places` as (AGS, name): a place without statements on its own level is shown as unknown.
    """
    canvas = Canvas()
    for status, look in LOOKS.items():
        if (evaluations["status"] == status).any():
            canvas.named(Mark(*look, words("evaluation_status", status)))
    for level in LEVEL_OF_KEY_LENGTH.values():
        of_level = evaluations[evaluations["level"] == level]
        groups = list(_by_place(of_level, level, places))
        if groups:
            canvas.heading(text(f"evaluations.{level}"), 17)
        for name, rows in groups:
            _place(canvas, name, rows)
    return canvas.finished()


def _by_place(
    rows: pd.DataFrame, level: str, places: tuple[tuple[str, str], ...]
) -> Iterator[tuple[str, list[Record]]]:
    """The statements of each place on a level; none for a place whose own level it is."""
    told: dict[str, list[Record]] = defaultdict(list)
    for row in records(rows):
        told[row["region"]].append(row)
    for ags, name in places:
        if ags in told or LEVEL_OF_KEY_LENGTH[len(ags)] == level:
            yield name, told[ags]


def _place(canvas: Canvas, name: str, rows: list[Record]) -> None:
    canvas.heading(name, style.FONT_SIZE)
    for row in rows:
        status = words("evaluation_status", row["status"])
        mark = Mark(*LOOKS[row["status"]], status, is_sure(row))
        title = bracketed(joined(status, filled(row["subject"]), by=": "), row)
        canvas.item(mark, title, [_details(row)], keyed("evaluations", row["fact"]), _hover(row))
    if not rows:
        unknown = Mark("circle", style.QUIET, text("evaluations.unknown"))
        canvas.named(unknown)
        canvas.mark(0, canvas.y + LINE / 2, unknown, "", unknown.name)
        canvas.lines(unknown.name, quiet=True, indent=INDENT)
        canvas.y += ITEM_GAP


def _details(row: Record) -> str:
    """Evaluator, end, results, year, and what the statement rests on unless a document says it."""
    ends = "" if is_empty(row["ends"]) else german.partial_date(row["ends"])
    return joined(
        filled(row["evaluator"], "evaluations.by"),
        filled(ends, "evaluations.ends"),
        filled(words("evaluation_results", row["results"]), "evaluations.results"),
        filled(since(row), "figure.day"),
        doubt(row),
    )


def _hover(row: Record) -> str:
    return hover_lines(
        row["place"],
        text("governance.level", value=words("evaluation_level", row["level"])),
        joined(doubt(row), filled(row["note"]), by=": "),
        text("figure.source", value=row["source_title"]),
        text("figure.click"),
    )
