"""A page that makes every kind of link: by maker what came of it, in the session."""

import inspect

import streamlit as st

from kim.facts import FactKey
from ui.widgets import links

# A letter to the operator, and the address as it is or was known; none leads on within this view.
NO_LINKS = {"report", "here", "as_known_on", "forget_hits"}
GIVEN = {
    "key": FactKey("positions", 1),
    "source": "muster-2022",
    "page": links.PROFILE,
    "keys": ["05158016"],
    "place": "05158016",
    "question": "own_share",
    "words": "Rheine",
}
MAKERS = {
    name: each
    for name, each in inspect.getmembers(links, inspect.isfunction)
    if each.__module__ == links.__name__ and not name.startswith("_") and name not in NO_LINKS
}


def needed(name: str) -> dict[str, object]:
    """What a maker of links cannot do without."""
    parameters = inspect.signature(MAKERS[name]).parameters.values()
    return {each.name: GIVEN[each.name] for each in parameters if each.default is each.empty}


st.session_state["made"] = {name: maker(**needed(name)) for name, maker in MAKERS.items()}
