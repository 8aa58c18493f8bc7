"""Milestones: what happened in the programme, or is expected, and when."""

import re
from collections.abc import Iterator

from etl.extraction.context import Context
from etl.extraction.mentions.dates import Moment
from etl.extraction.mentions.modules import find_modules
from etl.extraction.mentions.subjects import subject
from etl.extraction.paper import Span
from etl.extraction.phrases import Said, load
from etl.extraction.proposed import Value
from etl.extraction.rule import Found, Rule
from kim.dates import days, has_year
from kim.regions import LAND

TABLE = "milestones"
PLANS = frozenset(["geplant", "vorgesehen"])
POSTS = re.compile(r"(?<!vor)(?<!her)(?<!dar)(?<!fest)(?<!be)stellen?\b|kräfte?\b|case manager")
OF_THE_LAND = frozenset(["im Gesetz verankert", "Landesprogramm eingeführt"])
TO_COME = frozenset(
    [
        "Erste Sitzung",
        "endet",
        "startet",
        "beginnt",
        "läuft aus",
        "entfällt",
        "findet statt",
        "steht an",
    ]
)
FOR = "für "
MOST_CHARACTERS_BETWEEN = 140


def dated(context: Context) -> Iterator[Found]:
    """A date and beside it, in its part of the sentence, the word for an event."""
    if not context.topic.is_kim or context.modality.asked:
        return
    found = context.dates
    for at, moment in enumerate(found):
        start = found[at - 1].span.end if at else 0
        end = found[at + 1].span.start if at + 1 < len(found) else len(context.text)
        start = max(start, context.text.rfind(";", 0, moment.span.start) + 1)
        event = _event(context, moment, Span(start, end))
        if event is None or not context.modality_at(moment.span).is_fact:
            continue
        span = Span(min(moment.span.start, event.span.start), max(moment.span.end, event.span.end))
        yield Found(_values(context, moment, event, Span(start, end)), span)


def undated(context: Context) -> Iterator[Found]:
    """What is told as having happened or as being due, on no day."""
    if not context.topic.is_kim or context.modality.asked or context.dates:
        return
    for said in load(TABLE)["undated"].find(context.folded):
        modality = context.modality_at(said.span)
        if not modality.is_fact:
            continue
        is_to_come = said.code in TO_COME or (modality.planned and said.code not in OF_THE_LAND)
        values: dict[str, Value] = {
            "module": module(context),
            "event": f"{subject(context.folded, near=said.span.start)}: {said.code}",
            "state": "expected" if is_to_come else "done",
        }
        yield Found(values | ({"region": LAND} if said.code in OF_THE_LAND else {}), said.span)


def _event(context: Context, moment: Moment, part: Span) -> Said | None:
    """The event nearest to a date; None where the date says when something was counted, or what a sum is for."""
    lists = load(TABLE)
    if lists["no_event"].first(context.folded, part.start, part.end):
        return None
    events = [
        each
        for each in lists["event"].find(context.folded, part.start, part.end)
        if _distance(each.span, moment.span) <= MOST_CHARACTERS_BETWEEN
    ]
    if context.folded.startswith(FOR, moment.span.start):
        events = [each for each in events if each.code in PLANS]
    return min(events, key=lambda each: _distance(each.span, moment.span), default=None)


def _distance(one: Span, other: Span) -> int:
    return max(one.start - other.end, other.start - one.end, 0)


def _values(context: Context, moment: Moment, event: Said, part: Span) -> dict[str, Value]:
    thing = subject(context.folded, part, near=event.span.start)
    return {
        "module": module(context),
        "date": moment.edtf,
        "event": thing if thing == event.code else f"{thing} {event.code}",
        "state": _state(context, moment, event),
    }


def module(context: Context) -> str | None:
    """The one module that a sentence names; None for several.

    Of posts, where it names none, the one spoken of before, be it some paragraphs ago; of other things the one of the heading.
    """
    named = {each.module for each in find_modules(context.text)}
    if named:
        return named.pop() if len(named) == 1 else None
    if POSTS.search(context.folded):
        return context.topic.module or context.topic.recent_module
    in_heading = {each.module for each in find_modules(context.topic.heading)}
    return in_heading.pop() if len(in_heading) == 1 else None


def _state(context: Context, moment: Moment, event: Said) -> str:
    """Whether it is over on the day of the paper; where that is not known, the tense tells."""
    if context.date and has_year(moment.edtf):
        paper, then = days(context.date), days(moment.edtf)
        if paper.last and then.first and then.first > paper.last:
            return "expected"
        if paper.first and then.last and then.last < paper.first:
            return "done"
    is_to_come = event.code in TO_COME or context.modality_at(moment.span).planned
    return "expected" if is_to_come else "done"


RULES = (Rule("milestone_dated", TABLE, dated), Rule("milestone_undated", TABLE, undated))
