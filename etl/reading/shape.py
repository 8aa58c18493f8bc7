"""The shape of a file: which records are rows of the table, and all of them as wide as the heading."""

from collections.abc import Iterable, Iterator, Sequence

from etl.reading.headings import Heading, letters
from etl.reading.odd_rows import OddRows
from etl.reading.remarks import Remarks
from etl.reading.repairs import RepairKind
from etl.reading.values.cells import Raw, is_blank, shown
from etl.reading.values.names import normal
from kim.cells import WHITE_SPACE
from kim.findings import FindingKind
from kim.tables import Table

Lines = Sequence[int]
Records = Sequence[Sequence[Raw]]


class Shape:
    """Takes the records of one file and gives its rows."""

    def __init__(self, table: Table, heading: Heading, odd_rows: OddRows, remarks: Remarks) -> None:
        self._table = table
        self._heading = heading
        self._odd_rows = odd_rows
        self._remarks = remarks
        self._unnamed = {at for at, cell in enumerate(heading.cells) if not cell}

    def rows(self, chunks: Iterable[tuple[Lines, Records]]) -> Iterator[tuple[Lines, Records]]:
        """The rows below the heading as wide as it, without blank ones and those that are none."""
        for lines, records in chunks:
            below = sum(line <= self._heading.line for line in lines[: self._heading.line])
            chunk = self._without_blanks(lines[below:], records[below:])
            if self._heading.topic is not None:
                chunk = self._of_this_table(self._heading.topic, *chunk)
            rows = self._odd_rows.without(*chunk)
            if rows[0]:
                yield rows[0], self._even(*rows)
        self._odd_rows.end()

    def _without_blanks(self, lines: Lines, records: Records) -> tuple[Lines, Records]:
        first = self._heading.positions.get(self._table.fields[0].name, 0)
        blank = {
            row
            for row, record in enumerate(records)
            if (first >= len(record) or is_blank(record[first])) and all(map(is_blank, record))
        }
        if not blank:
            return lines, records
        kept = [row for row in range(len(lines)) if row not in blank]
        return [lines[row] for row in kept], [records[row] for row in kept]

    def _of_this_table(self, topic: int, lines: Lines, records: Records) -> tuple[Lines, Records]:
        """The rows of a mixed list whose topic is this table or is not given."""
        own = {"", normal(self._table.title), self._table.name}
        own.add(normal(self._heading.cells[topic]))
        kept = []
        for row, record in enumerate(records):
            said = shown(record[topic]).strip(WHITE_SPACE) if topic < len(record) else ""
            if normal(said) in own:
                kept.append(row)
            else:
                self._remarks.repair(RepairKind.OTHER_TABLE, lines[row], "", said, "")
        return [lines[row] for row in kept], [records[row] for row in kept]

    def _even(self, lines: Lines, records: Records) -> Records:
        """All rows as wide as the heading; content without a heading is a fault."""
        width = len(self._heading.cells)
        if set(map(len, records)) != {width}:
            records = list(records)
            for row, record in enumerate(records):
                if len(record) != width:
                    records[row] = [*record[:width], *[""] * (width - len(record))]
        for position in sorted(self._unnamed):
            for line, record in zip(lines, records, strict=True):
                if not is_blank(record[position]):
                    self._unnamed.discard(position)
                    self._remarks.find(FindingKind.COLUMN_UNNAMED, line, "", letters(position))
                    break
        return records
