"""Times that are told from the one last spoken of: "seither", "ein Jahr später", "im Vorjahr"."""

import re
from collections.abc import Callable, Sequence

from etl.extraction.mentions.dates import Moment
from etl.extraction.mentions.numerals import value
from etl.extraction.paper import Span
from etl.extraction.phrases import folded
from kim.dates import has_year

_STEPS = (
    r"(?:(?P<number>ein(?:en)?|zwei|drei|vier|fünf|sechs|neun|zwölf|[0-9]{1,2}) (?P<unit>jahre?n?|monate?n?)|(?P<half>ein halbes jahr)"
    r"|(?:im|ein) (?P<one>jahr|monat)) (?P<way>später|danach|darauf|davor|zuvor|vorher|früher)"
)
_NEXT_YEAR = r"(?<!als )(?<!wie )im (?:(?P<before>vorjahr)|folgejahr|darauffolgenden jahr)"
_SAME = r"damals|seinerzeit|zu dieser zeit|seither|seitdem|seit (?:dieser zeit|diesem (?:tag|zeitpunkt|datum|termin))|(?:von )?da an|(?:ab|zu) diesem (?:tag|zeitpunkt|datum|termin|stichtag)|zeitgleich|zum (?:selben|gleichen) (?:tag|zeitpunkt|datum|termin|stichtag)"
PATTERN = re.compile(rf"\b(?:(?P<same>{_SAME})|{_STEPS}|{_NEXT_YEAR})\b")
_YEAR, _DAY = re.compile(r"\d{4}"), re.compile(r"(\d{4})(?:-(\d\d)(?:-\d\d)?)?[~?]?")
_SEASON = re.compile(r"(\d{4})(-[2-4]\d)")
_MONTHS, _OF_HALF_A_YEAR, _LAST_MONTH = 12, 6, 12
_BACKWARDS = frozenset(("davor", "zuvor", "vorher", "früher"))


def find_told(
    text: str, own: Sequence[Moment], before: Callable[[], Moment | None], year: str | None
) -> list[Moment]:
    """The times of a text that are told from another: from the last of its `own` before them, else from the one that `before` gives.

    `year`: that of the paper, from which "im Vorjahr" is told where no time was spoken of.
    """
    found = []
    for told in PATTERN.finditer(folded(text)):
        at = [each for each in own if each.span.end <= told.start()]
        anchor = at[-1] if at else before()
        edtf = _resolved(told, anchor.edtf if anchor else None, year)
        if edtf:
            role = "since" if told["same"] else "within"
            found.append(Moment(Span(*told.span()), edtf, role, is_told=True))
    return found


def _resolved(told: re.Match[str], anchor: str | None, year: str | None) -> str | None:
    """The time as EDTF; None where that from which it is told is not known, or no plain one."""
    start = anchor if anchor and has_year(anchor) and "/" not in anchor else None
    if told["same"]:
        return start
    if not (told["way"]):
        start = start or year
        return _shifted(start[:4], -12 if told["before"] else 12) if start else None
    months = _months(told)
    if start is None or months is None:
        return None
    return _shifted(start, -months if told["way"] in _BACKWARDS else months)


def _months(told: re.Match[str]) -> int | None:
    if told["half"]:
        return _OF_HALF_A_YEAR
    number = (
        1
        if told["one"]
        else value(
            told["number"].removesuffix("en")
            if told["number"].startswith("ein")
            else told["number"]
        )
    )
    of_one = _MONTHS if (told["one"] or told["unit"]).startswith("jahr") else 1
    return None if number is None else int(number) * of_one


def _shifted(edtf: str, months: int) -> str | None:
    """A time so many months later, no surer than its month; seasons and years move by whole years only."""
    years, rest = divmod(months, _MONTHS)
    if season := _SEASON.fullmatch(edtf):
        return f"{int(season[1]) + years}{season[2]}" if not rest else None
    day = _DAY.fullmatch(edtf)
    if day is None:
        return None
    if not day[2]:
        return None if rest else str(int(day[1]) + years)
    at = int(day[1]) * _MONTHS + int(day[2]) - 1 + months
    return f"{at // _MONTHS}-{at % _MONTHS + 1:02d}"
