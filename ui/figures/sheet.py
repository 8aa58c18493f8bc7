"""A sheet to draw on: its y axis counts pixels downwards, so that text of any length finds room."""

from collections import defaultdict
from collections.abc import Iterable
from datetime import date
from textwrap import wrap
from typing import Any

import plotly.graph_objects as go

from ui.figures import style
from ui.figures.marks import Mark, Panel, Placed, Texts, look
from ui.figures.style import plain

MOST_LETTERS, MOST_SMALL_LETTERS = 46, 50
LINE, SMALL_LINE, HEADING_LINE = 19, 17, 26
ITEM_GAP = 10
LEFT, RIGHT, TOP, BOTTOM = 14, 10, 8, 8
NARROWEST, LETTER, SYMBOL, ROW_OF_LEGEND = 330, 7.5, 45, 20
INDENT, INDENT_OF_NUMBER = "\u2003", "\u2003\u2002"
MARK_SIZE, NUMBERED_SIZE = 12, 20


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
        self._traces: list[go.Scatter] = []
        self._shapes: list[dict[str, Any]] = []
        self._axes: dict[str, Any] = {}
        self._panels: list[Panel] = []
        self._texts: dict[tuple[str, int, str], Texts] = defaultdict(Texts)
        self._marks: dict[Panel | None, list[Placed]] = defaultdict(list)
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
        indent: str = "",
    ) -> None:
        """Wrapped text below what is there; a click on it leads to the fact of `key`."""
        most = MOST_SMALL_LETTERS if quiet else MOST_LETTERS
        lines = [indent + line for line in broken(words, most - 2 * len(indent))]
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
        indent = INDENT_OF_NUMBER if number else INDENT
        self.lines(words, key, over, indent=indent)
        for detail in details:
            if detail:
                self.lines(detail, quiet=True, indent=indent)
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
        self._marks[panel].append(Placed(x, y, mark, key, over, number))

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

    def add(self, trace: go.Scatter) -> None:
        """A trace that is not made of marks: a line, a span."""
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

    def panel(self, top: float, bottom: float, **axis: object) -> Panel:
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
        top = TOP + self._room_for_legend()
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
                marker=look([each.mark for each in placed])
                | {"size": [NUMBERED_SIZE if each.number else MARK_SIZE for each in placed]},
                customdata=[each.key for each in placed],
                hovertext=[each.over for each in placed],
                hoverinfo="text",
                cliponaxis=False,
                showlegend=False,
                **(panel.axes if panel else {}),
            )

    def _room_for_legend(self) -> int:
        """Enough for the legend where it takes most rows: on the narrowest screen."""
        if not self._named:
            return 0
        longest = SYMBOL + LETTER * max(map(len, self._named))
        in_a_row = max(int(NARROWEST // longest), 1)
        return ROW_OF_LEGEND * (-(-len(self._named) // in_a_row) + 1)

    def _legend(self) -> Iterable[go.Scatter]:
        for name, mark in self._named.items():
            marker = look([mark]) | {"size": MARK_SIZE}
            yield go.Scatter(x=[None], y=[None], mode="markers", marker=marker, name=plain(name))
