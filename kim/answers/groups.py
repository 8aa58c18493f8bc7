"""Target groups: for whom the offer is, who may not use it, who laid that down."""

from kim import german
from kim.answers.answer import Choice, Value
from kim.answers.statements import Told
from kim.answers.telling import Telling
from kim.answers.values import distinct, holding, split_by_surety, sure_first, value
from kim.facts import Record, words
from kim.german_nouns import after, inside, opening
from kim.texts import text

TABLE = "target_groups"
INCLUDED = ("primary", "also")
MOST_ALSO = 3


def included(told: Told) -> Choice:
    """The groups that the offer is for, the first ones first."""
    rows = [each for each in holding(told, TABLE) if each["inclusion"] in INCLUDED]
    rows = sorted(sure_first(rows), key=lambda each: INCLUDED.index(each["inclusion"]))
    return Choice(*split_by_surety(distinct([_value(each) for each in rows])))


def excluded(told: Told) -> Choice:
    """The groups that may not use it."""
    rows = [each for each in holding(told, TABLE) if each["inclusion"] == "excluded"]
    return Choice(*split_by_surety(distinct([_value(each) for each in sure_first(rows)])))


def deciders(told: Told) -> Choice:
    """Who laid down the groups."""
    rows = [each for each in holding(told, TABLE) if not german.is_empty(each["defined_by"])]
    rows = [each for each in rows if each["inclusion"] in (*INCLUDED, "excluded")]
    values = [value(TABLE, each, each["defined_by"]) for each in sure_first(rows)]
    return Choice(*split_by_surety(distinct(values)))


def tell_included(telling: Telling) -> str:
    """The sentence on the groups, those that come first and those that may use it as well."""
    first, also = (
        [each for each in telling.told if each.state == inclusion] for inclusion in INCLUDED
    )
    parts = []
    if first:
        groups = telling.listed(first, telling.said)
        parts.append(text("answer.groups_primary", where=telling.where, groups=groups))
    if len(also) > (1 if telling.is_brief else MOST_ALSO) and first:
        parts.append(text("answer.groups_more", number=len(also)))
    elif also:
        key = "answer.groups_also" if first else "answer.groups_only_also"
        groups = telling.listed(also, telling.said)
        parts.append(text(key, where=opening(telling.where), groups=groups))
    return " ".join(parts)


def tell_excluded(telling: Telling) -> str:
    """The sentence on who is excluded."""
    if not telling.told:
        return ""
    groups = telling.listed(telling.told, telling.said)
    return text("answer.groups_excluded", where=telling.where, groups=groups)


def tell_deciders(telling: Telling) -> str:
    """The sentence on who laid the groups down."""
    if not telling.told:
        return ""
    who = telling.listed(
        telling.told,
        lambda each: after("von", german.without_parentheses(each.words)) + telling.bracket(each),
    )
    return text("answer.groups_decided", where=telling.where, who=who)


def _value(record: Record) -> Value:
    details = []
    if not german.is_empty(record["age_over"]) and f"{record['age_over']:g}" not in record["label"]:
        details.append(text("answer.age_over", age=int(record["age_over"])))
    if not german.is_empty(record["arrived_after"]):
        details.append(
            text("answer.arrived_after", day=german.partial_date(record["arrived_after"]))
        )
    if not german.is_empty(record["legal_basis"]):
        details.append(record["legal_basis"])
    inclusion = record["inclusion"]
    return value(
        TABLE,
        record,
        inside(record["label"]),
        state=inclusion,
        state_words=words("inclusion", inclusion),
        details=tuple(details),
    )
