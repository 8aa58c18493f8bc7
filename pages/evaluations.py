"""Evaluation: on which level is KIM evaluated, what is looked at, until when, with which results?"""

import streamlit as st

from kim.answers.finding import finding
from ui import exhibits, widgets
from ui.texts import text

widgets.head("evaluations")
view = widgets.view()
widgets.finding(finding("evaluations", view))
st.markdown(text("evaluations.with_land"))
widgets.exhibit(exhibits.EVALUATIONS, view)
widgets.part(exhibits.INDICATORS, view)
