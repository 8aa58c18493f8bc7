"""A paper as it was read: paragraphs, and where each of their characters stands on its pages."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from itertools import groupby
from typing import NamedTuple

BETWEEN_CELLS = " | "
SOFT_HYPHEN = "\u00ad"


class Reading(StrEnum):
    """How far a paper could be read."""

    TEXT = "text"
    SCAN = "scan"
    EMPTY = "empty"
    UNREADABLE = "unreadable"
    NO_FORMAT = "no_format"


class Sign(NamedTuple):
    """One character, its page (from 1) and its number on it (from 0); page 0 for what we put in."""

    sign: str
    page: int = 0
    at: int = 0


@dataclass(frozen=True)
class Piece:
    """So many characters of a paragraph, from `start` on, that stand on a page from `at` on."""

    start: int
    length: int
    page: int
    at: int


@dataclass(frozen=True)
class Paragraph:
    """White space folded, as anchors are sought in it. `pieces` only where there are pages."""

    text: str
    pieces: Sequence[Piece] = ()


@dataclass(frozen=True)
class Paper:
    """What was read. `pages`: how many there are; `scanned`: the numbers of those without a text layer."""

    reading: Reading
    paragraphs: Sequence[Paragraph] = ()
    pages: int = 0
    scanned: Sequence[int] = field(default_factory=tuple)

    @property
    def text(self) -> str:
        """The paragraphs with blank lines between, as the documents beside the facts are written."""
        return "".join(f"{each.text}\n\n" for each in self.paragraphs)


def added(words: str) -> list[Sign]:
    """Characters that stand on no page."""
    return [Sign(each) for each in words]


def paragraph(signs: Iterable[Sign]) -> Paragraph:
    """A paragraph of these characters: runs of white space become one space, soft hyphens go."""
    folded: list[Sign] = []
    for each in signs:
        if each.sign == SOFT_HYPHEN:
            continue
        is_space = each.sign.isspace()
        if is_space and (not folded or folded[-1].sign == " "):
            continue
        folded.append(Sign(" ", each.page, each.at) if is_space else each)
    while folded and folded[-1].sign == " ":
        folded.pop()
    return Paragraph("".join(each.sign for each in folded), tuple(_pieces(folded)))


def _pieces(signs: Sequence[Sign]) -> Iterable[Piece]:
    """Runs that go on by one in the paragraph and on the page."""
    placed = [(place, each) for place, each in enumerate(signs) if each.page]
    for _, run in groupby(placed, key=lambda pair: (pair[1].page, pair[1].at - pair[0])):
        places = list(run)
        start, first = places[0]
        yield Piece(start, len(places), first.page, first.at)
