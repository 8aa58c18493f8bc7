"""The words that name groups of people, and in which way they are meant."""

import re
from collections.abc import Iterator, Mapping
from functools import cache

from etl.extraction import phrases
from etl.extraction.context import Context
from etl.extraction.paper import Span
from etl.extraction.phrases import Phrase, Phrases, Said

FAMILY = "target_groups"
_ALSO_BEFORE = re.compile(r"\bauch (?:\w+,? ){0,3}$")
_ALSO = re.compile(r"\b(?:ebenfalls|ebenso|gleichfalls)\b")
_FOCUS_WORD = re.compile(
    r"\b(?:vor allem|insbesondere|in erster linie|vorrangig|hauptsächlich|vornehmlich|besonders|primär|schwerpunktmäßig)"
)
_FOCUS = re.compile(
    _FOCUS_WORD.pattern + r" (?:(?:an|für|auf|um|sollen|werden|die|den) ){0,3}(?:\w+ ){0,1}$"
)
_PEOPLE = re.compile(
    r"\b(?:(?:menschen|personen|eltern|familien|touristen|durchreisende|saisonkräfte|\w{3,30}innen und \w{3,30}|\w{3,30}[*:]innen)\b"
    r"(?P<attribute>(?:, (?:die|deren)| mit| ohne| in| im| aus| unter)\b[^.;,]{2,90})?"
    r"|^wer (?P<who>[^,.;]{3,80})(?=, (?:kann|darf|wird|soll)))"
)
_PARTS_OF_A_SENTENCE = re.compile(r";|\bwährend\b|\baber\b|\bsondern\b")
_COUNT = re.compile(r"\d (?:\w+ )?$")
REACH_OF_A_FOCUS, LEAD = 60, 30


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
    is_relative = re.search(r"^[^,;]{0,20}, (?:die|der|deren|welche)\b", between) is not None
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
    part = _part(context, span)
    whole = lists()["inclusion"].codes(part)
    if "counting_rule" in whole:
        return "counting_rule"
    if "excluded" in whole and "also" not in around:
        return "excluded"
    is_also = (
        "also" in around
        or _ALSO.search(part)
        or _ALSO_BEFORE.search(context.folded, max(0, span.start - 40), span.start)
    )
    return "also" if is_also else "primary"


def _part(context: Context, span: Span) -> str:
    """The words of the sentence around a span up to what says the contrary."""
    starts = [0, *(each.end() for each in _PARTS_OF_A_SENTENCE.finditer(context.folded))]
    start = max(each for each in starts if each <= span.start)
    end = _PARTS_OF_A_SENTENCE.search(context.folded, span.end)
    return context.folded[start : end.start() if end else None]


def is_in_focus(context: Context, span: Span) -> bool:
    """Whether the words before say that the offer is mainly for them: "vor allem Familien"."""
    start = max(0, span.start - REACH_OF_A_FOCUS)
    return _FOCUS.search(context.folded[start : span.start]) is not None


def has_focus(context: Context) -> bool:
    """Whether the sentence names a group that the offer is mainly for."""
    if not _FOCUS_WORD.search(context.folded):
        return False
    named = (*lists()["group"].find(context.folded), *described(context))
    return any(is_in_focus(context, each.span) for each in named)


def is_counted(context: Context, span: Span) -> bool:
    """Whether a number stands before people: they were counted, rather than aimed at."""
    return _COUNT.search(context.folded, max(0, span.start - LEAD), span.start) is not None


def described(context: Context) -> Iterator[Said]:
    """People whom a sentence describes without a word of ours for them: "Menschen, die seit drei Jahren hier leben"."""
    for found in _PEOPLE.finditer(context.folded):
        span = Span(*found.span())
        if lists()["staff"].first(found.group()) or lists()["group"].first(_part(context, span)):
            continue
        if is_counted(context, span):
            continue
        attribute = lists()["attribute"].first(found["attribute"] or found["who"] or "")
        yield Said(attribute.code if attribute else "general", span)
