"""A sheet to draw on: its y axis counts pixels downwards, so that text of any length finds room."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date
from textwrap import wrap
from typing import Any

import plotly.graph_objects as go

from kim.figures import style
from kim.figures.style import plain

MOST_LETTERS = 44
LINE, SMALL_LINE, HEADING_LINE = 19, 17, 26
ITEM_GAP = 10
LEFT, RIGHT, TOP, BOTTOM = 14, 10, 8, 8
TOP_WITH_LEGEND = 96
INDENT = "\u2003"
MARK_SIZE, NUMBERED_SIZE = 12, 20


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


@dataclass(frozen=True)
class Panel:
    """A strip of the sheet with an x axis of its own, from `top` to `bottom` in pixels."""

    number: int
    top: float
    bottom: float

    @property
    def axes(self) -> dict[str, str]:
        return {"xaxis": f"x{self.number}", "yaxis": f"y{self.number}"}


@dataclass(frozen=True)
class _Placed:
    """A mark with its place on the sheet."""

    x: float | date
    y: float
    mark: Mark
    key: str
    over: str
    number: str

    @property
    def colour_of_number(self) -> str:
        is_light = not self.mark.is_sure or self.mark.colour in style.LIGHT_COLOURS
        return style.INK if is_light else "white"


@dataclass
class _Texts:
    """The texts of one style: one trace."""

    x: list[float] = field(default_factory=list)
    y: list[float] = field(default_factory=list)
    text: list[str] = field(default_factory=list)
    key: list[str | None] = field(default_factory=list)
    hover: list[str] = field(default_factory=list)


def broken(words: str, most: int = MOST_LETTERS) -> list[str]:
    """The lines of a text, none longer than `most` letters, safe to hand to plotly."""
    return [plain(line) for line in wrap(words, most)] or [""]


def hover(*parts: str) -> str:
    """What hovering shows: each part on lines of its own, empty parts left out."""
    return "<br>".join(line for part in parts if part for line in broken(part, 52))


class Sheet:
    """Headings, items and panels, one below the other; `finished` gives the figure."""

    def __init__(self) -> None:
        self.y = 0.0
        self._traces: list[Any] = []
        self._shapes: list[dict[str, Any]] = []
        self._axes: dict[str, Any] = {}
        self._panels: list[Panel] = []
        self._texts: dict[tuple[str, int, str], _Texts] = defaultdict(_Texts)
        self._marks: dict[Panel | None, list[_Placed]] = defaultdict(list)
        self._named: dict[str, Mark] = {}

    def heading(self, words: str, size: int = 16) -> None:
        """A line in bold, with some room above it."""
        self.y += ITEM_GAP if self.y else 0
        lines = [f"<b>{line}</b>" for line in broken(words, 40)]
        self._text(0, "<br>".join(lines), size=size)
        self.y += HEADING_LINE * len(lines)

    def lines(
        self,
        words: str,
        key: str | None = None,
        over: str = "",
        *,
        quiet: bool = False,
        indent: bool = False,
    ) -> None:
        """Wrapped text below what is there; a click on it leads to the fact of `key`."""
        space = INDENT if indent else ""
        lines = [space + line for line in broken(words)]
        size, height = (13, SMALL_LINE) if quiet else (style.FONT_SIZE, LINE)
        colour = style.QUIET if quiet else style.INK
        self._text(0, "<br>".join(lines), key, over, size=size, colour=colour)
        self.y += height * len(lines)

    def item(
        self, mark: Mark, words: str, details: Iterable[str], key: str, over: str, number: str = ""
    ) -> None:
        """A mark with its words beside it and quieter details below."""
        self.named(mark)
        self.mark(0, self.y + LINE / 2, mark, key, over, number)
        self.lines(words, key, over, indent=True)
        for detail in details:
            if detail:
                self.lines(detail, quiet=True, indent=True)
        self.y += ITEM_GAP

    def mark(
        self,
        x: float | date,
        y: float,
        mark: Mark,
        key: str,
        over: str,
        number: str = "",
        panel: Panel | None = None,
    ) -> None:
        """One clickable mark at `x`: 0 to 1 over the width, or a value on the axis of `panel`."""
        self._marks[panel].append(_Placed(x, y, mark, key, over, number))

    def text(
        self, x: float, words: list[str], *, quiet: bool = False, centred: bool = False
    ) -> None:
        """Lines already broken, at `x` (0 to 1); the sheet stays where it is."""
        colour, size = (style.QUIET, 12) if quiet else (style.INK, 13)
        place = "bottom center" if centred else "bottom right"
        self._text(x, "<br>".join(words), size=size, colour=colour, place=place)

    def named(self, mark: Mark) -> None:
        """See to it that the legend names this kind of mark."""
        if mark.name:
            self._named.setdefault(mark.name, Mark(mark.symbol, mark.colour, mark.name))

    def add(self, trace: Any) -> None:
        self._traces.append(trace)

    def band(self, top: float, bottom: float, colour: str) -> None:
        """A tinted strip over the whole width, behind the text."""
        edges = {"x0": 0, "x1": 1, "y0": top, "y1": bottom}
        shape = {"type": "rect", "xref": "paper", "yref": "y", "layer": "below", "line_width": 0}
        self._shapes.append({**shape, **edges, "fillcolor": colour})

    def rule(self, start: float, end: float, y: float, colour: str) -> None:
        """A thin horizontal line behind the marks."""
        edges = {"x0": start, "x1": end, "y0": y, "y1": y}
        line = {"color": colour, "width": 2}
        look = {"type": "line", "xref": "x", "yref": "y", "layer": "below"}
        self._shapes.append({**look, "line": line, **edges})

    def panel(self, top: float, bottom: float, **axis: Any) -> Panel:
        """A strip with its own x axis (options of plotly in `axis`), its labels below `bottom`."""
        panel = Panel(len(self._panels) + 2, top, bottom)
        self._panels.append(panel)
        look = {"gridcolor": style.GRID, "zerolinecolor": style.QUIET, "fixedrange": True}
        self._axes[f"xaxis{panel.number}"] = {**look, "anchor": f"y{panel.number}", **axis}
        return panel

    def finished(self) -> go.Figure:
        """The figure with all that was put on the sheet."""
        figure = go.Figure(
            [*self._text_traces(), *self._traces, *self._mark_traces(), *self._legend()]
        )
        height = max(self.y, 40.0)
        for panel in self._panels:
            self._axes[f"yaxis{panel.number}"] = {
                "domain": [1 - panel.bottom / height, 1 - panel.top / height],
                "range": [panel.bottom, panel.top],
                "anchor": f"x{panel.number}",
                "visible": False,
                "fixedrange": True,
            }
        top = TOP_WITH_LEGEND if self._named else TOP
        style.laid_out(figure, round(height) + top + BOTTOM)
        figure.update_layout(
            xaxis={"range": [0, 1], "visible": False, "automargin": False},
            yaxis={"range": [height, 0], "visible": False, "automargin": False},
            margin={"l": LEFT, "r": RIGHT, "t": top, "b": BOTTOM},
            shapes=self._shapes,
            plot_bgcolor="rgba(0,0,0,0)",
            legend_itemclick=False,
            legend_itemdoubleclick=False,
            hoverlabel_namelength=-1,
            **self._axes,
        )
        return figure

    def _text(
        self,
        x: float,
        words: str,
        key: str | None = None,
        over: str = "",
        *,
        size: int = style.FONT_SIZE,
        colour: str = style.INK,
        place: str = "bottom right",
    ) -> None:
        texts = self._texts[colour, size, place]
        texts.x.append(x)
        texts.y.append(self.y)
        texts.text.append(words)
        texts.key.append(key)
        texts.hover.append(over)

    def _text_traces(self) -> Iterable[go.Scatter]:
        for (colour, size, place), texts in self._texts.items():
            yield go.Scatter(
                x=texts.x,
                y=texts.y,
                text=texts.text,
                mode="text",
                textposition=place,
                textfont={"size": size, "color": colour},
                customdata=texts.key,
                hovertext=texts.hover,
                hoverinfo="text" if any(texts.key) else "skip",
                cliponaxis=False,
                showlegend=False,
            )

    def _mark_traces(self) -> Iterable[go.Scatter]:
        for panel, placed in self._marks.items():
            yield go.Scatter(
                x=[each.x for each in placed],
                y=[each.y for each in placed],
                mode="markers+text",
                text=[each.number for each in placed],
                textfont={"size": 11, "color": [each.colour_of_number for each in placed]},
                marker=_look([each.mark for each in placed])
                | {"size": [NUMBERED_SIZE if each.number else MARK_SIZE for each in placed]},
                customdata=[each.key for each in placed],
                hovertext=[each.over for each in placed],
                hoverinfo="text",
                cliponaxis=False,
                showlegend=False,
                **(panel.axes if panel else {}),
            )

    def _legend(self) -> Iterable[go.Scatter]:
        for name, mark in self._named.items():
            look = _look([mark]) | {"size": MARK_SIZE}
            yield go.Scatter(x=[None], y=[None], mode="markers", marker=look, name=plain(name))


def _look(marks: Iterable[Mark]) -> dict[str, Any]:
    marks = list(marks)
    return {
        "symbol": [mark.symbol for mark in marks],
        "color": [mark.fill for mark in marks],
        "line": {"color": [mark.colour for mark in marks], "width": 2},
    }
