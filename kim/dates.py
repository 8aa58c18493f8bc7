"""Dates of any precision, as the Extended Date/Time Format (EDTF, ISO 8601-2) writes them, and the days they may mean."""

import re
from calendar import monthrange
from dataclasses import dataclass
from datetime import date
from functools import lru_cache

FIRST_YEAR, LAST_YEAR = 1900, 2199
OPEN, LEAP_YEAR = "..", "2000"
DAY = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
YEAR_OR_MONTH = re.compile(r"[0-9]{4}(-(0[1-9]|1[0-2]))?")
WITHOUT_YEAR = re.compile(r"XXXX-[0-9]{2}(-[0-9]{2})?")
Day = date | None


@dataclass(frozen=True)
class Days:
    """The first and the last day that a date may mean; None where it sets no bound."""

    first: Day = None
    last: Day = None

    @property
    def middle(self) -> Day:
        """The day in the middle, by which dates are put in order; the one end where the other is open."""
        if self.first and self.last:
            return self.first + (self.last - self.first) / 2
        return self.first or self.last


@dataclass(frozen=True)
class Held:
    """From when until when something held: each from its earliest to its latest day, None where that is open."""

    from_earliest: Day = None
    from_latest: Day = None
    until_earliest: Day = None
    until_latest: Day = None


@lru_cache(maxsize=65536)
def days(text: str) -> Days:
    """The days that an EDTF date may mean; of an interval, all of them. ValueError for what is no date."""
    start, end = _ends(text)
    found = Days(start.first, (end or start).last)
    if found.first and found.last and found.last < found.first:
        raise ValueError(f"ends before it begins: {text!r}")
    return found


@lru_cache(maxsize=65536)
def held(text: str) -> Held:
    """A date is the day from which something held, an interval is how long. ValueError for what is no date.

    Of what held from nobody knows when, it is only known that it held before it may have ended.
    """
    days(text)
    start, end = _ends(text)
    if end is None:
        return Held(start.first, start.last)
    return Held(start.first, start.last or end.first, end.first, end.last)


def is_date(text: str) -> bool:
    """Whether this is EDTF as it is used here: years from 1900 to 2199, no times of day."""
    try:
        days(text)
    except ValueError:
        return False
    return True


def has_year(text: str) -> bool:
    """Whether a date says of which year it is: "XXXX-05" does not."""
    return not WITHOUT_YEAR.fullmatch(text)


def _ends(text: str) -> tuple[Days, Days | None]:
    """The start, and the end when it is an interval."""
    start, is_interval, end = text.partition("/")
    if not is_interval:
        return _single(start), None
    ends = [Days() if each == OPEN else _single(each) for each in (start, end)]
    if ends == [Days(), Days()]:
        raise ValueError(f"an interval without ends: {text!r}")
    return ends[0], ends[1]


def _single(text: str) -> Days:
    if DAY.fullmatch(text):
        day = date.fromisoformat(text)
        return _in_range(text, Days(day, day))
    if YEAR_OR_MONTH.fullmatch(text):
        return _in_range(text, _of_year_or_month(text))
    if not has_year(text):
        return _of_any_year(text)
    from kim.edtf_forms import parsed  # noqa: PLC0415 (its grammar takes long to import, most dates do without)

    return _in_range(text, Days(*parsed(text)))


def _of_any_year(text: str) -> Days:
    """No bounds for "XXXX-05" and "XXXX-05-15"; ValueError where no year has the day."""
    in_leap_year = text.replace("XXXX", LEAP_YEAR)
    date.fromisoformat(in_leap_year if DAY.fullmatch(in_leap_year) else f"{in_leap_year}-01")
    return Days()


def _of_year_or_month(text: str) -> Days:
    year, _, month = text.partition("-")
    first, last = (int(month), int(month)) if month else (1, 12)
    end = date(int(year), last, monthrange(int(year), last)[1])
    return Days(date(int(year), first, 1), end)


def _in_range(text: str, found: Days) -> Days:
    if any(each and not FIRST_YEAR <= each.year <= LAST_YEAR for each in (found.first, found.last)):
        raise ValueError(f"year out of range: {text!r}")
    return found
