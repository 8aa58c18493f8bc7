"""The search: the field for its words, what an address asks of it, what is said where it finds nothing."""

from collections.abc import Sequence
from dataclasses import dataclass

import streamlit as st
from markupsafe import escape

from kim import search
from kim.queries import View
from kim.search import Found
from ui import navigation
from ui.texts import markdown, text
from ui.widgets import address, hits, links
from ui.widgets.address import Asked
from ui.widgets.html import html
from ui.widgets.page import finding

MOST_LETTERS = 200
FEW, MANY = 3, 15
WORDS_OF_BOX = "suchfeld"


@dataclass(frozen=True)
class Search:
    """What is looked for: words, one kind of hits (or "" for a few of all), which page of them, from 1 on."""

    words: str
    kind: str = ""
    page: int = 1


def search_box() -> None:
    """A field that leads to the page of the search with what was typed."""
    words = st.text_input(
        text("search.box"),
        key=WORDS_OF_BOX,
        placeholder=text("search.box"),
        max_chars=MOST_LETTERS,
        type="search",
        label_visibility="collapsed",
    )
    if words and words.strip():
        st.switch_page(navigation.page("search").file, query_params={links.WORDS: words.strip()})


def pick() -> Search:
    """What is looked for, kept in the address; other words begin with a few hits of all kinds."""
    address.seed(links.WORDS, lambda given: Asked(given[-1][:MOST_LETTERS]), "")
    words = st.text_input(
        text("search.box"),
        key=links.WORDS,
        placeholder=text("search.box"),
        max_chars=MOST_LETTERS,
        type="search",
        on_change=links.forget_hits,
    )
    said = (words or "").strip()
    address.follow(links.WORDS, [said] if said else [])
    return Search(said, _kind(), _page())


def _kind() -> str:
    written = address.value(links.KIND)
    if written and written not in hits.KINDS:
        address.refuse("choice_unknown", title=text("search.kind"), value=written)
        return ""
    return hits.KINDS.get(written, "")


def _page() -> int:
    written = address.value(links.PAGE)
    if written and not (written.isdecimal() and int(written) > 0):
        address.refuse("choice_unknown", title=text("search.page"), value=written)
        return 1
    return int(written or 1)


def answer(asked: Search, view: View, own: str) -> None:
    """Show what is found, or say what can be asked."""
    if not asked.words:
        _offer(text("search.what_to_ask"), examples())
    elif not search.is_ready():
        st.info(text("search.no_index"))
    else:
        most, skip = (MANY, (asked.page - 1) * MANY) if asked.kind else (FEW, 0)
        with st.spinner(text("search.searching")):
            found = search.search(asked.words, view, own, most, skip)
        _show(found, asked, own)


def examples() -> list[str]:
    """Searches that find something."""
    return [text(f"search.example_{number}") for number in (1, 2, 3)]


def _show(found: Found, asked: Search, own: str) -> None:
    """The hits by kind; what was looked for instead of words that stand nowhere."""
    if not found.words:
        st.info(markdown("search.only_function_words", words=asked.words))
        return
    groups = [each for each in found.groups if asked.kind in {"", each.kind}]
    _say_what_was_looked_for(found, asked.words)
    if not groups:
        st.info(f"{markdown('search.nothing', words=asked.words)} {text('search.nothing_on_days')}")
        _offer(text("search.try_else"), examples())
        return
    counts = ", ".join(hits.counted(each) for each in groups)
    finding([escape(text("search.found", words=_looked_for(found, asked.words), groups=counts))])
    if asked.kind:
        hits.lead_back(asked.words)
    hits.show(groups, found, asked.words, own, is_all=bool(asked.kind))
    if asked.kind:
        hits.turn_pages(groups[0], asked.words, asked.page, MANY)


def _looked_for(found: Found, words: str) -> str:
    """The words as they were typed, likelier ones in place of those that stand nowhere."""
    likelier = {word: near[0] for word, near in found.corrected.items()}
    return " ".join(likelier.get(word.lower(), word) for word in words.split())


def _say_what_was_looked_for(found: Found, words: str) -> None:
    typed = {word.lower(): word for word in words.split()}
    for word, (instead, *others) in found.corrected.items():
        said = {"word": typed.get(word, word), "instead": instead}
        st.info(markdown("search.corrected", **said))
        if others:
            _offer(text("search.did_you_mean"), others)
    for word in found.unknown if found.groups else ():
        st.info(markdown("search.unknown", word=typed.get(word, word)))


def _offer(lead: str, searches: Sequence[str]) -> None:
    html("searches.html", lead=lead, searches=[(each, links.search(each)) for each in searches])
