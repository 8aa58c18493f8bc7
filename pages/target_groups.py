"""Zielgruppen: whom is the offer for, by which criteria, and what is a mere counting rule?"""

import streamlit as st

from kim.answers.finding import finding
from kim.view import with_land
from ui import exhibits, widgets
from ui.figures.target_groups import countries
from ui.texts import text

widgets.head("target_groups")
st.markdown(text("target_groups.with_land"))
widgets.finding(finding("target_groups", widgets.view()))
view = with_land(widgets.view())

st.header(text("target_groups.groups"), anchor=False)
st.caption(text("target_groups.signs"))
groups = widgets.exhibit(exhibits.GROUPS, view)
listed = countries(groups)
if listed.rows:
    st.header(text("target_groups.countries"), anchor=False)
    st.markdown(text("target_groups.countries_lead"))
    widgets.matrix(listed, text("target_groups.countries"))

widgets.part(exhibits.EXCLUDED_GROUPS, view)
widgets.part(exhibits.COUNTING_RULES, view)
