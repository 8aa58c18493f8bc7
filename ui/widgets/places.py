"""One of the chosen places, shown alone: the own place, or another until one is chosen."""

from collections.abc import Collection

import streamlit as st

from kim.queries import View
from ui.texts import plain
from ui.widgets.frame import CORE_PLACES, OWN_PLACE, on_paper, own_place, place_labels

SHOWN_ALONE = "ort-allein"


def pick_place(label: str, view: View, known: Collection[str]) -> str | None:
    """The own place, else a core place of which something is known; what is picked becomes the own one."""
    if not view.regions:
        return None
    labels, state = place_labels(), st.session_state
    first = min(view.regions, key=lambda ags: (ags not in known, ags not in CORE_PLACES, ags))
    state[SHOWN_ALONE] = own_place(view) or first

    def make_own() -> None:
        state[OWN_PLACE] = state[SHOWN_ALONE]

    picked: str = st.selectbox(
        plain(label),
        view.regions,
        format_func=labels.__getitem__,
        key=SHOWN_ALONE,
        on_change=make_own,
    )
    on_paper(f"{label}: {labels[picked]}")
    return picked
