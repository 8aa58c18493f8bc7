"""Numbers of a sentence as posts are counted: "beide" is two, "die dritte" one, "zwei volle und eine halbe" two and a half."""

import re
from collections.abc import Iterator
from functools import lru_cache

from etl.extraction.context import Context
from etl.extraction.mentions.numbers import Quantity
from etl.extraction.paper import Span

_BOTH = re.compile(r"\b(?:die )?beiden?\b(?! (?:seiten|fällen?|bereichen?|trägern?)\b)")
ORDINAL = re.compile(
    r"\b(?:die|der) andere\b(?! (?:hälfte|seite|frage)\b)|\b(?:die|der|eine[rn]?) (?:erst|letzt|zweit|dritt|viert|fünft|sechst|siebt|acht|neunt|zehnt|elft|zwölft|dreizehnt|vierzehnt|fünfzehnt)e[rn]?\b(?! (?:\d|zwei|beiden|drei|vier|fünf|sechs|sieben|acht)\b)"
)
_SECTION = re.compile(r"\d{1,2}\.\d{1,2}\s")
_WHOLE_AND = re.compile(r"\s+(?:volle|ganze)[rns]?\s+und\s+")


@lru_cache(maxsize=16)
def quantities(context: Context) -> tuple[Quantity, ...]:
    """The numbers of a sentence, in order."""
    words = [(_BOTH, 2.0), (ORDINAL, 1.0)]
    worded = [
        Quantity(Span(*word.span()), number, number, "exact")
        for form, number in words
        for word in form.finditer(context.folded)
    ]
    taken = {each.span.start for each in worded}
    found = [
        each
        for each in _added(context)
        if each.span.start not in taken
        and not (each.span.start == 0 and _SECTION.match(context.text))
    ]
    return tuple(sorted(found + worded, key=lambda each: each.span.start))


def _added(context: Context) -> Iterator[Quantity]:
    last: Quantity | None = None
    for number in context.numbers:
        if last and _is_half_more(context, last, number):
            last = _half_more(last, number)
            continue
        if last:
            yield last
        last = number
    if last:
        yield last


def _half_more(one: Quantity, half: Quantity) -> Quantity:
    """The number and a half; a bound that it does not have stays unknown."""
    least, most = (None if bound is None else bound + 0.5 for bound in (one.least, one.most))
    return Quantity(Span(one.span.start, half.span.end), least, most, one.certainty)


def _is_half_more(context: Context, one: Quantity, other: Quantity) -> bool:
    between = context.folded[one.span.end : other.span.start]
    is_half = (
        other.least == other.most == 0.5
        and "halb" in context.folded[other.span.start : other.span.end]
    )
    return is_half and _WHOLE_AND.fullmatch(between) is not None
