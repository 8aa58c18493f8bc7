"""A place that is picked: the own one, by whoever has none yet; one of the chosen places, shown alone."""

from collections.abc import Collection

import streamlit as st

from kim.queries import View
from ui.texts import plain, text
from ui.widgets import address
from ui.widgets.frame import (
    CORE_PLACES,
    OWN_PLACE,
    on_paper,
    own_place,
    place_labels,
    typed_places,
)

SHOWN_ALONE, PICKED = "ort-allein", "mein-ort"


def pick_own_place(key: str, *, placeholder: str = "", is_bare: bool = False) -> None:
    """A field in which a place is typed and chosen, which then is the own one on every page.

    `key`: of its label among the texts. `is_bare`: the label is only read aloud.
    """
    names, state = typed_places(), st.session_state

    def make_own() -> None:
        state[OWN_PLACE] = state[PICKED]

    st.selectbox(
        text(key),
        list(names),
        index=None,
        format_func=names.__getitem__,
        key=PICKED,
        placeholder=placeholder or text("filter.type_name"),
        label_visibility="collapsed" if is_bare else "visible",
        filter_mode="fuzzy",
        on_change=make_own,
    )


def pick_place(label: str, view: View, known: Collection[str]) -> str | None:
    """The own place, else a core place of which something is known, until another is picked.

    What is picked becomes the own place of whoever has none; kept in the address for others.
    """
    if not view.regions:
        return None
    labels, state = place_labels(), st.session_state
    first = min(view.regions, key=lambda ags: (ags not in known, ags not in CORE_PLACES, ags))
    own, asked = own_place(view), address.value(SHOWN_ALONE)
    state[SHOWN_ALONE] = asked if asked in view.regions else own or first

    def keep() -> None:
        if own is None:
            state[OWN_PLACE] = state[SHOWN_ALONE]
        else:
            st.query_params[SHOWN_ALONE] = state[SHOWN_ALONE]

    picked: str = st.selectbox(
        plain(label),
        view.regions,
        format_func=labels.__getitem__,
        key=SHOWN_ALONE,
        on_change=keep,
    )
    on_paper(f"{label}: {labels[picked]}")
    return picked
