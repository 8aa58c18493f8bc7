"""Daten und Methode: what is known of whom, how sure is it, what does it mean, how is it cited?"""

from functools import partial

import streamlit as st

from kim.answers.land import documents_finding
from ui import widgets
from ui.texts import text
from ui.widgets import coverage, method
from ui.widgets.panels import Show


def part(name: str, *shown: Show) -> None:
    """The words of a part of the page, then what it shows."""
    if name:
        st.markdown(text(f"method.{name}"))
    for show in shown:
        show()


def of_places() -> None:
    """How much is known of whom."""
    counts = coverage.known(view)
    coverage.say(counts, view)
    st.markdown(f"{text('coverage.counted')} {text('coverage.bounded')}")
    coverage.matrix(counts, view)


widgets.head("method")
view = widgets.view()
widgets.finding(documents_finding(view))
widgets.folded(
    "teil",
    {
        "method.coverage": of_places,
        "method.searched_title": partial(method.searched, view),
        "method.proof_title": partial(part, "proof_lead", partial(method.proof_by_subject, view)),
        "method.basis_title": partial(part, "basis"),
        "method.signs_title": partial(part, "signs_lead", method.signs),
        "method.units_title": method.units,
        "method.dates_title": partial(part, "dates"),
        "method.definitions_title": partial(part, "definitions_lead", method.definitions),
        "method.left_out_title": partial(part, "left_out_lead", method.what_was_left_out),
        "method.cite_title": partial(part, "cite", method.citation, partial(part, "cite_more")),
    },
)
