"""Dates of any precision as people write them in German, read as ISO: 2022, 2022-11, --05-15."""

import re
from datetime import date, datetime, time

from babel.dates import get_month_names

from etl.reading.questions import QuestionKind
from etl.reading.values.cells import Doubt, Interpret, Raw, ReadCell, digits, shown, sign
from kim.findings import FindingKind

LEAP_YEAR = 2000
MONTHS_OF_A_YEAR = 12
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
SPAN = re.compile(r"(?P<first>[0-9]{4}) ?(?P<by>[/–-]) ?(?P<last>[0-9]{2}|[0-9]{4})")
MONTH, YEARS = "month", "years"
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


def reader(choice: str) -> Interpret:
    """Reads dates; `choice` says how 2011/12 is meant, `MONTH` or `YEARS`, where that was asked."""
    return lambda raw: interpret(raw, choice)


def interpret(raw: Raw, choice: str = "") -> ReadCell | str:
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
    if ISO.fullmatch(text):
        return _checked(text, text)
    return _span(text, choice) or _german(text)


def _span(text: str, choice: str) -> ReadCell | None:
    """What two years side by side are; None for all else, and where the second one is a month."""
    found = SPAN.fullmatch(text)
    if not found:
        return None
    first, last = int(found["first"]), found["last"]
    span = ReadCell(text, finding=FindingKind.DATE_SPAN, expected=found["first"])
    if len(last) == len(found["first"]):
        return span if first < int(last) else None
    if int(last) != (first + 1) % 100:
        return None
    month = int(last)
    if not 1 <= month <= MONTHS_OF_A_YEAR or choice == YEARS or found["by"] != "/":
        return span
    meanings = {
        MONTH: f"{get_month_names('wide', 'stand-alone', 'de')[month]} {first}",
        YEARS: f"die Jahre {first} und {first + 1}",
    }
    return (
        None
        if choice == MONTH
        else ReadCell(text, doubt=Doubt(QuestionKind.DATE, tuple(meanings.items())))
    )


def _german(text: str) -> ReadCell | str:
    for form in (*NUMERIC, WORDS):
        if found := form.fullmatch(text):
            parts = found.groupdict()
            month = MONTHS.get(parts["name"].casefold()) if "name" in parts else parts["month"]
            if month is not None:
                return _iso(text, parts.get("year"), int(month), parts.get("day"))
    return sign(text) or _no_date(text)


def _iso(text: str, year: str | None, month: int, day: str | None) -> ReadCell | str:
    if year is not None and len(year) == 2:
        full = f"{text.removesuffix(year)}20{year}"
        return ReadCell(text, finding=FindingKind.YEAR_SHORT, expected=full)
    iso = f"{year or '-'}-{month:02}" + (f"-{int(day):02}" if day else "")
    return _checked(text, iso)


def _checked(text: str, iso: str) -> ReadCell | str:
    """The date, or that it is out of all reason, or that no calendar has it."""
    if not iso.startswith("--") and not FIRST_YEAR <= int(iso[:4]) <= LAST_YEAR:
        return _no_date(text)
    return iso if _is_real(iso) else ReadCell(text, finding=FindingKind.DATE_IMPOSSIBLE)


def _is_real(iso: str) -> bool:
    """Whether the calendar has the day, the month or the year."""
    whole = iso.replace("--", f"{LEAP_YEAR}-", 1) if iso.startswith("--") else iso
    year, month, day = (*map(int, whole.split("-")), 1, 1)[:3]
    try:
        date(year, month, day)
    except ValueError:
        return False
    return True


def _no_date(text: str) -> ReadCell:
    return ReadCell(text, finding=FindingKind.PARTIAL_DATE, expected=EXAMPLES)
