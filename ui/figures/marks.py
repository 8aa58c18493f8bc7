"""What a canvas is covered with: marks, texts, and the panels they lie on."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from ui.figures import style

DOT = "-dot"


@dataclass(frozen=True)
class Mark:
    """How one fact is marked: symbol and colour for its kind, hollow when it is not sure."""

    symbol: str
    colour: str
    name: str = ""
    is_sure: bool = True

    @property
    def fill(self) -> str:
        return self.colour if self.is_sure else "white"

    @property
    def edge(self) -> str:
        """The colour of its line, which is that of the dot in a dotted symbol too."""
        return "white" if self.is_sure and self.symbol.endswith(DOT) else self.colour


@dataclass(frozen=True, eq=False)
class Panel:
    """A strip of the canvas with axes of its own, from `top` to `bottom` in pixels."""

    number: int
    top: float
    bottom: float
    xaxis: Mapping[str, Any]
    yaxis: Mapping[str, Any]

    @property
    def axes(self) -> dict[str, str]:
        return {"xaxis": f"x{self.number}", "yaxis": f"y{self.number}"}

    def layout(self, height: float) -> dict[str, Any]:
        """Its axes in the layout of plotly, on a canvas so many pixels high."""
        look = {"gridcolor": style.GRID, "zerolinecolor": style.QUIET, "fixedrange": True}
        pixels = {"range": [self.bottom, self.top], "visible": False}
        return {
            f"xaxis{self.number}": {**look, "anchor": f"y{self.number}", **self.xaxis},
            f"yaxis{self.number}": {
                "domain": [1 - self.bottom / height, 1 - self.top / height],
                "anchor": f"x{self.number}",
                "fixedrange": True,
                **(self.yaxis or pixels),
            },
        }


@dataclass(frozen=True)
class PlacedMark:
    """A mark with its place on the canvas."""

    x: float | date
    y: float
    mark: Mark
    key: str
    hover: str


@dataclass
class TextTrace:
    """The texts of one style."""

    x: list[float | date] = field(default_factory=list)
    y: list[float] = field(default_factory=list)
    text: list[str] = field(default_factory=list)
    key: list[str | None] = field(default_factory=list)
    hover: list[str] = field(default_factory=list)


def marker_of(marks: Iterable[Mark]) -> dict[str, Any]:
    """The marker of plotly for these marks."""
    marks = list(marks)
    return {
        "symbol": [mark.symbol for mark in marks],
        "color": [mark.fill for mark in marks],
        "opacity": 1,
        "line": {"color": [mark.edge for mark in marks], "width": 2},
    }
