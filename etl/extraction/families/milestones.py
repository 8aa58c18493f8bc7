"""Milestones: what happened in the programme, or is expected, and when."""

import re
from collections.abc import Iterator
from dataclasses import replace

from etl.extraction.context import Context
from etl.extraction.event_module import module_of_event
from etl.extraction.event_tense import PAST, is_said_again, is_state
from etl.extraction.mentions.dates import Moment
from etl.extraction.mentions.subjects import subject
from etl.extraction.paper import Span
from etl.extraction.phrases import Said, load
from etl.extraction.proposed import Value
from etl.extraction.rule import Found, Rule
from etl.extraction.topic import KIM
from kim.dates import days, has_year
from kim.regions import LAND

TABLE = "milestones"
NO_LONGER = re.compile(r"\bnicht (?:mehr|länger)\b")
CANCELLED = re.compile(
    r"\b(?:veranstaltung|tagung|fachtagung|sitzung|treffen|termin|workshop|konferenz|schulung|fachtag|forum)\b[^.;]{0,60}\b(?:entfällt|entfiel|entfallen|abgesagt|fällt aus|fiel aus|findet nicht statt)\b"
)
RECURRENT = re.compile(
    r"\b(?:jährlich|halbjährlich|vierteljährlich|monatlich|jeweils|regelmäßig)\b"
)
SCHEDULE = re.compile(
    r"\W*(?:zeitplan|zeitschiene|ausblick|nächste schritte|weiteres vorgehen|fahrplan)\b"
)
_OF_A_PAPER = re.compile(
    r"(?:bescheid|schreiben|beschluss|vertrag|antrag|erlass|sitzung|mail)\w{0,3}\b[^.;,]{0,60}? vom [^,;]{3,12}$"
)
_OF_A_QUESTION = re.compile(
    r"(?:anfrage|niederschrift|protokoll|vorlage|bericht|mitteilung|drucksache)\w{0,2}\b[^.;,]{0,60}? vom [^,;]{3,20}$"
)
_MOST_OF_A_PAPER = 100
OCCASIONS = frozenset(["Sitzung", "Beschluss", "Frist"])
PLANS = frozenset(["geplant", "vorgesehen"])
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
OF_A_ROLE = {"since": "seither", "until": "Frist", "on": "Termin", "within": "Termin"}
FEWEST_WORDS = 5
COUNTED = re.compile(
    r"[0-9]\s?(?:personen|menschen|geflüchtete|klient|teilnehm|haushalte|kinder|familien|ratsuchende|prozent|%)|\b(?:lebten|leben|wohnten|gezählt|betrug|beträgt)\b"
)
LENGTH_OF_A_YEAR, PARAGRAPHS_OF_A_HEAD = 4, 2
FOR = "für "
MOST_CHARACTERS_BETWEEN = 140


def dated(context: Context) -> Iterator[Found]:
    """A date and beside it, in its part of the sentence, the word for an event."""
    for moment, part in _dates_of_facts(context):
        if event := _event(context, moment, part):
            start = min(moment.span.start, event.span.start)
            span = Span(start, max(moment.span.end, event.span.end))
            thing = subject(context.folded, part, near=event.span.start)
            name = (
                thing
                if event.code in thing or event.code.casefold() in thing
                else f"{thing} {event.code}"
            )
            yield Found(_values(context, moment, name, is_to_come=event.code in TO_COME), span)


def on_a_day(context: Context) -> Iterator[Found]:
    """A day, month or quarter in a sentence that tells something, though by no word for an event that we know."""
    is_short = len(context.text.split()) < FEWEST_WORDS and "termin" not in context.folded
    is_heading = context.topic.is_heading and not SCHEDULE.match(context.folded)
    if is_heading or is_short or context.text.endswith(":"):
        return
    for moment, part in _dates_of_facts(context):
        if moment.is_told or COUNTED.search(context.folded, part.start, part.end):
            continue
        if _is_precise(context, moment) and not (
            _event(context, moment, part) or _starts_with_for(context, moment)
        ):
            thing = subject(context.folded, part, near=moment.span.start)
            name = f"{thing}: {OF_A_ROLE[moment.role]}"
            yield Found(_values(context, moment, name, is_to_come=False), moment.span)


def _dates_of_facts(context: Context) -> Iterator[tuple[Moment, Span]]:
    """The dates that a sentence states, each with its part of the sentence; not when something was counted."""
    if not context.topic.is_kim or context.modality.asked or context.header is context.sentence:
        return
    lists = load(TABLE)
    found = [_with_year(context, each) for each in context.dates if not is_said_again(each)]
    for at, moment in enumerate(found):
        start = found[at - 1].span.end if at else 0
        end = found[at + 1].span.start if at + 1 < len(found) else len(context.text)
        start = max(start, context.text.rfind(";", 0, moment.span.start) + 1)
        is_counted = any(
            start <= each.span.start < end and not each.is_article for each in context.numbers
        )
        no_event = next(
            (
                each
                for each in lists["no_event"].find(context.folded, start, end)
                if each.code != "counted" or is_counted
            ),
            None,
        )
        if len(moment.edtf) == LENGTH_OF_A_YEAR:
            no_event = no_event or lists["no_event_of_a_year"].first(context.folded, start, end)
        if moment.is_inferred and RECURRENT.search(context.folded, start, moment.span.start):
            continue
        if _is_of_the_head(context, moment):
            continue
        if no_event is None and _is_fact(context, moment) and not is_state(context, moment):
            yield moment, Span(start, end)


def _is_of_the_head(context: Context, moment: Moment) -> bool:
    """Whether a date is the day of the paper in its first lines."""
    is_own = moment.edtf == context.date and context.sentence.paragraph <= PARAGRAPHS_OF_A_HEAD
    return is_own and not PAST.search(context.folded)


def _is_fact(context: Context, moment: Moment) -> bool:
    """Whether a date is said to be so; that something is so no longer is an event too."""
    modality = context.modality_at(moment.span)
    clause = context.clause(moment.span)
    is_end = modality.negated and NO_LONGER.search(context.folded, clause.start, clause.end)
    if _OF_A_QUESTION.search(context.folded, 0, moment.span.end):
        return False
    if CANCELLED.search(context.folded) and not modality.asked:
        return True
    return modality.is_fact or (
        is_end is not None and replace(modality, negated=False).is_fact and moment.role == "since"
    )


def _with_year(context: Context, moment: Moment) -> Moment:
    """A day or month without its year: the last one where the sentence tells what was, else the next one."""
    if has_year(moment.edtf) or moment.edtf.count("-") == 0:
        return moment
    is_paper = _OF_A_PAPER.search(
        context.folded, max(0, moment.span.end - _MOST_OF_A_PAPER), moment.span.end
    )
    is_since = moment.role == "since" and not context.modality_at(moment.span).planned
    is_past = is_paper is not None or is_since or PAST.search(context.folded) is not None
    dated = context.last(moment) if is_past else context.next(moment)
    return replace(dated, is_inferred=True)


def _is_precise(context: Context, moment: Moment) -> bool:
    """Whether a date is told in full and surer than a year."""
    is_year = len(moment.edtf.partition("/")[0]) <= LENGTH_OF_A_YEAR
    is_fine = not is_year and "~" not in moment.edtf
    return is_fine and has_year(moment.edtf) and not _is_vague(context, moment)


def _is_vague(context: Context, moment: Moment) -> bool:
    """Whether a date without a year is no day, or stands where no word of the programme does."""
    is_day = moment.edtf.count("-") == 2
    is_of_kim = load("topic")["term"].codes(context.folded) & KIM or context.topic.is_near
    return moment.is_inferred and not (is_day and is_of_kim)


def _starts_with_for(context: Context, moment: Moment) -> bool:
    return context.folded.startswith(FOR, moment.span.start)


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
            "module": module_of_event(context),
            "event": f"{subject(context.folded, near=said.span.start)}: {said.code}",
            "state": "expected" if is_to_come else "done",
        }
        yield Found(values | ({"region": LAND} if said.code in OF_THE_LAND else {}), said.span)


def _event(context: Context, moment: Moment, part: Span) -> Said | None:
    """The event nearest to a date; None where the date says what a sum is for."""
    events = [
        each
        for each in load(TABLE)["event"].find(context.folded, part.start, part.end)
        if each.span.distance(moment.span) <= MOST_CHARACTERS_BETWEEN
    ]
    if _starts_with_for(context, moment) and not CANCELLED.search(context.folded):
        events = [each for each in events if each.code in PLANS]
    clause = context.clause(moment.span)

    def rank(each: Said) -> tuple[bool, bool, int]:
        is_outside = not clause.start <= each.span.start < clause.end
        return is_outside, each.code in OCCASIONS, each.span.distance(moment.span)

    return min(events, key=rank, default=None)


def _values(context: Context, moment: Moment, name: str, *, is_to_come: bool) -> dict[str, Value]:
    values: dict[str, Value] = {
        "module": module_of_event(context),
        "date": moment.edtf,
        "event": name,
        "state": _state(context, moment, is_to_come),
    }
    is_ours = moment.is_inferred and not context.modality.claimed
    return values | ({"basis": "inferred"} if is_ours else {})


def _state(context: Context, moment: Moment, is_to_come: bool) -> str:
    """Whether it is over on the day of the paper; where that is not known, the tense tells."""
    if CANCELLED.search(context.folded):
        return "cancelled"
    is_to_come = is_to_come or SCHEDULE.match(context.folded) is not None
    if context.date and has_year(moment.edtf):
        paper, then = days(context.date), days(moment.edtf)
        if paper.last and then.first and then.first > paper.last:
            return "expected"
        if paper.first and then.last and then.last < paper.first:
            return "done"
    is_open = moment.role == "until" and not PAST.search(context.folded)
    return (
        "expected" if is_open or is_to_come or context.modality_at(moment.span).planned else "done"
    )


RULES = (
    Rule("milestone_on_a_day", TABLE, on_a_day),
    Rule("milestone_dated", TABLE, dated),
    Rule("milestone_undated", TABLE, undated),
)
