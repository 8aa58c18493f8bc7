"""A figure printed as SVG, from the description that the screen gets: its marks, lines and words."""

from collections.abc import Mapping
from dataclasses import dataclass
from itertools import pairwise
from typing import Any
from xml.etree.ElementTree import Element, SubElement

import plotly.graph_objects as go

from ui.figures import style
from ui.pictures import legend as legends
from ui.pictures import traces
from ui.pictures.axes import Axis
from ui.pictures.plane import (
    LABEL_GAP,
    TICK_LENGTH,
    TURNED,
    Plane,
    margin_of,
    plane_of,
    size_of_labels,
)
from ui.pictures.traces import Patterns
from ui.pictures.words import HEIGHT_OF_LABEL, Anchor, lines_of, short, write, write_middle

FAMILY = '"Source Sans", "Source Sans Pro", sans-serif'


@dataclass(frozen=True)
class Plot:
    """The group of what is drawn, its pattern definitions and its size in pixels."""

    group: Element
    definitions: Element
    width: float
    height: float


def plot(figure: go.Figure, width: float, name: str = "p") -> Plot:
    """A figure in a picture of this width; `name`: how its patterns are called, apart from other pictures'."""
    group, definitions = Element("g", {"font-family": FAMILY}), Element("defs")
    layout = figure.layout.to_plotly_json()
    patterns = Patterns(definitions, name)
    legend = legends.legend_of(figure, width - 2 * layout["margin"]["r"])
    margin = margin_of(layout, legend.height)
    said = layout["margin"]
    inner = layout["height"] - said["t"] - said["b"]
    plane = plane_of(figure, width, inner, margin)
    legends.draw(group, legend, 4, patterns)
    _shapes(group, plane, layout)
    for key, axis in plane.axes.items():
        _axis(group, key, axis, plane, layout)
    for trace in figure.data:
        traces.draw(group, plane, trace.to_plotly_json(), patterns)
    _annotations(group, plane, layout)
    return Plot(group, definitions, width, margin.top + inner + margin.bottom)


def _shapes(parent: Element, plane: Plane, layout: Mapping[str, Any]) -> None:
    """Strips behind what is drawn, and thin lines."""
    for shape in layout.get("shapes") or ():
        x, y = plane.axes["x"], plane.axes["y"]
        is_whole = shape["xref"] == "paper"
        first, last = (
            (plane.left, plane.right) if is_whole else (x.at(shape["x0"]), x.at(shape["x1"]))
        )
        top, bottom = sorted((y.at(shape["y0"]), y.at(shape["y1"])))
        if shape["type"] == "rect":
            at = {"x": short(first), "y": short(top), "fill": shape["fillcolor"]}
            size = {"width": short(last - first), "height": short(bottom - top)}
            SubElement(parent, "rect", {"class": "band", **at, **size})
        else:
            ends = {"x1": short(first), "x2": short(last), "y1": short(top), "y2": short(bottom)}
            SubElement(parent, "line", {"class": "rule", **ends, **traces.stroke(shape["line"])})


def _axis(parent: Element, key: str, axis: Axis, plane: Plane, layout: Mapping[str, Any]) -> None:
    if not axis.is_visible:
        return
    across = _partner(key, plane)
    is_x = key.startswith("x")
    if axis.has_grid:
        for at, _ in axis.ticks:
            _rule(parent, at, across, axis.said.get("gridcolor", style.GRID), is_x=is_x)
        if axis.said.get("zeroline", True) and axis.said.get("type") != "date":
            low, high = sorted((axis.start, axis.end))
            if low <= 0 <= high:
                colour = axis.said.get("zerolinecolor", style.QUIET)
                _rule(parent, axis.at(0), across, colour, is_x=is_x)
    _labels(parent, axis, across, layout, is_x=is_x)
    title = (axis.said.get("title") or {}).get("text")
    if title:
        _title(parent, title, axis, across)


def _partner(key: str, plane: Plane) -> Axis:
    """The other axis of a pair."""
    other = "y" if key.startswith("x") else "x"
    return plane.axes[f"{other}{key[1:]}"]


def _rule(parent: Element, at: float, across: Axis, colour: str, *, is_x: bool) -> None:
    first, last = short(across.first), short(across.last)
    level = short(at)
    ends = (
        {"x1": level, "x2": level, "y1": first, "y2": last}
        if is_x
        else {"y1": level, "y2": level, "x1": first, "x2": last}
    )
    SubElement(parent, "line", {"class": "grid", **ends, "stroke": colour})


def _labels(
    parent: Element, axis: Axis, across: Axis, layout: Mapping[str, Any], *, is_x: bool
) -> None:
    size = size_of_labels(axis.said, layout)
    colour = axis.said.get("tickfont", {}).get("color", style.INK)
    ticks = axis.ticks
    if axis.marks_years:
        ticks = [((at + following) / 2, words) for (at, words), (following, _) in pairwise(ticks)]
        low, high = sorted((axis.first, axis.last))
        ticks = [each for each in ticks if low <= each[0] <= high]
    for at, words in ticks:
        lines = lines_of(words)
        if not is_x:
            beside = across.first - LABEL_GAP - axis.said.get("ticklen", TICK_LENGTH)
            write_middle(parent, lines, beside, at, size=size, colour=colour, anchor="end")
        elif axis.said.get("tickangle") == TURNED:
            above = min(across.first, across.last) - LABEL_GAP - TICK_LENGTH
            turned = write_middle(parent, lines, 0, 0, size=size, colour=colour)
            turned.set("transform", f"translate({short(at)},{short(above)}) rotate({TURNED})")
        else:
            below = max(across.first, across.last) + LABEL_GAP + size * HEIGHT_OF_LABEL
            write(parent, lines, at, below, size=size, colour=colour, anchor="middle")


def _title(parent: Element, title: str, axis: Axis, across: Axis) -> None:
    """What a vertical axis counts, turned beside its numbers."""
    middle, size = (axis.first + axis.last) / 2, style.FONT_SIZE
    turned = write_middle(
        parent, lines_of(title), 0, 0, size=size, colour=style.INK, anchor="middle"
    )
    left = across.first - 45
    turned.set("transform", f"translate({short(left)},{short(middle)}) rotate({TURNED})")


def _annotations(parent: Element, plane: Plane, layout: Mapping[str, Any]) -> None:
    """Names beside what is drawn."""
    for each in layout.get("annotations") or ():
        x, y = plane.axes["x"].at(each["x"]), plane.axes["y"].at(each["y"])
        size = each.get("font", {}).get("size", style.FONT_SIZE)
        is_left = each.get("xanchor") == "right"
        beside = -2 if is_left else 2
        anchor: Anchor = "end" if is_left else "start"
        write_middle(
            parent, lines_of(each["text"]), x + beside, y,
            size=size, colour=style.INK, anchor=anchor,
        )  # fmt: skip
