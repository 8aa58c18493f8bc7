"""Of which module posts are, where, with whom, since and until when."""

import re

from etl.extraction.answers import module_asked_for
from etl.extraction.context import Context
from etl.extraction.mentions.modules import find_modules
from etl.extraction.module_around import (
    hinted_module,
    module_before,
    module_of_carrier,
    only_module_around,
)
from etl.extraction.paper import Span
from etl.extraction.phrases import Said
from etl.extraction.posts.counted import Counted

_AND = re.compile(r"\b(?:und|sowie)\b")
FUNCTIONS = {"1": "coordination", "2": "case_management", "3": "immigration_office"}
_LABELS_THE_NEXT = re.compile(r"\s?:\s*\d")
_NUMBER_ONE = re.compile(r"\b(?:1|i|eins)$")
_ASSISTANCE = re.compile(r"assisten|verwaltungskr")
_ALL_TOGETHER = re.compile(
    r"\bstellensoll\b|\binsgesamt|\bgesamt\b|\bin summe\b|\balle[rn]? (?:drei )?(?:bausteine|module)n?\b"
)
_PAY_GROUP = re.compile(
    r"(?:(?:EG|Entgeltgruppe|Entgeltgruppen|Besoldungsgruppe|BesGr\.?|TVöD|TV-L|SuE|Eingruppierung|nach|\()\s*)(?P<letter>EG|E|S|A)?\s?(?P<number>\d{1,2})\s?(?P<step>[a-c])?\b"
    r"(?P<behind>\s*(?:TVöD|TV-L|SuE|\)|LBesG))?"
)


def module_of(
    context: Context, counted: Counted, limit: Span, region: str
) -> tuple[str | None, str | None]:
    """Module and function: by the noun, the clause behind it, the clause before, the sentence up to the neighbouring counts, the section, what is done or where (`region`)."""
    said = _module_word(context, counted, limit)
    if said and _is_one_of_several(context, said):
        return None, None
    carrier = module_of_carrier(context, counted.span)
    if said and carrier and context.clause(counted.span) != context.clause(said.span):
        said = None
    module = said.code if said else carrier or module_asked_for(context) or context.topic.module
    if module is None:
        is_of_all = _ALL_TOGETHER.search(context.folded) is not None
        module = (
            only_module_around(context)
            if is_of_all
            else module_before(context, region) or hinted_module(context, counted.span, region)
        )
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
    behind = [
        each
        for each in words
        if span.end <= each.span.start < limit.end
        and not _LABELS_THE_NEXT.match(context.folded, each.span.end)
    ]
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


def pay_group(context: Context) -> str | None:
    """The pay group that the sentence names, like S 12 or E 9b."""
    found = _PAY_GROUP.search(context.text)
    if not found or not (
        found["letter"] or "gruppe" in found.group().lower() or "EG" in found.group()
    ):
        return None
    letter = {"EG": "E", None: "E"}.get(found["letter"], found["letter"])
    return f"{letter} {found['number']}{found['step'] or ''}"
