"""The overview's cards of key figures and its list of what is newest."""

from typing import Any

import streamlit as st

from kim import commitments, coverage, decisions, german, profile, proof, queries
from kim.answers import Answer, answers_of
from kim.commitments import Standing
from kim.facts import FactKey, Record, records
from kim.news.heading import headed
from kim.queries import View
from kim.tables import package
from kim.view import day_shown, own_first
from ui.lists.answers import is_numbered
from ui.lists.timeline import is_past
from ui.lists.words import document
from ui.texts import markdown, text
from ui.widgets import answer_rows, links
from ui.widgets.frame import own_among_others
from ui.widgets.html import html
from ui.widgets.places import pick_own_place
from ui.widgets.search import search_box

QUESTION = "case_management_posts"
MOST_CARDS = 8
MOST_NEWS, MOST_OF_ONE_DOCUMENT = 5, 2
EVENTS = ("decisions", "milestones")
EXPECTED_EVENTS, PROMISES = "milestones", "commitments"


def ask(own: str | None) -> None:
    """The search; beside it a field for the own place, for whoever has none yet."""
    if own:
        search_box()
        return
    place, words = st.columns([2, 3])
    with place:
        placeholder = text("overview.my_place_empty")
        pick_own_place("overview.my_place", placeholder=placeholder, is_bare=True)
    with words:
        search_box()


def key_figures(view: View) -> None:
    """A card for each chosen place to which a number on case management is known, be it its district's."""
    own, names = own_among_others(view), queries.place_names()
    answered = answers_of(view.regions, view)
    numbered = [
        place for place in own_first(view, own).regions if is_numbered(answered[place][QUESTION])
    ]
    if not numbered:
        st.info(text("overview.no_figures"))
        return
    shown = [_card(each, answered[each][QUESTION], view, own) for each in numbered[:MOST_CARDS]]
    answer_rows.show_cards(shown)
    without = [place for place in view.regions if place not in numbered]
    for words, places in (("more_figures", numbered[MOST_CARDS:]), ("without_figures", without)):
        if places:
            named = ", ".join(names[each] for each in places)
            st.caption(markdown(f"overview.{words}", places=named))
    st.caption(text("exhibit.legend"))


def newest(view: View) -> None:
    """The newest dated statements about the chosen places, each with its evidence."""
    subjects = (*EVENTS, *(each for each in coverage.subjects() if each not in EVENTS))
    found = queries.newest(view, subjects, MOST_NEWS, MOST_OF_ONE_DOCUMENT)
    if found.empty:
        st.info(text("overview.no_news"))
        return
    lines = [
        _line(table, fact, view)
        for table, fact in zip(found["fact_table"], found["fact"], strict=True)
    ]
    html("news.html", lines=lines)


def _card(place: str, answer: Answer, view: View, own: str | None) -> dict[str, Any]:
    """The card of a place: what it is, its figures, how many people live there."""
    people = profile.population(place, view)
    return {
        **answer_rows.card(answer),
        "title": queries.place_names()[place],
        "is_own": place == own,
        "kind": profile.kind(place),
        "people": people and answer_rows.people(people),
    }


def _line(table: str, fact: int, view: View) -> dict[str, Any]:
    is_decision = table == decisions.TABLE
    facts = queries.decisions(view) if is_decision else queries.facts(table, view)
    row = records(facts[facts["fact"] == fact])[0]
    declared = package().tables[table]
    said, more = headed(declared, row)
    return {
        "date": _date(row),
        "place": row["place"],
        "words": said,
        "details": " · ".join(filter(None, (declared.title, more, _past(table, row, view)))),
        "href": links.evidence(FactKey(table, fact)),
        "evidence": proof.anchored(row),
    }


def _past(table: str, row: Record, view: View) -> str:
    """That an event was expected, or a promise due, on a day that is over; empty for all else."""
    day = day_shown(view)
    if table == EXPECTED_EVENTS and is_past(row, day):
        return text("timeline.past").rstrip(".")
    is_promise = table == PROMISES
    is_overdue = is_promise and commitments.standing(row, day) is Standing.OVERDUE
    return text("commitments.group_overdue") if is_overdue else ""


def _date(row: Record) -> str:
    """The day of an event, else since when a statement held, without a day by which document it did.

    Of what only may hold on the chosen day that is said.
    """
    if not german.is_empty(row.get("date")):
        when = german.partial_date(row["date"])
    elif german.is_empty(row["as_of"]):
        when = text("overview.by_document", document=document(row))
    else:
        when = german.held(row)
    return when if row["is_certain"] else text("exhibit.maybe", since=when)
