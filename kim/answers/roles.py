"""Who has which role in case management: commissions, carries out, employs, supervises, passes on."""

from collections.abc import Callable, Sequence
from dataclasses import replace

from kim import german
from kim.answers.answer import Choice, Value
from kim.answers.statements import Told
from kim.answers.telling import Telling, attached, several, without
from kim.answers.values import distinct, holding, split_by_surety, sure_first, value
from kim.facts import Record
from kim.german_nouns import Case, is_plural, listed, named, opening
from kim.texts import text

TABLE = "carriers"
CASE_MANAGEMENT = ("2", None)
RECEIVES, PASSES_ON = "receives_grant", "passes_on_grant"


class RoleOf:
    """Which organisations have one of these roles, in case management or in the programme."""

    def __init__(self, *roles: str, modules: tuple[str | None, ...] = CASE_MANAGEMENT) -> None:
        self.roles = roles
        self.modules = modules

    def __call__(self, told: Told) -> Choice:
        rows = [
            each
            for each in holding(told, TABLE)
            if each["role"] in self.roles and each["module"] in self.modules
        ]
        return Choice(*split_by_surety(distinct([_value(each) for each in sure_first(rows)])))


def tell_role(key: str) -> Callable[[Telling], str]:
    """The sentence on a role; `key` names its texts for one and for several organisations."""

    def tell(telling: Telling) -> str:
        if not telling.told:
            return ""
        return _sentence(telling, f"answer.{key}", _by_organisation(telling.told))

    return tell


def tell_grant(telling: Telling) -> str:
    """The sentence on who receives the grant and passes it on, to whom."""
    by_role = {
        role: _by_organisation([each for each in telling.told if each.state == role])
        for role in (RECEIVES, PASSES_ON)
    }
    receiving, passing = by_role[RECEIVES], by_role[PASSES_ON]
    named = [each.subject for each in passing if each.subject]
    ways = listed(named) if named else ""
    whose = [[each.organisation for each in values] for values in by_role.values()]
    if len(receiving) == 1 and whose[0] == whose[1][:1] == whose[1]:
        key, tellers = "answer.receives_and_passes_on", receiving
        return _sentence(telling, key, tellers, ways)
    parts = [
        _sentence(telling, f"answer.{role}", values, ways)
        for role, values in by_role.items()
        if values
    ]
    return " ".join(parts)


def _sentence(telling: Telling, key: str, values: Sequence[Value], ways: str = "") -> str:
    """Who does it; what makes all of them unsure stands at the end."""
    shared = [each for each in values[0].doubts if all(each in one.doubts for one in values)]
    bare = without(values, shared)
    names = [_subject(telling, each) for each in bare]
    is_long = telling.is_brief and len(names) > telling.most + 1
    who = several(names, telling.most) if is_long else listed(names)
    is_many = len(bare) > 1 or is_plural(bare[0].organisation)
    words = text(f"{key}_{'many' if is_many else 'one'}", who=who, ways=f" {ways}" if ways else "")
    return f"{opening(attached(words, '; '.join(shared)))}."


def _by_organisation(values: Sequence[Value]) -> list[Value]:
    """One value for each organisation, as it is believed first; its areas unless one speaks of all."""
    found: dict[str, list[Value]] = {}
    for each in values:
        found.setdefault(each.organisation, []).append(each)
    return [_joined(each) for each in found.values()]


def _joined(values: Sequence[Value]) -> Value:
    is_everywhere = any(not each.scope for each in values)
    areas = [] if is_everywhere else dict.fromkeys(part for each in values for part in each.scope)
    ways = dict.fromkeys(each.subject for each in values if each.subject)
    return replace(values[0], scope=tuple(areas), subject=listed(list(ways)) if ways else "")


def _subject(telling: Telling, value: Value) -> str:
    since = value.since if value.since.startswith("ab ") and not telling.is_brief else ""
    return telling.said(replace(value, words=named(value.organisation)), since)


def _value(record: Record) -> Value:
    name = record["organisation_name"]
    counterpart = record["counterpart_name"]
    area = record["area"]
    scope = () if german.is_empty(area) else (area,)
    if is_district_duty(record):
        scope = (*scope, text("answer.for_whole"))
    return value(
        TABLE,
        record,
        name,
        state=record["role"],
        state_words=text(f"answer.role_{record['role']}"),
        scope=scope,
        organisation=name,
        subject=""
        if german.is_empty(counterpart)
        else text("answer.to", who=named(counterpart, Case.ACCUSATIVE)),
    )


def is_district_duty(record: Record) -> bool:
    """Whether a role is told of the programme as a whole, not of case management."""
    return record["module"] is None and record["role"] == "supervises"
