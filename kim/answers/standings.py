"""Commitments: how many are open, of how many the date is past, and which these are."""

from kim.answers.answer import Choice, Value
from kim.answers.statements import Told
from kim.answers.telling import Telling
from kim.answers.values import holding, split_by_surety, sure_first, value
from kim.commitments import STILL_OPEN, Standing, may_be_overdue, overdue_since, standing
from kim.facts import Record
from kim.german_nouns import inside, listed
from kim.texts import text

TABLE = "commitments"
ORDER = tuple(each.value for each in Standing)
NAMED = {
    "overdue": (Standing.OVERDUE,),
    "still_open": (Standing.DUE, Standing.OPEN),
    "prospective": (Standing.PROSPECTIVE,),
}


def commitments(told: Told) -> Choice:
    """Every commitment with where it stands on the day, the overdue ones first."""
    values = [_value(each, told) for each in sure_first(holding(told, TABLE))]
    values.sort(key=lambda each: ORDER.index(each.state))
    return Choice(*split_by_surety(values))


def tell_commitments(telling: Telling) -> str:
    """How many are open, of how many the date is past, the unsure ones counted as well; then which."""
    told = (*telling.values, *telling.beside)
    if not told:
        return ""
    sentence = text("answer.commitments", where=telling.where, counts=listed(_counts(told)))
    return " ".join(filter(None, (sentence, _named(telling, told))))


def _counts(told: tuple[Value, ...]) -> list[str]:
    """For example "6 offen (davon 2, bei denen der Termin vorbei ist)", "1 eingelöst"."""
    still_open = len(_standing(told, *STILL_OPEN))
    numbers = {each: len(_standing(told, each)) for each in Standing}
    counts = []
    if still_open:
        parts = [
            text(f"answer.open_{each.value}", number=numbers[each])
            for each in (Standing.OVERDUE, Standing.RECURRING)
            if numbers[each]
        ]
        counts.append(text("answer.still_open_count", number=still_open) + _of_these(parts))
    return counts + [
        text(f"answer.standing_{each.value}", number=numbers[each])
        for each in Standing
        if each not in STILL_OPEN and numbers[each]
    ]


def _of_these(parts: list[str]) -> str:
    return text("answer.open_of_these", parts=listed(parts)) if parts else ""


def _standing(told: tuple[Value, ...], *standings: Standing) -> list[Value]:
    states = [each.value for each in standings]
    return [each for each in told if each.state in states]


def _named(telling: Telling, told: tuple[Value, ...]) -> str:
    for key, standings in NAMED.items():
        if found := _standing(told, *standings):
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
        state_words=text(f"answer.stands_{stands.value}"),
        scope=tuple(scope),
        details=(record["made_by"],),
    )
