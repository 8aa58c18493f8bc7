"""Träger: who receives, passes on, commissions, carries out, employs, supervises, offers the desk?"""

import streamlit as st

from kim.view import with_district
from ui import exhibits, widgets
from ui.texts import text

widgets.head("carriers")
view = widgets.view()

st.header(text("carriers.flow"), anchor=False)
known = set(exhibits.FLOW.rows(view)["region"])
place = widgets.pick_place(text("carriers.pick"), view, known)
if place:
    one = with_district(place, view)
    st.markdown(text("carriers.flow_lead"))
    if len(one.regions) > 1:
        st.markdown(text("carriers.with_district"))
    widgets.exhibit(exhibits.FLOW, one)

widgets.part(exhibits.ROLES, view)
