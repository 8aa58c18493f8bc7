"""The plane a figure is drawn on: its margins and its pairs of axes, from the layout that plotly is given."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import plotly.graph_objects as go

from ui.pictures.axes import Axis, extent, number
from ui.pictures.words import LINE_HEIGHT, lines_of

LABEL_GAP, SIZE_OF_LABELS, TICK_LENGTH = 3, 14, 5
TURNED = -90
Said = Mapping[str, Any]


@dataclass(frozen=True)
class Margin:
    """Room beside the plane, in pixels."""

    left: float
    right: float
    top: float
    bottom: float


@dataclass(frozen=True)
class Plane:
    """Where what is drawn stands; `axes` by the names of plotly ("x", "y2")."""

    left: float
    right: float
    top: float
    bottom: float
    axes: Mapping[str, Axis]

    def of(self, trace: Said) -> tuple[Axis, Axis]:
        """The axes of a trace."""
        return self.axes[trace.get("xaxis", "x")], self.axes[trace.get("yaxis", "y")]


def size_of_labels(axis: Said, layout: Said) -> float:
    """The height of the letters beside an axis."""
    named = axis.get("tickfont", {}).get("size")
    return float(named or layout.get("font", {}).get("size", SIZE_OF_LABELS))


def margin_of(layout: Said, legend: float) -> Margin:
    """The margins that are said, the legend alone deciding on top; wider where labels need it."""
    said = layout["margin"]
    left, top = float(said["l"]), legend + 8
    x, y = layout.get("xaxis", {}), layout.get("yaxis", {})
    if y.get("automargin") and y.get("visible", True) and y.get("ticktext") is not None:
        left += LABEL_GAP + TICK_LENGTH + _widest(y["ticktext"], size_of_labels(y, layout))
    if x.get("automargin") and x.get("tickangle") == TURNED:
        top += LABEL_GAP + TICK_LENGTH + _widest(x["ticktext"], size_of_labels(x, layout))
    return Margin(left, float(said["r"]), top, float(said["b"]))


def plane_of(figure: go.Figure, width: float, height: float, margin: Margin) -> Plane:
    """The plane in a picture of this width, itself so high."""
    layout = figure.layout.to_plotly_json()
    left, right = margin.left, width - margin.right
    top, bottom = margin.top, margin.top + height
    traces = [each.to_plotly_json() for each in figure.data]
    axes = {
        f"{name[0]}{name[5:]}": _axis(name, layout, traces, (left, right), (top, bottom))
        for name in sorted(layout)
        if name[1:].startswith("axis")
    }
    if "y" in axes and axes["y"].said.get("scaleanchor") == "x":
        axes = _square(axes)
    return Plane(left, right, top, bottom, axes)


def _axis(
    name: str,
    layout: Said,
    traces: Sequence[Said],
    across: tuple[float, float],
    down: tuple[float, float],
) -> Axis:
    said = layout[name]
    start, end = extent(said, _values(name, layout, traces))
    if name.startswith("x"):
        return Axis(start, end, *across, said)
    low, high = said.get("domain") or (0, 1)
    top, bottom = down
    room = bottom - top
    return Axis(start, end, bottom - low * room, bottom - high * room, said)


def _values(name: str, layout: Said, traces: Sequence[Said]) -> list[float]:
    """What is drawn on an axis and on those that have to match it."""
    kind, short = name[0], f"{name[0]}{name[5:]}"
    leader = layout[name].get("matches", short)
    alike = {
        f"{kind}{each[5:]}"
        for each in layout
        if each.startswith(f"{kind}axis")
        and layout[each].get("matches", f"{kind}{each[5:]}") == leader
    }
    return [
        number(value)
        for trace in traces
        if trace.get(f"{kind}axis", kind) in alike
        for value in trace.get(kind) or ()
        if value is not None
    ]


def _square(axes: Mapping[str, Axis]) -> dict[str, Axis]:
    """One step as long across as down, the plane kept at its left and top."""
    x, y = axes["x"], axes["y"]
    step = min(x.length(1), y.length(1))
    across, down = step * abs(x.end - x.start), step * abs(y.end - y.start)
    return {
        **axes,
        "x": Axis(x.start, x.end, x.first, x.first + across, x.said),
        "y": Axis(y.start, y.end, y.last + down, y.last, y.said),
    }


def _widest(labels: Sequence[str], size: float) -> float:
    return max((line.width(size) for each in labels for line in lines_of(each)), default=0.0)


def height_of(lines: int, size: float) -> float:
    """How high so many lines are."""
    return lines * LINE_HEIGHT * size
