"""The downloads of a table as it is on screen: CSV for Excel, for machines, and XLSX."""

import io
from collections.abc import Mapping, Sequence
from dataclasses import replace

import pandas as pd
from xlsxwriter import Workbook
from xlsxwriter.worksheet import Worksheet

from kim.cells import (
    DATE_EXAMPLES,
    DISPLAY,
    PROOF,
    Cell,
    german,
    headings,
    unprotect,
)
from kim.csv_lines import Rows, clean, line, rows
from kim.csv_lines import file as csv_file
from kim.tables import Field, Table, package
from kim.worksheets import Linked, excel_text, fill, styles

__all__ = [
    "DISPLAY",
    "PROOF",
    "csv_for_excel",
    "csv_for_machines",
    "form",
    "headings",
    "template",
    "unprotect",
    "xlsx",
]

MOST_ROWS = 1_048_576
AS_TEXT = {"strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False}
MOST_CHARACTERS_OF_A_LIST, ROWS_WITH_A_LIST = 255, 1000
EXPECTED = {
    "partial_date": f"Datum: {DATE_EXAMPLES}",
    "ags": "Gemeindeschlüssel (05566) oder Name des Ortes",
    "anchor": "höchstens sechs Wörter aus dem Dokument",
    "organisation": "Kürzel oder Name aus der Tabelle Organisationen",
    "pay_group": "zum Beispiel S 12 oder E 9b",
    "number": "Zahl, zum Beispiel 1,9",
    "integer": "ganze Zahl",
}
Seen = tuple[list[str], list[list[Cell | Linked]]]
"""Headings and cells of a table as it stands on the screen."""


def csv_for_excel(frame: pd.DataFrame, table: Table) -> bytes:
    """For a German Excel; KeyError for a column that neither the table nor DISPLAY declares."""
    titles, cells = _in_german(frame, table)
    texts = (titles, *(map(excel_text, row) for row in cells))
    return "".join(line(each, ";", "\r\n") for each in texts).encode("utf-8-sig")


def csv_for_machines(frame: pd.DataFrame, table: Table) -> bytes:
    """Only the declared columns, by name, so that it loads again: codes, point, ISO dates."""
    names = [name for name in frame.columns if name not in DISPLAY]
    return "".join(csv_file((frame,), [table.field(name) for name in names])).encode()


def xlsx(
    frame: pd.DataFrame,
    table: Table,
    sources: pd.DataFrame,
    about: Sequence[tuple[str, str]],
    seen: Seen | None = None,
) -> bytes:
    """The sheets Ansicht (`seen`), Daten (the frame), Quellen (rows of the table sources) and Hinweise (`about`).

    ValueError for more rows than a sheet holds. A text is cut after Excel's 32,767 characters.
    """
    if max(len(frame), len(sources)) >= MOST_ROWS:
        raise ValueError(f"a sheet holds {MOST_ROWS - 1} rows")
    file = io.BytesIO()
    with Workbook(file, {"constant_memory": True, **AS_TEXT}) as book:
        style = styles(book)
        if seen:
            fill(book.add_worksheet("Ansicht"), style, *seen)
        fill(book.add_worksheet("Daten"), style, *_in_german(frame, table))
        used = _in_german(sources, package().tables["sources"])
        fill(book.add_worksheet("Quellen"), style, *used)
        hints = (map(clean, pair) for pair in about)
        fill(book.add_worksheet("Hinweise"), style, ["Angabe", "Inhalt"], hints)
    return file.getvalue()


def sheet(frame: pd.DataFrame, table: Table) -> bytes:
    """A workbook with nothing but the frame."""
    file = io.BytesIO()
    with Workbook(file, {"constant_memory": True, **AS_TEXT}) as book:
        style = styles(book)
        fill(book.add_worksheet("Daten"), style, *_in_german(frame, table))
    return file.getvalue()


def form(table: Table, example: pd.DataFrame) -> Table:
    """The table as forms ask for it: without the key, unless the example has one to keep."""
    fields = (each for each in table.fields if each.semantics != "key" or example[each.name].any())
    return replace(table, fields=tuple(fields))


def template(
    example: pd.DataFrame, table: Table, lookups: Mapping[str, Sequence[tuple[str, str]]]
) -> bytes:
    """A workbook to fill in: Daten with headings and lists to choose from; Spalten explains them.

    `example`: at most one row, shown beside the explanations; among the data it would count as one of
    them. `lookups`: title of a sheet -> pairs of key and name that its cells may hold.
    """
    file = io.BytesIO()
    with Workbook(file, {"constant_memory": True, **AS_TEXT}) as book:
        style = styles(book)
        data = book.add_worksheet("Daten")
        titles, given = _in_german(example, table)
        fill(data, style, titles, [])
        _offer_words(data, table)
        cells = next(iter(given), [None] * len(titles))
        explained = (
            (title, field.description or field.title, _expected(field), cell)
            for title, field, cell in zip(titles, table.fields, cells, strict=True)
        )
        heads = ["Spalte", "Bedeutung", "Was hineingehört", "Beispiel"]
        fill(book.add_worksheet("Spalten"), style, heads, explained)
        for title, pairs in lookups.items():
            fill(book.add_worksheet(title), style, ["Kürzel", "Name"], pairs)
    return file.getvalue()


def _offer_words(sheet: Worksheet, table: Table) -> None:
    """The words of a vocabulary as a list in each of the first cells, where Excel can hold it."""
    for column, field in enumerate(table.fields):
        words = list(field.vocabulary.values())
        if (
            words
            and len(",".join(words)) <= MOST_CHARACTERS_OF_A_LIST
            and "," not in "".join(words)
        ):
            rule = {"validate": "list", "source": words, "error_type": "information"}
            sheet.data_validation(1, column, ROWS_WITH_A_LIST, column, rule)


def _expected(field: Field) -> str:
    parts = ["muss ausgefüllt sein" if field.required else "darf leer bleiben"]
    if field.vocabulary:
        parts.append("eines von: " + ", ".join(field.vocabulary.values()))
    elif field.semantics in EXPECTED:
        parts.append(EXPECTED[field.semantics])
    elif field.type in EXPECTED:
        parts.append(EXPECTED[field.type] + (f" ({field.unit})" if field.unit else ""))
    return "; ".join(parts)


def _in_german(frame: pd.DataFrame, table: Table) -> tuple[list[str], Rows]:
    fields = [DISPLAY.get(name) or table.field(name) for name in frame.columns]
    return headings(fields, table), (map(german, row, fields) for row in rows(frame))
