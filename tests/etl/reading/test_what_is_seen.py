"""XLSX: what the clerk sees is read; what is hidden is said, and read when that is wanted."""

import io
import re
import zipfile
from collections.abc import Callable
from datetime import date, datetime

import pytest
from openpyxl import Workbook as Openpyxl
from openpyxl.comments import Comment
from openpyxl.styles import Font
from openpyxl.utils.datetime import CALENDAR_MAC_1904
from openpyxl.worksheet.worksheet import Worksheet
from xlsxwriter import Workbook

from etl.reading import Decisions
from tests.etl.reading.dropped import Dropped, drop, table_of
from tests.etl.reading.test_hostile_workbooks import repacked

TABLE = table_of(
    {"Anmerkung": "eins"},
    {"Anmerkung": "zwei", "Anzahl": "2"},
    {"Anmerkung": "drei", "Anzahl": "3"},
)
HEADING = TABLE[0]
WITH_FORMATS = [False, True]
Change = Callable[[Worksheet], object]


def book(*sheets: tuple[str, list[list[str]], Change], is_formatted: bool = False) -> bytes:
    """Sheets written by openpyxl; with a percent format in it another reader takes the workbook."""
    made = Openpyxl()
    made.remove(made.active)
    for name, rows, change in sheets:
        sheet = made.create_sheet(name)
        for row in rows:
            sheet.append(row)
        change(sheet)
        if is_formatted:
            sheet["AZ1"].number_format = "0%"
    out = io.BytesIO()
    made.save(out)
    return out.getvalue()


def of_one_sheet(change: Change, choices: Decisions | None = None, *, formatted: bool) -> Dropped:
    return drop(
        book(("Daten", TABLE, change), is_formatted=formatted),
        choices=choices or Decisions("positions"),
    )


def column(heading: str) -> str:
    """The letter over a column of the sample."""
    return chr(ord("A") + HEADING.index(heading))


def said(got: Dropped) -> list[tuple[str, int, str]]:
    return [(each.kind, each.line, each.before) for each in got.repairs]


def hide_rows(sheet: Worksheet) -> None:
    sheet.row_dimensions[3].hidden = True


def filter_rows(sheet: Worksheet) -> None:
    sheet.auto_filter.ref = "A1:L4"
    sheet.auto_filter.add_filter_column(0, ["eins"])
    sheet.row_dimensions[3].hidden = True


def patched(content: bytes, old: str, new: str) -> bytes:
    """The workbook with other words in its first sheet."""
    part = "xl/worksheets/sheet1.xml"
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        xml = archive.read(part).decode()
    assert xml.count(old) == 1
    return repacked({part: xml.replace(old, new).encode()}, content)


@pytest.mark.parametrize("change", [hide_rows, filter_rows])
@pytest.mark.parametrize("formatted", WITH_FORMATS)
def test_hidden_rows_are_left_out_and_said(change: Change, formatted: bool) -> None:
    got = of_one_sheet(change, formatted=formatted)
    assert got.findings == []
    assert (got.column("note"), got.lines) == (["eins", "drei"], [2, 4])
    assert said(got) == [("rows_hidden", 3, "")]
    wanted = of_one_sheet(change, Decisions("positions", hidden=True), formatted=formatted)
    assert (wanted.column("note"), said(wanted)) == (["eins", "zwei", "drei"], [])


@pytest.mark.parametrize("formatted", WITH_FORMATS)
def test_a_row_without_height_is_hidden(formatted: bool) -> None:
    content = book(("Daten", TABLE, lambda _: None), is_formatted=formatted)
    got = drop(patched(content, '<row r="3"', '<row r="3" ht="0" customHeight="1"'))
    assert (got.lines, said(got)) == ([2, 4], [("rows_hidden", 3, "")])


def test_rows_without_numbers_are_counted() -> None:
    content = book(("Daten", TABLE, hide_rows))
    for number in range(1, 5):
        content = patched(content, f'<row r="{number}"', "<row")
    assert drop(content).lines == [2, 4]


def test_names_with_a_prefix_are_the_same_names() -> None:
    content = book(("Daten", TABLE, hide_rows))
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        xml = archive.read("xl/worksheets/sheet1.xml").decode()
    prefixed = re.sub(r"<(/?)(?=[a-zA-Z])", r"<\1x:", xml).replace("xmlns=", "xmlns:x=")
    assert drop(repacked({"xl/worksheets/sheet1.xml": prefixed.encode()}, content)).lines == [2, 4]


def test_all_rows_can_be_hidden_at_once() -> None:
    def change(sheet: Worksheet) -> None:
        sheet.sheet_format.zeroHeight = True
        for row in (1, 2, 4):
            sheet.row_dimensions[row].height = 15

    assert of_one_sheet(change, formatted=False).column("note") == ["eins", "drei"]


@pytest.mark.parametrize("formatted", WITH_FORMATS)
def test_hidden_columns_are_left_out_and_said(formatted: bool) -> None:
    def change(sheet: Worksheet) -> None:
        sheet.column_dimensions[column("Anmerkung")].hidden = True

    got = of_one_sheet(change, formatted=formatted)
    assert "Anmerkung" not in got.reading.columns
    assert said(got) == [("columns_hidden", 1, column("Anmerkung"))]
    wanted = of_one_sheet(change, Decisions("positions", hidden=True), formatted=formatted)
    assert (wanted.column("note"), said(wanted)) == (["eins", "zwei", "drei"], [])


def test_a_hidden_column_that_is_needed_is_missed() -> None:
    def change(sheet: Worksheet) -> None:
        sheet.column_dimensions[column("Einheit")].width = 12

    content = book(("Daten", TABLE, change))
    got = drop(patched(content, 'width="12"', 'width="0"'))
    assert [(f.kind, f.column) for f in got.findings] == [("column_missing", "Einheit")]
    assert said(got) == [("columns_hidden", 1, column("Einheit"))]


@pytest.mark.parametrize("state", ["hidden", "veryHidden"])
def test_a_hidden_sheet_is_not_read_unless_it_is_chosen(state: str) -> None:
    def hide(sheet: Worksheet) -> None:
        sheet.sheet_state = state

    old = table_of({"Anmerkung": "alt"})
    content = book(("Alt", old, hide), ("Daten", TABLE, lambda _: None))
    got = drop(content)
    assert (got.reading.sheet, got.column("note")) == ("Daten", ["eins", "zwei", "drei"])
    assert said(got) == [("sheet_hidden", 1, "„Alt“")]
    chosen = drop(content, choices=Decisions("positions", sheet="Alt"))
    assert (chosen.reading.sheet, chosen.column("note")) == ("Alt", ["alt"])


def test_a_table_in_a_hidden_sheet_only_is_said() -> None:
    def hide(sheet: Worksheet) -> None:
        sheet.sheet_state = "hidden"

    got = drop(book(("Deckblatt", [["Titel"]], lambda _: None), ("Alt", TABLE, hide)))
    assert [f.kind for f in got.findings] == ["heading_missing"]
    assert (got.rows, said(got)) == ([], [("sheet_hidden", 1, "„Alt“")])


def test_two_sheets_of_the_same_table_are_asked_and_the_other_one_is_said() -> None:
    later = table_of({"Anmerkung": "später"})
    content = book(("2022", TABLE, lambda _: None), ("2023", later, lambda _: None))
    got = drop(content)
    assert [(q.kind, q.value, q.options) for q in got.questions] == [
        ("sheet", "2022, 2023", {"2022": "2022", "2023": "2023"})
    ]
    assert (got.rows, got.findings, got.reading.heading_line) == ([], [], 0)
    chosen = drop(content, choices=Decisions("positions", sheet="2023"))
    assert (chosen.questions, chosen.column("note")) == ([], ["später"])
    assert said(chosen) == [("sheet_other", 1, "„2022“")]


def test_no_other_question_is_asked_of_a_sheet_that_may_not_be_meant() -> None:
    """An answer about one sheet would be taken for the other one."""
    sheets = [(name, table_of({"Stand am": "2011/12"}), lambda _: None) for name in ("A", "B")]
    assert [each.kind for each in drop(book(*sheets)).questions] == ["sheet"]
    chosen = drop(book(*sheets), choices=Decisions("positions", sheet="B"))
    assert [each.kind for each in chosen.questions] == ["date"]


def test_a_sheet_that_fits_the_table_better_is_no_question() -> None:
    sources = [
        ["Kürzel", "Ort", "Art", "Titel"],
        ["protokoll-2024", "05566", "Niederschrift", "Niederschrift des Kreistags"],
    ]
    content = book(("Daten", TABLE, lambda _: None), ("Quellen", sources, lambda _: None))
    got = drop(content, "sources")
    assert (got.questions, got.reading.sheet) == ([], "Quellen")
    assert (drop(content).questions, drop(content).reading.sheet) == ([], "Daten")


# Formulas


@pytest.mark.parametrize("formatted", WITH_FORMATS)
@pytest.mark.parametrize("heading", ["Anzahl", "Stand am", "Anmerkung", "Gebiet", "Absatz"])
def test_a_formula_without_its_value_is_found(heading: str, formatted: bool) -> None:
    rows = table_of({heading: "1"})
    at = chr(ord("A") + rows[0].index(heading))

    def change(sheet: Worksheet) -> None:
        sheet[f"{at}2"] = "=1+1"

    got = drop(book(("Daten", rows, change), is_formatted=formatted))
    assert [(f.kind, f.line, f.column, f.value) for f in got.findings] == [
        ("formula_unstored", 2, heading, "=1+1")
    ]


@pytest.mark.parametrize(
    ("value", "kinds", "quantity"), [(0, ["formula_unstored"], "=1+1"), (2, [], "2")]
)
def test_a_zero_that_no_program_calculated_is_no_value(
    value: object, kinds: list[str], quantity: str
) -> None:
    """Programs that write formulas without calculating them store 0 and ask for it on opening."""
    heading, row = table_of({})
    out = io.BytesIO()
    with Workbook(out) as made:
        sheet = made.add_worksheet("Daten")
        sheet.write_row(0, 0, heading)
        sheet.write_row(1, 0, row)
        sheet.write_formula(1, heading.index("Anzahl"), "=1+1", None, value)
    got = drop(out.getvalue())
    assert ([f.kind for f in got.findings], got.column("quantity")) == (kinds, [quantity])


def test_an_empty_text_is_the_value_of_a_formula() -> None:
    def change(sheet: Worksheet) -> None:
        sheet[f"{column('Anmerkung')}3"] = '=IF(1=1,"","x")'

    at = f'<c r="{column("Anmerkung")}3"'
    got = drop(patched(book(("Daten", TABLE, change)), at, f'{at} t="str"'))
    assert (got.findings, got.column("note")) == ([], ["eins", "", "drei"])


# Merged cells


@pytest.mark.parametrize("formatted", WITH_FORMATS)
def test_a_merged_cell_counts_for_all_rows_it_covers(formatted: bool) -> None:
    def change(sheet: Worksheet) -> None:
        at = column("Anmerkung")
        sheet.merge_cells(f"{at}2:{at}3")

    got = of_one_sheet(change, formatted=formatted)
    assert (got.findings, got.column("note")) == ([], ["eins", "eins", "drei"])
    assert [(r.kind, r.line, r.before, r.times) for r in got.repairs] == [("merged", 3, "eins", 1)]


@pytest.mark.parametrize("formatted", WITH_FORMATS)
def test_a_merged_number_is_not_multiplied(formatted: bool) -> None:
    """1,5 posts beside two places may be 1,5 for each or for both; a merged year or key is no amount."""

    def change(sheet: Worksheet) -> None:
        for heading in ("Anzahl", "Stand am", "Ort"):
            sheet.merge_cells(f"{column(heading)}3:{column(heading)}4")

    got = of_one_sheet(change, formatted=formatted)
    assert [(f.kind, f.line, f.column, f.value) for f in got.findings] == [
        ("merged_number", 4, "Anzahl", "2")
    ]


def test_a_merged_cell_leaves_an_empty_row_empty() -> None:
    rows = [*TABLE[:2], [""] * len(HEADING)]

    def change(sheet: Worksheet) -> None:
        sheet.merge_cells("A2:A3")

    got = drop(book(("Daten", rows, change)))
    assert (got.findings, got.lines) == ([], [2])


@pytest.mark.parametrize("formatted", WITH_FORMATS)
def test_a_cell_merged_across_columns_is_found(formatted: bool) -> None:
    left, right = "Fundstelle", "Grundlage"

    def change(sheet: Worksheet) -> None:
        sheet.merge_cells(f"{column(left)}2:{column(right)}2")

    got = of_one_sheet(change, formatted=formatted)
    assert [(f.kind, f.line, f.column, f.expected) for f in got.findings] == [
        ("merged", 2, right, "1,9 Stellen")
    ]


def test_titles_and_margins_may_be_merged() -> None:
    rows = [["Stellen im Kreis"], *TABLE]

    def change(sheet: Worksheet) -> None:
        sheet.merge_cells("A1:L1")
        at = column("Anmerkung")
        sheet.merge_cells(f"{at}3:{chr(ord(at) + 2)}3")

    got = drop(book(("Daten", rows, change)))
    assert (got.findings, len(got.rows)) == ([], 3)


# Number formats


def drawn(column_: str, value: object, code: str, table: str = "funding", **others: str) -> Dropped:
    """A row whose one cell has this number format."""
    heading, row = table_of(others, table=table)
    out = io.BytesIO()
    with Workbook(out) as made:
        sheet = made.add_worksheet("Daten")
        sheet.write_row(0, 0, heading)
        sheet.write_row(1, 0, row)
        form = made.add_format({"num_format": int(code) if code.isdecimal() else code})
        sheet.write(1, heading.index(column_), value, form)
    return drop(out.getvalue(), table)


@pytest.mark.parametrize(
    ("value", "code", "kind", "expected"),
    [
        (55, '0" T€"', "scaled", "55000"),
        (55.5, '#,##0.0 "TEUR"', "scaled", "55500"),
        (1.6, '0.0" Mio. €"', "scaled", "1600000"),
        (55, '#,##0," T€"', "format_scales", "0 T€"),
        (55_400, '#,##0," T€"', "format_scales", "55 T€"),
        (55_000, "#,##0,", "format_scales", "55"),
        (1_600_000, "0.0,,", "format_scales", "1,6"),
        (55, ";;;", "format_hides", ""),
        (55, '"entfällt"', "format_hides", ""),
        (55, '[<100]"wenig";0', "format_hides", ""),
        (55, '"ca. "0" Stück"', "number", "1,9"),
    ],
)
def test_an_amount_that_its_format_alters_is_found(
    value: float, code: str, kind: str, expected: str
) -> None:
    got = drawn("Betrag ab", value, code, Einheit="Euro", Genauigkeit="genau")
    assert [(f.kind, f.column, f.expected) for f in got.findings] == [(kind, "Betrag ab", expected)]


@pytest.mark.parametrize(
    ("value", "code"),
    [
        (55_000, '#,##0," T€"'),
        (1_600_000, '0.0,,"Mio."'),
        (55_000, '#,##0.00 "€"'),
        (55_000, "#,##0.00\\ [$€-407]"),
        (55_000, "44"),
        (55_000, '_-* #,##0.00 €_-;-* #,##0.00 €_-;_-* "-"?? €_-;_-@_-'),
        (55_000, "#,##0"),
        (55_000, "[>=1000]#,##0;0"),
        (55_000, "0.00E+00"),
        (55_000, "General"),
        (55_000, "@"),
        (-55_000, "#,##0;(#,##0)"),
        (0, '0;-0;"–"'),
    ],
)
def test_an_amount_that_its_format_only_dresses_is_read(value: float, code: str) -> None:
    got = drawn("Betrag ab", value, code, Einheit="Euro", Genauigkeit="genau")
    assert (got.findings, got.questions, got.column("amount_min")) == ([], [], [str(value)])


def test_a_currency_in_a_column_of_posts_is_found() -> None:
    got = drawn("Anzahl", 7, '#,##0 "€"', "positions")
    assert [(f.kind, f.value, f.expected) for f in got.findings] == [("unit", "7 €", "Euro")]


def test_a_text_that_its_format_hides_is_found() -> None:
    got = drawn("Fundstelle", "nicht zu sehen", ";;;", "positions")
    assert [(f.kind, f.value) for f in got.findings] == [("format_hides", "nicht zu sehen")]


def test_a_hedge_in_the_format_is_the_hedge_of_the_number() -> None:
    got = drawn("Betrag ab", 55_000, '"ca. "#,##0', Einheit="Euro", Genauigkeit="")
    assert (got.column("amount_min"), got.column("certainty")) == (["55000"], ["about"])


@pytest.mark.parametrize("formatted", WITH_FORMATS)
def test_a_zero_that_the_sheet_does_not_show_is_found(formatted: bool) -> None:
    def change(sheet: Worksheet) -> None:
        sheet.sheet_view.showZeros = False
        sheet[f"{column('Anzahl')}3"] = 0

    got = of_one_sheet(change, formatted=formatted)
    assert [(f.kind, f.line, f.value) for f in got.findings] == [("format_hides", 3, "0")]


@pytest.mark.parametrize("formatted", WITH_FORMATS)
def test_an_endless_number_is_no_number(formatted: bool) -> None:
    def change(sheet: Worksheet) -> None:
        sheet[f"{column('Anzahl')}3"] = 55

    content = book(("Daten", TABLE, change), is_formatted=formatted)
    got = drop(patched(content, "<v>55</v>", "<v>1e400</v>"))
    assert [(f.kind, f.line, f.column) for f in got.findings] == [("number", 3, "Anzahl")]


@pytest.mark.parametrize("formatted", WITH_FORMATS)
def test_days_counted_from_1904_are_the_same_days(formatted: bool) -> None:
    made = Openpyxl()
    made.epoch = CALENDAR_MAC_1904
    for row in TABLE:
        made.active.append(row)
    made.active[f"{column('Stand am')}2"] = date(2022, 11, 1)
    made.active["AZ1"].number_format = "0%" if formatted else "General"
    out = io.BytesIO()
    made.save(out)
    assert drop(out.getvalue()).column("as_of")[0] == "2022-11-01"


def test_all_of_it_at_once_gives_each_its_own_line() -> None:
    def change(sheet: Worksheet) -> None:
        hide_rows(sheet)
        sheet[f"{column('Anzahl')}4"] = "=2+2"
        sheet[f"{column('Stand am')}2"] = date(2022, 11, 1)

    got = of_one_sheet(change, formatted=True)
    assert [(f.kind, f.line) for f in got.findings] == [("formula_unstored", 4)]
    assert (got.lines, got.column("as_of")) == ([2, 4], ["2022-11-01", "2022"])


# What is said beside the cells


@pytest.mark.parametrize("formatted", WITH_FORMATS)
def test_notes_at_cells_are_said(formatted: bool) -> None:
    def change(sheet: Worksheet) -> None:
        for cell in ("C10", "C2", "A2"):
            sheet[cell].comment = Comment("nur bis 2023", "Amt")

    got = of_one_sheet(change, formatted=formatted)
    assert (got.findings, said(got)) == ([], [("notes", 1, "A2, C2, C10")])


@pytest.mark.parametrize("formatted", WITH_FORMATS)
def test_a_row_that_is_struck_out_is_found(formatted: bool) -> None:
    def change(sheet: Worksheet) -> None:
        for cell in sheet[3]:
            cell.font = Font(strike=True)
        sheet["A9"].font = Font(strike=True)

    got = of_one_sheet(change, formatted=formatted)
    assert [(f.kind, f.line, f.value) for f in got.findings] == [("struck", 3, "05566076")]


def test_bold_letters_are_not_struck_out() -> None:
    def change(sheet: Worksheet) -> None:
        sheet["A3"].font = Font(bold=True)

    assert of_one_sheet(change, formatted=False).findings == []


def test_a_hidden_heading_is_said_beside_the_finding() -> None:
    def change(sheet: Worksheet) -> None:
        sheet.row_dimensions[1].hidden = True

    got = of_one_sheet(change, formatted=False)
    assert [f.kind for f in got.findings] == ["heading_missing"]
    assert said(got) == [("rows_hidden", 1, "")]
    wanted = of_one_sheet(change, Decisions("positions", hidden=True), formatted=False)
    assert (wanted.findings, len(wanted.rows)) == ([], 3)


def test_a_sheet_whose_rows_are_all_hidden_has_no_rows() -> None:
    def change(sheet: Worksheet) -> None:
        for row in (2, 3, 4):
            sheet.row_dimensions[row].hidden = True

    got = of_one_sheet(change, formatted=False)
    assert [(f.kind, f.line) for f in got.findings] == [("rows_none", 1)]
    assert said(got) == [("rows_hidden", 2, "")]


@pytest.mark.parametrize(
    ("link", "expected"),
    [
        ("http://schemas.microsoft.com/office/2006/relationships/xlMacrosheet", "Makros (XLM)"),
        (
            "http://schemas.openxmlformats.org/officeDocument/2006/relationships/chartsheet",
            "Diagramme",
        ),
    ],
)
def test_a_workbook_without_a_sheet_of_cells_is_named(link: str, expected: str) -> None:
    part = "xl/_rels/workbook.xml.rels"
    content = book(("Daten", TABLE, lambda _: None))
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        links = archive.read(part).decode()
    changed = re.sub(r'"[^"]*relationships/worksheet"', f'"{link}"', links)
    got = drop(repacked({part: changed.encode()}, content))
    assert [(f.kind, f.expected) for f in got.findings] == [("sheets_none", expected)]


@pytest.mark.parametrize("formatted", WITH_FORMATS)
@pytest.mark.parametrize("form", ["DD.MM.YYYY", "DD.MM.YYYY HH:MM"])
def test_the_time_of_a_date_is_left_out_and_said(form: str, formatted: bool) -> None:
    def change(sheet: Worksheet) -> None:
        cell = sheet[f"{column('Stand am')}2"]
        cell.value, cell.number_format = datetime(2022, 11, 15, 10, 30), form  # noqa: DTZ001

    got = of_one_sheet(change, formatted=formatted)
    assert (got.findings, got.column("as_of")[0]) == ([], "2022-11-15")
    assert said(got) == [("date", 2, "15.11.2022 10:30:00")]


@pytest.mark.parametrize("formatted", WITH_FORMATS)
def test_the_total_of_a_table_and_notes_below_it_are_passed_over(formatted: bool) -> None:
    def change(sheet: Worksheet) -> None:
        sheet.append(["Ergebnis", "", 9])
        sheet.append([])
        sheet.append(["* ohne Elternzeit"])

    got = of_one_sheet(change, formatted=formatted)
    assert (got.findings, got.lines) == ([], [2, 3, 4])
    assert said(got) == [("sum_row", 5, "Ergebnis"), ("row_below", 7, "* ohne Elternzeit")]
