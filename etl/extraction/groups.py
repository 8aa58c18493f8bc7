"""The words that name groups of people, and in which way they are meant."""

import re
from collections.abc import Iterator, Mapping
from functools import cache

from etl.extraction import phrases
from etl.extraction.context import Context
from etl.extraction.paper import Span
from etl.extraction.phrases import Phrase, Phrases, Said

FAMILY = "target_groups"
_ALSO_BEFORE = re.compile(r"\bauch (?:\w+ ){0,3}$")


def lists() -> Mapping[str, Phrases]:
    """The lists of words for groups, aims and ways to be included."""
    return phrases.load(FAMILY)


def merged(context: Context, said: list[Said]) -> Iterator[Said]:
    """Words that name one group are one, the closer word telling which: "Zugewanderte aus Südosteuropa"."""
    last: Said | None = None
    for each in said:
        if last and _is_same(context, last, each):
            code = last.code if each.code == "general" else each.code
            last = Said(code, Span(last.span.start, each.span.end))
            continue
        if last:
            yield last
        last = each
    if last:
        yield last


def _is_same(context: Context, one: Said, other: Said) -> bool:
    """Whether two words name one group: "Zugewanderte aus Südosteuropa", "Menschen, die schon länger hier leben"."""
    between = context.folded[one.span.end : other.span.start]
    if other.code == "access":
        return False
    is_relative = re.search(r"^[^,;]{0,20}, (?:die|der|welche)\b", between) is not None
    return is_relative or not re.search(r"\bund\b|\boder\b|,|;|\bsowie\b", between)


def name_of(context: Context, said: Said) -> str:
    """How the group is called: by the last of its words, the longer phrase of two."""
    words = context.folded[said.span.start : said.span.end]
    fitting = []
    for phrase in lists()["group"].phrases:
        found = _form(phrase.phrase).first(words) if phrase.code == said.code else None
        if found:
            fitting.append(
                (found.span.end, found.span.end - found.span.start, str(phrase.gives["label"]))
            )
    return max(fitting)[2] if fitting else context.text[said.span.start : said.span.end]


@cache
def _form(phrase: str) -> Phrases:
    return Phrases([Phrase(phrase, "x", "")])


def inclusion_of(context: Context, span: Span) -> str:
    """The code of `inclusion`: by the words of the clause, or of the sentence where it excludes or counts."""
    clause = context.clause(span)
    around = lists()["inclusion"].codes(context.folded[clause.start : clause.end])
    whole = lists()["inclusion"].codes(context.folded)
    if "counting_rule" in whole:
        return "counting_rule"
    if "excluded" in whole and "also" not in around:
        return "excluded"
    is_also = "also" in around or _ALSO_BEFORE.search(
        context.folded, max(0, span.start - 40), span.start
    )
    return "also" if is_also else "primary"
