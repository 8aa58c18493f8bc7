"""What proves a fact: the statement, its document, the words of the paragraph, what else rests on it."""

from collections.abc import Collection

import streamlit as st
from markupsafe import Markup, escape

from kim import decisions, german, proof, queries
from kim.answers.document_days import since
from kim.facts import FactKey, Record, records, words
from kim.queries import View
from kim.tables import package
from ui.lists import words as list_words
from ui.texts import markdown, text
from ui.widgets import address, links, take_away
from ui.widgets.html import html

LETTERS_OF_EXCERPT, LETTERS_BEFORE, MORE = 420, 140, "…"


def chosen_fact() -> FactKey | None:
    """The fact that the URL names; None for none, and for nonsense, which is said."""
    written = address.value(links.FACT)
    try:
        return FactKey.parse(written) if written else None
    except ValueError:
        address.refuse("fact_unreadable", value=written)
        return None


def chosen_document(known: Collection[str]) -> str:
    """The one of the known documents that the URL names; empty for none, and for another, which is said."""
    written = address.value(links.DOCUMENT)
    if written and written not in known:
        address.refuse("document_unknown", value=written)
        return ""
    return written


def fact_card(key: FactKey) -> str | None:
    """Show a fact with its proof; its source, or None when the store does not know it."""
    statements = records(queries.evidence(key.table, key.fact))
    if not statements:
        st.warning(text("evidence.not_found"))
        return None
    newest, table = statements[0], package().tables[key.table]
    with st.container(key="fact"):
        _said_first(key, newest)
    html("fact.html", rows=proof.cells(table, newest))
    _other_ends(key, newest)
    st.markdown(f"**{text('evidence.source')}**")
    html("fact.html", rows=proof.document(newest))
    if len(statements) > 1:
        st.markdown(f"**{text('evidence.history')}**")
        html("fact.html", rows=proof.history(table, statements))
    said = proof.in_short(table, newest)
    take_away.cite(str(key), f"{newest['place']}: {said}", {links.FACT: str(key)})
    if href := links.report(key):
        html("report.html", href=href, words=text("foot.report"))
    return str(newest["source"])


def _said_first(key: FactKey, newest: Record) -> None:
    """Value, state and date, how sure they are, and the words that prove them: the first screen."""
    table = package().tables[key.table]
    named = {"place": newest["place"], "value": proof.in_short(table, newest)}
    basis = newest["basis"]
    with st.container(key="finding"):
        st.header(markdown("evidence.fact_title", **named, since=since(newest)), anchor=False)
        if newest["retracted"]:
            st.warning(text("evidence.retracted"))
            _where_it_stands_now(key, newest)
        html(
            "proof.html",
            subject=table.title,
            proof=proof.verdict(newest),
            sure=newest["proof"],
            doubt="" if basis == german.STATED else words("basis", basis),
        )
    _paragraph(newest)


def marked(paragraph: str, anchors: list[str]) -> Markup:
    """The paragraph as safe HTML with the anchors highlighted."""
    is_marked = [False] * len(paragraph)
    for anchor in anchors:
        start = paragraph.find(anchor)
        if start >= 0:
            is_marked[start : start + len(anchor)] = [True] * len(anchor)
    parts, start = [], 0
    for end in range(1, len(paragraph) + 1):
        if end == len(paragraph) or is_marked[end] != is_marked[start]:
            words = escape(paragraph[start:end])
            tag = Markup('<mark class="kim-anchor">{}</mark>')
            parts.append(tag.format(words) if is_marked[start] else words)
            start = end
    return Markup("").join(parts)


def excerpt(paragraph: str, anchor: str) -> str:
    """The part of a paragraph around the words that prove something; all of a short one."""
    start = paragraph.find(anchor)
    if start < 0 or len(paragraph) <= LETTERS_OF_EXCERPT:
        return paragraph
    begin = 0 if start <= LETTERS_BEFORE else paragraph.find(" ", start - LETTERS_BEFORE) + 1
    end = max(paragraph.rfind(" ", begin, begin + LETTERS_OF_EXCERPT), start + len(anchor))
    if begin + LETTERS_OF_EXCERPT >= len(paragraph):
        end = len(paragraph)
    before, after = (f"{MORE} " if begin else ""), (f" {MORE}" if end < len(paragraph) else "")
    return before + paragraph[begin:end] + after


def _other_ends(key: FactKey, newest: Record) -> None:
    """What rescinds a decision and what it rescinds, each linked to its own evidence."""
    if key.table != decisions.TABLE:
        return
    rows = records(queries.decisions(View((newest["region"],))))
    ends = [end for row in rows if row["fact"] == key.fact for end in decisions.other_ends(row)]
    if ends:
        title = text("evidence.other_end")
        shown = [(title, said, links.evidence(other)) for said, other in ends]
        html("fact.html", rows=shown)


def _where_it_stands_now(key: FactKey, newest: Record) -> None:
    """The way to the one statement that rests on the same words today; nothing when there are more."""
    match queries.same_words(key.table, key.fact):
        case [fact]:
            words = f"{newest['place']}: {package().tables[key.table].title}"
            href = links.evidence(FactKey(key.table, fact))
            html("fact.html", rows=[(text("evidence.now"), words, href)])


def _paragraph(newest: Record) -> None:
    if german.is_empty(newest["paragraph_text"]):
        words = "evidence.text_elsewhere" if newest["is_read_from_text"] else "evidence.never_read"
        number = "?" if german.is_empty(newest["paragraph"]) else int(newest["paragraph"])
        st.info(markdown(words, paragraph=number, anchor=newest["anchor"]))
        return
    paragraph, anchor = newest["paragraph_text"], newest["anchor"]
    near = excerpt(paragraph, anchor)
    html(
        "paragraph.html",
        number=int(newest["paragraph"]),
        document=list_words.proof(newest),
        words=marked(near, [anchor]),
        whole="" if near == paragraph else marked(paragraph, [anchor]),
    )
