"""Daten und Methode: what is known of whom, how sure is it, what does it mean, how is it cited?"""

import streamlit as st

from kim.answers.land import documents_finding
from ui import widgets
from ui.texts import text
from ui.widgets import coverage, method


def part(name: str) -> None:
    """The heading of a part of the page."""
    st.header(text(f"method.{name}_title"), anchor=False)


widgets.head("method")
view = widgets.view()
counts = coverage.known(view)
widgets.finding(documents_finding(view))

st.header(text("method.coverage"), anchor=False)
coverage.say(counts, view)
st.markdown(f"{text('coverage.counted')} {text('coverage.bounded')}")
coverage.matrix(counts, view)

part("searched")
method.searched(view)
part("proof")
st.markdown(text("method.proof_lead"))
method.proof_by_subject(view)
part("basis")
st.markdown(text("method.basis"))
part("signs")
st.markdown(text("method.signs_lead"))
method.signs()
part("units")
method.units()
part("dates")
st.markdown(text("method.dates"))
part("definitions")
st.markdown(text("method.definitions_lead"))
method.definitions()
part("left_out")
st.markdown(text("method.left_out_lead"))
method.what_was_left_out()
part("cite")
st.markdown(text("method.cite"))
method.citation()
st.markdown(text("method.cite_more"))
