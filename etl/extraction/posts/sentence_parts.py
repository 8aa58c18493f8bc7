"""Parts of a sentence: what semicolons part, a relative clause, and what goes on behind it."""

import re

from etl.extraction.context import Context
from etl.extraction.paper import Span

_RELATIVE = re.compile(
    r"(?:,\s+(?:(?:für|von|mit|in|auf|bei|aus|an)\s+)?(?:die|der|das|den|denen|deren(?! [\wäöü-]*inhaber)|welche[rs]?)|;\s+(?:sie|diese) (?:ist|sind|sei|seien|war|waren|wurden?|konnten?|werden|wird|bleib\w*))\s+(?!(?:davon|übrigen|restlichen|anderen|beiden|letzte|erste|zweite|dritte|vierte|fünfte|sechste|siebte|achte|neunte|zehnte|elfte|zwölfte)\b)"
)
_ENDS_WITH_VERB = re.compile(
    r"\b(?:ist|sind|war|waren|wurden?|werden|wird|hat|haben|hatten?|worden|konnten?|können|sollen?|seien?|habe|\w+(?:t|te|ten))\s*$"
)


def segment(context: Context, span: Span) -> Span:
    """What stands between the semicolons around a span."""
    start = context.text.rfind(";", 0, span.start) + 1
    end = context.text.find(";", span.end)
    return Span(start, len(context.text) if end < 0 else end)


def relative(context: Context, span: Span) -> Span | None:
    """The relative clause that follows the clause of a span: "Stellen, die seit Mai besetzt sind"."""
    clause = context.clause(span)
    if not _RELATIVE.match(context.folded, clause.end):
        return None
    at = min(clause.end + 2, len(context.text))
    behind = context.clause(Span(at, at))
    words = context.folded[behind.start : behind.end].rstrip(" .!)")
    return behind if _ENDS_WITH_VERB.search(words) else None


def continuation(context: Context, span: Span) -> Span | None:
    """What goes on behind the relative clause: "…, die das Land fördert, sind besetzt"."""
    behind = relative(context, span)
    if behind is None or not context.text.startswith(",", behind.end):
        return None
    at = min(behind.end + 2, len(context.text))
    return context.clause(Span(at, at))


def within(one: Span, other: Span) -> Span:
    """What two spans have in common; empty at the start of the later one where they share nothing."""
    start, end = max(one.start, other.start), min(one.end, other.end)
    return Span(start, max(start, end))
