"""A CSV file as text: its delimiter, its first records, its records in chunks with their lines."""

import csv
import io
import re
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from itertools import islice
from pathlib import Path

from etl.reading.decisions import Decisions
from etl.reading.files import code_pages, encodings
from etl.reading.files.encodings import ESCAPE, Found, encoding_of, is_encoded
from etl.reading.headings import MOST_ROWS_SEARCHED, Headings, Record
from etl.reading.outcome import Limits
from etl.reading.questions import QuestionKind
from etl.reading.remarks import Remarks
from kim.findings import FindingKind

DELIMITERS = ";,\t|"
CHARACTERS_SEARCHED = 1 << 18
ROWS_PER_CHUNK = 4_000
MOST_WORDS, MOST_SHOWN = 20, 3
Chunk = tuple[Sequence[int], list[list[str]]]


class TextFile:
    """A CSV file, its encoding and delimiter found."""

    sheet = ""
    carried: frozenset[tuple[int, int]] = frozenset()

    def __init__(
        self, path: Path, decisions: Decisions, headings: Headings, limits: Limits, remarks: Remarks
    ) -> None:
        self.sheets: list[str] = []
        self._path = path
        self._limits = limits
        self._remarks = remarks
        found = _encoding(path, decisions.encoding, remarks)
        self.encoding = found.encoding
        with path.open(encoding=self.encoding, errors=ESCAPE, newline="") as file:
            sample = file.read(CHARACTERS_SEARCHED)
        self.delimiter = max(DELIMITERS, key=lambda each: _score(sample, each, headings))
        self.first = _first(sample, self.delimiter)
        if found.odd:
            self._say_odd(found, found.odd, headings)

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

    def say_hidden(self) -> None:
        """Nothing of a text file is hidden."""

    def _say_odd(self, found: Found, odd: re.Pattern[str], headings: Headings) -> None:
        """Name the first cell that is not to be read under the encoding, or ask how it is written."""
        cells = self._odd_cells(odd, headings)
        line, column, cell = next(cells, (None, "", ""))
        if found.kind:
            raise self._remarks.refuse(found.kind, line, _legible(cell), found.expected, column)
        words = [word for _, _, each in cells for word in code_pages.doubtful_words(each)]
        words = list(dict.fromkeys([*code_pages.doubtful_words(cell), *words[:MOST_WORDS]]))
        if not words:
            return
        options = {
            encoding: f"„{_few(said)}“ ({code_pages.NAMES[encoding]})"
            for encoding, said in code_pages.readings(
                " ".join(words).encode(found.encoding, ESCAPE)
            )
            if is_encoded(self._path, encoding)
        }
        if not options:
            unknown = "sie ist weder UTF-8 noch Windows-1252"
            raise self._remarks.refuse(
                FindingKind.ENCODING_UNKNOWN, line, _legible(cell), unknown, column
            )
        self._remarks.ask(QuestionKind.ENCODING, line or 1, column, "", _legible(words[0]), options)

    def _odd_cells(
        self, odd: re.Pattern[str], headings: Headings
    ) -> Iterator[tuple[int, str, str]]:
        """Line, heading and text of the cells in which the signs are."""
        heading_line, names = headings.best(self.first) or (0, [])
        with (
            _cells_up_to(self._limits.most_characters_per_cell),
            self._path.open(encoding=self.encoding, errors=ESCAPE, newline="") as file,
        ):
            for line, row in _records(file, self.delimiter):
                for at, cell in enumerate(row):
                    if odd.search(cell):
                        is_named = line > heading_line and at < len(names)
                        yield line, str(names[at]) if is_named else "", cell

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
    records = _records(io.StringIO(sample, newline=""), delimiter)
    return list(islice(records, MOST_ROWS_SEARCHED))


def _encoding(path: Path, chosen: str, remarks: Remarks) -> Found:
    """The encoding that was chosen, where the file can be in it, or the one it is found to be in."""
    if chosen in code_pages.NAMES and is_encoded(path, chosen):
        return Found(chosen)
    return encoding_of(path, remarks)


def _legible(text: str) -> str:
    """A text with a sign in place of what is none."""
    return encodings.CONTROL.sub("\ufffd", text.encode("utf-8", ESCAPE).decode("utf-8", "replace"))


def _few(words: str) -> str:
    """The first words, with a sign that there are more."""
    each = words.split()
    return " ".join(each[:MOST_SHOWN]) + " …" * (len(each) > MOST_SHOWN)


def _records(file: Iterable[str], delimiter: str) -> Iterator[tuple[int, list[str]]]:
    """The records that are not empty, with their lines; the first broken one ends them."""
    reader = csv.reader(file, delimiter=delimiter)
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
