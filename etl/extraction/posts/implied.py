"""Numbers of posts and persons whose noun stands elsewhere: "davon zwei besetzt", "von 1,9 auf 3,5"."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

from etl.extraction.context import Context
from etl.extraction.mentions.numbers import Quantity
from etl.extraction.paper import Span
from etl.extraction.posts.counted import Counted, find_counted, nouns
from etl.extraction.posts.quantities import quantities
from etl.extraction.sentences import sentences

REACH = 600
_FILL = (
    r"(?:\s*,?\s*(?:sind|ist|seien|sei|waren|war|wurden?|werden|konnten|konnte|derzeit|aktuell|zurzeit|bereits|momentan|inzwischen"
    r"|mittlerweile|noch|jedoch|aber|schon|erst|liegen|arbeiten|entfallen|gehen|nur|zunächst|bisher|heute|bislang|jeweils|sollen))*\s*"
)
_OF_WHICH_BEFORE = re.compile(
    rf"(?:davon|darunter|hiervon|wovon|von denen|von ihnen|von diesen|von diesen stellen|hierunter){_FILL}$"
)
_OF_THESE_BEFORE = re.compile(
    rf"\bvon den (?:[\wäöü,-]+ ){{0,6}}?[\wäöü-]*(?:stellen|kräften|manager\w*)(?: (?:des|im|in der) [\wäöü-]+(?: [\wäöü-]+)?)?{_FILL}$"
)
_OF_WHICH_BEHIND = re.compile(r"\s*(?:davon|von ihnen|von denen|hiervon|von diesen)\b")
_STATE_BEHIND = re.compile(
    r"\s*(?:(?:sind|ist|derzeit|bereits|noch|aktuell|weitere|in|im)\s+){0,3}(?:besetzt|unbesetzt|vakant|frei|offen|ausschreibung|nicht besetzt"
    r"|besetzungsverfahren|nachbesetzung|ausgeschrieben)\b"
)
_MORE_BEHIND = re.compile(r"\s*(?:weitere|zusätzliche|neue)\s*(?:hinzu|dazu)\b")
_BESIDE_BEHIND = re.compile(r"\s*weitere\s+(?:bei|beim|in|im|vor ort|sind|arbeiten|an)\b")
_EACH_BEFORE = re.compile(r"\b(?:je|jeweils)\s+$")
_AT_BEHIND = re.compile(r"\s*(?:bei|beim|in|im|für|an)\b")
_REST_BEFORE = re.compile(r"\b(?:übrigen|restlichen|anderen|verbleibenden)\s+$")
_FILLED_BEFORE = re.compile(
    r"\bbesetzt (?:sind|seien|waren)(?: davon| derzeit| aktuell| inzwischen| bislang)*\s+$"
)
_LIE_BEHIND = re.compile(r"\s*(?:liegen|sind|arbeiten|entfallen|gehen|befinden sich|sitzen)\b")
_OF_BEHIND = re.compile(
    r"\s*(?:der|von(?: den| insgesamt| diesen)?|dieser)\s+(?:[\wäöüß,-]+\s+){0,3}?(?:[\wäöü-]*stellen|neuen|[\wäöü-]*kräfte|[\w-]*manager\w*|beschäftigten)\b"
    r"|\s*(?:anderen|übrigen)\b"
)
_WERE_BEFORE = re.compile(r"\b(?:waren|war) es(?: noch)?\s+$")
_INSTEAD_BEHIND = re.compile(r"\s*\(?(?:statt|anstelle von) (?:bisher|wie bisher|zuvor)?\b")
_BY_BEFORE = re.compile(r"\bum\s+$")
_TO_BEFORE = re.compile(r"\bauf\s+(?:nunmehr\s+|jetzt\s+|insgesamt\s+|aktuell\s+)?$")
_FROM_BEFORE = re.compile(
    r"\bvon\s+(?:bisher\s+|zuvor\s+|ursprünglich\s+|vormals\s+|derzeit\s+|zunächst\s+)?$"
)
_RAISED = re.compile(
    r"erhöh|aufgestockt|aufstock|erweiter|ausgeweitet|gestiegen|stieg|wuchs|gewachsen|verdoppelt|angehoben|ausgebaut|ausgeweitet|reduzier|verringert|gesenkt|bewilligt"
)
_INSTEAD_BEFORE = re.compile(r"\(?\s*(?:statt|anstelle von|bisher|zuvor)\s+(?:bisher\s+)?$")
_NOW_BEFORE = re.compile(
    r"\b(?:sind es|waren es|waren es noch|es gebe damit|es gibt damit|damit gibt es|es sind|es waren|sind es nun|jetzt|nunmehr|mittlerweile|inzwischen)\s+(?:nun |derzeit |künftig |dann |nunmehr |bereits |schon |insgesamt )?$"
)
_ENDS = re.compile(r"\s*(?:[.;)!]|,\s|$)")
_LISTED_BEFORE = re.compile(r"(?:[:,;(]|\bund|\bsowie)\s*$")
_LISTED_BEHIND = re.compile(
    r"\s*(?:in|im|für|bei|beim|auf|entfallen auf|davon in|an)\s+(?:der |die |den |dem |das )?(?:förder)?(?:modul|baustein|stadt|kreis|gemeinde|koordin|case|ausländer|einbürgerung|verwaltungsassistenz|caritas|awo|diakonie|drk|träger|freien? träger|kreisangehörig|kommunen|städte|ki\b)"
)
_NO_COUNT_BEHIND = re.compile(
    r"\s*(?:(?:in )?(?:teil|voll)zeit|jahre?n?\b|monate?n?\b|träger|stadtbezirke|wochen|tage|kommunen|städte|gemeinden|euro|€|prozent|%|uhr|mal\b|stunden|personen|menschen|fälle|beratungen)"
)


@dataclass(frozen=True, slots=True)
class Implied:
    """A count without its noun. `kind`: "part", "listed" (one of several side by side), "increase", "before" (the former number) or "after"."""

    counted: Counted
    kind: str


def find_implied(
    context: Context, counted: Sequence[Counted], before: Sequence[Counted]
) -> list[Implied]:
    """The counts of the sentence whose noun stands elsewhere, in order. `counted`: those with one; `before`: of the sentence before."""
    taken = {each.quantity.span for each in counted}
    found: list[Implied] = []
    for number in quantities(context):
        if number.span in taken:
            continue
        kind = _kind(context.folded, number)
        if kind == "listed" and found and found[-1].kind == "part":
            kind = "part"
        unit = _unit(context, number, counted, before) if kind else None
        if kind and unit:
            found.append(
                Implied(
                    Counted(number, unit, _span(context.folded, number), "", is_named=False), kind
                )
            )
    return found


def changes(context: Context, counted: Sequence[Counted]) -> dict[Span, str]:
    """What counts with a noun are in a change: "before", "after", "increase", by the span of their number."""
    small = context.folded
    kinds = {}
    for each in counted:
        if kind := _change(small, each.quantity):
            kinds[each.quantity.span] = kind
    return kinds


def _kind(small: str, number: Quantity) -> str | None:
    before, start = small[max(0, number.span.start - 90) : number.span.start], number.span.end
    if _NO_COUNT_BEHIND.match(small, start):
        return None
    if _is_part(small, number, before):
        return "part"
    if _MORE_BEHIND.match(small, start):
        return "increase"
    if _EACH_BEFORE.search(before) and _AT_BEHIND.match(small, start):
        return "listed"
    return None if number.is_article else _kind_of_numeral(small, number, before)


def _kind_of_numeral(small: str, number: Quantity, before: str) -> str | None:
    """The kind of a number that is no mere article."""
    if _LISTED_BEFORE.search(before) and _LISTED_BEHIND.match(small, number.span.end):
        return "listed"
    is_now = _NOW_BEFORE.search(before) and _ENDS.match(small, number.span.end)
    return "after" if is_now else _change(small, number)


def _is_part(small: str, number: Quantity, before: str) -> bool:
    start = number.span.end
    if _OF_WHICH_BEFORE.search(before) or _OF_WHICH_BEHIND.match(small, start):
        return True
    if _OF_THESE_BEFORE.search(before) or _is_of(small, number):
        return True
    if _BESIDE_BEHIND.match(small, start) or _REST_BEFORE.search(before):
        return True
    if _FILLED_BEFORE.search(before) and _ENDS.match(small, start):
        return True
    if number.span.start == 0 and not number.is_article and _LIE_BEHIND.match(small, start):
        return True
    is_numeral = not number.is_article and not small.startswith("beide", number.span.start)
    return is_numeral and bool(_STATE_BEHIND.match(small, start))


def _is_of(small: str, number: Quantity) -> bool:
    """ "acht der neun Stellen", "3 von 3,5 Stellen", "die beiden anderen"."""
    return _OF_BEHIND.match(small, number.span.end, number.span.end + 90) is not None


def _change(small: str, number: Quantity) -> str | None:
    before = small[max(0, number.span.start - 25) : number.span.start]
    behind = small[number.span.end : number.span.end + 60]
    if _INSTEAD_BEFORE.search(before) or _WERE_BEFORE.search(before):
        return "before"
    if _INSTEAD_BEHIND.match(behind):
        return "after"
    return _raised(before, behind) if _RAISED.search(small) else None


def _raised(before: str, behind: str) -> str | None:
    """What a number is in a clause that raises or lowers one."""
    if _FROM_BEFORE.search(before) and re.match(r"[^.;]{0,40}?\bauf\b", behind):
        return "before"
    if _TO_BEFORE.search(before):
        return "after"
    return "increase" if _BY_BEFORE.search(before) else None


def _unit(
    context: Context, number: Quantity, counted: Sequence[Counted], before: Sequence[Counted]
) -> str | None:
    """What is counted: as with the last noun of the sentence before the number, else of the sentence before, else the next noun."""
    said = [
        each
        for each in nouns(context)
        if not context.folded.startswith(("personen", "person "), each.span.start)
    ]
    earlier = [each.code for each in said if each.span.end <= number.span.start]
    if earlier:
        return earlier[-1]
    if before:
        return before[-1].unit
    return next((each.code for each in said if each.span.start >= number.span.end), None)


def _span(small: str, number: Quantity) -> Span:
    """The number with the words beside it that tell its part."""
    start, end = number.span.start, number.span.end
    if found := re.search(r"(?:davon|von|auf|um|statt|darunter|hiervon)\s+$", small[:start][-12:]):
        start -= len(found.group())
    if (
        found := _STATE_BEHIND.match(small, end)
        or _OF_WHICH_BEHIND.match(small, end)
        or _MORE_BEHIND.match(small, end)
    ):
        end = found.end()
    return Span(start, end)


@lru_cache(maxsize=16)
def counted_before(context: Context) -> list[Counted]:
    """The counts of the last sentence before in the same paragraph that has any."""
    sentence = context.sentence
    before = context.paper.paragraphs[sentence.paragraph - 1][
        max(0, sentence.start - REACH) : sentence.start
    ]
    for earlier in reversed(list(sentences(before, sentence.paragraph))):
        if found := find_counted(replace(context, sentence=earlier, previous=None)):
            return found
    return []
