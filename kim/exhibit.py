"""What an exhibit says: how much is known, and its facts as a table of words."""

from collections.abc import Mapping
from dataclasses import dataclass

import pandas as pd

from kim import decisions, german, proof, queries
from kim.answers.places import region
from kim.facts import FactKey, Record, is_sure, records, words
from kim.german_nouns import opening
from kim.queries import View
from kim.tables import Field, Table
from kim.texts import text

NOT_LISTED = {"region", "source", "paragraph", "anchor", "certainty", "unit", "basis", "key"}
NO_ANSWER = "answer", german.UNKNOWN


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


def sentence(rows: pd.DataFrame, view: View) -> str:
    """How much is known of the chosen places and of those beside them, how much is in doubt, of whom nothing is."""
    if not view.regions:
        return text("exhibit.no_place")
    return " ".join(_known(rows, view)) if len(rows) else text("exhibit.nothing")


def listing(rows: pd.DataFrame, table: Table, most: int) -> Listing:
    """The first `most` rows as words; columns that are empty in all of them are left out."""
    shown = rows.head(most)
    fields = tuple(
        each
        for each in table.fields
        if each.name not in NOT_LISTED and each.name in rows and _says(shown, each.name)
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


def sources(rows: pd.DataFrame) -> str:
    """The documents that these facts rest on, by title and date, in their order in the rows."""
    documents = {each["source"]: _document(each) for each in records(rows)}
    return text("exhibit.sources", documents="; ".join(documents.values()))


def _document(row: Record) -> str:
    title = row["source"] if german.is_empty(row["source_title"]) else row["source_title"]
    return f"{title} ({proof.date_of_document(row['source_date'])})"


def _of_number(key: str, number: int) -> str:
    """The key of the words for one or for several."""
    return f"{key}_one" if number == 1 else key


def _known(rows: pd.DataFrame, view: View) -> list[str]:
    names, spoken_of = queries.place_names(), set(rows["region"])
    before = queries.predecessors(view)
    spoken_of |= set(before.loc[before["ags"].isin(spoken_of), "successor"])
    silent = [names[ags] for ags in view.regions if ags not in spoken_of]
    beside = sorted(set(rows["region"]) - {*view.regions, *before["ags"]})
    chosen, facts = len(view.regions), _facts(int((~rows["region"].isin(beside)).sum()))
    if chosen == 1:
        known_of_one, to = "none_of_one" if silent else "known_of_one", region(view.regions[0]).to
        parts = [opening(text(f"exhibit.{known_of_one}", facts=facts, to=to))]
    elif len(silent) == chosen:
        parts = [text("exhibit.none_of_many")]
    else:
        known = chosen - len(silent)
        parts = [text("exhibit.known", facts=facts, known=known, chosen=chosen)]
    for ags in beside:
        facts = _facts(int((rows["region"] == ags).sum()))
        parts.append(text("exhibit.beside", facts=facts, to=region(ags).to))
    if unchecked := int((~rows["is_read_from_text"]).sum()):
        parts.append(text(_of_number("exhibit.unchecked", unchecked), rows=unchecked))
    if possible := int((~rows["is_certain"]).sum()):
        parts.append(text("exhibit.possible", rows=possible))
    if 0 < len(silent) < chosen:
        parts.append(text("exhibit.silent", places=", ".join(silent)))
    return parts


def _facts(number: int) -> str:
    return text("exhibit.facts", rows=number)


def _says(rows: pd.DataFrame, column: str) -> bool:
    """Whether a column says anything; the date also what is not certain, the note what is in doubt."""
    more = {"as_of": ~rows["is_certain"], "note": rows["basis"] != german.STATED}
    return bool(rows[column].notna().any() or (column in more and more[column].any()))


def _since(record: Record) -> str:
    """Since when a statement holds, and that on the chosen day it only may."""
    if not record["is_certain"]:
        return text("exhibit.maybe", since=german.held(record))
    return german.UNKNOWN if german.is_empty(record["as_of"]) else german.held(record)


def _cell(field: Field, unit: Field | None, record: Record, names: Mapping[str, str]) -> str:
    """A cell as it reads: numbers with hedge and unit, in parentheses when unchecked."""
    if field.name == "as_of":
        return _since(record)
    said = german.cell(field, record[field.name], names)
    if field.name == "kind" and decisions.is_rescinded(record):
        return decisions.stands(record)
    if field.name == "note" and record["basis"] != german.STATED:
        basis = words("basis", record["basis"])
        return basis if said == german.UNKNOWN else f"{basis}: {said}"
    if field.type != "number" or said == german.UNKNOWN:
        return text("exhibit.no_answer") if (field.name, said) == NO_ANSWER else said
    said = german.PREFIXES.get(str(record.get("certainty")), "") + said
    said = said if is_sure(record) else f"({said})"
    if unit is None:
        return said
    return german.in_unit(said, record[field.name], record["unit"], unit.vocabulary)
