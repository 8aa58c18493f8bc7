"""Who has which role towards whom in one place: a flow of organisations and arrows."""

from dataclasses import dataclass

import pandas as pd
import plotly.graph_objects as go

from kim.german import is_empty
from ui.figures import style
from ui.figures.carriers import ROLES_OF_FLOW, text_of, towards, year_of
from ui.figures.style import Record, is_sure, keyed, laid_out, plain, records, words, wrapped

ROLES = [role for roles in ROLES_OF_FLOW.values() for role in roles]
FLOW_OF_ROLE = {role: flow for flow, roles in ROLES_OF_FLOW.items() for role in roles}
FLOW_COLOURS = {
    "Geld": "#9a5b00",
    "Auftrag": "#0072b2",
    "Personal": "#00664b",
    "Aufsicht und Sitz": "#7a3b78",
}
KINDS = ["land", "district", "municipality", "welfare_association", "other"]
MONEY = ROLES_OF_FLOW["Geld"]
NOT_NAMED = {
    "receives_grant": "Geldgeber nicht genannt",
    "passes_on_grant": "Empfänger nicht genannt",
}
WHOLE = "KIM im Ganzen"
LEFT_END, MIDDLE, RIGHT_START = 0.38, 0.495, 0.61
ARROW_START, ARROW_END = LEFT_END + 0.01, RIGHT_START - 0.01
LETTERS_LEFT, LETTERS_MIDDLE, LETTERS_RIGHT = 19, 13, 20
HEIGHT_OF_LINE, GAP, ROOM_AT_ARROW = 17, 12, 4
HEIGHT_OF_HEADING = 40
TOP = 80
TEXT_SIZE, BOX_TEXT_SIZE = 12, 13
BOX, BOX_EDGE = "#e3eef7", "#7f9db9"
NO_BOX = "#ffffff"
UNSURE = "gestrichelt: ungeprüft oder nur behauptet"


@dataclass(frozen=True)
class _Line:
    """One arrow of the flow, `y` pixels below the top, `height` pixels high."""

    row: Record
    label: str
    target: str
    y: float
    height: float

    @property
    def arrow(self) -> float:
        """Where the arrow runs, so that label and year together sit in the middle."""
        return self.y - self.label.count("<br>") * HEIGHT_OF_LINE / 2


def flow(carriers: pd.DataFrame) -> go.Figure:
    """One arrow per statement, from the organisation to the one towards which it has its role."""
    figure = go.Figure()
    lines, boxes, headings, height = _placed(carriers)
    _add_boxes(figure, boxes, lines)
    _add_arrows(figure, lines)
    for place, y in headings:
        figure.add_annotation(
            x=0, y=y, text=f"<b>{plain(place)}</b>", showarrow=False, xanchor="left", font_size=15
        )
    figure.update_layout(barmode="overlay", bargap=0)
    figure = laid_out(figure, height + TOP + 12)
    figure.update_layout(margin={"l": 2, "r": 2, "t": TOP, "b": 12}, font_size=TEXT_SIZE)
    figure.update_xaxes(visible=False, range=[-0.004, 1.004])
    figure.update_yaxes(visible=False, range=[-height, 0])
    return figure


def _placed(
    carriers: pd.DataFrame,
) -> tuple[list[_Line], list[tuple[str, float, float]], list[tuple[str, float]], int]:
    """Arrows, boxes (label, top, bottom) of the organisations, headings, height in pixels."""
    lines: list[_Line] = []
    boxes: list[tuple[str, float, float]] = []
    headings: list[tuple[str, float]] = []
    top = 0.0
    for place, here in carriers.groupby("place", sort=False):
        headings.append((f"Aussagen zu: {place}", top - HEIGHT_OF_HEADING / 2))
        top -= HEIGHT_OF_HEADING
        for organisation in _in_order(here):
            name = wrapped(organisation[0]["organisation_name"], LETTERS_LEFT)
            least = _height(name) / len(organisation)
            start = top
            for row in organisation:
                label, target = _label(row), _target(row)
                height = max(_height(label) + HEIGHT_OF_LINE, _height(target), least)
                lines.append(_Line(row, label, target, top - height / 2, height))
                top -= height + GAP
            boxes.append((name, start, top + GAP))
    return lines, boxes, headings, int(-top) + GAP


def _in_order(here: pd.DataFrame) -> list[list[Record]]:
    """The statements of a place by organisation: from the Land down, money first."""
    ordered = sorted(records(here), key=lambda row: ROLES.index(row["role"]))
    groups: dict[str, list[Record]] = {}
    for row in sorted(ordered, key=lambda row: KINDS.index(row["organisation_kind"])):
        groups.setdefault(row["organisation"], []).append(row)
    return list(groups.values())


def _height(label: str) -> int:
    return (label.count("<br>") + 1) * HEIGHT_OF_LINE + GAP


def _label(row: Record) -> str:
    role = words("carrier_role", row["role"])
    return wrapped(role if is_sure(row) else f"({role})", LETTERS_MIDDLE)


def _target(row: Record) -> str:
    """To whom or to what the arrow leads: counterpart, else module, else area, else KIM as a whole."""
    module = words("module", row["module"]).replace(": ", "\n")
    area, counterpart = text_of(row["area"]), text_of(row["counterpart_name"])
    if not counterpart and row["role"] in MONEY:
        counterpart = NOT_NAMED[row["role"]]
    candidates = [counterpart, module.partition("\n")[0] if counterpart else module, area]
    parts = [part for part in candidates if part] or [WHOLE]
    shown = [wrapped(line, LETTERS_RIGHT) for part in parts for line in part.split("\n")]
    return "<br>".join([f"<b>{shown[0]}</b>", *shown[1:]])


def _add_boxes(
    figure: go.Figure, boxes: list[tuple[str, float, float]], lines: list[_Line]
) -> None:
    shared = {
        "orientation": "h",
        "textposition": "inside",
        "insidetextanchor": "middle",
        "textangle": 0,
        "constraintext": "none",
        "showlegend": False,
        "textfont": {"color": style.INK, "size": BOX_TEXT_SIZE},
    }
    figure.add_bar(
        x=[LEFT_END] * len(boxes),
        y=[(top + bottom) / 2 for _, top, bottom in boxes],
        width=[top - bottom for _, top, bottom in boxes],
        text=[f"<b>{name}</b>" for name, _, _ in boxes],
        marker={"color": BOX, "line": {"color": BOX_EDGE, "width": 1.5}},
        hoverinfo="skip",
        **shared,
    )
    named = [not is_empty(line.row["counterpart_name"]) for line in lines]
    figure.add_bar(
        base=[RIGHT_START] * len(lines),
        x=[1 - RIGHT_START] * len(lines),
        y=[line.y for line in lines],
        width=[line.height for line in lines],
        text=[line.target for line in lines],
        marker={
            "color": [BOX if is_named else NO_BOX for is_named in named],
            "line": {"color": BOX_EDGE, "width": 1.5},
        },
        customdata=[keyed("carriers", line.row["fact"]) for line in lines],
        hovertext=[_hover(line.row) for line in lines],
        hoverinfo="text",
        **shared,
    )


def _add_arrows(figure: go.Figure, lines: list[_Line]) -> None:
    for flow_name, colour in FLOW_COLOURS.items():
        of_flow = [line for line in lines if FLOW_OF_ROLE[line.row["role"]] == flow_name]
        for dash, sure in (("solid", True), ("dot", False)):
            _add_strokes(figure, [e for e in of_flow if is_sure(e.row) == sure], colour, dash)
        if of_flow:
            _add_heads(figure, of_flow, colour)
            _add_legend(figure, flow_name, colour, "solid")
    if any(not is_sure(line.row) for line in lines):
        _add_legend(figure, UNSURE, style.QUIET, "dot")


def _add_legend(figure: go.Figure, name: str, colour: str, dash: str) -> None:
    line = {"color": colour, "dash": dash, "width": 3}
    figure.add_scatter(x=[None], y=[None], mode="lines", line=line, name=name)


def _add_strokes(figure: go.Figure, lines: list[_Line], colour: str, dash: str) -> None:
    figure.add_scatter(
        x=[x for _ in lines for x in (ARROW_START, ARROW_END, None)],
        y=[y for line in lines for y in (line.arrow, line.arrow, None)],
        mode="lines",
        line={"color": colour, "dash": dash, "width": 2.5},
        showlegend=False,
        hoverinfo="skip",
    )


def _add_heads(figure: go.Figure, lines: list[_Line], colour: str) -> None:
    """The heads of the arrows, and above and below them role and year."""
    inwards = [line.row["role"] == "receives_grant" for line in lines]
    keys = [keyed("carriers", line.row["fact"]) for line in lines]
    hover = [_hover(line.row) for line in lines]
    figure.add_scatter(
        x=[ARROW_START + 0.01 if inward else ARROW_END - 0.01 for inward in inwards],
        y=[line.arrow for line in lines],
        mode="markers",
        marker={
            "symbol": ["triangle-left" if inward else "triangle-right" for inward in inwards],
            "color": colour,
            "size": 13,
        },
        showlegend=False,
        customdata=keys,
        hovertext=hover,
        hoverinfo="text",
    )
    for position, lift, texts in (
        ("top center", ROOM_AT_ARROW, [line.label for line in lines]),
        ("bottom center", -ROOM_AT_ARROW, [year_of(line.row) for line in lines]),
    ):
        figure.add_scatter(
            x=[MIDDLE] * len(lines),
            y=[line.arrow + lift for line in lines],
            mode="text",
            text=texts,
            textposition=position,
            textfont={"color": colour, "size": TEXT_SIZE},
            showlegend=False,
            customdata=keys,
            hovertext=hover,
            hoverinfo="text",
        )


def _hover(row: Record) -> str:
    parts = [
        f"{row['organisation_name']}: {words('carrier_role', row['role'])}",
        "" if is_empty(row["counterpart_name"]) else towards(row),
        words("module", row["module"]),
        text_of(row["area"]),
        f"Stand {year_of(row)}" if year_of(row) else "Stand nicht genannt",
        words("basis", row["basis"]),
        text_of(row["note"]),
        "Anklicken zeigt den Beleg",
    ]
    return "<br>".join(wrapped(part, 48) for part in parts if part)
