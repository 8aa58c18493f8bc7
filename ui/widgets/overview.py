"""The overview's cards of key figures and its list of what is newest."""

from typing import Any

import pandas as pd
import streamlit as st

from kim import coverage, decisions, german, proof, queries
from kim.facts import FactKey, Record, is_sure, records, words
from kim.queries import View
from kim.tables import package
from ui.lists import words as list_words
from ui.texts import markdown, text
from ui.widgets import links
from ui.widgets.html import html

MODULE, FUNCTION = "2", "case_management"
POPULATION, POPULATION_DAY = "population", "2018-12-31"
MOST_CARDS = 8
MOST_NEWS, MOST_OF_ONE_DOCUMENT = 8, 2
IN_PLACE = ("established", "partly_filled", "filled")
NOT_THERE = ("applied_for", "vacant", "cut")
EVENTS = ("decisions", "milestones")


def key_figures(view: View) -> None:
    """A card for each chosen place with figures on posts or persons in case management."""
    totals = _totals(view)
    if totals.empty:
        st.info(text("overview.no_figures"))
        return
    people = _population(view)
    places = {row["ags"]: row for row in records(queries.places())}
    cards = []
    for region, rows in list(totals.groupby("region", sort=True))[:MOST_CARDS]:
        figures = [_posts(row) for row in records(rows)]
        figures += [_people(people[region])] if region in people else []
        kind = _kind(places[region]) if region in places else ""
        cards.append({"place": rows["place"].iloc[0], "kind": kind, "figures": figures})
    html("cards.html", cards=cards)
    without = [row["name"] for ags, row in places.items() if ags in _without(totals, view)]
    if without:
        st.caption(markdown("overview.without_figures", places=", ".join(without)))
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


def _totals(view: View) -> pd.DataFrame:
    """Totals, and the increases that are more than a plan, from documents read in full."""
    posts = queries.positions(view, (MODULE,))
    is_there = (posts["measure"] == "increase") & posts["status"].isin(IN_PLACE)
    is_shown = (posts["function"] == FUNCTION) & ((posts["measure"] == "total") | is_there)
    return posts[is_shown & posts["quantity"].notna() & posts["is_read_from_text"]]


def _without(totals: pd.DataFrame, view: View) -> set[str]:
    return set(view.regions) - set(totals["region"])


def _population(view: View) -> dict[str, Record]:
    rows = queries.facts(coverage.REFERENCE_FIGURES, view)
    rows = rows[(rows["indicator"] == POPULATION) & (rows["as_of"] == POPULATION_DAY)]
    return {row["region"]: row for row in records(rows)}


def _kind(place: Record) -> str:
    if place["kind"] == "municipality":
        return str(place["district"])
    return (
        text("overview.whole_district")
        if place["kind"] == "district"
        else words("region_kind", place["kind"])
    )


def _posts(row: Record) -> dict[str, str]:
    """For example 3,5 Stellen, eingerichtet, 2022: a claimed figure in parentheses."""
    is_increase = row["measure"] == "increase"
    number = "+" * is_increase + german.amount(row["quantity"], row["certainty"])
    unit = (
        text(f"overview.one_{row['unit']}")
        if row["quantity"] == 1
        else words("position_unit", row["unit"])
    )
    value = f"{number} {unit}" if is_sure(row) else f"({number}) {unit}"
    status = words("position_status", row["status"])
    if row["status"] in NOT_THERE:
        value, status = f"{value} {status}", ""
    parts = [*filter(None, [status]), _date(row)]
    if is_increase:
        parts.append(text("overview.increase"))
    if not german.is_empty(row["employer_name"]):
        parts.append(text("overview.employer", name=row["employer_name"]))
    if not german.is_empty(row["area"]):
        parts.append(text("positions.area", value=row["area"]))
    return _figure("positions", value, parts, row)


def _people(row: Record) -> dict[str, str]:
    said = text("overview.population", day=german.partial_date(row["as_of"]))
    return _figure(coverage.REFERENCE_FIGURES, german.number(row["value"]), [said], row)


def _figure(table: str, value: str, said: list[str], row: Record) -> dict[str, str]:
    """A figure with what is said of it; that no document states it, where none does."""
    doubt = [] if row["basis"] == german.STATED else [words("basis", row["basis"])]
    return {
        "value": value,
        "words": " · ".join([*said, *doubt]),
        "href": links.evidence(FactKey(table, row["fact"])),
        "document": list_words.proof(row),
        "evidence": text("exhibit.evidence"),
    }


def _line(table: str, fact: int, view: View) -> dict[str, Any]:
    is_decision = table == decisions.TABLE
    facts = queries.decisions(view) if is_decision else queries.facts(table, view)
    row = records(facts[facts["fact"] == fact])[0]
    declared = package().tables[table]
    said = german.statement(declared, {**row, "date": ""}, queries.organisations())
    if rescinded := decisions.rescission(row):
        said = f"{said} · {rescinded}"
    return {
        "date": _date(row),
        "place": row["place"],
        "subject": declared.title,
        "words": said if is_sure(row) else f"({said})",
        "href": links.evidence(FactKey(table, fact)),
        "evidence": proof.anchored(row),
    }


def _date(row: Record) -> str:
    """The day of an event, else since when a statement held; that on the chosen day it only may have."""
    is_event = not german.is_empty(row.get("date"))
    when = german.partial_date(row["date"]) if is_event else german.held(row)
    return when if row["is_certain"] else text("exhibit.maybe", since=when)
