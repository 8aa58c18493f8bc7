"""Finanzierung: what does it cost, who pays whom, and what is not known?"""

import streamlit as st

from kim import queries
from ui import widgets
from ui.figures import commitments as answers
from ui.figures import funding as figures
from ui.texts import text

widgets.head("funding")
chosen = widgets.view()
view = widgets.with_land(chosen)
funding = queries.facts("funding", view)
unnamed = funding[funding["certainty"] == "unknown"]

st.header(text("funding.amounts"), anchor=False)
widgets.exhibit("betraege", funding, "funding", view, figures.amounts)

st.header(text("funding.paths"), anchor=False)
st.markdown(text("funding.paths_lead"))
widgets.exhibit("geldweg", queries.money_paths(chosen), "funding", chosen, figures.paths)

st.header(text("funding.missing"), anchor=False)
widgets.exhibit("fehlende-betraege", unnamed, "funding", view, figures.missing)

st.header(text("funding.questions"), anchor=False)
questions = queries.money_questions(view)
widgets.exhibit("geldfragen", questions, "open_questions", view, answers.questions)
