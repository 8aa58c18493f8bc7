"""One of the chosen places, picked alone."""

from collections.abc import Collection, Sequence

import streamlit as st

from kim.queries import View
from ui.texts import plain
from ui.widgets import address, asked
from ui.widgets.address import Asked, sentence
from ui.widgets.frame import CORE_PLACES, place_labels, place_register

PLACE = "ort"


def pick_place(label: str, view: View, known: Collection[str]) -> str | None:
    """One of the chosen places, kept in the URL; at first a core place of which something is known."""
    if not view.regions:
        return None
    labels = place_labels()
    first = min(view.regions, key=lambda ags: (ags not in known, ags not in CORE_PLACES, ags))

    def understand(values: Sequence[str]) -> Asked[str]:
        """A place among the chosen ones, the first one for anything else."""
        found = asked.places(place_register())(values[-1:])
        named = found.value
        chosen = [ags for ags in view.regions if ags in named]
        refused = found.refused
        if named and not chosen:
            refused = (sentence("place_not_chosen", value=values[-1]),)
        return Asked(chosen[0] if chosen else first, refused)

    address.seed(PLACE, understand, first)
    if st.session_state[PLACE] not in view.regions:
        st.session_state[PLACE] = first
    place = st.selectbox(plain(label), view.regions, format_func=labels.__getitem__, key=PLACE)
    address.follow(PLACE, [] if place == first else [place])
    return place
