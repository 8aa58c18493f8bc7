"""Squares whose fill tells a class of counts: the marks of the tile map and of the matrix of coverage."""

from collections.abc import Sequence
from dataclasses import dataclass

import plotly.graph_objects as go

from ui.figures import style
from ui.texts import text

SIZE = 0.92
CORE_COLOUR = "#d55e00"
WIDE_EDGE = 4


@dataclass(frozen=True)
class Class:
    """A class of counts: from `least` on, its words, fill and ink."""

    least: int
    words: str
    fill: str
    ink: str
    pattern: str = ""


CLASSES = (
    Class(0, "coverage.none_found", "#ffffff", style.INK, "/"),
    Class(1, "coverage.class_1", "#d6e6f4", style.INK),
    Class(6, "coverage.class_6", "#8fbfe0", style.INK),
    Class(16, "coverage.class_16", "#2b75b0", "#ffffff"),
    Class(100, "coverage.class_100", "#0b3c6f", "#ffffff"),
)


@dataclass(frozen=True)
class Square:
    """One square: where, how much, what it says, what a click on it carries."""

    x: int
    y: int
    count: int
    words: str
    hover: str
    key: str
    is_core: bool = False
    is_own: bool = False

    @property
    def edge(self) -> tuple[str, int]:
        """Colour and width of its border, in pixels: the own place, a core place, another one."""
        if self.is_own:
            return style.INK, WIDE_EDGE
        return (CORE_COLOUR, WIDE_EDGE) if self.is_core else (style.QUIET, 1)


def class_of(count: int, classes: Sequence[Class] = CLASSES) -> Class:
    """The class a count falls into."""
    return max((each for each in classes if each.least <= count), key=lambda each: each.least)


def add_squares(
    figure: go.Figure, squares: Sequence[Square], classes: Sequence[Class] = CLASSES
) -> None:
    """Add the squares, one trace for each class."""
    for each in classes:
        chosen = [square for square in squares if class_of(square.count, classes) == each]
        if chosen:
            figure.add_trace(_bars(each, chosen))


def _bars(each: Class, squares: Sequence[Square]) -> go.Bar:
    colours, widths = zip(*(square.edge for square in squares), strict=True)
    return go.Bar(
        x=[SIZE] * len(squares),
        base=[square.x - SIZE / 2 for square in squares],
        y=[square.y for square in squares],
        width=SIZE,
        orientation="h",
        text=[square.words for square in squares],
        textposition="inside",
        insidetextanchor="middle",
        textangle=0,
        constraintext="none",
        textfont={"color": each.ink, "size": 12},
        marker={
            "color": each.fill,
            "line": {"color": list(colours), "width": list(widths)},
            "pattern": _pattern(each),
        },
        customdata=[square.key for square in squares],
        hovertext=[square.hover for square in squares],
        hoverinfo="text",
        showlegend=False,
    )


def _pattern(each: Class) -> dict[str, object]:
    return {"shape": each.pattern, "fgcolor": style.GRID, "size": 6, "solidity": 0.3}


def add_legend(
    figure: go.Figure,
    classes: Sequence[Class],
    *,
    title: str,
    has_core: bool = False,
    has_own: bool = False,
) -> None:
    """Entries that stand for the classes, whether a square of the class is there or not."""
    thin = {"color": style.QUIET, "width": 1}
    entries: list[tuple[str, dict[str, object]]] = [
        (each.words, {"color": each.fill, "pattern": _pattern(each), "line": thin})
        for each in classes
    ]
    if has_core:
        entries.append(
            ("coverage.core", {"color": "white", "line": {"color": CORE_COLOUR, "width": 3}})
        )
    if has_own:
        own: dict[str, object] = {"color": "white", "line": {"color": style.INK, "width": 3}}
        entries.append(("figure.own_square", own))
    for name, marker in entries:
        figure.add_bar(x=[None], y=[None], orientation="h", name=text(name), marker=marker)
    figure.update_layout(barmode="overlay", legend_title={"text": title, "side": "top"})
