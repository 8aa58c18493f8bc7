"""Evaluation: on which level is KIM evaluated, what is looked at, until when, with which results?"""

import streamlit as st

from kim.answers.finding import finding
from ui import exhibits, widgets
from ui.texts import text
from ui.widgets import take_away

widgets.head("evaluations")
view = widgets.view()
widgets.finding(finding("evaluations", view))
st.markdown(text("evaluations.with_land"))
widgets.exhibit(exhibits.EVALUATIONS, view)
widgets.part(exhibits.INDICATORS, view)
take_away.of_theme("evaluations", view)
widgets.subscribe_to_theme("evaluations", view)
