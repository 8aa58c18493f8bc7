"""What surrounds every page: language and style, the view it shows, the names of places."""

import gc
from collections.abc import Mapping
from pathlib import Path

import streamlit as st

from kim import queries
from kim.german_nouns import in_order
from kim.queries import View
from kim.regions import LAND
from kim.view import KEY_OF_DISTRICT
from ui import navigation
from ui.texts import text
from ui.widgets import address
from ui.widgets.asked import Register

TEMPLATES = Path(__file__).parent.parent / "templates"
STYLES = sorted(TEMPLATES.glob("*.css"))
STYLE = "\n".join(each.read_text("utf-8") for each in STYLES)
GERMAN = "document.documentElement.lang = 'de'"
SCRIPTS = "\n".join(each.read_text("utf-8") for each in sorted(TEMPLATES.glob("*.js")))
SCRIPT = f"<script>{GERMAN}\n{SCRIPTS}</script>"
CORE_PLACES = ("05158", "05158016", "05382", "05382056", "05558", "05566", "05566076")
SAID = "in-worten"
PLACES, OWN_PLACE, HELD_ON, KNOWN_ON = navigation.FILTERS
SHOWN_PLACE = "zeige"


def prepare() -> None:
    """Set language and style of the page; once per process, spare the collector what stays."""
    address.begin()
    st.session_state[SAID] = []
    address.know(PLACES, OWN_PLACE, HELD_ON, KNOWN_ON)
    st.html(f"<style>{STYLE}</style>")
    st.html(SCRIPT, unsafe_allow_javascript=True)
    _freeze()


@st.cache_resource(show_spinner=False)
def _freeze() -> None:
    """Streamlit collects garbage after every rerun; what is loaded now will not become garbage."""
    gc.collect()
    gc.freeze()


def on_paper(*words: str) -> None:
    """Say above the printed page what is chosen on it; the fields themselves are not printed."""
    st.session_state[SAID].extend(filter(None, words))


def view() -> View:
    """What the line of filters says; the own place is always among the places."""
    state = st.session_state
    places = {*(state.get(PLACES) or ()), state.get(OWN_PLACE)} - {None}
    return View(tuple(sorted(places)), state.get(HELD_ON), state.get(KNOWN_ON))


def own_place(view: View) -> str | None:
    """The key of the own place: the one the address names (`ort`), else the only chosen one."""
    own: str | None = st.session_state.get(OWN_PLACE)
    if own in view.regions:
        return own
    return view.regions[0] if len(view.regions) == 1 else None


def own_among_others(view: View) -> str | None:
    """The key of the own place where others stand beside it, from which it is to be told."""
    return own_place(view) if len(view.regions) > 1 else None


@queries.remembered
def place_register() -> Register:
    """All places by what an address may call them."""
    known = queries.known_places()
    gone = known.dropna(subset=["successor"])
    return Register(
        place_labels(),
        dict(zip(known["ags"], known["name"], strict=True)),
        dict(zip(gone["ags"], gone["successor"], strict=True)),
    )


@queries.remembered
def place_labels() -> dict[str, str]:
    """By key, for example "Rheine (Kreis Steinfurt)", "Bonn", "Nordrhein-Westfalen (Land)"."""
    names = queries.place_names()
    return {ags: place_label(ags, names) for ags in names}


@queries.remembered
def typed_places() -> dict[str, str]:
    """Names by key of what can be typed and chosen: towns, then districts and cities, last the Land.

    Without the district, so that typing the name of a town does not find all towns of a district.
    """
    names, gone = queries.place_names(), place_register().successors
    known = {ags: name for ags, name in names.items() if ags not in gone}
    ordered = sorted(known, key=lambda ags: (-len(ags), in_order(names[ags])))
    return {ags: place_label(ags, {ags: names[ags]}) for ags in ordered}


def place_label(ags: str, names: Mapping[str, str]) -> str:
    """The name of one place with what it lies in, of all names by key."""
    district = names.get(ags[:KEY_OF_DISTRICT], "") if len(ags) > KEY_OF_DISTRICT else ""
    within = text("filter.land") if ags == LAND else district
    return f"{names[ags]} ({within})" if within else names[ags]
