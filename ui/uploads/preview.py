"""The charts of a table as they would look with a version that is not published."""

import streamlit as st

from kim import queries
from kim.queries import View
from kim.store import Version
from ui import exhibits
from ui.exhibits.exhibit import Drawn
from ui.figures.matrix import Matrix
from ui.lists import Listed
from ui.texts import markdown, plain, text
from ui.widgets.html import html
from ui.widgets.panels import CHART

MOST_PLACES = 12


def show_charts(
    table: str, regions: frozenset[str] | None, version: Version, title: str = ""
) -> None:
    """Show what the pages would show of these places; a sentence where there is no chart."""
    st.subheader(plain(title) if title else text("upload.chart"), anchor=False)
    chosen = tuple(sorted(regions or ())[:MOST_PLACES])
    if table not in exhibits.TABLES or not chosen:
        st.caption(text("upload.no_chart"))
        return
    is_cut = len(regions or ()) > MOST_PLACES
    st.caption(
        markdown("upload.chart_most", places=MOST_PLACES) if is_cut else text("upload.chart_places")
    )
    with queries.answered_by(version):
        for number, figure in enumerate(figures(table, View(chosen))):
            if figure:
                _show(f"vorschau-{table}-{number}", figure)


def figures(table: str, view: View) -> list[Drawn | None]:
    """The charts that stand for a table; None for one of which the view has no rows."""
    asked = [(exhibit, exhibit.rows(view)) for exhibit in exhibits.main(table)]
    return [None if rows.empty else exhibit.drawn(rows, view) for exhibit, rows in asked]


def _show(key: str, figure: Drawn) -> None:
    if isinstance(figure, Matrix):
        words = {"caption": text("upload.chart"), "unknown": text("panels.unknown"), "own": ""}
        html("matrix.html", matrix=figure, hrefs={}, **words)
    elif isinstance(figure, Listed):
        html(figure.template, shown=figure, caption=text("upload.chart"), hrefs={}, own="")
    else:
        st.plotly_chart(figure, key=key, theme=None, config=CHART, alt=text("upload.chart"))
