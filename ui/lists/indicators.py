"""Figures of the work in places, and of the places: each kind by itself, with how it was counted."""

from collections.abc import Iterator

import pandas as pd

from kim import german
from kim.facts import FactKey, Record, words
from kim.tables import package
from ui.figures.statements import bracketed, by_place, filled, reason
from ui.lists.entries import Chip, Entry, EntryList, Group
from ui.lists.words import counted, doubts, proof
from ui.texts import text

OF_PLACES = (
    "population",
    "foreign_nationals",
    "immigration_history",
    "member_municipalities",
    "refugees",
)
# Of these there is only a number at a time: nobody says how they were counted.
STOCKS = {"population", "foreign_nationals", "immigration_history", "member_municipalities"}


def by_kind(rows: pd.DataFrame) -> EntryList:
    """The figures of the work first, those of the places folded; a group for each kind, never added up."""
    kinds = list(package().vocabularies["indicator"])
    groups = []
    for kind in sorted(kinds, key=OF_PLACES.__contains__):
        of_kind = rows[rows["indicator"] == kind]
        if len(of_kind):
            entries = tuple(_entry(place, row) for place, here in by_place(of_kind) for row in here)
            title = counted(words("indicator", kind), len(entries))
            groups.append(Group(title, entries, is_folded=kind in OF_PLACES))
    return EntryList(tuple(groups))


def _entry(place: str, row: Record) -> Entry:
    counting = filled(row["counting"]) or ("stock" if row["indicator"] in STOCKS else "")
    name = words("counting", counting) or text("evaluations.counting_not_said")
    number = bracketed(german.amount(row["value"], row["certainty"]), row)
    return Entry(
        f"{place}: {number}",
        FactKey("indicators", row["fact"]),
        proof(row),
        place=row["region"],
        chips=(Chip(name, "level"), *doubts(row)),
        details=tuple(filter(None, _dates(row, counting))),
        aside=reason(row),
    )


def _dates(row: Record, counting: str) -> Iterator[str]:
    period, day = filled(row["period"]), filled(row["as_of"])
    since = "evaluations.since" if counting == "running_total" else "evaluations.period"
    yield text(since, value=german.partial_date(period)) if period else ""
    yield text("figure.day", value=german.partial_date(day)) if day else ""
