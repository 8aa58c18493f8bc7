"""Addresses of evidence and of pages, with the filters of the view they start from."""

from collections.abc import Mapping
from datetime import date
from urllib.parse import quote, urlencode, urljoin

import streamlit as st

from kim.facts import FactKey
from kim.settings import settings
from ui import navigation
from ui.navigation import Page
from ui.texts import text
from ui.widgets.frame import HELD_ON, KNOWN_ON, OWN_PLACE, PLACES, SHOWN_PLACE, own_place, view
from ui.widgets.panels import view_of

FACT, DOCUMENT = "fakt", "dokument"
WORDS, KIND, PAGE = "q", "art", "seite"
EVIDENCE, PROFILE = navigation.page("evidence"), navigation.page("profile")
SEARCH = navigation.page("search")


def evidence(key: FactKey | str) -> str:
    """The address of a fact's evidence, with the filters of this view."""
    return _address(EVIDENCE, [(FACT, str(key)), *_view(), *_places()])


def evidence_from_outside(key: FactKey | str) -> str:
    """The same address as it is opened from elsewhere, as from a file."""
    return urljoin(st.context.url or "", evidence(key))


def document(source: str) -> str:
    """The address of all facts of a document, with the filters of this view."""
    return _address(EVIDENCE, [(DOCUMENT, source), *_view(), *_places()])


def documents() -> str:
    """The address of the list of documents, with the filters of this view."""
    return _address(EVIDENCE, [*_view(), *_places()])


def report(key: FactKey) -> str:
    """A letter to the operator about a fact, with its address; empty where no operator is named."""
    contact = settings().contact
    if not contact:
        return ""
    link = urljoin(st.context.url or "", _address(EVIDENCE, [(FACT, str(key))]))
    letter = {
        "subject": text("foot.report_subject", fact=key),
        "body": text("foot.report_body", link=link),
    }
    return f"mailto:{contact}?{urlencode(letter, quote_via=quote)}"


def here() -> str:
    """The address of this view, as it can be sent to others."""
    query = urlencode(_asked())
    return f"{st.context.url or ''}{'?' if query else ''}{query}"


def as_known_on(day: date, query: Mapping[str, str]) -> str:
    """The address of this view as it was known on a day; `query`: what it asks for besides."""
    more = {**query, KNOWN_ON: day.isoformat()}
    kept = [
        each for each in _asked() if each[0] not in more and not each[0].startswith(view_of(""))
    ]
    return f"{st.context.url or ''}?{urlencode([*more.items(), *kept])}"


def places(page: Page, keys: list[str]) -> str:
    """The address of a page for the places with these keys, with the dates and the own place of this view."""
    return _address(page, [*((PLACES, key) for key in keys), *_view()])


def profile(place: str) -> str:
    """The address of the profile of a place; who has no own place yet makes it the own one."""
    kept = [pair for pair in _view() if pair != (OWN_PLACE, place)]
    return _address(PROFILE, [*asks_for_profile(place).items(), *kept, *_places()])


def asks_for_profile(place: str) -> dict[str, str]:
    """What an address says to show the profile of a place: an own place stays the own one."""
    return {OWN_PLACE if _own_place() in (None, place) else SHOWN_PLACE: place}


def all_districts(question: str) -> str:
    """The address of one question for all districts, with the filters of this view."""
    query = [("umfang", "all"), ("frage", question), *_view(), *_places()]
    return _address(navigation.page("comparison"), query)


def search(words: str, kind: str = "", page: int = 1) -> str:
    """The address of a search, a page of one kind of hits or some of all, with the filters of this view."""
    kinds = [(KIND, kind)] if kind else []
    kinds += [(PAGE, str(page))] if page > 1 else []
    return _address(SEARCH, [(WORDS, words), *kinds, *_view(), *_places()])


def forget_hits() -> None:
    """The address no longer asks for one kind of hits or a page of them."""
    for name in (KIND, PAGE):
        st.query_params.pop(name, None)


def _asked() -> list[tuple[str, str]]:
    """All that the address of this view asks for."""
    asked = st.query_params
    return [(name, each) for name in asked for each in asked.get_all(name)]


def _view() -> list[tuple[str, str]]:
    """The dates and the own place of this view."""
    asked, own = st.query_params, _own_place()
    dates = [(name, asked[name]) for name in (KNOWN_ON, HELD_ON) if name in asked]
    return [*dates, *([(OWN_PLACE, own)] if own else [])]


def _own_place() -> str | None:
    """The own place of this view, which may be its only one."""
    return own_place(view()) or st.query_params.get(OWN_PLACE)


def _places() -> list[tuple[str, str]]:
    return [(PLACES, each) for each in st.query_params.get_all(PLACES)]


def _address(page: Page, query: list[tuple[str, str]]) -> str:
    return f"{page.address}?{urlencode(query)}"
