"""Hits of a search: by kind, their words marked, each leading to what proves it."""

from collections.abc import Sequence

from markupsafe import Markup, escape

from kim.facts import FactKey
from kim.hits import Hit
from kim.search import Found, Group
from kim.word_forms import pieces
from ui.texts import text
from ui.widgets import links
from ui.widgets.html import html

LONG, BEFORE = 260, 80
# The kinds of hits as an address names them.
KINDS = {
    "antworten": "answer",
    "orte": "place",
    "angaben": "fact",
    "traeger": "organisation",
    "dokumente": "document",
    "absaetze": "paragraph",
}
NAMES = {kind: name for name, kind in KINDS.items()}


def show(groups: Sequence[Group], found: Found, words: str, own: str, *, is_all: bool) -> None:
    """The hits of these groups, those about the place `own` highlighted; unless `is_all`, with the way to the rest."""
    html(
        "search.html",
        whole=text("search.whole"),
        groups=[_group(each, found, words, own, is_all=is_all) for each in groups],
    )


def lead_back(words: str) -> None:
    """The way from one kind of hits to all of them."""
    html("searches.html", lead="", searches=[(text("search.all_kinds"), links.search(words))])


def turn_pages(group: Group, words: str, page: int, most: int) -> None:
    """The ways to the hits before and after these, where there are any."""
    name = NAMES[group.kind]
    before = [(text("search.before"), links.search(words, name, page - 1))] if page > 1 else []
    is_last = page * most >= group.number
    after = [] if is_last else [(text("search.after"), links.search(words, name, page + 1))]
    if before or after:
        pages = -(-group.number // most)
        html(
            "searches.html",
            lead=text("search.page_of", page=page, pages=pages),
            searches=[*before, *after],
        )


def _group(group: Group, found: Found, words: str, own: str, *, is_all: bool) -> dict[str, object]:
    is_cut = len(group.hits) < group.number and not is_all
    return {
        "kind": group.kind,
        "title": text(f"search.kind_{group.kind}"),
        "lead": _lead(group),
        "all": links.search(words, NAMES[group.kind]) if is_cut else "",
        "all_words": text("search.all", number=group.number),
        "hits": [_hit(each, group.kind, found, own) for each in group.hits],
    }


def counted(group: Group) -> str:
    """How many hits there are: "3 Absätze"."""
    return text(f"search.counted_{group.kind}", number=group.number)


def _lead(group: Group) -> str:
    number = text("search.many", number=group.number)
    return number if group.is_whole else text("search.some_words", number=number)


def _hit(hit: Hit, kind: str, found: Found, own: str) -> dict[str, object]:
    """A hit with its words marked; its note where a word stands in it; of a long paragraph what stands around a word."""
    around = excerpt(hit.words, found.marked) if kind == "paragraph" else hit.words
    is_in_note = any(is_wanted for _, is_wanted in pieces(hit.note, found.marked))
    return {
        "words": marked(around, found.marked),
        "whole": marked(hit.words, found.marked) if around != hit.words else "",
        "details": marked(" · ".join(hit.details), found.marked),
        "note": marked(hit.note, found.marked) if is_in_note else "",
        "proof": marked(hit.proof, found.marked),
        "href": _address(hit, kind),
        "is_own": bool(own) and hit.place == own,
    }


def _address(hit: Hit, kind: str) -> str:
    """Where a hit leads to; nowhere where nothing is said of it yet."""
    if isinstance(hit.target, FactKey):
        return links.evidence(hit.target)
    if kind == "answer" and not hit.place:
        return links.all_districts(hit.target)
    if kind in {"place", "answer"}:
        return links.profile(hit.target)
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
    last = len(said) if len(said) <= first + LONG else said.rfind(" ", first, first + LONG)
    return f"{'… ' if first else ''}{said[first:last]}{' …' if last < len(said) else ''}"


def marked(said: str, wanted: frozenset[str]) -> Markup:
    """Words as safe HTML, those that were looked for marked."""
    tag = Markup("<mark>{}</mark>")
    return Markup("").join(
        tag.format(piece) if is_wanted else escape(piece)
        for piece, is_wanted in pieces(said, wanted)
    )
