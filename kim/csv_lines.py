"""How a table stands in a CSV file for machines, line by line: codes, point, ISO dates, nothing that a spreadsheet runs."""

import csv
import io
import math
from collections.abc import Iterable, Iterator, Sequence
from datetime import date, datetime
from decimal import Decimal

import pandas as pd

from kim.cells import KEPT_AS_TEXT, PARTIAL_DATE, RUN, Cell, unprotect
from kim.tables import Field

Rows = Iterable[Iterable[Cell]]


def heading(names: Iterable[str]) -> str:
    """The first line: the names of the columns."""
    return line(names, ",", "\n")


def file(chunks: Iterable[pd.DataFrame], fields: Sequence[Field]) -> Iterator[str]:
    """The lines of a file of these columns, the heading first."""
    names = [each.name for each in fields]
    yield heading(names)
    for frame in chunks:
        yield from lines(frame[names], fields)


def lines(frame: pd.DataFrame, fields: Sequence[Field]) -> Iterator[str]:
    """A line for each row of a frame whose columns are these fields."""
    return (line(map(machine_text, row, fields), ",", "\n") for row in rows(frame))


def rows(frame: pd.DataFrame) -> Rows:
    """The rows with None for all that is unknown."""
    known = frame.astype(object).where(frame.notna(), None)
    return (map(clean, row) for row in known.itertuples(index=False, name=None))


def clean(raw: Cell) -> Cell:
    """A cell without what no file can hold: infinity, the time of a day, NUL."""
    if isinstance(raw, float) and math.isinf(raw):
        return None
    if isinstance(raw, datetime):
        return raw.date()
    return raw.replace("\0", "") or None if isinstance(raw, str) else raw


def machine_text(raw: Cell, field: Field) -> str:
    """A cell as programs read it; text that a spreadsheet would run is protected (`kim.cells.unprotect`)."""
    if isinstance(raw, str):
        is_date = field.semantics == "partial_date" and PARTIAL_DATE.fullmatch(raw)
        if RUN.match(raw) and not is_date:
            return f"'{raw}"
        return raw if unprotect(raw) == raw else raw + KEPT_AS_TEXT
    return raw.isoformat() if isinstance(raw, date) else number(raw)


def number(raw: int | float | Decimal | None) -> str:
    """All digits, with a point, without exponent; a truth as true or false; empty for None."""
    if isinstance(raw, bool):
        return str(raw).lower()
    digits = "" if raw is None else format(Decimal(str(raw)), "f")
    return digits.rstrip("0").rstrip(".") if "." in digits else digits


def line(cells: Iterable[str], delimiter: str, ending: str) -> str:
    """One record, from its own buffer: the writer quotes CR only where its ending has one."""
    buffer = io.StringIO(newline="")
    csv.writer(buffer, delimiter=delimiter).writerow(cells)
    return buffer.getvalue().removesuffix("\r\n") + ending
