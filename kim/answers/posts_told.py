"""How posts and persons read in a sentence."""

import re
from collections.abc import Callable, Sequence
from dataclasses import replace

from kim.answers.answer import Role, Value
from kim.answers.posts import FILLINGS
from kim.answers.posts_listed import AT_DISTRICT, HALVES
from kim.answers.telling import Telling, attached, without_shared_doubts
from kim.german import without_parentheses
from kim.german_nouns import after, listed, opening
from kim.texts import text

MOST_BESIDE, FEWEST_WITH_ONE_TIME = 2, 3
MODULE_2 = "2"
WORKING = ("persons", "filled")
CASE_MANAGEMENT = "answer.in_case_management"
WHOLE_TOWNS = re.compile("(kreisangehörige )?Kommunen")
WITHOUT_TOTAL = (Role.INCREASE, Role.PART, Role.UNCOUNTED)


def posts_in(field: str) -> Callable[[Telling], str]:
    """The sentence on the posts of a module, whose field is a text such as "answer.in_case_management"."""

    def tell(telling: Telling) -> str:
        if not telling.values:
            return _without_total(telling, text(field))
        (first, *others), shared = without_shared_doubts(_with_employers(telling))
        clauses = [_opened(telling, first, _field(first, text(field)))]
        for each in others:
            is_same = each.subject == first.subject
            clauses.append(_clause(telling, each, "" if is_same else _field(each, "")))
        parts = [attached("; ".join(clauses), shared), *_beside(telling, first)]
        if _is_filling_unknown(telling):
            one = len(telling.values) == 1 and first.number == 1
            parts.append(text(f"answer.filling_unknown_{'one' if one else 'many'}"))
        return f"{'; '.join(parts)}."

    return tell


def tell_posts(telling: Telling) -> str:
    """The sentence that lists posts and persons, each with the field in which they work."""
    if not telling.told:
        return ""
    told, shared = _without_shared_since(telling.told)
    said = telling.listed(told, lambda each: _clause(telling, each, _field(each, "")))
    said = said if telling.is_brief else attached(said, shared)
    return f"{opening(telling.where)}: {said}."


def tell_filled(telling: Telling) -> str:
    """The sentence on what is filled or vacant; that of case management nothing is known."""
    told = tell_posts(telling)
    if not told or any(each.module in ("", MODULE_2) for each in telling.told):
        return told
    return f"{told} {text('answer.case_management_filling_unknown')}"


def _without_shared_since(values: Sequence[Value]) -> tuple[tuple[Value, ...], str]:
    """Three values or more without the time that all of them share, and this time in words."""
    times = {each.since for each in values}
    if len(values) < FEWEST_WITH_ONE_TIME or len(times) > 1:
        return tuple(values), ""
    said = text("answer.all", doubts=values[0].since)
    return tuple(replace(each, since="") for each in values), said


def tell_shared(telling: Telling) -> str:
    """The sentences on what stands at a district and what in its towns, or on the posts of one town."""
    if telling.region.kind != "district":
        return tell_posts(telling)
    if not telling.told:
        return text("answer.not_of_district", whose=telling.region.of)
    return " ".join(_half(telling, name) for name in HALVES)


def _half(telling: Telling, name: str) -> str:
    half = [each for each in telling.values if each.subject == name] or [
        each for each in telling.beside if each.subject == name
    ]
    where = {"at": after("bei", telling.region.name), "where": telling.where}
    if not half:
        return text(f"answer.not_{name}", **where)
    bare = [_without_half(each) for each in half]
    told = telling.listed(bare, lambda each: _clause(telling, each, text(CASE_MANAGEMENT)))
    return opening(text(f"answer.{name}", posts=told, **where))


def _without_half(value: Value) -> Value:
    """Without what the sentence has said already: that it is at the district, or in the towns."""
    scope = tuple(each for each in value.scope if not WHOLE_TOWNS.fullmatch(each))
    is_said = value.subject == AT_DISTRICT
    return replace(value, scope=scope, details=() if is_said else value.details)


def tell_limited(telling: Telling) -> str:
    """The sentence on posts with a time limit."""
    if not telling.told:
        return ""
    told = telling.listed(
        telling.told,
        lambda each: (
            " ".join(filter(None, (each.words, _field(each, ""), each.since)))
            + telling.bracket(each)
        ),
    )
    return text("answer.limited", where=opening(telling.where), posts=told)


def _opened(telling: Telling, value: Value, field: str) -> str:
    verb, participle = verb_of(value)
    words = (opening(telling.where), verb, field, value.words, participle)
    return " ".join(filter(None, words)) + _bracket(telling, value, *_previous(telling, value))


def _previous(telling: Telling, value: Value) -> list[str]:
    """What it was before; briefly only what is as sure."""
    return [
        text("answer.previous", words=", ".join((_bare(each), *_more_doubts(each, value))))
        for each in telling.with_role(Role.PREVIOUS)
        if (each.unit, each.subject) == (value.unit, value.subject)
        and not (telling.is_brief and value.is_sure and not each.is_sure)
    ][:1]


def _more_doubts(value: Value, than: Value) -> list[str]:
    return [each for each in value.doubts if each not in than.doubts]


def _clause(telling: Telling, value: Value, field: str) -> str:
    verb, participle = verb_of(value)
    if value.number is None:
        noun, _, unnamed = without_parentheses(value.words).partition(", ")
        words = (noun, field, verb, value.state_words)
        return " ".join(filter(None, words)) + _bracket(telling, value, unnamed)
    middle = (field, verb) if participle else (verb, field or text("answer.there"))
    return " ".join(filter(None, (value.words, *middle, participle))) + _bracket(telling, value)


def verb_of(value: Value) -> tuple[str, str]:
    """The verb, and what follows at the end: ("sind", "eingerichtet"), ("arbeiten", "")."""
    is_staff = value.number is None and value.unit == "persons"
    number = "one" if value.number == 1 or is_staff else "many"
    if (value.unit, value.state) == WORKING and value.number is not None:
        return text(f"answer.{number}_works"), ""
    return text(f"answer.{number}_is"), value.state_words


def _field(value: Value, field: str) -> str:
    """Where the posts work; that of another function than the module's main one by its own words."""
    key = f"answer.in_{value.subject}"
    return text(key) if value.subject and text.has(key) else field


def _bare(value: Value) -> str:
    """The words without the parentheses of an unsure number, where its doubts are said beside it."""
    return value.words.replace("(", "").replace(")", "")


def _bracket(telling: Telling, value: Value, *more: str) -> str:
    return telling.bracket(value, *more, "" if telling.is_brief else value.since)


def _with_employers(telling: Telling) -> tuple[Value, ...]:
    """The values; where their employers differ, these are said briefly too."""
    employers = {each.organisation or each.scope for each in telling.values}
    if not telling.is_brief or len(employers) < 2:
        return telling.values
    return tuple(
        replace(each, scope=(*each.scope, *each.details), details=()) for each in telling.values
    )


def _beside(telling: Telling, first: Value) -> list[str]:
    parts = []
    for role in (Role.FOLLOWS, Role.CONTRADICTS, Role.LESS_SURE, Role.INCREASE):
        found = telling.with_role(role)[: min(telling.most, MOST_BESIDE)]
        if found:
            bare, shared = without_shared_doubts(found)
            said = [_noted(telling, each, first) for each in bare]
            parts.append(text(f"answer.{role}", words=attached(listed(said), shared)))
    return parts


def _noted(telling: Telling, value: Value, first: Value) -> str:
    field = "" if value.subject == first.subject else _field(value, "")
    words = (value.words, field, value.state_words)
    return " ".join(filter(None, words)) + _bracket(telling, value)


def _without_total(telling: Telling, field: str) -> str:
    found = [each for each in telling.beside if each.role in WITHOUT_TOTAL][: telling.most]
    if not found:
        return ""
    words = telling.listed(found, lambda each: _clause(telling, each, ""))
    return text("answer.no_total", where=opening(telling.where), field=field, words=words)


def _is_filling_unknown(telling: Telling) -> bool:
    told: Sequence[Value] = (*telling.values, *telling.beside)
    is_told = any(each.state in FILLINGS for each in told)
    return not is_told and telling.values[0].is_sure
