"""Steering: which bodies there are, where they sit and who belongs to them; concepts and instruments."""

import re
from collections.abc import Callable

from kim import german
from kim.answers.answer import Choice, Value
from kim.answers.statements import Told
from kim.answers.telling import Telling, said, several
from kim.answers.values import distinct, holding, split_by_surety, sure_first, value
from kim.facts import Record, words
from kim.german_nouns import opening
from kim.texts import text

BODIES, INSTRUMENTS = "bodies", "instruments"
STEERING = ("strategic", "coordinating", "operative")
STATES = ("exists", "planned", "recommended")
CONCEPT = "concept"
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
        if each["level"] in STEERING and each["state"] in STATES:
            found.setdefault(each["body"], []).append(each)
    values = [_body(rows) for rows in found.values()]
    values.sort(key=lambda each: STEERING.index(each.subject))
    return Choice(*split_by_surety(values))


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
        rows = [each for each in holding(told, table) if APART.search(each[column] or "")]
        values += [_apart(table, column, each) for each in sure_first(rows)]
    return Choice(*split_by_surety(distinct(values)))


def tell_bodies(telling: Telling) -> str:
    """The sentence on the bodies."""
    told = telling.values or telling.beside
    if not told:
        return ""
    return text(
        "answer.bodies",
        where=opening(telling.where),
        bodies=several([_said(each) for each in told]),
    )


def tell_listed(key: str) -> Callable[[Telling], str]:
    """The sentence that lists what was found; `key` names its text."""

    def tell(telling: Telling) -> str:
        told = [_said(each) for each in telling.values or telling.beside]
        return (
            text(f"answer.{key}", where=opening(telling.where), things=several(told))
            if told
            else ""
        )

    return tell


def _said(value: Value) -> str:
    return said(value, value.state_words)


def _body(rows: list[Record]) -> Value:
    """One body of several statements: the highest state, and the first that names host, members and task."""
    first = min(rows, key=lambda each: STATES.index(each["state"]))
    same = [each for each in rows if each["state"] == first["state"]]
    details = [text("answer.host", name=host) for host in _first(same, "host_name")]
    details += [text("answer.members", names=members) for members in _first(same, "members")]
    return value(
        BODIES,
        first,
        first["body"],
        state=first["state"],
        state_words="" if first["state"] == "exists" else words("body_state", first["state"]),
        subject=first["level"],
        details=(words("body_level", first["level"]), *details),
    )


def _first(rows: list[Record], column: str) -> list[str]:
    return [each[column] for each in rows if not german.is_empty(each[column])][:1]


def _instruments(told: Told, *, is_concept: bool) -> Choice:
    rows = [each for each in holding(told, INSTRUMENTS) if (each["kind"] == CONCEPT) == is_concept]
    newest: dict[str, Record] = {}
    for each in sorted(sure_first(rows), key=_height):
        newest.setdefault(each["label"], each)
    return Choice(*split_by_surety([_instrument(each) for each in newest.values()]))


def _height(record: Record) -> int:
    return ("in_use", "completed", "in_development", "planned").index(record["state"])


def _instrument(record: Record) -> Value:
    purpose = record["purpose"]
    return value(
        INSTRUMENTS,
        record,
        record["label"],
        state=record["state"],
        state_words=words("instrument_state", record["state"]),
        subject="" if german.is_empty(purpose) else purpose,
    )


def _apart(table: str, column: str, record: Record) -> Value:
    answer = record.get("answer")
    said_of = record["label"] if table == INSTRUMENTS else ""
    details = [each for each in (said_of, answer) if not german.is_empty(each)]
    return value(table, record, record[column], details=tuple(details))
