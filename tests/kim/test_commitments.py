"""Where a commitment stands on a day: by its state, its rhythm and the days its date may mean."""

from datetime import date

import pytest

from kim import commitments
from kim.commitments import Count, Standing
from kim.facts import Record, records
from tests.spec.reading import table

DAY = date(2023, 6, 15)
SAME = {"due": None, "recurrence": "once", "state": "open", "made_by": "Amt", "made_to": None}


def rows(written: str) -> list[Record]:
    return records(table(written, **SAME))


@pytest.mark.parametrize(
    ("due", "day", "stands", "perhaps"),
    [
        ("2023", "2023-12-31", Standing.DUE, True),
        ("2023", "2024-01-01", Standing.OVERDUE, False),
        ("2023", "2023-01-01", Standing.DUE, False),
        ("2023", "2023-01-02", Standing.DUE, True),
        ("2023-06", "2023-06-30", Standing.DUE, True),
        ("2023-06", "2023-07-01", Standing.OVERDUE, False),
        ("2023-41", "2023-12-31", Standing.DUE, True),
        ("2023-41", "2024-01-01", Standing.OVERDUE, False),
        ("2023-06-15", "2023-06-15", Standing.DUE, False),
        ("2023-06-15", "2023-06-16", Standing.OVERDUE, False),
        ("2023~", "2024-12-31", Standing.DUE, True),
        ("2023~", "2025-01-01", Standing.OVERDUE, False),
        ("../2023", "2023-12-31", Standing.DUE, False),
        ("../2023", "2024-01-01", Standing.OVERDUE, False),
        ("2023/..", "2099-01-01", Standing.DUE, True),
        ("XXXX-05", "2099-01-01", Standing.DUE, False),
        ("--05", "2099-01-01", Standing.DUE, False),
        ("", "2099-01-01", Standing.OPEN, False),
    ],
)
def test_an_open_one_is_overdue_no_surer_than_its_date(
    due: str, day: str, stands: Standing, perhaps: bool
) -> None:
    (row,) = rows(f"due | state\n{due} | open")
    on = date.fromisoformat(day)

    assert commitments.standing(row, on) is stands
    assert commitments.may_be_overdue(row, on) is perhaps


@pytest.mark.parametrize(
    ("due", "since"),
    [
        ("2023", "Ende 2023"),
        ("2023-41", "Ende 2023"),
        ("2023-12", "Ende 2023"),
        ("2023-03", "Ende März 2023"),
        ("2024-02", "Ende Februar 2024"),
        ("2023-34", "Ende Juni 2023"),
        ("2023-03-15", "15.03.2023"),
        ("2023-12-31", "31.12.2023"),
        ("2023-03-15~", "16.03.2023"),
        ("2023/..", ""),
        ("XXXX-05", ""),
        ("", ""),
    ],
)
def test_it_is_overdue_since_the_last_day_its_date_may_mean(due: str, since: str) -> None:
    (row,) = rows(f"due | state\n{due} | open")

    assert commitments.overdue_since(row) == since


COMMITMENTS = """
    due        | recurrence    | state  | is_certain | made_by | made_to
    2022       | once          | open   | ja         | Amt     | Rat
    2023-06-14 | once          | open   | nein       | Amt     |
    2022       | yearly        | open   | ja         | Rat     | Ausschuss; Beirat
               | every_meeting | open   | ja         | Amt     | Beirat
    2023-06-15 | once          | open   | ja         | Amt     |
               | once          | open   | nein       | Amt     |
    2022       | once          | kept   | ja         | Amt     |
               | yearly        | kept   | ja         | Amt     |
    2022       | once          | lapsed | ja         | Amt     |
"""


def test_they_are_counted_by_where_they_stand() -> None:
    assert commitments.count(rows(COMMITMENTS), DAY) == {
        Standing.OVERDUE: Count(1, 1),
        Standing.RECURRING: Count(2, 0),
        Standing.DUE: Count(1, 0),
        Standing.OPEN: Count(0, 1),
        Standing.PROSPECTIVE: Count(0, 0),
        Standing.KEPT: Count(2, 0),
        Standing.LAPSED: Count(1, 0),
    }
    assert commitments.count([], DAY) == dict.fromkeys(Standing, Count(0, 0))


def test_what_is_no_promise_yet_is_not_open_be_it_due_or_not() -> None:
    written = """
        due  | recurrence | state
        2022 | once       | prospective
             | yearly     | prospective
    """

    counts = commitments.count([{**each, "is_certain": True} for each in rows(written)], DAY)

    assert counts[Standing.PROSPECTIVE] == Count(2, 0)
    assert not any(counts[each].certain for each in commitments.STILL_OPEN)


def test_parties_are_those_who_made_one_and_those_to_whom() -> None:
    assert [commitments.parties(row) for row in rows(COMMITMENTS)[:3]] == [
        ("Amt", "Rat"),
        ("Amt",),
        ("Rat", "Ausschuss", "Beirat"),
    ]


def test_those_of_a_party_are_made_by_or_to_it() -> None:
    found = table(COMMITMENTS, **SAME)

    assert list(commitments.of_party(found, "Rat").index) == [0, 2]
    assert list(commitments.of_party(found, "Beirat").index) == [2, 3]
    assert list(commitments.of_party(found, "Aus").index) == []
    assert len(commitments.of_party(found, "")) == 9
