"""A CSV file as text: its delimiter, its first records, its records in chunks with their lines."""

import csv
import io
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from itertools import islice
from pathlib import Path

from etl.reading.files.encodings import encoding_of
from etl.reading.headings import MOST_ROWS_SEARCHED, Headings, Record
from etl.reading.outcome import Limits
from etl.reading.remarks import Remarks
from kim.findings import FindingKind

DELIMITERS = ";,\t|"
CHARACTERS_SEARCHED = 1 << 18
ROWS_PER_CHUNK = 4_000
Chunk = tuple[Sequence[int], list[list[str]]]


class TextFile:
    """A CSV file, its encoding and delimiter found."""

    sheet = ""
    carried: frozenset[tuple[int, int]] = frozenset()

    def __init__(self, path: Path, headings: Headings, limits: Limits, remarks: Remarks) -> None:
        self.sheets: list[str] = []
        self._path = path
        self._limits = limits
        self._remarks = remarks
        self.encoding = encoding_of(path, remarks)
        with path.open(encoding=self.encoding, newline="") as file:
            sample = file.read(CHARACTERS_SEARCHED)
        self.delimiter = max(DELIMITERS, key=lambda each: _score(sample, each, headings))
        self.first = _first(sample, self.delimiter)

    def chunks(self) -> Iterator[Chunk]:
        """The records that are not empty, with the line where each begins."""
        with (
            _cells_up_to(self._limits.most_characters_per_cell),
            self._path.open(encoding=self.encoding, newline="") as file,
        ):
            reader = csv.reader(file, delimiter=self.delimiter, strict=True)
            is_at_end = False
            while not is_at_end:
                rows: list[list[str]] = []
                ends = [reader.line_num]
                try:
                    for row in islice(reader, ROWS_PER_CHUNK):
                        rows.append(row)
                        ends.append(reader.line_num)
                    is_at_end = len(rows) < ROWS_PER_CHUNK
                except csv.Error as error:
                    self._broken(ends[-1] + 1, reader.line_num, str(error))
                yield _filled([end + 1 for end in ends[:-1]], rows)

    def _broken(self, line: int, last_line: int, reason: str) -> None:
        """Go on after one broken line; where an open quote may have swallowed others, do not."""
        if last_line > line or "end of data" in reason:
            raise self._remarks.refuse(FindingKind.QUOTE_OPEN, line)
        if "field limit" in reason:
            most = self._limits.most_characters_per_cell
            raise self._remarks.refuse(FindingKind.CELL_LONG, line, expected=str(most))
        self._remarks.find(FindingKind.QUOTE_OPEN, line)


def _filled(lines: Sequence[int], rows: list[list[str]]) -> Chunk:
    """The records that are not empty."""
    if all(map(any, rows)):
        return lines, rows
    kept = [place for place, row in enumerate(rows) if any(row)]
    return [lines[place] for place in kept], [rows[place] for place in kept]


def _score(sample: str, delimiter: str, headings: Headings) -> int:
    """How many headings of the table one of the first records names under this delimiter."""
    first = _first(sample, delimiter)
    return max((headings.recognised(row) for _, row in first), default=0)


def _first(sample: str, delimiter: str) -> list[Record]:
    return list(islice(_sampled(sample, delimiter), MOST_ROWS_SEARCHED))


def _sampled(sample: str, delimiter: str) -> Iterator[Record]:
    """The records that are not empty; the first broken one ends them."""
    reader = csv.reader(io.StringIO(sample, newline=""), delimiter=delimiter)
    line = 1
    try:
        for row in reader:
            if any(cell.strip() for cell in row):
                yield line, row
            line = reader.line_num + 1
    except csv.Error:
        return


@contextmanager
def _cells_up_to(characters: int) -> Iterator[None]:
    """The csv module's own limit, which is one for the whole process."""
    before = csv.field_size_limit(characters)
    try:
        yield
    finally:
        csv.field_size_limit(before)
