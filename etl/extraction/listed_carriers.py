"""Carriers that stand in a table, a list or in parentheses rather than in a clause."""

import re
from collections.abc import Iterator

from etl.extraction import phrases
from etl.extraction.context import Context
from etl.extraction.mentions.cells import find_cells
from etl.extraction.paper import Span
from etl.extraction.parties import ANYBODY, CARRIER, find_parties
from etl.extraction.phrases import Said, folded
from etl.extraction.posts.table import place_of as place_of_row
from etl.extraction.roles import found, values
from etl.extraction.rule import Found

COUNTED_POSTS = re.compile(
    r"\d\s?(?:VZÄ|Vollzeit|\w*[Ss]tellen?\b)|\b(?:eine?|zwei|drei|halbe) (?:halbe )?\w*[Ss]telle",
    re.IGNORECASE,
)
LABEL = re.compile(r"(?: e\. ?V\.)?(?::| [–-]| \([^)]*\)[.;]?$)")
COUNT_BEHIND = re.compile(r"(?:[ \w-]{0,30})?(?: e\. ?V\.)?:? \(?\d{1,2}(?:,\d{1,2})?(?!\d|\.\d)")
BRACKETED = re.compile(r"(?:VZÄ|[Ss]tellen?) \((?:beim? |bei der )?$")
MOST_BEFORE_A_LABEL = 4
AREA = re.compile(r"(?:[\wäöüß.-]+ ){1,4}\($")
PART_OF_A_PLACE = re.compile(
    r"\b(?:rechts|links|nördlich|südlich|östlich|westlich|Nord\w*|Süd\w*|Ost\w*|West\w*|Mitte|Innenstadt|\w*[Ss]tadtteil\w*|\w*[Bb]ezirk\w*|\w*[Rr]egion|\w*[Rr]aum|Ortsteil\w*)\b"
)


def in_table(context: Context) -> Iterator[Found]:
    """The carriers of a table of carriers: those who employ where its head says so, else those who carry out."""
    if not context.topic.is_kim or context.header is None or context.header is context.sentence:
        return
    heads = [folded(each.text) for each in find_cells(context.header.text)]
    for cell, head in zip(find_cells(context.text), heads, strict=False):
        role = phrases.load("carriers")["head"].first(head)
        for party in find_parties(context) if role else ():
            is_inside = cell.span.start <= party.span.start < cell.span.end
            if role and is_inside and party.organisation != ANYBODY:
                told = found(context, Said(role.code, party.span), party, None)
                place = place_of_row(find_cells(context.text)[0].text)
                own = {"region": place} if place and party.kind == CARRIER else {}
                yield Found({**told.values, **own}, told.span)


def in_list(context: Context) -> Iterator[Found]:
    """The carriers of a list that begins with their role: "Träger des Case Managements sind:"."""
    role = _role_of_list(context)
    for party in find_parties(context) if role else ():
        if role and party.span.start <= MOST_BEFORE_A_LABEL and party.organisation != ANYBODY:
            yield found(context, Said(role, party.span), party, None)


def in_line(context: Context) -> Iterator[Found]:
    """The carriers behind a colon, each beside its number: "Anstellungsträger: Stadt Lünen 3,0; AWO 2,0"."""
    colon = context.text.rfind(":")
    if colon < 0 or not context.topic.is_kim or context.modality.asked or context.header:
        return
    role = _role_of_words(context.folded[:colon])
    for party in find_parties(context) if role else ():
        is_counted = COUNT_BEHIND.match(context.text, party.span.end)
        if role and is_counted and party.span.start > colon and party.organisation != ANYBODY:
            yield found(context, Said(role, party.span), party, None)


def _role_of_words(words: str) -> str | None:
    """The role that the words before a list tell; None where it is none of who does the work."""
    lists = phrases.load("carriers")
    role = lists["beside"].first(words) or lists["head"].first(words)
    return role.code if role and role.code in ("carries_out", "employs") else None


def _role_of_list(context: Context) -> str | None:
    """The role that the sentence tells with which a list begins; None where it is none of who does the work."""
    intro = context.intro
    if intro is None or intro is context.sentence or not context.topic.is_kim:
        return None
    return _role_of_words(folded(intro.text))


def labelled(context: Context) -> Iterator[Found]:
    """The carrier with which a line begins, or that stands in parentheses behind posts: "Caritas: 1,5 Stellen"."""
    is_listed = context.header is not None or _role_of_list(context) is not None
    if is_listed or not COUNTED_POSTS.search(context.text):
        return
    for party in find_parties(context):
        is_label = party.span.start <= MOST_BEFORE_A_LABEL and LABEL.match(
            context.text, party.span.end
        )
        is_behind = BRACKETED.search(context.text, 0, party.span.start) and context.text[
            party.span.end : party.span.end + 1
        ] in ("", ")", ",")
        if party.kind == CARRIER and party.organisation != ANYBODY and (is_label or is_behind):
            yield found(context, Said("employs", party.span), party, None)


def in_parentheses(context: Context) -> Iterator[Found]:
    """A carrier in parentheses behind a part of the place: "links der Ems (Caritasverband)"."""
    if not context.topic.is_kim or context.modality.asked or "(" not in context.text:
        return
    for party in find_parties(context):
        area = AREA.search(context.text, max(0, party.span.start - 80), party.span.start)
        if (
            party.kind == CARRIER
            and area
            and PART_OF_A_PLACE.search(area[0])
            and context.text[party.span.end : party.span.end + 8].find(")") >= 0
        ):
            told = values(context, Said("carries_out", party.span), party, None, party.span)
            yield Found({**told, "area": area[0].rstrip(" (")}, Span(area.start(), party.span.end))
