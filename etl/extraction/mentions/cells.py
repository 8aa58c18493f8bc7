"""The cells of a row of a table that stands in a text."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from etl.extraction.paper import Span
from etl.extraction.sentences import is_row

BETWEEN = re.compile(r"\s*[|\t]\s*|\s{3,}")


@dataclass(frozen=True, slots=True)
class Cell:
    """The words of a cell, and where they stand in the row."""

    text: str
    span: Span


def is_head(row: str) -> bool:
    """Whether a row has two cells at least, so that it can be the head of a table."""
    return is_row(row) and len(find_cells(row)) > 1


def heads_of(header: str, cells: Sequence[Cell]) -> list[str]:
    """The heads over the cells of a row, the last ones where there are more; "" over the label where that one has none."""
    heads = [each.text for each in find_cells(header)]
    return ["", *heads] if len(heads) == len(cells) - 1 else heads[-len(cells) :]


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
