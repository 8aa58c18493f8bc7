"""Since when and until when posts are so."""

import re
from collections.abc import Iterator

from etl.extraction.context import Context
from etl.extraction.mentions.dates import Moment, find_dates
from etl.extraction.paper import Span
from etl.extraction.posts import status_words
from etl.extraction.proposed import Value
from kim.dates import days

_SIMPLE_DATE = re.compile(r"\d{4}(?:-\d{2}){0,2}")


def is_ahead(day: Value, date: str | None) -> bool:
    """Whether a day comes after the paper: what holds from then on is still a plan."""
    if (
        not isinstance(day, str)
        or not date
        or not _SIMPLE_DATE.fullmatch(day)
        or not _SIMPLE_DATE.fullmatch(date)
    ):
        return False
    begins, paper = days(day).first, days(date).last
    return begins is not None and paper is not None and begins > paper


def until_change(context: Context, day: str | None) -> str | None:
    """Up to the day of a change, or of the paper; None where the change is still to come."""
    date = day or context.date
    is_told = date and _SIMPLE_DATE.fullmatch(date) and not is_ahead(day, context.date)
    return f"../{date}" if is_told else None


_BRACKETED = re.compile(r"[^.;,()]{0,20} ?\([^()]{4,24}\)")
_STAND = re.compile(r"\b(?:zum|am|per|Stand|Stichtag)\b[^:]{0,40}\d{4}")
_LABELLED, MOST_OF_A_HEAD = (
    re.compile(r"[A-ZÄÖÜ](?:[^:.;]|(?<=\d)\.){2,60}: (?:\d|[A-ZÄÖÜ]?\w+ \d)"),
    80,
)
_OWN_LABEL = re.compile(r"(?:zum |per |am )?(?:stichtag|stand)\b[^:;]{0,30}\d{4}(?=:)")
_GIVEN = re.compile(r"\b(?:zusätzlich zu|neben) (?:den|der|diesen)\b[^,;]*$")
_HELD_SINCE = frozenset(("filled", "vacant", "cut", "established"))
_AND = re.compile(r"\b(?:und|sowie)\b|,")
_FINITE = re.compile(
    r"[;:(]|\b(?:ist|sind|seien?|waren?|wird|werden|werde|wurden?|hat|haben|habe|hatten?|soll|sollen|kann|können|konnten?|davon|darunter)\b"
)
_PAST = re.compile(r"\b(?:hat|haben|hatten?|wurden?|konnten?|waren?|worden)\b")
_RELATIVE = re.compile(r"(?:die|der|das|welche[rs]?|und|davon|hiervon|seit)\b")
_OF_A_LETTER = re.compile(
    r"(?:bescheid|schreiben|vertrag|erlass)\w{0,3}\b[^.;,]{0,60}? vom [^,;]{3,20}$"
)
_YEAR_BEFORE = re.compile(r"(?:(?<![.\d])((?:19|20)\d\d)|\bVorjahr): ?$")
_TO_BE_FILLED = re.compile(
    r"\b(?:soll|solle|sollen|wird|werde|werden)\b.*\b(?:besetzt|eingestellt|eingerichtet|geschaffen) werden\b"
)
_BEYOND = re.compile(r"\b(?:über\s+(?:den |das |die )?|kw-vermerk\w* )$")
_OF_ANOTHER = re.compile(r"\s*(?:deren|dessen) \w*inhaber")
_LIMITED = re.compile(
    r"befristet|längstens|zunächst bis|entfällt|wegfallend|kw-vermerk|bis zum ende"
)
_ENDS = re.compile(r"entfällt|entfallen|wegfallend|läuft aus|laufen aus")


def since(context: Context, span: Span, limit: Span) -> str | None:
    """The day from which it held, as EDTF: in the words around the count, before it in the clause, or beside its status behind."""
    clause = context.clause(span)
    if _GIVEN.search(context.folded, clause.start, span.start):
        return None
    beside = _BRACKETED.match(context.text, span.end)
    if beside and (day := _first_day(context, *beside.span())):
        return day
    if label := _YEAR_BEFORE.search(context.text, max(0, span.start - 10), span.start):
        return label[1] or _year_before(context)
    around = _first_day(context, max(clause.start, limit.start), min(clause.end, limit.end))
    return (
        around
        or _first_day(context, clause.start, span.start)
        or _day_of_status(context, span, limit)
        or _day_of_list(context)
        or _shared_day(context, span, limit)
    )


def _year_before(context: Context) -> str | None:
    """The year before that of the paper; None where that is not known."""
    year = (context.date or "")[:4]
    return str(int(year) - 1) if year.isdigit() else None


def _shared_day(context: Context, span: Span, limit: Span) -> str | None:
    """The day behind a row of counts without a verb between them: "zwei Stellen für X sowie drei für Y zum 1. Mai"."""
    clause = context.clause(span)
    if limit.end >= clause.end or not _AND.search(context.folded, span.end, limit.end):
        return None
    behind = [each for each in context.dates if limit.end <= each.span.start < clause.end]
    end = behind[0].span.start if behind else clause.end
    has_verb = _FINITE.search(context.folded, span.end, end) is not None
    return None if has_verb else _first_day(context, limit.end, clause.end)


def _day_of_list(context: Context) -> str | None:
    """The day on which the list counts, as the sentence with its colon says: "Personal zum 01.05.2024:"."""
    words = context.intro.text if context.intro else ""
    if not words and _LABELLED.match(context.text) and context.sentence.start:
        words = context.paper.paragraphs[context.sentence.paragraph - 1][:MOST_OF_A_HEAD]
    if own := _OWN_LABEL.match(context.folded):
        words = context.text[own.start() : own.end()]
    stand = _STAND.search(words)
    return (
        next((each.edtf for each in find_dates(stand.group(), context.date)), None)
        if stand
        else None
    )


def _day_of_status(context: Context, span: Span, limit: Span) -> str | None:
    """The day in a clause behind that tells the status: "zwei Stellen, die seit Mai 2022 besetzt sind"."""
    own = context.clause(span)
    found = list(status_words.find(context.folded, own.start, limit.end))
    is_told = any(each.code in _HELD_SINCE and each.span.end <= own.end for each in found)
    for said in found:
        clause = context.clause(said.span)
        is_relative = _RELATIVE.match(context.folded, clause.start) is not None
        if _OF_ANOTHER.match(context.folded, clause.start) or (is_told and not is_relative):
            continue
        if said.code in _HELD_SINCE and clause.start >= span.end:
            return _first_day(context, clause.start, min(clause.end, limit.end))
    return None


def first_day(context: Context, within: Span) -> str | None:
    """The first day within some words from which something held, as EDTF; None where there is none."""
    return _first_day(context, within.start, within.end)


def _first_day(context: Context, start: int, end: int) -> str | None:
    """The first day within some words; that of a letter only where there is no other."""
    found = list(_days_within(context, start, end))
    own = [edtf for moment, edtf in found if not _is_of_a_letter(context, moment)]
    return next(iter(own), found[0][1] if found else None)


def _is_of_a_letter(context: Context, moment: Moment) -> bool:
    """Whether a day only dates a letter: "mit Bescheid vom 15.12.2022"."""
    return _OF_A_LETTER.search(context.folded, 0, moment.span.end) is not None


def _days_within(context: Context, start: int, end: int) -> Iterator[tuple[Moment, str]]:
    """The days within some words from which something may have held, each with its year."""
    for moment in context.dates:
        is_open = (
            moment.edtf.startswith("[")
            or "/" in moment.edtf
            or (moment.role == "until" and not _was_by(context, moment, start, end))
        )
        is_beyond = _BEYOND.search(context.folded, 0, moment.span.start) is not None
        is_inside = start <= moment.span.start < end
        dated = _with_year(context, moment.edtf) if is_inside else None
        if dated and not is_open and not is_beyond:
            yield moment, dated


def _was_by(context: Context, moment: Moment, start: int, end: int) -> bool:
    """Whether something had come about by a day, or is to: "bis März wurden acht Stellen besetzt", "sollen bis Mai besetzt werden"."""
    is_past = _PAST.search(context.folded, start, end) is not None
    is_plan = _TO_BE_FILLED.search(context.folded, start, end) is not None
    return is_plan if context.lies_ahead(moment) else is_past


def _with_year(context: Context, edtf: str) -> str | None:
    """A day without its year in that of the paper; in the year before where it would come after the paper and is no plan."""
    date = context.date or ""
    if not edtf.startswith("XXXX"):
        return edtf
    if not date[:4].isdigit():
        return None
    same = f"{date[:4]}{edtf[4:]}"
    is_past = same[: len(date)] <= date[: len(same)] or context.modality.planned
    return same if is_past else f"{int(date[:4]) - 1}{edtf[4:]}"


def valid_until(context: Context, span: Span) -> str | None:
    """The day until which posts are limited, as EDTF."""
    if not _LIMITED.search(context.folded):
        return None
    ends = _ENDS.search(context.folded)
    until = [
        each.edtf
        for each in context.dates
        if (each.role == "until" or ends) and each.span.end > span.start
    ]
    return until[0] if until else None
