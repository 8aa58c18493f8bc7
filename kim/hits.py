"""What an entry of the index says when it was found, and what it leads to."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from kim import decisions, german, proof, queries
from kim.facts import FactKey, Record, is_sure, records
from kim.facts import words as words_of
from kim.queries import View
from kim.tables import package
from kim.texts import text

Target = FactKey | str


@dataclass(frozen=True)
class Hit:
    """One entry: its words, what else is said of it, the words of the way to its proof.

    `place`: the key of the place (AGS) it is about. `target`: what it leads to, a statement or the
    key of a place, document or question; empty where nothing proves it yet. `note` matters where a word that
    was looked for stands in it.
    """

    words: str
    target: Target
    place: str = ""
    details: tuple[str, ...] = ()
    proof: str = ""
    note: str = ""


def hits(kind: str, rows: Sequence[Record], view: View) -> tuple[Hit, ...]:
    """The rows of queries.hits of one kind in words, in their order."""
    return tuple(WORDED[kind](rows, view))


def _places(rows: Sequence[Record], _: View) -> list[Hit]:
    known = queries.known_places().set_index("ags")
    today = [_today(known["successor"], row["name"]) for row in rows]
    return [
        Hit(known["label"][row["name"]], ags, ags) for row, ags in zip(rows, today, strict=True)
    ]


def _today(successors: Mapping[str, object], ags: str) -> str:
    """The place itself, or the one that came after it."""
    return ags if german.is_empty(successors[ags]) else str(successors[ags])


def _facts(rows: Sequence[Record], view: View) -> list[Hit]:
    said: dict[FactKey, Record] = {}
    regions = tuple(sorted({row["region"] for row in rows}))
    there = View(regions, view.held_on, view.known_on)
    for table in sorted({row["fact_table"] for row in rows}):
        keys = sorted(int(row["fact"]) for row in rows if row["fact_table"] == table)
        is_decision = table == decisions.TABLE
        found = (
            queries.decisions(there) if is_decision else queries.chosen_facts(table, keys, there)
        )
        said |= {FactKey(table, int(each["fact"])): each for each in records(found)}
    return [_fact(key, said[key]) for key in map(_key, rows)]


def _key(row: Record) -> FactKey:
    return FactKey(row["fact_table"], int(row["fact"]))


def _fact(key: FactKey, record: Record) -> Hit:
    table, since = package().tables[key.table], german.held(record)
    words = german.statement(table, {**record, "note": None}, queries.organisations())
    if key.table == decisions.TABLE and (rescinded := decisions.rescission(record)):
        words = f"{words} · {rescinded}"
    when = since if record["is_certain"] else text("exhibit.maybe", since=since)
    return Hit(
        words if is_sure(record) else german.in_parentheses(words),
        key,
        record["region"],
        (record["place"], table.title, when, record["source_title"]),
        proof.anchored(record),
        "" if german.is_empty(record["note"]) else str(record["note"]),
    )


def _organisations(rows: Sequence[Record], view: View) -> list[Hit]:
    names, places = queries.organisations(), queries.place_names()
    found = queries.organisation_facts([row["name"] for row in rows], view)
    naming = {each["organisation"]: each for each in records(found)}
    return [
        _organisation(names[row["name"]], naming[row["name"]], places)
        if row["name"] in naming
        else Hit(names[row["name"]], "")
        for row in rows
    ]


def _organisation(name: str, newest: Record, places: Mapping[str, str]) -> Hit:
    said = text("hit.facts_of", facts=int(newest["facts"]))
    way = text("hit.newest_fact", place=places[newest["region"]])
    return Hit(name, _key(newest), newest["region"], (said,), way)


def _documents(rows: Sequence[Record], _: View) -> list[Hit]:
    slugs, places = tuple(row["name"] for row in rows), queries.place_names()
    known = {each["source"]: each for each in records(queries.sources(slugs))}
    return [_document(known[slug], places) for slug in slugs]


def _document(record: Record, places: Mapping[str, str]) -> Hit:
    kind, day = words_of("source_kind", record["kind"]), proof.date_of_document(record["date"])
    said = (places[record["region"]], kind, record["body"], record["reference"], day)
    details = tuple(str(each) for each in said if not german.is_empty(each))
    return Hit(record["title"], record["source"], record["region"], details)


def _paragraphs(rows: Sequence[Record], _: View) -> list[Hit]:
    asked = [(row["name"], int(row["paragraph"])) for row in rows]
    found = records(queries.chosen_paragraphs(asked))
    by_key = {(each["source"], int(each["paragraph"])): each for each in found}
    return [
        Hit(
            by_key[key]["text"],
            key[0],
            row["region"],
            proof=text("hit.paragraph", title=by_key[key]["title"], number=key[1]),
        )
        for key, row in zip(asked, rows, strict=True)
    ]


# The kinds of hits in the order in which they are shown, each with how its entries are worded.
WORDED: Mapping[str, Callable[[Sequence[Record], View], list[Hit]]] = {
    "place": _places,
    "organisation": _organisations,
    "fact": _facts,
    "document": _documents,
    "paragraph": _paragraphs,
}
