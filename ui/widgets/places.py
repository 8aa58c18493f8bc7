"""One of the chosen places, picked alone."""

from collections.abc import Collection

import streamlit as st

from kim import queries
from kim.queries import View
from kim.view import KEY_OF_DISTRICT, KEY_OF_MUNICIPALITY
from ui.texts import plain
from ui.widgets.frame import CORE_PLACES, place_label

PLACE = "ort"


def pick_place(label: str, view: View, known: Collection[str]) -> str | None:
    """One of the chosen places, kept in the URL; at first a core place of which something is known."""
    if not view.regions:
        return None
    labels = _labels(view)
    first = min(view.regions, key=lambda ags: (ags not in known, ags not in CORE_PLACES, ags))
    return st.selectbox(
        plain(label),
        view.regions,
        index=view.regions.index(first),
        format_func=labels.__getitem__,
        key=PLACE,
        bind="query-params",
    )


def _labels(view: View) -> dict[str, str]:
    names = queries.place_names()
    kinds = queries.places().set_index("ags")["kind"].to_dict()
    return {
        ags: place_label(names[ags], names.get(ags[:KEY_OF_DISTRICT]), "municipality")
        if len(ags) == KEY_OF_MUNICIPALITY
        else place_label(names[ags], None, kinds[ags])
        for ags in view.regions
    }
