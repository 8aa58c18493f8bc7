"""Zielgruppen: whom is the offer for, by which criteria, and what is a mere counting rule?"""

import streamlit as st

from kim.answers.finding import finding
from ui import exhibits, widgets
from ui.figures.target_groups import countries
from ui.texts import text
from ui.widgets import take_away

widgets.head("target_groups")
view = widgets.view()
widgets.finding(finding("target_groups", view))
st.markdown(text("target_groups.with_land"))

st.header(text("target_groups.groups"), anchor=False)
st.caption(text("target_groups.signs"))
groups = widgets.exhibit(exhibits.GROUPS, view)
listed = countries(groups)


def of_countries() -> None:
    """The countries that groups by origin come from."""
    st.markdown(text("target_groups.countries_lead"))
    widgets.matrix(listed, text("target_groups.countries"), widgets.own_place(view))


if listed.rows:
    widgets.folded("herkunft", {"target_groups.countries": of_countries})
widgets.folds("teil", (exhibits.EXCLUDED_GROUPS, exhibits.COUNTING_RULES), view)
take_away.of_theme("target_groups", view)
widgets.subscribe_to_theme("target_groups", view)
