"""What proves a fact: the statement, its document, the words of the paragraph, what else rests on it."""

from collections.abc import Collection
from datetime import date
from typing import Any

import streamlit as st
from markupsafe import Markup, escape

from kim import decisions, german, proof, queries
from kim.facts import FactKey, Record, records
from kim.queries import View
from kim.tables import package
from ui.texts import markdown, text
from ui.widgets import address, links
from ui.widgets.html import html


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
    st.header(
        markdown("evidence.fact_title", place=newest["place"], subject=table.title), anchor=False
    )
    if newest["retracted"]:
        st.warning(text("evidence.retracted"))
        _where_it_stands_now(key, newest)
    html(
        "fact.html",
        rows=proof.cells(table, newest),
        proof=proof.verdict(newest),
        sure=newest["proof"],
    )
    _other_ends(key, newest)
    st.markdown(f"**{text('evidence.source')}**")
    html("fact.html", rows=proof.document(newest), proof="", sure="")
    _paragraph(newest)
    if len(statements) > 1:
        st.markdown(f"**{text('evidence.history')}**")
        html("fact.html", rows=proof.history(table, statements), proof="", sure="")
    if href := links.report(key):
        html("report.html", href=href, words=text("foot.report"))
    return str(newest["source"])


def document_table(known_on: date | None) -> None:
    """All documents with their facts, each linked to its own list."""
    found = records(queries.documents(known_on))
    kinds = package().vocabularies["source_kind"]
    rows = [
        {
            **row,
            "kind_words": kinds[row["kind"]],
            "date_words": proof.date_of_document(row["date"]),
            "href": links.document(row["source"]),
        }
        for row in found
    ]
    html("documents.html", rows=rows)


def document_facts(source: str, known_on: date | None) -> None:
    """The facts of one document, paragraph by paragraph, with the words that prove them."""
    texts, organisations = queries.paragraphs(source), queries.organisations()
    by_paragraph: dict[int, list[dict[str, Any]]] = {}
    for table in package().facts:
        for record in records(queries.source_facts(table.name, source, known_on)):
            number = 0 if german.is_empty(record["paragraph"]) else int(record["paragraph"])
            line = {
                "href": links.evidence(FactKey(table.name, record["fact"])),
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
        html("document.html", parts=parts)
    else:
        st.info(text("evidence.no_facts"))


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


def _other_ends(key: FactKey, newest: Record) -> None:
    """What rescinds a decision and what it rescinds, each linked to its own evidence."""
    if key.table != decisions.TABLE:
        return
    rows = records(queries.decisions(View((newest["region"],))))
    ends = [end for row in rows if row["fact"] == key.fact for end in decisions.other_ends(row)]
    if ends:
        title = text("evidence.other_end")
        shown = [(title, said, links.evidence(other)) for said, other in ends]
        html("fact.html", rows=shown, proof="", sure="")


def _where_it_stands_now(key: FactKey, newest: Record) -> None:
    """The way to the one statement that rests on the same words today; nothing when there are more."""
    match queries.same_words(key.table, key.fact):
        case [fact]:
            words = f"{newest['place']}: {package().tables[key.table].title}"
            href = links.evidence(FactKey(key.table, fact))
            html("fact.html", rows=[(text("evidence.now"), words, href)], proof="", sure="")


def _paragraph(newest: Record) -> None:
    if german.is_empty(newest["paragraph_text"]):
        words = "evidence.text_elsewhere" if newest["is_read_from_text"] else "evidence.never_read"
        number = "?" if german.is_empty(newest["paragraph"]) else int(newest["paragraph"])
        st.info(markdown(words, paragraph=number, anchor=newest["anchor"]))
        return
    words = marked(newest["paragraph_text"], [newest["anchor"]])
    html("paragraph.html", number=int(newest["paragraph"]), words=words)
