"""What a sheet says of its cells beside their values: hidden, merged, in error, a formula without a value."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field

from etl.reading.values.cells import Fault, Raw, shown
from kim.findings import FindingKind

Say = Callable[[int, int, str], None]


@dataclass(frozen=True)
class Area:
    """Cells that are merged: rows from 1, columns from 0, the last ones included."""

    first_row: int
    last_row: int
    first_column: int
    last_column: int


@dataclass
class Marks:
    """The marks of one sheet: rows are counted from 1, columns from 0. `struck`: rows with a cell struck out."""

    hidden_rows: set[int] = field(default_factory=set)
    hidden_columns: set[int] = field(default_factory=set)
    merged: list[Area] = field(default_factory=list)
    faults: dict[int, dict[int, Fault]] = field(default_factory=dict)
    hides_zeros: bool = False
    struck: set[int] = field(default_factory=set)

    def applied(
        self, rows: Iterator[list[Raw]], first_column: int, say_merged: Say
    ) -> Iterator[list[Raw]]:
        """The rows with their faults, and with what a merged cell says in all that it covers.

        Downwards that is its value, which is said; what it covers to the right is a fault, for a
        row has one value for each column.
        """
        merger = Merger(self.merged, first_column, say_merged)
        for line, cells in enumerate(rows, 1):
            for column, fault in self.faults.get(line, {}).items():
                if 0 <= column - first_column < len(cells):
                    cells[column - first_column] = fault
            merger.fill(line, cells)
            yield [*map(_zero_hidden, cells)] if self.hides_zeros else cells


class Merger:
    """Fills merged cells, row by row."""

    def __init__(self, merged: Sequence[Area], first_column: int, say: Say) -> None:
        self._waiting = sorted(merged, key=lambda each: each.first_row, reverse=True)
        self._open: list[tuple[Area, int, Raw]] = []
        self._first_column = first_column
        self._say = say

    def fill(self, line: int, cells: list[Raw]) -> None:
        """Write into the row what merged cells say of it; an empty row stays empty."""
        self._open = [each for each in self._open if each[0].last_row >= line]
        if any(cell != "" for cell in cells):
            for _, at, value in self._open:
                cells += [""] * (at + 1 - len(cells))
                if cells[at] == "":
                    cells[at] = value
                    self._say(line, at, shown(value))
        while self._waiting and self._waiting[-1].first_row <= line:
            self._begin(self._waiting.pop(), cells)

    def _begin(self, area: Area, cells: list[Raw]) -> None:
        """Remember what a merged cell says, and that the cells to its right say nothing of their own."""
        at, end = area.first_column - self._first_column, area.last_column - self._first_column
        if not 0 <= at < len(cells) or cells[at] == "":
            return
        self._open.append((area, at, cells[at]))
        covered = Fault(FindingKind.MERGED, "", shown(cells[at]))
        for right in range(at + 1, min(end + 1, len(cells))):
            cells[right] = covered


def _zero_hidden(cell: Raw) -> Raw:
    is_zero = isinstance(cell, int | float) and not isinstance(cell, bool) and cell == 0
    return Fault(FindingKind.FORMAT_HIDES, "0") if is_zero else cell
