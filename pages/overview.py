"""Überblick: of whom is something known, which figures can be compared, and what is newest?"""

import streamlit as st

from kim.answers.land import overview_finding
from ui import widgets
from ui.texts import text
from ui.widgets import coverage, overview, theme_map

widgets.head("overview")
view = widgets.view()
counts = coverage.known(view)
widgets.finding(overview_finding(view, counts, widgets.own_place(view)))
widgets.search_box()

with st.container(key="overview"):
    left, right = st.columns([11, 9], gap="large")
with left:
    st.header(text("overview.map"), anchor=False)
    theme_map.show(counts, view)
with right:
    st.header(text("overview.figures"), anchor=False)
    st.markdown(text("overview.figures_lead"))
    overview.key_figures(view)
st.header(text("overview.news"), anchor=False)
st.markdown(text("overview.news_lead"))
overview.newest(view)
