"""Evaluation: on which level, in which state, until when, with which results."""

from kim import german
from kim.answers.answer import Choice, Value
from kim.answers.statements import Told
from kim.answers.telling import Telling, said, several
from kim.answers.values import holding, split_by_surety, sure_first, value
from kim.facts import Record, words
from kim.german_nouns import opening
from kim.texts import text

TABLE = "evaluations"
STATES = ("completed", "running", "planned", "under_discussion", "dropped", "none")
LEVELS = ("land", "district", "local")


def evaluations(told: Told) -> Choice:
    """One value for each level and state; what is evaluated stands in its details."""
    found: dict[tuple[str, str], list[Record]] = {}
    for each in sure_first(holding(told, TABLE)):
        found.setdefault((each["level"], each["status"]), []).append(each)
    order = sorted(found, key=lambda key: (LEVELS.index(key[0]), STATES.index(key[1])))
    return Choice(*split_by_surety([_value(found[key]) for key in order]))


def results(told: Told) -> Choice:
    """What is said of results, for each level."""
    rows = [each for each in holding(told, TABLE) if not german.is_empty(each["results"])]
    values = [_result(each) for each in sure_first(rows)]
    return Choice(*split_by_surety(values))


def tell_evaluations(telling: Telling) -> str:
    """The sentence on evaluation, level by level."""
    levels: dict[str, list[Value]] = {}
    for each in telling.values or telling.beside:
        levels.setdefault(each.subject, []).append(each)
    parts = [_on_level(level, told) for level, told in levels.items()]
    return f"{'. '.join(parts)}." if parts else ""


def tell_results(telling: Telling) -> str:
    """The sentence on results."""
    told = [
        f"{text(f'answer.level_{each.subject}')} {said(each)}"
        for each in telling.values or telling.beside
    ]
    return text("answer.results", results=several(told)) if told else ""


def _on_level(level: str, told: list[Value]) -> str:
    where = opening(text(f"answer.level_{level}"))
    if len(told) == 1:
        return f"{where} {text(f'answer.evaluation_{told[0].state}')}{_bracket(told[0])}"
    states = ", ".join(f"{each.words}{_bracket(each)}" for each in told)
    return text("answer.level_states", level=where, states=states)


def _bracket(value: Value) -> str:
    parts = [each for each in (*value.details, *value.doubts) if each]
    return f" ({'; '.join(parts)})" if parts else ""


def _value(rows: list[Record]) -> Value:
    """The value of the statements on one level in one state; the first that names an end proves it."""
    first = next((each for each in rows if not german.is_empty(each["ends"])), rows[0])
    subjects = list(dict.fromkeys(each["subject"] for each in rows if each["subject"]))
    details = []
    if not german.is_empty(first["ends"]):
        details.append(text("answer.until", day=german.partial_date(first["ends"])))
    if not german.is_empty(first["evaluator"]):
        details.append(text("answer.evaluator", name=first["evaluator"]))
    if subjects:
        details.append(several(subjects))
    status = first["status"]
    return value(
        TABLE,
        first,
        words("evaluation_status", status),
        state=status,
        state_words=words("evaluation_status", status),
        subject=first["level"],
        details=tuple(details),
    )


def _result(record: Record) -> Value:
    state = record["results"]
    return value(
        TABLE,
        record,
        words("evaluation_results", state),
        state=state,
        state_words=words("evaluation_results", state),
        subject=record["level"],
    )
