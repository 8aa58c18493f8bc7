"""Which reports a recurring duty leads one to expect up to a day, and what the documents say of each."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from enum import Enum

from kim import dates, german
from kim.commitments import Standing, due_days, standing
from kim.dates import Days
from kim.facts import Record
from kim.german_dates import partial_date, reached
from kim.german_nouns import listed
from kim.texts import text

PARTS: Mapping[str, tuple[str, ...]] = {"yearly": ("",), "half_yearly": ("-40", "-41")}
"""By recurrence, what is behind the year in the EDTF date of each period."""
LINK = re.compile(r"(?:^|;)\s*([0-9]{4}(?:-[0-9]{2}){0,2}):\s+")
UNFOLDED = (Standing.RECURRING, Standing.PROSPECTIVE)


class Outcome(Enum):
    """What is known of an expected report on a day, in the order in which they are counted."""

    MET = "met"
    OVERDUE = "overdue"
    DUE = "due"
    POSSIBLE = "possible"
    PROSPECTIVE = "prospective"


class Unknown(Enum):
    """Why the reports of a duty cannot be counted up."""

    INTERVAL = "no_interval"
    MEETINGS = "every_meeting"
    START = "no_start"


@dataclass(frozen=True)
class Report:
    """A report that is expected in a period (EDTF); `kept_by`: the document that met it, empty for none."""

    period: str
    outcome: Outcome
    kept_by: str = ""


@dataclass(frozen=True)
class Expected:
    """The reports of a duty, the running or next one last; `unlinked`: what kept it in no period named."""

    reports: tuple[Report, ...] = ()
    unknown: Unknown | None = None
    unlinked: str = ""


def expected(duty: Record, day: date) -> Expected | None:
    """The reports that a recurring commitment leads one to expect; None of what is no such duty any more.

    One for every whole period in which the duty certainly held, or from the one in which the first is due;
    where it only may have held, the report is possible. `kept_by` links documents with periods:
    "2022: Vorlage 12/22; 2023: Vorlage 197/23".
    """
    if duty["recurrence"] == "once" or standing(duty, day) not in UNFOLDED:
        return None
    linked, unlinked = links(duty)
    unknown = _unknown(duty)
    periods = [] if unknown else list(_periods(duty, day))
    met = {each: _met(each, linked) for each in periods}
    stray = [f"{each}: {by}" for each, by in linked.items() if not _within(each, periods)]
    reports = (Report(each, _outcome(duty, each, met[each], day), met[each]) for each in periods)
    return Expected(tuple(reports), unknown, "; ".join([*unlinked, *stray]))


def overdue(duty: Record, day: date) -> list[str]:
    """The periods (EDTF) of which the report is overdue on a day."""
    found = expected(duty, day)
    reports = found.reports if found else ()
    return [each.period for each in reports if each.outcome is Outcome.OVERDUE]


def links(duty: Record) -> tuple[dict[str, str], list[str]]:
    """By period (EDTF) what kept a duty in it; then what kept it in a period that is not named."""
    written = "" if german.is_empty(duty["kept_by"]) else str(duty["kept_by"])
    before, *found = LINK.split(written)
    linked: dict[str, list[str]] = {}
    for period, by in zip(found[::2], found[1::2], strict=True):
        linked.setdefault(period, []).append(by.strip())
    return {each: "; ".join(by) for each, by in linked.items()}, [before] if before.strip() else []


def head(found: Expected) -> str:
    """How many stand how: "Erwartete Berichte: 1 erfüllt und 2 überfällig"; why none can be counted."""
    if found.unknown:
        return text(f"expected_report.{found.unknown.value}")
    return text("expected_report.head", counts=counts(found))


def counts(found: Expected) -> str:
    """How many stand how: "1 erfüllt und 2 überfällig"; empty where none is expected."""
    outcomes = [each.outcome for each in found.reports]
    return listed(
        [
            text(f"expected_report.count_{each.value}", number=outcomes.count(each))
            for each in Outcome
            if each in outcomes
        ]
    )


def in_short(duty: Record, day: date) -> str:
    """As `head`, within a sentence; empty where no report can be counted."""
    found = expected(duty, day)
    return text("expected_report.in_short", counts=counts(found)) if found and found.reports else ""


def lines(found: Expected, read_until: object, day: date) -> list[str]:
    """Each report in words, with what met it or how far was looked; `read_until`: the newest document (EDTF)."""
    told = [line(each, read_until, day) for each in found.reports]
    more = [text("expected_report.unlinked", value=found.unlinked)] if found.unlinked else []
    return [*told, *more]


def told(duty: Record, day: date) -> str:
    """All that is known of the reports of a duty, in one cell; empty for what is no such duty."""
    found = expected(duty, day)
    return " | ".join([head(found), *lines(found, duty["read_until"], day)]) if found else ""


def line(report: Report, read_until: object, day: date) -> str:
    """One report in words: "2023: überfällig; durchsucht bis Juli 2024, kein Bericht gefunden"."""
    period = partial_date(report.period)
    if report.outcome is Outcome.MET:
        return text("expected_report.met", period=period, kept_by=report.kept_by)
    searched = _searched(report, read_until, day)
    return text(f"expected_report.{report.outcome.value}", period=period, searched=searched)


def _searched(report: Report, read_until: object, day: date) -> str:
    if german.is_empty(read_until):
        return text("expected_report.read_undated")
    period, last = dates.days(report.period), dates.days(str(read_until)).last
    is_over = period.last is not None and period.last < day
    if last and period.first and last < period.first:
        key = "read_before"
    elif is_over and last and period.last and last <= period.last:
        key = "read_short"
    else:
        key = "read_until"
    return text(f"expected_report.{key}", value=reached(str(read_until)))


def _unknown(duty: Record) -> Unknown | None:
    if duty["recurrence"] == "every_meeting":
        return Unknown.MEETINGS
    if duty["recurrence"] not in PARTS:
        return Unknown.INTERVAL
    return None if _begins(duty).first else Unknown.START


def _periods(duty: Record, day: date) -> Iterator[str]:
    """The periods from the first in which a report may be due to the one of the day, at least one."""
    first, last = _begins(duty).first, _ends(duty).last
    if first is None:
        return
    until = min(max(day, first), last or date.max)
    for year in range(first.year, until.year + 1):
        for part in PARTS[duty["recurrence"]]:
            of = dates.days(f"{year}{part}")
            if of.first and of.last and of.last >= first and of.first <= until:
                yield f"{year}{part}"


def _outcome(duty: Record, period: str, kept_by: str, day: date) -> Outcome:
    if kept_by:
        return Outcome.MET
    if duty["state"] == "prospective":
        return Outcome.PROSPECTIVE
    if not duty["is_certain"] or not _is_certain(duty, dates.days(period)):
        return Outcome.POSSIBLE
    last = dates.days(period).last
    return Outcome.OVERDUE if last and last < day else Outcome.DUE


def _is_certain(duty: Record, period: Days) -> bool:
    """Whether a report is expected in a period whichever of the days that the dates may mean is the true one."""
    begins, ends = _begins(duty), _ends(duty)
    if not (period.first and period.last and begins.last):
        return False
    has_begun = begins.last <= (period.last if due_days(duty).first else period.first)
    return has_begun and (ends.last is None or bool(ends.first and ends.first >= period.last))


def _begins(duty: Record) -> Days:
    """When the first report is due, where that is said; else since when the duty holds."""
    if due_days(duty).first:
        due = dates.held(str(duty["due"]))
        return Days(due.from_earliest, due.from_latest)
    return german.days_between(duty["held_from_earliest"], duty["held_from_latest"])


def _ends(duty: Record) -> Days:
    """When the last report is due, or until when the duty holds; no bounds where no end is said."""
    due = dates.held(str(duty["due"])) if due_days(duty).last else dates.Held()
    if due.until_latest and due.until_earliest:
        year = dates.days(str(due.until_earliest.year)).last
        return Days(year, due.until_latest)
    return german.days_between(duty["held_until_earliest"], duty["held_until_latest"])


def _met(period: str, linked: Mapping[str, str]) -> str:
    return "; ".join(by for each, by in linked.items() if _within(each, [period]))


def _within(written: str, periods: list[str]) -> bool:
    """Whether all days that a date may mean lie in one of the periods."""
    if not dates.is_date(written):
        return False
    found = dates.days(written)
    bounds = [dates.days(each) for each in periods]
    return any(
        each.first and each.last and found.first and found.last
        and each.first <= found.first and found.last <= each.last
        for each in bounds
    )  # fmt: skip
