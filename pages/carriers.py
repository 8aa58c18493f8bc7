"""Träger: who receives, passes on, commissions, carries out, employs, supervises, offers the desk?"""

import streamlit as st

from kim import queries
from ui import widgets
from ui.figures import carriers as figures
from ui.figures import flow
from ui.texts import text

widgets.head("carriers")
view = widgets.view()
everywhere = queries.carriers(view)

st.header(text("carriers.flow"), anchor=False)
place = widgets.pick_place(text("carriers.pick"), view, set(everywhere["region"]))
if place:
    one = widgets.with_district(place, view)
    st.markdown(text("carriers.flow_lead"))
    if len(one.regions) > 1:
        st.markdown(text("carriers.with_district"))
    widgets.exhibit("fluss", queries.carriers(one), "carriers", one, flow.flow)

st.header(text("carriers.roles"), anchor=False)
places = widgets.named_places(view)
widgets.exhibit("rollen", everywhere, "carriers", view, figures.by_role, places)
