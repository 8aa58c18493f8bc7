"""The cells of a row of a table that stands in a text."""

import re
from dataclasses import dataclass

from etl.extraction.paper import Span

BETWEEN = re.compile(r"\s*[|\t]\s*|\s{3,}")


@dataclass(frozen=True, slots=True)
class Cell:
    """The words of a cell, and where they stand in the row."""

    text: str
    span: Span


def find_cells(row: str) -> list[Cell]:
    """The cells of a row, parted by pipes, tabs or at least three spaces; no empty ones at its ends."""
    cells, at = [], 0
    for found in [*BETWEEN.finditer(row), None]:
        end = found.start() if found else len(row)
        cells.append(Cell(row[at:end], Span(at, end)))
        at = found.end() if found else end
    if cells and not cells[0].text:
        cells = cells[1:]
    return cells[:-1] if cells and not cells[-1].text else cells
