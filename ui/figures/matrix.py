"""A matrix of words: places down, themes across; every entry knows its evidence."""

from collections.abc import Sequence
from dataclasses import dataclass


@dataclass(frozen=True)
class Entry:
    """One statement in a cell; `fact` as in a mark's customdata, "" where nothing is known."""

    words: str
    fact: str = ""
    heading: str = ""
    detail: str = ""
    sign: str = ""


Cell = tuple[Entry, ...]


@dataclass(frozen=True)
class Row:
    """A line of the matrix; an empty cell means that nothing is known."""

    head: str
    cells: tuple[Cell, ...]

    @property
    def is_silent(self) -> bool:
        return not any(self.cells)


@dataclass(frozen=True)
class Matrix:
    """`corner` names the lines, `heads` the columns."""

    corner: str
    heads: tuple[str, ...]
    rows: tuple[Row, ...]


def detail(parts: Sequence[str]) -> str:
    """The parts that say something, one after the other."""
    return " · ".join(part for part in parts if part)
