"""The notes at the foot of a page: document, paragraph and words of each fact."""

from collections import defaultdict
from collections.abc import Iterable, Mapping

import pandas as pd

from kim import german, proof, queries
from kim.answers import Value
from kim.facts import FactKey, Record, records
from kim.queries import View
from ui.texts import text

Notes = Mapping[str, str]


def of_record(row: Record) -> str:
    """ "Niederschrift Rheine (03.11.2022), Absatz 2: „3,5 Stellen“"."""
    title = row["source"] if german.is_empty(row["source_title"]) else row["source_title"]
    date = proof.date_of_document(row["source_date"])
    return text("report.note", document=title, date=date, proof=proof.anchored(row))


def of_rows(rows: pd.DataFrame, table: str) -> dict[str, str]:
    """The notes of the rows of an exhibit, by the written key of their fact."""
    return {
        str(FactKey(row.get("fact_table", table), row["fact"])): of_record(row)
        for row in records(rows)
    }


def of_values(values: Iterable[Value], view: View) -> dict[str, str]:
    """The notes of the values of answers as they were known on the days of the view, by the written key."""
    facts: dict[str, set[int]] = defaultdict(set)
    places: set[str] = set()
    for each in values:
        facts[each.fact.table].add(each.fact.fact)
        places.add(each.place)
    asked = View(tuple(sorted(places)), view.held_on, view.known_on)
    found: dict[str, str] = {}
    for table, keys in sorted(facts.items()):
        found |= of_rows(queries.chosen_facts(table, sorted(keys), asked), table)
    return found


def chosen(notes: Notes, keys: Iterable[object]) -> tuple[str, ...]:
    """The notes of these facts, each once."""
    return tuple(dict.fromkeys(notes[str(each)] for each in keys if str(each) in notes))
