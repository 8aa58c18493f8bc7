"""The canonical file of a table: rows.csv as the strict check reads it, and the line of each row."""

from array import array
from collections.abc import Sequence
from pathlib import Path
from types import TracebackType
from typing import Self

TO_BE_QUOTED = ',"\r\n'


class Writer:
    """Writes rows with these columns into a workspace, a column at a time: twice as fast as csv."""

    def __init__(self, names: Sequence[str], workspace: Path) -> None:
        self.rows, self.lines = workspace / "rows.csv", workspace / "lines"
        self._rows = self.rows.open("w", encoding="utf-8", newline="")
        self._lines = self.lines.open("wb")
        self.count = 0
        self._rows.write(",".join(names) + "\n")

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self._rows.close()
        self._lines.close()

    def write(self, columns: Sequence[Sequence[str]], lines: Sequence[int]) -> None:
        """Append rows, given as columns, and the line of each in the file they came from."""
        quoted = map(_quoted, columns) if len(columns) > 1 else map(_all_quoted, columns)
        rows = map(",".join, zip(*quoted, strict=True))
        self._rows.write("\n".join(rows) + "\n")
        array("I", lines).tofile(self._lines)
        self.count += len(lines)


def read_lines(path: Path) -> "array[int]":
    """The line of each row, as the writer wrote them."""
    lines = array("I")
    lines.frombytes(path.read_bytes())
    return lines


def _quoted(column: Sequence[str]) -> Sequence[str]:
    """The cells as they stand in a CSV; all of a column in quotes when one needs them."""
    together = "".join(column)
    if not any(sign in together for sign in TO_BE_QUOTED):
        return column
    return ['"' + text.replace('"', '""') + '"' if text else text for text in column]


def _all_quoted(column: Sequence[str]) -> Sequence[str]:
    """The cells of a column that stands alone: an empty one would be no row."""
    return ['"' + text.replace('"', '""') + '"' for text in column]
