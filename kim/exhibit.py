"""What an exhibit says: how much is known, and its facts as a table of words."""

from collections.abc import Mapping
from dataclasses import dataclass

import pandas as pd

from kim import decisions, german, proof, queries
from kim.facts import FactKey, Record, is_sure, records, words
from kim.queries import View
from kim.tables import Field, Table
from kim.texts import text

NOT_LISTED = {"region", "source", "paragraph", "anchor", "certainty", "unit", "basis"}


@dataclass(frozen=True)
class Line:
    """A fact in the table of an exhibit: its place, its key, its proof, a cell for each column."""

    place: str
    fact: FactKey
    proof: str
    cells: tuple[str, ...]


@dataclass(frozen=True)
class Listing:
    """The table of an exhibit; `fields` are the columns beside place and proof."""

    caption: str
    fields: tuple[Field, ...]
    lines: tuple[Line, ...]


def sentence(rows: pd.DataFrame, table: Table, view: View) -> str:
    """How much is known, of whom nothing is, and what the as-of date leaves out."""
    if not view.regions:
        return text("exhibit.no_place")
    parts = _known(rows, view) if len(rows) else [text("exhibit.nothing")]
    if hidden := queries.undated(table.name, view):
        parts.append(text("exhibit.undated", facts=_facts(hidden)))
    return " ".join(parts)


def listing(rows: pd.DataFrame, table: Table, most: int) -> Listing:
    """The first `most` rows as words; columns that are empty in all of them are left out."""
    shown = rows.head(most)
    fields = tuple(
        each
        for each in table.fields
        if each.name not in NOT_LISTED and each.name in rows and shown[each.name].notna().any()
    )
    unit = next((each for each in table.fields if each.name == "unit"), None)
    names = queries.organisations()
    lines = tuple(
        Line(
            place=record["place"],
            fact=FactKey(record.get("fact_table", table.name), record["fact"]),
            proof=proof.anchored(record),
            cells=tuple(_cell(each, unit, record, names) for each in fields),
        )
        for record in records(shown)
    )
    caption = text("exhibit.caption", subject=table.title, shown=len(shown), rows=len(rows))
    return Listing(caption, fields, lines)


def _known(rows: pd.DataFrame, view: View) -> list[str]:
    names, spoken_of = queries.place_names(), set(rows["region"])
    silent = [names[ags] for ags in view.regions if ags not in spoken_of]
    chosen, facts = len(view.regions), _facts(len(rows))
    if chosen == 1:
        parts = [text("exhibit.known_of_one", facts=facts, place=names[view.regions[0]])]
    else:
        known = chosen - len(silent)
        parts = [text("exhibit.known", facts=facts, known=known, chosen=chosen)]
    if unchecked := int((~rows["is_read_from_text"]).sum()):
        parts.append(text("exhibit.unchecked", rows=unchecked))
    if silent:
        parts.append(text("exhibit.silent", places=", ".join(silent)))
    return parts


def _facts(number: int) -> str:
    return text("exhibit.one_fact") if number == 1 else text("exhibit.many_facts", rows=number)


def _cell(field: Field, unit: Field | None, record: Record, names: Mapping[str, str]) -> str:
    """A cell as it reads: numbers with hedge and unit, in parentheses when unchecked."""
    said = german.cell(field, record[field.name], names)
    if field.name == "kind" and decisions.is_rescinded(record):
        return decisions.stands(record)
    if field.name == "note" and record["basis"] != "stated":
        basis = words("basis", record["basis"])
        return basis if said == german.UNKNOWN else f"{basis}: {said}"
    if field.type != "number" or said == german.UNKNOWN:
        return said
    said = german.PREFIXES.get(str(record.get("certainty")), "") + said
    said = said if is_sure(record) else f"({said})"
    return f"{said} {unit.vocabulary[record['unit']]}" if unit else said
