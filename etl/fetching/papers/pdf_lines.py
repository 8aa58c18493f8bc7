"""The lines of a page of a PDF: their characters, where they stand, the cells of a row kept apart."""

import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from statistics import median_low

from pypdfium2 import PdfTextPage
from pypdfium2.raw import FPDFText_CountChars, FPDFText_GetUnicode

from etl.fetching.papers.paper import BETWEEN_CELLS, SOFT_HYPHEN, Sign, added

HYPHEN_AT_LINE_END = "\x02"  # so PDFium writes it, without a line break (U+FFFE in whole texts)
HYPHENS = ("-", SOFT_HYPHEN, HYPHEN_AT_LINE_END)
UNREADABLE = "\ufffd"
LINE_ENDS = "\r\n"
WIDTHS_BETWEEN_CELLS = 2.0  # heights of the line
SAME_LINE = 0.3


@dataclass(frozen=True)
class Line:
    """Characters on one base line, with their box in points from the lower left corner.

    `last_cell`: where the last cell of a row begins, of any other line the line itself.
    """

    signs: Sequence[Sign]
    left: float
    right: float
    bottom: float
    top: float
    last_cell: float
    is_row: bool = False

    @property
    def height(self) -> float:
        return self.top - self.bottom

    @property
    def text(self) -> str:
        return "".join(each.sign for each in self.signs).strip()

    @property
    def is_hyphenated(self) -> bool:
        return ends_in_hyphen(self.signs)


@dataclass(frozen=True)
class _Placed:
    sign: Sign
    box: tuple[float, float, float, float]  # left, bottom, right, top


def ends_in_hyphen(signs: Sequence[Sign]) -> bool:
    """Whether these characters end in a hyphen that follows a word, not in a dash."""
    return len(signs) > 1 and signs[-1].sign in HYPHENS and signs[-2].sign.isalnum()


def lines_of(page: PdfTextPage, number: int) -> list[Line]:
    """The lines of a page, in the order of its text."""
    lines: list[Line] = []
    for placed in _runs(page, number):
        line = _line(placed)
        if lines and _go_together(lines[-1], line):
            lines[-1] = _side_by_side(lines[-1], line)
        else:
            lines.append(line)
    return lines


def _runs(page: PdfTextPage, number: int) -> Iterator[list[_Placed]]:
    """The characters between two ends of a line."""
    run: list[_Placed] = []
    for at in range(FPDFText_CountChars(page.raw)):
        sign = _shown(FPDFText_GetUnicode(page.raw, at))
        if sign not in LINE_ENDS:
            run.append(_Placed(Sign(sign, number, at), page.get_charbox(at, loose=True)))
        if sign in ("\n", HYPHEN_AT_LINE_END):
            if any(not each.sign.sign.isspace() for each in run):
                yield run
            run = []
    if any(not each.sign.sign.isspace() for each in run):
        yield run


def _shown(code: int) -> str:
    """A character of the file as it can be written: half pairs and control characters cannot."""
    sign = chr(min(code, sys.maxunicode))
    is_kept = sign.isprintable() or sign.isspace() or sign in HYPHENS
    return sign if is_kept else UNREADABLE


def _line(placed: Sequence[_Placed]) -> Line:
    inked = [each for each in placed if not each.sign.sign.isspace()]
    left = inked[0].box[0]
    bottom, top = (median_low(each.box[side] for each in inked) for side in (1, 3))
    wide = WIDTHS_BETWEEN_CELLS * (top - bottom)
    starts = {
        after.sign.at: after.box[0]
        for before, after in pairwise(inked)
        if after.box[0] - before.box[2] > wide
    }
    signs: list[Sign] = []
    for each in placed[placed.index(inked[0]) : placed.index(inked[-1]) + 1]:
        if each.sign.at in starts:
            signs += added(BETWEEN_CELLS)
        signs.append(each.sign)
    right, last_cell = max(each.box[2] for each in inked), [left, *starts.values()][-1]
    return Line(signs, left, right, bottom, top, last_cell, bool(starts))


def _go_together(before: Line, after: Line) -> bool:
    """Whether one stands to the right of the other on the same base line."""
    is_level = abs(before.bottom - after.bottom) < SAME_LINE * before.height
    return is_level and after.left >= before.right and not before.is_hyphenated


def _side_by_side(before: Line, after: Line) -> Line:
    is_row = after.left - before.right > WIDTHS_BETWEEN_CELLS * before.height
    signs = [*before.signs, *added(BETWEEN_CELLS if is_row else " "), *after.signs]
    box = (before.left, after.right, before.bottom, max(before.top, after.top))
    last_cell = after.last_cell if is_row or after.is_row else before.last_cell
    return Line(signs, *box, last_cell, is_row=is_row or before.is_row or after.is_row)
