"""What may be set side by side: shares of the population, a middle of many, differences of unit, peers."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from statistics import quantiles

from kim import queries
from kim.answers.answer import Answer, AnswerState, Role, Value
from kim.answers.asking import answers_of
from kim.answers.places import above_of, region
from kim.answers.questions import BY_ID
from kim.answers.statements import Told
from kim.answers.work import population
from kim.queries import View
from kim.regions import LAND
from kim.view import day_shown

PER = 100_000
FEWEST_FOR_A_MIDDLE = 5
MOST_PEERS = 5


class NotComparable(StrEnum):
    """Why a number cannot be set against the population."""

    NOTHING = "nothing"  # no number found
    MIXED = "mixed"  # posts and persons together
    CLAIMED = "claimed"  # by a speaker, not confirmed
    HEDGED = "hedged"  # a bound or an estimate, or only possible on the day
    UNCOUNTED = "uncounted"  # a part of it has no number
    NO_POPULATION = "no_population"
    PART = "part"  # only a part of the posts, or more were added since


@dataclass(frozen=True)
class PerHead:
    """Posts or persons for each 100,000 inhabitants, with the population they are set against.

    `is_sure`: read from the full text; else it stands in parentheses.
    """

    number: float
    unit: str
    population: Value
    is_sure: bool


@dataclass(frozen=True)
class Middle:
    """Median and quartiles of `count` comparable places."""

    count: int
    lower: float
    median: float
    upper: float


@dataclass(frozen=True)
class Peer:
    """A place to compare with, and how many people live there; `population` is None where unknown."""

    place: str
    population: int | None


@queries.remembered
def populations(places: tuple[str, ...], view: View) -> dict[str, Value]:
    """The newest sure population of each place that has one."""
    regions = tuple(sorted({key for place in places for key in above_of(place).values()}))
    asked, day = View(regions, view.held_on, view.known_on), day_shown(view)
    found = ((place, population(Told(place, asked, day))) for place in places)
    return {place: value for place, value in found if value}


def per_head(answer: Answer, people: Value | None) -> PerHead | NotComparable:
    """The posts for each 100,000 inhabitants, or why that would say more than is known."""
    if not BY_ID[answer.question].is_per_head or not answer.values:
        return NotComparable.NOTHING
    if people is None or not people.number:
        return NotComparable.NO_POPULATION
    value = answer.values[0]
    if reason := _not_comparable(answer.values):
        return reason
    if any(each.role is Role.INCREASE for each in answer.beside):
        return NotComparable.PART
    return PerHead((value.number or 0) * PER / people.number, value.unit, people, value.is_sure)


def _not_comparable(values: Sequence[Value]) -> NotComparable | None:
    """Why these values are no one number; posts and the persons on them are one where they agree."""
    whole = [value for value in values if not value.area]
    if any(value.number is None for value in values):
        return NotComparable.UNCOUNTED
    if any(value.basis == "claimed" for value in values):
        return NotComparable.CLAIMED
    if any(value.is_hedged or not value.is_certain for value in values):
        return NotComparable.HEDGED
    units = {value.unit for value in values}
    if len(units) > 1 and (len({value.number for value in values}) > 1 or len(whole) < len(values)):
        return NotComparable.MIXED
    is_one = len(values) == len(units) and (len(whole) == len(values) or len(values) == 1)
    return None if is_one else NotComparable.PART


def middle(numbers: Sequence[float]) -> Middle | None:
    """Median and quartiles from five numbers on; None for fewer."""
    if len(numbers) < FEWEST_FOR_A_MIDDLE:
        return None
    lower, median, upper = quantiles(numbers, n=4, method="inclusive")
    return Middle(len(numbers), lower, median, upper)


def differing_units(answers: Mapping[str, Answer]) -> frozenset[str]:
    """The places whose number has another unit than that of the first place that has one."""
    units = {place: _units(answer) for place, answer in answers.items()}
    first = next((each for each in units.values() if each), frozenset())
    return frozenset(place for place, each in units.items() if each and each != first)


def peers(place: str, view: View, most: int = MOST_PEERS) -> tuple[Peer, ...]:
    """The places of the same kind nearest in size of which a number on posts is found."""
    known = {each["ags"]: each["kind"] for _, each in queries.places().iterrows()}
    alike = tuple(
        ags
        for ags, kind in known.items()
        if kind == region(place).kind and ags not in (place, LAND)
    )
    answered = answers_of(alike, view)
    named = [ags for ags in alike if _has_number(answered[ags])]
    people = populations((place, *named), view)
    own = _number(people.get(place))
    ranked = sorted(named, key=lambda ags: (_distance(own, _number(people.get(ags))), ags))
    return tuple(Peer(ags, _number(people.get(ags))) for ags in ranked[:most])


def _has_number(answers: Mapping[str, Answer]) -> bool:
    answer = answers["case_management_posts"]
    return answer.state is not AnswerState.NOTHING


def _units(answer: Answer) -> frozenset[str]:
    return frozenset(value.unit for value in answer.values if value.number is not None)


def _number(value: Value | None) -> int | None:
    return None if value is None or value.number is None else int(value.number)


def _distance(own: int | None, other: int | None) -> float:
    """How much larger one is than the other; the largest distance where one is unknown."""
    if not own or not other:
        return float("inf")
    return max(own, other) / min(own, other)
