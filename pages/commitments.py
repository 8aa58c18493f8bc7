"""Zusagen: what was promised, to whom, due when, and what became of it?"""

import streamlit as st

from kim import queries
from ui import widgets
from ui.figures import commitments as figures
from ui.texts import text

widgets.head("commitments")
view = widgets.view()
commitments = queries.commitments(view)
day = widgets.day_shown(view)

st.header(text("commitments.promises"), anchor=False)
widgets.exhibit("zusagen", commitments, "commitments", view, figures.promises, day)

st.header(text("commitments.due_dates"), anchor=False)
st.markdown(text("commitments.due_lead"))
has_date = commitments["due"].notna() | (commitments["recurrence"] == "yearly")
widgets.exhibit("termine", commitments[has_date], "commitments", view, figures.due_dates, day)

st.header(text("commitments.questions"), anchor=False)
st.markdown(text("commitments.questions_lead"))
questions = queries.facts("open_questions", view)
widgets.exhibit("fragen", questions, "open_questions", view, figures.questions)

st.header(text("commitments.assessments"), anchor=False)
st.markdown(text("commitments.assessments_lead"))
assessments = queries.facts("assessments", view)
widgets.exhibit("einschaetzungen", assessments, "assessments", view, figures.assessments)
