"""A picture to take away: a figure with its title, unit, signs, filters, day and source inside."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from types import MappingProxyType
from xml.etree.ElementTree import Element, SubElement, tostring

import plotly.graph_objects as go
import typst

from ui.figures import style
from ui.pictures import typeface
from ui.pictures.plot import FAMILY, plot
from ui.pictures.words import line_of, short, write

EDGE, LINE, SMALL = 16, 1.3, 12
TITLE, LEAD = 20, 14
POINTS_PER_INCH, PIXELS_PER_POINT = 72, 4 / 3
PAGE = b"""#set page(width: auto, height: auto, margin: 0pt)
#image(bytes(sys.inputs.svg), format: "svg")"""


class Size(StrEnum):
    """What a picture is for; how wide it is, in pixels."""

    SLIDE = "slide"
    COLUMN = "column"
    PHONE = "phone"


WIDTHS: Mapping[Size, int] = MappingProxyType({Size.SLIDE: 1120, Size.COLUMN: 720, Size.PHONE: 390})


@dataclass(frozen=True)
class Frame:
    """What stands around a chart: above it title and leads, below it signs, filters, day, source.

    `alt`: the chart in words, for whoever does not see it.
    """

    title: str
    leads: tuple[str, ...]
    below: tuple[str, ...]
    alt: str


def bare(figure: go.Figure, width: float, name: str = "p") -> str:
    """The SVG of the figure alone, for a page that says the rest."""
    drawn = plot(figure, width, name)
    root = _root(drawn.width, drawn.height)
    root.extend((drawn.definitions, drawn.group))
    return tostring(root, "unicode")


def svg(figure: go.Figure, frame: Frame, size: Size = Size.COLUMN) -> str:
    """The SVG of a figure with all that a reader needs to know of it; it asks for no other file."""
    width = WIDTHS[size]
    drawn = plot(figure, width - 2 * EDGE)
    group = Element("g", {"font-family": FAMILY})
    y = _write(group, frame.title, EDGE, TITLE, width, is_bold=True)
    for each in frame.leads:
        y = _write(group, each, y, LEAD, width)
    y += EDGE
    drawn.group.set("transform", f"translate({EDGE},{short(y)})")
    y += drawn.height + EDGE
    for each in frame.below:
        y = _write(group, each, y, SMALL, width, colour=style.QUIET)
    root = _root(width, y + EDGE)
    SubElement(root, "title").text = typeface.printable(frame.title)
    SubElement(root, "desc").text = typeface.printable(frame.alt)
    root.append(drawn.definitions)
    SubElement(root, "rect", {"width": "100%", "height": "100%", "fill": "white"})
    root.extend((group, drawn.group))
    return tostring(root, "unicode")


def _root(width: float, height: float) -> Element:
    size = {"width": short(width), "height": short(height)}
    box = f"0 0 {short(width)} {short(height)}"
    spaces = {"xmlns": "http://www.w3.org/2000/svg", "role": "img", "xml:lang": "de"}
    return Element("svg", {**spaces, **size, "viewBox": box})


def _write(
    parent: Element,
    words: str,
    y: float,
    size: float,
    width: float,
    *,
    is_bold: bool = False,
    colour: str = style.INK,
) -> float:
    """A paragraph from `y` on, as wide as the picture; where the next one begins."""
    lines = tuple(
        line_of(each, is_bold=is_bold)
        for each in _broken(typeface.printable(words), size, width - 2 * EDGE, is_bold=is_bold)
    )
    write(parent, lines, EDGE, y + size, size=size, colour=colour)
    return y + len(lines) * LINE * size + size / 2


def _broken(words: str, size: float, room: float, *, is_bold: bool) -> list[str]:
    """Lines that fit into the room, measured with the typeface; a word that is longer goes over several."""
    lines, line = [], ""
    for word in words.split():
        longer = f"{line} {word}".strip()
        if typeface.width(longer, size, is_bold=is_bold) <= room:
            line = longer
            continue
        *full, last = _cut(word, size, room, is_bold=is_bold)
        lines += [*([line] if line else []), *full]
        line = last
    return [*lines, line]


def _cut(word: str, size: float, room: float, *, is_bold: bool) -> list[str]:
    """A word in parts that fit into the room, as an address that is longer than a line."""
    parts = [""]
    for letter in word:
        if parts[-1] and typeface.width(parts[-1] + letter, size, is_bold=is_bold) > room:
            parts.append("")
        parts[-1] += letter
    return parts


def png(made: str, scale: float = 2) -> bytes:
    """A picture as PNG, `scale` dots for each of its pixels."""
    pixels_per_inch = POINTS_PER_INCH * scale * PIXELS_PER_POINT
    raster = typst.compile(
        PAGE,
        format="png",
        ppi=pixels_per_inch,
        sys_inputs={"svg": made},
        font_paths=typeface.fonts(),
    )
    if not isinstance(raster, bytes):
        raise TypeError("typst made no single picture")
    return raster
