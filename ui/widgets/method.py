"""How the data are made and what they mean: proof, signs, definitions, what was left out, how to cite."""

from collections.abc import Iterable, Sequence
from math import ceil

import pandas as pd
import streamlit as st

from kim import coverage, german, queries
from kim.left_out import left_out
from kim.queries import View
from kim.tables import Field, Table, package
from ui.texts import markdown, text
from ui.widgets import links
from ui.widgets.grid import Cell, Cells, grid
from ui.widgets.html import html
from ui.widgets.sheets import asked_sheet, turn

NOTHING = "–"
LEFT_OUT, ON_A_SHEET = "weggelassen", 10
SIGNS = (
    ("0", "zero"),
    (NOTHING, "nothing"),
    (german.UNKNOWN, "unknown"),
    ("...", "later"),
    ("x", "senseless"),
    ("( )", "uncertain"),
)
UNITS = ("posts", "persons", "eur", "eur_per_year", "eur_per_post", "eur_per_post_year", "percent")


def searched(view: View) -> None:
    """How many documents were searched until when, of which kind, how far they were read."""
    documents = queries.documents(view.known_on)
    _, loaded_at = queries.loaded()
    whole = int(documents["text_sha256"].notna().sum())
    st.markdown(
        markdown(
            "method.searched",
            documents=len(documents),
            whole=whole,
            parts=len(documents) - whole,
            day=german.day(german.calendar_day(loaded_at)),
        )
    )
    kinds = package().vocabularies["source_kind"]
    lines = [
        (kinds[kind], str(len(rows)), _or_nothing(int(rows["text_sha256"].notna().sum())))
        for kind, rows in documents.groupby("kind")
    ]
    _grid("method.by_kind", ("method.kind", "method.documents", "method.whole"), lines, numbers=2)


def proof_by_subject(view: View) -> None:
    """By subject: how many statements, how many confirmed in the text, how many unchecked."""
    counted = queries.coverage(view, coverage.subjects()).dropna(subset=["fact_table"])
    sums = counted.groupby("fact_table")[coverage.COUNTS].sum()
    lines = [
        _proof_line(package().tables[name].title, sums.loc[name])
        for name in coverage.subjects()
        if name in sums.index
    ]
    if not lines:
        st.info(text("coverage.nothing"))
        return
    lines.append(_proof_line(text("method.all_subjects"), sums.sum()))
    heads = (
        "method.subject",
        "coverage.facts",
        "coverage.proven",
        "method.not_at_hand",
        "method.unproven",
    )
    _grid("method.proof", heads, lines, numbers=4)


def signs() -> None:
    """The official signs of German statistics and what they mean here."""
    lines = [(sign, text(f"method.sign_{name}")) for sign, name in SIGNS]
    _grid("method.signs", ("method.sign", "method.meaning"), lines)


def units() -> None:
    """The units of the figures and what they are not."""
    vocabularies = package().vocabularies
    names = {**vocabularies["position_unit"], **vocabularies["funding_unit"]}
    lines = [(names[unit], text(f"method.unit_{unit}")) for unit in UNITS]
    _grid("method.units", ("method.unit", "method.meaning"), lines)


def definitions() -> None:
    """Tables, columns and vocabularies, from the declaration."""
    tables = [
        {
            "title": table.title,
            "description": f"{table.description}.",
            "caveats": table.caveats,
            "fields": [
                {"title": each.title, "name": each.name, "words": _field_words(table, each)}
                for each in table.fields
            ],
        }
        for table in package().tables.values()
    ]
    html("dictionary.html", tables=tables)


def what_was_left_out() -> None:
    """Statements that fit no table, with the reason; a sentence when there are none."""
    entries = left_out()
    if not entries:
        st.markdown(text("method.none_left_out"))
        return
    found = queries.sources(tuple(sorted({entry.source for entry in entries})))
    titles = dict(zip(found["source"], found["title"], strict=True))
    sheets = ceil(len(entries) / ON_A_SHEET)
    first = (asked_sheet(LEFT_OUT, sheets) - 1) * ON_A_SHEET
    lines = [
        (entry.statement, entry.reason, _document(entry.source, titles.get(entry.source, "")))
        for entry in entries[first : first + ON_A_SHEET]
    ]
    _grid("method.left_out", ("method.statement", "method.reason", "method.document"), lines)
    turn(LEFT_OUT, sheets)


def citation() -> None:
    """How to name this collection, with the number and the day of the version on screen."""
    version, loaded_at = queries.loaded()
    st.code(
        text("method.citation", version=version, day=german.day(german.calendar_day(loaded_at))),
        language=None,
        wrap_lines=True,
    )


def _proof_line(title: str, counts: pd.Series) -> Cells:
    facts, read, proven = (int(counts[name]) for name in coverage.COUNTS)
    return title, *map(_or_nothing, (facts, proven, read - proven, facts - read))


def _field_words(table: Table, field: Field) -> str:
    """Description, unit, the words it may hold, what it refers to, whether it must be filled."""
    parts = [field.description]
    if field.unit:
        parts.append(text("method.in_unit", unit=field.unit))
    if field.vocabulary:
        parts.append(text("method.one_of", words=", ".join(field.vocabulary.values())))
    for reference in table.references:
        if reference.field == field.name:
            parts.append(text("method.refers_to", table=package().tables[reference.table].title))
    if field.required:
        parts.append(text("method.required"))
    return " ".join(part if part.endswith((".", ":")) else f"{part}." for part in parts if part)


def _document(source: str, title: str) -> Cell:
    """The title of a document with the way to its facts; the bare name of an unknown one."""
    return {"words": title, "href": links.document(source)} if title else source


def _or_nothing(count: int) -> str:
    return german.number(count) if count else NOTHING


def _grid(caption: str, heads: Sequence[str], lines: Iterable[Cells], numbers: int = 0) -> None:
    grid(text(caption), [text(head) for head in heads], lines, numbers)
