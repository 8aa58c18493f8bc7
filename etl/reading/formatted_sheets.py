"""The sheets of a workbook with percent or months among its formats: five times slower, but they are seen."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date
from pathlib import Path
from typing import Protocol
from warnings import catch_warnings

from openpyxl import load_workbook

from etl.reading.cells import Raw, shown
from etl.reading.number_formats import PERCENT, shown_by


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


@contextmanager
def _broken_said() -> Iterator[None]:
    try:
        yield
    except Exception as error:  # what is not sound makes openpyxl fail in any way
        raise ValueError from error


def _raw(cell: Formatted) -> Raw:
    """The value; 1.2 as "120 %", a day as "2022-10" or "2022" when its format shows no more."""
    value = cell.value
    if value is None:
        return ""
    if isinstance(value, (str, bool)):
        return value
    if isinstance(value, (int, float)):
        number = float(value)
        return f"{shown(number * 100)} %" if shown_by(cell.number_format) == PERCENT else number
    form = shown_by(cell.number_format)
    return value.strftime(form) if isinstance(value, date) and form not in {"", PERCENT} else value
