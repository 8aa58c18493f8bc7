"""A small table of places and their numbers as it is pasted: from Excel (tabs), CSV (semicolons) or typed."""

import csv
import io
import re
from collections.abc import Iterable
from dataclasses import dataclass
from fractions import Fraction

from etl.reading.values import numbers
from etl.reading.values.numbers import Notation

TYPED = re.compile(r"(?P<place>.*?\S)\s+(?P<number>[-−+]?[0-9][0-9.,'’]*)")
DELIMITERS = "\t", ";"
MOST_DIGITS = 20
DIGIT = re.compile(r"\d")


@dataclass(frozen=True)
class Unread:
    """A line (from 1) that cannot be read; `suggestion`: how its number is likely meant."""

    line: int
    words: str
    suggestion: str = ""


@dataclass(frozen=True)
class Pasted:
    """The rows in their order, each a place and its number (None where it has none); what is not read."""

    rows: tuple[tuple[str, Fraction | None], ...]
    unread: tuple[Unread, ...]


def read_pasted(text: str) -> Pasted:
    """The table in the text; a first line whose number is a word is its heading."""
    rows: list[tuple[str, Fraction | None]] = []
    unread: list[Unread] = []
    for position, line in enumerate(text.splitlines(), 1):
        cells = _cells(line)
        is_heading = not rows and not unread and len(cells) == 2 and not DIGIT.search(cells[1])
        if not cells or is_heading:
            continue
        found = _row(cells)
        if isinstance(found, str):
            unread.append(Unread(position, " ".join(line.split()), found))
        else:
            rows.append(found)
    return Pasted(tuple(rows), tuple(unread))


def read_number(text: str) -> Fraction | str:
    """A number as it is written in German; else how it is likely meant, "" where nothing is likely."""
    if len(text) > MOST_DIGITS:
        return ""
    number = numbers.read(text.strip(), Notation.COMMA, "thousands")
    return Fraction(number.value) if number.value else number.suggestion


def _cells(line: str) -> list[str]:
    """Place and number; one cell where there is no number."""
    for delimiter in DELIMITERS:
        if delimiter in line:
            cells = [each.strip() for each in next(csv.reader([line], delimiter=delimiter))]
            while cells and not cells[-1]:
                cells.pop()
            return cells
    typed = TYPED.fullmatch(line.strip())
    return [typed["place"], typed["number"]] if typed else [line.strip()] if line.strip() else []


def _row(cells: list[str]) -> tuple[str, Fraction | None] | str:
    """A row; where it cannot be read, how its number is likely meant."""
    place, *others = cells
    if not place or len(others) > 1:
        return ""
    if not others:
        return place, None
    number = read_number(others[0])
    return number if isinstance(number, str) else (place, number)


def as_pasted(rows: Iterable[tuple[str, str]]) -> str:
    """The lines that `read_pasted` reads as these places and numbers ("1234.5", "" for none)."""
    lines = io.StringIO()
    writer = csv.writer(lines, delimiter=";", lineterminator="\n")
    writer.writerows((" ".join(place.split()), number.replace(".", ",")) for place, number in rows)
    return lines.getvalue()
