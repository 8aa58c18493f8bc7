"""Counts of posts that are there already, and of those that are an exception from all."""

import re

from etl.extraction.context import Context
from etl.extraction.posts import status_words
from etl.extraction.posts.counts import Count

_EXCEPT = re.compile(r"\b(?:bis auf|mit ausnahme (?:von|der)?|abgesehen von|außer) ?$")
_DEFINITE = re.compile(r"\b(?:die|den|diese|alle) $")
_GOES_ON = re.compile(
    r"\b(?:fortzuführen|weiterzuführen|beizubehalten|zu (?:verlängern|verstetigen|erhalten|sichern|finanzieren))\b"
)


def is_excepted(context: Context, count: Count) -> bool:
    """Whether a count is what is not filled of all: "alle Stellen bis auf eine", "mit Ausnahme von zwei Stellen"."""
    start = count.counted.quantity.span.start
    is_except = _EXCEPT.search(context.folded, max(0, start - 24), start) is not None
    is_filled = any(each.code == "filled" for each in status_words.find(context.folded))
    return is_except and is_filled


def is_to_be_kept(context: Context, count: Count) -> bool:
    """Whether "erhalten" means keeping what is there: "alle 17 Stellen zu erhalten"."""
    clause = context.clause(count.counted.span)
    is_definite = _DEFINITE.search(context.folded, 0, count.counted.span.start) is not None
    return is_definite and context.folded[clause.start : clause.end].rstrip(" .!").endswith(
        "zu erhalten"
    )


def is_given(context: Context, count: Count) -> bool:
    """Whether an infinitive speaks of posts that are there already: "die sieben Stellen fortzuführen"."""
    clause = context.clause(count.counted.span)
    is_definite = _DEFINITE.search(context.folded, 0, count.counted.span.start) is not None
    is_to_do = _GOES_ON.search(context.folded, clause.start, clause.end) is not None
    return is_definite and is_to_do
