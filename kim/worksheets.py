"""How rows stand on a sheet of a workbook: formats, widths, links, what is printed."""

import math
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from xlsxwriter import Workbook
from xlsxwriter.format import Format
from xlsxwriter.worksheet import Worksheet

from kim.cells import Cell, for_excel, is_taken
from kim.csv_lines import number

NARROWEST, WIDEST = 10, 60
MOST_LINKS, MOST_LETTERS_OF_A_LINK = 65_530, 2_079
A4, MOST_LETTERS_ACROSS = 9, 200
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


def styles(book: Workbook) -> Style:
    """The formats of cells, made known to a workbook."""
    return {name: book.add_format({"valign": "top", **FORMATS[name]}) for name in FORMATS}


def excel_text(cell: Cell) -> str:
    """A cell as the text that a German Excel shows or reads."""
    if isinstance(cell, str):
        return for_excel(cell)
    return f"{cell:%d.%m.%Y}" if isinstance(cell, date) else number(cell).replace(".", ",")


def fill(
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
            widths[column] = max(widths[column], len(excel_text(_words(cell))) + 2)
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
