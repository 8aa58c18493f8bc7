"""Evaluation: on which level, in which state, until when, with which results."""

import re
from dataclasses import replace

from kim import german
from kim.answers.answer import Choice, Value
from kim.answers.statements import Told
from kim.answers.telling import Telling, attached, several, without_shared_doubts
from kim.answers.values import holding, split_by_surety, sure_first, value
from kim.facts import Record, words
from kim.german_nouns import Case, inside, named, opening
from kim.texts import text

PROGRAMME = "KIM"
TABLE = "evaluations"
STATES = ("completed", "running", "planned", "under_discussion", "dropped", "none")
EVALUATION = re.compile(r"\w+e Evaluation\b[^;]*")
OVER = ("completed", "dropped")
LOCAL = "local"
LEVELS = ("land", "district", LOCAL)
MUNICIPALITY = "municipality"
MOST_SUBJECTS = 2


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
    for each in telling.told:
        levels.setdefault(each.subject, []).append(each)
    parts = [_on_level(telling, level, told) for level, told in levels.items()]
    return f"{'. '.join(parts)}." if parts else ""


def tell_results(telling: Telling) -> str:
    """The sentence on results."""
    if not telling.told:
        return ""
    told = telling.listed(
        telling.told,
        lambda each: f"{text(f'answer.level_{each.subject}')} {telling.said(each)}",
    )
    return text("answer.results", where=telling.where, results=told)


def _on_level(telling: Telling, level: str, told: list[Value]) -> str:
    """One clause for each state; of several each says of what, as subject of its own clause."""
    bare, shared = without_shared_doubts([_with_day(each) for each in told])
    where, (first, *others) = opening(_where(telling, level)), bare
    what = _what(first) if others else text("answer.an_evaluation")
    clauses = [f"{where} {_clause(telling, 'evaluation', first, what)}"]
    clauses += [_clause(telling, "also", each, _what(each)) for each in others]
    return attached("; ".join(clauses), shared)


def _where(telling: Telling, level: str) -> str:
    """For example "auf Landesebene"; what a town says of itself is said to be there."""
    is_here = level == LOCAL and telling.region.kind == MUNICIPALITY
    return telling.where if is_here else text(f"answer.level_{level}")


def _clause(telling: Telling, key: str, value: Value, what: str) -> str:
    """For example "findet keine Evaluation statt (alle Bausteine)"; what it names is not said again."""
    is_named = what != text("answer.an_evaluation")
    told = telling.bracket(replace(value, details=()) if is_named else value)
    return text(f"answer.{key}_{value.state}", what=what) + told


def _with_day(value: Value) -> Value:
    """A value with its day, or that of its document, where it may have changed since."""
    if value.state in OVER:
        return value
    is_lasting = value.state == "running" or not value.has_own_date
    day = value.since if is_lasting else text("answer.as_of", day=german.partial_date(value.as_of))
    return replace(value, doubts=(day, *value.doubts))


def _what(value: Value) -> str:
    """What is evaluated: "eine wissenschaftliche Evaluation von KIM", "eine Evaluation zu „KIM“"."""
    what, (subject, *_) = text("answer.an_evaluation"), (*value.details, "")
    if not subject:
        return what
    bare = _bare(subject)
    if EVALUATION.fullmatch(subject):
        is_own = value.subject == LOCAL and value.state == "none"
        return f"eine eigene {bare}" if is_own and not bare.startswith("eigene") else f"eine {bare}"
    return f"{what} von KIM" if bare == PROGRAMME else f"{what} zu „{bare}“"


def _bare(subject: str) -> str:
    """What is evaluated, without the words that the level says already."""
    return subject.removesuffix(f" {text('answer.level_local')}")


def _value(rows: list[Record]) -> Value:
    """The value of the statements on one level in one state; the first that names an end proves it."""
    first = next((each for each in rows if not german.is_empty(each["ends"])), rows[0])
    subjects = list(dict.fromkeys(each["subject"] for each in rows if each["subject"]))
    scope = []
    if not german.is_empty(first["ends"]):
        scope.append(german.until(first["ends"]))
    if not german.is_empty(first["evaluator"]):
        evaluator = named(inside(first["evaluator"]), Case.ACCUSATIVE)
        scope.append(text("answer.evaluator", name=evaluator))
    status = first["status"]
    return value(
        TABLE,
        first,
        words("evaluation_status", status),
        state=status,
        state_words=words("evaluation_status", status),
        subject=first["level"],
        scope=tuple(scope),
        details=(several(list(map(inside, subjects)), MOST_SUBJECTS),) if subjects else (),
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
