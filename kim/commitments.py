"""What became of a commitment on a day, no surer than its dates: overdue, recurring, open, not yet made, kept, lapsed."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from enum import Enum

import pandas as pd

from kim import german
from kim.dates import Days, days, is_date
from kim.facts import Record, records
from kim.german_dates import MONTHS
from kim.texts import text

ONCE, DECEMBER = "once", 12


class Standing(Enum):
    """Where a commitment stands on a day, in the order in which they are read."""

    OVERDUE = "overdue"
    RECURRING = "recurring"
    DUE = "due"
    OPEN = "open"
    PROSPECTIVE = "prospective"
    KEPT = "kept"
    LAPSED = "lapsed"


STILL_OPEN = (Standing.OVERDUE, Standing.RECURRING, Standing.DUE, Standing.OPEN)


@dataclass(frozen=True)
class Count:
    """How many commitments stand so, and how many more only may, not certain on the day."""

    certain: int = 0
    possible: int = 0


def standing(commitment: Record, day: date) -> Standing:
    """Overdue only from the day after the last one that the due date may mean."""
    if commitment["state"] != "open":
        return Standing(commitment["state"])
    if commitment["recurrence"] != ONCE:
        return Standing.RECURRING
    if german.is_empty(commitment["due"]):
        return Standing.OPEN
    last = due_days(commitment).last
    return Standing.OVERDUE if last and last < day else Standing.DUE


def may_be_overdue(commitment: Record, day: date) -> bool:
    """Whether some of the days that the date of an open commitment may mean are past, but not all."""
    first = due_days(commitment).first
    is_begun = first is not None and first < day
    return is_begun and standing(commitment, day) is Standing.DUE


def overdue_since(commitment: Record) -> str:
    """The last day it may have been due, as precise as its date: "Ende 2023", "Ende März 2023", "15.03.2023"."""
    return end_of(due_days(commitment))


def end_of(due: Days) -> str:
    """The last of some days, as precise as they are; empty without one."""
    if due.last is None:
        return ""
    is_end_of_month = (due.last + timedelta(days=1)).day == 1
    if due.first == due.last or not is_end_of_month:
        return german.day(due.last)
    year, month = due.last.year, due.last.month
    if month == DECEMBER:
        return text("commitment.end_of_year", year=year)
    return text("commitment.end_of_month", month=MONTHS[month], year=year)


def due_days(commitment: Record) -> Days:
    """The days that the due date may mean; no bounds without a date or its year."""
    written = commitment["due"]
    is_dated = not german.is_empty(written) and is_date(str(written))
    return days(str(written)) if is_dated else Days()


def count(commitments: Iterable[Record], day: date) -> dict[Standing, Count]:
    """How many commitments stand how on a day; every standing has an entry."""
    found = [(standing(each, day), bool(each["is_certain"])) for each in commitments]
    return {each: Count(found.count((each, True)), found.count((each, False))) for each in Standing}


def parties(commitment: Record) -> tuple[str, ...]:
    """Who made it and to whom, one by one, as far as the document names them."""
    named = (commitment["made_by"], commitment["made_to"])
    return tuple(
        part.strip() for each in named if not german.is_empty(each) for part in each.split(";")
    )


def of_party(commitments: pd.DataFrame, party: str) -> pd.DataFrame:
    """Those that this party made or that were made to it; all of them for no party."""
    if not party:
        return commitments
    return commitments[[party in parties(each) for each in records(commitments)]]
