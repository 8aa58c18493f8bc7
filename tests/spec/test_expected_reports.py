"""A recurring duty unfolds into the reports that it leads one to expect: rows in, words out."""

from datetime import date

import pytest

from kim import expected_reports
from kim.expected_reports import expected
from kim.facts import Record, records
from tests.spec.reading import table

DAY = date(2024, 3, 1)
SAME = {
    "recurrence": "yearly",
    "state": "open",
    "due": None,
    "kept_by": None,
    "as_of": "2021-12-31",
    "read_until": "2024-02",
}


def duty(written: str) -> Record:
    """The one row below a heading."""
    [found] = records(table(written, **SAME))
    return found


def said(written: str, day: date = DAY) -> list[str]:
    """The heading and the lines of a duty; nothing for what is no duty."""
    row = duty(written)
    found = expected(row, day)
    if found is None:
        return []
    return [expected_reports.head(found), *expected_reports.lines(found, row["read_until"], day)]


def periods(written: str, day: date = DAY) -> list[str]:
    """Each period with its outcome: "2022 overdue"."""
    found = expected(duty(written), day)
    return [f"{each.period} {each.outcome.value}" for each in found.reports] if found else []


def test_a_yearly_duty_is_one_report_for_every_year_with_what_met_it() -> None:
    assert said("kept_by\n 2022: Vorlage 12/22, Absatz 3") == [
        "Erwartete Berichte: 1 erfüllt, 1 überfällig, 1 laufend und 1 vielleicht erwartet",
        "2021: vielleicht erwartet; durchsucht bis Februar 2024, kein Bericht gefunden",
        "2022: erfüllt durch Vorlage 12/22, Absatz 3",
        "2023: überfällig; durchsucht bis Februar 2024, kein Bericht gefunden",
        "2024: Zeitraum noch nicht vorbei; durchsucht bis Februar 2024, kein Bericht gefunden",
    ]


@pytest.mark.parametrize(
    ("row", "found"),
    [
        ("as_of\n 2022", ["2022 possible", "2023 overdue", "2024 due"]),
        ("as_of\n 2023-01-01", ["2023 overdue", "2024 due"]),
        ("as_of\n 2022-12/2023-06", ["2022 possible", "2023 possible"]),
        ("as_of\n 2021-01-01/2022-12-31", ["2021 overdue", "2022 overdue"]),
        ("due\n 2023", ["2023 overdue", "2024 due"]),
        ("due\n 2023-06-30", ["2023 overdue", "2024 due"]),
        ("due\n 2022~", ["2021 possible", "2022 possible", "2023 overdue", "2024 due"]),
        ("due\n 2022/2023-03", ["2022 overdue", "2023 overdue"]),
        ("due\n 2026", ["2026 due"]),
        ("due | as_of\n XXXX-03 | 2023-01-01", ["2023 overdue", "2024 due"]),
    ],
)
def test_it_begins_and_ends_no_surer_than_its_dates(row: str, found: list[str]) -> None:
    assert periods(row) == found


def test_half_years_are_periods_of_their_own() -> None:
    row = "recurrence | as_of | kept_by\n half_yearly | 2023-01-01 | 2023-05: Bericht"
    assert periods(row) == ["2023-40 met", "2023-41 overdue", "2024-40 due"]
    assert said(row)[1:3] == [
        "1. Halbjahr 2023: erfüllt durch Bericht",
        "2. Halbjahr 2023: überfällig; durchsucht bis Februar 2024, kein Bericht gefunden",
    ]


@pytest.mark.parametrize(
    ("day", "outcome"), [(date(2023, 12, 31), "2023 due"), (date(2024, 1, 1), "2023 overdue")]
)
def test_it_is_overdue_from_the_day_after_the_period(day: date, outcome: str) -> None:
    assert periods("as_of\n 2023-01-01", day)[0] == outcome


@pytest.mark.parametrize(
    ("read_until", "searched"),
    [
        (
            "2022-12-31",
            "durchsucht bis 31.12.2022; kein Dokument mit Datum aus dem Zeitraum oder danach",
        ),
        ("2023-01-01", "durchsucht bis 01.01.2023; kein Dokument mit Datum nach dem Zeitraum"),
        ("2023-12-31", "durchsucht bis 31.12.2023; kein Dokument mit Datum nach dem Zeitraum"),
        ("2024-01-01", "durchsucht bis 01.01.2024, kein Bericht gefunden"),
        (
            "[2024-01-02..2024-02-03]",
            "durchsucht bis spätestens 03.02.2024, kein Bericht gefunden",
        ),
        ("", "durchsucht: nur Dokumente ohne Datum, kein Bericht gefunden"),
    ],
)
def test_it_says_how_far_was_looked(read_until: str, searched: str) -> None:
    row = f"as_of | read_until\n 2023-01-01 | {read_until}"
    assert said(row)[1] == f"2023: überfällig; {searched}"


@pytest.mark.parametrize(
    ("row", "head"),
    [
        ("recurrence\n regularly", "Wie oft, ist nicht genannt;"),
        ("recurrence\n every_meeting", "Wann getagt wurde, ist hier nicht erfasst;"),
        ("as_of\n ../2023", "Seit wann, ist nicht gesagt;"),
        ("as_of | due\n |", "Seit wann, ist nicht gesagt;"),
    ],
)
def test_what_is_unknown_stays_unknown(row: str, head: str) -> None:
    assert said(row) == [f"{head} die erwarteten Berichte lassen sich nicht aufzählen."]
    assert periods(row) == []


def test_what_is_not_promised_yet_or_only_possible_is_never_overdue() -> None:
    assert periods("state | as_of\n prospective | 2023-01-01") == [
        "2023 prospective",
        "2024 prospective",
    ]
    assert said("state | as_of\n prospective | 2024-01-01") == [
        "Erwartete Berichte: 1 nicht fest zugesagt",
        "2024: nicht fest zugesagt; durchsucht bis Februar 2024, kein Bericht gefunden",
    ]
    assert periods("is_certain | as_of\n nein | 2023-01-01") == ["2023 possible", "2024 possible"]


@pytest.mark.parametrize("row", ["recurrence\n once", "state\n kept", "state\n lapsed"])
def test_what_is_no_duty_any_more_unfolds_into_nothing(row: str) -> None:
    assert said(row) == []


def test_a_document_is_never_put_into_a_period_that_is_not_named() -> None:
    row = "as_of | kept_by\n 2023-01-01 | Bericht 2023; 2019: Alter Bericht; 2023: A; 2023-06: B"
    found = expected(duty(row), DAY)
    assert found is not None
    assert [each.kept_by for each in found.reports] == ["A; B", ""]
    assert said(row)[-1] == (
        "Ohne passenden Zeitraum erfüllt durch: Bericht 2023; 2019: Alter Bericht"
    )
    assert said("recurrence | kept_by\n regularly | 2022: Bericht")[1:] == [
        "Ohne passenden Zeitraum erfüllt durch: 2022: Bericht"
    ]


def test_in_short_and_in_one_cell() -> None:
    row = duty("as_of | kept_by\n 2023-01-01 | 2023: A")
    assert expected_reports.in_short(row, DAY) == ("erwartete Berichte: 1 erfüllt und 1 laufend")
    assert expected_reports.in_short(duty("recurrence\n regularly"), DAY) == ""
    assert expected_reports.told(row, DAY) == (
        "Erwartete Berichte: 1 erfüllt und 1 laufend | 2023: erfüllt durch A"
        " | 2024: Zeitraum noch nicht vorbei; durchsucht bis Februar 2024, kein Bericht gefunden"
    )
    assert expected_reports.told(duty("recurrence\n once"), DAY) == ""
