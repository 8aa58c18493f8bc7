"""Stellen: how many posts does each place have, in which state, and where is it written?"""

import streamlit as st

from kim import queries, widgets
from kim.figures import positions as figures
from kim.texts import text

widgets.head("positions")
view = widgets.view()
modules = widgets.pick_modules()
posts = queries.positions(view, modules)

widgets.exhibit(
    "stellen", posts[posts["unit"] == "posts"], "positions", view, figures.by_place, "posts"
)
st.header(text("positions.persons"), anchor=False)
widgets.exhibit(
    "personen", posts[posts["unit"] == "persons"], "positions", view, figures.by_place, "persons"
)
st.header(text("positions.over_time"), anchor=False)
widgets.exhibit(
    "verlauf", queries.positions_over_time(view, modules), "positions", view, figures.over_time
)
