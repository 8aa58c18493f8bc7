"""All counts of a sentence, each with the words around it that no other count claims."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from etl.extraction import phrases
from etl.extraction.context import Context
from etl.extraction.mentions.modules import find_modules
from etl.extraction.paper import Span
from etl.extraction.posts.counted import Counted, find_counted
from etl.extraction.posts.implied import changes, counted_before, find_implied
from etl.extraction.posts.quantities import quantities

_OF = re.compile(
    r"\s*(?:der|von(?: den| insgesamt| diesen)?|dieser)\s+(?:insgesamt\s+|genannten\s+)?"
)
_OTHERS = re.compile(
    r"\b(?:bau|ordnungs|jugend|schul|gesundheits|standes|haupt|personal|straßenverkehrs|umwelt|rechts|steuer|kultur|sport|tiefbau|hochbau|bürger)amte?s?\b"
    r"|\b[\wäöüß-]{0,30}(?:beratungsstelle|fachstelle|anlaufstelle|geschäftsstelle|leitstelle|feuerwehr\w{0,20}|schule|museum|bücherei|freibad|klinik\w{0,10}"
    r"|sportbund\w{0,2}|freiwilligenzentrale)\b"
)
ALL_FILLED = re.compile(
    r"(?:,|und|die|sind|seien)\s+(?:inzwischen |mittlerweile |bereits |auch |seit [\w. ]{4,24})*(?P<words>(?:alle|beide|sämtlich|vollständig|komplett) (?:\w+ )?besetzt)\b"
)
_OF_BEFORE = re.compile(r"\bvon (?:den|diesen|insgesamt|ihren)\s*$")


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
    kinds = changes(context, named)
    found = [(each, kinds.get(each.quantity.span)) for each in named]
    found += [
        (each.counted, each.kind) for each in find_implied(context, named, counted_before(context))
    ]
    found.sort(key=lambda each: each[0].span.start)
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
    return (
        part[1] == "part"
        and _OF.fullmatch(small, part[0].quantity.span.end, whole[0].span.start) is not None
    )


def is_ours(context: Context, count: Count) -> bool:
    """Whether a count with its noun is of KIM: its noun is, or KIM is named close by and nothing else in its clause."""
    noun = phrases.folded(count.counted.noun)
    if find_modules(noun):
        return True
    clause = context.clause(count.counted.span)
    terms = phrases.load("topic")["term"].codes(context.folded[clause.start : clause.end])
    is_of_others = terms & {"off", "aside"} or _OTHERS.search(
        context.folded, clause.start, clause.end
    )
    if is_of_others and not terms & {"programme", "on"}:
        return False
    return context.topic.is_near
