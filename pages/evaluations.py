"""Evaluation: on which level is KIM evaluated, what is looked at, until when, with which results?"""

import streamlit as st

from kim import queries
from ui import widgets
from ui.figures import evaluations as figures
from ui.texts import text

widgets.head("evaluations")
st.markdown(text("evaluations.with_land"))
view = widgets.with_land(widgets.view())
evaluations = queries.facts("evaluations", view)
places = widgets.named_places(view)
widgets.exhibit("evaluation", evaluations, "evaluations", view, figures.by_level, places)
