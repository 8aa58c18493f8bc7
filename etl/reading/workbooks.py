"""An XLSX workbook: its parts checked before it is opened, one sheet, its rows in chunks."""

import zlib
from collections.abc import Iterator
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING
from xml.etree import ElementTree
from zipfile import BadZipFile, ZipFile

from python_calamine import CalamineError, CalamineWorkbook, PasswordError, SheetTypeEnum

from etl.reading.cells import Raw
from etl.reading.formats import MEGABYTE
from etl.reading.headings import MOST_ROWS_SEARCHED, Headings, Record
from etl.reading.ledger import Ledger, Refused
from etl.reading.number_formats import are_telling
from etl.reading.outcome import Limits
from etl.reading.plain_sheets import PlainBook

if TYPE_CHECKING:
    from etl.reading.formatted_sheets import FormattedBook

BYTES_PER_READ = 1 << 20
ROWS_PER_CHUNK = 20_000
MOST_LINES = 1 << 20
XML = (".xml", ".rels")
DOCUMENT_TYPE = b"<!DOCTYPE"
BROKEN = (
    CalamineError,
    ElementTree.ParseError,
    BadZipFile,
    zlib.error,
    EOFError,
    OSError,
    RuntimeError,
    LookupError,
    ValueError,
)
Chunk = tuple[list[int], list[list[Raw]]]


class Workbook:
    """One sheet of a workbook."""

    encoding = delimiter = ""

    def __init__(
        self, path: Path, wanted: str, headings: Headings, limits: Limits, ledger: Ledger
    ) -> None:
        self._limits = limits
        self._ledger = ledger
        try:
            _check_parts(path, limits, ledger)
            book = CalamineWorkbook.from_path(path)
            kinds = {each.name: each.typ for each in book.sheets_metadata}
            self.sheets = [
                name for name in book.sheet_names if kinds[name] == SheetTypeEnum.WorkSheet
            ]
            ledger.sheets = self.sheets
            if not self.sheets or (wanted and wanted not in self.sheets):
                raise ledger.refuse("sheet_missing", None, wanted, ", ".join(self.sheets))
            self._book: PlainBook | FormattedBook = (
                _formatted(path) if are_telling(path) else PlainBook(path, book)
            )
        except PasswordError:
            raise ledger.refuse("workbook_locked") from None
        except BROKEN:
            raise ledger.refuse("workbook_broken") from None
        self.sheet = ledger.sheet = wanted or self._with_heading(headings)
        self.first = self._top(self.sheet)

    def chunks(self) -> Iterator[Chunk]:
        """The rows that are not empty, with their number in the sheet."""
        records = self._records(self.sheet)
        while chunk := list(islice(records, ROWS_PER_CHUNK)):
            lines, rows = zip(*chunk, strict=True)
            yield list(lines), list(rows)

    def _with_heading(self, headings: Headings) -> str:
        """The first sheet that has a heading row, the others before it said; else the first."""
        for number, name in enumerate(self.sheets):
            try:
                has_heading = headings.are_in(self._top(name))
            except Refused:
                continue
            if has_heading:
                if number:
                    skipped = ", ".join(f"„{each}“" for each in self.sheets[:number])
                    self._ledger.repair("sheet_skipped", 1, "", skipped, name)
                return name
        return self.sheets[0]

    def _top(self, sheet: str) -> list[Record]:
        return list(islice(self._records(sheet), MOST_ROWS_SEARCHED))

    def _records(self, sheet: str) -> Iterator[tuple[int, list[Raw]]]:
        most = self._limits.most_columns
        for line, cells in enumerate(self._rows(sheet), 1):
            if any(cells[most:]):
                raise self._ledger.refuse("cells_surplus", line, expected=str(most))
            row = [_plain(cell) if isinstance(cell, bool) else cell for cell in cells[:most]]
            if any(cell != "" for cell in row):
                self._check(line, row)
                yield line, row
            elif line > MOST_LINES:
                raise self._ledger.refuse("workbook_broken")

    def _rows(self, sheet: str) -> Iterator[list[Raw]]:
        try:
            yield from self._book.rows(sheet)
        except BROKEN:
            raise self._ledger.refuse("workbook_broken") from None

    def _check(self, line: int, row: list[Raw]) -> None:
        most = self._limits.most_characters_per_cell
        for cell in row:
            if isinstance(cell, str):
                if len(cell) > most:
                    raise self._ledger.refuse("cell_long", line, expected=str(most))
                if "\0" in cell:
                    raise self._ledger.refuse("nul_character", line)


def _plain(cell: bool) -> str:
    return "WAHR" if cell else "FALSCH"


def _formatted(path: Path) -> "FormattedBook":
    """Imported only when it is needed, for it takes its time."""
    from etl.reading.formatted_sheets import FormattedBook  # noqa: PLC0415

    return FormattedBook(path)


def _check_parts(path: Path, limits: Limits, ledger: Ledger) -> None:
    """Refused when the parts are too large unpacked, by what they say or by what they are.

    Also when one declares a document type: no workbook has it, and entities could be hidden in it.
    """
    with ZipFile(path) as archive:
        parts = archive.infolist()
        left = limits.most_unpacked_bytes - sum(part.file_size for part in parts)
        if left >= 0:
            left = limits.most_unpacked_bytes
            for part in parts:
                part.file_size = limits.most_unpacked_bytes + 2 * BYTES_PER_READ
                is_xml, end = part.filename.casefold().endswith(XML), b""
                with archive.open(part) as file:
                    while left >= 0 and (chunk := file.read(BYTES_PER_READ)):
                        left -= len(chunk)
                        if is_xml and DOCUMENT_TYPE in end + chunk:
                            raise ledger.refuse("workbook_broken")
                        end = chunk[-len(DOCUMENT_TYPE) :]
    if left < 0:
        expected = f"{limits.most_unpacked_bytes / MEGABYTE:g}"
        raise ledger.refuse("workbook_large", expected=expected)
