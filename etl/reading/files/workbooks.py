"""An XLSX workbook: its parts checked before it is opened, one sheet, its rows in chunks."""

import zlib
from collections.abc import Callable, Iterator, Sequence
from functools import lru_cache, partial
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING
from xml.etree import ElementTree
from xml.parsers.expat import ExpatError
from zipfile import BadZipFile

from python_calamine import (
    CalamineError,
    CalamineWorkbook,
    PasswordError,
    SheetTypeEnum,
    SheetVisibleEnum,
)

from etl.reading.decisions import Decisions
from etl.reading.files.number_formats import are_telling
from etl.reading.files.plain_sheets import PlainBook
from etl.reading.files.sheet_marks import Marks
from etl.reading.files.sheet_parts import check_parts, is_of_macros, notes
from etl.reading.files.sheet_scan import marks
from etl.reading.headings import MOST_ROWS_SEARCHED, Headings, Record, letters
from etl.reading.outcome import Limits
from etl.reading.questions import QuestionKind
from etl.reading.remarks import Remarks, UnreadableError
from etl.reading.repairs import RepairKind
from etl.reading.values.cells import Raw, shown
from kim.findings import FindingKind

if TYPE_CHECKING:
    from etl.reading.files.formatted_sheets import FormattedBook

ROWS_PER_CHUNK = 20_000
MOST_LINES = 1 << 20
MOST_LISTED = 12
BROKEN = (
    CalamineError,
    ElementTree.ParseError,
    ExpatError,
    BadZipFile,
    zlib.error,
    EOFError,
    OSError,
    RuntimeError,
    LookupError,
    ValueError,
)
Tell = Callable[[RepairKind, int, str, str, str], None]
Chunk = tuple[list[int], list[list[Raw]]]


class Workbook:
    """One sheet of a workbook: what is visible of it, unless the hidden rest is wanted too."""

    encoding = delimiter = ""

    def __init__(
        self, path: Path, decisions: Decisions, headings: Headings, limits: Limits, remarks: Remarks
    ) -> None:
        self.carried: set[tuple[int, int]] = set()
        self._path = path
        self._marks_of = lru_cache(1)(partial(marks, path))
        self._takes_hidden = decisions.hidden
        self._limits = limits
        self._remarks = remarks
        try:
            check_parts(path, limits, remarks)
            if is_of_macros(path):
                raise remarks.refuse(FindingKind.SHEETS_NONE, expected="Makros (XLM)")
            book = CalamineWorkbook.from_path(path)
            self._book: PlainBook | FormattedBook = (
                _formatted(path) if are_telling(path) else PlainBook(book)
            )
        except PasswordError:
            raise remarks.refuse(FindingKind.WORKBOOK_LOCKED) from None
        except BROKEN:
            raise remarks.refuse(FindingKind.WORKBOOK_BROKEN) from None
        sheets = [each for each in book.sheets_metadata if each.typ == SheetTypeEnum.WorkSheet]
        visible = [each.name for each in sheets if each.visible == SheetVisibleEnum.Visible]
        self.sheets = remarks.sheets = [each.name for each in sheets]
        remarks.hidden_sheets = [name for name in self.sheets if name not in visible]
        if not self.sheets:
            raise remarks.refuse(FindingKind.SHEETS_NONE, expected="Diagramme")
        if decisions.sheet and decisions.sheet not in self.sheets:
            raise remarks.refuse(
                FindingKind.SHEET_MISSING, None, decisions.sheet, ", ".join(self.sheets)
            )
        self.sheet = remarks.sheet = self._chosen(decisions.sheet, visible, headings)
        self.first = self._top(self.sheet)

    def chunks(self) -> Iterator[Chunk]:
        """The rows that are not empty, with their number in the sheet; what is left out is said.

        `carried` are then the cells, by row and column, that say what a merged cell above them says.
        """
        self.carried.clear()
        records = self._records(self.sheet, self._remarks.repair)
        while chunk := list(islice(records, ROWS_PER_CHUNK)):
            self._say_struck(chunk)
            lines, rows = zip(*chunk, strict=True)
            yield list(lines), list(rows)
        self._say_notes()

    def say_hidden(self) -> None:
        """Say what is hidden of a sheet that was not read for another reason."""
        for _ in self._records(self.sheet, self._remarks.repair):
            pass

    def _say_struck(self, chunk: Sequence[tuple[int, list[Raw]]]) -> None:
        struck = self._marks(self.sheet).struck
        for line, row in chunk if struck else ():
            if line in struck:
                words = next(shown(cell) for cell in row if cell != "")
                self._remarks.find(FindingKind.STRUCK, line, "", words)

    def _say_notes(self) -> None:
        try:
            cells = notes(self._path, self.sheet)
        except BROKEN:
            raise self._remarks.refuse(FindingKind.WORKBOOK_BROKEN) from None
        if cells:
            listed = ", ".join(cells[:MOST_LISTED]) + ", …" * (len(cells) > MOST_LISTED)
            self._remarks.repair(RepairKind.NOTES, 1, "", listed, "")

    def _chosen(self, wanted: str, visible: Sequence[str], headings: Headings) -> str:
        """The wanted sheet, or the visible one with the heading row of the table.

        Asked where several have it; what is not read is said.
        """
        fits = {name: self._fit(name, headings) for name in visible}
        best = max(fits.values(), default=0)
        found = [name for name in visible if fits[name] == best] if best else []
        chosen = wanted or (found or visible or self.sheets)[0]
        if len(found) > 1 and not wanted:
            self._remarks.ask(
                QuestionKind.SHEET, 1, "", "", ", ".join(found), {name: name for name in found}
            )
        elif wanted:
            self._say(RepairKind.SHEET_OTHER, [name for name in found if name != chosen], chosen)
        self._say(
            RepairKind.SHEET_HIDDEN, [n for n in self.sheets if n not in (*visible, chosen)], chosen
        )
        if found and not wanted:
            self._say(RepairKind.SHEET_SKIPPED, visible[: visible.index(chosen)], chosen)
        return chosen

    def _say(self, kind: RepairKind, sheets: Sequence[str], chosen: str) -> None:
        if sheets:
            self._remarks.repair(kind, 1, "", ", ".join(f"„{each}“" for each in sheets), chosen)

    def _fit(self, sheet: str, headings: Headings) -> int:
        """How many required headings a sheet has; 0 when they do not suffice."""
        try:
            return headings.fit(self._top(sheet))
        except UnreadableError:
            return 0

    def _top(self, sheet: str) -> list[Record]:
        return list(islice(self._records(sheet, lambda *_: None), MOST_ROWS_SEARCHED))

    def _records(self, sheet: str, repair: Tell) -> Iterator[tuple[int, list[Raw]]]:
        most = self._limits.most_columns
        found = self._marks(sheet)
        hidden: set[int] = set()
        for line, cells in enumerate(self._rows(sheet, found, repair), 1):
            if any(cells[most:]):
                raise self._remarks.refuse(FindingKind.CELLS_SURPLUS, line, expected=str(most))
            row = [_plain(cell) if isinstance(cell, bool) else cell for cell in cells[:most]]
            if not any(cell != "" for cell in row):
                if line > MOST_LINES:
                    raise self._remarks.refuse(FindingKind.WORKBOOK_BROKEN)
            elif line in found.hidden_rows and not self._takes_hidden:
                repair(RepairKind.ROWS_HIDDEN, line, "", "", "")
            else:
                hidden |= self._hide_columns(row, found, sheet)
                self._check(line, row)
                yield line, row
        if hidden:
            repair(RepairKind.COLUMNS_HIDDEN, 1, "", ", ".join(map(letters, sorted(hidden))), "")

    def _hide_columns(self, row: list[Raw], found: Marks, sheet: str) -> set[int]:
        """Empty the cells of the row that nobody sees; the columns that had any."""
        if self._takes_hidden or not found.hidden_columns:
            return set()
        first = self._book.first_column(sheet)
        hidden = {
            at for at, cell in enumerate(row) if cell != "" and first + at in found.hidden_columns
        }
        for at in hidden:
            row[at] = ""
        return {first + at for at in hidden}

    def _rows(self, sheet: str, found: Marks, repair: Tell) -> Iterator[list[Raw]]:
        def say_merged(line: int, column: int, value: str) -> None:
            self.carried.add((line, column))
            repair(RepairKind.MERGED, line, letters(first_column + column), value, "")

        try:
            first_column = self._book.first_column(sheet)
            yield from found.applied(self._book.rows(sheet), first_column, say_merged)
        except BROKEN:
            raise self._remarks.refuse(FindingKind.WORKBOOK_BROKEN) from None

    def _marks(self, sheet: str) -> Marks:
        try:
            return self._marks_of(sheet)
        except BROKEN:
            raise self._remarks.refuse(FindingKind.WORKBOOK_BROKEN) from None

    def _check(self, line: int, row: list[Raw]) -> None:
        most = self._limits.most_characters_per_cell
        for cell in row:
            if isinstance(cell, str):
                if len(cell) > most:
                    raise self._remarks.refuse(FindingKind.CELL_LONG, line, expected=str(most))
                if "\0" in cell:
                    raise self._remarks.refuse(FindingKind.NUL_CHARACTER, line)


def _plain(cell: bool) -> str:
    return "WAHR" if cell else "FALSCH"


def _formatted(path: Path) -> "FormattedBook":
    """Imported only when it is needed, for it takes its time."""
    from etl.reading.files.formatted_sheets import FormattedBook  # noqa: PLC0415

    return FormattedBook(path)
