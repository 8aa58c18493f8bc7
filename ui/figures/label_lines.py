"""Names beside a tile map: for each named tile the nearest free run of cells and the line that leads there."""

from collections.abc import Mapping
from dataclasses import dataclass
from math import ceil

LETTERS_OF_CELL = 7
HALF = 0.5
INSET = 0.2
Spot = tuple[int, int]


@dataclass(frozen=True)
class LabelLine:
    """A name and the line from its tile to where the name stands, in cells; the name ends or begins there."""

    name: str
    xs: tuple[float, ...]
    ys: tuple[float, ...]
    is_left: bool


def label_lines(taken: Mapping[Spot, str], names: Mapping[str, str]) -> list[LabelLine]:
    """The lines of the named tiles, in the order of their keys; a tile without room gets none."""
    width = 1 + max((x for x, _ in taken), default=0)
    occupied = set(taken)
    found = []
    for (x, y), key in sorted(taken.items(), key=lambda item: item[1]):
        if key not in names:
            continue
        run = _nearest_run(x, y, width, occupied, _cells(names[key]))
        if run is None:
            continue
        is_left, cells = run
        occupied |= {(cell, y) for cell in cells}
        found.append(_line(names[key], x, y, cells, is_left=is_left))
    return found


def _cells(name: str) -> int:
    """How many cells a name takes, with the room for its line."""
    return 1 + ceil(len(name) / LETTERS_OF_CELL)


def _nearest_run(
    x: int, y: int, width: int, occupied: set[Spot], size: int
) -> tuple[bool, list[int]] | None:
    """The side and the free cells of the row nearest to a tile, from the tile outwards."""
    for distance in range(1, width):
        for step in (1, -1):
            cells = [x + step * (distance + more) for more in range(size)]
            if all(0 <= cell < width and (cell, y) not in occupied for cell in cells):
                return step < 0, cells
    return None


def _line(name: str, x: int, y: int, cells: list[int], *, is_left: bool) -> LabelLine:
    """Straight beside its tile; past other tiles along the gap above the row."""
    way = -1 if is_left else 1
    begin, end = x + way * HALF, cells[0] - way * (HALF - INSET)
    if abs(cells[0] - x) == 1:
        return LabelLine(name, (begin, end), (y, y), is_left)
    gap = y - HALF
    return LabelLine(name, (begin - way * HALF, end, end), (gap, gap, y - INSET), is_left)
