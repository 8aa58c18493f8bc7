"""The sheets of a workbook as calamine reads them, fast and without formats, with their error values."""

import re
from collections.abc import Iterator
from functools import lru_cache, partial
from pathlib import Path
from xml.etree import ElementTree
from zipfile import ZipFile

from python_calamine import CalamineWorkbook

from etl.reading.cells import Raw

BYTES_PER_READ = 1 << 20
ERROR_CELL = re.compile(
    rb'<c\b(?=[^>]{0,200}\bt="e")[^>]{0,200}\br="(?P<column>[A-Z]{1,3})(?P<row>[0-9]{1,7})"[^>]{0,200}>(?:(?!</c>).){0,4096}?<v>(?P<value>[^<]{1,16})',
    re.DOTALL,
)
ERROR_TYPE = b't="e"'
MOST_ERRORS = 10_000
Errors = dict[int, dict[int, str]]


class PlainBook:
    """A workbook whose formats tell nothing."""

    def __init__(self, path: Path, book: CalamineWorkbook) -> None:
        self._sheet = lru_cache(1)(book.get_sheet_by_name)
        self._errors = lru_cache(1)(partial(_errors, path))

    def rows(self, sheet: str) -> Iterator[list[Raw]]:
        """The rows from the first one on, empty ones too."""
        found, errors = self._sheet(sheet), self._errors(sheet)
        before = found.start[1] if found.start else 0
        for line, cells in enumerate(found.iter_rows(), 1):
            for column, value in errors.get(line, {}).items():
                if 0 <= column - before < len(cells):
                    cells[column - before] = value
            yield cells


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
