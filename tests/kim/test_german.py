"""Numbers and dates as a German reader expects them."""

from datetime import date

import pytest

from kim import german
from kim.tables import package

POSITIONS = package().tables["positions"]


@pytest.mark.parametrize(
    ("iso", "words"),
    [
        ("2022", "2022"),
        ("2022-11", "November 2022"),
        ("2022-11-01", "01.11.2022"),
        ("--05", "Mai, Jahr nicht genannt"),
        ("--11-10", "10. November, Jahr nicht genannt"),
    ],
)
def test_dates_of_any_precision(iso: str, words: str) -> None:
    assert german.partial_date(iso) == words


@pytest.mark.parametrize(
    ("value", "words"),
    [(1.9, "1,9"), (1234.5, "1.234,5"), (0, "0"), (17932651, "17.932.651"), (3.0, "3")],
)
def test_numbers(value: float, words: str) -> None:
    assert german.number(value) == words


def test_hedges_and_ranges() -> None:
    assert german.amount(6, "at_most") == "bis zu 6"
    assert german.amount_range(7000, 10000, "about") == "ca. 7.000 – 10.000"
    assert german.amount_range(55000, 55000) == "55.000"
    assert german.amount_range(None, None) == german.UNKNOWN


def test_day() -> None:
    assert german.day(date(2022, 11, 1)) == "01.11.2022"


def test_an_empty_cell_is_unknown_and_zero_is_not() -> None:
    quantity = POSITIONS.field("quantity")

    assert german.cell(quantity, float("nan"), {}) == german.UNKNOWN
    assert german.cell(quantity, None, {}) == german.UNKNOWN
    assert german.cell(quantity, 0.0, {}) == "0"


def test_codes_and_organisations_read_as_words() -> None:
    assert german.cell(POSITIONS.field("status"), "filled", {}) == "besetzt"
    assert german.cell(POSITIONS.field("employer"), "x", {"x": "Kreis X"}) == "Kreis X"
