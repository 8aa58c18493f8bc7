"""Charts of steering: bodies by level, supervision, instruments by state, goals and tasks."""

from collections import Counter
from collections.abc import Iterator

import pandas as pd
import plotly.graph_objects as go

from kim import german
from kim.facts import Record, is_sure, words
from kim.tables import package
from ui.figures import arrows, states
from ui.figures.arrows import Arrow
from ui.figures.canvas import ITEM_GAP, LINE, SMALL_LINE, Canvas
from ui.figures.marks import Detail, Mark
from ui.figures.statements import (
    bracketed,
    by_place,
    filled,
    hover_of,
    inferred,
    joined,
    key_of,
    said,
    short_doubt,
    since,
    surest,
    unique,
)
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
ABOUT_BODY = ("host_name", "members", "task", "frequency")
LETTERS_OF_NAME = 20
SQUARES_IN_LINE, START_OF_SQUARES = 13, 0.41
ROW_OF_SQUARES = 20
LETTERS_OF_KIND = 24


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
    groups = list(_same(rows, ("body", "state")))
    states_of = Counter(name for (name, _), _ in groups)
    for (name, state), same in groups:
        shown = surest(same)
        mark = Mark(*BODY_MARKS[state], words("body_state", state), is_sure(shown))
        day = filled(since(shown), "figure.day") if states_of[name] > 1 else ""
        title = said(joined(name, words("body_state", state), day), shown)
        hover = hover_of(shown, title, *_told_of_body(shown))
        details = list(_about_body(same, shown, title))
        canvas.item(mark, title, details, key_of(shown, "bodies"), hover)
    canvas.band(top, canvas.y, colour)
    canvas.y += 4


def _about_body(same: list[Record], shown: Record, title: str) -> Iterator[str | Detail]:
    """Why it is in doubt; seat, members, tasks and rhythm, each with the statement that says it."""
    yield inferred(shown)
    if not unique(row["host_name"] for row in same):
        yield text("governance.no_host")
    for column in ABOUT_BODY:
        yield from _told(same, shown, column, "bodies", title)


def _told_of_body(row: Record) -> Iterator[str]:
    """What one statement says of a body beside its name and state."""
    yield filled(row["host_name"], "governance.host_name") or text("governance.no_host")
    for column in ABOUT_BODY[1:]:
        yield filled(row[column], f"governance.{column}")


def _told(
    same: list[Record], shown: Record, column: str, table: str, title: str
) -> Iterator[Detail]:
    """What statements on one thing say in a column, each with the surest one that says it."""
    for value in unique(row[column] for row in same):
        row = surest([each for each in same if str(each[column]) == value])
        words_of_row = filled(value, f"governance.{column}")
        mark = "" if row is shown else short_doubt(row)
        line = joined(bracketed(words_of_row, row), mark, by=" – ")
        yield Detail(line, key_of(row, table), hover_of(row, title, words_of_row))


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
            shown, title = surest(same), f"{place}: {label}"
            told = _told(same, shown, "purpose", "instruments", title)
            details = [*told, Detail(inferred(shown))]
            steps = [_state(row) for row in same]
            matters.append(Matter(said(title, shown), details, steps, same.index(shown)))
    return matters


def _state(row: Record) -> State:
    state = words("instrument_state", row["state"])
    day = row["as_of"] if not german.is_empty(row["as_of"]) else row["source_date"]
    when = text("governance.no_day") if german.is_empty(day) else german.partial_date(day)
    hover = hover_of(
        row, row["label"], f"{state} · {when}", filled(row["purpose"], "governance.purpose")
    )
    key, doubt = key_of(row, "instruments"), short_doubt(row)
    return State(row["state"], key, hover, is_sure(row), when, doubt)


def _squares(canvas: Canvas, kind: str, rows: list[Record], colour: str) -> None:
    name = text(f"governance.{'task_kind' if kind == 'task' else kind}")
    ours = sum(row["basis"] == "inferred" for row in rows)
    lines = lines_of(f"{name}: {len(rows)}", LETTERS_OF_KIND)
    lines += [text("governance.of_them_inferred", value=ours)] if ours else []
    canvas.write(0, lines, size=13)
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
    of_squares = ROW_OF_SQUARES * -(-len(rows) // SQUARES_IN_LINE)
    canvas.y += max(of_squares, SMALL_LINE * len(lines)) + ITEM_GAP
