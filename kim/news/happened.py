"""What happened between two days: what began and ended, numbers that changed, events, decisions, due dates that passed."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date

from kim import commitments, decisions, expected_reports, german, queries
from kim import dates as edtf
from kim import facts as fact_words
from kim.commitments import Standing
from kim.dates import Days
from kim.facts import FactKey, Record, records
from kim.news.changes import Change, Kind, newest_first, told, words
from kim.news.earlier import Earlier
from kim.news.span import Span, bounds
from kim.queries import View
from kim.tables import Table, package
from kim.texts import text

MILESTONES, COMMITMENTS, FIGURES = "milestones", "commitments", "indicators"
EVENTS = (MILESTONES, decisions.TABLE)
EXPECTED = "expected"
SAID_BY_LABEL = {MILESTONES: ("state",), decisions.TABLE: ("kind",), COMMITMENTS: ("state",)}
Dates = Mapping[tuple[str, int], Days]


@queries.remembered
def happened(view: View, since: date, until: date) -> tuple[Change, ...]:
    """What happened from `since` to `until` (both included) in the places of a view.

    As known on the knowledge day of the view; its other day does not matter. A statement without a
    date tells of no change, nor does one that held since nobody knows when.
    """
    span, dates = Span(since, until), _dates(view)
    found: list[Change] = []
    for table in package().facts:
        rows = told(table, view)
        if table.name in EVENTS:
            found.extend(_events(table, rows, dates, span))
        elif table.name == COMMITMENTS:
            found.extend(_late(table, rows, span))
        else:
            found.extend(_held(table, rows, span))
    return newest_first(found)


@queries.remembered
def overdue(view: View, day: date) -> tuple[Change, ...]:
    """What is overdue on a day in the places of a view, or may be: commitments and expected reports."""
    table = package().tables[COMMITMENTS]
    return newest_first(_late(table, told(table, view), Span(date.min, day)))


def said_without_date(view: View, since: date, until: date) -> Mapping[str, int]:
    """By place, how many statements without a day of their own stand in documents certainly of these days."""
    span = Span(since, until)
    return Counter(
        row["region"]
        for table in package().facts
        for row in told(table, view)
        if german.is_empty(row["as_of"])
        and german.is_empty(row.get("date"))
        and span.holds(_begins(row)) is True
    )


@queries.remembered
def _dates(view: View) -> Dates:
    """The days of events and decisions by table and key; of those told twice only the decision."""
    events = queries.events(View(view.regions, known_on=view.known_on))
    once = set(zip(events["fact_table"], events["fact"], strict=True))
    return {
        (row["fact_table"], row["fact"]): bounds(row, "first_day", "last_day")
        for row in records(queries.dated(view))
        if (row["fact_table"], row["fact"]) in once
    }


def _events(table: Table, rows: Sequence[Record], dates: Dates, span: Span) -> Iterator[Change]:
    for row in rows:
        days = dates.get((table.name, row["fact"]))
        if days and (is_certain := span.holds(days)) is not None:
            kind, label = _state(table, row)
            when = german.partial_date(row["date"])
            yield _change(kind, table, row, days, is_certain, label, when)


def _state(table: Table, row: Record) -> tuple[Kind, str]:
    """A decision by how it was made, a milestone by whether it came; what is awaited is of its own kind."""
    if table.name == decisions.TABLE:
        return Kind.DECISION, fact_words.words("decision_kind", decisions.state(row))
    kind = Kind.EXPECTED if row["state"] == EXPECTED else Kind.EVENT
    return kind, fact_words.words("milestone_state", row["state"])


def _late(table: Table, rows: Sequence[Record], span: Span) -> Iterator[Change]:
    yield from _overdue(table, rows, span)
    yield from _overdue_reports(table, rows, span)


def _overdue(table: Table, rows: Sequence[Record], span: Span) -> Iterator[Change]:
    """What was not overdue on the first day and is on the last one, or may be."""
    for row in rows:
        is_overdue = commitments.standing(row, span.last) is Standing.OVERDUE
        was_overdue = commitments.standing(row, span.first) is Standing.OVERDUE
        may_begin = commitments.may_be_overdue(row, span.last) and not commitments.may_be_overdue(
            row, span.first
        )
        if was_overdue or not (is_overdue or may_begin):
            continue
        label = (
            text("change.overdue", day=commitments.overdue_since(row))
            if is_overdue
            else text("change.perhaps_overdue")
        )
        days = commitments.due_days(row)
        when = german.led(text("change.due"), row["due"])
        yield _change(Kind.OVERDUE, table, row, days, is_overdue, label, when)


def _overdue_reports(table: Table, rows: Sequence[Record], span: Span) -> Iterator[Change]:
    """Each expected report that was not overdue on the first day and is on the last one."""
    for row in rows:
        before = expected_reports.overdue(row, span.first)
        for period in expected_reports.overdue(row, span.last):
            if period not in before:
                days = edtf.days(period)
                label = text("change.overdue_report", day=commitments.end_of(days))
                when = german.led(text("change.expected_report"), period)
                yield _change(Kind.OVERDUE_REPORT, table, row, days, True, label, when)


def _held(table: Table, rows: Sequence[Record], span: Span) -> Iterator[Change]:
    """What began to hold, and ended; a number that follows another is one change."""
    earlier = Earlier(table, rows)
    followed: set[int] = set()
    for row in rows:
        days = _begins(row)
        if german.is_empty(row["as_of"]) or days.first is None or earlier.is_said_before(row):
            continue
        before = earlier.number(row)
        followed |= {before["fact"]} if before else set()
        if (is_certain := span.holds(days)) is None:
            continue
        when = _since(table, row)
        if before:
            label = text("change.number", before=_number(before), after=_number(row))
            change = _change(Kind.NUMBER, table, row, days, is_certain, label, when)
            yield replace(change, before=words(table, before), after=change.words)
        else:
            label = text("change.began")
            yield _change(Kind.BEGAN, table, row, days, is_certain, label, when)
    for row in rows:
        if row["fact"] not in followed:
            yield from _ended(table, row, span)


def _ended(table: Table, row: Record, span: Span) -> Iterator[Change]:
    days = bounds(row, "held_until_earliest", "held_until_latest")
    if days.first and days.last and (is_certain := span.holds(days)) is not None:
        label = text("change.ended")
        yield _change(Kind.ENDED, table, row, days, is_certain, label, german.held(row))


def _since(table: Table, row: Record) -> str:
    """Since when a row held; the day of which a figure is."""
    return german.partial_date(row["as_of"]) if table.name == FIGURES else german.held(row)


def _number(row: Record) -> str:
    amount = german.amount(row["quantity"], row["certainty"])
    return amount if fact_words.is_sure(row) else f"({amount})"


def _begins(row: Record) -> Days:
    return bounds(row, "held_from_earliest", "held_from_latest")


def _change(
    kind: Kind, table: Table, row: Record, days: Days, is_certain: bool, label: str, when: str
) -> Change:
    """`days`: on one of which it happened; the last one counts for the order."""
    return Change(
        kind=kind,
        fact=FactKey(table.name, row["fact"]),
        label=label,
        words=words(table, row, SAID_BY_LABEL.get(table.name, ())),
        row=row,
        when=when,
        day=days.last or days.first or date.max,
        is_certain=is_certain,
    )
