"""Steckbrief: what is known of one place, on one page?"""

import streamlit as st

from kim.answers import answers
from ui import widgets
from ui.widgets import profile, take_away

view = widgets.view()
place = profile.chosen_place(view)

with st.container(key="profile", gap="xsmall"):
    if place is None:
        widgets.head("profile")
        profile.ask_for_place(view)
    else:
        found = answers(place, view)
        profile.head(place, found, view)
        profile.cards(place, found, view)
        profile.answer_list(place, found)
        profile.contradictions(found)
        profile.unknown(found)
        profile.documents(place, view)
        profile.ways(place, view)
        with st.container(horizontal=True, vertical_alignment="center"):
            widgets.subscribe_to(place)
            take_away.of_place(place, view)
            take_away.embed([place], view, f"kim-{place}")
        profile.downloads(place, found, view)
