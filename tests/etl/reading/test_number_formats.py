"""XLSX: what the number format of a cell shows: percent, months, years."""

import io
from datetime import date, datetime

import pytest
from xlsxwriter import Workbook

from etl.reading.files.number_formats import date_form
from tests.etl.reading.dropped import Dropped, drop, table_of


def formatted(column: str, cell: object, code: str, table: str, **others: str) -> Dropped:
    """A row whose one cell has this number format; with a percent format beside it if it is none."""
    heading, row = table_of(others, table=table)
    out = io.BytesIO()
    with Workbook(out) as book:
        sheet = book.add_worksheet("Daten")
        sheet.write_row(0, 0, heading)
        sheet.write_row(1, 0, row)
        form = book.add_format({"num_format": int(code) if code.isdecimal() else code})
        sheet.write(1, heading.index(column), cell, form)
        sheet.write(2, len(heading) + 2, "", book.add_format({"num_format": "0%"}))
    return drop(out.getvalue(), table)


@pytest.mark.parametrize(
    ("cell", "value"),
    [(1, "100"), (1.2, "120"), (0.75, "75"), (0.07, "7"), (0.125, "12.5"), (19, "1900"), (0, "0")],
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
    heading, row = table_of({"Anmerkung": "zwei\nZeilen"})
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
