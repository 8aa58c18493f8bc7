"""Dates of every precision in running text, read as EDTF, with the part they play there."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import lru_cache

from etl.extraction.mentions.date_points import Point, find_points
from etl.extraction.paper import Span
from etl.extraction.phrases import folded
from kim.dates import days, has_year, is_date

SINCE = r"seit|ab|beginnend (?:mit|am|ab)|(?:mit wirkung|rückwirkend) (?:vom|ab|zum)"
UNTIL = (
    r"(?:befristet )?bis(?: (?:zum|einschließlich|einschl\.|spätestens|längstens|maximal|voraussichtlich|auf weiteres))*"
    r"|spätestens(?: (?:bis|zum|am|im|bis zum))?|befristet auf|längstens"
)
ON = r"am|zum|im|in|des|vom|von|für|per|zu|nach|vor|zwischen|gegen|ist|sei|war"
WEEKDAYS = "(?:montag|dienstag|mittwoch|donnerstag|freitag|samstag|sonnabend|sonntag)"
FILLERS = rf"(?:(?:de[rmn]|das|zeit|zeitraum|vom|von|voraussichtlich|etwa|ca\.|jahre?[sn]?|haushaltsjahre?[sn]?|{WEEKDAYS},?) \(?)*"
BEFORE = re.compile(rf"(?<!\w)(?:(?P<since>{SINCE})|(?P<until>{UNTIL})|(?P<on>{ON})) {FILLERS}$")
REACH, MOST_DAYS_OF_A_PAPER, MOST_DAYS_AWAY = 45, 62, 110
TO = re.compile(r"\s?[–—-]\s?|,? bis (?:zum |zur |einschließlich |voraussichtlich )*(?:den )?")
LISTED = re.compile(r"(?: und| oder|,| sowie)(?: am| dem| im| zum| vom)?(?: den)? ")
AND = re.compile(r" und (?:dem )?")
BETWEEN = re.compile(r"zwischen (?:dem )?$")


@dataclass(frozen=True, slots=True)
class Moment:
    """A date in a text. `edtf`: a point, or "from/to". `role`: "since", "until", "on" (a day) or "within" (a longer time).

    What a text says after "bis" is the plain date with the role "until". A date without a year is that nearest to the day of the
    paper (`is_inferred`), written XXXX-05 where that day is not known. `span`: with the words in front that give the role.
    `is_told`: whether it is told from another time: "seither", "ein Jahr später".
    """

    span: Span
    edtf: str
    role: str
    is_inferred: bool = False
    is_told: bool = False


def find_dates(text: str, paper_date: str | None = None) -> Iterator[Moment]:
    """The dates in a text, in its order. `paper_date`: EDTF of the paper, for "in diesem Jahr"."""
    small = folded(text)
    points = _with_years(small, list(find_points(small, _year(paper_date))))
    at = 0
    while at < len(points):
        point, at = points[at], at + 1
        start, role = _role(small, point.start)
        is_joined = False
        if at < len(points) and (joined := _joined(small, point, points[at])):
            point, at, is_joined = joined, at + 1, True
            role = "within"
        if not is_joined and point.needs_role and role is None:
            continue
        edtf = _in_the_nearest_year(point.edtf, paper_date, is_past=small.startswith("seit", start))
        if not is_date(edtf):
            continue
        settled = _settled(role, point.edtf)
        yield Moment(Span(start, point.end), edtf, settled, is_inferred=edtf != point.edtf)


def _role(small: str, start: int) -> tuple[int, str | None]:
    """Where the words in front of a date begin that give its role, and the role."""
    window = max(0, start - REACH)
    found = BEFORE.search(small[window:start])
    if not found:
        return start, None
    return window + found.start(), found.lastgroup


def _settled(role: str | None, edtf: str) -> str:
    if role in ("since", "until", "within"):
        return role
    is_day = edtf.count("-") == 2 and "/" not in edtf
    return "on" if is_day else "within"


def _joined(small: str, one: Point, other: Point) -> Point | None:
    """The interval, or the set of days, that two neighbours make; None where each stands for itself."""
    between = small[one.end : other.start]
    if BETWEEN.search(small[max(0, one.start - REACH) : one.start]) and AND.fullmatch(between):
        return _one(one, other, "[{}..{}]")
    if TO.fullmatch(between) and "/" not in one.edtf + other.edtf:
        return _one(one, other, "{}/{}")
    return None


def _one(one: Point, other: Point, form: str) -> Point | None:
    edtf = form.format(one.edtf, other.edtf)
    return Point(one.start, other.end, edtf, needs_role=False) if is_date(edtf) else None


def _with_years(small: str, points: list[Point]) -> list[Point]:
    """The points, those without a year in that of the next one they are listed or joined with."""
    for at in range(len(points) - 2, -1, -1):
        point, later = points[at], points[at + 1]
        between = small[point.end : later.start]
        if has_year(point.edtf) or not has_year(later.edtf):
            continue
        if TO.fullmatch(between) or LISTED.fullmatch(between):
            points[at] = replace(point, edtf=_in_year_of(point.edtf, later.edtf), needs_role=False)
    return points


def _in_year_of(edtf: str, later: str) -> str:
    """The date in the year of a later one; in the year before where it would come after it."""
    year = int(later[:4])
    same = f"{year}{edtf[4:]}"
    return same if same[: len(later)] <= later else f"{year - 1}{edtf[4:]}"


@lru_cache(maxsize=4096)
def _in_the_nearest_year(edtf: str, paper_date: str | None, *, is_past: bool) -> str:
    """A day or month without a year in the year in which it is nearest to the day of the paper.

    As it stands where that day is not known, or is many months away either way.
    """
    if not paper_date or has_year(edtf) or "/" in edtf:
        return edtf
    paper = days(paper_date)
    if not paper.first or not paper.last or (paper.last - paper.first).days > MOST_DAYS_OF_A_PAPER:
        return edtf
    years = range(paper.first.year - 1, paper.first.year + (1 if is_past else 2))
    found = {
        candidate: abs((first - paper.first).days)
        for candidate in (f"{year}{edtf[4:]}" for year in years)
        if is_date(candidate) and (first := days(candidate).first)
        if not is_past or first <= paper.last
    }
    near = {candidate: far for candidate, far in found.items() if far <= MOST_DAYS_AWAY or is_past}
    return min(near, key=lambda candidate: near[candidate], default=edtf)


@lru_cache(maxsize=1024)
def _year(paper_date: str | None) -> int | None:
    """The year of a paper; None where it may be of more than one."""
    if not paper_date:
        return None
    found = days(paper_date)
    if found.first and found.last and found.first.year == found.last.year:
        return found.first.year
    return None
