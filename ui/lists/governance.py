"""Who supervises whom, with which instruments is worked, which goals and tasks are named."""

import pandas as pd

from kim.answers.steering import OF_INSTRUMENTS
from kim.answers.values import began, newest
from kim.facts import FactKey, Record, records, words
from kim.tables import package
from ui.figures.statements import bracketed, by_place, filled, module, reason, since
from ui.lists.entries import Chip, Entry, EntryList, Group
from ui.lists.words import counted, doubts, proof
from ui.texts import text

INSTRUMENT_FORMS = {
    "planned": "planned",
    "in_development": "open",
    "in_use": "set",
    "completed": "kept",
}


def supervision(carriers: pd.DataFrame) -> EntryList:
    """Who supervises whom or what, place by place."""
    entries = (_supervises(row) for _, here in by_place(carriers) for row in here)
    return _in_groups({"": tuple(entries)})


def instruments(rows: pd.DataFrame) -> EntryList:
    """Instruments by kind, in each by place; the statements on one instrument stand together."""
    groups: dict[str, tuple[Entry, ...]] = {}
    for kind, title in package().vocabularies["instrument_kind"].items():
        of_kind = records(rows[rows["kind"] == kind])
        first = {(row["region"], row["label"]): at for at, row in reversed([*enumerate(of_kind)])}
        same = sorted(of_kind, key=lambda row: (row["region"], first[row["region"], row["label"]]))
        groups[title] = tuple(_instrument(row, _alike(row, of_kind)) for row in same)
    return _in_groups(groups)


def objectives(rows: pd.DataFrame) -> EntryList:
    """Goals, tasks, principles and challenges of each place, folded, in this order."""
    kinds = list(package().vocabularies["objective_kind"])
    return _in_groups(
        {
            place: tuple(map(_objective, sorted(here, key=lambda row: kinds.index(row["kind"]))))
            for place, here in by_place(rows)
        },
        is_folded=True,
    )


def _in_groups(groups: dict[str, tuple[Entry, ...]], *, is_folded: bool = False) -> EntryList:
    """Each group below its title with the number of its entries."""
    return EntryList(
        tuple(
            Group(counted(title, len(found)) if title else "", found, is_folded=is_folded)
            for title, found in groups.items()
            if found
        )
    )


def _entry(row: Record, table: str, said: str, chips: tuple[Chip, ...], *details: str) -> Entry:
    return Entry(
        bracketed(said, row),
        FactKey(table, row["fact"]),
        proof(row),
        place=row["region"],
        chips=(*chips, *doubts(row)),
        details=tuple(filter(None, details)),
        aside=reason(row),
    )


def _supervises(row: Record) -> Entry:
    """What is named: the supervised body, else the area, else the module."""
    title, area = words("module", row["module"]).partition(": ")[2], filled(row["area"])
    whom = filled(row["counterpart_name"]) or area or title or text("governance.unnamed_area")
    said = text("governance.supervises", who=row["organisation_name"], whom=whom)
    details = (
        row["place"],
        "" if whom == title else words("module", row["module"]),
        "" if whom == area else filled(area, "governance.supervises_area"),
        filled(since(row), "figure.day"),
    )
    return _entry(row, "carriers", said, (), *details)


def _alike(row: Record, rows: list[Record]) -> list[Record]:
    """All statements on the same thing of the same place."""
    return [
        each for each in rows if (each["region"], each["label"]) == (row["region"], row["label"])
    ]


def _instrument(row: Record, alike: list[Record]) -> Entry:
    """The statement; where a newer one gives another state, that it is an earlier one."""
    said, form = words("instrument_state", row["state"]), INSTRUMENT_FORMS[row["state"]]
    latest = newest(alike, OF_INSTRUMENTS)
    state = Chip(said, form)
    if row["state"] != latest["state"]:
        key = "earlier_state" if began(row) < began(latest) else "other_state"
        state = Chip(text(f"governance.{key}", state=said), "unsure")
    day = filled(since(row), "figure.day") or text("governance.no_day")
    purpose = filled(row["purpose"], "governance.purpose")
    details = (row["place"], module(row), purpose, day)
    return _entry(row, "instruments", row["label"], (state,), *details)


def _objective(row: Record) -> Entry:
    kind = Chip(words("objective_kind", row["kind"]), "level")
    details = (filled(row["holder"], "governance.holder"), module(row))
    return _entry(row, "objectives", row["label"], (kind,), *details)
