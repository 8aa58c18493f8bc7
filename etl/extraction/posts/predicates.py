"""The word of a sentence that tells how far a count is: its predicate, its own adjective, or what stands over the list."""

import re
from functools import lru_cache

from etl.extraction import phrases
from etl.extraction.context import Context
from etl.extraction.paper import Span
from etl.extraction.phrases import Said
from etl.extraction.posts import status_words
from etl.extraction.posts.quantities import quantities
from etl.extraction.posts.sentence_parts import continuation, relative, segment, within

DROPPED, THERE = "dropped", "there"
WEAK = frozenset((THERE, "placed"))
_REACH_OF_AND, _BEFORE_FILLED = 20, frozenset(("funded", "established"))
_ENDS_BEFORE = re.compile(
    r"[;:(]|\b(?:von denen|davon|wovon|darunter|hiervon|sind|ist|wurden?|seien|sei|hat|haben|werden|waren|war|wird)\b"
)
_FINITE = re.compile(
    r";|\b(?:ist|sind|sei|seien|war|waren|wird|werden|wurden?|hat|habe|haben|hatten?|kann|können|konnten?|soll|sollen|will|wollen|bleib\w*|lieg\w*|geht|gehen|komm\w*|steh\w*|gibt|gebe)\b"
)
_OF_WHICH = re.compile(r"\b(?:denen|davon|hiervon) $")
_AND = re.compile(r"\b(?:und|sowie|bzw)\b")
_BESIDE = re.compile(r":?\s+(?:sind|seien|waren|wurden|davon|derzeit|aktuell|insgesamt)?\s*")
_DECLINED = re.compile(r"^\S*(?:t|d|en|frei|vakant)(?:en|er|es|em|e)$")
_BEFORE_AN_ADJECTIVE = re.compile(
    r"(?:^|\b(?:d(?:ie|er|en|em|es|as)|dieser?n?|ein(?:e[rnms]?)?|ihre[rn]?|unsere[rn]?|alle[rn]?|(?:vom|beim|im|durch das|durch den|des|der) [\w-]+|von|mit|für|aus|vom|zum|zur|jede[rn]?|keine[rn]?|\d[\d,]*|noch|neu|bereits|bisher|\w+(?:en|er|lich|zeit|weise)|"
    r"zwei|drei|vier|fünf|sechs|sieben|acht|neun|zehn|elf|zwölf))\s+[„\"]?$"
)
_NOUN_BEHIND = re.compile(
    r"[\"“”»«]?,?\s+(?:(?!d(?:ie|er|as|em)\s|eine?[rn]?\s)[a-zäöüß\d,-]+\s+){0,3}[„\"]?[A-ZÄÖÜ]"
)


def has_count(context: Context, part: Span) -> bool:
    """Whether a number stands in a part of a sentence."""
    return any(
        part.start <= each.span.start < part.end
        and not (each.is_article and not _OF_WHICH.search(context.folded, 0, each.span.start))
        for each in quantities(context)
    )


def _has_another(context: Context, said: Said, span: Span) -> bool:
    """Whether the clause of a status word counts something itself."""
    clause = context.clause(said.span)
    return not _is_in(Said("", span), clause) and has_count(context, clause)


def predicate(context: Context, span: Span, limit: Span) -> Said | None:
    """The status word that is no adjective: of the clause with what goes on behind a relative clause, of the words within `limit`, of all neighbours."""
    around = segment(context, span)
    limit = within(limit, around)
    clause = within(context.clause(span), limit)
    behind = relative(context, span)
    words = [
        each
        for each in said_in(context)
        if around.start <= each.span.start < around.end
        and not is_adjective(context, each)
        and not _is_of_another_in_brackets(context, each, span)
    ]
    goes_on = continuation(context, span)
    own = [each for each in words if _is_in(each, clause) or (goes_on and _is_in(each, goes_on))]
    near = [
        each
        for each in words
        if _is_in(each, limit)
        and not (behind and _is_in(each, behind))
        and (each.span.start < span.start or not _has_another(context, each, span))
    ]
    return (
        _right_before(context, words, span)
        or _next(_verbs(context, own), span)
        or _next(_verbs(context, near), span)
        or _shared(context, words, span, limit)
        or (first_word(context, behind) if behind and not has_count(context, behind) else None)
    )


def _is_of_another_in_brackets(context: Context, said: Said, span: Span) -> bool:
    """Whether a word stands alone in brackets, and so belongs to the count before them: "Datteln 1,0 (unbesetzt), Marl 3,0"."""
    start, end = said.span.start, said.span.end
    is_alone = context.text[start - 1 : start] == "(" and context.text[end : end + 1] == ")"
    is_behind = start >= span.end and not has_count(context, Span(span.end, start))
    return is_alone and not is_behind


def _right_before(context: Context, words: list[Said], span: Span) -> Said | None:
    """The word that stands right before the count: "bewilligt 4,0 Stellen / besetzt 3,5 Stellen"."""
    before = [e for e in words if e.span.end <= span.start and e.code not in WEAK]
    is_beside = before and _BESIDE.fullmatch(context.folded, before[-1].span.end, span.start)
    return before[-1] if is_beside else None


def _verbs(context: Context, words: list[Said]) -> list[Said]:
    """Without the nouns, where a verb or an adjective tells it: "der Kreis bewirbt sich um die Förderung"."""
    verbs = [
        each
        for each in words
        if each.is_verb or each.span.start == 0 or context.text[each.span.start].islower()
    ]
    return verbs if any(each.code != THERE for each in verbs) else words


def _next(words: list[Said], span: Span) -> Said | None:
    """The first behind a span, else the last before it."""
    told = [each for each in words if each.code != THERE] or words
    behind = [each for each in told if each.span.end > span.start]
    before = [each for each in told if each.span.end <= span.start]
    return _furthest(behind) if behind else (before[-1] if before else None)


def _furthest(words: list[Said]) -> Said:
    """The first; of two joined by "und" the later state: "bewilligt und besetzt"."""
    first, second = words[0], words[1] if len(words) > 1 else None
    is_joined = (
        second and second.code == "filled" and second.span.start - first.span.end < _REACH_OF_AND
    )
    return second if second and is_joined and first.code in _BEFORE_FILLED else first


def _shared(context: Context, words: list[Said], span: Span, limit: Span) -> Said | None:
    """A status word beyond the neighbouring counts: a verb at the end that closes all of them, or one before the first of them."""
    is_wide = limit.end >= segment(context, span).end
    start = span.end if is_wide else limit.end
    behind = next((each for each in words if each.span.start >= start), None)
    if behind and _closes(context.folded[span.end : behind.span.start]):
        return behind
    before = [each for each in words if each.span.end <= limit.start]
    is_elided = before and not _FINITE.search(context.folded, before[-1].span.end, span.start)
    if not before or (
        len(before) > 1 and not (is_elided or _is_in_clause_before(context, before[-1], limit))
    ):
        return None
    return before[-1]


def _closes(between: str) -> bool:
    """Whether a verb behind a list closes all of it: "zwei, drei und eine Stelle beantragt"."""
    return _AND.search(between) is not None and _ENDS_BEFORE.search(between) is None


def _is_in_clause_before(context: Context, said: Said, limit: Span) -> bool:
    """Whether a status word is that of the clause right before, whose verb a clause without one shares: "die eine hat zwei, die andere drei"."""
    start = context.clause(Span(limit.end - 1, limit.end)).start
    before = context.clause(Span(max(0, start - 2), max(0, start - 2)))
    return start > 0 and _is_in(said, before)


def own_word(context: Context, span: Span) -> Said | None:
    """The status that an adjective within the count, or right before it, tells."""
    reach = max(0, span.start - 25)
    words = [each for each in said_in(context) if is_adjective(context, each)]
    inside = [each for each in words if span.start <= each.span.start < span.end]
    before = [
        each for each in words if reach <= each.span.start and 0 <= span.start - each.span.end <= 1
    ]
    words = inside or before
    return words[-1] if words else None


@lru_cache(maxsize=64)
def is_adjective(context: Context, said: Said) -> bool:
    """Whether a status word stands as an adjective before a noun: "die bewilligten Stellen"."""
    word = context.folded[said.span.start : said.span.end]
    before = context.folded[max(0, said.span.start - 24) : said.span.start]
    return bool(
        _DECLINED.search(word)
        and context.text[said.span.start].islower()
        and _BEFORE_AN_ADJECTIVE.search(before)
        and _NOUN_BEHIND.match(context.text, said.span.end)
    )


def first_word(context: Context, part: Span) -> Said | None:
    """The first status word of a part of a sentence that is no adjective."""
    return next(
        (e for e in said_in(context) if _is_in(e, part) and not is_adjective(context, e)), None
    )


def _is_in(said: Said, part: Span) -> bool:
    return part.start <= said.span.start and said.span.end <= part.end


@lru_cache(maxsize=16)
def said_in(context: Context) -> tuple[Said, ...]:
    """All status words of a sentence, in order."""
    return tuple(status_words.find(context.folded))


def of_head(context: Context, span: Span) -> Said | None:
    """The status word before the colon of the sentence: "Gefördert werden: zwei Stellen in Olfen; eine in Nottuln"."""
    colon = context.text.find(":")
    words = [
        each
        for each in said_in(context)
        if each.span.end <= colon and each.code not in (*WEAK, DROPPED)
    ]
    return words[-1] if words and colon < span.start else None


def of_list(context: Context) -> Said | None:
    """The status word of the sentence that begins the list: "Bewilligt sind folgende Stellen:"."""
    if context.intro is None:
        return None
    words = list(status_words.find(phrases.folded(context.intro.text)))
    return next((each for each in words if each.code not in WEAK), words[0] if words else None)
