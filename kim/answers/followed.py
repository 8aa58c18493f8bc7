"""What is followed up: the last decision, reports that are due again and again, questions still open."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from kim import decisions, expected_reports, german
from kim.answers.answer import Choice, Role, Value
from kim.answers.document_days import since
from kim.answers.statements import Told
from kim.answers.telling import Telling, attached, without_shared_doubts
from kim.answers.values import (
    distinct,
    holding,
    split_by_surety,
    sure_first,
    value,
    with_role,
)
from kim.commitments import Standing
from kim.dates import days
from kim.facts import Record, is_sure, words
from kim.german_nouns import Case, after, inside, is_plural, named, opening
from kim.texts import text

DECISIONS, COMMITMENTS, QUESTIONS = "decisions", "commitments", "open_questions"
OPEN = ("open", "partly_answered")
PROSPECTIVE = Standing.PROSPECTIVE.value
RECOMMENDED = "recommended"
NO_DECISIONS = ("noted", RECOMMENDED, "adjourned", "withdrawn", "referred")


def last_decision(told: Told) -> Choice:
    """What was decided on the newest day, among sure statements if there are any.

    A decision without a date of its own has that of its document. Where nothing was decided that day, only
    recommended or taken note of, the decisions before stand beside it.
    """
    rows = holding(told, DECISIONS)
    sure = [each for each in rows if is_sure(each)] or rows
    last = _newest(sure)
    values, less_sure = split_by_surety([_decision(each) for each in last])
    decided = [each for each in sure if each["kind"] not in NO_DECISIONS]
    earlier = [] if any(each in last for each in decided) else _newest(decided)
    beside = with_role(Role.PREVIOUS, [_decision(each) for each in earlier])
    return Choice(values, (*less_sure, *beside))


def reporting_duties(told: Told) -> Choice:
    """What is to be reported again and again, to whom."""
    rows = [each for each in holding(told, COMMITMENTS) if each["recurrence"] != "once"]
    return Choice(*split_by_surety(distinct([_duty(each, told.day) for each in sure_first(rows)])))


def open_questions(told: Told) -> Choice:
    """The questions that a paper leaves open, wholly or in part."""
    rows = [each for each in holding(told, QUESTIONS) if each["state"] in OPEN]
    rows = sorted(sure_first(rows), key=lambda each: OPEN.index(each["state"]))
    return Choice(*split_by_surety(distinct([_question(each) for each in rows])))


def tell_last_decision(telling: Telling) -> str:
    """The sentence on the last decision, by body and kind."""
    if not telling.told:
        return ""
    first, *others = _alike(telling.told)
    parts = [_decided(telling, first, "answer.last_decision")]
    if not telling.is_brief:
        parts += [_decided(telling, each, "answer.also_decided") for each in others]
    if telling.values:
        previous = _alike(telling.with_role(Role.PREVIOUS))[:1]
        parts += [_decided(telling, each, "answer.decision_before") for each in previous]
    return " ".join(parts)


def tell_duties(telling: Telling) -> str:
    """The sentence on reports that are due again and again."""
    if not telling.told:
        return ""
    parts = []
    made = [each for each in telling.told if each.state != PROSPECTIVE]
    others = [each for each in telling.told if each.state == PROSPECTIVE]
    for key, duties in (("duties", made), ("duties_prospective", others)):
        if duties:
            said = telling.listed(duties, lambda each: telling.said(each, each.state_words))
            parts.append(text(f"answer.{key}", where=opening(telling.where), duties=said))
    return " ".join(parts)


def tell_questions(telling: Telling) -> str:
    """The sentences on questions that are open, and on those that are answered in part, with the answer."""
    parts = []
    for state in OPEN:
        asked = [each for each in telling.told if each.state == state]
        if asked:
            parts.append(_asked(telling, f"answer.questions_{state}", asked))
    return " ".join(parts)


def _asked(telling: Telling, key: str, values: Sequence[Value]) -> str:
    bare, shared = without_shared_doubts(values[: telling.most])
    is_open = values[0].state == "open"
    asked = " ".join(telling.said(replace(each, details=()) if is_open else each) for each in bare)
    more = len(values) - telling.most
    number = "one" if more == 1 else "many"
    rest = text(f"answer.more_questions_{number}", number=more) if more > 0 else ""
    told = text(key, where=telling.where, questions=attached(asked, shared))
    return " ".join(filter(None, (told, rest)))


def _newest(records: Sequence[Record]) -> list[Record]:
    """Those of the last day: decisions, then what was recommended, then taken note of; surer ones first."""
    newest = max(map(_day, records), default=None)
    last = [each for each in sure_first(records) if _day(each) == newest]
    return sorted(
        last, key=lambda each: (each["kind"] in NO_DECISIONS, each["kind"] != RECOMMENDED)
    )


def _day(record: Record) -> date:
    """The last day that the date of a decision may mean, else that of its document."""
    for column in ("date", "as_of", "source_date"):
        if not german.is_empty(record[column]) and (last := days(record[column]).last):
            return last
    return date.min


def _decision(record: Record) -> Value:
    dated = not german.is_empty(record["date"])
    return value(
        DECISIONS,
        record,
        inside(record["subject"]),
        state=decisions.state(record),
        state_words=decisions.stands(record),
        since=german.partial_date(record["date"]) if dated else since(record),
        scope=tuple(filter(None, (decisions.rescission(record),))),
        subject=record["kind"],
        organisation=record["body"],
        has_own_date=dated or not german.is_empty(record["as_of"]),
        as_of=record["date"] if dated else record["as_of"] or "",
    )


def _alike(values: Sequence[Value]) -> list[list[Value]]:
    """Decisions of the same body, kind and day together."""
    found: dict[tuple[str, ...], list[Value]] = {}
    for each in values:
        found.setdefault((each.organisation, each.subject, each.since), []).append(each)
    return list(found.values())


def _decided(telling: Telling, values: list[Value], key: str) -> str:
    """For example "Zuletzt hat der Rat empfohlen (09.12.2024): mehr Stellen."."""
    first = values[0]
    who = named(first.organisation) + ("," if "," in first.organisation else "")
    verb = text(f"answer.{'many' if is_plural(first.organisation) else 'one'}_has")
    told = telling.listed(values, telling.said)
    kind = words("decision_kind", first.subject)
    day = f" ({first.since})" if first.since else ""
    return text(key, verb=verb, who=who, kind=kind, day=day, subjects=told)


def _duty(record: Record, day: date) -> Value:
    to, is_timed = record["made_to"], record["recurrence"] != "regularly"
    whom = "" if german.is_empty(to) else after("an", to, Case.ACCUSATIVE)
    return value(
        COMMITMENTS,
        record,
        inside(record["promise"]),
        state=record["state"],
        state_words=words("recurrence", record["recurrence"]) if is_timed else "",
        details=tuple(filter(None, (whom, expected_reports.in_short(record, day)))),
    )


def _question(record: Record) -> Value:
    answer = record["answer"]
    return value(
        QUESTIONS,
        record,
        record["question"],
        state=record["state"],
        state_words=words("question_state", record["state"]),
        details=() if german.is_empty(answer) else (answer,),
    )
