"""Dates of any precision as people and workbooks write them."""

from datetime import date, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from etl.reading import Decisions
from etl.reading.values import dates
from etl.reading.values.cells import ReadCell
from kim.german import partial_date
from tests.etl.reading.dropped import drop_cells


@pytest.mark.parametrize(
    ("cell", "iso"),
    [
        ("01.11.2022", "2022-11-01"),
        ("1.11.2022", "2022-11-01"),
        ("1. 11. 2022", "2022-11-01"),
        ("11.2022", "2022-11"),
        ("'11.2022", "2022-11"),
        ("11/2022", "2022-11"),
        ("11-2022", "2022-11"),
        ("2022/11", "2022-11"),
        ("2022/3", "2022-03"),
        ("1900", "1900"),
        ("31.12.2199", "2199-12-31"),
        ("November 2022", "2022-11"),
        ("NOVEMBER 2022", "2022-11"),
        ("Nov. 2022", "2022-11"),
        ("Sept. 2022", "2022-09"),
        ("Mrz 2022", "2022-03"),
        ("1. November 2022", "2022-11-01"),
        ("2022", "2022"),
        ("Mai", "--05"),
        ("15.05.", "--05-15"),
        ("15. Mai", "--05-15"),
        ("2022-11", "2022-11"),
        ("2022-11-01", "2022-11-01"),
        ("--05", "--05"),
        ("--02-29", "--02-29"),
        ("2022-11-01 00:00:00", "2022-11-01"),
        ("01.11.2022 00:00", "2022-11-01"),
        (".", ""),
    ],
)
def test_a_date_is_read_in_the_precision_it_is_written(cell: str, iso: str) -> None:
    got = drop_cells({"Stand am": cell})
    assert (got.findings, got.column("as_of")) == ([], [iso])


@pytest.mark.parametrize(
    ("cell", "remedy"),
    [("01.11.22", "01.11.2022"), ("Nov 22", "Nov 2022"), ("11/22", "11/2022")],
)
def test_a_year_of_two_digits_is_not_guessed(cell: str, remedy: str) -> None:
    got = drop_cells({"Stand am": cell})
    assert got.column("as_of") == [cell]
    assert [(f.kind, f.line, f.value, f.expected) for f in got.findings] == [
        ("year_short", 2, cell, remedy)
    ]


@pytest.mark.parametrize(
    "cell",
    ["gestern", "0000", "2022-11-01 13:45", "1899", "2200", "31.12.1899", "1.1.2200", "11/1492"],
)
def test_what_is_no_date_of_ours_stays_as_it_stands(cell: str) -> None:
    got = drop_cells({"Stand am": cell})
    assert got.column("as_of") == [cell]
    assert [f.kind for f in got.findings] == ["partial_date"]


@pytest.mark.parametrize(
    "cell", ["30.02.2022", "2023-02-29", "13.2022", "1.13.", "30. Februar 2022", "2022/13"]
)
def test_a_day_that_no_calendar_has_is_said_so(cell: str) -> None:
    got = drop_cells({"Stand am": cell})
    assert got.column("as_of") == [cell]
    assert [f.kind for f in got.findings] == ["date_impossible"]
    assert got.findings[0].sentence.startswith(f"„{cell}“ gibt es im Kalender nicht.")


@pytest.mark.parametrize(
    ("cell", "month"),
    [("2011/12", "Dezember 2011"), ("2009/10", "Oktober 2009"), ("2000/01", "Januar 2000")],
)
def test_a_month_that_could_be_a_year_is_asked(cell: str, month: str) -> None:
    first = int(cell[:4])
    asked = drop_cells({"Stand am": cell})
    assert [(q.kind, q.field, q.value, q.options) for q in asked.questions] == [
        ("date", "as_of", cell, {"month": month, "years": f"die Jahre {first} und {first + 1}"})
    ]
    as_month = drop_cells(
        {"Stand am": cell}, choices=Decisions("positions", dates={"as_of": "month"})
    )
    assert (as_month.questions, as_month.findings) == ([], [])
    assert as_month.column("as_of") == [cell.replace("/", "-")]
    as_years = drop_cells(
        {"Stand am": cell}, choices=Decisions("positions", dates={"as_of": "years"})
    )
    assert [(f.kind, f.value, f.expected) for f in as_years.findings] == [
        ("date_span", cell, cell[:4])
    ]


@pytest.mark.parametrize("cell", ["2022/23", "2022/2023", "2022-2025", "2022–23", "1999/00"])
def test_a_span_of_years_is_no_date_that_no_calendar_has(cell: str) -> None:
    got = drop_cells({"Stand am": cell})
    assert [(f.kind, f.value, f.expected) for f in got.findings] == [("date_span", cell, cell[:4])]


def test_typed_dates_and_years_of_a_workbook() -> None:
    assert dates.interpret(date(2022, 11, 1)) == "2022-11-01"
    assert dates.interpret(2022.0) == "2022"
    for strange in (date(1899, 12, 31), datetime(2958, 1, 1), 1.0):  # noqa: DTZ001
        found = dates.interpret(strange)
        assert isinstance(found, ReadCell)
        assert found.finding == "partial_date"


@given(
    st.dates(date(1900, 1, 1), date(2199, 12, 31)),
    st.sampled_from(["%Y", "%Y-%m", "%Y-%m-%d", "--%m"]),
)
def test_what_the_screen_shows_is_read_back(day: date, precision: str) -> None:
    iso = day.strftime(precision)
    shown = partial_date(iso).removesuffix(", Jahr nicht genannt")
    assert dates.interpret(shown) == iso
