"""The sheets of a workbook whose formats show more than its values: five times slower, but they are seen."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date
from pathlib import Path
from typing import Protocol
from warnings import catch_warnings

from openpyxl import load_workbook

from etl.reading.cells import Fault, Raw, digits, shown
from etl.reading.number_formats import TEXT, date_form, section_for, sections

SECTION_OF_TEXT = 3


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
            self._book = load_workbook(file, read_only=True, data_only=True, keep_links=False)

    def rows(self, sheet: str) -> Iterator[list[Raw]]:
        """The rows from the first one on, empty ones too."""
        with _broken_said():
            found = self._book[sheet]
            found.reset_dimensions()
            for cells in found.iter_rows():
                yield [_raw(cell) for cell in cells]

    def first_column(self, _: str) -> int:
        """The number of the column, from 0, that the rows of a sheet begin with."""
        return 0


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
        return Fault("format_hides", value) if _is_hidden(cell.number_format) else value
    if isinstance(value, bool):
        return value
    if isinstance(value, (int, float)):
        return _number(float(value), cell.number_format)
    form = date_form(cell.number_format)
    return value.strftime(form) if isinstance(value, date) and form else value


def _number(value: float, code: str) -> Raw:
    section = section_for(code, value)
    if section.is_percent:
        return f"{shown(value * 100)} %"
    if section.hides:
        return value if value == 0 and section.before else Fault("format_hides", shown(value))
    if section.is_exact(value):
        return value
    amount = digits(value / 1000**section.thousands).replace(".", ",")
    words = " ".join(part for part in (section.hedge, amount, section.unit) if part)
    if section.thousands:
        return Fault("format_scales", shown(value), words)
    return words if section.is_telling else value


def _is_hidden(code: str) -> bool:
    """Whether a format draws nothing in place of a text."""
    found = sections(code)
    return len(found) > SECTION_OF_TEXT and TEXT not in found[SECTION_OF_TEXT].letters
