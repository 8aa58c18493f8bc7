"""All counts of a sentence, each with the words around it that no other count claims."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise

from etl.extraction import phrases
from etl.extraction.context import Context
from etl.extraction.mentions.modules import find_modules
from etl.extraction.paper import Span
from etl.extraction.posts.before import counted_before
from etl.extraction.posts.change import change
from etl.extraction.posts.counted import Counted, find_counted
from etl.extraction.posts.implied import find_implied, is_of_these
from etl.extraction.posts.quantities import quantities
from etl.extraction.posts.sentence_parts import segment
from etl.extraction.purpose import is_for_another_matter

_OF = re.compile(
    r"\s*(?:der|von(?: den| insgesamt| diesen)?|dieser)\s+(?:insgesamt\s+|genannten\s+)?"
)
OTHERS = re.compile(
    r"\b(?!insgesamt|allesamt|ausländer|einbürgerung|integration|migration|willkommen|welcome|kim|kreis|gesamt)[\wäöüß-]{2,30}"
    r"(?:amt(?:e?s)?|ämter[ns]?|bürgerbüros?|meisterei|schulen?|schule|heime?s?|kita|klinik\w{0,10}|feuerwehr\w{0,20}|bauhof\w{0,2}|museum|bücherei|bibliothek|theater|archiv|freibad"
    r"|sportbund\w{0,2}|zentrale|sozialarbeit|beratungsstelle|fachstelle|anlaufstelle|geschäftsstelle|leitstelle|wohngeldstelle)\b"
    r"|\b(?!einzel|erst|kurz|fall|integration|sozial|flüchtling|verweis)[\wäöüß]{3,30}beratung\b"
    r"|\bandere[nr]? (?:kreisen?|städten?|kommunen|gemeinden)\b|\bagentur für arbeit\b|\b(?:jobcenter|amt|beratungsstelle|anlaufstelle|feuerwehr|bürgerbüros?|museum|bücherei|schule|kita|klinik)\b"
)
_ONLY_A_PART = re.compile(
    r"[^.;]{0,40}\b(?:davon|darunter|hiervon)\b[^.;]{0,40}\b(?:im rahmen des|aus dem|über das|aus mitteln des|für das|im) (?:kim|kommunalen integrationsmanagement)"
)
_EMPLOYMENT = re.compile(r"\b(?:jobcenter|arbeitsagentur|agentur für arbeit)")
ALL_FILLED = re.compile(
    r"(?:,|und|die|sind|seien)\s+(?:und |sie sind |die |inzwischen |mittlerweile |bereits |auch |seit [\w. ]{4,24})*(?P<words>(?:alle|beide|sämtlich|allesamt|ausnahmslos|durchweg|vollständig|komplett) (?:\w+ )?besetzt)\b"
)
_OF_BEFORE = re.compile(
    r"\bvon(?: den| diesen| insgesamt| ihren)?(?: [a-zäöüß]+(?:t|en|ch))?(?: [a-zäöüß]+en)?\s*$"
)


@dataclass(frozen=True)
class Count:
    """A count of a sentence with the words around it that no other count claims.

    `kind`: "part", "whole" (of a part), "increase", "before", "after" (a change), "total"; None where nothing tells it.
    """

    counted: Counted
    kind: str | None
    limit: Span


@lru_cache(maxsize=16)
def counts(context: Context) -> tuple[Count, ...]:
    """All counts of a sentence, in order; none where it does not speak of KIM."""
    if not context.topic.is_kim or context.header is not None or not quantities(context):
        return ()
    named = find_counted(context)
    found = [(each, change(context, each.quantity)) for each in named]
    if len(named) < len(quantities(context)):
        implied = find_implied(context, named, counted_before(context))
        found += [(each.counted, each.kind) for each in implied]
    found.sort(key=lambda each: each[0].span.start)
    for at, ((one, kind), (other, _)) in enumerate(pairwise(found)):
        if kind is None and _OF.fullmatch(context.folded, one.span.end, other.span.start):
            found[at] = (one, "part")
    found = [(one, kind or ("part" if is_of_these(one) else None)) for one, kind in found]
    return tuple(_with_limits(context, found))


def _with_limits(context: Context, found: list[tuple[Counted, str | None]]) -> Iterator[Count]:
    """Each count with the words up to its neighbours; a part shares those of its whole, which says nothing of its own."""
    small = context.folded
    ends = [0, *(each.span.end for each, _ in found)]
    starts = [*(each.span.start for each, _ in found), len(small)]
    again = ALL_FILLED.search(small)
    has_part = any(kind == "part" for _, kind in found)
    for at, (each, kind) in enumerate(found):
        is_whole = at > 0 and _is_whole(found[at - 1], found[at], small)
        is_whole = is_whole or (
            has_part and kind is None and _OF_BEFORE.search(small, 0, each.span.start) is not None
        )
        next_is_whole = at + 1 < len(found) and _is_whole(found[at], found[at + 1], small)
        limit = (
            each.span
            if is_whole
            else Span(ends[at], starts[at + 2] if next_is_whole else starts[at + 1])
        )
        if again and each.span.end <= again.start() + 1 < limit.end:
            limit = Span(limit.start, max(each.span.end, again.start()))
        yield Count(each, "whole" if is_whole else kind, limit)


def _is_whole(
    part: tuple[Counted, str | None], whole: tuple[Counted, str | None], small: str
) -> bool:
    """Whether the second count is the whole of the first: "acht der neun Stellen"."""
    ends = {part[0].quantity.span.end, part[0].span.end}
    start = whole[0].span.start
    return part[1] == "part" and any(_OF.fullmatch(small, end, start) for end in ends)


def is_ours(context: Context, count: Count) -> bool:
    """Whether a count with its noun is of KIM: its noun is, or KIM is named close by and nothing else beside it."""
    if _ONLY_A_PART.match(context.folded, count.counted.span.end):
        return False
    noun, around = phrases.folded(count.counted.noun), segment(context, count.counted.span)
    if find_modules(noun):
        is_elsewhere = _EMPLOYMENT.search(context.folded, around.start, around.end)
        return not ("fallmanag" in noun and is_elsewhere)
    words = context.folded[around.start : around.end]
    terms = phrases.load("topic")["term"].codes(words)
    is_named = bool(terms & {"programme", "on"} or find_modules(words))
    return context.topic.is_near and (is_named or not _is_of_others(context, words, terms))


def _is_of_others(context: Context, words: str, terms: frozenset[str]) -> bool:
    """Whether another office, another programme or another purpose is named."""
    return bool(
        "off" in terms
        or "aside" in phrases.load("topic")["term"].codes(context.folded)
        or OTHERS.search(words)
        or is_for_another_matter(context.text)
        or phrases.load("funding")["other"].first(context.folded)
    )
