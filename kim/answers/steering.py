"""Steering: which bodies there are, where they sit and who belongs to them; concepts and instruments."""

import re
from collections.abc import Callable, Sequence
from dataclasses import replace

from kim import german
from kim.answers.answer import Choice, Value
from kim.answers.statements import Told
from kim.answers.telling import Telling
from kim.answers.values import (
    distinct,
    holding,
    newest,
    split_by_surety,
    sure_first,
    value,
)
from kim.facts import Record, words
from kim.german_nouns import administrations, after, inside, is_plural, named, opening
from kim.texts import text

BODIES, INSTRUMENTS, QUESTIONS = "bodies", "instruments", "open_questions"
STEERING, OPERATIVE = ("strategic", "coordinating"), "operative"
LEVELS = (*STEERING, OPERATIVE)
TO_BE = ("planned", "recommended")
STATES = ("exists", *TO_BE)
OF_BODIES = (*STATES, "dissolved")
CONCEPT = "concept"
OF_INSTRUMENTS = ("in_use", "completed", "in_development", "planned")
CARRIERS = re.compile(r"träger|wohlfahrt|caritas|diakoni|awo\b|drk\b|parität", re.IGNORECASE)
APART = re.compile(r"doppel|abgrenz|grenzt|unterscheide", re.IGNORECASE)
ON_APART = {
    "objectives": "label",
    "instruments": "purpose",
    "open_questions": "question",
    "decisions": "conditions",
}


def bodies(told: Told) -> Choice:
    """One value for each body that steers or works, the highest first; political bodies are not among them."""
    found: dict[str, list[Record]] = {}
    for each in sure_first(holding(told, BODIES)):
        if each["level"] in LEVELS:
            found.setdefault(each["body"], []).append(each)
    values = [_body(rows) for rows in found.values() if newest(rows, OF_BODIES)["state"] in STATES]
    values.sort(key=lambda each: LEVELS.index(each.subject))
    return Choice(*split_by_surety(values))


def carriers_in_steering(told: Told) -> Choice:
    """The bodies whose members are said to be carriers, or to come from them."""
    rows = [
        each
        for each in sure_first(holding(told, BODIES))
        if each["level"] in STEERING
        and each["state"] in STATES
        and CARRIERS.search(each["members"] or "")
    ]
    return Choice(*split_by_surety(distinct([_body([each]) for each in rows])))


def concepts(told: Told) -> Choice:
    """The concepts there are or are to come."""
    return _instruments(told, is_concept=True)


def instruments(told: Told) -> Choice:
    """Methods, agreements, working groups, surveys and programmes."""
    return _instruments(told, is_concept=False)


def kept_apart(told: Told) -> Choice:
    """How KIM is kept apart from the advice there is: goals, methods, conditions and answers on it."""
    values = []
    for table, column in ON_APART.items():
        rows = [each for each in holding(told, table) if _is_on_apart(table, each[column], each)]
        values += [_apart(table, column, each) for each in sure_first(rows)]
    return Choice(*split_by_surety(distinct(values)))


def tell_bodies(telling: Telling) -> str:
    """The sentence on the bodies that steer, and one on those that work together below them."""
    steer = [each for each in telling.told if each.subject in STEERING]
    work = [each for each in telling.told if each.subject == OPERATIVE]
    parts = [_tell_bodies(telling, "bodies", steer), _tell_bodies(telling, "operative", work)]
    return " ".join(filter(None, parts))


def tell_carriers_in_steering(telling: Telling) -> str:
    """The sentence on the part that independent carriers have in steering."""
    if not telling.told:
        return ""
    told = telling.listed(
        telling.told,
        lambda each: after("in", each.organisation) + telling.bracket(each, *each.details),
    )
    return text("answer.carriers_in_steering", where=opening(telling.where), bodies=told)


def tell_listed(key: str) -> Callable[[Telling], str]:
    """The sentence that lists what was found; `key` names its text."""

    def tell(telling: Telling) -> str:
        if not telling.told:
            return ""
        told = telling.listed(telling.told, lambda each: telling.said(each, *_state(each)))
        return text(f"answer.{key}", where=opening(telling.where), things=told)

    return tell


def _tell_bodies(telling: Telling, key: str, bodies: Sequence[Value]) -> str:
    if not bodies:
        return ""
    told = telling.listed(bodies, lambda each: _said_of(telling, each))
    is_one = len(bodies) == 1 and not is_plural(bodies[0].organisation)
    is_to_be = all(each.state in TO_BE for each in bodies)
    verb = f"answer.{key}{'_to_be' if is_to_be else ''}_{'one' if is_one else 'many'}"
    return text(verb, where=opening(telling.where), bodies=told)


def _said_of(telling: Telling, value: Value) -> str:
    """A body with what belongs to it, but not again the place that the sentence begins with."""
    place = telling.region.name
    hosts = {after("bei", each) for each in administrations(place)}
    name = named(value.organisation.removesuffix(f" {place}"))
    details = tuple(each for each in value.details if each not in hosts)
    return telling.said(replace(value, words=name, details=details), value.state_words)


def _state(value: Value) -> tuple[str, ...]:
    """The state of a thing; that it is in use goes without saying."""
    return () if value.state in ("in_use", "") else (value.state_words,)


def _body(rows: list[Record]) -> Value:
    """One body of several statements: the newest state, and the first that names host and members."""
    state = newest(rows, OF_BODIES)["state"]
    same = [each for each in rows if each["state"] == state]
    first = same[0]
    details = [after("bei", host) for host in _first(same, "host_name")]
    details += [text("answer.members", names=members) for members in _first(same, "members")]
    return value(
        BODIES,
        first,
        first["body"],
        state=first["state"],
        state_words="" if first["state"] == "exists" else words("body_state", first["state"]),
        subject=first["level"],
        organisation=first["body"],
        details=tuple(details),
    )


def _first(rows: list[Record], column: str) -> list[str]:
    return [each[column] for each in rows if not german.is_empty(each[column])][:1]


def _is_on_apart(table: str, said: str | None, record: Record) -> bool:
    is_answered = table != QUESTIONS or not german.is_empty(record["answer"])
    return is_answered and bool(APART.search(said or ""))


def _instruments(told: Told, *, is_concept: bool) -> Choice:
    rows = [each for each in holding(told, INSTRUMENTS) if (each["kind"] == CONCEPT) == is_concept]
    found: dict[str, list[Record]] = {}
    for each in sure_first(rows):
        found.setdefault(each["label"], []).append(each)
    shown = [newest(each, OF_INSTRUMENTS) for each in found.values()]
    shown.sort(key=lambda each: OF_INSTRUMENTS.index(each["state"]))
    return Choice(*split_by_surety([_instrument(each) for each in shown]))


def _instrument(record: Record) -> Value:
    purpose = record["purpose"]
    return value(
        INSTRUMENTS,
        record,
        inside(record["label"]),
        state=record["state"],
        state_words=words("instrument_state", record["state"]),
        subject="" if german.is_empty(purpose) else purpose,
    )


def _apart(table: str, column: str, record: Record) -> Value:
    """What is said on it: of a question its answer, of all else its own words."""
    is_question = table == QUESTIONS
    said = record["answer"] if is_question else record[column]
    label = record["label"] if table == INSTRUMENTS else ""
    details = () if german.is_empty(label) else (inside(label),)
    return value(table, record, inside(said), details=details)
