"""The heading row: where it stands, which heading means which column of the table."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from etl.reading.decisions import Decisions
from etl.reading.questions import QuestionKind
from etl.reading.remarks import Remarks
from etl.reading.repairs import RepairKind
from etl.reading.values.cells import Raw, shown
from etl.reading.values.names import normal, slips
from kim.cells import DISPLAY, WHITE_SPACE, headings
from kim.findings import FindingKind
from kim.tables import Table

MOST_ROWS_SEARCHED = 50
MOST_CHARACTERS = 80
Record = tuple[int, Sequence[Raw]]


@dataclass(frozen=True)
class Heading:
    """The heading row: its line, its cells as in the file, the field of each; "" for none."""

    line: int
    cells: Sequence[str]
    fields: Sequence[str]
    left_out: Sequence[str]
    is_for_machines: bool

    @cached_property
    def positions(self) -> Mapping[str, int]:
        """Field name -> number of its column in the file."""
        return {name: position for position, name in enumerate(self.fields) if name}

    @property
    def topic(self) -> int | None:
        """The number of the column that says which table a row of a mixed list is of."""
        named = {normal(DISPLAY["topic"].title), DISPLAY["topic"].name}
        pairs = enumerate(zip(self.cells, self.fields, strict=True))
        return next((at for at, (cell, name) in pairs if not name and normal(cell) in named), None)

    @property
    def columns(self) -> Mapping[str, str]:
        """Heading as in the file -> field name."""
        named = zip(self.cells, self.fields, strict=True)
        return {cell: name for cell, name in named if name}

    def of(self, field: str) -> str:
        """The heading of a field as in the file."""
        return self.cells[self.positions[field]]


class Headings:
    """What a heading may say in files of one table."""

    def __init__(self, table: Table, decisions: Decisions) -> None:
        self._table = table
        self._titles = dict(
            zip((f.name for f in table.fields), headings(table.fields, table), strict=True)
        )
        titled = {normal(other): f.name for f in table.fields for other in f.other_titles}
        titled |= {normal(f"{f.title} ({f.name})"): f.name for f in table.fields}
        titled |= {normal(title): name for name, title in self._titles.items()}
        self._known = titled | {name: name for name in self._titles}
        self._display = {normal(each.title) for each in DISPLAY.values()} | set(DISPLAY)
        self._chosen = {
            heading: name
            for heading, name in decisions.columns.items()
            if not name or name in self._titles
        }

    @property
    def titles(self) -> str:
        return ", ".join(self._titles.values())

    def field(self, cell: str) -> str:
        """The field that a heading means; empty when it means none for sure."""
        if cell in self._chosen:
            return self._chosen[cell]
        return self._known.get(normal(cell), "") if len(cell) <= MOST_CHARACTERS else ""

    def recognised(self, row: Sequence[Raw]) -> int:
        """How many fields the cells of a row name."""
        return len({self.field(_text(cell)) for cell in row} - {""})

    def near(self, cell: str, taken: set[str]) -> str:
        """The field whose heading is most like the cell, of those that no other cell names."""
        if cell in self._chosen or normal(cell) in self._display or len(cell) > MOST_CHARACTERS:
            return ""
        free = [heading for heading, name in self._known.items() if name not in taken]
        found = slips(cell, free)
        return self._known[found[0]] if found else ""

    def find(
        self, records: Sequence[Record], is_machine_text: bool, most: int, remarks: Remarks
    ) -> Heading:
        """The heading row among the first records; UnreadableError when there is none."""
        best = self.best(records)
        if best is None:
            raise remarks.refuse(FindingKind.HEADING_MISSING, expected=self.titles)
        line, row = best
        cells = [_text(cell) for cell in row]
        if len(named := [cell for cell in cells if cell]) > most:
            raise remarks.refuse(FindingKind.COLUMNS_MANY, line, str(len(named)), str(most))
        if above := [number for number, _ in records if number < line]:
            for number in above:
                remarks.repair(RepairKind.ROWS_ABOVE, number, "", "", "")
        return self._read(line, cells, is_machine_text, remarks)

    def fit(self, records: Sequence[Record]) -> int:
        """How many required fields the heading row of a sheet names; 0 when it has none."""
        best = self.best(records)
        return len(self._required_in(best[1])) or 1 if best else 0

    def best(self, records: Sequence[Record]) -> Record | None:
        """The record that names most fields, where these suffice for a heading row."""
        best = max(records, key=lambda record: self.recognised(record[1]), default=None)
        return best if best and self._suffices(best[1]) else None

    def _suffices(self, row: Sequence[Raw]) -> bool:
        """Whether at least half of the required fields are named."""
        required = sum(field.required for field in self._table.fields)
        return 2 * len(self._required_in(row)) >= max(required, 1)

    def _required_in(self, row: Sequence[Raw]) -> set[str]:
        """The required fields that a row names, surely or nearly."""
        named = {self.field(_text(cell)) for cell in row[:500]}
        if len(named) > 1:
            named |= {
                self.near(_text(cell), named) for cell in row[:500] if not self.field(_text(cell))
            }
        return {
            field.name for field in self._table.fields if field.required and field.name in named
        }

    def _read(
        self, line: int, cells: list[str], is_machine_text: bool, remarks: Remarks
    ) -> Heading:
        fields, left_out = [self.field(cell) for cell in cells], []
        asked: set[str] = set()
        for cell, name in zip(cells, fields, strict=True):
            if name or not cell:
                continue
            if near := self.near(cell, {*fields, *asked}):
                asked.add(near)
                options = {near: self._titles[near], "": "Spalte weglassen"}
                remarks.ask(QuestionKind.HEADING, line, cell, near, cell, options)
            elif normal(cell) not in self._display:
                left_out.append(cell)
        for position, (cell, name) in enumerate(zip(cells, fields, strict=True)):
            if name and name in fields[:position]:
                remarks.find(FindingKind.COLUMN_TWICE, line, cell, cell)
        for field in self._table.fields:
            if field.required and field.name not in fields and field.name not in asked:
                remarks.find(FindingKind.COLUMN_MISSING, line, self._titles[field.name])
        names = {*self._titles, *DISPLAY, ""}
        is_for_machines = is_machine_text and all(cell in names for cell in cells)
        return Heading(line, cells, fields, left_out, is_for_machines)


def letters(position: int) -> str:
    """The letters over a column, counted from 0, in a spreadsheet."""
    over = ""
    position += 1
    while position:
        position, rest = divmod(position - 1, 26)
        over = chr(65 + rest) + over
    return over


def _text(cell: Raw) -> str:
    return shown(cell).strip(WHITE_SPACE)
