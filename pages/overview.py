"""Überblick: of whom is something known, which figures can be compared, and what is newest?"""

import streamlit as st

from kim.answers.land import overview_finding
from ui import widgets
from ui.texts import text
from ui.widgets import coverage, overview, theme_map

widgets.head("overview")
view = widgets.view()
counts = coverage.known(view)
own = widgets.own_place(view)
widgets.finding(overview_finding(view, counts, own))
overview.ask(own)

with st.container(key="overview"):
    first, second = st.columns([9, 11] if own else [11, 9], gap="large")
figures, land = (first, second) if own else (second, first)
with land:
    st.header(text("overview.map"), anchor=False)
    theme_map.show(counts, view)
with figures:
    st.header(text("overview.figures"), anchor=False)
    st.markdown(text("overview.figures_lead"))
    overview.key_figures(view)
st.header(text("overview.news"), anchor=False)
st.markdown(text("overview.news_lead"))
overview.newest(view)
