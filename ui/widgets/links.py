"""Addresses of evidence and of pages, with the filters of the view they start from."""

from urllib.parse import urlencode

import streamlit as st

from kim.facts import FactKey
from ui import navigation
from ui.navigation import Page
from ui.widgets.frame import HELD_ON, KNOWN_ON, OWN_PLACE, PLACES

FACT, DOCUMENT = "fakt", "dokument"
EVIDENCE = navigation.page("evidence")


def evidence(key: FactKey | str) -> str:
    """The address of a fact's evidence, with the filters of this view."""
    places = st.query_params.get_all(PLACES)
    return _address(EVIDENCE, [(FACT, str(key)), *_view(), *((PLACES, each) for each in places)])


def document(source: str) -> str:
    """The address of all facts of a document."""
    return _address(EVIDENCE, [(DOCUMENT, source)])


def places(page: Page, keys: list[str]) -> str:
    """The address of a page for the places with these keys, with the dates and the own place of this view."""
    return _address(page, [*((PLACES, key) for key in keys), *_view()])


def _view() -> list[tuple[str, str]]:
    """The dates and the own place of this view."""
    asked = st.query_params
    return [(name, asked[name]) for name in (KNOWN_ON, HELD_ON, OWN_PLACE) if name in asked]


def _address(page: Page, query: list[tuple[str, str]]) -> str:
    return f"{page.address}?{urlencode(query)}"
