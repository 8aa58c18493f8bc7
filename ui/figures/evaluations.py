"""Where an evaluation runs, is planned, is undecided, does not take place, or is not known of."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

import pandas as pd
import plotly.graph_objects as go

from kim import german
from kim.german import is_empty
from ui.figures import style
from ui.figures.style import Record, is_sure, keyed, laid_out, records, words, wrapped

UNKNOWN, UNKNOWN_WORDS = "unknown", "nichts bekannt"
LEVELS = {
    "land": "Ebene Land",
    "district": "Ebene Kreis oder kreisfreie Stadt",
    "local": "Ebene vor Ort (kreisangehörige Stadt oder Gemeinde)",
}
LEVEL_OF_KEY_LENGTH = {2: "land", 5: "district", 8: "local"}
COLOURS = {
    "running": "#0072b2",
    "planned": "#9a5b00",
    "under_discussion": "#7a3b78",
    "completed": "#00664b",
    "none": "#a4001d",
    UNKNOWN: style.QUIET,
}
SYMBOLS = {
    "running": "circle",
    "planned": "diamond",
    "under_discussion": "hourglass",
    "completed": "square",
    "none": "x",
    UNKNOWN: "circle",
}
LETTERS_OF_TEXT, LETTERS_OF_PLACE, LETTERS_OF_LEVEL = 36, 13, 40
HEIGHT_OF_LINE, GAP = 18, 14
TOP, BOTTOM = 84, 16
INDENT = "\u2003\u00a0"


@dataclass(frozen=True)
class _Line:
    """One statement, or the lack of one, `y` pixels below the top."""

    status: str
    text: str
    y: float
    row: Record | None = None


def by_level(evaluations: pd.DataFrame, places: tuple[tuple[str, str], ...]) -> go.Figure:
    """One mark per statement by level and place, and one where nothing is known.

    `places` as (AGS, name): a place without statements on its own level is shown as unknown.
    """
    figure = go.Figure()
    lines: list[_Line] = []
    ticks: list[tuple[float, str]] = []
    top = 0.0
    for level, title in LEVELS.items():
        groups = list(_groups(evaluations[evaluations["level"] == level], level, places))
        if not groups:
            continue
        heading = wrapped(title, LETTERS_OF_LEVEL)
        room = _height(heading) + GAP
        _add_heading(figure, heading, top - room / 2)
        top -= room
        for name, statements in groups:
            label = wrapped(name, LETTERS_OF_PLACE)
            ticks.append((top, label))
            least = top - _height(label)
            for status, words_shown, row in statements:
                height = _height(words_shown)
                lines.append(_Line(status, words_shown, top - height / 2, row))
                top -= height
            top = min(top, least) - GAP
    _add_marks(figure, lines)
    return _framed(figure, ticks, -top)


Statement = tuple[str, str, Record | None]


def _groups(
    rows: pd.DataFrame, level: str, places: tuple[tuple[str, str], ...]
) -> Iterator[tuple[str, list[Statement]]]:
    """The statements of each place on a level, in the order of the places."""
    for ags, name in places:
        here = records(rows[rows["region"] == ags])
        if here:
            yield name, [(row["status"], _words(row), row) for row in here]
        elif LEVEL_OF_KEY_LENGTH[len(ags)] == level:
            yield name, [(UNKNOWN, UNKNOWN_WORDS, None)]


def _words(row: Record) -> str:
    """For example "läuft: Arbeit des KIM" with evaluator, end, results and year below."""
    status = words("evaluation_status", row["status"])
    first = status if is_empty(row["subject"]) else f"{status}: {row['subject']}"
    parts = [
        "" if is_empty(row["evaluator"]) else f"durch: {row['evaluator']}",
        "" if is_empty(row["ends"]) else f"bis {german.partial_date(row['ends'])}",
        "" if is_empty(row["results"]) else _results(row),
        f"Stand {row['held_from']:%Y}" if pd.notna(row["held_from"]) else "",
        words("basis", row["basis"]) if row["basis"] != "stated" else "",
    ]
    rest = " · ".join(part for part in parts if part)
    shown = wrapped(first if is_sure(row) else f"({first})", LETTERS_OF_TEXT)
    return f"<b>{shown}</b>" + (f"<br>{wrapped(rest, LETTERS_OF_TEXT)}" if rest else "")


def _results(row: Record) -> str:
    return f"Ergebnisse: {words('evaluation_results', row['results'])}"


def _height(text: str) -> int:
    return (text.count("<br>") + 1) * HEIGHT_OF_LINE + GAP // 2


def _add_heading(figure: go.Figure, title: str, y: float) -> None:
    figure.add_annotation(
        x=0,
        xref="paper",
        y=y,
        text=f"<b>{title}</b>",
        align="left",
        xanchor="left",
        showarrow=False,
        font_size=15,
    )


def _add_marks(figure: go.Figure, lines: list[_Line]) -> None:
    figure.add_scatter(
        x=[0] * len(lines),
        y=[line.y for line in lines],
        mode="text",
        text=[_indented(line.text) for line in lines],
        textposition="middle right",
        textfont={"color": [style.INK if line.row else style.QUIET for line in lines]},
        showlegend=False,
        **_evidence(lines),
    )
    for status, colour in COLOURS.items():
        marked = [line for line in lines if line.status == status]
        if not marked:
            continue
        sure = [line.row is None or is_sure(line.row) for line in marked]
        figure.add_scatter(
            x=[0] * len(marked),
            y=[line.y for line in marked],
            mode="markers",
            marker={
                "symbol": [SYMBOLS[status] + ("" if each else "-open") for each in sure],
                "size": 5 if status == UNKNOWN else 15,
                "color": colour,
                "line": {"width": 2, "color": colour},
            },
            name=words("evaluation_status", status) or UNKNOWN_WORDS,
            **_evidence(marked),
        )


def _evidence(lines: list[_Line]) -> dict[str, Any]:
    """What makes every mark clickable and explains it on hovering."""
    return {
        "customdata": [keyed("evaluations", e.row["fact"]) if e.row else None for e in lines],
        "hovertext": [_hover(e.row) if e.row else UNKNOWN_WORDS for e in lines],
        "hoverinfo": "text",
        "cliponaxis": False,
    }


def _indented(text: str) -> str:
    """The text with room for its mark, on every line."""
    return "<br>".join(f"{INDENT}{line}" for line in text.split("<br>"))


def _hover(row: Record) -> str:
    parts = [
        row["place"],
        f"Ebene: {words('evaluation_level', row['level'])}",
        "" if is_empty(row["note"]) else str(row["note"]),
        f"Quelle: {row['source_title']}",
        "Anklicken zeigt den Beleg",
    ]
    return "<br>".join(wrapped(part, 48) for part in parts if part)


def _framed(figure: go.Figure, ticks: list[tuple[float, str]], height: float) -> go.Figure:
    figure = laid_out(figure, int(height) + TOP + BOTTOM)
    figure.update_layout(margin={"t": TOP, "b": BOTTOM}, font_size=13)
    figure.update_xaxes(visible=False, range=[-0.04, 1])
    figure.update_yaxes(
        tickvals=[y - HEIGHT_OF_LINE * (name.count("<br>") + 1) / 2 for y, name in ticks],
        ticktext=[name for _, name in ticks],
        range=[-height, 0],
        showgrid=False,
        zeroline=False,
    )
    return figure
