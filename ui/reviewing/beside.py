"""Beside a proposal: what the collection already says of it, and which answers rest on such facts today."""

from collections.abc import Sequence
from textwrap import shorten

import streamlit as st

from etl.pipeline.compare import RowState
from etl.reviewing.known import Known, known
from etl.reviewing.review import Cells, Item, Review
from kim import german, queries
from kim.answers.asking import answers
from kim.answers.questions import QUESTIONS
from kim.facts import FactKey, Record, records
from kim.queries import View
from kim.tables import package
from ui.texts import markdown, text
from ui.widgets import links
from ui.widgets.html import html

MOST_SHOWN, MOST_LETTERS = 3, 260
SHORT = {each.id: each for each in QUESTIONS}


def show(review: Review, item: Item, cells: Cells) -> None:
    """Whether it is new, the same or in conflict, with what is known; the answers of today."""
    found = beside(review, item, cells)
    if item.proof:
        st.markdown(text("review.changes"))
    elif found.state is RowState.CONFLICT:
        st.warning(text("review.conflict"))
    else:
        named = "follows" if found.state is RowState.NEW and found.facts else found.state
        st.markdown(text(f"review.{named}"))
    if found.facts:
        _list(item.table, found.facts)
    _answers(cells.get("region", review.region), item.table, found.facts)


def beside(review: Review, item: Item, cells: Cells) -> Known:
    """A proposal beside the facts of its place."""
    table, place = package().tables[item.table], cells.get("region", review.region)
    held = records(queries.facts(item.table, View((place,))))
    return known(table, cells, review.date, review.source, held)


def _list(name: str, facts: Sequence[Record]) -> None:
    table, organisations = package().tables[name], queries.organisations()
    shown = [
        (
            german.held(each),
            f"{german.statement(table, each, organisations)} ({each['source_title']})",
            links.evidence(FactKey(name, each["fact"])),
        )
        for each in facts[:MOST_SHOWN]
    ]
    html("fact.html", rows=shown)


def _answers(place: str, table: str, facts: Sequence[Record]) -> None:
    """What is answered today from facts of this table; first from those of the same thing."""
    if place not in queries.place_names():
        return
    same = {FactKey(table, each["fact"]) for each in facts}
    found = [
        each
        for each in answers(place, View(())).values()
        if any(key.table == table for key in each.evidence)
    ]
    found.sort(key=lambda each: same.isdisjoint(each.evidence))
    for each in found[:1]:
        answer = shorten(each.sentence, MOST_LETTERS, placeholder=" …")
        said = {"question": SHORT[each.question].short, "answer": answer}
        st.caption(markdown("review.answer_now", **said))
