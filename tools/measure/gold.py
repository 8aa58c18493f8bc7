"""The papers of the measure and the facts that people read in them."""

import csv
import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from etl.extraction.paper import Paper, Span
from etl.extraction.proposed import Value
from etl.pipeline.documents import Document, paragraphs, read_documents
from kim.tables import DATA, ROOT, Table, package

TEXTS = ROOT / "tests" / "etl" / "extraction" / "texts"
DECISIVE: Mapping[str, tuple[str, ...]] = {
    "positions": (
        *("region", "module", "quantity", "certainty", "unit", "measure", "status", "as_of"),
    ),
    "funding": ("region", "module", "amount_min", "amount_max", "unit", "certainty"),
    "milestones": ("region", "module", "date", "state"),
    "target_groups": ("region", "module", "dimension", "inclusion", "age_over", "arrived_after"),
    "evaluations": ("region", "level", "status", "ends", "results"),
    "bodies": ("region", "level", "state"),
    "carriers": ("region", "module", "organisation", "role"),
    "instruments": ("region", "module", "kind", "state"),
    "decisions": ("region", "kind", "date"),
    "commitments": ("region", "due", "recurrence", "state"),
    "open_questions": ("region", "module", "state"),
    "indicators": ("region", "indicator", "value", "certainty", "counting", "period"),
}
"""The tables that are measured, each with the columns that make a fact the same fact."""
FURTHER: Mapping[str, tuple[str, ...]] = {
    "positions": ("function", "employer", "workplace", "valid_until", "pay_group"),
    "funding": ("payer", "recipient", "period"),
    "bodies": ("host", "frequency"),
    "carriers": ("counterpart", "as_of"),
    "decisions": ("vote",),
}
"""Columns that are compared where the person wrote something, and do not decide."""


@dataclass(frozen=True)
class Gold:
    """A fact as a person read it. `span` is None when its words are not to be found in the paragraph.

    `unjudged`: columns that are not compared. `debatable`: who proposes it is not wrong, who does not misses nothing.
    """

    table: str
    values: Mapping[str, Value]
    paragraph: int
    span: Span | None
    words: str = ""
    unjudged: frozenset[str] = frozenset()
    debatable: bool = False


@dataclass(frozen=True)
class Case:
    """A paper with all facts of the measured tables that a person found in it."""

    name: str
    paper: Paper
    gold: tuple[Gold, ...] = field(default=())


def written_cases(folder: Path) -> list[Case]:
    """The texts of a folder, each with its facts in a TOML file of the same name. Raises ValueError for words that are not there once."""
    return [_written_case(path) for path in sorted(folder.glob("*.txt"))]


def curated_cases(documents: Path | None) -> list[Case]:
    """The documents of a folder that `data/` has facts of, with these facts."""
    sources = {row["source"]: row for row in _rows(package().tables["sources"])}
    curated = {name: list(_rows(package().tables[name])) for name in DECISIVE}
    return [
        _curated_case(document, sources[document.source], curated)
        for document in read_documents(documents)
        if document.source in sources
    ]


def _written_case(path: Path) -> Case:
    told = tomllib.loads(path.with_suffix(".toml").read_text("utf-8"))
    paper = Paper(tuple(paragraphs(path.read_text("utf-8"))), told["region"], told.get("date"))
    gold = [
        _written(table, fact, paper, path.name)
        for table in DECISIVE
        for fact in told.get(table, [])
    ]
    return Case(path.stem, paper, tuple(gold))


def _written(table: str, fact: dict[str, Any], paper: Paper, name: str) -> Gold:
    words = fact.pop("words")
    places = [
        (number, text.index(words))
        for number, text in enumerate(paper.paragraphs, 1)
        if text.count(words) == 1 and fact.get("paragraph", number) == number
    ]
    if len(places) != 1:
        raise ValueError(f"{name}: {words!r} is there {len(places)} times")
    [(number, start)] = places
    unjudged = frozenset(fact.pop("unjudged", ()))
    is_debatable = fact.pop("debatable", False)
    fact.pop("paragraph", None)
    values = {"region": paper.region, **fact}
    if package().tables[table].certainty_of or table == "indicators":
        values.setdefault("certainty", "exact")
    span = Span(start, start + len(words))
    return Gold(table, values, number, span, words, unjudged, is_debatable)


def _curated_case(
    document: Document, source: Mapping[str, str], curated: Mapping[str, list[dict[str, str]]]
) -> Case:
    paper = Paper(
        document.paragraphs, source["region"], source["date"] or None, source=document.source
    )
    gold = [
        _curated(package().tables[name], row, paper)
        for name, rows in curated.items()
        for row in rows
        if row["source"] == document.source
    ]
    return Case(document.source, paper, tuple(gold))


def _curated(table: Table, row: Mapping[str, str], paper: Paper) -> Gold:
    number = int(row["paragraph"])
    text, anchor = paper.paragraphs[number - 1].lower(), row["anchor"].lower()
    start = text.find(anchor)
    span = Span(start, start + len(anchor)) if start >= 0 else None
    values = {each.name: _value(row[each.name], each.type) for each in table.fields}
    return Gold(table.name, values, number, span, row["anchor"])


def _value(written: str, kind: str) -> Value:
    if not written:
        return None
    return float(written) if kind in ("number", "integer") else written


def _rows(table: Table) -> Iterator[dict[str, str]]:
    with (DATA / table.path).open(encoding=table.dialect.encoding, newline="") as file:
        yield from csv.DictReader(file, delimiter=table.dialect.delimiter)
