"""How values read: numbers, dates of any precision, hedges, cells of every kind, a fact in one line."""

from datetime import date, datetime, timedelta

import pandas as pd
import pytest

from kim import german
from kim.german_numbers import counted
from kim.tables import Field, package
from kim.texts import text

ORGANISATIONS = {"kreis": "Kreis Steinfurt"}
POSITIONS, FUNDING = package().tables["positions"], package().tables["funding"]


@pytest.mark.parametrize(
    ("value", "words"),
    [
        (0, "0"),
        (0.5, "0,5"),
        (-1.5, "-1,5"),
        (3.0, "3"),
        (1234.5, "1.234,5"),
        (17932651, "17.932.651"),
        (1.23456, "1,235"),
    ],
)
def test_numbers_have_a_comma_points_and_at_most_three_decimals(value: float, words: str) -> None:
    assert german.number(value) == words


@pytest.mark.parametrize(
    ("iso", "words"),
    [
        ("2022", "2022"),
        ("2022-01", "Januar 2022"),
        ("2022-12", "Dezember 2022"),
        ("2022-03-01", "01.03.2022"),
        ("--05", "Mai, Jahr nicht genannt"),
        ("--11-10", "10. November, Jahr nicht genannt"),
    ],
)
def test_dates_are_as_precise_as_the_document(iso: str, words: str) -> None:
    assert german.partial_date(iso) == words


@pytest.mark.parametrize(
    ("written", "due", "until"),
    [
        ("2022", "fällig: 2022", "bis 2022"),
        ("2022-05-01", "fällig: 01.05.2022", "bis 01.05.2022"),
        ("../2022", "fällig bis 2022", "bis 2022"),
        ("2022/..", "fällig ab 2022", "ab 2022"),
        ("2021/2022", "fällig: 2021 bis 2022", "bis 2022"),
    ],
)
def test_a_date_behind_a_word_reads_aloud(written: str, due: str, until: str) -> None:
    assert german.led("fällig", written) == due
    assert german.until(written) == until


@pytest.mark.parametrize(
    ("number", "words"),
    [
        (0, "0 Angaben"),
        (1, "1 Angabe"),
        (1.0, "1 Angabe"),
        (1.5, "1,5 Angaben"),
        (2, "2 Angaben"),
        (1234, "1.234 Angaben"),
        ("1", "1 Angabe"),
        ("11", "11 Angaben"),
    ],
)
def test_a_number_has_the_noun_that_fits_it(number: float | str, words: str) -> None:
    assert counted(number, "Angabe", "Angaben") == words
    assert text("exhibit.facts", rows=number) == words


@pytest.mark.parametrize(
    ("number", "unit", "words"),
    [
        (1, "posts", "1 Stelle"),
        (1.0, "persons", "1 Person"),
        (0.5, "posts", "0,5 Stellen"),
        (6, "persons", "6 Personen"),
    ],
)
def test_one_of_a_unit_is_no_plural(number: float, unit: str, words: str) -> None:
    units = package().vocabularies["position_unit"]
    row = position(quantity=number, unit=unit, certainty="exact")

    assert german.in_unit(german.number(number), number, unit, units) == words
    assert german.statement(POSITIONS, row, {}).startswith(f"{words} · ")


def test_a_unit_without_a_word_for_one_stays() -> None:
    assert german.in_unit("1", 1, "eur", package().vocabularies["funding_unit"]) == "1 Euro"


@pytest.mark.parametrize(
    ("words", "said"),
    [
        ("beschlossen", "(beschlossen)"),
        ("beschlossen, (aufgehoben 2024)", "(beschlossen, [aufgehoben 2024])"),
        ("Integrationszentrum (KI)", "(Integrationszentrum [KI])"),
    ],
)
def test_parentheses_never_stand_in_parentheses(words: str, said: str) -> None:
    assert german.in_parentheses(words) == said
    assert german.without_parentheses(said) == words


@pytest.mark.parametrize("words", ["", "Kreis", "Zentrum (KI)", "(12) Stellen", "(a) und (b)"])
def test_words_that_are_not_in_parentheses_as_a_whole_stay(words: str) -> None:
    assert german.without_parentheses(words) == words


def test_a_day_has_two_digits_for_day_and_month() -> None:
    assert german.day(date(2022, 3, 1)) == "01.03.2022"


@pytest.mark.parametrize(
    ("certainty", "words"),
    [
        ("exact", "6"),
        ("about", "ca. 6"),
        ("at_most", "bis zu 6"),
        ("at_least", "mindestens 6"),
        ("unknown", "6"),
    ],
)
def test_a_hedge_stands_before_the_number(certainty: str, words: str) -> None:
    assert german.amount(6, certainty) == words
    assert german.amount_range(6, 6, certainty) == words


def test_an_amount_needs_no_hedge() -> None:
    assert german.amount(6) == "6"


def test_a_range_has_two_ends_one_amount_has_one_and_unknown_its_sign() -> None:
    nan = float("nan")

    assert german.amount_range(7000, 10000) == "7.000 – 10.000"
    assert german.amount_range(7000, 10000, "about") == "ca. 7.000 – 10.000"
    assert german.amount_range(7000, 7000) == "7.000"
    assert german.amount_range(7000, None) == "7.000"
    assert german.amount_range(nan, 10000, "at_most") == "bis zu 10.000"
    assert german.amount_range(0, 0) == "0"
    assert german.amount_range(nan, nan, "about") == "."
    assert german.amount_range(None, None) == "."


@pytest.mark.parametrize("nothing", [None, "", float("nan"), pd.NaT])
def test_a_cell_that_says_nothing_is_empty_and_unknown(nothing: object) -> None:
    assert german.is_empty(nothing) is True
    assert german.cell(POSITIONS.field("quantity"), nothing, {}) == "."
    assert german.cell(POSITIONS.field("status"), nothing, {}) == "."


@pytest.mark.parametrize("something", [0, 0.0, False, "0", " ", "x"])
def test_zero_is_not_empty(something: object) -> None:
    assert german.is_empty(something) is False


def test_cells_read_by_what_their_column_is() -> None:
    assert german.cell(POSITIONS.field("status"), "filled", {}) == "besetzt"
    assert german.cell(POSITIONS.field("as_of"), "2022-11", {}) == "November 2022"
    assert german.cell(POSITIONS.field("employer"), "kreis", ORGANISATIONS) == "Kreis Steinfurt"
    assert german.cell(POSITIONS.field("employer"), "fremd", ORGANISATIONS) == "fremd"
    assert german.cell(POSITIONS.field("quantity"), 1234.5, {}) == "1.234,5"
    assert german.cell(POSITIONS.field("paragraph"), 12, {}) == "12"
    assert german.cell(POSITIONS.field("area"), "Norden", {}) == "Norden"
    assert german.cell(Field("x", "X", "boolean"), value=True, organisations={}) == "True"


def test_long_compounds_may_break_at_their_joints() -> None:
    assert german.hyphenated("Integrationszentrum") == "Integrations\u00adzentrum"
    assert german.hyphenated("Einbürgerungsbehörde") == "Einbürgerungs\u00adbehörde"
    assert german.hyphenated("Ausländerbehörde") == "Ausländer\u00adbehörde"
    assert german.hyphenated("Vollzeitstellen") == "Vollzeit\u00adstellen"
    assert german.hyphenated("Arbeitszeitstruktur") == "Arbeits\u00adzeit\u00adstruktur"
    assert german.hyphenated("Hochzeitsfeier") == "Hochzeits\u00adfeier"
    assert german.hyphenated("Einheitssatz") == "Einheits\u00adsatz"
    assert german.hyphenated("kurz") == "kurz"
    assert german.hyphenated("Leitungs") == "Leitungs"


def position(**cells: object) -> dict[str, object]:
    empty = {field.name: None for field in POSITIONS.fields}
    return empty | {"unit": "posts", "measure": "total", "status": "filled"} | cells


def test_a_statement_is_one_line_of_its_filled_cells_with_unit_and_hedge() -> None:
    row = position(module="1", function="assistance", quantity=3.5, certainty="about", region="05")

    assert german.statement(POSITIONS, row, {}) == (
        "Baustein 1: Koordinierung · Verwaltungsassistenz · ca. 3,5 Stellen · Gesamtzahl · besetzt"
    )


def test_a_statement_says_the_same_words_once() -> None:
    row = position(module="2", function="case_management", quantity=0, certainty="exact")

    assert german.statement(POSITIONS, row, {}) == (
        "Baustein 2: Case Management · 0 Stellen · Gesamtzahl · besetzt"
    )


def test_a_statement_leaves_out_place_and_bookkeeping_and_needs_no_certainty() -> None:
    row = position(as_of="2022", note="weil", anchor="x", source="y", paragraph=3, basis="stated")

    assert german.statement(POSITIONS, row, {}) == "Stellen, nicht beziffert · Gesamtzahl · besetzt"


@pytest.mark.parametrize(
    ("basis", "end"),
    [
        ("stated", ""),
        ("inferred", " · von uns erschlossen"),
        ("claimed", " · behauptet, nicht bestätigt"),
    ],
)
def test_a_statement_says_at_its_end_that_no_document_states_it(basis: str, end: str) -> None:
    row = position(quantity=2, certainty="exact", basis=basis)

    assert german.statement(POSITIONS, row, {}) == f"2 Stellen · Gesamtzahl · besetzt{end}"


def test_a_statement_names_organisations_and_both_ends_of_a_range() -> None:
    row = {field.name: None for field in FUNDING.fields}
    row |= {"item": "Sachkosten", "amount_min": 7000.0, "amount_max": 10000.0, "unit": "eur"}
    row |= {"certainty": "at_most", "payer": "kreis", "recipient": "fremd"}

    assert german.statement(FUNDING, row, ORGANISATIONS) == (
        "Sachkosten · bis zu 7.000 · bis zu 10.000 Euro · Kreis Steinfurt · fremd"
    )


def test_an_amount_that_is_not_named_has_no_unit_behind_its_item() -> None:
    row = {field.name: None for field in FUNDING.fields}
    row |= {"item": "Eigenanteil am KIM", "unit": "eur", "certainty": "unknown"}

    assert german.statement(FUNDING, row, {}) == "Eigenanteil am KIM · Euro, nicht beziffert"


# The last moment of a German day as the store keeps it: in winter, in summer, on both days on which
# the clocks change.
LAST_MOMENTS = [
    ("2024-01-10", "2024-01-10T22:59:59.999999"),
    ("2024-07-10", "2024-07-10T21:59:59.999999"),
    ("2024-03-30", "2024-03-30T22:59:59.999999"),
    ("2024-03-31", "2024-03-31T21:59:59.999999"),
    ("2024-10-26", "2024-10-26T21:59:59.999999"),
    ("2024-10-27", "2024-10-27T22:59:59.999999"),
    ("2024-12-31", "2024-12-31T22:59:59.999999"),
]


@pytest.mark.parametrize(("day", "moment"), LAST_MOMENTS)
def test_a_day_is_a_german_calendar_day(day: str, moment: str) -> None:
    on, last = date.fromisoformat(day), datetime.fromisoformat(moment)
    after = last + timedelta(microseconds=1)

    assert german.end_of(on) == after
    assert german.calendar_day(last) == on
    assert german.calendar_day(after) == on + timedelta(days=1)
