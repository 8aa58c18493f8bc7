"""Überblick: of whom is something known, which figures can be compared, and what is newest?"""

import streamlit as st

from ui import widgets
from ui.texts import text
from ui.widgets import coverage, overview

widgets.head("overview")
view = widgets.view()
counts = coverage.known(view)

with st.container(key="overview"):
    left, right = st.columns([11, 9], gap="large")
with left:
    st.header(text("overview.map"), anchor=False)
    coverage.say(counts, view)
    coverage.tile_map(counts, view)
with right:
    st.header(text("overview.figures"), anchor=False)
    st.markdown(text("overview.figures_lead"))
    overview.key_figures(view)
st.header(text("overview.news"), anchor=False)
st.markdown(text("overview.news_lead"))
overview.newest(view)
