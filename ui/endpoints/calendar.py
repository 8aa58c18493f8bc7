"""`/calendar.ics`: commitments of a place with the days on which they are due, recurring ones with the periods of their reports."""

from collections.abc import Iterator
from datetime import UTC, date, datetime, time, timedelta
from urllib.parse import urljoin
from uuid import NAMESPACE_URL, uuid5

from icalendar import TRANSP, Calendar, Event

from kim import dates, expected_reports, german, queries
from kim.commitments import STILL_OPEN, due_days, of_party, standing
from kim.dates import Days
from kim.expected_reports import Report
from kim.facts import FactKey, Record, is_sure, records
from kim.view import day_shown
from ui.endpoints.answers import evidence
from ui.endpoints.endpoint import Asked
from ui.texts import text

HOST = "kim-vergleich.nrw"
A_DAY = timedelta(days=1)


def calendar(asked: Asked, base: str) -> bytes:
    """The open commitments of a place as iCalendar (RFC 5545); `base`: the address of the server.

    An event lies on all days that the date may mean: a month for a month, a year for a year. Of a
    recurring duty each expected report is an event of its whole period, up to the running or next one.
    """
    place, party = asked.one("place"), asked.one("party")
    view = asked.view((place,))
    name = queries.place_names()[place]
    found = Calendar.new(
        prodid="-//KIM-Vergleich NRW//DE",
        name=text("api.calendar_name", place=name, party=f", {party}" if party else ""),
        language="de",
        method="PUBLISH",
        uid=f"{uuid5(NAMESPACE_URL, f'{HOST}/{place}/{party}')}",
    )
    stamp = queries.loaded()[1].replace(tzinfo=UTC)
    for row in records(of_party(queries.commitments(view), party)):
        for event in _events(row, day_shown(view), stamp, base):
            found.add_component(event)
    return bytes(found.to_ical())


def _events(row: Record, day: date, stamp: datetime, base: str) -> Iterator[Event]:
    """The events of a commitment that is still open; none where nothing says when it is due."""
    if standing(row, day) not in STILL_OPEN:
        return
    found = expected_reports.expected(row, day)
    reports = found.reports if found else ()
    for report in reports:
        words = expected_reports.line(report, row["read_until"], day)
        yield _report(row, report, _event(row, dates.days(report.period), stamp, base, words))
    if not reports and due_days(row).last:
        due = german.led(text("commitments.due"), str(row["due"]))
        yield _event(row, due_days(row), stamp, base, due)


def _report(row: Record, report: Report, event: Event) -> Event:
    """The event of a report, named by its duty and its period."""
    period = german.partial_date(report.period)
    event["UID"] = _name(row, f"-{report.period}")
    event["SUMMARY"] = text("api.calendar_report", promise=_said(row), period=period)
    return event


def _event(row: Record, due: Days, stamp: datetime, base: str, when: str) -> Event:
    """An event on all days that a date may mean; of one that is due until a day, that day. `when`: in words."""
    certain = due.first == due.last
    last = due.last or date.max
    link = urljoin(base, evidence(str(FactKey("commitments", row["fact"]))))
    return Event.new(
        uid=_name(row),
        summary=_said(row) if certain else text("api.calendar_uncertain", promise=_said(row)),
        description="\n".join(_described(row, when, link)),
        start=due.first or last,
        end=last + A_DAY,
        stamp=stamp,
        transparency=TRANSP.TRANSPARENT,
        url=link,
    )


def _name(row: Record, more: str = "") -> str:
    """What an event is called as long as its fact has its key."""
    return f"commitments-{row['fact']:016x}{more}@{HOST}"


def _said(row: Record) -> str:
    return str(row["promise"] if is_sure(row) else german.in_parentheses(row["promise"]))


def _described(row: Record, when: str, link: str) -> list[str]:
    """Where, when and by whom, for people whose program shows no link."""
    parties = [each for each in (row["made_by"], row["made_to"]) if not german.is_empty(each)]
    return [
        str(row["place"]),
        when,
        *([" → ".join(map(str, parties))] if parties else []),
        f"{row['source_title']}",
        link,
    ]


def midnight(day: date) -> datetime:
    """The beginning of a day (UTC)."""
    return datetime.combine(day, time(), UTC)
