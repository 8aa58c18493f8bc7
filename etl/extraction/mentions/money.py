"""Amounts of money and shares of costs in running text, with what they are counted by."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from etl.extraction.mentions.numerals import (
    DIGITS,
    HEDGE,
    WORD,
    bounds,
    certainty,
    value,
)
from etl.extraction.paper import Span
from etl.extraction.phrases import folded

SCALES = {
    r"mrd\.?|milliarden?": 1e9,
    r"mio\.?|million(?:en)?": 1e6,
    r"tsd\.?|tausend": 1e3,
    r"t(?=€|eur)": 1e3,
}
SCALE = "|".join(SCALES)
EURO = r"(?:€|euros?(?![\w-])|eur(?![\w-]))"
CENTS = r"(?:,(?:-{1,2}|–|—))?"
SUM = rf"(?:{DIGITS}|{WORD}|eine[rn]?(?=\s(?:million|milliarde)))"
TO = r"(?:\s?[–—-]\s?|\s(?:bis(?:\szu)?|oder)\s)"
AMOUNT = re.compile(
    rf"""(?<![\w.,/§])(?:(?=[bnwmhücrekuafgs])(?:{HEDGE})\s(?:jedoch\s|aber\s|nur\s|etwa\s)?)?(?=[0-9€ezdvfsanh])
    (?: {EURO}\s?(?P<behind>{DIGITS})(?:{TO}(?:{EURO}\s?)?(?P<behind_most>{DIGITS}))?{CENTS}(?:\s?(?P<behind_scale>{SCALE})(?!\w))?
      | (?P<between>zwischen\s)?(?P<least>{SUM}){CENTS}(?:\s?(?P<least_scale>{SCALE})(?![a-zäöü]))?(?:\s?{EURO})?
        (?(between)\sund\s|{TO})(?P<most>{SUM}){CENTS}\s?(?P<most_scale>{SCALE})?\s?{EURO}
      | (?P<one>{SUM}){CENTS}\s?(?P<scale>{SCALE})?\s?{EURO} )""",
    re.VERBOSE,
)
_FORMER = re.compile(rf"\bvon\s(?P<former>{DIGITS})\sauf\s(?:nunmehr\s|jetzt\s|künftig\s)?$")
SHARE = re.compile(
    rf"(?<![\w.,/§])(?:(?:{HEDGE})\s)?(?P<share>{DIGITS}|{WORD})(?:\s?[–-]\s?(?P<to>{DIGITS}))?\s?(?:%|prozent(?!\w)|v\.\s?h\.)(?!ig|\s(?:einer\s)?(?:vollzeit|stelle|planstelle|vzä|arbeitszeit))"
)
POST = (
    r"(?:[a-zäöü-]{0,30}stellen?(?!\w)|vollzeit[a-zäöü]{0,20}|vzä(?!\w)|fachkraft|vollkraft|kraft(?!\w)|"
    r"case[ -]?manage[a-z]{1,6}(?:[*:/]in)?|personalstelle)"
)
PER = r"(?:/|(?<!\w)(?:pro|je|jede[rns]?|für\sjede|für\sjeweils\seine|p\.|jahr\sund))"
PER_POST = re.compile(
    rf"eine\s(?:volle\s|ganze\s)?(?:vollzeit|personal)?stelle\s(?:wird|kostet|koste|schlägt)|kosten\s(?:für\s)?einer?\s(?:vollen\s|volle\s)?(?:vollzeit)?stelle|{PER}\s?(?:der\s)?(?:weitere[rn]?\s|zusätzliche[rn]?\s|neue[rn]?\s|volle[rn]?\s|besetzte[rn]?\s|geförderte[rn]?\s|ganze[rn]?\s|bewilligte[rn]?\s)?{POST}"
)
PER_YEAR = re.compile(
    r"jährlich(?!keit)|jede[sn] jahr|(?:pro|je|/|im|und)\s?(?:haushalts|kalender)?jahr(?!\w)(?!\s(?:19|20)[0-9])"
    r"|p\.\s?a\.?(?!\w)|per annum|/a(?!\w)"
)
PER_OTHER = re.compile(
    r"monatlich|(?:pro|je|/|im)\s?(?:monat|woche|quartal|halbjahr|tag|stunde|person|kopf|fall|kind|einwohner\w*|teilnehme\w+|gruppe|kurs|unterrichts\w+|schul\w+|klasse|mitglied|sitzung|kommune)(?!\w)"
    r"|wöchentlich|vierteljährlich|halbjährlich|stündlich|täglich"
)
WHOLE = 100
REACH_BEFORE, REACH_BEHIND = 100, 50
END = re.compile(r"[;!?]|[.](?=\s+[A-ZÄÖÜ]|$)|,(?=\s+(?:wobei|während|sowie|und zwar|davon))")


@dataclass(frozen=True, slots=True)
class Amount:
    """An amount in euros, or a share in percent.

    `least`, `most`: bounds, None where it sets none. `certainty`: code of the vocabulary. `unit`: code of `funding_unit`,
    None for what it does not know (per month, per head).
    """

    span: Span
    least: float | None
    most: float | None
    certainty: str
    unit: str | None


def find_amounts(text: str) -> Iterator[Amount]:
    """The amounts of money in a text, in its order."""
    small = folded(text)
    if "€" not in small and "eur" not in small:
        return
    found = list(AMOUNT.finditer(small))
    for at, each in enumerate(found):
        ends = _ends(each)
        if ends is None:
            continue
        code = certainty(each, *ends)
        least, most = bounds(code, *ends)
        before = _before(text, each.start(), found[at - 1].end() if at else 0)
        behind = _behind(text, each.end(), found[at + 1].start() if at + 1 < len(found) else None)
        unit, end = _unit(before, behind)
        yield from _before_change(small, each, unit)
        yield Amount(Span(each.start(), each.end() + end), least, most, code, unit)


def _before_change(small: str, found: re.Match[str], unit: str | None) -> Iterator[Amount]:
    """The former amount whose unit stands behind the new one alone: "von 60.000 auf 55.000 Euro"."""
    former = _FORMER.search(small, max(0, found.start() - REACH_BEFORE), found.start())
    number = value(former["former"]) if former else None
    if former and number is not None and found["one"]:
        sum_ = round(number * _scale(found["scale"]), 2)
        yield Amount(Span(*former.span("former")), sum_, sum_, "exact", unit)


def find_shares(text: str) -> Iterator[Amount]:
    """The percentages in a text, in its order."""
    small = folded(text)
    if "%" not in small and "prozent" not in small and "v." not in small:
        return
    for found in SHARE.finditer(small):
        least = value(found["share"])
        most = value(found["to"]) if found["to"] else least
        if least is not None and most is not None and most <= WHOLE:
            code = certainty(found, least, most)
            yield Amount(Span(*found.span()), *bounds(code, least, most), code, "percent")


def _ends(found: re.Match[str]) -> tuple[float, float] | None:
    """The least and the most in euros."""
    if found["least"]:
        most_scale = _scale(found["most_scale"])
        least_scale = _scale(found["least_scale"]) if found["least_scale"] else most_scale
        ends = _times(found["least"], least_scale), _times(found["most"], most_scale)
    elif found["behind"]:
        scale = _scale(found["behind_scale"])
        ends = (
            _times(found["behind"], scale),
            _times(found["behind_most"] or found["behind"], scale),
        )
    else:
        amount = _times(found["one"], _scale(found["scale"]))
        ends = amount, amount
    least, most = ends
    if least is None or most is None:
        return None
    return least, max(least, most)


def _times(numeral: str, scale: float) -> float | None:
    number = value(numeral)
    return None if number is None else round(number * scale, 2)


def _scale(word: str | None) -> float:
    if not word:
        return 1.0
    for form, factor in SCALES.items():
        if re.match(form.replace("(?=€|eur)", ""), word):
            return factor
    return 1.0


def _before(text: str, start: int, earlier: int) -> str:
    """The words before an amount that may say what it is counted by."""
    words = text[max(earlier, start - REACH_BEFORE) : start]
    ends = [found.end() for found in END.finditer(words)]
    return words[ends[-1] :] if ends else words


def _behind(text: str, end: int, later: int | None) -> str:
    """The words behind an amount that may say what it is counted by."""
    words = text[end : min(end + REACH_BEHIND, later or len(text))]
    found = END.search(words)
    return words[: found.start()] if found else words


def _unit(before: str, behind: str) -> tuple[str | None, int]:
    """The code of what an amount is counted by, and how many characters behind it say so."""
    before, behind = folded(before), folded(behind)
    if PER_OTHER.search(behind) or PER_OTHER.search(before):
        return None, 0
    post, year = PER_POST.search(behind), PER_YEAR.search(behind)
    is_per_post = bool(post or PER_POST.search(before))
    is_per_year = bool(year or PER_YEAR.search(before))
    said = [found.end() for found in (post, year) if found]
    unit = (
        "eur" + "_per_post" * is_per_post + ("_year" if is_per_post else "_per_year") * is_per_year
    )
    return unit, max(said, default=0)
