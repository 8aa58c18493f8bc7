"""The downloads of a table as it is on screen: CSV for Excel, for machines, and XLSX."""

import io
import math
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

import pandas as pd
from xlsxwriter import Workbook
from xlsxwriter.format import Format
from xlsxwriter.worksheet import Worksheet

from kim.cells import (
    DATE_EXAMPLES,
    DISPLAY,
    PROOF,
    Cell,
    for_excel,
    german,
    headings,
    is_taken,
    unprotect,
)
from kim.csv_lines import Rows, clean, heading, line, lines, number, rows
from kim.tables import Field, Table, package

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

MOST_ROWS, NARROWEST, WIDEST = 1_048_576, 10, 60
MOST_LINKS, MOST_LETTERS_OF_A_LINK = 65_530, 2_079
A4, MOST_LETTERS_ACROSS = 9, 200
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
FORMATS: dict[str, dict[str, object]] = {
    "heading": {"bold": True, "text_wrap": True, "bottom": 1},
    "plain": {"text_wrap": True},
    "protected": {"text_wrap": True, "quote_prefix": True, "num_format": "@"},
    "amount": {"num_format": "#,##0"},
    "day": {"num_format": "dd.mm.yyyy"},
    "link": {
        "text_wrap": True,
        "quote_prefix": True,
        "num_format": "@",
        "underline": 1,
        "color": "#0b4f8a",
    },
}
Style = dict[str, Format]


@dataclass(frozen=True)
class Linked:
    """Words that lead to an address of ours, where it is a whole one that Excel can hold.

    A server need not know its own address.
    """

    words: str
    address: str

    @property
    def leads_on(self) -> bool:
        is_whole = self.address.startswith(("http://", "https://"))
        return is_whole and len(self.address) <= MOST_LETTERS_OF_A_LINK


Seen = tuple[list[str], list[list[Cell | Linked]]]
"""Headings and cells of a table as it stands on the screen."""


def csv_for_excel(frame: pd.DataFrame, table: Table) -> bytes:
    """For a German Excel; KeyError for a column that neither the table nor DISPLAY declares."""
    titles, cells = _in_german(frame, table)
    texts = (titles, *(map(_excel_text, row) for row in cells))
    return "".join(line(each, ";", "\r\n") for each in texts).encode("utf-8-sig")


def csv_for_machines(frame: pd.DataFrame, table: Table) -> bytes:
    """Only the declared columns, by name, so that it loads again: codes, point, ISO dates."""
    names = [name for name in frame.columns if name not in DISPLAY]
    written = lines(frame[names], [table.field(name) for name in names])
    return "".join((heading(names), *written)).encode()


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
        style = {name: book.add_format({"valign": "top", **FORMATS[name]}) for name in FORMATS}
        if seen:
            _fill(book.add_worksheet("Ansicht"), style, *seen)
        _fill(book.add_worksheet("Daten"), style, *_in_german(frame, table))
        used = _in_german(sources, package().tables["sources"])
        _fill(book.add_worksheet("Quellen"), style, *used)
        hints = (map(clean, pair) for pair in about)
        _fill(book.add_worksheet("Hinweise"), style, ["Angabe", "Inhalt"], hints)
    return file.getvalue()


def sheet(frame: pd.DataFrame, table: Table) -> bytes:
    """A workbook with nothing but the frame."""
    file = io.BytesIO()
    with Workbook(file, {"constant_memory": True, **AS_TEXT}) as book:
        style = {name: book.add_format({"valign": "top", **FORMATS[name]}) for name in FORMATS}
        _fill(book.add_worksheet("Daten"), style, *_in_german(frame, table))
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
        style = {name: book.add_format({"valign": "top", **FORMATS[name]}) for name in FORMATS}
        data = book.add_worksheet("Daten")
        titles, given = _in_german(example, table)
        _fill(data, style, titles, [])
        _offer_words(data, table)
        cells = next(iter(given), [None] * len(titles))
        explained = (
            (title, field.description or field.title, _expected(field), cell)
            for title, field, cell in zip(titles, table.fields, cells, strict=True)
        )
        heads = ["Spalte", "Bedeutung", "Was hineingehört", "Beispiel"]
        _fill(book.add_worksheet("Spalten"), style, heads, explained)
        for title, pairs in lookups.items():
            _fill(book.add_worksheet(title), style, ["Kürzel", "Name"], pairs)
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


def _excel_text(cell: Cell) -> str:
    if isinstance(cell, str):
        return for_excel(cell)
    return f"{cell:%d.%m.%Y}" if isinstance(cell, date) else number(cell).replace(".", ",")


def _fill(
    sheet: Worksheet,
    style: Style,
    titles: list[str],
    rows: Iterable[Iterable[Cell | Linked]],
) -> None:
    """Heading and rows, in order as constant memory wants it; unknown cells are left out."""
    last, widths = 0, [max(NARROWEST, len(title) + 4) for title in titles]
    sheet.write_row(0, 0, titles, style["heading"])
    for last, row in enumerate(rows, 1):
        for column, cell in enumerate(row):
            _write(sheet, style, last, column, cell)
            widths[column] = max(widths[column], len(_excel_text(_words(cell))) + 2)
    widths = [min(width, WIDEST) for width in widths]
    for column, width in enumerate(widths):
        sheet.set_column(column, column, width)
    sheet.freeze_panes(1, 0)
    sheet.autofilter(0, 0, last, len(titles) - 1)
    _print(sheet, sum(widths))
    sheet.ignore_errors({"number_stored_as_text": "A1:XFD1048576"})


def _print(sheet: Worksheet, width: int) -> None:
    """On as few pages across as can be read, the heading and the first column on each; `width` in letters."""
    sheet.set_landscape()
    sheet.set_paper(A4)
    sheet.fit_to_pages(math.ceil(width / MOST_LETTERS_ACROSS), 0)
    sheet.repeat_rows(0)
    sheet.repeat_columns(0)


def _words(cell: Cell | Linked) -> Cell:
    return cell.words if isinstance(cell, Linked) else cell


def _write(sheet: Worksheet, style: Style, row: int, column: int, cell: Cell | Linked) -> None:
    if isinstance(cell, Linked) and cell.leads_on and row <= MOST_LINKS:
        sheet.write_url(row, column, cell.address, style["link"], cell.words)
        return
    cell = _words(cell)
    if isinstance(cell, str):
        sheet.write_string(row, column, cell, style["protected" if is_taken(cell) else "plain"])
    elif isinstance(cell, date):
        sheet.write_datetime(row, column, cell, style["day"])
    elif cell is not None:
        is_whole = not isinstance(cell, int) and cell == int(cell)
        sheet.write_number(row, column, float(cell), style["amount" if is_whole else "plain"])
