"""An exhibit on its page: heading, sentence, chart, table and downloads, each value linked to its evidence."""

from collections.abc import Hashable, Sequence
from dataclasses import dataclass, field
from functools import partial

import pandas as pd
import streamlit as st

from kim import downloads, queries
from kim import exhibit as said
from kim.queries import View
from ui.exhibits.exhibit import Draw, Drawn, Exhibit
from ui.figures.matrix import Matrix
from ui.figures.ready import Ready
from ui.lists import Listed
from ui.report import pictured
from ui.texts import markdown, plain, text
from ui.widgets import address, links, take_away
from ui.widgets.frame import own_place
from ui.widgets.html import html
from ui.widgets.panels import folded, offer, panels, plot, view_of

MOST_ROWS_SHOWN = 200


def part(shown: Exhibit, view: View, *chosen: Hashable) -> None:
    """A part of a page: heading, lead and exhibit."""
    st.header(text(shown.part), anchor=False)
    _led(shown, view, *chosen)


def below(shown: Exhibit, view: View) -> None:
    """Below an exhibit of the same facts, which has their table and downloads: this one alone."""
    rows = shown.rows(view)
    if len(rows):
        st.header(text(shown.part), anchor=False)
        with st.container(key=f"exhibit-{shown.key}"):
            _chart(shown, rows, view, said.sentence(rows, view))


def folds(key: str, parts: Sequence[Exhibit], view: View, *chosen: Hashable) -> None:
    """What lies behind a page: exhibits under their headings, asked when one is opened.

    One whose tab the address names is open.
    """
    address.know(*(view_of(each.key) for each in parts))
    named = [each.part.partition(".")[2] for each in parts if view_of(each.key) in st.query_params]
    folded(key, {each.part: partial(_led, each, view, *chosen) for each in parts}, named)


def _led(shown: Exhibit, view: View, *chosen: Hashable) -> None:
    _lead(shown)
    exhibit(shown, view, *chosen)


def exhibit(shown: Exhibit, view: View, *chosen: Hashable) -> pd.DataFrame:
    """Sentence, chart, table and downloads of the facts that are asked; these facts."""
    rows = shown.rows(view, *chosen)
    sentence = said.sentence(rows, view)
    with st.container(key=f"exhibit-{shown.key}"):
        _exhibit(shown, rows, view, sentence, *chosen)
    return rows


def _exhibit(
    shown: Exhibit, rows: pd.DataFrame, view: View, sentence: str, *chosen: Hashable
) -> None:
    if rows.empty:
        address.know(view_of(shown.key))
        none = f"{shown.part}_none"
        st.info(text(none) if text.has(none) else plain(sentence))
        return
    st.markdown(plain(sentence))
    panels(
        shown.key,
        lambda: _chart(shown, rows, view, sentence),
        lambda: _listing(shown, rows),
        lambda: _downloads(shown, rows, view, *chosen),
        _first_tab(shown, rows, view),
    )
    html("sources.html", words=said.sources(rows))


def _first_tab(shown: Exhibit, rows: pd.DataFrame, view: View) -> str:
    """What the tab with the exhibit itself is called."""
    if shown.is_list:
        return "panels.list"
    is_matrix = isinstance(_drawn(shown, rows, view), Matrix)
    return "panels.matrix" if is_matrix else "panels.chart"


def _lead(shown: Exhibit) -> None:
    if text.has(f"{shown.part}_lead"):
        st.markdown(text(f"{shown.part}_lead"))


def matrix(shown: Matrix, caption: str, own: str | None = None) -> None:
    """Show a matrix of words; every entry is a link to its evidence, the own place is highlighted."""
    entries = (entry for row in shown.rows for cell in row.cells for entry in cell)
    hrefs = {entry.fact: links.evidence(entry.fact) for entry in entries if entry.fact}
    html(
        "matrix.html",
        matrix=shown,
        caption=caption,
        hrefs=hrefs,
        own=own or "",
        unknown=text("panels.unknown"),
    )


def entry_list(shown: Listed, caption: str, own: str | None = None) -> None:
    """Show statements in words, each a link to its evidence; those of the own place highlighted."""
    entries = list(shown.entries)
    tied = (fact for entry in entries for _, fact in entry.also)
    hrefs = {fact: links.evidence(fact) for fact in (*(each.fact for each in entries), *tied)}
    html(shown.template, shown=shown, caption=caption, hrefs=hrefs, own=own or "")


@dataclass(frozen=True)
class Drawing:
    """A figure to draw; two are the same when question, facts, drawing and arguments are."""

    shown: Hashable
    draw: Draw
    arguments: tuple[Hashable, ...]
    rows: pd.DataFrame = field(compare=False)


@queries.remembered
def drawn(drawing: Drawing) -> Drawn:
    """The figure, drawn and made ready to be sent once for every distinct drawing."""
    figure = drawing.draw(drawing.rows, *drawing.arguments)
    return figure if isinstance(figure, Matrix | Listed) else Ready(figure)


def _drawn(shown: Exhibit, rows: pd.DataFrame, view: View) -> Drawn:
    """What is drawn of the rows of an exhibit, kept for the next time."""
    own = _highlighted(shown, rows, view)
    facts = (rows.attrs["question"], hash(rows["fact"].to_numpy().tobytes()), view.regions, own)
    drawing, needed = shown.drawing(rows, view, own)
    return drawn(Drawing(facts, shown.draw, needed, drawing))


def _highlighted(shown: Exhibit, rows: pd.DataFrame, view: View) -> str | None:
    """The own place, where others are shown beside it."""
    return own_place(view) if len(shown.told(rows, view).regions) > 1 else None


def _chart(shown: Exhibit, rows: pd.DataFrame, view: View, alt: str) -> None:
    own, figure = _highlighted(shown, rows, view), _drawn(shown, rows, view)
    if isinstance(figure, Matrix):
        matrix(figure, alt, own)
        st.caption(text("panels.click"))
    elif isinstance(figure, Listed):
        entry_list(figure, alt, own)
    else:
        if clicked := plot(shown.key, figure, alt):
            st.switch_page(links.EVIDENCE.file, query_params={links.FACT: clicked})
        st.caption(markdown("panels.click_or_tap", click=text("panels.click")))


def _listing(shown: Exhibit, rows: pd.DataFrame) -> None:
    listing = said.listing(rows, shown.declared, MOST_ROWS_SHOWN)
    heads = [{"title": each.title, "is_number": each.type != "string"} for each in listing.fields]
    hrefs = {line.fact: links.evidence(line.fact) for line in listing.lines}
    words = {"place": text("exhibit.place"), "evidence": text("exhibit.evidence")}
    html("table.html", listing=listing, heads=heads, hrefs=hrefs, **words)
    st.caption(text("exhibit.legend"))


def _downloads(shown: Exhibit, rows: pd.DataFrame, view: View, *chosen: Hashable) -> None:
    st.markdown(markdown("panels.download_lead", rows=len(rows)))
    reach, evidence = shown.reach(view), links.evidence_from_outside
    offer(downloads.of_facts(shown.key, rows, shown.declared, reach, *chosen, evidence=evidence))
    if isinstance(_drawn(shown, rows, view), Ready):
        take_away.picture_of(shown, view, *chosen)
    take_away.cite(shown.key, pictured.title(shown))
