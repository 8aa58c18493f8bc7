"""The legend of a picture: each form that is used with its name, in as many rows as they need."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any
from xml.etree.ElementTree import Element, SubElement

import plotly.graph_objects as go

from ui.pictures.traces import Patterns, Trace, mark, stroke
from ui.pictures.words import Line, lines_of, short, write_middle

ROW, SYMBOL, BETWEEN, SIZE = 20, 30, 18, 14


@dataclass(frozen=True)
class Entry:
    """A form and its name, where they stand: from the left and from the top, in pixels."""

    trace: Trace | None
    name: tuple[Line, ...]
    x: float
    y: float


@dataclass(frozen=True)
class Legend:
    """The entries and how high all of them are."""

    entries: tuple[Entry, ...]
    height: float


def legend_of(figure: go.Figure, width: float) -> Legend:
    """The legend of a figure in a picture of this width, its title first."""
    title = (figure.layout.legend.title.text or "") if figure.layout.legend else ""
    entries: list[Entry] = []
    y = 0.0
    for line in lines_of(title) if title else ():
        entries.append(Entry(None, (line,), 0, y))
        y += ROW
    x, is_empty = 0.0, True
    for trace in _named(figure):
        name = lines_of(trace["name"])
        wide = SYMBOL + max(line.width(SIZE) for line in name) + BETWEEN
        if x and x + wide - BETWEEN > width:
            x, y = 0.0, y + ROW
        entries.append(Entry(trace, name, x, y))
        x, is_empty = x + wide, False
    return Legend(tuple(entries), y + (0 if is_empty else ROW + ROW / 2))


def draw(parent: Element, legend: Legend, left: float, patterns: Patterns) -> None:
    """The legend, from `left` on and from the top."""
    for each in legend.entries:
        y = each.y + ROW / 2
        x = left + each.x
        if each.trace is not None:
            _form(parent, each.trace, x + SYMBOL / 2 - 3, y, patterns)
            x += SYMBOL
        write_middle(parent, each.name, x, y, size=SIZE, colour="#1a1a1a")


def _named(figure: go.Figure) -> Iterator[Mapping[str, Any]]:
    """The traces that the legend names, each group once."""
    for each in figure.data:
        trace = each.to_plotly_json()
        if trace.get("name") and trace.get("showlegend") is not False:
            yield trace


def _form(parent: Element, trace: Trace, x: float, y: float, patterns: Patterns) -> None:
    """How what is named looks: a bar, a line, a mark."""
    marker = trace.get("marker", {})
    line = marker.get("line", {})
    if trace["type"] == "bar":
        look = {"x": short(x - 8), "y": short(y - 6), "width": "16", "height": "12"}
        colour = _first(marker.get("color"))
        look |= {"class": "form", "fill": patterns.fill(colour, marker.get("pattern", {}))}
        edge = {"stroke": _first(line.get("color")) or "none"}
        edge |= {"stroke-width": short(min(_first(line.get("width")) or 0, 3))}
        SubElement(parent, "rect", look | edge)
    elif "lines" in trace["mode"]:
        ends = {"x1": short(x - 12), "x2": short(x + 12), "y1": short(y), "y2": short(y)}
        SubElement(parent, "line", {"class": "form", **ends, **stroke(trace["line"])})
    else:
        one = {name: _first(marker.get(name)) for name in ("symbol", "size", "color")}
        edge = {"color": _first(line.get("color")), "width": line.get("width", 0)}
        mark(parent, x, y, one | {"line": edge}).set("class", "form")


def _first(value: object) -> Any:  # noqa: ANN401
    is_many = isinstance(value, Sequence) and not isinstance(value, str)
    return value[0] if is_many and value else value  # type: ignore[index]
