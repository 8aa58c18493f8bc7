"""Single dates in running text: days, months, parts of a year, years, and years told from the paper's own."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from etl.extraction.mentions.numerals import value
from etl.reading.values.date_forms import MONTHS, single

COUNTED = r"\s?(?:€|euro|eur\b|%|prozent|personen|menschen|stellen|beratungen|einwohner|fälle)"
YEAR = rf"(?:19|20)[0-9]{{2}}(?![0-9a-z]|[.,/-][0-9]|{COUNTED})"
MONTH = rf"(?:{'|'.join(sorted(MONTHS, key=len, reverse=True))})(?![a-zäöü])\.?"
ORDINAL = r"(?:[1-4]\.|i{1,3}\.|iv\.|(?:erste|zweite|dritte|vierte)[nsr]?)"
PART = r"(?:halbjahre?s?|jahreshälfte|quartale?s?)"
SEASON = r"(?:frühjahre?s?|frühlings?|sommers?|herbste?s?|winters?)"
OF_THE_YEAR = r"(?:(?:in|von|des|im)\s)?(?:jahre?s?\s)?"
STRETCH = r"(?:anfang|beginn|mitte|ende)\s(?:des\s(?:haushalts|kalender)?jahres\s|des\smonats\s)?"
WORD_OF_YEAR = r"(?:haushalts|kalender)?jahre?s?(?!\w)"
LAST, THIS = r"(?:vergangene|letzte|vorige)[nrsm]?", r"(?:diese|laufende)[nrsm]?"
NEXT = r"(?:nächste|kommende|folgende)[nrsm]?"
RELATIVE = rf"(?:{LAST}|{THIS}|{NEXT})\s{WORD_OF_YEAR}"
PATTERN = re.compile(
    rf"""(?<![\w./§-])(?<!produkt\s)(?<!produktgruppe\s)(?<!teilplan\s)(?<!haushaltsstelle\s)(?<!produktbereich\s)(?=[0-9aäbdefhijklmnoqsvwz])
    (?: (?P<stretch>{STRETCH})?
        (?: (?P<numeric>[0-9]{{1,2}}\.\s?[0-9]{{1,2}}\.(?:\s?[0-9]{{4}}(?![0-9])|[0-9]{{2}}(?![0-9.]))?)
          | (?P<worded>(?:[0-9]{{1,2}}\.\s?)?(?P<month>{MONTH})(?:\s(?P<month_year>{YEAR}))?)
          | (?P<part>{ORDINAL}\s{PART}\s{OF_THE_YEAR}{YEAR}|q[1-4][\s/]{YEAR}|{SEASON}(?:s?(?:sitzung|ferien|termin|halbjahr))?\s{OF_THE_YEAR}{YEAR}|osterferien\s{YEAR}|osterpause\s{YEAR})
          | (?P<open_part>{ORDINAL}\s{PART}|{SEASON})(?=\s(?:des\s|im\s|in\s)?{RELATIVE})
          | (?P<month_of>(?:0[1-9]|1[0-2])/{YEAR})
          | (?P<turn>jahreswechsel\s(?:von\s)?)?(?P<years>(?:19|20)[0-9]{{2}}\s?[/–-]\s?(?:(?:19|20)[0-9]{{2}}|[0-9]{{2}})(?![\w/-]|\.[0-9]))
          | (?P<year>{YEAR})
          | (?P<relative>{RELATIVE})
          | (?P<bare_part>{ORDINAL}\s{PART}|{SEASON})(?![\w-]) )
      | (?P<named_end>jahresende|jahresbeginn)\s(?P<end_year>{YEAR})
      | (?P<ends>jahresende|ende\sdes\sjahres(?!\s[12])|jahresbeginn|anfang\sdes\sjahres(?!\s[12]))(?!\w)
      | (?:vor|seit)\s(?:(?:nunmehr|inzwischen|mittlerweile|nun|jetzt|bereits|schon)\s){{0,2}}(?P<ago>[a-zäöü]{{3,6}}|[0-9])\sjahren(?!\w) )""",
    re.VERBOSE,
)
BEHIND = re.compile(rf"\s(?:(?:des|im|in|dem)\s)?(?P<relative>{RELATIVE})")
NORMAL = (
    (re.compile(r"jahreshälfte|halbjahre?s?"), "halbjahr"),
    (re.compile(r"quartale?s?"), "quartal"),
    (re.compile(r"\b(erste|zweite|dritte|vierte)[nrs]?\b"), r"\1s"),
    (re.compile(r"\boster(?:ferien|pause)\b"), "frühjahr"),
    (re.compile(r"\b(frühjahr|frühling|sommer|herbst|winter)s?(?:sitzung|ferien|termin)\b"), r"\1"),
    (re.compile(r"\b(frühjahr|frühling|sommer|herbst|winter)e?s?\b"), r"\1"),
    (re.compile(r"\b(?:in|von|des|im|jahre?s?) (?=[j0-9])"), ""),
    (re.compile(r"^([0-9]{1,2})\. ?([0-9]{1,2})\. ?([0-9]{2})$"), r"\1.\2.20\3"),
)
LONG_SPAN, ANY_YEAR = 10, "2000"


@dataclass(frozen=True, slots=True)
class Point:
    """A date from `start` up to `end` of a text. `needs_role`: it is one only behind "am", "bis" and the like."""

    start: int
    end: int
    edtf: str
    needs_role: bool


def find_points(small: str, year: int | None) -> Iterator[Point]:
    """The single dates in a text in small letters. `year`: that of the paper, None when unknown."""
    done = 0
    for found in PATTERN.finditer(small):
        if found.start() < done:
            continue
        end = found.end()
        behind = BEHIND.match(small, end) if _is_open(found) else None
        own = _shifted(behind["relative"], year) if behind else None
        if behind:
            end = done = behind.end()
        edtf = _read(found, own if behind else year, is_relative=bool(behind))
        if edtf:
            yield Point(found.start(), end, edtf, needs_role=_needs_role(found, edtf))


def _is_open(found: re.Match[str]) -> bool:
    """Whether a match may be followed by "vergangenen Jahres"."""
    return bool(found["open_part"] or (found["worded"] and not found["month_year"]))


def _needs_role(found: re.Match[str], edtf: str) -> bool:
    return bool(found["month_of"] or (edtf.startswith("XXXX") and not found["stretch"]))


def _read(found: re.Match[str], year: int | None, *, is_relative: bool) -> str | None:
    """The EDTF of a match; None for what is no date, or depends on a year that is not known."""
    if found["years"]:
        years = _years(found["years"])
        return years.replace("/", "-12/") + "-01" if years and found["turn"] else years
    if found["ends"] or found["ago"] or found["relative"] or found["named_end"]:
        return _told_from_a_year(found, year)
    text = found[0].removeprefix(found["stretch"] or "")
    if is_relative:
        edtf = _single(f"{text} {year}") if year else None
    elif found["bare_part"]:
        any_year = _single(f"{text} {ANY_YEAR}")
        edtf = any_year.replace(ANY_YEAR, "XXXX") if any_year else None
    elif found["worded"] and not found["month_year"] and not _is_name(found["month"]):
        edtf = None
    else:
        edtf = _single(text)
    return _stretched(found["stretch"], edtf) if edtf else None


def _told_from_a_year(found: re.Match[str], year: int | None) -> str | None:
    """The end of a year, the year before, the year two years ago; None where the year is not known."""
    if found["relative"]:
        shifted = _shifted(found["relative"], year)
        return _stretched(found["stretch"], str(shifted)) if shifted else None
    if found["ago"]:
        count = value(found["ago"])
        return f"{year - int(count)}~" if year and count else None
    of_year = found["end_year"] or year
    is_end = "ende" in (found["named_end"] or found["ends"])
    return f"{of_year}-{'12' if is_end else '01'}" if of_year else None


def _is_name(month: str) -> bool:
    """Whether a month is written in full: "dez." alone may be anything."""
    return len(month.rstrip(".")) > 4 or month.rstrip(".") in ("mai", "juni", "juli", "märz")


def _stretched(stretch: str | None, edtf: str) -> str:
    """The end of a year is its last month; beginnings and middles are no surer than the whole."""
    return f"{edtf}-12" if stretch and stretch.startswith("ende") and len(edtf) == 4 else edtf


def _shifted(words: str, year: int | None) -> int | None:
    """The year that "vergangenen Jahres" means in a paper of this year."""
    if year is None:
        return None
    if re.match(LAST, words):
        return year - 1
    return year + 1 if re.match(NEXT, words) else year


def _years(text: str) -> str | None:
    """The span of 2021/22 or 2020–2024; None where the second is no later year."""
    first, last = re.findall(r"[0-9]+", text)
    until = int(last) if len(last) == 4 else int(first[:2] + last)
    return f"{first}/{until}" if 0 < until - int(first) <= LONG_SPAN else None


@lru_cache(maxsize=4096)
def _single(text: str) -> str | None:
    """What the reader of cells makes of the date in its plain form."""
    for form, plain in NORMAL:
        text = form.sub(plain, text)
    found = single(text)
    return found if isinstance(found, str) else None
