"""Finanzierung: what does it cost, who pays whom, and what is not known?"""

import streamlit as st

from kim import queries, widgets
from kim.figures import commitments as answers
from kim.figures import funding as figures
from kim.texts import text

widgets.head("funding")
view = widgets.with_land(widgets.view())
funding = queries.facts("funding", view)
unnamed = funding[funding["certainty"] == "unknown"]

st.subheader(text("funding.amounts"), anchor=False)
widgets.exhibit("betraege", funding, "funding", view, figures.amounts)

st.subheader(text("funding.paths"), anchor=False)
st.markdown(text("funding.paths_lead"))
widgets.exhibit("geldweg", queries.money_paths(view), "funding", view, figures.paths)

st.subheader(text("funding.missing"), anchor=False)
widgets.exhibit("fehlende-betraege", unnamed, "funding", view, figures.missing)

st.subheader(text("funding.questions"), anchor=False)
questions = queries.money_questions(view)
widgets.exhibit("geldfragen", questions, "open_questions", view, answers.questions)
