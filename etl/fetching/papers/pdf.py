"""PDF files with a text layer: their lines become paragraphs, also across pages."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import pairwise
from pathlib import Path
from statistics import median

from pypdfium2 import PdfDocument, PdfiumError, PdfPage
from pypdfium2.raw import FPDF_PAGEOBJ_IMAGE

from etl.fetching.papers.paper import Paper, Paragraph, Reading, Sign, added, paragraph
from etl.fetching.papers.pdf_lines import Line, ends_in_hyphen, lines_of
from etl.fetching.papers.pdf_margins import without_margins

MOST_PAGES = 3_000
WIDER_THAN_A_LINE = 1.35  # pitches of lines: a gap between paragraphs
OTHER_HEIGHT = 0.15
POINTS_OF_PLAY = 3
SHORT = 0.75  # of the width of the text: a line that ends early
ENDS_A_SENTENCE = re.compile(r"[.!?:;][)“\"]?$")
ITEM = re.compile(r"([•–▪*-]|\d{1,2}(\.\d{1,2})*[.)]|[a-z]\)|TOP\s*\d+)\s")
# "Sozial- und Jugendhilfe": the hyphen stands for a word left out.
LEFT_OUT = re.compile(r"(und|oder|bzw\.|sowie|wie|als|bis)\b")


def read_pdf(path: Path) -> Paper:
    """The text layer of a PDF file in paragraphs, or that it has none."""
    try:
        document = PdfDocument(path)
    except PdfiumError:
        return Paper(Reading.UNREADABLE)
    try:
        return _read(document)
    except PdfiumError:
        return Paper(Reading.UNREADABLE, pages=len(document))
    finally:
        document.close()


def _read(document: PdfDocument) -> Paper:
    number = len(document)
    if number > MOST_PAGES:
        return Paper(Reading.UNREADABLE, pages=number)
    lines, heights, scanned = {}, {}, []
    for place in range(number):
        page = document[place]
        text = page.get_textpage()
        lines[place + 1], heights[place + 1] = lines_of(text, place + 1), page.get_height()
        text.close()
        if not lines[place + 1] and _has_picture(page):
            scanned.append(place + 1)
        page.close()
    found = tuple(paragraphs_of(without_margins(lines, heights)))
    if found:
        return Paper(Reading.TEXT, found, number, tuple(scanned))
    return Paper(Reading.SCAN if scanned else Reading.EMPTY, (), number, tuple(scanned))


def _has_picture(page: PdfPage) -> bool:
    return any(True for _ in page.get_objects(filter=[FPDF_PAGEOBJ_IMAGE]))


def paragraphs_of(pages: Mapping[int, Sequence[Line]]) -> Iterator[Paragraph]:
    """The paragraphs of these lines; a sentence that goes on over the page stays whole."""
    signs: list[Sign] = []
    before: Line | None = None
    for lines in pages.values():
        pitch, right = _pitch(lines), max((line.right for line in lines), default=0.0)
        for place, line in enumerate(lines):
            goes_on = before is not None and (
                _goes_on_overleaf(before, line)
                if place == 0
                else _goes_on(before, line, pitch, right)
            )
            if signs and not goes_on:
                yield _ended(signs)
                signs = []
            _join(signs, line)
            is_cell = goes_on and before is not None and before.is_row
            before = replace(before, bottom=line.bottom) if before and is_cell else line
    if signs:
        yield _ended(signs)


def _ended(signs: list[Sign]) -> Paragraph:
    """A paragraph that is complete; a word that was cut at its end keeps its hyphen."""
    if ends_in_hyphen(signs):
        signs[-1] = signs[-1]._replace(sign="-")
    return paragraph(signs)


def _pitch(lines: Sequence[Line]) -> float:
    """How far apart two lines of a paragraph stand on a page, in points."""
    steps = [
        before.bottom - after.bottom
        for before, after in pairwise(lines)
        if 0 < before.bottom - after.bottom < 2 * before.height
    ]
    return median(steps) if steps else 1.2 * (lines[0].height if lines else 0)


def _goes_on(before: Line, line: Line, pitch: float, right: float) -> bool:
    if before.is_row:
        return _goes_on_in_cell(before, line, pitch)
    if before.is_hyphenated:
        return True
    if line.is_row or ITEM.match(line.text):
        return False
    step = before.bottom - line.bottom
    if step <= 0:
        return _goes_on_overleaf(before, line)
    is_apart = step > WIDER_THAN_A_LINE * pitch
    is_other = abs(before.height - line.height) > OTHER_HEIGHT * before.height
    is_end = bool(ENDS_A_SENTENCE.search(before.text)) and before.right < SHORT * right
    return not (is_apart or is_other or is_end)


def _goes_on_overleaf(before: Line, line: Line) -> bool:
    """In the next column or on the next page: only a sentence that is not finished."""
    if before.is_row or line.is_row:
        return False
    is_open = not ENDS_A_SENTENCE.search(before.text) and line.text[:1].islower()
    return before.is_hyphenated or is_open


def _goes_on_in_cell(before: Line, line: Line, pitch: float) -> bool:
    """The last cell of a row on its next line; what stands below another cell stays apart."""
    is_below = 0 < before.bottom - line.bottom <= WIDER_THAN_A_LINE * pitch
    return is_below and not line.is_row and abs(line.left - before.last_cell) < POINTS_OF_PLAY


def _join(signs: list[Sign], line: Line) -> None:
    """Put a line behind what stands before it; a word cut at the end of a line is one word again."""
    if signs and ends_in_hyphen(signs):
        hyphen = signs.pop()
        is_left_out = bool(LEFT_OUT.match(line.text))
        if is_left_out or not (signs[-1].sign.isalpha() and line.text[:1].islower()):
            signs.append(hyphen._replace(sign="-"))
        if is_left_out:
            signs += added(" ")
    elif signs:
        signs += added(" ")
    signs += line.signs
