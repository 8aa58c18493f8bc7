"""The shape of a file: which records are rows of the table, and all of them as wide as the heading."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import zip_longest

from etl.reading.headings import Heading, letters
from etl.reading.outcome import Lexicon
from etl.reading.remarks import Remarks
from etl.reading.repairs import RepairKind
from etl.reading.values.cells import Fault, Raw, shown
from etl.reading.values.names import normal
from kim.cells import WHITE_SPACE
from kim.findings import FindingKind
from kim.tables import Table

SUM = re.compile(
    r"((zwischen|gesamt)?summe|gesamt(zahl|ergebnis)?|insgesamt|zusammen|total)(?![\w-])|[Σ∑]",
    re.IGNORECASE,
)
Lines = Sequence[int]
Records = Sequence[Sequence[Raw]]


class Shape:
    """Takes the records of one file and gives its rows."""

    def __init__(self, table: Table, heading: Heading, lexicon: Lexicon, remarks: Remarks) -> None:
        self._table = table
        self._heading = heading
        self._lexicon = lexicon
        self._remarks = remarks
        self._unnamed = {at for at, cell in enumerate(heading.cells) if not cell}

    def rows(self, chunks: Iterable[tuple[Lines, Records]]) -> Iterator[tuple[Lines, Records]]:
        """The rows below the heading as wide as it, without blank ones and sums at the end."""
        for lines, records in self._rows(chunks):
            yield lines, self._even(lines, records)

    def _rows(self, chunks: Iterable[tuple[Lines, Records]]) -> Iterator[tuple[Lines, Records]]:
        held: tuple[Lines, Records] | None = None
        for lines, records in chunks:
            below = sum(line <= self._heading.line for line in lines[: self._heading.line])
            chunk = self._without_blanks(lines[below:], records[below:])
            if self._heading.topic is not None:
                chunk = self._of_this_table(self._heading.topic, *chunk)
            if not chunk[0]:
                continue
            if held:
                yield held
            held = chunk
        if held and (rest := self._without_sums(*held))[0]:
            yield rest

    def _without_blanks(self, lines: Lines, records: Records) -> tuple[Lines, Records]:
        first = self._heading.positions.get(self._table.fields[0].name, 0)
        blank = {
            row
            for row, record in enumerate(records)
            if (first >= len(record) or _is_blank(record[first])) and all(map(_is_blank, record))
        }
        if not blank:
            return lines, records
        kept = [row for row in range(len(lines)) if row not in blank]
        return [lines[row] for row in kept], [records[row] for row in kept]

    def _of_this_table(self, topic: int, lines: Lines, records: Records) -> tuple[Lines, Records]:
        """The rows of a mixed list whose topic is this table or is not given."""
        own = {"", normal(self._table.title), self._table.name}
        kept = []
        for row, record in enumerate(records):
            said = shown(record[topic]).strip(WHITE_SPACE) if topic < len(record) else ""
            if normal(said) in own:
                kept.append(row)
            else:
                self._remarks.repair(RepairKind.OTHER_TABLE, lines[row], "", said, "")
        return [lines[row] for row in kept], [records[row] for row in kept]

    def _without_sums(self, lines: Lines, records: Records) -> tuple[Lines, Records]:
        count = len(records)
        while count and self._is_sum(records[count - 1]):
            count -= 1
            words = next(shown(cell).strip() for cell in records[count] if not _is_blank(cell))
            self._remarks.repair(RepairKind.SUM_ROW, lines[count], "", words, "")
        return lines[:count], records[:count]

    def _is_sum(self, row: Sequence[Raw]) -> bool:
        """Whether the row begins with a word for a sum, has no place and lacks what a row needs."""
        first = next((shown(cell).strip() for cell in row if not _is_blank(cell)), "")
        cells = self._by_field(row)
        regions = (
            cells.get(field.name, "") for field in self._table.fields if field.semantics == "ags"
        )
        lacks = any(field.required and not cells.get(field.name) for field in self._table.fields)
        return (
            bool(SUM.match(first))
            and lacks
            and not any(cell in self._lexicon.regions for cell in regions)
        )

    def _by_field(self, row: Sequence[Raw]) -> Mapping[str, str]:
        pairs = zip_longest(self._heading.fields, row[: len(self._heading.fields)], fillvalue="")
        return {str(name): shown(cell).strip() for name, cell in pairs if name}

    def _even(self, lines: Lines, records: Records) -> Records:
        """All rows as wide as the heading; content beyond it or without a heading is a fault."""
        width = len(self._heading.cells)
        if set(map(len, records)) != {width}:
            records = list(records)
            for row, record in enumerate(records):
                if len(record) > width and not all(map(_is_blank, record[width:])):
                    self._remarks.find(FindingKind.CELLS_SURPLUS, lines[row], expected=str(width))
                if len(record) != width:
                    records[row] = [*record[:width], *[""] * (width - len(record))]
        for position in sorted(self._unnamed):
            for line, record in zip(lines, records, strict=True):
                if not _is_blank(record[position]):
                    self._unnamed.discard(position)
                    self._remarks.find(FindingKind.COLUMN_UNNAMED, line, "", letters(position))
                    break
        return records


def _is_blank(cell: Raw) -> bool:
    return isinstance(cell, str | Fault) and not shown(cell).strip(WHITE_SPACE)
