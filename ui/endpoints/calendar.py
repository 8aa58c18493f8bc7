"""`/calendar.ics`: commitments of a place with the days on which they are due, uncertain ones over all that may be meant."""

from datetime import UTC, date, datetime, time, timedelta
from urllib.parse import urljoin
from uuid import NAMESPACE_URL, uuid5

from icalendar import TRANSP, Calendar, Event

from kim import german, queries
from kim.commitments import STILL_OPEN, due_days, of_party, standing
from kim.facts import FactKey, Record, is_sure, records
from kim.view import day_shown
from ui.endpoints.answers import evidence
from ui.endpoints.endpoint import Asked
from ui.texts import text

HOST = "kim-vergleich.nrw"
A_DAY = timedelta(days=1)


def calendar(asked: Asked, base: str) -> bytes:
    """The open commitments of a place as iCalendar (RFC 5545); `base`: the address of the server.

    An event lies on all days that the date may mean: a month for a month, a year for a year.
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
        if event := _event(row, day_shown(view), stamp, base):
            found.add_component(event)
    return bytes(found.to_ical())


def _event(row: Record, day: date, stamp: datetime, base: str) -> Event | None:
    """The event of a commitment that is still open; of one that is due until a day, that day. None without a last day."""
    due = due_days(row)
    if standing(row, day) not in STILL_OPEN or not due.last:
        return None
    key = FactKey("commitments", row["fact"])
    certain = due.first == due.last
    said = row["promise"] if is_sure(row) else german.in_parentheses(row["promise"])
    return Event.new(
        uid=f"{key.table}-{key.fact:016x}@{HOST}",
        summary=said if certain else text("api.calendar_uncertain", promise=said),
        description="\n".join(_described(row, urljoin(base, evidence(str(key))))),
        start=due.first or due.last,
        end=due.last + A_DAY,
        stamp=stamp,
        transparency=TRANSP.TRANSPARENT,
        url=urljoin(base, evidence(str(key))),
    )


def _described(row: Record, link: str) -> list[str]:
    """Where, when and by whom, for people whose program shows no link."""
    parties = [each for each in (row["made_by"], row["made_to"]) if not german.is_empty(each)]
    return [
        str(row["place"]),
        german.led(text("commitments.due"), str(row["due"])),
        *([" → ".join(map(str, parties))] if parties else []),
        f"{row['source_title']}",
        link,
    ]


def midnight(day: date) -> datetime:
    """The beginning of a day (UTC)."""
    return datetime.combine(day, time(), UTC)
