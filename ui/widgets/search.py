"""The search: the field for its words, its hits by kind with the words marked, what to ask instead."""

from collections.abc import Iterator, Sequence

import streamlit as st
from markupsafe import Markup, escape

from kim import search
from kim.facts import FactKey
from kim.hits import Hit
from kim.queries import View
from kim.search import Found, Group
from kim.word_forms import pieces
from ui import navigation
from ui.texts import markdown, text
from ui.widgets import address, links
from ui.widgets.address import Asked
from ui.widgets.html import html

MOST_LETTERS = 200
FEW, MANY = 5, 100
LONG, BEFORE = 320, 80
# The kinds of hits as an address names them.
KINDS = {
    "orte": "place",
    "angaben": "fact",
    "traeger": "organisation",
    "dokumente": "document",
    "absaetze": "paragraph",
}
EXAMPLES = ("example_1", "example_2", "example_3")
WORDS_OF_BOX = "suchfeld"


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


def pick_words() -> str:
    """The words of the search, kept in the address."""
    address.seed(links.WORDS, lambda given: Asked(given[-1][:MOST_LETTERS]), "")
    words = st.text_input(
        text("search.box"), key=links.WORDS, max_chars=MOST_LETTERS, type="search"
    )
    said = (words or "").strip()
    address.follow(links.WORDS, [said] if said else [])
    return said


def chosen_kind() -> str:
    """The one kind of hits that the address names; empty for all, and for another, which is said."""
    written = address.value(links.KIND)
    if written and written not in KINDS:
        address.refuse("choice_unknown", title=text("search.kind"), value=written)
        return ""
    return written


def can_be_searched() -> bool:
    """Whether the version can be searched; says so where it cannot."""
    if is_ready := search.is_ready():
        return is_ready
    st.info(text("search.no_index"))
    return False


def found(words: str, kind: str, view: View, own: str) -> Found:
    """What the words find, a few hits of every kind or many of one."""
    return search.search(words, view, own, most=MANY if kind else FEW)


def show(found: Found, words: str, kind: str, own: str) -> None:
    """The hits by kind; what was looked for instead of words that stand nowhere."""
    if not found.words:
        st.info(markdown("search.only_function_words", words=words))
        return
    _say_corrections(found, words)
    groups = [each for each in found.groups if not kind or each.kind == KINDS[kind]]
    if not groups:
        st.info(f"{markdown('search.nothing', words=words)} {text('search.nothing_on_days')}")
        _offer(text("search.try_else"), [text(f"search.{each}") for each in EXAMPLES])
        return
    if kind:
        html("examples.html", lead="", examples=[_example(text("search.kinds"), words)])
    html(
        "search.html",
        whole=text("search.whole"),
        groups=[_group(each, found, words, kind, own) for each in groups],
    )


def say_what_to_ask() -> None:
    """What can be asked, with examples."""
    _offer(text("search.what_to_ask"), [text(f"search.{each}") for each in EXAMPLES])


def _say_corrections(found: Found, words: str) -> None:
    for word, near in found.corrected.items():
        st.info(markdown("search.corrected", word=word, instead=near[0]))
        if others := near[1:]:
            _offer(text("search.did_you_mean"), others)
    if found.groups:
        for word in found.unknown:
            st.info(markdown("search.unknown", word=word))


def _offer(lead: str, searches: Sequence[str]) -> None:
    html("examples.html", lead=lead, examples=[_example(each, each) for each in searches])


def _example(said: str, words: str) -> dict[str, str]:
    return {"words": said, "href": links.search(words)}


def _group(group: Group, found: Found, words: str, kind: str, own: str) -> dict[str, object]:
    name = next(each for each in KINDS if KINDS[each] == group.kind)
    shown = len(group.hits)
    is_cut = shown < group.number
    more = "search.all" if group.number <= MANY else "search.more"
    return {
        "kind": group.kind,
        "title": _title(group.kind),
        "lead": " ".join(_lead(group, shown)),
        "all": links.search(words, name) if is_cut and not kind else "",
        "all_words": text(more, number=group.number, shown=MANY),
        "hits": [_hit(each, group.kind, found, own) for each in group.hits],
    }


def _lead(group: Group, shown: int) -> Iterator[str]:
    if shown < group.number:
        yield text("search.shown", number=group.number, shown=shown)
    else:
        yield text("search.of_one") if shown == 1 else text("search.of_many", number=shown)
    if not group.is_whole:
        yield text("search.some_words")


def _title(kind: str) -> str:
    return text(f"search.kind_{kind}")


def _hit(hit: Hit, kind: str, found: Found, own: str) -> dict[str, object]:
    """A hit with its words marked; its note where a word stands in it; of a long one what stands around a word."""
    around = excerpt(hit.words, found.marked)
    details = " · ".join(each for each in (*hit.details, hit.proof) if each)
    is_in_note = any(is_wanted for _, is_wanted in pieces(hit.note, found.marked))
    return {
        "words": marked(around, found),
        "whole": marked(hit.words, found) if around != hit.words else "",
        "details": marked(details, found),
        "note": marked(hit.note, found) if is_in_note else "",
        "href": _address(hit, kind),
        "is_own": bool(own) and hit.place == own,
    }


def _address(hit: Hit, kind: str) -> str:
    """Where a hit leads to; nothing for what nothing is said of yet."""
    if isinstance(hit.target, FactKey):
        return links.evidence(hit.target)
    if kind == "place":
        return links.places(navigation.page("positions"), [hit.target])
    return links.document(hit.target) if hit.target else ""


def excerpt(said: str, wanted: frozenset[str]) -> str:
    """A long text from shortly before the first of the words on."""
    if len(said) <= LONG:
        return said
    at = 0
    for piece, is_wanted in pieces(said, wanted):
        if is_wanted:
            break
        at += len(piece)
    first = said.rfind(" ", 0, max(at - BEFORE, 0)) + 1
    last = said.rfind(" ", first, first + LONG)
    shown = said[first:] if len(said) <= first + LONG else said[first:last]
    return f"{'… ' if first else ''}{shown}{' …' if first + len(shown) < len(said) else ''}"


def marked(said: str, found: Found) -> Markup:
    """Words as safe HTML, those that were looked for marked."""
    tag = Markup("<mark>{}</mark>")
    return Markup("").join(
        tag.format(piece) if is_wanted else escape(piece)
        for piece, is_wanted in pieces(said, found.marked)
    )
