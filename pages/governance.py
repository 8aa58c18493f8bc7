"""Steuerung: which bodies steer, who supervises, with which instruments and goals?"""

import streamlit as st

from kim import queries
from ui import widgets
from ui.figures import governance as figures
from ui.texts import text

widgets.head("governance")
view = widgets.view()

st.header(text("governance.bodies"), anchor=False)
widgets.exhibit("gremien", queries.bodies(view), "bodies", view, figures.bodies)

st.header(text("governance.supervision"), anchor=False)
st.markdown(text("governance.supervision_lead"))
carriers = queries.carriers(view)
supervising = carriers[carriers["role"] == "supervises"]
widgets.exhibit("fachaufsicht", supervising, "carriers", view, figures.supervision)

st.header(text("governance.instruments"), anchor=False)
instruments = queries.facts("instruments", view)
widgets.exhibit("instrumente", instruments, "instruments", view, figures.instruments)

st.header(text("governance.objectives"), anchor=False)
st.markdown(text("governance.objectives_lead"))
objectives = queries.facts("objectives", view)
widgets.exhibit("ziele", objectives, "objectives", view, figures.objectives)
