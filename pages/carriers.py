"""Träger: who receives, passes on, commissions, carries out, employs, supervises, offers the desk?"""

from dataclasses import replace

import streamlit as st

from kim.answers.finding import finding
from kim.beside import districts_beside
from ui import exhibits, widgets
from ui.texts import text
from ui.widgets import take_away


def flow() -> None:
    """The roles of one place and its district as a flow."""
    place = widgets.pick_place(text("carriers.pick"), view, set(exhibits.FLOW.rows(view)["region"]))
    if place:
        one = replace(view, regions=(place,))
        st.markdown(text("carriers.flow_lead"))
        if districts_beside(one):
            st.markdown(text("carriers.with_district"))
        widgets.exhibit(exhibits.FLOW, one)


widgets.head("carriers")
view = widgets.view()
widgets.finding(finding("carriers", view))
widgets.part(exhibits.ROLES, view)
widgets.folded("teil", {"carriers.flow": flow})
take_away.of_theme("carriers", view)
widgets.subscribe_to_theme("carriers", view)
