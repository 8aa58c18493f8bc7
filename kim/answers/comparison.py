"""What may be set side by side: shares of the population, a middle of many, differences of unit, peers."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from statistics import quantiles

from kim import queries
from kim.answers.answer import Answer, AnswerState, Role, Value
from kim.answers.asking import answers_of
from kim.answers.places import above_of, region
from kim.answers.posts import NOT_THERE
from kim.answers.posts_shown import unsure_posts
from kim.answers.questions import BY_ID
from kim.answers.statements import Told
from kim.answers.work import population
from kim.dates import held
from kim.queries import View
from kim.regions import LAND
from kim.view import day_shown

PER = 100_000
FEWEST_FOR_A_MIDDLE = 5
MOST_PEERS = 5
LARGEST_RATIO = 1.5
PARTS = (Role.PART, Role.INCREASE)


class NotComparable(StrEnum):
    """Why a number cannot be set against the population."""

    NOTHING = "nothing"  # no number found
    MIXED = "mixed"  # posts and persons together
    CLAIMED = "claimed"  # by a speaker, not confirmed
    HEDGED = "hedged"  # a bound or an estimate, or only possible on the day
    UNCOUNTED = "uncounted"  # a part of it has no number
    NO_POPULATION = "no_population"
    PART = "part"  # only a part of the place, or more were added or counted since
    CONTRADICTED = "contradicted"  # another paper has another number for the same time


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


def shares(answers: Mapping[str, Answer], view: View) -> dict[str, PerHead | NotComparable]:
    """By place its posts for each 100,000 inhabitants, or why there is no such number.

    `answers`: those of the places to one question. The only way to a share: maps, tables and files.
    """
    people = populations(tuple(answers), view)
    return {place: per_head(answer, people.get(place)) for place, answer in answers.items()}


def per_head(answer: Answer, people: Value | None) -> PerHead | NotComparable:
    """The posts for each 100,000 inhabitants, or why that would say more than is known.

    Only of the whole of a place: one total that no employer, workplace or area limits, in one unit,
    not older than a part that is told beside it.
    """
    if not BY_ID[answer.question].is_per_head or not (answer.values or answer.beside):
        return NotComparable.NOTHING
    if not answer.values:
        is_part = any(each.role in PARTS for each in answer.beside)
        return NotComparable.PART if is_part else NotComparable.UNCOUNTED
    if people is None or not people.number:
        return NotComparable.NO_POPULATION
    value = answer.values[0]
    if reason := _not_comparable(answer.values) or _doubted(value, answer.beside):
        return reason
    return PerHead((value.number or 0) * PER / people.number, value.unit, people, value.is_sure)


def _doubted(total: Value, beside: Sequence[Value]) -> NotComparable | None:
    """Why a total is not the whole, as what stands beside it tells."""
    if any(each.role is Role.INCREASE for each in beside):
        return NotComparable.PART
    if any(each.role is Role.PART and _is_newer(each, total) for each in beside):
        return NotComparable.PART
    is_contradicted = any(each.role is Role.CONTRADICTS for each in beside)
    return NotComparable.CONTRADICTED if is_contradicted else None


def _is_newer(part: Value, total: Value) -> bool:
    """Whether a part may have begun later than the total; one of which no day is known has not."""
    first, begun = _first_day(part), _first_day(total)
    return first is not None and (begun is None or first > begun)


def _first_day(value: Value) -> date | None:
    """The first day on which a value may have begun, by its document where it has no date."""
    written = value.as_of or value.document_date
    return held(written).from_earliest if written else None


def _not_comparable(values: Sequence[Value]) -> NotComparable | None:
    """Why these values are no one number; posts and the persons on them are one where they agree."""
    whole = [value for value in values if not value.is_limited and value.state not in NOT_THERE]
    if any(value.number is None for value in values):
        return NotComparable.UNCOUNTED
    if any(value.basis == "claimed" for value in values):
        return NotComparable.CLAIMED
    if any(value.is_hedged or not value.is_certain for value in values):
        return NotComparable.HEDGED
    units = {value.unit for value in values}
    counted = {(value.number, value.subject) for value in values}
    if len(units) > 1 and (len(counted) > 1 or len(whole) < len(values)):
        return NotComparable.MIXED
    return None if len(whole) == len(values) == len(units) else NotComparable.PART


def middle(numbers: Sequence[float]) -> Middle | None:
    """Median and quartiles from five numbers on; None for fewer."""
    if len(numbers) < FEWEST_FOR_A_MIDDLE:
        return None
    lower, median, upper = quantiles(numbers, n=4, method="inclusive")
    return Middle(len(numbers), lower, median, upper)


def told_values(answer: Answer) -> tuple[Value, ...]:
    """What a table tells of an answer: its values and posts that are not sure, else what stands beside it, else what the district says."""
    answering = (*answer.values, *unsure_posts(answer)) if answer.values else ()
    return answering or answer.beside or answer.in_district


@dataclass(frozen=True)
class Units:
    """The units of the numbers of a place (AGS), against which those of others are held."""

    place: str
    units: frozenset[str]

    def differ(self, value: Value) -> bool:
        """Whether a value is a number in another unit."""
        return value.number is not None and value.unit not in self.units


def first_units(answers: Mapping[str, Answer]) -> Units | None:
    """The units of the first place that has a number; None where no place has one."""
    found = (
        Units(
            place, frozenset(each.unit for each in told_values(answer) if each.number is not None)
        )
        for place, answer in answers.items()
    )
    return next((each for each in found if each.units), None)


def peers(place: str, view: View, most: int = MOST_PEERS) -> tuple[Peer, ...]:
    """The places of the same kind and of like size, the nearest first, of which something on posts is found.

    Of like size: at most one and a half times as many people or as few; none of unknown population.
    """
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
    sizes = {ags: _number(people.get(ags)) for ags in named}
    ratios = {ags: _ratio(own, size) for ags, size in sizes.items()}
    near = [ags for ags in named if ratios[ags] <= LARGEST_RATIO]
    ranked = sorted(near, key=lambda ags: (ratios[ags], ags))
    return tuple(Peer(ags, sizes[ags]) for ags in ranked[:most])


def _has_number(answers: Mapping[str, Answer]) -> bool:
    answer = answers["case_management_posts"]
    return answer.state is not AnswerState.NOTHING


def _number(value: Value | None) -> int | None:
    return None if value is None or value.number is None else int(value.number)


def _ratio(own: int | None, other: int | None) -> float:
    """How many times as large one is as the other; infinite where one is unknown."""
    if not own or not other:
        return float("inf")
    return max(own, other) / min(own, other)
