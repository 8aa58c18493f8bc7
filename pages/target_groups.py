"""Zielgruppen: whom is the offer for, by which criteria, and what is a mere counting rule?"""

import streamlit as st

from kim import queries
from ui import widgets
from ui.figures import target_groups as figures
from ui.texts import text

widgets.head("target_groups")
st.markdown(text("target_groups.with_land"))
view = widgets.with_land(widgets.view())
stated = queries.facts("target_groups", view)
inclusion = stated["inclusion"]
groups, excluded, counted = (
    stated[inclusion.isin(["primary", "also"])],
    stated[inclusion == "excluded"],
    stated[inclusion == "counting_rule"],
)
places = widgets.named_places(view)

st.header(text("target_groups.groups"), anchor=False)
st.caption(text("target_groups.signs"))
widgets.exhibit("gruppen", groups, "target_groups", view, figures.by_criterion, places)
countries = figures.countries(groups)
if countries.rows:
    st.header(text("target_groups.countries"), anchor=False)
    st.markdown(text("target_groups.countries_lead"))
    widgets.matrix(countries, text("target_groups.countries"))

st.header(text("target_groups.excluded"), anchor=False)
if excluded.empty:
    st.info(text("target_groups.none_excluded"))
else:
    widgets.exhibit("ausschluss", excluded, "target_groups", view, figures.by_criterion, places)

st.header(text("target_groups.counting"), anchor=False)
st.markdown(text("target_groups.counting_lead"))
if counted.empty:
    st.info(text("target_groups.none_counted"))
else:
    named = tuple(place for place in places if place[0] in set(counted["region"]))
    widgets.exhibit("zaehlregel", counted, "target_groups", view, figures.by_criterion, named)
