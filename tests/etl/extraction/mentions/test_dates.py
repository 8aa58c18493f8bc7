"""Dates in running text."""

import pytest

from etl.extraction.mentions.dates import find_dates

PAPER = "2023-05-03"


@pytest.mark.parametrize(
    ("text", "edtf", "role"),
    [
        ("seit dem 01.11.2022 neu besetzt", "2022-11-01", "since"),
        ("ab dem Haushaltsjahr 2024", "2024", "since"),
        ("seit März 2021", "2021-03", "since"),
        ("rückwirkend zum 1.1.2022", "2022-01-01", "since"),
        ("am 1. November 2022", "2022-11-01", "on"),
        ("Am Freitag (05. Februar 2021)", "2021-02-05", "on"),
        ("am Dienstag, den 14.02.2023 um 19.00 Uhr", "2023-02-14", "on"),
        ("zum 31.12.22", "2022-12-31", "on"),
        ("im November 2022", "2022-11", "within"),
        ("Im Jahr 2022 wurden", "2022", "within"),
        ("Ende 2022", "2022-12", "within"),
        ("Ende des Jahres 2024", "2024-12", "within"),
        ("Anfang 2022", "2022", "within"),
        ("Mitte Mai 2022", "2022-05", "within"),
        ("bis Ende Juli 2023 solle", "2023-07", "until"),
        ("bis Ende 2023", "2023-12", "until"),
        ("bis zum 25. November 2022", "2022-11-25", "until"),
        ("befristet bis zum 31.12.2024", "2024-12-31", "until"),
        ("spätestens im 3. Quartal 2024", "2024-35", "until"),
        ("bis Ende Mai", "2023-05", "until"),
        ("Am 25. Juni soll", "2023-06-25", "on"),
        ("seit dem 1. November", "2022-11-01", "since"),
        ("zum 28.2.", "2023-02-28", "on"),
        ("bis zum Jahresende 2024", "2024-12", "until"),
        ("Im Sommer zieht", "2023-22", "within"),
        ("im dritten Quartal", "2023-35", "within"),
        ("2. Halbjahr 2023", "2023-41", "within"),
        ("in der zweiten Jahreshälfte 2023", "2023-41", "within"),
        ("im ersten Halbjahr des Jahres 2024", "2024-40", "within"),
        ("im 1. Quartal 2023", "2023-33", "within"),
        ("im Frühjahr 2024", "2024-21", "within"),
        ("zwischen dem 1. März 2022 und dem 31. Mai 2022", "[2022-03-01..2022-05-31]", "within"),
        ("von 2020 bis 2022", "2020/2022", "within"),
        ("ab 01.07.2020 bis zum 31.12.2020", "2020-07-01/2020-12-31", "within"),
        ("23. September bis 03. Oktober 2023", "2023-09-23/2023-10-03", "within"),
        ("19.12.2024 – 16.01.2025", "2024-12-19/2025-01-16", "within"),
        ("vom 19.12. bis 16.01.2025", "2024-12-19/2025-01-16", "within"),
        ("2021/2022", "2021/2022", "within"),
        ("2021/22", "2021/2022", "within"),
        ("Zum Jahreswechsel 2022/2023", "2022-12/2023-01", "within"),
        ("im September vergangenen Jahres", "2022-09", "within"),
        ("Herbst letzten Jahres", "2022-23", "within"),
        ("in diesem Jahr", "2023", "within"),
        ("im nächsten Jahr", "2024", "within"),
        ("bis Jahresende", "2023-12", "until"),
        ("vor zwei Jahren", "2021~", "within"),
        ("seit 10/2022", "2022-10", "since"),
    ],
)
def test_a_date_is_read_with_its_role(text: str, edtf: str, role: str | None) -> None:
    [found] = find_dates(text, PAPER)
    assert (found.edtf, found.role) == (edtf, role)


@pytest.mark.parametrize(
    "text",
    [
        "Vorlage 362/21",
        "Drucksache 2024/3092",
        "Vorlage 10/2022",
        "2000 Personen",
        "2022 Euro",
        "1.2. Überschrift",
        "Herr August sprach",
        "am 31.02.2022",
        "§ 25a",
        "1,9 Stellen",
        "Dez. IV",
    ],
)
def test_what_only_looks_like_a_date_is_none(text: str) -> None:
    assert list(find_dates(text, PAPER)) == []


@pytest.mark.parametrize("paper_date", [None, "[2021-01-01..2022-04-04]", "[2022-12-01..]"])
def test_what_depends_on_an_unknown_year_is_not_guessed(paper_date: str | None) -> None:
    assert list(find_dates("im September vergangenen Jahres und in diesem Jahr", paper_date)) == []


def test_days_in_a_list_have_the_year_of_the_last() -> None:
    found = [each.edtf for each in find_dates("am 25.04. und am 25.05.2024")]
    assert found == ["2024-04-25", "2024-05-25"]


def test_the_words_of_the_role_belong_to_the_date() -> None:
    text = "Dort ist sie seit dem 01.11.2022 neu besetzt."
    [found] = find_dates(text)
    assert text[found.span.start : found.span.end] == "seit dem 01.11.2022"


@pytest.mark.parametrize("paper_date", [None, "2023", "[2023-01-06..2023-12-13]"])
def test_a_day_without_a_year_stays_so_where_the_day_of_the_paper_is_not_known(
    paper_date: str | None,
) -> None:
    [found] = find_dates("bis Ende Mai", paper_date)
    assert (found.edtf, found.is_inferred) == ("XXXX-05", False)


def test_a_year_that_is_not_said_is_inferred() -> None:
    assert [found.is_inferred for found in find_dates("am 25. Juni oder am 1.7.2023", PAPER)] == [
        False,
        False,
    ]
    assert [found.is_inferred for found in find_dates("am 25. Juni", PAPER)] == [True]
