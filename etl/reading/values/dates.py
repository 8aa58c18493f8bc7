"""Dates of any precision as people write them in German, read as EDTF: 2022, 2023-41, 2021/2022, 2022~."""

import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import date, datetime, time
from unicodedata import normalize

from etl.reading.questions import QuestionKind
from etl.reading.repairs import RepairKind
from etl.reading.values.cells import Doubt, Interpret, Raw, ReadCell, digits, shown, sign
from etl.reading.values.date_forms import MONTHS_OF_A_YEAR, SEASONS, no_date, single
from kim.dates import days, has_year, is_date
from kim.findings import FindingKind
from kim.german_dates import partial_date

MONTH, YEARS = "month", "years"
MOST_CHARACTERS, MOST_YEARS = 120, 10
TIME_OF_DAY = re.compile(
    r"(?P<day>.*[0-9]{4}|[0-9]{4}-[0-9]{2}-[0-9]{2}),?[ T](?P<time>([01]?[0-9]|2[0-3]):[0-5][0-9](:[0-5][0-9](\.[0-9]+)?)?)"
    r"( ?uhr)?(z|[+-][0-9]{2}:?[0-9]{2})?",
    re.IGNORECASE,
)
MIDNIGHT = re.compile(r"0?0:00(:00(\.0+)?)?")
UNSAID = re.compile(r"([0-9]{4}|XXXX)(-(0[1-9]|1[0-2])(-[0-9]{2})?)?")
ONE = r"([0-9]{4}|[0-9]{3}X|[0-9]{2}XX|XXXX)(-[0-9]{2}(-[0-9]{2})?)?[~?%]?"
EDTF = re.compile(rf"{ONE}|({ONE}|\.\.)/({ONE}|\.\.)|\[(\.\.)?{ONE}((,|\.\.){ONE})*(\.\.)?\]")
SIDE_BY_SIDE = re.compile(r"(?P<first>[0-9]{4})(?P<by> ?[/–—-] ?)(?P<last>[0-9]{4}|[0-9]{2})")
UNCERTAIN = (
    re.compile(r"(?P<date>.+?) ?(\?|\(\?\)|\(unsicher\))"),
    re.compile(r"(vermutlich|wahrscheinlich|wohl) (?P<date>.+)", re.IGNORECASE),
)
ABOUT = re.compile(
    r"(ca\.?|circa|zirka|etwa|um|ungefähr|gegen|anfang|beginn|mitte|ende) ?(?P<date>.+)",
    re.IGNORECASE,
)
BESIDE_THE_DATE = re.compile(
    r"((im|in|am|an|den|dem|der|des|zum|vom) )*(jahre?s? )?(?P<date>.+?)"
    r"(,? \(?(tag|jahr) nicht genannt\)?)?",
    re.IGNORECASE,
)
A, B = "(?P<a>.+?)", "(?P<b>.+)"
SINCE = "((von|vom|ab|seit) )?"
FORMS = tuple(
    (re.compile(form, re.IGNORECASE), edtf)
    for form, edtf in (
        (rf"(ab )?(an )?(zwischen|einem tag (vom|zwischen)) {A} (bis|und) {B}", "[{a}..{b}]"),
        (rf"{A} oder später", "[{a}..]"),
        (rf"frühestens {A}", "[{a}..]"),
        (rf"{A} oder früher", "[..{a}]"),
        (rf"spätestens {A}", "[..{a}]"),
        (rf"{SINCE}{A};? bis (heute|auf weiteres)", "{a}/.."),
        (rf"{SINCE}{A};? bis (zum )?ende {B}", "{a}/{b}"),
        (rf"{SINCE}{A};? bis {B}", "{a}/{b}"),
        (rf"(seit wann, ist nicht gesagt; )?bis (zum )?ende {B}", "../{b}"),
        (rf"(seit wann, ist nicht gesagt; )?bis {B}", "../{b}"),
        (rf"(ab|seit) {A}", "{a}"),
        (r"(?P<a>[^–—-]+?) ?[–—-] ?(?![0-9]{4}$)(?P<b>[^–—-]+)", "{a}/{b}"),
        (rf"{A} [–—-] (?![0-9]{{4}}$){B}", "{a}/{b}"),
        (A, "{a}"),
    )
)
OR = re.compile(r" oder |, ?", re.IGNORECASE)


def reader(choice: str, *, is_for_machines: bool = False) -> Interpret:
    """Reads dates; `choice` says how 2011/12 is meant, `MONTH` or `YEARS`, where that was asked.

    In a file for machines 2021-22 is EDTF: the summer of 2021.
    """
    return lambda raw: interpret(raw, choice, is_for_machines=is_for_machines)


def interpret(raw: Raw, choice: str = "", *, is_for_machines: bool = False) -> ReadCell | str:
    """A date in EDTF, or what is wrong with it."""
    if isinstance(raw, (int, float)):
        raw = digits(raw)
    if isinstance(raw, datetime):
        return _without_time(raw.date(), is_midnight=raw.time() == time())
    if isinstance(raw, date):
        return single(raw.isoformat()) or no_date(shown(raw))
    text = shown(raw)
    if len(text) > MOST_CHARACTERS:
        return no_date(text)
    if timed := TIME_OF_DAY.fullmatch(text):
        day = interpret(timed["day"], choice, is_for_machines=is_for_machines)
        is_midnight = bool(MIDNIGHT.fullmatch(timed["time"]))
        return day if is_midnight or not isinstance(day, str) else ReadCell(day, RepairKind.DATE)
    if is_for_machines and EDTF.fullmatch(text) and is_date(text):
        return text
    return _in_words(text, choice) or sign(text) or no_date(text)


def _without_time(day: date, *, is_midnight: bool) -> ReadCell | str:
    """The day of a moment; its time is seldom seen in the cell and never part of a date here."""
    read = single(day.isoformat()) or no_date(shown(day))
    return read if is_midnight or not isinstance(read, str) else ReadCell(read, RepairKind.DATE)


def _in_words(text: str, choice: str) -> ReadCell | str | None:
    """What a cell that is typed by hand says; None for what is no date."""
    bare = " ".join(normalize("NFKC", text).split())
    found = _years(bare, choice) or single(bare)
    if isinstance(found, ReadCell) or (found and UNSAID.fullmatch(found)):
        return found
    if found in (None, bare) and EDTF.fullmatch(bare):
        if is_date(bare):
            return bare
        found = _joined(bare, bare.split("/"), "{}/{}") if bare.count("/") == 1 else found
    found = found or _one_of(bare, choice) or _framed(bare, choice)
    return ReadCell(found, repair=RepairKind.DATE) if isinstance(found, str) else found


def _years(text: str, choice: str) -> ReadCell | str | None:
    """What two numbers side by side are, years or a part of a year; None for all else."""
    found = SIDE_BY_SIDE.fullmatch(text)
    if not found:
        return None
    first, last = int(found["first"]), int(found["last"])
    if len(found["last"]) == len(found["first"]):
        return _joined(text, [str(first), str(last)], "{}/{}")
    part, span = _part(found), _span(first, last)
    if not span or (part and found["by"] == "-" and last not in SEASONS.values()):
        return part
    if not part or choice == YEARS:
        return span if is_date(span) else None
    years = " und ".join(span.split("/")) if _follows(first, last) else partial_date(span)
    meanings = {MONTH: partial_date(part), YEARS: f"die Jahre {years}"}
    doubt = Doubt(QuestionKind.DATE, tuple(meanings.items()))
    return part if choice == MONTH else ReadCell(text, doubt=doubt)


def _part(found: re.Match[str]) -> str | None:
    """The part of a year that 2011/12, 2011-12 or 2021-22 may be; with other signs only beside a span."""
    iso = f"{found['first']}-{found['last']}"
    is_month = 1 <= int(found["last"]) <= MONTHS_OF_A_YEAR
    is_plain = found["by"] == "-" or (is_month and found["by"] == "/")
    may_be_both = is_month and bool(_span(int(found["first"]), int(found["last"])))
    return iso if (is_plain or may_be_both) and is_date(iso) else None


def _span(first: int, last: int) -> str | None:
    """The years that 2022/23 or 1999/00 are; a second number that may be a month has to be the next year."""
    if _follows(first, last):
        return f"{first}/{first + 1}"
    if last <= MONTHS_OF_A_YEAR:
        return None
    years = last - first % 100
    return f"{first}/{first + years}" if 0 < years <= MOST_YEARS else None


def _follows(first: int, last: int) -> bool:
    return last == (first + 1) % 100


def _one_of(text: str, choice: str) -> ReadCell | str | None:
    """The set that "2021 oder 2022" is; None where there are not two dates."""
    if " oder " not in text:
        return None
    points = [_point(part, choice) for part in OR.split(text)]
    return _joined(text, points, f"[{','.join(['{}'] * len(points))}]")


def _framed(text: str, choice: str) -> ReadCell | str | None:
    """A date with the words around it, or from one date to another."""
    faulty = None
    for form, edtf in FORMS:
        if found := form.fullmatch(text):
            names = [name for name in "ab" if f"{{{name}}}" in edtf]
            points = [_point(found[name], choice) for name in names]
            read = _joined(text, points, re.sub("{[ab]}", "{}", edtf))
            if isinstance(read, str):
                return read
            faulty = faulty or read
    return faulty


def _joined(text: str, points: Sequence[ReadCell | str | None], edtf: str) -> ReadCell | str | None:
    """The dates in the places of the template, or what is wrong with one; None when one is no date."""
    if None in points:
        return None
    faulty = [point for point in points if isinstance(point, ReadCell)]
    if faulty:
        return _faulty(text, faulty)
    dates = [point for point in points if isinstance(point, str) and "/" not in point]
    if len(dates) < len(points):
        return None
    dates = _in_the_same_year(dates)
    if len(dates) > 1 and not all(map(has_year, dates)):
        return None
    joined = edtf.format(*dates)
    if is_date(joined):
        return joined
    is_backwards = len(dates) > 1 and all(map(is_date, dates)) and _is_after(dates[0], dates[-1])
    return ReadCell(text, finding=FindingKind.DATE_BACKWARDS) if is_backwards else None


def _faulty(text: str, points: list[ReadCell]) -> ReadCell:
    """What is wrong with the first of these dates, or that years have two digits."""
    first = points[0]
    expected = first.expected
    if first.finding == FindingKind.YEAR_SHORT:
        expected = text
        for point in points:
            expected = expected.replace(point.text, point.expected or point.text)
    return replace(first, text=text, expected=expected)


def _in_the_same_year(dates: list[str]) -> list[str]:
    """The dates, those without a year in that of the last one: "Mai bis Juni 2022"."""
    last = dates[-1]
    return [
        each.replace("XXXX", last[:4]) if not has_year(each) and len(each) == len(last) else each
        for each in dates
    ]


def _is_after(one: str, other: str) -> bool:
    first, last = days(one).first, days(other).last
    return first is not None and last is not None and last < first


def _point(text: str, choice: str) -> ReadCell | str | None:
    """A single date with the words that say how sure it is; None for what is no date."""
    for form, mark in (*((form, "?") for form in UNCERTAIN), (ABOUT, "~")):
        if found := form.fullmatch(text):
            point = _point(found["date"], choice)
            return _marked(point, mark) if isinstance(point, str) else point
    found = BESIDE_THE_DATE.fullmatch(text)
    bare = found["date"] if found else text
    if bare != text:
        return _point(bare, choice)
    return _years(bare, choice) or single(bare)


def _marked(point: str, mark: str) -> str:
    bare = point.rstrip("~?%")
    return bare + (mark if point[len(bare) :] in ("", mark) else "%")
