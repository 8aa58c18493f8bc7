"""Words in a picture: what plotly calls text (<b>, <br>, escaped signs) as lines of SVG."""

from dataclasses import dataclass
from html import unescape
from typing import Literal
from xml.etree.ElementTree import Element, SubElement

from ui.pictures import typeface

LINE_HEIGHT, MIDDLE_OF_LETTERS, HEIGHT_OF_LABEL = 1.3, 0.35, 0.85
Anchor = Literal["start", "middle", "end"]


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
        SubElement(
            element, "tspan", at | ({"font-weight": "bold"} if line.is_bold else {})
        ).text = line.words
    return element


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
