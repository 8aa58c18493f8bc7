"""Who towards whom: each fact an arrow between two named ends, in columns of equal width."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import plotly.graph_objects as go

from ui.figures.canvas import ITEM_GAP, LINE, Canvas
from ui.figures.marks import Mark, marker_of
from ui.figures.style import lines_of

UNKNOWN_END = "?"
ROW_OF_ARROW, LINE_OF_NAME = 24, 16


@dataclass(frozen=True)
class Arrow:
    """From `start` to `end` (names, empty when not known), in `columns` (None when not known).

    `name` is what the legend calls arrows of this colour.
    """

    words: str
    details: Sequence[str]
    start: str
    end: str
    columns: tuple[int | None, int | None]
    colour: str
    name: str
    key: str
    hover: str
    is_sure: bool


def drawn(
    groups: Iterable[tuple[str, Sequence[Arrow]]], heads: Sequence[str], letters: int
) -> go.Figure:
    """The arrows of each group below its heading; `letters` is the room for a name."""
    canvas = Canvas()
    middles = [(index + 0.5) / len(heads) for index in range(len(heads))]
    for heading, arrows in groups:
        canvas.heading(heading)
        columns = zip(middles, (lines_of(head, letters) for head in heads), strict=True)
        canvas.y += LINE_OF_NAME * canvas.heads(columns) + 4
        for arrow in arrows:
            _add(canvas, arrow, middles, letters)
    return canvas.finished()


def line(
    ends: tuple[float, float], y: float, mark: Mark, key: str, hover: str, unknown: Sequence[str]
) -> go.Scatter:
    """An arrow between two places, dotted and hollow when `mark` is not sure.

    `unknown`: what stands at its ends, a sign where nobody is named.
    """
    heads = ["circle", "arrow-right" if ends[1] > ends[0] else "arrow-left"]
    return go.Scatter(
        x=list(ends),
        y=[y, y],
        mode="lines+markers+text",
        text=list(unknown),
        textposition=["middle left", "middle right"],
        textfont={"size": 18, "color": mark.colour},
        line={"color": mark.colour, "width": 3, "dash": "solid" if mark.is_sure else "dot"},
        marker=marker_of([Mark(head, mark.colour, "", mark.is_sure) for head in heads])
        | {"size": [12, 16]},
        customdata=[key, key],
        hovertext=[hover, hover],
        hoverinfo="text",
        cliponaxis=False,
        showlegend=False,
    )


def _add(canvas: Canvas, arrow: Arrow, middles: Sequence[float], letters: int) -> None:
    mark = Mark("arrow-right", arrow.colour, arrow.name, arrow.is_sure)
    canvas.named(mark)
    canvas.lines(arrow.words, arrow.key, arrow.hover)
    canvas.details(arrow.details)
    ends, names = _ends(arrow, middles), (arrow.start, arrow.end)
    unknown = ["" if name else UNKNOWN_END for name in names]
    y = canvas.y + ROW_OF_ARROW / 2
    canvas.add(line(ends, y, mark, arrow.key, arrow.hover, unknown))
    canvas.y += ROW_OF_ARROW
    below = zip(ends, (lines_of(name, letters) for name in names), strict=True)
    canvas.y += LINE_OF_NAME * canvas.heads(below, quiet=False) + ITEM_GAP + LINE / 2


def _ends(arrow: Arrow, middles: Sequence[float]) -> tuple[float, float]:
    """Where the arrow starts and ends; an unknown end stands half a column from the known one."""
    half = 0.38 / len(middles)
    start, end = (None if column is None else middles[column] for column in arrow.columns)
    if start is None and end is None:
        return half, 2 * half
    if start is None:
        return (end or 0) - half, end or 0
    return start, start + half if end is None or end == start else end
