"""Words in a picture: what plotly calls text (<b>, <br>, escaped signs) as lines of SVG."""

import re
from dataclasses import dataclass
from html import unescape
from typing import Literal
from xml.etree.ElementTree import Element, SubElement

from ui.pictures import typeface

LINE_HEIGHT, MIDDLE_OF_LETTERS, HEIGHT_OF_LABEL = 1.3, 0.35, 0.85
SIGNS = re.compile(f"([{typeface.ALSO_THERE}])")
WIDTH_OF_SIGN = 0.602
Anchor = Literal["start", "middle", "end"]
PART_BEFORE: dict[Anchor, float] = {"start": 0, "middle": 0.5, "end": 1}


@dataclass(frozen=True)
class Line:
    """One line of words, as a whole in bold or not."""

    words: str
    is_bold: bool = False

    def width(self, size: float) -> float:
        return typeface.width(self.words, size, is_bold=self.is_bold)


def lines_of(text: str) -> tuple[Line, ...]:
    """The lines of a text of plotly; bold words may go over several of them."""
    lines, is_bold = [], False
    for each in text.split("<br>"):
        starts, ends = "<b>" in each, "</b>" in each
        plain = unescape(each.replace("<b>", "").replace("</b>", ""))
        lines.append(Line(typeface.printable(plain), is_bold or starts))
        is_bold = (is_bold or starts) and not ends
    return tuple(lines)


def write(
    parent: Element,
    lines: tuple[Line, ...],
    x: float,
    first: float,
    *,
    size: float,
    colour: str,
    anchor: Anchor = "start",
) -> Element:
    """Lines below each other, the first with its base at `first`."""
    element = SubElement(
        parent,
        "text",
        {
            "font-size": short(size),
            "fill": colour,
            "text-anchor": anchor,
            "xml:space": "preserve",
        },
    )
    for number, line in enumerate(lines):
        at = {"x": short(x), "y": short(first + number * LINE_HEIGHT * size)}
        bold = {"font-weight": "bold"} if line.is_bold else {}
        spot = SubElement(element, "tspan", at | bold)
        if SIGNS.search(line.words):
            _apart(spot, line, x, size, anchor)
        else:
            spot.text = line.words
    return element


def _apart(spot: Element, line: Line, x: float, size: float, anchor: Anchor) -> None:
    """A line with signs of another typeface, each part at a place of its own: else all is set in that one."""
    parts = [each for each in SIGNS.split(line.words) if each]
    widths = [
        WIDTH_OF_SIGN * size if SIGNS.fullmatch(each) else Line(each, line.is_bold).width(size)
        for each in parts
    ]
    at = x - sum(widths) * PART_BEFORE[anchor]
    for part, width in zip(parts, widths, strict=True):
        family = {"font-family": typeface.OF_SIGNS} if SIGNS.fullmatch(part) else {}
        look = {"x": short(at), "text-anchor": "start", **family}
        SubElement(spot, "tspan", look).text = part
        at += width


def write_middle(
    parent: Element,
    lines: tuple[Line, ...],
    x: float,
    y: float,
    *,
    size: float,
    colour: str,
    anchor: Anchor = "start",
) -> Element:
    """The same lines, their middle at `y`."""
    above = (len(lines) - 1) * LINE_HEIGHT * size / 2
    first = y - above + MIDDLE_OF_LETTERS * size
    return write(parent, lines, x, first, size=size, colour=colour, anchor=anchor)


def short(number: float) -> str:
    """A number of pixels as SVG takes it."""
    return f"{number:.2f}".rstrip("0").rstrip(".")
