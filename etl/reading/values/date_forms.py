"""How German writes a single date: a day, a month, a part of a year, a year. Each form is read as EDTF."""

import re
from collections.abc import Iterator, Mapping

from babel.dates import get_month_names

from etl.reading.values.cells import ReadCell
from kim.cells import DATE_EXAMPLES
from kim.dates import FIRST_YEAR, LAST_YEAR, is_date
from kim.findings import FindingKind

MONTHS_OF_A_YEAR = 12
YEAR = r"(?P<year>[0-9]{2}|[0-9]{4})"
PLAIN = re.compile(r"([0-9]{4}(-[0-9]{2}(-[0-9]{2})?)?|(XXXX|-)-[0-9]{2}(-[0-9]{2})?)")
NUMERIC = (
    re.compile(rf"(?P<day>[0-9]{{1,2}})\. ?(?P<month>[0-9]{{1,2}})\.( ?{YEAR})?"),
    re.compile(r"(?P<month>[0-9]{1,2})[./-](?P<year>[0-9]{4})"),
    re.compile(r"(?P<year>[0-9]{4})/(?P<month>[0-9]{1,2})"),
    re.compile(r"(?P<month>[0-9]{1,2})/(?P<year>[0-9]{2})"),
)
WORDS = re.compile(
    rf"((?P<day>[0-9]{{1,2}})\. ?)?(?P<name>[a-zäöü]+)\.?([ /-]{YEAR})?", re.IGNORECASE
)
SEASONS = {"frühling": 21, "frühjahr": 21, "sommer": 22, "herbst": 23, "winter": 24}
WINTER = re.compile(r"winter (?P<year>[0-9]{4}) ?[/–-] ?(?P<next>[0-9]{2}|[0-9]{4})", re.IGNORECASE)
DECADE = re.compile(r"(?P<decade>[0-9]{3})0er([ -]jahre)?", re.IGNORECASE)
ORDINALS = {
    **{str(number): number for number in range(1, 5)},
    **dict(zip(("i", "ii", "iii", "iv"), range(1, 5), strict=True)),
    **dict(zip(("erstes", "zweites", "drittes", "viertes"), range(1, 5), strict=True)),
}
NUMBER = rf"(?P<number>{'|'.join(sorted(ORDINALS, key=len, reverse=True))})"
HALF = r"halbjahr(e?s)?|halbj\.?|hj\.?|h"
QUARTER = r"quartals?|quart\.?|qu\.?|q\.?"
THIRD = r"drittels?|tertials?"
CODES_BEFORE = {HALF: (2, 39), QUARTER: (4, 32), THIRD: (3, 36)}
PARTS_OF_A_YEAR = (
    rf"{NUMBER}\.? ?({{unit}})( |,| ?/ ?)?{YEAR}",
    rf"({{unit}}) ?{NUMBER}( ?/ ?|[ -]){YEAR}",
    rf"(?P<year>[0-9]{{4}})( |, | ?/ ?|-)?({{unit}}) ?{NUMBER}",
)
ROMAN = rf"(?P<number>i{{1,3}}|iv) ?/ ?{YEAR}"


def _months() -> dict[str, int]:
    """Every German name and abbreviation of a month, without case and point -> its number."""
    known = {"mrz": 3, "jänner": 1}
    for width in ("wide", "abbreviated"):
        for context in ("format", "stand-alone"):
            names = get_month_names(width, context, "de")
            known |= {name.rstrip(".").casefold(): number for number, name in names.items()}
    return known


def _parts() -> Iterator[tuple[re.Pattern[str], int, int]]:
    """The forms of halves, quarters and thirds, how many a year has, the code before the first."""
    for unit, (most, before) in CODES_BEFORE.items():
        for form in PARTS_OF_A_YEAR:
            written = form.replace("{unit}", unit)
            yield re.compile(written, re.IGNORECASE), most, before
    yield re.compile(ROMAN, re.IGNORECASE), *CODES_BEFORE[QUARTER]


MONTHS = _months()
PARTS = tuple(_parts())


def single(text: str) -> ReadCell | str | None:
    """The date in EDTF, or what is wrong with it; None for what is written in no form of a single date."""
    if PLAIN.fullmatch(text):
        return checked(text, f"XXXX{text[1:]}" if text.startswith("--") else text)
    return _in_digits(text) or _in_words(text) or _in_part(text)


def _in_digits(text: str) -> ReadCell | str | None:
    for form in NUMERIC:
        if found := form.fullmatch(text):
            return _in_month(text, found.groupdict())
    return None


def _in_words(text: str) -> ReadCell | str | None:
    if (found := WORDS.fullmatch(text)) and (part := _named(found["name"], found["day"])):
        return _dated(text, found["year"], part, found["day"])
    if found := DECADE.fullmatch(text):
        return checked(text, f"{found['decade']}X")
    return None


def _in_part(text: str) -> ReadCell | str | None:
    for form, most, before in PARTS:
        if found := form.fullmatch(text):
            number = ORDINALS[found["number"].casefold()]
            return no_date(text) if number > most else _dated(text, found["year"], before + number)
    if winter := WINTER.fullmatch(text):
        year = int(winter["year"])
        follows = winter["next"] in (str(year + 1), str(year + 1)[2:])
        return _dated(text, winter["year"], SEASONS["winter"]) if follows else no_date(text)
    return None


def checked(text: str, edtf: str) -> ReadCell | str:
    """The date, or that it is out of all reason, or that no calendar has it."""
    if edtf[:4].isdecimal() and not FIRST_YEAR <= int(edtf[:4]) <= LAST_YEAR:
        return no_date(text)
    return edtf if is_date(edtf) else ReadCell(text, finding=FindingKind.DATE_IMPOSSIBLE)


def no_date(text: str) -> ReadCell:
    """That the cell is no date."""
    return ReadCell(text, finding=FindingKind.PARTIAL_DATE, expected=DATE_EXAMPLES)


def _named(name: str, day: str | None) -> int | None:
    """The month or, where no day is named, the season of this name."""
    known = MONTHS if day else MONTHS | SEASONS
    return known.get(name.casefold())


def _in_month(text: str, parts: Mapping[str, str | None]) -> ReadCell | str | None:
    month = int(parts["month"] or 0)
    if month > MONTHS_OF_A_YEAR:
        return ReadCell(text, finding=FindingKind.DATE_IMPOSSIBLE)
    return _dated(text, parts["year"], month, parts.get("day"))


def _dated(text: str, year: str | None, part: int, day: str | None = None) -> ReadCell | str | None:
    """The part of this year; None for a season of no year, which EDTF cannot write."""
    if year is None and part > MONTHS_OF_A_YEAR:
        return None
    if year is not None and len(year) == 2:
        full = f"{text.removesuffix(year)}20{year}"
        return ReadCell(text, finding=FindingKind.YEAR_SHORT, expected=full)
    return checked(text, f"{year or 'XXXX'}-{part:02}" + (f"-{int(day):02}" if day else ""))
