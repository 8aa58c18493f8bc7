"""Rows that are none of the table: sums, notes, units, a heading again, cells under a wrong heading."""

from collections.abc import Callable, Sequence
from enum import Enum, auto
from operator import itemgetter

from etl.reading.headings import Heading
from etl.reading.remarks import Remarks
from etl.reading.repairs import RepairKind
from etl.reading.values.cells import Raw, is_blank, shown, sign
from etl.reading.values.sums import is_sum
from kim.findings import FindingKind
from kim.tables import Table

ROWS_UNDER_HEADING = 3
FEWEST_NAMED, MOST_LISTED, MOST_WORDS = 3, 4, 3
Lines = Sequence[int]
Records = Sequence[Sequence[Raw]]
Fits = Callable[[str, Raw], bool | None]


class Odd(Enum):
    """A sum, a note, or a row about which all is said already."""

    SUM = auto()
    NOTE = auto()
    SAID = auto()


class OddRows:
    """Takes out the rows of one file that are none, and says of each once what it is.

    `fits`: whether a cell says something that its column can hold, None where that cannot be told.
    `field_of`: the field that a heading means. `is_text`: a row of a text file has as many cells as
    were written; in a workbook empty ones may be missing at its end.
    """

    def __init__(
        self,
        table: Table,
        heading: Heading,
        field_of: Callable[[str], str],
        fits: Fits,
        remarks: Remarks,
        *,
        is_text: bool,
    ) -> None:
        self._heading = heading
        self._is_text = is_text
        self._field_of = field_of
        self._fits = fits
        self._remarks = remarks
        named = [field for field in table.fields if field.name in heading.positions]
        self._places = [field.name for field in named if field.semantics == "ags"]
        self._titles = {field.name: field.title for field in named if field.required}
        self._needed = [heading.positions[name] for name in self._titles]
        self._first_words = {word for field in table.fields for word in (field.name, field.title)}
        self._first_words |= {*heading.cells} - {""}
        self._below: list[tuple[int, Odd, str]] = []
        self._has_rows = self._has_ended = False

    def without(self, lines: Lines, records: Records) -> tuple[Lines, Records]:
        """The rows of the table; what may stand below its last one is said at the `end`."""
        odd: dict[int, Odd] = {}
        for at in self._suspects(records):
            is_on_top = not self._has_rows and len(odd) == at
            found = self._odd(lines[at], records[at], is_on_top)
            if self._has_ended:
                lines, records = lines[:at], records[:at]
                break
            if found:
                odd[at] = found
        if not odd and not self._below:
            self._has_rows |= bool(records)
            return lines, records
        kept = [at for at in range(len(records)) if at not in odd]
        if kept:
            self._has_rows = True
            self._say_between()
        for at, kind in odd.items():
            if kind is not Odd.SAID:
                most = 1 if kind is Odd.SUM else MOST_WORDS
                self._below.append((lines[at], kind, _words(records[at], most)))
                if kept and at < kept[-1]:
                    self._say_between()
        return [lines[at] for at in kept], [records[at] for at in kept]

    def end(self) -> None:
        """Say of what stands below the last row that it was passed over; without rows it is a fault."""
        if not self._has_rows:
            self._say_between()
        for line, kind, words in self._below:
            repair = RepairKind.SUM_ROW if kind is Odd.SUM else RepairKind.ROW_BELOW
            self._remarks.repair(repair, line, "", words, "")

    def _say_between(self) -> None:
        for line, kind, words in self._below:
            finding = FindingKind.SUM_BETWEEN if kind is Odd.SUM else FindingKind.ROW_BETWEEN
            self._remarks.find(finding, line, "", words)
        self._below.clear()

    def _suspects(self, records: Records) -> Sequence[int]:
        """The rows that have to be looked at: seldom more than a few."""
        if self._has_ended:
            return ()
        width, words = len(self._heading.cells), self._first_words
        needed = itemgetter(*self._needed, self._needed[0])
        first = min(self._heading.positions.values())
        on_top = 0 if self._has_rows else ROWS_UNDER_HEADING
        return [
            at
            for at, record in enumerate(records)
            if at < on_top
            or len(record) != width
            or not all(needed(record))
            or record[first] in words
        ]

    def _odd(self, line: int, given: Sequence[Raw], is_on_top: bool) -> Odd | None:
        width = len(self._heading.cells)
        record = [*given[:width], *[""] * (width - len(given))]
        if self._is_heading(line, record):
            return Odd.SAID
        cells = {at: cell for at, cell in enumerate(record) if not is_blank(cell)}
        lacking = [
            title
            for title, at in zip(self._titles.values(), self._needed, strict=True)
            if at not in cells or sign(shown(cells[at]))
        ]
        has_place = any(self._says(record, self._heading.positions[name]) for name in self._places)
        first = next((shown(cell).strip() for cell in cells.values()), "")
        if lacking and not has_place and is_sum(first):
            return Odd.SUM
        has_few = 2 * len(lacking) >= len(self._titles)
        is_short = self._is_text and len(given) < width
        is_text = all(isinstance(cell, str) for cell in cells.values())
        says_nothing = is_text and not any(self._says(record, at) for at in cells)
        has_slipped = is_short and self._would_fit(given, record)
        if is_on_top and not has_slipped and self._explains(cells, len(lacking)):
            return self._find(FindingKind.ROW_UNDER_HEADING, line, record)
        if says_nothing and not has_slipped and (has_few or is_short):
            return Odd.NOTE
        if has_few and not has_slipped and len(lacking) >= FEWEST_NAMED:
            listed = ", ".join(lacking[:MOST_LISTED]) + ", …" * (len(lacking) > MOST_LISTED)
            return self._find(FindingKind.ROW_LACKS, line, record, listed)
        return self._counted(line, given, record, has_slipped=has_slipped)

    def _is_heading(self, line: int, record: Sequence[Raw]) -> bool:
        """Whether a row names the columns again; where it names others, the table has ended."""
        fields = [self._field_of(shown(cell).strip()) for cell in record]
        named = [name for name in fields if name]
        if len(set(named)) < FEWEST_NAMED or 2 * len(named) < sum(
            not is_blank(cell) for cell in record
        ):
            return False
        pairs = zip(fields, self._heading.fields, strict=True)
        if all(name == above for name, above in pairs if name):
            self._remarks.repair(RepairKind.HEADING_AGAIN, line, "", "", "")
        else:
            self._has_ended = True
            self._find(FindingKind.HEADING_OTHER, line, record)
        return True

    def _explains(self, cells: dict[int, Raw], lacking: int) -> bool:
        """Whether the cells under the heading are units, numbers of columns, words on what goes there."""
        texts = [shown(cell).strip(" ().") for cell in cells.values()]
        if len(texts) >= FEWEST_NAMED and texts == [str(at + 1) for at in range(len(texts))]:
            return True
        says = {at: self._says_of(at, cell) for at, cell in cells.items()}
        places = {self._heading.positions[name] for name in self._places}
        if True in says.values() or False not in says.values() or {*cells} <= places:
            return False
        return 2 * lacking >= len(self._titles) or 2 * len({*texts}) > len(texts)

    def _counted(
        self, line: int, given: Sequence[Raw], record: Sequence[Raw], *, has_slipped: bool
    ) -> Odd | None:
        """Whether a row has more cells than headings, or fewer so that needed ones are not there."""
        width = len(record)
        wrong = self._wrong(record)
        cut_off = [at for at in self._needed if at >= len(given)] if self._is_text else []
        if not all(map(is_blank, given[width:])):
            kind = FindingKind.CELLS_SURPLUS
        elif has_slipped or cut_off:
            kind = FindingKind.CELLS_MISSING
        else:
            return None
        column = next((self._heading.cells[at] for at in (*wrong, *cut_off)), "")
        self._remarks.find(kind, line, column, "", str(width))
        return Odd.SAID

    def _would_fit(self, given: Sequence[Raw], record: Sequence[Raw]) -> bool:
        """Whether cells stand under a wrong heading and none would with empty ones before one of them."""
        wrong = self._wrong(record)
        blanks = [""] * (len(record) - len(given))
        moved = ([*given[:at], *blanks, *given[at:]] for at in range(min(wrong, default=-1) + 1))
        return any(
            not self._wrong(each) and any(self._says(each, at) for at in range(len(each)))
            for each in moved
        )

    def _wrong(self, record: Sequence[Raw]) -> list[int]:
        """The columns whose cell says nothing that they can hold."""
        return [at for at in range(len(record)) if self._says_of(at, record[at]) is False]

    def _says(self, record: Sequence[Raw], at: int) -> bool:
        return self._says_of(at, record[at]) is True

    def _says_of(self, at: int, cell: Raw) -> bool | None:
        name = self._heading.fields[at]
        return self._fits(name, cell) if name else None

    def _find(self, kind: FindingKind, line: int, record: Sequence[Raw], expected: str = "") -> Odd:
        self._remarks.find(kind, line, "", _words(record), expected)
        return Odd.SAID


def _words(record: Sequence[Raw], most: int = MOST_WORDS) -> str:
    """The first cells of a row that are not empty."""
    texts = [shown(cell).strip() for cell in record if not is_blank(cell)]
    return "; ".join(texts[:most]) + " …" * (len(texts) > most > 1)
