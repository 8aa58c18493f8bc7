"""What a report consists of: words with their notes, headings, tables, cards, charts, in the order in which they are read."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal, TypeAlias

Look = Literal["", "lead", "quiet", "strong", "chips"]


@dataclass(frozen=True)
class Said:
    """A paragraph, or one in a cell; `notes`: what stands at the foot of the page for it, in words."""

    words: str
    notes: tuple[str, ...] = ()
    look: Look = ""


Cell: TypeAlias = tuple[Said, ...]


@dataclass(frozen=True)
class Heading:
    """A heading, 1 for that of the report."""

    words: str
    level: int


@dataclass(frozen=True)
class Table:
    """Rows of cells below their heads; a row of one cell stands across all columns.

    `shares`: how the width is divided among the columns.
    """

    caption: str
    heads: tuple[str, ...]
    rows: tuple[tuple[Cell, ...], ...]
    shares: tuple[float, ...]


@dataclass(frozen=True)
class Items:
    """A list, each item of one or more paragraphs."""

    items: tuple[Cell, ...]


@dataclass(frozen=True)
class Card:
    """A question in brief and the numbers that answer it."""

    title: str
    cells: tuple[Cell, ...]


@dataclass(frozen=True)
class Cards:
    """Cards beside each other."""

    cards: tuple[Card, ...]


@dataclass(frozen=True)
class Chart:
    """A chart as SVG; `alt`: what it shows, in words."""

    svg: str
    alt: str


@dataclass(frozen=True)
class NewPage:
    """What follows begins on a page of its own."""


Block: TypeAlias = Said | Heading | Table | Items | Cards | Chart | NewPage
Blocks: TypeAlias = Sequence[Block]


@dataclass(frozen=True)
class Report:
    """All of it: its title, what is read, and what stands on every page.

    `above`, `below`: the lines at the head and the foot of each page. `operator`: who hands it out.
    """

    title: str
    blocks: tuple[Block, ...]
    above: str
    below: tuple[str, ...]
    operator: str = ""
    has_contents: bool = False
    is_wide: bool = False
