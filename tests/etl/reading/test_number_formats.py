"""XLSX: what the number format of a cell shows: percent, months, years."""

import io
from datetime import date, datetime
from pathlib import Path
from zipfile import ZipFile

import pytest
from xlsxwriter import Workbook

from etl.reading import Decisions
from etl.reading.files.number_formats import are_telling, date_form
from tests.etl.reading.dropped import Dropped, drop, table_of
from tests.etl.reading.test_hostile_workbooks import repacked


def formatted(column: str, cell: object, code: str, table: str, **others: str) -> Dropped:
    """A row whose one cell has this number format; with a percent format beside it if it is none."""
    return drop(of_one_cell(column, cell, code, table, beside="0%", **others), table)


def of_one_cell(
    column: str, cell: object, code: str, table: str, *, beside: str = "General", **others: str
) -> bytes:
    heading, row = table_of(others, table=table)
    out = io.BytesIO()
    with Workbook(out) as book:
        sheet = book.add_worksheet("Daten")
        sheet.write_row(0, 0, heading)
        sheet.write_row(1, 0, row)
        form = book.add_format({"num_format": int(code) if code.isdecimal() else code})
        sheet.write(1, heading.index(column), cell, form)
        sheet.write(2, len(heading) + 2, "", book.add_format({"num_format": beside}))
    return out.getvalue()


@pytest.mark.parametrize(
    ("cell", "value"),
    [(1, "100"), (1.2, "120"), (0.75, "75"), (0.07, "7"), (19, "1900"), (0, "0")],
)
@pytest.mark.parametrize("code", ["9", "10", "0.0%", '[Red]0" "%;-0%'])
def test_percent_is_read_as_excel_shows_it(cell: float, value: str, code: str) -> None:
    for unit in ("", "Prozent"):
        got = formatted("Betrag ab", cell, code, "funding", Einheit=unit, Genauigkeit="genau")
        assert (got.findings, got.questions) == ([], [])
        assert (got.rows[0]["amount_min"], got.rows[0]["unit"]) == (value, "percent")
    wrong = formatted("Anzahl", cell, code, "positions")
    assert [f.kind for f in wrong.findings] == ["unit"]


def test_a_percent_sign_that_is_only_drawn_changes_no_number() -> None:
    for code in (r"0\%", '0"%"'):
        got = formatted("Betrag ab", 75, code, "funding", Einheit="Prozent", Genauigkeit="genau")
        assert (got.findings, got.questions, got.column("amount_min")) == ([], [], ["75"])


@pytest.mark.parametrize("beside", ["General", "0%"])
@pytest.mark.parametrize(
    ("cell", "code", "stored", "seen"),
    [
        (1.5, "1", "1,5", "2"),
        (1.5, "0", "1,5", "2"),
        (2.5, "0", "2,5", "3"),
        (0.25, "0", "0,25", "0"),
        (0.25, "#", "0,25", "0"),
        (1.25, "0.0", "1,25", "1,3"),
        (1.005, "2", "1,005", "1,01"),
        (1234.5, "3", "1234,5", "1235"),
        (1234.5, "37", "1234,5", "1235"),
        (1e-7, "0.00", "0,0000001", "0"),
        (1.5, "[>1]0;0.00", "1,5", "2"),
        (1.5, '0" VZÄ"', "1,5 VZÄ", "2 VZÄ"),
    ],
)
def test_a_number_that_its_format_rounds_is_asked(
    cell: float, code: str, stored: str, seen: str, beside: str
) -> None:
    content = of_one_cell("Anzahl", cell, code, "positions", beside=beside)
    (question,) = drop(content).questions
    assert (question.kind, question.column, question.field) == ("rounded", "Anzahl", "quantity")
    assert (question.value, question.times) == (seen, 1)
    assert question.options == {
        "stored": f"{stored} (so steht es in der Zelle)",
        "seen": f"{seen} (so zeigt es Excel, gerundet)",
    }
    for answer, meant in (("stored", stored), ("seen", seen)):
        got = drop(content, choices=Decisions("positions", rounded={"quantity": answer}))
        assert (got.findings, got.questions) == ([], [])
        assert got.column("quantity") == [meant.partition(" ")[0].replace(",", ".")]


def test_a_percentage_that_its_format_rounds_is_asked() -> None:
    rows = {"Einheit": "Prozent", "Genauigkeit": "genau"}
    whole = drop(of_one_cell("Betrag ab", 0.125, "10", "funding", **rows), "funding")
    assert (whole.questions, whole.column("amount_min")) == ([], ["12.5"])
    content = of_one_cell("Betrag ab", 0.125, "9", "funding", **rows)
    (question,) = drop(content, "funding").questions
    assert (question.kind, question.value) == ("rounded", "13 %")
    for answer, meant in (("stored", "12.5"), ("seen", "13")):
        choices = Decisions("funding", rounded={"amount_min": answer})
        got = drop(content, "funding", choices=choices)
        assert (got.findings, got.column("amount_min")) == ([], [meant])


def test_a_rounded_number_in_a_text_is_asked_too() -> None:
    content = of_one_cell("Fundstelle", 1.5, "0", "positions")
    (question,) = drop(content).questions
    assert (question.kind, question.field, question.value) == ("rounded", "anchor", "2")
    for answer, meant in (("stored", "1,5"), ("seen", "2")):
        got = drop(content, choices=Decisions("positions", rounded={"anchor": answer}))
        assert got.column("anchor") == [meant]


@pytest.mark.parametrize("beside", ["General", "0%", "0"])
@pytest.mark.parametrize(
    ("cell", "code"),
    [
        (1.9, "General"),
        (1.9, "@"),
        (1.9, "0.0"),
        (1.9, "0.00"),
        (1.9, "#,##0.00"),
        (1.5, "# ?/?"),
        (1.9, "0.00E+00"),
        (0.1 + 0.2, "0.0"),
        (1900, "#,##0"),
    ],
)
def test_a_number_that_is_shown_whole_is_read(cell: float, code: str, beside: str) -> None:
    got = drop(of_one_cell("Anzahl", cell, code, "positions", beside=beside))
    assert (got.findings, got.questions) == ([], [])
    assert float(got.column("quantity")[0]) == round(cell, 10)


@pytest.mark.parametrize(
    ("cell", "code", "is_telling"),
    [
        (1.9, "0.0", False),
        (1.25, "0.0", True),
        (1.9, "0", True),
        (2, "0", False),
        (1e-9, "0.0", True),
        (1.9, "General", False),
    ],
)
def test_only_workbooks_that_may_round_are_read_with_their_formats(
    tmp_path: Path, cell: float, code: str, is_telling: bool
) -> None:
    file = tmp_path / "zahlen.xlsx"
    file.write_bytes(of_one_cell("Anzahl", cell, code, "positions"))
    assert are_telling(file) == is_telling


@pytest.mark.parametrize(
    ("code", "iso"),
    [
        ("17", "2022-10"),
        ("mm/yyyy", "2022-10"),
        (r"mm\/yyyy", "2022-10"),
        ("[$-407]mmmm yyyy;@", "2022-10"),
        ("mmm yy", "2022-10"),
        ("yyyy", "2022"),
        ("mmmm", "XXXX-10"),
        ("14", "2022-10-01"),
        ("dd.mm.yyyy", "2022-10-01"),
        ("yyyy-mm-dd", "2022-10-01"),
        ('"Stand "dd/mm/yyyy', "2022-10-01"),
        ('mm/yyyy" (d)"', "2022-10"),
    ],
)
def test_a_date_has_the_precision_that_its_format_shows(code: str, iso: str) -> None:
    got = formatted("Stand am", date(2022, 10, 1), code, "positions")
    assert (got.findings, got.column("as_of")) == ([], [iso])


@pytest.mark.parametrize("code", ["mm:ss", "[h]:mm", "h:mm AM/PM", "[mm]:ss"])
def test_minutes_are_no_months(code: str) -> None:
    assert date_form(code) == ""


def test_formats_change_nothing_else_in_a_workbook() -> None:
    """The same sheet read with and without a percent format somewhere in it."""
    heading, row = table_of({"Anmerkung": "zwei\nZeilen", "Gebiet": "_x0041_"})
    days = [datetime(2022, 11, 1, 8, 30), date(2022, 11, 1), True, 1e-7, "'n Abend"]  # noqa: DTZ001
    readings = []
    for form in ({}, {"num_format": "0%"}):
        out = io.BytesIO()
        with Workbook(out, {"default_date_format": "dd.mm.yyyy"}) as book:
            sheet = book.add_worksheet("Daten")
            sheet.write_row(3, 0, heading)
            for number, day in enumerate(days, 5):
                sheet.write_row(number, 0, row)
                sheet.write(number, heading.index("Fundstelle"), day)
            sheet.write_row(11, 0, row)
            sheet.write_row(12, 0, row)
            sheet.write_formula(11, heading.index("Anzahl"), "=1/0", None, "#DIV/0!")
            sheet.write_formula(12, heading.index("Anzahl"), "=1+1", None, 2)
            sheet.write(30, 0, "", book.add_format(form))
        readings.append(drop(out.getvalue()))
    plain, with_percent = (
        (each.reading, each.findings, each.rows, each.lines) for each in readings
    )
    assert plain == with_percent
    assert len(readings[0].rows) == 7
    assert [(f.kind, f.line) for f in readings[0].findings] == [("cell_error", 12)]


@pytest.mark.parametrize("stands_in_its_cell", [False, True])
@pytest.mark.parametrize("beside", ["General", "0%"])
@pytest.mark.parametrize(
    ("written", "meant"),
    [
        (b"zwei_x000D_\nZeilen", "zwei\r\nZeilen"),
        (b"_x0041_", "A"),
        (b"_x005F_x0041_", "_x0041_"),
        (b"halb_xD83D_", "halb_xD83D_"),
    ],
)
def test_escaped_signs_are_read_wherever_a_text_stands(
    written: bytes, meant: str, beside: str, stands_in_its_cell: bool
) -> None:
    heading, row = table_of({"Anmerkung": "EINTRAG"})
    out = io.BytesIO()
    with Workbook(out, {"constant_memory": stands_in_its_cell}) as book:
        sheet = book.add_worksheet("Daten")
        sheet.write_row(0, 0, heading)
        sheet.write_row(1, 0, row)
        sheet.write(2, len(heading) + 2, "", book.add_format({"num_format": beside}))
    texts = "xl/worksheets/sheet1.xml" if stands_in_its_cell else "xl/sharedStrings.xml"
    with ZipFile(out) as parts:
        changed = parts.read(texts).replace(b"EINTRAG", written)
    got = drop(repacked({texts: changed}, out.getvalue()))
    assert got.column("note") == [meant]
