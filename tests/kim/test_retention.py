"""Which versions are kept: the last, the last of a day for a time, the last of a month for good."""

from datetime import date, timedelta

import pytest

from kim.retention import Retention

TODAY = date(2026, 3, 31)


def left(published: dict[int, date], versions: int, days: int) -> list[int]:
    expendable = Retention(versions, days).expendable(published, TODAY)
    return sorted(published.keys() - set(expendable))


def test_the_last_ones_are_kept_whenever_they_were_published() -> None:
    assert left(dict.fromkeys(range(1, 11), TODAY), 3, 1) == [8, 9, 10]


def test_the_last_of_each_day_is_kept_for_as_many_days_as_the_setting_says() -> None:
    published = {
        number: TODAY - timedelta(days=(20 - number) // 2) for number in range(1, 21)
    }  # two on each of ten days
    assert left(published, 1, 3) == [16, 18, 20]
    assert left(published, 1, 1) == [20]


def test_the_last_of_each_month_is_kept_for_good() -> None:
    published = {
        1: date(2019, 12, 1),
        2: date(2019, 12, 31),
        3: date(2020, 1, 1),
        4: date(2026, 2, 3),
        5: date(2026, 2, 4),
        6: TODAY,
    }
    assert left(published, 1, 1) == [2, 3, 5, 6]


@pytest.mark.parametrize("number", [1, 7])
def test_few_are_all_kept(number: int) -> None:
    assert Retention(30, 31).expendable(dict.fromkeys(range(1, number + 1), TODAY), TODAY) == []


def test_a_clock_that_was_set_back_keeps_more_not_less() -> None:
    """A version published "tomorrow" counts as one of today."""
    assert left({1: TODAY + timedelta(days=2), 2: TODAY, 3: TODAY}, 1, 1) == [1, 3]
