"""Who towards whom: each fact an arrow between two named ends, in columns of equal width."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import plotly.graph_objects as go

from ui.figures import style
from ui.figures.marks import Mark
from ui.figures.sheet import ITEM_GAP, LINE, Sheet, broken

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
    over: str
    is_sure: bool


def drawn(
    groups: Iterable[tuple[str, Sequence[Arrow]]], heads: Sequence[str], letters: int
) -> go.Figure:
    """The arrows of each group below its heading; `letters` is the room for a name."""
    sheet = Sheet()
    middles = [(index + 0.5) / len(heads) for index in range(len(heads))]
    for heading, arrows in groups:
        sheet.heading(heading)
        for middle, head in zip(middles, heads, strict=True):
            sheet.text(middle, broken(head, letters), quiet=True, centred=True)
        sheet.y += LINE_OF_NAME * max((len(broken(head, letters)) for head in heads), default=1) + 4
        for arrow in arrows:
            _add(sheet, arrow, middles, letters)
    return sheet.finished()


def _add(sheet: Sheet, arrow: Arrow, middles: Sequence[float], letters: int) -> None:
    sheet.named(Mark("arrow-right", arrow.colour, arrow.name))
    sheet.lines(arrow.words, arrow.key, arrow.over)
    for detail in arrow.details:
        if detail:
            sheet.lines(detail, quiet=True)
    y = sheet.y + ROW_OF_ARROW / 2
    start, end = ends = _ends(arrow, middles)
    sheet.add(_line(arrow, ends, y))
    sheet.y += ROW_OF_ARROW
    names = [
        (x, style.wrapped(name, letters)) for x, name in ((start, arrow.start), (end, arrow.end))
    ]
    for x, name in names:
        sheet.text(x, name.split("<br>"), centred=True)
    most = max(name.count("<br>") + 1 for _, name in names)
    sheet.y += LINE_OF_NAME * most + ITEM_GAP + LINE / 2


def _ends(arrow: Arrow, middles: Sequence[float]) -> tuple[float, float]:
    """Where the arrow starts and ends; an unknown end stands half a column from the known one."""
    half = 0.38 / len(middles)
    start, end = (None if column is None else middles[column] for column in arrow.columns)
    if start is None and end is None:
        return half, 2 * half
    if start is None:
        return (end or 0) - half, end or 0
    return start, start + half if end is None or end == start else end


def _line(arrow: Arrow, ends: tuple[float, float], y: float) -> go.Scatter:
    dash = "solid" if arrow.is_sure else "dot"
    fill = arrow.colour if arrow.is_sure else "white"
    symbols = ["circle", "arrow-right" if ends[1] > ends[0] else "arrow-left"]
    return go.Scatter(
        x=list(ends),
        y=[y, y],
        mode="lines+markers+text",
        text=["" if arrow.start else UNKNOWN_END, "" if arrow.end else UNKNOWN_END],
        textposition=["middle left", "middle right"],
        textfont={"size": 18, "color": arrow.colour},
        line={"color": arrow.colour, "width": 3, "dash": dash},
        marker={
            "symbol": symbols,
            "size": [12, 16],
            "color": [fill, fill],
            "line": {"color": arrow.colour, "width": 2},
            "opacity": 1,
        },
        customdata=[arrow.key, arrow.key],
        hovertext=[arrow.over, arrow.over],
        hoverinfo="text",
        cliponaxis=False,
        showlegend=False,
    )
