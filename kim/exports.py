"""The downloads of a table as it is on screen: CSV for Excel, for machines, and XLSX."""

import csv
import io
import math
import re
from collections.abc import Iterable, Sequence
from datetime import date, datetime
from decimal import Decimal

import pandas as pd
from babel.dates import get_month_names
from xlsxwriter import Workbook
from xlsxwriter.format import Format
from xlsxwriter.worksheet import Worksheet

from kim.tables import Field, Table, package

PROOF = {
    "proven": "steht so im Dokument",
    "unproven": "nicht geprüft, Text liegt nicht vor",
    "contradicted": "steht nicht an der Fundstelle",
    "read": "am vollen Text erfasst, Text liegt nicht vor",
}
DISPLAY = {
    "place": Field("place", "Ortsname", "string"),
    "source_title": Field("source_title", "Titel der Quelle", "string"),
    "source_date": Field("source_date", "Datum der Quelle", "string", semantics="partial_date"),
    "proof": Field("proof", "Prüfung des Belegs", "string", vocabulary=PROOF),
    "held_from": Field("held_from", "Gilt ab", "date"),
}
RUN = re.compile(r"[\s\ufeff\u200b]*[\t\r\n=+\-@＝＋－＠']")
MONTHS = "jan(uar)?|feb(ruar)?|mrz|märz|apr(il)?|mai|juni?|juli?|aug(ust)?|sept?(ember)?"
MONTHS += "|o[kc]t(ober)?|nov(ember)?|de[zc](ember)?"
REWRITTEN = re.compile(rf"(?=\D*\d)([\d\s.,:/%€$()e+-]|{MONTHS})+", re.IGNORECASE)
PARTIAL_DATE = re.compile(r"\d{4}(-(0[1-9]|1[0-2])(-\d\d)?)?|--(0[1-9]|1[0-2])(-\d\d)?")
MOST_ROWS, NARROWEST, WIDEST = 1_048_576, 10, 60
FORMATS: dict[str, dict[str, object]] = {
    "heading": {"bold": True, "text_wrap": True, "bottom": 1},
    "plain": {"text_wrap": True},
    "protected": {"text_wrap": True, "quote_prefix": True, "num_format": "@"},
    "amount": {"num_format": "#,##0"},
    "day": {"num_format": "dd.mm.yyyy"},
}
Cell = str | int | float | Decimal | date | None
Rows = Iterable[Iterable[Cell]]
Style = dict[str, Format]


def csv_for_excel(frame: pd.DataFrame, table: Table) -> bytes:
    """For a German Excel; KeyError for a column that neither the table nor DISPLAY declares."""
    titles, rows = _in_german(frame, table)
    return _csv(titles, (map(_excel_text, row) for row in rows), ";", "\r\n").encode("utf-8-sig")


def csv_for_machines(frame: pd.DataFrame, table: Table) -> bytes:
    """Only the declared columns, by name, so that it loads again: codes, point, ISO dates."""
    names = [name for name in frame.columns if name not in DISPLAY]
    fields = [table.field(name) for name in names]
    texts = (map(_machine_text, row, fields) for row in _rows(frame[names]))
    return _csv(names, texts, ",", "\n").encode()


def xlsx(
    frame: pd.DataFrame, table: Table, sources: pd.DataFrame, about: Sequence[tuple[str, str]]
) -> bytes:
    """The sheets Daten (the frame), Quellen (rows of the table sources) and Hinweise (`about`).

    ValueError for more rows than a sheet holds. A text is cut after Excel's 32,767 characters.
    """
    if max(len(frame), len(sources)) >= MOST_ROWS:
        raise ValueError(f"a sheet holds {MOST_ROWS - 1} rows")
    file = io.BytesIO()
    as_text = {"strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False}
    with Workbook(file, {"constant_memory": True, **as_text}) as book:
        style = {name: book.add_format({"valign": "top", **FORMATS[name]}) for name in FORMATS}
        _fill(book.add_worksheet("Daten"), style, *_in_german(frame, table))
        used = _in_german(sources, package().tables["sources"])
        _fill(book.add_worksheet("Quellen"), style, *used)
        hints = (map(_clean, pair) for pair in about)
        _fill(book.add_worksheet("Hinweise"), style, ["Angabe", "Inhalt"], hints)
    return file.getvalue()


def headings(fields: Iterable[Field], table: Table) -> list[str]:
    """The German titles; a title that two columns of the table share is followed by the name."""
    titles = [field.title for field in table.fields]
    return [f.title if titles.count(f.title) < 2 else f"{f.title} ({f.name})" for f in fields]


def unprotect(text: str) -> str:
    """The text of a CSV cell as it was before a download protected it.

    Protected, by one apostrophe more in front, is a text that begins (white space aside) with
    = + - @ tab CR LF or an apostrophe; numbers and dates are not text: -1,5 stays a number.
    In the CSV for Excel also what Excel would turn into a number or a day: the key 05566076 would
    lose its zero, the paper 12/2021 and the month 11.2022 become a day. Full dates and years stay
    bare. XLSX holds the text itself, with Excel's own mark for text. NUL is removed for good.
    """
    bare = text.removeprefix("'")
    return bare if _is_taken(bare) else text


def _is_taken(text: str) -> bool:
    """Whether a spreadsheet would run the text or read it as a number or a day."""
    return bool(RUN.match(text) or REWRITTEN.fullmatch(text))


def _in_german(frame: pd.DataFrame, table: Table) -> tuple[list[str], Rows]:
    fields = [DISPLAY.get(name) or table.field(name) for name in frame.columns]
    return headings(fields, table), (map(_german, row, fields) for row in _rows(frame))


def _rows(frame: pd.DataFrame) -> Rows:
    """The rows with None for all that is unknown."""
    known = frame.astype(object).where(frame.notna(), None)
    return (map(_clean, row) for row in known.itertuples(index=False, name=None))


def _clean(raw: Cell) -> Cell:
    if isinstance(raw, float) and math.isinf(raw):
        return None
    if isinstance(raw, datetime):
        return raw.date()
    return raw.replace("\0", "") or None if isinstance(raw, str) else raw


def _german(raw: Cell, field: Field) -> Cell:
    """Labels for codes; a number, a full date and a year as such; else text."""
    if not isinstance(raw, str):
        return raw
    is_date = field.semantics == "partial_date" and PARTIAL_DATE.fullmatch(raw)
    return _german_date(raw) if is_date else field.vocabulary.get(raw, raw)


def _german_date(iso: str) -> Cell:
    match iso.split("-"):
        case ["", "", month, *day]:
            return f"{day[0]}.{month}." if day else str(get_month_names(locale="de")[int(month)])
        case [year]:
            return int(year)
        case [year, month]:
            return f"{month}.{year}"
    return date.fromisoformat(iso)


def _excel_text(cell: Cell) -> str:
    if isinstance(cell, str):
        return f"'{cell}" if _is_taken(cell) else cell
    return f"{cell:%d.%m.%Y}" if isinstance(cell, date) else _number(cell).replace(".", ",")


def _machine_text(raw: Cell, field: Field) -> str:
    if isinstance(raw, str):
        is_date = field.semantics == "partial_date" and PARTIAL_DATE.fullmatch(raw)
        return f"'{raw}" if RUN.match(raw) and not is_date else raw
    return raw.isoformat() if isinstance(raw, date) else _number(raw)


def _number(number: int | float | Decimal | None) -> str:
    """All digits, with a point, without exponent; empty for None."""
    digits = "" if number is None else format(Decimal(str(number)), "f")
    return digits.rstrip("0").rstrip(".") if "." in digits else digits


def _csv(titles: list[str], rows: Iterable[Iterable[str]], delimiter: str, ending: str) -> str:
    """The records, each from its own buffer: the writer quotes CR only where its ending has one."""
    lines = []
    for row in (titles, *rows):
        line = io.StringIO(newline="")
        csv.writer(line, delimiter=delimiter).writerow(row)
        lines.append(line.getvalue().removesuffix("\r\n") + ending)
    return "".join(lines)


def _fill(sheet: Worksheet, style: Style, titles: list[str], rows: Rows) -> None:
    """Heading and rows, in order as constant memory wants it; unknown cells are left out."""
    last, widths = 0, [max(NARROWEST, len(title) + 4) for title in titles]
    sheet.write_row(0, 0, titles, style["heading"])
    for last, row in enumerate(rows, 1):
        for column, cell in enumerate(row):
            _write(sheet, style, last, column, cell)
            widths[column] = max(widths[column], len(_excel_text(cell)) + 2)
    for column, width in enumerate(widths):
        sheet.set_column(column, column, min(width, WIDEST))
    sheet.freeze_panes(1, 0)
    sheet.autofilter(0, 0, last, len(titles) - 1)
    sheet.ignore_errors({"number_stored_as_text": "A1:XFD1048576"})


def _write(sheet: Worksheet, style: Style, row: int, column: int, cell: Cell) -> None:
    if isinstance(cell, str):
        sheet.write_string(row, column, cell, style["protected" if _is_taken(cell) else "plain"])
    elif isinstance(cell, date):
        sheet.write_datetime(row, column, cell, style["day"])
    elif cell is not None:
        is_whole = not isinstance(cell, int) and cell == int(cell)
        sheet.write_number(row, column, float(cell), style["amount" if is_whole else "plain"])
