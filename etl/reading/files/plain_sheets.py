"""The sheets of a workbook as calamine reads them, fast and without formats."""

from collections.abc import Iterator
from functools import lru_cache

from python_calamine import CalamineWorkbook

from etl.reading.values.cells import Raw


class PlainBook:
    """A workbook whose formats tell nothing."""

    def __init__(self, book: CalamineWorkbook) -> None:
        self._sheet = lru_cache(1)(book.get_sheet_by_name)

    def rows(self, sheet: str) -> Iterator[list[Raw]]:
        """The rows from the first one on, empty ones too."""
        for cells in self._sheet(sheet).iter_rows():
            yield [*cells]

    def first_column(self, sheet: str) -> int:
        """The number of the column, from 0, that the rows of a sheet begin with."""
        start = self._sheet(sheet).start
        return start[1] if start else 0
