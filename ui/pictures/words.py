"""Words in a picture: what plotly calls text (<b>, <br>, escaped signs) as lines of SVG."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from html import unescape
from typing import Literal
from xml.etree.ElementTree import Element, SubElement

from ui.pictures import typeface

LINE_HEIGHT, MIDDLE_OF_LETTERS, HEIGHT_OF_LABEL = 1.3, 0.35, 0.85
BOLD = re.compile("(</?b>)")
SIGNS = re.compile(f"([{typeface.ALSO_THERE}])")
WIDTH_OF_SIGN = 0.602
Anchor = Literal["start", "middle", "end"]
PART_BEFORE: dict[Anchor, float] = {"start": 0, "middle": 0.5, "end": 1}


@dataclass(frozen=True)
class Run:
    """Words of one look in a line."""

    words: str
    is_bold: bool = False

    @property
    def is_sign(self) -> bool:
        """Whether it is a sign of another typeface."""
        return bool(SIGNS.fullmatch(self.words))

    def width(self, size: float) -> float:
        if self.is_sign:
            return WIDTH_OF_SIGN * size
        return typeface.width(self.words, size, is_bold=self.is_bold)


@dataclass(frozen=True)
class Line:
    """One line of words, run after run."""

    runs: tuple[Run, ...]

    @property
    def words(self) -> str:
        return "".join(run.words for run in self.runs)

    def width(self, size: float) -> float:
        return sum(run.width(size) for run in self.runs)


def line_of(words: str, *, is_bold: bool = False) -> Line:
    """A line of one look; signs of another typeface are runs of their own."""
    return Line(tuple(_runs(words, is_bold)))


def lines_of(text: str) -> tuple[Line, ...]:
    """The lines of a text of plotly; bold words may begin within one and go over several of them."""
    lines, is_bold = [], False
    for each in text.split("<br>"):
        runs: list[Run] = []
        for part in BOLD.split(each):
            if BOLD.fullmatch(part):
                is_bold = part == "<b>"
            else:
                runs += _runs(typeface.printable(unescape(part)), is_bold)
        lines.append(Line(tuple(runs)))
    return tuple(lines)


def _runs(words: str, is_bold: bool) -> Iterator[Run]:
    return (Run(each, is_bold) for each in SIGNS.split(words) if each)


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
        look = _look(line.runs[0], size) if len(line.runs) == 1 else {}
        spot = SubElement(element, "tspan", at | look)
        if len(line.runs) > 1:
            _apart(spot, line, x, size, anchor)
        else:
            spot.text = line.words
    return element


def _look(run: Run, size: float) -> dict[str, str]:
    """As wide as measured, so that all stays in its place where a reader's machine lacks the typeface."""
    bold = {"font-weight": "bold"} if run.is_bold else {}
    family = {"font-family": typeface.OF_SIGNS} if run.is_sign else {}
    fitted = {"textLength": short(run.width(size)), "lengthAdjust": "spacingAndGlyphs"}
    return bold | family | (fitted if run.words.strip() else {})


def _apart(spot: Element, line: Line, x: float, size: float, anchor: Anchor) -> None:
    """A line of several looks, each run at a place of its own: else all is set in one typeface."""
    at = x - line.width(size) * PART_BEFORE[anchor]
    for run in line.runs:
        look = {"x": short(at), "text-anchor": "start", **_look(run, size)}
        SubElement(spot, "tspan", look).text = run.words
        at += run.width(size)


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
