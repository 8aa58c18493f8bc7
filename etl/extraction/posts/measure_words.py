"""The words beside a count that tell of what it is a measure."""

import re

from etl.extraction import phrases
from etl.extraction.context import Context
from etl.extraction.mentions.modules import find_modules
from etl.extraction.paper import Span
from etl.extraction.phrases import Said
from etl.extraction.posts.counts import Count

_NOUN = re.compile(r"[A-ZÄÖÜ]")
_ADJECTIVE = re.compile(r"e[nmrs]?$")


def said_of(context: Context, count: Count) -> frozenset[str]:
    """What the noun and the words before it say of the measure; no adjective of another noun."""
    span = count.counted.span
    start = max(count.limit.start, context.clause(span).start, span.start - 40)
    end = span.start + len(context.folded[span.start : span.end].rstrip())
    return frozenset(
        each.code
        for each in phrases.load("positions")["measure"].find(context.folded, start, end)
        if not _is_in_hedge(count, each) and not _is_of_another_noun(context, each, span)
    )


def _is_of_another_noun(context: Context, said: Said, span: Span) -> bool:
    """Whether a word is an adjective before a noun that stands before the count: "nach der neuen Richtlinie drei Stellen"."""
    is_before_noun = _NOUN.search(context.text, said.span.end, span.start) is not None
    is_adjective = _ADJECTIVE.search(context.folded[said.span.start : said.span.end]) is not None
    return is_before_noun and is_adjective and said.code != "total"


def _is_in_hedge(count: Count, said: Said) -> bool:
    """Whether a word belongs to the number: "nicht mehr als fünf", but not the ordinal of "eine zweite"."""
    number = count.counted.quantity.span
    is_inside = number.start <= said.span.start and said.span.end <= number.end
    return is_inside and count.counted.quantity.certainty != "exact"


def is_in_apposition(context: Context, count: Count) -> bool:
    """Whether a count stands behind the word for its kind: "die Verwaltungsassistenz, eine halbe Stelle, ist …"."""
    before = context.folded[: count.counted.span.start]
    words = find_modules(before)
    return bool(words) and before[words[-1].span.end :].strip() == ","
