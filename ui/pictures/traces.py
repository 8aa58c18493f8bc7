"""What a figure shows, drawn: bars, lines, marks and words, each mark carrying its symbol and its fact."""

from collections.abc import Iterator, Mapping, Sequence
from itertools import cycle
from typing import Any, cast
from xml.etree.ElementTree import Element, SubElement

from ui.pictures import symbols
from ui.pictures.axes import Axis, number
from ui.pictures.plane import Plane
from ui.pictures.words import LINE_HEIGHT, Anchor, lines_of, short, write, write_middle

CLEAR, USUAL_EDGE, USUAL_INK = "rgba(0,0,0,0)", "#444", "#1a1a1a"
DASHES = {"dot": "3 3", "dash": "9 6"}
BESIDE_BAR, HEIGHT_OF_LETTERS = 3, 0.75
SIDES: dict[str, tuple[int, Anchor]] = {
    "right": (1, "start"), "center": (0, "middle"), "left": (-1, "end"),
}  # fmt: skip
LEVELS = {"top": -1, "middle": 0, "bottom": 1}
Trace = Mapping[str, Any]


def draw(parent: Element, plane: Plane, trace: Trace, patterns: "Patterns") -> None:
    """One trace; nothing for one that stands for the legend alone or cannot be seen."""
    x, y = plane.of(trace)
    if trace["type"] == "bar":
        _bars(parent, x, y, trace, patterns)
        return
    mode = trace.get("mode", "")
    if "lines" in mode:
        _line(parent, x, y, trace)
    if "markers" in mode:
        _errors(parent, x, y, trace)
        _marks(parent, x, y, trace)
    if "text" in mode:
        _texts(parent, x, y, trace)


class Patterns:
    """The hatchings that bars are filled with, each defined once."""

    def __init__(self, parent: Element, name: str) -> None:
        self._parent, self._name = parent, name
        self._made: dict[tuple[str, str, str], str] = {}

    def fill(self, colour: str, pattern: Mapping[str, Any]) -> str:
        """How a bar of this colour is filled, with lines or dots over it where they are asked for."""
        shape = pattern.get("shape")
        if not shape:
            return colour
        key = (colour, shape, pattern.get("fgcolor", USUAL_EDGE))
        if key not in self._made:
            self._made[key] = self._define(key)
        return f"url(#{self._made[key]})"

    def _define(self, key: tuple[str, str, str]) -> str:
        colour, shape, ink = key
        name = f"{self._name}-{len(self._made) + 1}"
        size = {"width": "8", "height": "8", "patternUnits": "userSpaceOnUse"}
        tile = SubElement(self._parent, "pattern", {"id": name, **size})
        SubElement(tile, "rect", {"width": "8", "height": "8", "fill": colour})
        if shape == ".":
            SubElement(tile, "circle", {"cx": "4", "cy": "4", "r": "1.6", "fill": ink})
        else:
            path = "M-2,2L2,-2M0,8L8,0M6,10L10,6"
            SubElement(tile, "path", {"d": path, "stroke": ink, "stroke-width": "1.5"})
        return name


def mark(
    parent: Element, x: float, y: float, marker: Mapping[str, Any], key: object = None
) -> Element:
    """One mark at a pixel: `marker` as plotly takes it, of a single one."""
    symbol, colour = marker.get("symbol") or "circle", marker.get("color") or USUAL_EDGE
    line = marker.get("line") or {}
    opened = symbols.is_open(symbol)
    edge = colour if opened else line.get("color") or USUAL_EDGE
    look = {
        "class": "mark",
        "d": symbols.path(symbol, marker.get("size", 6)),
        "transform": f"translate({short(x)},{short(y)})",
        "fill": "none" if opened else colour,
        "stroke": edge,
        "stroke-width": short(line.get("width") or (2 if opened else 0)),
        "data-symbol": symbol,
        **({"data-fact": str(key)} if key else {}),
    }
    element = SubElement(parent, "path", look)
    if symbols.has_dot(symbol):
        at = {"cx": short(x), "cy": short(y), "r": "1.8", "fill": edge}
        SubElement(parent, "circle", at)
    return element


def each_of(value: object, count: int) -> Iterator[Any]:
    """A property of a trace for each of its points: said once for all, or one by one."""
    many = isinstance(value, Sequence) and not isinstance(value, str)
    return cycle([value]) if not many or not count else iter(cast("Sequence[Any]", value))


def _bars(parent: Element, x: Axis, y: Axis, trace: Trace, patterns: Patterns) -> None:
    marker, count = trace.get("marker", {}), len(trace.get("y") or ())
    if marker.get("color") == CLEAR:
        return
    line, font = marker.get("line", {}), trace.get("textfont", {})
    columns = (
        trace.get("x") or (), trace.get("y") or (), each_of(trace.get("base", 0), count),
        each_of(trace.get("width", 1), count), each_of(trace.get("text", ""), count),
        each_of(marker.get("color"), count), each_of(line.get("color"), count),
        each_of(line.get("width", 0), count), each_of(trace.get("customdata"), count),
    )  # fmt: skip
    for length, at, base, wide, text, colour, edge, edge_width, key in zip(*columns, strict=False):
        if length is None:
            continue
        start, end = sorted((x.at(base), x.at(base + length)))
        height = y.length(wide)
        look = {
            "class": "bar",
            "x": short(start),
            "y": short(y.at(at) - height / 2),
            "width": short(end - start),
            "height": short(height),
            "fill": patterns.fill(colour, marker.get("pattern", {})),
            "stroke": edge or "none",
            "stroke-width": short(edge_width),
            "data-colour": colour,
            **({"data-fact": str(_carried(key))} if key else {}),
        }
        SubElement(parent, "rect", look)
        if text:
            is_inside = trace.get("textposition") == "inside"
            place = (start + end) / 2 if is_inside else end + BESIDE_BAR
            size, ink = font.get("size", 14), font.get("color", USUAL_INK)
            anchor: Anchor = "middle" if is_inside else "start"
            write_middle(
                parent, lines_of(text), place, y.at(at), size=size, colour=ink, anchor=anchor
            )


def _line(parent: Element, x: Axis, y: Axis, trace: Trace) -> None:
    points = [
        f"{short(x.at(a))},{short(y.at(b))}"
        for a, b in zip(trace.get("x") or (), trace.get("y") or (), strict=True)
        if a is not None and b is not None
    ]
    if not points:
        return
    line = trace.get("line", {})
    look = {"class": "line", "points": " ".join(points), "fill": "none", **stroke(line)}
    if "opacity" in trace:
        look["opacity"] = short(trace["opacity"])
    SubElement(parent, "polyline", look)


def stroke(line: Mapping[str, Any]) -> dict[str, str]:
    """How a line is drawn."""
    dash = DASHES.get(line.get("dash", ""))
    look = {"stroke": line.get("color", USUAL_EDGE), "stroke-width": short(line.get("width", 2))}
    return look | ({"stroke-dasharray": dash} if dash else {})


def _errors(parent: Element, x: Axis, y: Axis, trace: Trace) -> None:
    """The dash from a mark back to where it may have begun."""
    error = trace.get("error_x")
    if not error:
        return
    for at, height, back in zip(trace["x"], trace["y"], error["arrayminus"], strict=True):
        if back:
            first = short(x.at(number(at) - back))
            level = short(y.at(height))
            look = {"class": "span", "x1": first, "x2": short(x.at(at)), "y1": level, "y2": level}
            SubElement(parent, "line", {**look, "stroke": error["color"], "stroke-width": "2"})


def _marks(parent: Element, x: Axis, y: Axis, trace: Trace) -> None:
    marker, count = trace.get("marker", {}), len(trace.get("x") or ())
    line = marker.get("line", {})
    columns = (
        trace.get("x") or (), trace.get("y") or (), each_of(marker.get("symbol"), count),
        each_of(marker.get("size", 6), count), each_of(marker.get("color"), count),
        each_of(line.get("color"), count), each_of(trace.get("customdata"), count),
    )  # fmt: skip
    for at, height, symbol, size, colour, edge, key in zip(*columns, strict=False):
        if at is None:
            continue
        one = {"symbol": symbol, "size": size, "color": colour}
        one |= {"line": {"color": edge, "width": line.get("width", 0)}}
        mark(parent, x.at(at), y.at(height), one, _carried(key))


def _texts(parent: Element, x: Axis, y: Axis, trace: Trace) -> None:
    count, font = len(trace.get("x") or ()), trace.get("textfont", {})
    size, colour = font.get("size", 14), font.get("color", USUAL_INK)
    has_marks = "markers" in trace["mode"]
    marker = each_of(trace.get("marker", {}).get("size", 6), count)
    columns = (
        trace.get("x") or (), trace.get("y") or (), trace.get("text") or (),
        each_of(trace.get("textposition", "middle center"), count), marker,
    )  # fmt: skip
    for at, height, text, position, wide in zip(*columns, strict=False):
        if at is None or not text:
            continue
        level, side = position.split()
        sign, anchor = SIDES[side]
        gap = wide / 1.6 + 1 if has_marks else 0.0
        lines, below = lines_of(text), LEVELS[level]
        rows = (len(lines) - 1) * LINE_HEIGHT + 1
        first = size * HEIGHT_OF_LETTERS + below * gap + (below - 1) * rows * size / 2
        write(
            parent, lines, x.at(at) + sign * gap, y.at(height) + first,
            size=size, colour=colour, anchor=anchor,
        )  # fmt: skip


def _carried(key: object) -> object:
    """What a mark leads to; the first of several things it carries."""
    return key[0] if isinstance(key, list | tuple) else key
