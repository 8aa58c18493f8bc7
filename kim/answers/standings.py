"""Commitments: how many are overdue, open and kept, and which are overdue."""

from collections import Counter

from kim.answers.answer import Choice, Value
from kim.answers.statements import Told
from kim.answers.telling import Telling
from kim.answers.values import holding, split_by_surety, sure_first, value
from kim.commitments import Standing, may_be_overdue, overdue_since, standing
from kim.facts import Record
from kim.german_nouns import inside, listed
from kim.texts import text

TABLE = "commitments"
ORDER = tuple(each.value for each in Standing)
STILL_OPEN = (Standing.DUE.value, Standing.OPEN.value)


def commitments(told: Told) -> Choice:
    """Every commitment with where it stands on the day, the overdue ones first."""
    values = [_value(each, told) for each in sure_first(holding(told, TABLE))]
    values.sort(key=lambda each: ORDER.index(each.state))
    return Choice(*split_by_surety(values))


def tell_commitments(telling: Telling) -> str:
    """How many stand how, the unsure ones counted as well; then those that are overdue, else open."""
    told = (*telling.values, *telling.beside)
    if not told:
        return ""
    numbers = Counter(text(f"answer.standing_{each.state}") for each in told)
    counts = listed([f"{number} {words}" for words, number in numbers.items()])
    sentence = text("answer.commitments", where=telling.where, counts=counts)
    return " ".join(filter(None, (sentence, _named(telling, told))))


def _named(telling: Telling, told: tuple[Value, ...]) -> str:
    for key, states in (("overdue", (Standing.OVERDUE.value,)), ("still_open", STILL_OPEN)):
        if found := [each for each in told if each.state in states]:
            return text(f"answer.{key}", promises=telling.listed(found, telling.said))
    return ""


def _value(record: Record, told: Told) -> Value:
    stands = standing(record, told.day)
    scope = []
    if stands is Standing.OVERDUE:
        scope.append(text("answer.overdue_since", day=overdue_since(record)))
    elif may_be_overdue(record, told.day):
        scope.append(text("answer.may_be_overdue"))
    return value(
        TABLE,
        record,
        inside(record["promise"]),
        state=stands.value,
        state_words=text(f"answer.standing_{stands.value}"),
        scope=tuple(scope),
        details=(record["made_by"],),
    )
