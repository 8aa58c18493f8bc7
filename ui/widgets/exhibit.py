"""An exhibit: one question's answer as sentence, chart, table and downloads, each value linked to its evidence."""

from collections.abc import Callable, Hashable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any
from urllib.parse import urlencode

import pandas as pd
import plotly.graph_objects as go
import streamlit as st
from jinja2 import Environment, FileSystemLoader

from kim import german, queries
from kim.facts import is_sure, records
from kim.queries import View
from kim.tables import Field, Table, package
from ui.figures.matrix import Matrix
from ui.figures.ready import Ready
from ui.figures.style import keyed
from ui.texts import markdown, plain, text
from ui.widgets.panels import about, offer, panels, plot

TEMPLATES = Environment(
    loader=FileSystemLoader(Path(__file__).parent.parent / "templates"), autoescape=True
)
TEMPLATES.filters["hyphenated"] = german.hyphenated
EVIDENCE_PAGE, EVIDENCE_FILE = "belege", "pages/evidence.py"
PLACES = "orte"
KEPT = {"stand", "kenntnis"}
NOT_SHOWN = {"region", "source", "paragraph", "anchor", "certainty", "unit", "basis"}
MOST_ROWS_SHOWN = 200
Draw = Callable[..., go.Figure | Matrix]
Arguments = tuple[Hashable, ...]


def exhibit(
    key: str, rows: pd.DataFrame, table: str, view: View, draw: Draw, *arguments: Hashable
) -> None:
    """Show `rows` of a fact table as sentence, chart (`draw(rows, *arguments)`), table, downloads."""
    declared = package().tables[table]
    sentence = _sentence(rows, declared, view)
    if rows.empty:
        st.info(plain(sentence))
        return
    st.markdown(plain(sentence))
    panels(
        key,
        lambda: _chart(key, rows, sentence, draw, arguments),
        lambda: _table(rows, declared),
        lambda: _downloads(key, rows, declared, view),
    )


def matrix(shown: Matrix, caption: str) -> None:
    """Show a matrix of words; every entry is a link to its evidence."""
    entries = (entry for row in shown.rows for cell in row.cells for entry in cell)
    hrefs = {entry.fact: key_href(entry.fact) for entry in entries if entry.fact}
    template = TEMPLATES.get_template("matrix.html")
    unknown = text("exhibit.unknown")
    st.html(template.render(matrix=shown, caption=caption, hrefs=hrefs, unknown=unknown))


def evidence_href(table: str, fact: int) -> str:
    """The address of a fact's evidence, with the filters of this view."""
    return key_href(keyed(table, fact))


def key_href(key: str) -> str:
    """The address of the evidence of a mark's key, for example "positions:1f00…"."""
    state = {key: value for key, value in st.query_params.to_dict().items() if key in KEPT}
    places = st.query_params.get_all(PLACES)
    query = [("fakt", key), *state.items(), *((PLACES, place) for place in places)]
    return f"{EVIDENCE_PAGE}?{urlencode(query)}"


def _sentence(rows: pd.DataFrame, table: Table, view: View) -> str:
    """How much is known, of whom nothing is, and what the as-of date leaves out."""
    if not view.regions:
        return text("exhibit.no_place")
    names, spoken_of = queries.place_names(), set(rows["region"].unique())
    silent = [names[ags] for ags in view.regions if ags not in spoken_of]
    parts = []
    if rows.empty:
        parts.append(text("exhibit.nothing"))
    else:
        known = len(view.regions) - len(silent)
        parts.append(
            text("exhibit.known", facts=_facts(len(rows)), known=known, chosen=len(view.regions))
        )
        if unchecked := int((~rows["is_read_from_text"]).sum()):
            parts.append(text("exhibit.unchecked", rows=unchecked))
        if silent:
            parts.append(text("exhibit.silent", places=", ".join(silent)))
    if hidden := queries.undated(table.name, view):
        parts.append(text("exhibit.undated", facts=_facts(hidden)))
    return " ".join(parts)


def _facts(number: int) -> str:
    return text("exhibit.one_fact") if number == 1 else text("exhibit.many_facts", rows=number)


def _chart(key: str, rows: pd.DataFrame, alt: str, draw: Draw, arguments: Arguments) -> None:
    shown = (rows.attrs["question"], hash(rows["fact"].to_numpy().tobytes()))
    figure = drawn(Drawing(shown, draw, arguments, rows))
    if isinstance(figure, Matrix):
        matrix(figure, alt)
    elif clicked := plot(key, figure, alt):
        st.switch_page(EVIDENCE_FILE, query_params={"fakt": clicked})
    st.caption(text("exhibit.click"))


@dataclass(frozen=True)
class Drawing:
    """A figure to draw; two are the same when question, facts, drawing and arguments are."""

    shown: Hashable
    draw: Draw
    arguments: Arguments
    rows: pd.DataFrame = field(compare=False)


@queries.remembered
def drawn(drawing: Drawing) -> go.Figure | Matrix:
    """The figure, drawn and made ready to be sent once for every distinct drawing."""
    figure = drawing.draw(drawing.rows, *drawing.arguments)
    return figure if isinstance(figure, Matrix) else Ready(figure)


def _table(rows: pd.DataFrame, table: Table) -> None:
    shown = rows.head(MOST_ROWS_SHOWN)
    fields = [
        each
        for each in table.fields
        if each.name not in NOT_SHOWN and each.name in rows and shown[each.name].notna().any()
    ]
    organisations = queries.organisations()
    unit = next((each for each in table.fields if each.name == "unit"), None)
    lines = [
        {
            "place": record["place"],
            "href": evidence_href(record.get("fact_table", table.name), record["fact"]),
            "evidence": evidence_words(record),
            "cells": [_cell(each, unit, record, organisations) for each in fields],
        }
        for record in records(shown)
    ]
    words = {
        "caption": text("exhibit.caption", subject=table.title, shown=len(shown), rows=len(rows)),
        "place": text("exhibit.place"),
        "evidence": text("exhibit.evidence"),
        "heads": [{"title": each.title, "is_number": each.type != "string"} for each in fields],
    }
    st.html(TEMPLATES.get_template("table.html").render(rows=lines, **words))
    st.caption(text("exhibit.legend"))


def evidence_words(record: Mapping[str, Any]) -> str:
    """For example "Absatz 25: „von 1,9 Stellen auf“" or "ungeprüft: „8 VZÄ“"."""
    if german.is_empty(record["paragraph"]):
        return text("evidence.unchecked", anchor=record["anchor"])
    return text("evidence.checked", paragraph=int(record["paragraph"]), anchor=record["anchor"])


def _cell(
    field: Field, unit: Field | None, record: Mapping[str, Any], organisations: Mapping[str, str]
) -> str:
    """A cell as it reads: numbers with hedge and unit, in parentheses when unchecked."""
    words = german.cell(field, record[field.name], organisations)
    if field.name == "note" and record["basis"] != "stated":
        basis = package().vocabularies["basis"][record["basis"]]
        return basis if words == german.UNKNOWN else f"{basis}: {words}"
    if field.type != "number" or words == german.UNKNOWN:
        return words
    words = german.PREFIXES.get(str(record.get("certainty")), "") + words
    words = words if is_sure(record) else f"({words})"
    return f"{words} {unit.vocabulary[record['unit']]}" if unit else words


def _downloads(key: str, rows: pd.DataFrame, table: Table, view: View) -> None:
    st.markdown(markdown("exhibit.download_lead", rows=len(rows)))
    named = [each.name for each in table.fields if each.name in rows]
    frame = rows[["place", *named, "source_title", "source_date", "held_from", "proof"]]
    read_elsewhere = (rows["proof"] == "unproven") & rows["is_read_from_text"]
    frame = frame.assign(proof=rows["proof"].mask(read_elsewhere, "read"))
    names = queries.place_names()
    places = ", ".join(names[ags] for ags in view.regions)
    loads_again = "fact_table" not in rows or bool((rows["fact_table"] == table.name).all())
    if not loads_again:
        titles = {name: each.title for name, each in package().tables.items()}
        frame.insert(0, "topic", rows["fact_table"].map(titles))
    sources = list(rows["source"].unique())
    offer(key, frame, table, sources, about(table, view, places), loads_again=loads_again)
