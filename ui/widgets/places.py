"""Places beside the chosen ones: the Land, the district of a municipality, one place picked alone."""

from collections.abc import Collection
from dataclasses import replace

import streamlit as st

from kim import queries
from kim.queries import View
from ui.texts import plain
from ui.widgets.frame import CORE_PLACES, place_label

PLACE = "ort"
LAND, KEY_OF_DISTRICT, KEY_OF_MUNICIPALITY = "05", 5, 8


def with_land(view: View) -> View:
    """The view with the Land beside the chosen places; none chosen stays none."""
    if not view.regions or LAND in view.regions:
        return view
    return replace(view, regions=(LAND, *view.regions))


def with_district(ags: str, view: View) -> View:
    """The view of one place alone, a municipality with its district beside it."""
    is_municipality = len(ags) == KEY_OF_MUNICIPALITY
    return replace(view, regions=(ags[:KEY_OF_DISTRICT], ags) if is_municipality else (ags,))


def named_places(view: View) -> tuple[tuple[str, str], ...]:
    """Key and name of the places of a view, in their fixed order."""
    names = queries.place_names()
    return tuple((ags, names[ags]) for ags in view.regions)


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
