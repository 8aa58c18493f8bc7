"""An XLSX workbook: its size checked before it is opened, one sheet, its rows in chunks."""

import re
import zlib
from collections.abc import Iterator
from itertools import islice
from pathlib import Path
from xml.etree import ElementTree
from zipfile import BadZipFile, ZipFile

from python_calamine import CalamineError, CalamineWorkbook, PasswordError, SheetTypeEnum

from etl.reading.cells import Raw
from etl.reading.formats import MEGABYTE
from etl.reading.headings import MOST_ROWS_SEARCHED, Record
from etl.reading.ledger import Ledger
from etl.reading.outcome import Limits

BYTES_PER_READ = 1 << 20
ROWS_PER_CHUNK = 20_000
BROKEN = (BadZipFile, zlib.error, EOFError, OSError, NotImplementedError, RuntimeError, ValueError)
ERROR_CELL = re.compile(
    rb'<c\b(?=[^>]{0,200}\bt="e")[^>]{0,200}\br="(?P<column>[A-Z]{1,3})(?P<row>[0-9]{1,7})"[^>]{0,200}>(?:(?!</c>).){0,4096}?<v>(?P<value>[^<]{1,16})',
    re.DOTALL,
)
ERROR_TYPE = b't="e"'
MOST_ERRORS = 10_000
Chunk = tuple[list[int], list[list[Raw]]]
Errors = dict[int, dict[int, str]]


class Workbook:
    """One sheet of a workbook."""

    encoding = delimiter = ""

    def __init__(self, path: Path, wanted: str, limits: Limits, ledger: Ledger) -> None:
        self._limits = limits
        self._ledger = ledger
        try:
            _check_size(path, limits, ledger)
            book = CalamineWorkbook.from_path(path)
            kinds = {each.name: each.typ for each in book.sheets_metadata}
            self.sheets = [
                name for name in book.sheet_names if kinds[name] == SheetTypeEnum.WorkSheet
            ]
            if not self.sheets or (wanted and wanted not in self.sheets):
                raise ledger.refuse("sheet_missing", None, wanted, ", ".join(self.sheets))
            self.sheet = wanted or self.sheets[0]
            self._sheet = book.get_sheet_by_name(self.sheet)
            self._errors = _errors(path, self.sheet)
        except PasswordError:
            raise ledger.refuse("workbook_locked") from None
        except (CalamineError, ElementTree.ParseError, *BROKEN):
            raise ledger.refuse("workbook_broken") from None
        self.first: list[Record] = list(islice(self._records(), MOST_ROWS_SEARCHED))

    def chunks(self) -> Iterator[Chunk]:
        """The rows that are not empty, with their number in the sheet."""
        records = self._records()
        while chunk := list(islice(records, ROWS_PER_CHUNK)):
            lines, rows = zip(*chunk, strict=True)
            yield list(lines), list(rows)

    def _records(self) -> Iterator[tuple[int, list[Raw]]]:
        before = self._sheet.start[1] if self._sheet.start else 0
        most = self._limits.most_columns
        for line, cells in enumerate(self._sheet.iter_rows(), 1):
            if any(cells[most:]):
                raise self._ledger.refuse("cells_surplus", line, expected=str(most))
            row = [_plain(cell) if isinstance(cell, bool) else cell for cell in cells[:most]]
            for column, value in self._errors.get(line, {}).items():
                if 0 <= column - before < len(row):
                    row[column - before] = value
            if any(cell != "" for cell in row):
                self._check(line, row)
                yield line, row

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


def _check_size(path: Path, limits: Limits, ledger: Ledger) -> None:
    """Refused when the parts are too large unpacked, by what they say or by what they are."""
    with ZipFile(path) as archive:
        parts = archive.infolist()
        left = limits.most_unpacked_bytes - sum(part.file_size for part in parts)
        if left >= 0:
            left = limits.most_unpacked_bytes
            for part in parts:
                part.file_size = limits.most_unpacked_bytes + 2 * BYTES_PER_READ
                with archive.open(part) as file:
                    while left >= 0 and (chunk := file.read(BYTES_PER_READ)):
                        left -= len(chunk)
    if left < 0:
        expected = f"{limits.most_unpacked_bytes / MEGABYTE:g}"
        raise ledger.refuse("workbook_large", expected=expected)


def _errors(path: Path, sheet: str) -> Errors:
    """The error values of a sheet: number of the row (from 1) -> number of the column -> value."""
    found: Errors = {}
    with ZipFile(path) as archive:
        part = _part(archive, sheet)
        if part not in archive.namelist():
            return found
        with archive.open(part) as file:
            rest = b""
            while len(found) < MOST_ERRORS and (chunk := file.read(BYTES_PER_READ)):
                text, last = rest + chunk, 0
                for cell in ERROR_CELL.finditer(text) if ERROR_TYPE in text else ():
                    row = found.setdefault(int(cell["row"]), {})
                    row[_column(cell["column"])] = cell["value"].decode("utf-8", "replace")
                    last = cell.end()
                rest = text[max(last, len(text) - 8192) :]
    return found


def _part(archive: ZipFile, sheet: str) -> str:
    """The name of the part that holds a sheet; empty when it cannot be found."""
    book = ElementTree.fromstring(archive.read("xl/workbook.xml"))  # noqa: S314 (size is checked)
    links = ElementTree.fromstring(archive.read("xl/_rels/workbook.xml.rels"))  # noqa: S314
    targets = {each.get("Id"): each.get("Target", "") for each in links}
    for each in book.iter():
        if each.tag.endswith("}sheet") and each.get("name") == sheet:
            link = next((value for key, value in each.items() if key.endswith("}id")), None)
            target = targets.get(link, "")
            return target.lstrip("/") if target.startswith("/") else f"xl/{target}"
    return ""


def _column(letters: bytes) -> int:
    """The number of a column, from 0."""
    number = 0
    for letter in letters:
        number = number * 26 + letter - 64
    return number - 1
