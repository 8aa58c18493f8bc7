"""What stands at the edge of the pages of a PDF and belongs to no paragraph: page numbers, running heads."""

import re
from collections import Counter
from collections.abc import Mapping, Sequence

from etl.fetching.papers.pdf_lines import Line

EDGE = 0.12  # of the height of a page, at the top and at the bottom
SHARE_OF_PAGES = 0.4
LEAST_PAGES, ENOUGH_PAGES = 2, 3
POINTS_OF_PLAY = 4
PAGE_NUMBER = re.compile(r"[-–—]?\s*(Seite|S\.|Blatt)?\s*\d{1,4}\s*((von|/)\s*\d{1,4})?\s*[-–—]?")
WITH_PAGE_NUMBER = re.compile(r"\d{1,4} \| .*|.* \| \d{1,4}")
DIGITS = re.compile(r"\d+")
Mark = tuple[str, int]


def without_margins(
    pages: Mapping[int, Sequence[Line]], heights: Mapping[int, float]
) -> dict[int, list[Line]]:
    """The lines of each page without its page number and without what other pages repeat at the same place."""
    edges = {
        number: [line for line in lines if _is_at_edge(line, heights[number])]
        for number, lines in pages.items()
    }
    seen = Counter(mark for lines in edges.values() for mark in {_mark(line) for line in lines})
    needed = max(LEAST_PAGES, min(ENOUGH_PAGES, SHARE_OF_PAGES * len(pages)))
    return {
        number: [
            line
            for line in lines
            if line not in edges[number]
            or not (PAGE_NUMBER.fullmatch(line.text) or seen[_mark(line)] >= _needed(line, needed))
        ]
        for number, lines in pages.items()
    }


def _is_at_edge(line: Line, height: float) -> bool:
    return line.bottom < EDGE * height or line.top > (1 - EDGE) * height


def _needed(line: Line, otherwise: float) -> float:
    """How many pages have to repeat a line: two are enough where a page number stands beside it."""
    return LEAST_PAGES if WITH_PAGE_NUMBER.fullmatch(line.text) else otherwise


def _mark(line: Line) -> Mark:
    """What is alike from page to page: the words, whatever number stands in them, and the place."""
    return DIGITS.sub("#", line.text), round(line.bottom / POINTS_OF_PLAY)
