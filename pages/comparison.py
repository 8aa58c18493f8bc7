"""Vergleich: how do some places answer the same questions, and how do all districts?"""

import streamlit as st

from ui import widgets
from ui.widgets import all_districts, comparison, take_away

widgets.head("comparison")
view = widgets.view()
if all_districts.pick_scope():
    all_districts.show_all(view)
else:
    comparison.show_chosen(view)
    places = comparison.chosen_places(view)
    with st.container(horizontal=True):
        take_away.of_comparison(places, view)
        take_away.embed(places, view, "kim-vergleich")
