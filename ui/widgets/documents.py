"""The documents: searched, of the chosen places only, a sheet at a time; and what rests on one of them."""

from collections.abc import Sequence
from datetime import date
from math import ceil
from typing import Any

import streamlit as st

from kim import german, proof, queries
from kim.answers.searched import documents_on
from kim.facts import FactKey, Record, records
from kim.queries import View
from kim.tables import package
from kim.view import KEY_OF_DISTRICT
from ui.texts import text
from ui.widgets import address, asked, links
from ui.widgets.address import Asked
from ui.widgets.evidence import marked
from ui.widgets.frame import on_paper, own_place
from ui.widgets.html import html
from ui.widgets.sheets import asked_sheet, turn

WANTED, CHOSEN_ONLY, SHEET = "dokumente", "nur-gewaehlte-orte", "seite"
ON_A_SHEET = 25
SEARCHED = ("title", "place", "kind_words", "date_words", "body", "reference")


def document_list(view: View) -> None:
    """The documents that are wanted, a sheet of them, each linked to what rests on it."""
    rows = [_worded(row) for row in records(queries.documents(view.known_on))]
    with st.container(key="documents", horizontal=True, vertical_alignment="bottom"):
        wanted, is_chosen_only = _wanted(), _is_chosen_only(own_place(view) is not None)
    on_paper(*([f"{text('evidence.search')}: {wanted}"] if wanted else []))
    own = own_place(view)
    if is_chosen_only:
        on_paper(text("evidence.chosen_only"))
        told = documents_on(view.regions, view)
        rows = [row for row in rows if row["source"] in told]
    if own:
        rows.sort(key=lambda row: (row["region"] != own, row["region"] != own[:KEY_OF_DISTRICT]))
    found = [row for row in rows if is_found(wanted, row)]
    sheets = max(ceil(len(found) / ON_A_SHEET), 1)
    first = (asked_sheet(SHEET, sheets) - 1) * ON_A_SHEET
    shown = found[first : first + ON_A_SHEET]
    if not found:
        st.info(text("evidence.no_documents"))
        return
    whole = sum(not german.is_empty(row["text_sha256"]) for row in found)
    last = first + len(shown)
    caption = text("evidence.shown", first=first + 1, last=last, all=len(found), whole=whole)
    html("documents.html", rows=shown, caption=caption)
    turn(SHEET, sheets)


def link_to_all() -> None:
    """The way back to the list of documents, as it was searched."""
    address.know(WANTED, CHOSEN_ONLY, SHEET)
    html("to_documents.html", href=links.documents(), words=text("evidence.to_all"))


def is_found(wanted: str, row: Record) -> bool:
    """Whether each of the wanted words begins somewhere in what is searched of a document."""
    said = " ".join(str(row[name]) for name in SEARCHED if not german.is_empty(row[name]))
    return all(word in said.casefold() for word in wanted.casefold().split())


def document_facts(source: str, known_on: date | None) -> None:
    """The facts of one document, paragraph by paragraph, each paragraph folded with its words."""
    texts, organisations = queries.paragraphs(source), queries.organisations()
    by_paragraph: dict[int, list[dict[str, Any]]] = {}
    for table in package().facts:
        for record in records(queries.source_facts(table.name, source, known_on)):
            number = 0 if german.is_empty(record["paragraph"]) else int(record["paragraph"])
            key = FactKey(table.name, record["fact"])
            line = {
                "href": links.evidence(key),
                "report": links.report(key),
                "subject": table.title,
                "place": record["place"],
                "words": german.statement(table, record, organisations),
                "anchor": record["anchor"],
            }
            by_paragraph.setdefault(number, []).append(line)
    parts = [
        {
            "number": number,
            "text": marked(texts[number], [line["anchor"] for line in lines])
            if number in texts
            else "",
            "lines": lines,
        }
        for number, lines in sorted(by_paragraph.items())
    ]
    if parts:
        html("document.html", parts=parts, report=text("foot.report"))
    else:
        st.info(text("evidence.no_facts"))


def _worded(row: Record) -> Record:
    return {
        **row,
        "kind_words": package().vocabularies["source_kind"][row["kind"]],
        "date_words": proof.date_of_document(row["date"]),
        "href": links.document(row["source"]),
    }


def _wanted() -> str:
    address.seed(WANTED, lambda values: Asked(values[-1]), "")
    wanted = st.text_input(
        text("evidence.search"),
        key=WANTED,
        type="search",
        placeholder=text("evidence.search_for"),
        on_change=_first_sheet,
    )
    address.follow(WANTED, [wanted] if wanted else [])
    return wanted or ""


def _is_chosen_only(default: bool) -> bool:
    """Whether the others are left out; at first they are for whoever has an own place."""
    answers = {"ja": text("evidence.chosen_only"), "nein": text("evidence.all_places")}
    preset = "ja" if default else "nein"
    understand = asked.choice(text("evidence.chosen_only"), answers, default=preset)

    def is_yes(values: Sequence[str]) -> Asked[bool]:
        found = understand(values)
        return Asked(found.value == "ja", found.refused)

    address.seed(CHOSEN_ONLY, is_yes, default=default)
    is_on = st.toggle(text("evidence.chosen_only"), key=CHOSEN_ONLY, on_change=_first_sheet)
    address.follow(CHOSEN_ONLY, [] if is_on == default else ["ja" if is_on else "nein"])
    return is_on


def _first_sheet() -> None:
    st.session_state[SHEET] = 1
