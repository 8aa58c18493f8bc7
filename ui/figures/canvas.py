"""The canvas of all charts: its y axis counts pixels downwards, so that text of any length finds room."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from datetime import date
from typing import Any

import plotly.graph_objects as go

from ui.figures import style
from ui.figures.marks import Mark, Panel, PlacedMark, TextTrace, marker_of
from ui.figures.own import signed
from ui.figures.style import lines_of
from ui.texts import text

MOST_LETTERS, MOST_SMALL_LETTERS, MOST_HEADING_LETTERS = 46, 50, 40
LINE, SMALL_LINE, HEADING_LINE = 19, 17, 26
ITEM_GAP = 10
LEFT, RIGHT, TOP, BOTTOM = 14, 10, 8, 8
NARROWEST, LETTER, SYMBOL, ROW_OF_LEGEND = 330, 7.5, 45, 20
INDENT = "\u2003"
MARK_SIZE = 12


class Canvas:
    """Headings, items and panels, one below the other; `finished` gives the figure."""

    def __init__(self) -> None:
        self.y = 0.0
        self._traces: list[go.Scatter | go.Bar] = []
        self._shapes: list[dict[str, Any]] = []
        self._panels: list[Panel] = []
        self._texts: dict[tuple[str, int, str], TextTrace] = defaultdict(TextTrace)
        self._marks: dict[Panel | None, list[PlacedMark]] = defaultdict(list)
        self._legend: dict[str, go.Scatter] = {}

    def heading(
        self,
        words: str,
        size: int = 16,
        most: int = MOST_HEADING_LETTERS,
        *,
        is_own: bool = False,
    ) -> None:
        """Lines of at most so many letters in bold, with some room above them; the own place signed."""
        self.y += ITEM_GAP if self.y else 0
        lines = [f"<b>{line}</b>" for line in lines_of(self.signed(words, is_own=is_own), most)]
        self.write(0, lines, size=size)
        self.y += HEADING_LINE * len(lines)

    def lines(
        self,
        words: str,
        key: str | None = None,
        hover: str = "",
        *,
        quiet: bool = False,
        indent: str = "",
    ) -> None:
        """Wrapped text below what is there; a click on it leads to the fact of `key`."""
        most = MOST_SMALL_LETTERS if quiet else MOST_LETTERS
        lines = [indent + line for line in lines_of(words, most - 2 * len(indent))]
        size, height = (13, SMALL_LINE) if quiet else (style.FONT_SIZE, LINE)
        colour = style.QUIET if quiet else style.INK
        self.write(0, lines, key, hover, size=size, colour=colour)
        self.y += height * len(lines)

    def mark(
        self,
        x: float | date,
        y: float,
        mark: Mark,
        key: str,
        hover: str,
        panel: Panel | None = None,
    ) -> None:
        """One clickable mark at `x`: 0 to 1 over the width, or a value on the axis of `panel`."""
        self._marks[panel].append(PlacedMark(x, y, mark, key, hover))

    def write(
        self,
        x: float | date,
        lines: list[str],
        key: str | None = None,
        hover: str = "",
        *,
        y: float | None = None,
        size: int = style.FONT_SIZE,
        colour: str = style.INK,
        place: str = "bottom right",
    ) -> None:
        """Lines already broken, at `x` (as `mark`); the canvas does not move on."""
        texts = self._texts[colour, size, place]
        texts.x.append(x)
        texts.y.append(self.y if y is None else y)
        texts.text.append("<br>".join(lines))
        texts.key.append(key)
        texts.hover.append(hover)

    def named(self, mark: Mark) -> None:
        """See to it that the legend names this kind of mark."""
        if mark.name:
            marker = marker_of([Mark(mark.symbol, mark.colour)]) | {"size": MARK_SIZE}
            self.explained(mark.name, mode="markers", marker=marker)

    def explained(self, name: str, **drawn: object) -> None:
        """See to it that the legend names what is `drawn` like this (options of plotly)."""
        entry = go.Scatter(x=[None], y=[None], name=style.plain(name), **drawn)
        self._legend.setdefault(name, entry)

    def explain_unsure(self) -> None:
        """See to it that the legend says what hollow means, in every chart the same."""
        line = {"color": style.QUIET, "width": 2}
        marker = {"symbol": "square", "color": "white", "size": MARK_SIZE, "line": line}
        self.explained(text("figure.unsure"), mode="markers", marker=marker)

    def signed(self, words: str, *, is_own: bool) -> str:
        """The words, behind the sign of the own place where they name it; the legend names the sign."""
        if is_own:
            marker = {"symbol": "triangle-right", "color": style.INK, "size": MARK_SIZE}
            self.explained(text("figure.own"), mode="markers", marker=marker)
        return signed(words, is_own=is_own)

    def add(self, trace: go.Scatter | go.Bar) -> None:
        """A trace that is not made of marks: a line, a span, bars."""
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
        shape = {"type": "line", "xref": "x", "yref": "y", "layer": "below"}
        self._shapes.append({**shape, "line": line, **edges})

    def panel(
        self, top: float, bottom: float, yaxis: dict[str, Any] | None = None, **xaxis: object
    ) -> Panel:
        """A strip with axes of its own (options of plotly); without `yaxis` it counts pixels too."""
        panel = Panel(len(self._panels) + 2, top, bottom, xaxis, yaxis or {})
        self._panels.append(panel)
        return panel

    def finished(
        self,
        xaxis: Mapping[str, Any] | None = None,
        *,
        left: int | None = None,
        bottom: int = BOTTOM,
    ) -> go.Figure:
        """The figure with all that was put on the canvas.

        `xaxis`: options of plotly in place of 0 to 1; `left`, `bottom`: room beside it, in pixels.
        """
        traces = [*self._text_traces(), *self._traces, *self._mark_traces(), *self._legend.values()]
        height, top = max(self.y, 40.0), TOP + _room_for_legend(traces)
        layout = style.layout(round(height) + top + bottom) | {
            "barmode": "overlay",
            "margin": {"l": LEFT if left is None else left, "r": RIGHT, "t": top, "b": bottom},
            "shapes": self._shapes,
            "plot_bgcolor": "rgba(0,0,0,0)",
        }
        layout["hoverlabel"] |= {"namelength": -1}
        layout["xaxis"] |= {"automargin": False, **(xaxis or {"range": [0, 1], "visible": False})}
        layout["yaxis"] |= {"automargin": False, "range": [height, 0], "visible": False}
        for panel in self._panels:
            layout |= panel.layout(height)
        return go.Figure(traces, layout)

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
                mode="markers",
                marker=marker_of([each.mark for each in placed]) | {"size": MARK_SIZE},
                customdata=[each.key for each in placed],
                hovertext=[each.hover for each in placed],
                hoverinfo="text",
                cliponaxis=False,
                showlegend=False,
                **(panel.axes if panel else {}),
            )


def _room_for_legend(traces: Iterable[go.Scatter | go.Bar]) -> int:
    """Enough for the legend where it takes most rows: on the narrowest screen."""
    names = [len(each.name) for each in traces if each.name and each.showlegend is not False]
    if not names:
        return 0
    in_a_row = max(int(NARROWEST // (SYMBOL + LETTER * max(names))), 1)
    return ROW_OF_LEGEND * (-(-len(names) // in_a_row) + 1)
