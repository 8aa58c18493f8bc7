"""A matrix of statements: places down, themes across, in each cell states as chips with their evidence."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import ClassVar

from ui.lists.entries import Chip, Entry


@dataclass(frozen=True)
class Stated:
    """Statements that agree in their state (`chip`); the first `open_entries` of them are not folded.

    `level`: whose statements they are, where they are not those of the place of the line.
    """

    entries: tuple[Entry, ...]
    chip: Chip | None = None
    level: str = ""
    open_entries: int = 2

    @property
    def opened(self) -> tuple[Entry, ...]:
        return self.entries[: self.open_entries]

    @property
    def folded(self) -> tuple[Entry, ...]:
        return self.entries[self.open_entries :]


@dataclass(frozen=True)
class MatrixLine:
    """A place (its key) and what is stated of it in each column; `searched`: how far was looked.

    `heads`: how the columns are called for this place, where they are not for all.
    `is_wide`: what is stated concerns all columns and stands across them.
    """

    place: str
    head: str
    cells: tuple[tuple[Stated, ...], ...]
    searched: str
    is_wide: bool = False
    heads: tuple[str, ...] = ()

    @property
    def stated(self) -> tuple[Stated, ...]:
        """What is stated in all columns."""
        return tuple(each for cell in self.cells for each in cell)


@dataclass(frozen=True)
class StatementMatrix:
    """`corner` names the lines, `heads` the columns."""

    template: ClassVar = "statements.html"
    corner: str
    heads: tuple[str, ...]
    lines: tuple[MatrixLine, ...]

    @property
    def entries(self) -> Iterator[Entry]:
        """All that is stated."""
        stated = (each for line in self.lines for each in line.stated)
        return (entry for each in stated for entry in each.entries)
