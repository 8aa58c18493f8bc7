"""Numbers of posts and persons in a sentence."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from etl.extraction import phrases, verbs
from etl.extraction.context import Context
from etl.extraction.mentions.modules import find_modules
from etl.extraction.mentions.numbers import Quantity
from etl.extraction.paper import Span
from etl.extraction.phrases import Said
from etl.extraction.posts import nouns
from etl.extraction.posts.quantities import quantities

_NO_ADJECTIVE = (
    r"(?:der|die|das|den|dem|des|oder|einen?|einer|einem|werden|wurden?|haben|hatten|waren|sollen|können|unter|hinter"
    r"|ihren?|ihrer|seinen?|allen?|aller|gegenüber|sowie|ohne|pro|wegen|neben|gegen|wurde|bereits)\b"
)
_ADJECTIVE = rf"(?!{_NO_ADJECTIVE})[„\"]?[a-zäöüß][a-zäöüß\-/*]*(?:e|en|er|es|em)[“\"”]?,?"
_OF_A_PLACE = (
    r"(?!Mitarbeit|Manage|Träger|Leiter|Vertret|Berater|Weiter)[A-ZÄÖÜ][a-zäöüß]{3,24}er(?=\s)"
)
_PREFIX = (
    r"(?:(?:Modul|Baustein)-(?:[123]|I{1,3})|KIM|CM|Case[\s-]?Manage(?:ment|r(?:\*?innen)?)|Casemanage(?:ment|r(?:\*?innen)?)|Fallmanagement|Vollzeit|Teilzeit|Personal|Plan"
    r"|Koordinierungs|Koordinations|Koordinatoren|VZÄ|Verwaltungsassistenz|Sachbearbeitungs)"
)
_ATTRIBUTE = (
    r"(?:bis|seit|im|in|vom|von|zum|bei|beim|durch|für|aus|ab|zur)\s(?:(?!sind|ist|war|hat|haben|werden|wird|wurde|und\s|oder\s)[\w.-]+\s){0,6}?"
    r"[a-zäöüß]{4,}(?:te|ten|ter|nen|ne|ner|nde|nden|nder|ige|igen),?"
)
_GAP = re.compile(
    rf"[-\s]*(?:{_ATTRIBUTE}\s+)?(?:(?:neu|so|zu|voll|vom Land|durch das Land|vom Kreis|im Kreis|bis zu|x|Vollzeit|rechnerisch|insgesamt|{_OF_A_PLACE}|{_ADJECTIVE}|[„\"»]?{_PREFIX}[“\"”«]?-?)\s*){{0,5}}[„\"»]?"
)
_AS_POSTS = re.compile(
    r"[“\"”«]?(?:-[Ss]tellen?|\s*\(?(?:VZÄ|Vollzeitäquivalente|VZ-Äquivalente)\)?)(?!\w)"
)
_OVER = re.compile(r"\büber\W*$")
_HAS = re.compile(r"\bverfüg\w*")
_IN_BRACKETS = re.compile(r"\s*\(\s*$")
_WITH = re.compile(r"\s+(?:mit|zu|im umfang von|mit einem umfang von|von)\s+")
_PER_POPULATION = re.compile(r"\s+für\s+[\d.]+\s+Einwohner")
_LEFT_BEFORE = re.compile(
    r"(?:weggang|ausscheiden|kündigung|elternzeit|abgang|verlust)(?:en|s)? (?:von |der |einer |eines )?$"
)
_AT_WORK = re.compile(
    r"\b(?:arbeite\w*|tätig|beschäftig\w*|angestellt|eingesetzt|\w*team|personal|stellen|teilen sich|im einsatz|einsatz|personalstamm|besetzt|eingestellt|einzustellen|gewonnen|besteh\w* (?:\w+ ){0,2}aus|gehör\w*|umfass\w*)\b"
)
_IN_CARE = re.compile(
    r"\b(?:(?:mit)?beraten|berät|betreu\w*|begleit\w*|vermittel\w*|(?:in|zur|bei) (?:die |der )?(?:beratung|begleitung|betreuung)|teilgenommen|ratsuchend\w*|geflüchtet\w*|erreich\w*|zugewandert\w*|unterstützt)\b"
)
_ANYBODY = re.compile(r"(?:person(?:en)?|menschen)\b")
_FRACTIONS = {"dreiviertel": 0.75, "viertel": 0.25, "halbtags": 0.5}
_HOURS = re.compile(r"\s*(?:Wochens|S)tunden")


@dataclass(frozen=True, slots=True)
class Counted:
    """A number of posts or persons. `unit`: posts or persons. `span`: number and noun. `noun`: the words of the noun alone.

    `is_named`: whether the noun stands with it; else it is that of the count before.
    """

    quantity: Quantity
    unit: str
    span: Span
    noun: str
    is_named: bool = True


def find_counted(context: Context) -> list[Counted]:
    """The numbers that stand before a noun for posts or persons, in order."""
    found = list(_with_nouns(context))
    return list(_joined(found, context.text))


def value(counted: Counted) -> float:
    """The number, the upper end of a range and the bound of "bis zu" and "mehr als"."""
    quantity = counted.quantity
    number = quantity.most if quantity.most is not None else quantity.least
    return number if number is not None else 0.0


def certainty(counted: Counted) -> str:
    """The code of `certainty`; of a range, its upper end is the most."""
    quantity = counted.quantity
    is_range = (
        quantity.least is not None and quantity.most is not None and quantity.least != quantity.most
    )
    return "at_most" if is_range else quantity.certainty


def _with_nouns(context: Context) -> Iterator[Counted]:
    text, said = context.text, nouns.find(context.text)
    numbers = quantities(context)
    at = 0
    for place, number in enumerate(numbers):
        limit = numbers[place + 1].span.start if place + 1 < len(numbers) else len(text)
        while at < len(said) and said[at].span.start < number.span.end:
            at += 1
        if at == len(said):
            return
        noun = said[at]
        if noun.span.start >= limit + 1 and not numbers[place + 1].is_article:
            continue
        if _GAP.fullmatch(text, number.span.end, noun.span.start) and not _is_other(
            context, number, noun
        ):
            yield _counted(text, number, noun)


def _counted(text: str, number: Quantity, noun: Said) -> Counted:
    unit, end = noun.code, noun.span.end
    said_word = phrases.folded(text[noun.span.start : end])
    if unit == "persons" and (posts := _AS_POSTS.match(text, end)):
        unit, end = "posts", posts.end()
    is_over = number.certainty == "at_least" and _OVER.search(text, 0, number.span.start + 4)
    if is_over and _HAS.search(text):
        number = replace(number, certainty="exact", most=number.least)
    sizes = (size for word, size in _FRACTIONS.items() if said_word.startswith(word))
    part = next(sizes, 1.0) if unit == "posts" else 1.0
    return Counted(
        _times(number, part), unit, Span(number.span.start, end), text[number.span.end : end]
    )


def _times(number: Quantity, part: float) -> Quantity:
    least, most = (None if bound is None else bound * part for bound in (number.least, number.most))
    return replace(number, least=least, most=most, is_article=number.is_article and part == 1)


def _is_other(context: Context, number: Quantity, noun: Said) -> bool:
    """Whether it is no post of ours: posts per head of the population, hours, persons who left or who do not work here."""
    text, end = context.text, noun.span.end
    if _PER_POPULATION.match(text, end) or _HOURS.match(text, end):
        return True
    if _LEFT_BEFORE.search(context.folded, max(0, number.span.start - 40), number.span.start):
        return True
    is_anybody = _ANYBODY.match(context.folded, noun.span.start) is not None
    clause = context.clause(Span(number.span.start, end))
    is_at_work = _AT_WORK.search(context.folded, clause.start, clause.end) or any(
        clause.start <= each.span.start < clause.end
        for each in verbs.find("positions", context.folded)
        if each.code == "filled"
    )
    is_in_care = _IN_CARE.search(context.folded, clause.start, clause.end)
    is_labelled = context.text[: number.span.start].endswith(": ") and find_modules(
        context.folded[: number.span.start]
    )
    return is_anybody and (is_in_care is not None or not (is_at_work or is_labelled))


def _joined(found: Sequence[Counted], text: str) -> Iterator[Counted]:
    """ "eine Assistenzstelle (0,5 VZÄ)" is one count: half a post."""
    done = -1
    for at, one in enumerate(found):
        other = found[at + 1] if at + 1 < len(found) else None
        if at == done:
            continue
        if other and _is_said_again(one, other, text):
            done = at + 1
            end = other.span.end + text.startswith(")", other.span.end)
            yield replace(other, span=Span(one.span.start, end), noun=one.noun)
        else:
            yield one


def _is_said_again(one: Counted, other: Counted, text: str) -> bool:
    is_bracketed = _IN_BRACKETS.fullmatch(text, one.span.end, other.span.start) is not None
    if one.quantity.is_article and _WITH.fullmatch(text, one.span.end, other.span.start):
        return one.unit == other.unit == "posts"
    return (
        is_bracketed and other.unit == "posts" and (one.quantity.is_article or one.unit == "posts")
    )
