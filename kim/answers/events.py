"""The finding of the time axis: what happened last, what is expected next."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from kim import german, queries
from kim.answers.places import region
from kim.beside import districts_beside
from kim.dates import days
from kim.facts import Record, is_sure, records
from kim.german_nouns import opening
from kim.queries import View
from kim.texts import text
from kim.view import day_shown


def events_found(view: View) -> list[str]:
    """The last event by the day shown, the next one expected, how many are dated; the last ones of districts beside."""
    day = day_shown(view)
    told = _found(view, day)
    for ags in districts_beside(view):
        past = _past(records(queries.events(replace(view, regions=(ags,)))), day)
        told += [_said("last_event_beside", max(past, key=_middle))] if past else []
    return told


def _found(view: View, day: date) -> list[str]:
    rows = records(queries.events(view))
    dated = [each for each in rows if each["is_dated"]]
    if not dated:
        return [text("finding.no_event")]
    past = _past(dated, day)
    ahead = [each for each in dated if _first(each) > day and each["state"] == "expected"]
    told = []
    if past:
        told.append(_said("last_event", max(past, key=_middle)))
    if ahead:
        told.append(_said("next_event", min(ahead, key=_first)))
    counts = {"dated": len(dated), "undated": len(rows) - len(dated)}
    return [*told, text("finding.events", **counts)]


def _past(rows: Sequence[Record], day: date) -> list[Record]:
    return [
        each for each in rows if each["is_dated"] and _last(each) <= day and each["state"] == "done"
    ]


def _last(record: Record) -> date:
    found = days(record["date"])
    return found.last or found.first or date.max


def _first(record: Record) -> date:
    found = days(record["date"])
    return found.first or found.last or date.min


def _middle(record: Record) -> date:
    return days(record["date"]).middle or date.min


def _said(key: str, record: Record) -> str:
    event = record["event"] if is_sure(record) else german.in_parentheses(record["event"])
    return text(
        f"finding.{key}",
        day=german.partial_date(record["date"]),
        place=record["place"],
        where=opening(region(record["region"]).where),
        event=event,
    )
