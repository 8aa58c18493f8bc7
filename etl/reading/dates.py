"""Dates of any precision as people write them in German, read as ISO: 2022, 2022-11, --05-15."""

import re
from datetime import date, datetime, time

from babel.dates import get_month_names

from etl.reading.cells import Cell, Raw, digits, shown, sign

LEAP_YEAR = 2000
FIRST_YEAR, LAST_YEAR = 1900, 2199
EXAMPLES = "2022, 11.2022 oder 01.11.2022"
ISO = re.compile(r"([0-9]{4}(-[0-9]{2}(-[0-9]{2})?)?|--[0-9]{2}(-[0-9]{2})?)")
MIDNIGHT = re.compile(r"(.+[0-9])[ T]00:00(:00(\.0+)?)?")
NUMERIC = (
    re.compile(r"(?P<day>[0-9]{1,2})\. ?(?P<month>[0-9]{1,2})\.( ?(?P<year>[0-9]{2}|[0-9]{4}))?"),
    re.compile(r"(?P<month>[0-9]{1,2})[./-](?P<year>[0-9]{4})"),
    re.compile(r"(?P<year>[0-9]{4})/(?P<month>[0-9]{1,2})"),
    re.compile(r"(?P<month>[0-9]{1,2})/(?P<year>[0-9]{2})"),
)
WORDS = re.compile(
    r"((?P<day>[0-9]{1,2})\. ?)?(?P<name>[a-zäöü]+)\.?([ -](?P<year>[0-9]{2}|[0-9]{4}))?",
    re.IGNORECASE,
)


def _months() -> dict[str, int]:
    """Every German name and abbreviation of a month, without case and point -> its number."""
    known = {"mrz": 3, "jänner": 1}
    for width in ("wide", "abbreviated"):
        for context in ("format", "stand-alone"):
            names = get_month_names(width, context, "de")
            known |= {name.rstrip(".").casefold(): number for number, name in names.items()}
    return known


MONTHS = _months()


def interpret(raw: Raw) -> Cell | str:
    """A date of any precision, or what is wrong with it."""
    if isinstance(raw, (int, float)):
        raw = digits(raw)
    if isinstance(raw, datetime) and raw.time() == time():
        raw = raw.date()
    if isinstance(raw, date) and not isinstance(raw, datetime):
        return _checked(shown(raw), raw.isoformat())
    text = shown(raw)
    if midnight := MIDNIGHT.fullmatch(text):
        text = midnight[1]
    return _checked(text, text) if ISO.fullmatch(text) else _german(text)


def _german(text: str) -> Cell | str:
    for form in (*NUMERIC, WORDS):
        if found := form.fullmatch(text):
            parts = found.groupdict()
            month = MONTHS.get(parts["name"].casefold()) if "name" in parts else parts["month"]
            if month is not None:
                return _iso(text, parts.get("year"), int(month), parts.get("day"))
    return sign(text) or _no_date(text)


def _iso(text: str, year: str | None, month: int, day: str | None) -> Cell | str:
    if year is not None and len(year) == 2:
        full = f"{text.removesuffix(year)}20{year}"
        return Cell(text, finding="year_short", expected=full)
    iso = f"{year or '-'}-{month:02}" + (f"-{int(day):02}" if day else "")
    return _checked(text, iso)


def _checked(text: str, iso: str) -> Cell | str:
    """The date, or that it is out of all reason, or that no calendar has it."""
    if not iso.startswith("--") and not FIRST_YEAR <= int(iso[:4]) <= LAST_YEAR:
        return _no_date(text)
    return iso if _is_real(iso) else Cell(text, finding="date_impossible")


def _is_real(iso: str) -> bool:
    """Whether the calendar has the day, the month or the year."""
    whole = iso.replace("--", f"{LEAP_YEAR}-", 1) if iso.startswith("--") else iso
    year, month, day = (*map(int, whole.split("-")), 1, 1)[:3]
    try:
        date(year, month, day)
    except ValueError:
        return False
    return True


def _no_date(text: str) -> Cell:
    return Cell(text, finding="partial_date", expected=EXAMPLES)
