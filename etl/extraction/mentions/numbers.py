"""Numbers of things in running text: how many, from how many to how many, and how sure."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from etl.extraction.mentions.numerals import (
    ARTICLE,
    DIGITS,
    HALF,
    HEDGE,
    QUARTERS,
    WORD,
    bounds,
    certainty,
    value,
)
from etl.extraction.paper import Span
from etl.extraction.phrases import folded

MONTH = "(?:jan|feb|mär|mrz|apr|mai|jun|jul|aug|sep|okt|nov|dez)[a-zä]*"
NUMBERED = (
    "(?:förder)?bausteine?[ns]?|module?[ns]?|top|tagesordnungspunkte?[ns]?|nr\\.|nrn\\.|nummern?|ziffern?|"
    "anlagen?|seiten?|s\\.|abs\\.|absatz|absätze|satz|art\\.|artikel|punkt|kapitel|tabelle|abbildung|"
    "abb\\.|vorlagen?|drucksachen?|drs\\.|sitzungsvorlage|teil|phase|stufe|gruppe|raum|zimmer|"
    "fachbereich|fb|amt|dezernat|entgeltgruppe|besoldungsgruppe|sgb|variante|klasse|jahre?[sn]?|stand"
)
COUNTED = "stelle|person|mensch|beratung|einwohner|euro|eur|€|zuwander|geflüchtet|fäll"
POSTS_BEHIND = "(?:[a-z-]{0,30}stelle|vz)"
NAMED = rf"""
    (?:{NUMBERED})[\s-]?[0-9][0-9./]*(?:[a-z]\b)?(?:(?:,|\s?[-–]|\sund|\sbis)\s?[0-9]+\b(?!,[0-9]|\s?(?:{COUNTED}|%)|\s(?:im|in|bei|beim|für|auf)\b)){{0,4}}
  | (?:e|eg|s|a|wp|sv)\s?[0-9]+[a-z]?\b(?![.,][0-9])(?:[-/][0-9]+)*
  | (?:tel|fax|telefon|telefax)\b[^\n0-9]{{0,6}}[0-9][0-9 /()+-]*
  | {MONTH}\.?\s[0-9]{{4}}\b
"""
FIGURES = rf"""
    §§?\s?[0-9]+\s?[a-z]?(?:\s?(?:,|und|bis|ff?\.)\s?(?:[0-9]+\s?[a-z]?\b)?){{0,6}}
  | \(?[0-9]{{1,2}}[.)](?=\s+[\w„"(])
  | [0-9]{{1,2}}\.\s?(?:[0-9]{{1,2}}\.(?:\s?[0-9]{{4}}|[0-9]{{2}})?|{MONTH}\.?)(?:\s[0-9]{{4}})?
  | [0-9]{{1,2}}(?:[:.][0-9]{{2}})?\s?(?:uhr|h\b)
  | [0-9]{{1,2}}:[0-9]{{2}}\b
  | 0[0-9]{{2,5}}[ /-]{{1,3}}[0-9][0-9 -]*
  | [0-9]{{5}}\s(?=[a-zäöü])(?!{COUNTED})
  | [0-9]+(?:[-/][0-9]+)*/[0-9]+\b
  | (?:19|20)[0-9]{{2}}\b(?!\s?(?:{COUNTED}))
  | [0-9]+\.(?=\s+[\w„"(])
  | [0-9]+(?:-(?!{POSTS_BEHIND})[a-zäöü]\w*|er\b|[a-z]\b)
"""
NUMERAL = rf"(?:(?!0[0-9]){DIGITS}|{WORD})"
AFTER = rf"""(?![\w/:]|[,.][0-9]|-(?!{POSTS_BEHIND})\w)
    (?!\s?(?:%|prozent|v\.\s?h\.|viertel(?!stelle)|drittel|tausendstel))"""
PATTERN = re.compile(
    rf"""(?<![\w.,/€])(?:(?=[0-9§(])(?P<figures>{FIGURES})
  | (?=[a-zäöü])(?P<named>{NAMED})
  | (?:(?=[bnwmhücrekuafgs])(?:{HEDGE})\s)?(?=[0-9½¼¾ezdvfsanh])
    (?: (?:{ARTICLE}\s)?(?P<quarters>{QUARTERS})(?!\w)(?!\s(?:der|des|dieser|davon|aller|von)\b)
      | (?:(?P<halves>{NUMERAL}|{ARTICLE})\s)?(?P<half>{HALF})\b
      | (?:{ARTICLE}\s)?(?P<times>[0-9]{{1,3}})\s?[x×]\s?(?P<each>{DIGITS}){AFTER}
      | zwischen\s(?!(?:19|20)[0-9]{{2}}\sund)(?P<low>{NUMERAL})\sund\s(?P<high>{NUMERAL}){AFTER}
      | (?:{ARTICLE}\s(?=[0-9½¼¾]))?(?P<least>{NUMERAL})
        (?:(?:\s?[–—-]\s?|\s(?:bis(?:\szu)?|oder)\s)(?P<most>{NUMERAL}))?{AFTER}
      | (?P<article>{ARTICLE}){AFTER} ))""",
    re.VERBOSE,
)


@dataclass(frozen=True, slots=True)
class Quantity:
    """A number in a text. `least`, `most`: its bounds, None where it sets none. `certainty`: code of the vocabulary.

    `is_article`: a lone "ein", "eine" …, which may mean no more than an article.
    """

    span: Span
    least: float | None
    most: float | None
    certainty: str
    is_article: bool = False

    @property
    def value(self) -> float | None:
        """The one number that is meant; None for a range, whose ends differ."""
        if self.least is not None and self.most is not None and self.least != self.most:
            return None
        return self.least if self.most is None else self.most


def find_numbers(text: str) -> Iterator[Quantity]:
    """The numbers of things in a text, in its order; no dates, times, percentages or numbers of papers."""
    for found in PATTERN.finditer(folded(text)):
        ends = None if found["figures"] or found["named"] else _ends(found)
        if ends is None:
            continue
        code = certainty(found, *ends)
        least, most = bounds(code, *ends)
        yield Quantity(Span(*found.span()), least, most, code, bool(found["article"]))


def _ends(found: re.Match[str]) -> tuple[float, float] | None:
    """The least and the most that the numerals of a match mean."""
    if found["article"]:
        return 1.0, 1.0
    if found["quarters"]:
        share = 0.75 if found["quarters"].startswith("drei") else 0.25
        return share, share
    if found["half"]:
        halves = value(found["halves"]) if found["halves"] else 1.0
        return None if halves is None else (halves / 2, halves / 2)
    if found["times"]:
        each = value(found["each"])
        whole = None if each is None else int(found["times"]) * each
        return None if whole is None else (whole, whole)
    least = value(found["low"] or found["least"])
    behind = found["high"] or found["most"]
    most = value(behind) if behind else least
    if least is None or most is None:
        return None
    return least, max(least, most)
