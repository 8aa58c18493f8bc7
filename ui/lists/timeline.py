"""Lists of what happened and is expected year by year, of what bears no date, of what was decided."""

from collections.abc import Iterator
from datetime import date
from itertools import groupby

import pandas as pd

from kim import dates, german
from kim import decisions as kim_decisions
from kim.facts import FactKey, Record, records, words
from ui.figures.statements import bracketed, by_place, filled
from ui.lists.entries import Chip, Entry, EntryList, Group
from ui.lists.words import counted, doubts, proof
from ui.texts import text

YEARS_OPEN = 1
FORMS = {
    "done": "kept",
    "expected": "planned",
    "decided": "set",
    "recommended": "open",
    "noted": "level",
}


def by_year(events: pd.DataFrame, day: date) -> EntryList:
    """Dated events, the newest first; all years but the newest are folded."""
    newest_first = sorted(records(events), key=_middle, reverse=True)
    years = [
        (year, list(rows)) for year, rows in groupby(newest_first, lambda row: _middle(row).year)
    ]
    return EntryList(
        tuple(
            Group(
                counted(str(year), len(rows)),
                tuple(_event(row, day) for row in rows),
                is_folded=number >= YEARS_OPEN,
            )
            for number, (year, rows) in enumerate(years)
        )
    )


def undated(events: pd.DataFrame, day: date) -> EntryList:
    """Events without a date or without its year, by place."""
    return EntryList(
        tuple(
            Group(counted(place, len(here)), tuple(_event(row, day) for row in here))
            for place, here in by_place(events)
        )
    )


def decisions(rows: pd.DataFrame) -> EntryList:
    """What was decided, recommended or noted, by place; both ends of a rescission lead to each other."""
    return EntryList(
        tuple(
            Group(counted(place, len(here)), tuple(map(_decision, here)))
            for place, here in by_place(rows)
        )
    )


def _middle(row: Record) -> date:
    return dates.days(row["date"]).middle or date.min


def _event(row: Record, day: date) -> Entry:
    is_decision = not german.is_empty(row["kind"])
    how = kim_decisions.stands(row) if is_decision else words("milestone_state", row["state"])
    form = _form_of_decision(row) if is_decision else FORMS.get(row["state"], "unsure")
    return Entry(
        bracketed(str(row["event"]).removesuffix(f" {german.in_parentheses(how)}"), row),
        FactKey(row["fact_table"], row["fact"]),
        proof(row),
        row["region"],
        (Chip(how, form), *doubts(row)),
        tuple(filter(None, (_when(row), row["place"], filled(row["note"])))),
        text("timeline.past") if is_past(row, day) else "",
    )


def is_past(row: Record, day: date) -> bool:
    """Whether something is still called expected though every day of its date is over."""
    written = row["date"]
    last = None if german.is_empty(written) else dates.days(written).last
    return row["state"] == "expected" and last is not None and last < day


def _decision(row: Record) -> Entry:
    return Entry(
        bracketed(row["subject"], row),
        FactKey(kim_decisions.TABLE, row["fact"]),
        proof(row),
        row["region"],
        (Chip(kim_decisions.stands(row), _form_of_decision(row)), *doubts(row)),
        tuple(filter(None, _about_decision(row))),
        also=tuple(kim_decisions.other_ends(row)),
    )


def _about_decision(row: Record) -> Iterator[str]:
    """By whom, when, for whom, with which vote and conditions; what it rescinds where that is not known here."""
    yield row["body"]
    yield _when(row)
    yield filled(row["addressed_to"], "timeline.addressed_to")
    yield filled(row["vote"], "timeline.vote")
    yield filled(row["conditions"], "timeline.conditions")
    yield "" if kim_decisions.other_ends(row) else kim_decisions.rescinds(row)
    yield filled(row["note"])


def _form_of_decision(row: Record) -> str:
    return FORMS.get(kim_decisions.state(row), "unsure")


def _when(row: Record) -> str:
    written = row["date"]
    return text("timeline.no_date") if german.is_empty(written) else german.partial_date(written)
