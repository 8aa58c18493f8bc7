"""A matrix of words: places down, themes across; every entry knows its evidence."""

from dataclasses import dataclass


@dataclass(frozen=True)
class MatrixEntry:
    """One statement in a cell; `fact` as in a mark's customdata, "" where nothing is known.

    `reason`: why it is in doubt, shown when hovering.
    """

    words: str
    fact: str = ""
    heading: str = ""
    detail: str = ""
    sign: str = ""
    reason: str = ""


@dataclass(frozen=True)
class MatrixRow:
    """A line of the matrix, about a place (its key); an empty cell means that nothing is known."""

    head: str
    cells: tuple[tuple[MatrixEntry, ...], ...]
    place: str = ""

    @property
    def is_silent(self) -> bool:
        return not any(self.cells)


@dataclass(frozen=True)
class Matrix:
    """`corner` names the lines, `heads` the columns."""

    corner: str
    heads: tuple[str, ...]
    rows: tuple[MatrixRow, ...]
