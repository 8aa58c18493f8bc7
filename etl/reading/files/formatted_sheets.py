"""The sheets of a workbook whose formats show more than its values: five times slower, but they are seen."""

import re
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import date
from functools import partial
from pathlib import Path
from typing import Protocol
from warnings import catch_warnings

from openpyxl.cell.text import Text
from openpyxl.reader.excel import ExcelReader
from openpyxl.styles.numbers import BUILTIN_FORMATS
from openpyxl.xml.constants import SHARED_STRINGS, SHEET_MAIN_NS
from openpyxl.xml.functions import iterparse

from etl.reading.files import number_formats
from etl.reading.files.number_formats import (
    TEXT,
    Section,
    date_form,
    section_for,
    sections,
)
from etl.reading.values.cells import Fault, Raw, Rounded, digits, shown
from kim.findings import FindingKind

SECTION_OF_TEXT = 3
SHARED_TEXT = f"{{{SHEET_MAIN_NS}}}si"
ESCAPED = re.compile("_x(?!D[89A-F])([0-9A-F]{4})_", re.IGNORECASE)  # halves of a sign are none
BUILT_IN = {BUILTIN_FORMATS[int(at)]: code for at, code in number_formats.BUILT_IN.items()}
"""The formats as openpyxl calls them -> as a German Excel shows them."""


class Formatted(Protocol):
    """A cell as openpyxl gives it."""

    @property
    def value(self) -> Raw | None: ...
    @property
    def number_format(self) -> str: ...


class FormattedBook:
    """A workbook read cell by cell; ValueError when its parts are not sound."""

    def __init__(self, path: Path) -> None:
        file = path.open("rb")  # by its content: openpyxl goes by the name otherwise
        with _broken_said(), catch_warnings(action="ignore"):
            reader = _Reader(file, read_only=True, data_only=True, keep_links=False)
            reader.read()
        self._book = reader.wb

    def rows(self, sheet: str) -> Iterator[list[Raw]]:
        """The rows from the first one on, empty ones too."""
        with _broken_said():
            found = self._book[sheet]
            found.reset_dimensions()
            for cells in found.iter_rows():
                yield list(map(_raw, cells))

    def first_column(self, _: str) -> int:
        """The number of the column, from 0, that the rows of a sheet begin with."""
        return 0


class _Reader(ExcelReader):  # type: ignore[misc]  # openpyxl has no types
    """openpyxl's, but the shared texts come as they are written, as those that stand in their cells do."""

    def read_strings(self) -> None:
        part = self.package.find(SHARED_STRINGS)
        if part is None:
            return
        with self.archive.open(part.PartName.removeprefix("/")) as written:
            for _, node in iterparse(written):
                if node.tag == SHARED_TEXT:
                    self.shared_strings.append(Text.from_tree(node).content)
                    node.clear()


@contextmanager
def _broken_said() -> Iterator[None]:
    try:
        yield
    except Exception as error:  # what is not sound makes openpyxl fail in any way
        raise ValueError from error


def _raw(cell: Formatted) -> Raw:
    """The value as its format shows it: 1.2 as "120 %", 55 as "55 T€", a day as "2022-10"."""
    value = cell.value
    if value is None:
        return ""
    if isinstance(value, str):
        said = ESCAPED.sub(lambda found: chr(int(found[1], 16)), value)
        return Fault(FindingKind.FORMAT_HIDES, said) if _is_hidden(cell.number_format) else said
    if isinstance(value, bool):
        return value
    if isinstance(value, (int, float)):
        code = BUILT_IN.get(cell.number_format, cell.number_format)
        return _number(float(value), code)
    form = date_form(cell.number_format)
    return value.strftime(form) if isinstance(value, date) and form else value


def _number(value: float, code: str) -> Raw:
    section = section_for(code, value)
    if section.is_percent:
        return _rounded(section, value * 100, lambda number: f"{shown(number)} %")
    if section.hides:
        return (
            value
            if value == 0 and section.before
            else Fault(FindingKind.FORMAT_HIDES, shown(value))
        )
    if section.is_exact(value):
        return value
    if section.thousands:
        rounded = round(value / 1000**section.thousands, section.decimals)
        return Fault(FindingKind.FORMAT_SCALES, shown(value), _drawn(section, rounded))
    drawn = partial(_drawn, section)
    return _rounded(section, value, drawn if section.is_telling else float)


def _rounded(section: Section, value: float, written: Callable[[float], float | str]) -> Raw:
    """The number as it is written, also the one that is seen where that is another one."""
    seen = section.rounded(value)
    if seen == float(digits(value)):
        return written(value)
    return Rounded(written(value), written(seen))


def _drawn(section: Section, value: float) -> str:
    """The number with what its format draws around it."""
    amount = digits(value).replace(".", ",")
    return " ".join(part for part in (section.hedge, amount, section.unit) if part)


def _is_hidden(code: str) -> bool:
    """Whether a format draws nothing in place of a text."""
    found = sections(code)
    return len(found) > SECTION_OF_TEXT and TEXT not in found[SECTION_OF_TEXT].letters
