"""Charts of steering: bodies by level, supervision, instruments by state, goals and tasks."""

from collections.abc import Iterator

import pandas as pd
import plotly.graph_objects as go

from kim import german
from kim.facts import Record, is_sure, words
from kim.tables import package
from ui.figures import arrows, states
from ui.figures.arrows import Arrow
from ui.figures.canvas import ITEM_GAP, LINE, Canvas
from ui.figures.marks import Mark
from ui.figures.statements import by_place, filled, hover_of, inferred, key_of, said, unique
from ui.figures.states import Matter, State
from ui.figures.style import lines_of
from ui.texts import text

LEVELS = {
    "political": "#f1eef6",
    "strategic": "#e3eef7",
    "coordinating": "#e5f3ec",
    "operative": "#fdf3df",
}
BODY_MARKS = {
    "exists": ("circle", "#0072b2"),
    "planned": ("diamond", "#9a5b00"),
    "recommended": ("triangle-up", "#9a3b78"),
    "dissolved": ("x", "#5f6b76"),
}
INSTRUMENT_MARKS = {
    "planned": ("diamond", "#9a5b00"),
    "in_development": ("triangle-up", "#9a3b78"),
    "in_use": ("circle", "#0072b2"),
    "completed": ("square", "#00664b"),
}
OBJECTIVE_COLOURS = {
    "goal": "#0072b2",
    "task": "#00664b",
    "principle": "#9a3b78",
    "challenge": "#9a5b00",
}
SUPERVISION_COLOUR = "#7a3b78"
LETTERS_OF_NAME = 20
SQUARES_IN_LINE, START_OF_SQUARES = 13, 0.41
ROW_OF_SQUARES = 20


def bodies(rows: pd.DataFrame) -> go.Figure:
    """The bodies of each place in bands by level, with seat, members and tasks in words."""
    canvas = Canvas()
    for place, here in by_place(rows):
        canvas.heading(place, 17)
        for level, colour in LEVELS.items():
            of_level = [row for row in here if row["level"] == level]
            if of_level:
                _band(canvas, words("body_level", level), of_level, colour)
    return canvas.finished()


def supervision(carriers: pd.DataFrame) -> go.Figure:
    """An arrow from the supervising body to what or whom it supervises."""
    groups = [(place, [_supervises(row) for row in here]) for place, here in by_place(carriers)]
    heads = [text("governance.supervisor"), text("governance.supervised")]
    return arrows.drawn(groups, heads, LETTERS_OF_NAME)


def instruments(rows: pd.DataFrame) -> go.Figure:
    """Each instrument below its kind, marked in the column of the state it has reached."""
    columns = states.columns_of("instrument_state", INSTRUMENT_MARKS)
    of_kind = rows.groupby("kind", sort=False)
    kinds = [k for k in package().vocabularies["instrument_kind"] if k in of_kind.groups]
    groups = [
        (words("instrument_kind", kind), _instruments(of_kind.get_group(kind))) for kind in kinds
    ]
    return states.drawn(groups, columns)


def objectives(rows: pd.DataFrame) -> go.Figure:
    """A square for each goal, task, principle and challenge that a document names."""
    canvas = Canvas()
    for place, here in by_place(rows):
        canvas.heading(place)
        for kind, colour in OBJECTIVE_COLOURS.items():
            of_kind = [row for row in here if row["kind"] == kind]
            if of_kind:
                _squares(canvas, kind, of_kind, colour)
    return canvas.finished()


def _band(canvas: Canvas, title: str, rows: list[Record], colour: str) -> None:
    top = canvas.y
    canvas.y += 4
    canvas.lines(text("governance.level", value=title), quiet=True)
    canvas.y += 4
    for (name, state), same in _same(rows, ("body", "state")):
        first = next((row for row in same if row["basis"] == "stated"), same[0])
        mark = Mark(*BODY_MARKS[state], words("body_state", state), any(map(is_sure, same)))
        details = list(_about_body(same))
        title = said(f"{name} · {words('body_state', state)}", first)
        canvas.item(mark, title, details, key_of(first, "bodies"), hover_of(first, title, *details))
    canvas.band(top, canvas.y, colour)
    canvas.y += 4


def _about_body(same: list[Record]) -> Iterator[str]:
    """Seat, members, tasks and rhythm of one body, as all its statements tell them."""
    hosts = unique(row["host_name"] for row in same)
    seat = text("governance.host", value=", ".join(hosts)) if hosts else ""
    yield seat or text("governance.no_host")
    for column, title in (("members", "members"), ("task", "task"), ("frequency", "frequency")):
        yield filled("; ".join(unique(row[column] for row in same)), f"governance.{title}")
    yield inferred(*same)


def _same(
    rows: list[Record], columns: tuple[str, ...]
) -> Iterator[tuple[tuple[str, ...], list[Record]]]:
    """The rows that agree in some columns, in the order of their first appearance."""
    keys = list(dict.fromkeys(tuple(row[column] for column in columns) for row in rows))
    for key in keys:
        yield key, [row for row in rows if tuple(row[column] for column in columns) == key]


def _supervises(row: Record) -> Arrow:
    module, area = words("module", row["module"]), filled(row["area"])
    whom = filled(row["counterpart_name"]) or area or module.partition(": ")[2]
    what = said(module or text("governance.unnamed_area"), row)
    detail = filled(area, "governance.supervises_area") if whom != area else ""
    return Arrow(
        words=what,
        details=[detail, inferred(row)],
        start=row["organisation_name"],
        end=whom,
        columns=(0, 1),
        colour=SUPERVISION_COLOUR,
        name=words("carrier_role", "supervises"),
        key=key_of(row, "carriers"),
        hover=hover_of(
            row, what, f"{row['organisation_name']}: {words('carrier_role', row['role'])}", detail
        ),
        is_sure=is_sure(row),
    )


def _instruments(rows: pd.DataFrame) -> list[Matter]:
    matters = []
    for place, here in by_place(rows):
        for (label,), same in _same(here, ("label",)):
            purposes = unique(row["purpose"] for row in same)
            details = [filled("; ".join(purposes), "governance.purpose")]
            details.append(inferred(*same))
            matters.append(
                Matter(said(f"{place}: {label}", same[-1]), details, [_state(row) for row in same])
            )
    return matters


def _state(row: Record) -> State:
    state = words("instrument_state", row["state"])
    day = row["as_of"] if not german.is_empty(row["as_of"]) else row["source_date"]
    when = text("governance.no_day") if german.is_empty(day) else german.partial_date(day)
    hover = hover_of(
        row, row["label"], f"{state} · {when}", filled(row["purpose"], "governance.purpose")
    )
    return State(row["state"], key_of(row, "instruments"), hover, is_sure(row), when)


def _squares(canvas: Canvas, kind: str, rows: list[Record], colour: str) -> None:
    name = text(f"governance.{'task_kind' if kind == 'task' else kind}")
    canvas.write(0, lines_of(f"{name}: {len(rows)}", 24), size=13)
    width = (1 - START_OF_SQUARES) / SQUARES_IN_LINE
    for index, row in enumerate(rows):
        line, column = divmod(index, SQUARES_IN_LINE)
        holder = filled(row["holder"], "governance.holder")
        hover = hover_of(row, said(row["label"], row), words("objective_kind", kind), holder)
        mark = Mark("square", colour, name, is_sure(row))
        x = START_OF_SQUARES + width * (column + 0.5)
        canvas.mark(
            x, canvas.y + LINE / 2 + line * ROW_OF_SQUARES, mark, key_of(row, "objectives"), hover
        )
    canvas.y += ROW_OF_SQUARES * -(-len(rows) // SQUARES_IN_LINE) + ITEM_GAP
