"""Who has which role in case management: commissions, carries out, employs, supervises, passes on."""

from collections.abc import Callable
from dataclasses import replace

from kim import german
from kim.answers.answer import Choice, Value
from kim.answers.statements import Told
from kim.answers.telling import Telling, said
from kim.answers.values import distinct, holding, split_by_surety, sure_first, value
from kim.facts import Record
from kim.german_nouns import Case, is_plural, listed, named, opening
from kim.texts import text

TABLE = "carriers"
CASE_MANAGEMENT = ("2", None)


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
        told = telling.values or telling.beside
        if not told:
            return ""
        subjects = [_subject(each) for each in told]
        is_many = len(told) > 1 or is_plural(told[0].organisation)
        words = text(f"answer.{key}_{'many' if is_many else 'one'}", who=listed(subjects))
        return f"{opening(words)}."

    return tell


def tell_grant(telling: Telling) -> str:
    """The sentence on who receives the grant and passes it on, to whom."""
    told = telling.values or telling.beside
    parts = [
        f"{_subject(each)} {each.state_words}" + (f" ({each.subject})" if each.subject else "")
        for each in told
    ]
    return f"{opening('; '.join(parts))}." if parts else ""


def text_of(value: Value) -> str:
    """Since when a role is held, where a date of its own says so."""
    return value.since if value.since.startswith("ab ") else ""


def _subject(value: Value) -> str:
    return said(replace(value, words=named(value.organisation)), text_of(value))


def _value(record: Record) -> Value:
    name = record["organisation_name"]
    counterpart = record["counterpart_name"]
    area = record["area"]
    details = () if german.is_empty(area) else (text("answer.area", area=area),)
    if is_district_duty(record):
        details = (*details, text("answer.for_whole"))
    return value(
        TABLE,
        record,
        name,
        state=record["role"],
        state_words=text(f"answer.role_{record['role']}"),
        details=details,
        organisation=name,
        subject=""
        if german.is_empty(counterpart)
        else text("answer.to", who=named(counterpart, Case.ACCUSATIVE)),
    )


def is_district_duty(record: Record) -> bool:
    """Whether a role is told of the programme as a whole, not of case management."""
    return record["module"] is None and record["role"] == "supervises"
