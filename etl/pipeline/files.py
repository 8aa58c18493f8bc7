"""A CSV file as it lies on disk: its text in UTF-8, its heading, the lines where its rows begin."""

import codecs
import csv
import shutil
from collections.abc import Container, Iterator
from dataclasses import dataclass, field
from itertools import chain
from pathlib import Path
from typing import TextIO

from kim.cells import WHITE_SPACE, unprotect
from kim.tables import Dialect

CHARACTERS_PER_READ = 1 << 20

csv.field_size_limit(1 << 30)


@dataclass
class Locations:
    """Where rows and records stand in a file: rows count from 1 without the heading, records with it.

    Empty lines count as records and are no rows.
    """

    rows: int = 0
    cells: dict[int, list[str]] = field(default_factory=dict)
    line_of_row: dict[int, int] = field(default_factory=dict)
    line_of_record: dict[int, int] = field(default_factory=dict)


def in_utf8(path: Path, encoding: str, workspace: Path) -> Path:
    """The file itself, or its copy in UTF-8 when it is declared to be in another encoding.

    Raises UnicodeDecodeError when it is not in that encoding.
    """
    if codecs.lookup(encoding).name == "utf-8":
        return path
    return _copy(path, encoding, workspace)


def with_plain_line_ends(path: Path, workspace: Path) -> Path:
    """A copy of the UTF-8 file in which every line ends alike; what is not UTF-8 stays as it is."""
    return _copy(path, "utf-8", workspace, "surrogateescape")


def unprotected(path: Path, delimiter: str, workspace: Path) -> Path:
    """A copy of the UTF-8 file without the protection of our downloads, its rows in the same lines."""
    copy = workspace / f"unprotected-{path.name}"
    with _opened(path) as file, copy.open("w", encoding="utf-8", newline="") as out:
        rows = csv.reader(file, delimiter=delimiter)
        csv.writer(out, delimiter=delimiter, lineterminator="\n").writerows(
            map(unprotect, row) for row in rows
        )
    return copy


def heading(path: Path, delimiter: str) -> list[str]:
    """The names in the first record; what is not UTF-8 becomes the replacement character."""
    with _opened(path) as file:
        return [name.strip(WHITE_SPACE) for name in next(csv.reader(file, delimiter=delimiter), [])]


def locate(
    path: Path, dialect: Dialect, records: Container[int], rows: Container[int]
) -> Locations:
    """The lines of the records, which are no rows, and the lines and cells of the rows.

    A cell may hold line breaks, so a row's number says nothing about its line.
    """
    found = Locations()
    with _opened(path) as file:
        for record, (line, content) in enumerate(_records(file, dialect.delimiter), 1):
            if record in records:
                found.line_of_record[record] = line
            elif record > 1 and content not in ("\n", "\r\n", "\r"):
                found.rows += 1
                if found.rows in rows:
                    found.line_of_row[found.rows] = line
                    found.cells[found.rows] = _cells(content, dialect.delimiter)
    return found


def _records(file: TextIO, delimiter: str) -> Iterator[tuple[int, str | list[str]]]:
    """First line and content of each record: the line itself, or its cells when quotes are in it."""
    line = 1
    for text in file:
        if '"' not in text:
            yield line, text
            line += 1
            continue
        reader = csv.reader(chain([text], file), delimiter=delimiter)
        yield line, next(reader)
        line += reader.line_num


def _cells(content: str | list[str], delimiter: str) -> list[str]:
    cells = content.rstrip("\r\n").split(delimiter) if isinstance(content, str) else content
    return [cell.strip(WHITE_SPACE) for cell in cells]


def _opened(path: Path) -> TextIO:
    return path.open(encoding="utf-8-sig", errors="replace", newline="")


def _copy(path: Path, encoding: str, workspace: Path, errors: str = "strict") -> Path:
    copy = workspace / f"copy-of-{path.name}"
    with (
        path.open(encoding=encoding, errors=errors) as file,
        copy.open("w", encoding="utf-8", errors=errors, newline="\n") as out,
    ):
        shutil.copyfileobj(file, out, CHARACTERS_PER_READ)
    return copy
