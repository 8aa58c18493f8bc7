"""Who has which role towards whom in one place: a flow of organisations and arrows."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import pandas as pd
import plotly.graph_objects as go

from kim import german
from kim.facts import Record, is_sure, records, words
from kim.german import is_empty
from kim.tables import package
from ui.figures import arrows, style
from ui.figures.canvas import Canvas
from ui.figures.carriers import ROLES, towards
from ui.figures.marks import Mark
from ui.figures.own import is_own
from ui.figures.statements import bracketed, filled, hover_lines, module, short_doubt, since
from ui.figures.style import keyed, lines_of, wrapped
from ui.texts import text

ORDER_OF_ROLES = [role for roles in ROLES.values() for role in roles]
FLOW_OF_ROLE = {role: flow for flow, roles in ROLES.items() for role in roles}
FLOW_COLOURS = {
    "money": "#9a5b00",
    "mandate": "#0072b2",
    "staff": "#00664b",
    "oversight": "#7a3b78",
}
LEFT_END, MIDDLE, RIGHT_START = 0.38, 0.495, 0.61
ARROW_INSET = 0.02
LETTERS_LEFT, LETTERS_MIDDLE, LETTERS_RIGHT = 19, 13, 20
HEIGHT_OF_LINE, GAP, ROOM_AT_ARROW = 17, 12, 8
TEXT_SIZE, BOX_TEXT_SIZE = 12, 13
BOX, BOX_EDGE = "#e3eef7", "#7f9db9"
NO_BOX = "#ffffff"


@dataclass(frozen=True)
class Box:
    """A box from `top` to `bottom`, in pixels; without `row` it is an organisation with a role."""

    words: str
    top: float
    bottom: float
    row: Record | None = None

    @property
    def fill(self) -> str:
        is_named = self.row is None or not is_empty(self.row["counterpart_name"])
        return BOX if is_named else NO_BOX


def flow(carriers: pd.DataFrame) -> go.Figure:
    """One arrow per statement, from the organisation to the one towards which it has its role."""
    canvas = Canvas()
    for place, here in carriers.groupby("place", sort=False):
        is_first_own = is_own(records(here)[0])
        canvas.heading(text("carriers.statements", place=place), is_own=is_first_own)
        boxes = [box for rows in _in_order(here) for box in _organisation(canvas, rows)]
        _add_boxes(canvas, [box for box in boxes if box.row is None], 0, LEFT_END)
        _add_boxes(canvas, [box for box in boxes if box.row is not None], RIGHT_START, 1)
    _explain(canvas, records(carriers))
    return canvas.finished({"range": [-0.004, 1.004], "visible": False})


def _in_order(here: pd.DataFrame) -> list[list[Record]]:
    """The statements of a place by organisation: from the Land down, money first."""
    kinds = list(package().vocabularies["organisation_kind"])
    ordered = sorted(records(here), key=lambda row: ORDER_OF_ROLES.index(row["role"]))
    groups: dict[str, list[Record]] = {}
    for row in sorted(ordered, key=lambda row: kinds.index(row["organisation_kind"])):
        groups.setdefault(row["organisation"], []).append(row)
    return list(groups.values())


def _organisation(canvas: Canvas, rows: list[Record]) -> list[Box]:
    """Draw the arrows of an organisation; its box and those its arrows lead to."""
    name = lines_of(rows[0]["organisation_name"], LETTERS_LEFT)
    top, boxes = canvas.y, []
    for row in rows:
        role, target = lines_of(_role(row), LETTERS_MIDDLE), _target(row)
        below = max(len(_below(row)), 1) * HEIGHT_OF_LINE
        height = max(_height(role) + below, _height(target), _height(name) / len(rows))
        boxes.append(Box("<br>".join(target), canvas.y, canvas.y + height, row))
        below_middle = (_height(role) - GAP - below) / 2
        _add_arrow(canvas, row, role, canvas.y + height / 2 + below_middle)
        canvas.y += height + GAP
    return [Box(f"<b>{'<br>'.join(name)}</b>", top, canvas.y - GAP), *boxes]


def _height(lines: Sequence[str]) -> int:
    return len(lines) * HEIGHT_OF_LINE + GAP


def _role(row: Record) -> str:
    return bracketed(words("carrier_role", row["role"]), row)


def _target(row: Record) -> list[str]:
    """To whom or to what the arrow leads: counterpart, else module, else area, else KIM as a whole."""
    counterpart, area = filled(row["counterpart_name"]), filled(row["area"])
    if not counterpart and row["role"] in ROLES["money"]:
        counterpart = text(f"carriers.unnamed_{row['role']}")
    modules = [module(row)] if counterpart else words("module", row["module"]).split(": ")
    parts = [part for part in (counterpart, *modules, area) if part] or [text("carriers.whole")]
    first, *more = [wrapped(part, LETTERS_RIGHT) for part in parts]
    return "<br>".join([f"<b>{first}</b>", *more]).split("<br>")


def _below(row: Record) -> list[str]:
    """What stands below an arrow: the year, and that no document states it."""
    return [line for line in (since(row), short_doubt(row)) if line]


def _add_arrow(canvas: Canvas, row: Record, role: list[str], y: float) -> None:
    """The arrow of a statement, its role above it, its year and what doubt there is below it."""
    colour = FLOW_COLOURS[FLOW_OF_ROLE[row["role"]]]
    key, hover = keyed("carriers", row["fact"]), _hover(row)
    start, end = LEFT_END + ARROW_INSET, RIGHT_START - ARROW_INSET
    ends = (end, start) if row["role"] == "receives_grant" else (start, end)
    canvas.add(arrows.line(ends, y, Mark("", colour, "", is_sure(row)), key, hover, ("", "")))
    for lines, lift, place in (
        (role, -ROOM_AT_ARROW, "top center"),
        (_below(row), ROOM_AT_ARROW, "bottom center"),
    ):
        at = y + lift
        canvas.write(MIDDLE, lines, key, hover, y=at, size=TEXT_SIZE, colour=colour, place=place)


def _explain(canvas: Canvas, rows: Sequence[Record]) -> None:
    """Name the colours and, where there is one, the look of an unsure arrow."""
    flows = {FLOW_OF_ROLE[row["role"]] for row in rows}
    looks = [(name, colour, "solid") for name, colour in FLOW_COLOURS.items() if name in flows]
    if not all(map(is_sure, rows)):
        looks.append(("unsure", style.QUIET, "dot"))
    for name, colour, dash in looks:
        line = {"color": colour, "dash": dash, "width": 3}
        canvas.explained(text(f"carriers.{name}"), mode="lines", line=line)


def _add_boxes(canvas: Canvas, boxes: Sequence[Box], start: float, end: float) -> None:
    """Boxes from `start` to `end` of the width, one below the other."""
    facts = [keyed("carriers", box.row["fact"]) if box.row else None for box in boxes]
    evidence: dict[str, Any] = {"hoverinfo": "skip"}
    if any(facts):
        hover = [_hover(box.row) for box in boxes if box.row]
        evidence = {"customdata": facts, "hovertext": hover, "hoverinfo": "text"}
    canvas.add(
        go.Bar(
            base=[start] * len(boxes),
            x=[end - start] * len(boxes),
            y=[(box.top + box.bottom) / 2 for box in boxes],
            width=[box.bottom - box.top for box in boxes],
            text=[box.words for box in boxes],
            marker={
                "color": [box.fill for box in boxes],
                "line": {"color": BOX_EDGE, "width": 1.5},
            },
            orientation="h",
            textposition="inside",
            insidetextanchor="middle",
            textangle=0,
            constraintext="none",
            textfont={"color": style.INK, "size": BOX_TEXT_SIZE},
            showlegend=False,
            **evidence,
        )
    )


def _hover(row: Record) -> str:
    when = german.held(row)
    return hover_lines(
        f"{row['organisation_name']}: {words('carrier_role', row['role'])}",
        towards(row),
        words("module", row["module"]),
        filled(row["area"]),
        when,
        words("basis", row["basis"]),
        filled(row["note"]),
        text("figure.click"),
    )
