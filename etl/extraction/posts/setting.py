"""Of which module posts are, where, with whom, since and until when."""

import re
from collections.abc import Sequence
from itertools import pairwise

from etl.extraction import phrases
from etl.extraction.context import Context
from etl.extraction.mentions.modules import find_modules
from etl.extraction.mentions.places import Place, find_places
from etl.extraction.paper import Span
from etl.extraction.phrases import Said
from etl.extraction.posts.counted import Counted
from kim.regions import LAND

_LISTING = ("und", ",", "sowie", "/", "und der stadt", "und die stadt", "und der gemeinde")
_OF_THE_SAME = re.compile(r"\s*\(?(?:mit|auf|im umfang von|zu)\s+(?:je(?:weils)?\s+|insgesamt\s+)?")
_NAME_BEFORE = re.compile(r"(?:^|[,:;] )([A-ZÄÖÜ][\w-]+)\s+$")
_BEYOND = re.compile(r"\büber\s*$")
_AND = re.compile(r"\b(?:und|sowie)\b")
_ALL_OVER = re.compile(r"\blandesweit|\bin ganz nrw\b|\bin ganz nordrhein-westfalen\b")
_ACTS = re.compile(r"\s+(?:hat|habe|stellt|stellte|beschäftigt|verfügt|erhält|erhielt|richtet)\b")
MOST_BEFORE_A_SUBJECT = 5
FUNCTIONS = {"1": "coordination", "2": "case_management", "3": "immigration_office"}
_NUMBER_ONE = re.compile(r"\b(?:1|i|eins)$")
_ASSISTANCE = re.compile(r"assisten")
_ALL_TOGETHER = re.compile(
    r"\binsgesamt|\bgesamt\b|\bin summe\b|\balle[rn]? (?:drei )?(?:bausteine|module)n?\b"
)
_LIMITED = re.compile(
    r"befristet|längstens|zunächst bis|entfällt|wegfallend|kw-vermerk|bis zum ende"
)
_ENDS = re.compile(r"entfällt|entfallen|wegfallend|läuft aus|laufen aus")
_PAY_GROUP = re.compile(
    r"(?:(?:EG|Entgeltgruppe|Entgeltgruppen|Besoldungsgruppe|BesGr\.?|TVöD|TV-L|SuE|Eingruppierung|nach|\()\s*)(?P<letter>EG|E|S|A)?\s?(?P<number>\d{1,2})\s?(?P<step>[a-c])?\b"
    r"(?P<behind>\s*(?:TVöD|TV-L|SuE|\)|LBesG))?"
)


def module_of(context: Context, counted: Counted, limit: Span) -> tuple[str | None, str | None]:
    """Module and function: by the noun, the clause behind it, the clause before, the sentence up to the neighbouring counts, the section."""
    said = _module_word(context, counted, limit)
    if said and _is_one_of_several(context, said):
        return None, None
    module = said.code if said else context.topic.module
    if module is None and not _ALL_TOGETHER.search(context.folded):
        module = context.topic.recent_module
    if module is None:
        return None, None
    word = context.folded[said.span.start : said.span.end] if said else ""
    is_assistance = _ASSISTANCE.search(word) or _ASSISTANCE.search(counted.noun.lower())
    if module == "1" and _NUMBER_ONE.search(word):
        return module, None
    return module, "assistance" if is_assistance else FUNCTIONS[module]


def _is_one_of_several(context: Context, said: Said) -> bool:
    """Whether a module is named in a row with others: "Bausteine 1 und 2"."""
    return any(
        each.code != said.code
        and (
            each.span == said.span
            or {each.span.end, each.span.start} & {said.span.start, said.span.end}
        )
        for each in find_modules(context.folded)
    )


def names_its_module(context: Context, counted: Counted) -> bool:
    """Whether a word of the clause tells the module of a count."""
    clause = context.clause(counted.span)
    return any(
        clause.start <= each.span.start < clause.end for each in find_modules(context.folded)
    )


def _module_word(context: Context, counted: Counted, limit: Span) -> Said | None:
    words = find_modules(context.folded)
    span, clause = counted.span, context.clause(counted.span)
    inside = [
        each for each in words if each.span.start >= span.start and each.span.end <= span.end + 1
    ]
    if inside:
        return inside[0]
    end, start = min(clause.end, limit.end), max(clause.start, limit.start)
    reach = limit.start if counted.is_named else 0
    behind = [each for each in words if span.end <= each.span.start < limit.end]
    before = [each for each in words if reach <= each.span.start and each.span.end <= span.start]
    near = [each for each in reversed(before) if each.span.start >= start]
    beside = [each for each in behind if each.span.end <= end]
    if near and beside and _AND.search(context.folded, span.end, beside[0].span.start):
        return near[0]
    for among in (beside, near, before[::-1]):
        if among:
            return among[0]
    codes = {each.code for each in words}
    return behind[0] if behind and len(codes) == 1 else None


def region_of(context: Context, span: Span, limit: Span) -> str:
    """The key of the place that the clause names, else that of the paper; also where several are named in one breath."""
    clause = context.clause(span)
    if _ALL_OVER.search(context.folded, clause.start, clause.end):
        return LAND
    is_own = clause.start >= limit.start or limit.start == 0
    is_own = is_own or _OF_THE_SAME.fullmatch(context.folded, limit.start, span.start) is not None
    start, end = clause.start if is_own else span.start, min(clause.end, limit.end)
    named = [each for each in context.places if each.ags != LAND and each.span.start >= start]
    behind = [each for each in named if span.end <= each.span.start]
    before = [each for each in named if each.span.start < span.start]
    if behind and behind[0].span.start < end:
        return context.paper.region if _are_listed(context, behind) else behind[0].ags
    if before:
        return before[-1].ags
    return _subject(context, limit) or _label(context, span) or context.paper.region


def _label(context: Context, span: Span) -> str | None:
    """The town whose bare name stands before the count: "Werl 1,0 Stelle"."""
    found = _NAME_BEFORE.search(context.text, max(0, span.start - 40), span.start)
    places = list(find_places(f"Stadt {found[1]}")) if found else []
    return places[0].ags if places and len(places) == 1 else None


def each_place(context: Context, limit: Span) -> tuple[str, ...]:
    """The keys of the places named in one breath beside a count of each, two at least; none otherwise."""
    named = [
        each
        for each in context.places
        if each.ags != LAND and limit.start <= each.span.start < limit.end
    ]
    if len(named) < 2 or not all(_are_listed(context, pair) for pair in pairwise(named)):
        return ()
    return tuple(each.ags for each in named)


def _subject(context: Context, limit: Span) -> str | None:
    """The place with which the sentence begins: it did all that is counted."""
    first = context.places[0] if context.places else None
    is_first = first is not None and first.span.start <= MOST_BEFORE_A_SUBJECT and limit.start > 0
    return (
        first.ags
        if first and is_first and first.ags != LAND and _ACTS.match(context.folded, first.span.end)
        else None
    )


def _are_listed(context: Context, places: Sequence[Place]) -> bool:
    """Whether the first two places are named in one breath, so that a count is of both together."""
    return (
        len(places) > 1
        and context.folded[places[0].span.end : places[1].span.start].strip() in _LISTING
    )


def since(context: Context, span: Span, limit: Span) -> str | None:
    """The day from which it held, as EDTF: in the words around the count, before it in the clause, or beside its status behind."""
    clause = context.clause(span)
    around = _first_day(context, max(clause.start, limit.start), min(clause.end, limit.end))
    return (
        around
        or _first_day(context, clause.start, span.start)
        or _day_of_status(context, span, limit)
    )


def _day_of_status(context: Context, span: Span, limit: Span) -> str | None:
    """The day in a clause behind that tells the status: "zwei Stellen, die seit Mai 2022 besetzt sind"."""
    for said in phrases.load("positions")["status"].find(context.folded, span.end, limit.end):
        clause = context.clause(said.span)
        if said.code in ("filled", "vacant") and clause.start >= span.end:
            return _first_day(context, clause.start, min(clause.end, limit.end))
    return None


def _first_day(context: Context, start: int, end: int) -> str | None:
    for moment in context.dates:
        is_open = moment.role == "until" or "/" in moment.edtf
        is_beyond = _BEYOND.search(context.folded, 0, moment.span.start) is not None
        if start <= moment.span.start < end and not is_open and not is_beyond:
            return _with_year(context, moment.edtf)
    return None


def _with_year(context: Context, edtf: str) -> str | None:
    """A day without its year in that of the paper; in the year before where it would come after the paper and is no plan."""
    date = context.date or ""
    if not edtf.startswith("XXXX"):
        return edtf
    if not date[:4].isdigit():
        return None
    same = f"{date[:4]}{edtf[4:]}"
    is_past = same[: len(date)] <= date[: len(same)] or context.modality.planned
    return same if is_past else f"{int(date[:4]) - 1}{edtf[4:]}"


def valid_until(context: Context, span: Span) -> str | None:
    """The day until which posts are limited, as EDTF."""
    if not _LIMITED.search(context.folded):
        return None
    ends = _ENDS.search(context.folded)
    until = [
        each.edtf
        for each in context.dates
        if (each.role == "until" or ends) and each.span.end > span.start
    ]
    return until[0] if until else None


def pay_group(context: Context) -> str | None:
    """The pay group that the sentence names, like S 12 or E 9b."""
    found = _PAY_GROUP.search(context.text)
    if not found or not (
        found["letter"] or "gruppe" in found.group().lower() or "EG" in found.group()
    ):
        return None
    letter = {"EG": "E", None: "E"}.get(found["letter"], found["letter"])
    return f"{letter} {found['number']}{found['step'] or ''}"
