"""Träger: who receives, passes on, commissions, carries out, employs, supervises, offers the desk?"""

import streamlit as st

from kim.answers.finding import finding
from kim.view import with_district
from ui import exhibits, widgets
from ui.texts import text


def flow() -> None:
    """The roles of one place and its district as a flow."""
    place = widgets.pick_place(text("carriers.pick"), view, set(exhibits.FLOW.rows(view)["region"]))
    if place:
        one = with_district(place, view)
        st.markdown(text("carriers.flow_lead"))
        if len(one.regions) > 1:
            st.markdown(text("carriers.with_district"))
        widgets.exhibit(exhibits.FLOW, one)


widgets.head("carriers")
view = widgets.view()
widgets.finding(finding("carriers", view))
widgets.part(exhibits.ROLES, view)
widgets.folded("teil", {"carriers.flow": flow})
