"""Posts shared out among places by their persons: the exact quota of each, and its share in steps."""

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from fractions import Fraction

from votelib.evaluate.core import Tie as Tied
from votelib.evaluate.proportional import HighestAverages, LargestRemainder

MOST_PLACES, MOST_STEPS, MOST_PERSONS = 500, 5_000, 10**9
SMALLEST_STEP = Fraction(1, 100)


class Method(StrEnum):
    """How the steps are shared out; the values stand in addresses."""

    LARGEST_REMAINDER = "reste"
    SAINTE_LAGUE = "sainte-lague"
    D_HONDT = "dhondt"


EVALUATORS = {
    Method.LARGEST_REMAINDER: LargestRemainder("hare"),
    Method.SAINTE_LAGUE: HighestAverages("sainte_lague"),
    Method.D_HONDT: HighestAverages("d_hondt"),
}


class Fault(StrEnum):
    """Why a task cannot be computed."""

    NO_PLACE = "no_place"
    TOO_MANY_PLACES = "too_many_places"
    TWICE = "twice"
    NO_COUNT = "no_count"
    NEGATIVE = "negative"
    TOO_MANY_PERSONS = "too_many_persons"
    NOBODY = "nobody"
    NO_POSTS = "no_posts"
    STEP_TOO_SMALL = "step_too_small"
    LEAST_NEGATIVE = "least_negative"
    POSTS_NOT_IN_STEPS = "posts_not_in_steps"
    LEAST_NOT_IN_STEPS = "least_not_in_steps"
    TOO_MANY_STEPS = "too_many_steps"
    TOO_FEW_POSTS = "too_few_posts"


@dataclass(frozen=True)
class Refusal:
    """A fault with what its sentence names; numbers are posts, places or persons."""

    fault: Fault
    named: Mapping[str, str | int | Fraction] = field(default_factory=dict)


@dataclass(frozen=True)
class Task:
    """What is to be computed: persons of each place (None: no number given), and the rules in posts.

    `least`: the smallest share of a place with persons; shares and it are multiples of `step`.
    """

    persons: tuple[tuple[str, Fraction | None], ...]
    posts: Fraction
    least: Fraction
    step: Fraction
    method: Method


@dataclass(frozen=True)
class Share:
    """What one place gets, in posts; `is_raised`: to the smallest share, the method gave it less."""

    place: str
    persons: Fraction
    quota: Fraction
    posts: Fraction
    is_raised: bool

    @property
    def difference(self) -> Fraction:
        """What rounding gives the place (above zero) or takes from it, in posts."""
        return self.posts - self.quota


@dataclass(frozen=True)
class Tie:
    """Places with the same claim to the last steps, of which there are fewer than places."""

    places: tuple[str, ...]
    steps: int

    def is_settled_by(self, chosen: Collection[str]) -> bool:
        """Whether these are as many of its places as there are steps."""
        return set(chosen) <= set(self.places) and len(set(chosen)) == self.steps


@dataclass(frozen=True)
class Allocation:
    """The shares in the order of the task; `left`: posts of a tie that nobody has settled."""

    shares: tuple[Share, ...]
    tie: Tie | None
    left: Fraction


def refusals(task: Task) -> list[Refusal]:
    """Why the task cannot be computed; nothing when it can."""
    return [*_of_places(task), *_of_rules(task)] or list(_of_both(task))


def allocate(task: Task, chosen: Collection[str] = ()) -> Allocation:
    """The shares of a task without refusals; `chosen` get the last steps where they settle the tie.

    A place with persons that would get less than the smallest share gets that; what remains is
    shared out by the same method among the others, until none lies below it.
    """
    persons = {place: count or Fraction(0) for place, count in task.persons}
    steps, tie, raised = _shared_out(task, {name: each for name, each in persons.items() if each})
    is_settled = tie is not None and tie.is_settled_by(chosen)
    if is_settled:
        steps |= {place: steps.get(place, 0) + 1 for place in chosen}
    total = sum(persons.values())
    shares = tuple(
        Share(
            place,
            count,
            quota=count * task.posts / total,
            posts=steps.get(place, 0) * task.step,
            is_raised=place in raised,
        )
        for place, count in persons.items()
    )
    left = tie.steps * task.step if tie and not is_settled else Fraction(0)
    return Allocation(shares, tie, left)


def _shared_out(
    task: Task, persons: Mapping[str, Fraction]
) -> tuple[dict[str, int], Tie | None, set[str]]:
    """Steps by place without those of a tie, the tie, the places that were raised."""
    steps, least = int(task.posts / task.step), int(task.least / task.step)
    raised: set[str] = set()
    while True:
        others = {place: count for place, count in persons.items() if place not in raised}
        found = EVALUATORS[task.method].evaluate(others, steps - least * len(raised))
        below = {place for place in others if found.get(place, 0) < least}
        if not below:
            return {**_certain(found), **dict.fromkeys(raised, least)}, _tie(found, persons), raised
        raised |= below


def _certain(found: Mapping[str | Tied, int]) -> dict[str, int]:
    """The steps of places that need no lot."""
    return {place: number for place, number in found.items() if not isinstance(place, Tied)}


def _tie(found: Mapping[str | Tied, int], order: Collection[str]) -> Tie | None:
    for places, steps in found.items():
        if isinstance(places, Tied):
            return Tie(tuple(each for each in order if each in places), steps)
    return None


def _of_places(task: Task) -> Iterator[Refusal]:
    names = [place for place, _ in task.persons]
    if not names:
        yield Refusal(Fault.NO_PLACE)
    if len(names) > MOST_PLACES:
        yield Refusal(Fault.TOO_MANY_PLACES, {"places": len(names), "most": MOST_PLACES})
    if twice := list(dict.fromkeys(each for each in names if names.count(each) > 1)):
        yield _named(Fault.TWICE, twice)
    if without := [place for place, count in task.persons if count is None]:
        yield _named(Fault.NO_COUNT, without)
    known = [(place, count) for place, count in task.persons if count is not None]
    if negative := [place for place, count in known if count < 0]:
        yield _named(Fault.NEGATIVE, negative)
    if too_many := [place for place, count in known if count > MOST_PERSONS]:
        yield Refusal(Fault.TOO_MANY_PERSONS, {"places": ", ".join(too_many), "most": MOST_PERSONS})
    if known and len(known) == len(names) and not any(count for _, count in known):
        yield Refusal(Fault.NOBODY)


def _of_rules(task: Task) -> Iterator[Refusal]:
    if task.posts <= 0:
        yield Refusal(Fault.NO_POSTS)
    if task.least < 0:
        yield Refusal(Fault.LEAST_NEGATIVE)
    if task.step < SMALLEST_STEP:
        yield Refusal(Fault.STEP_TOO_SMALL, {"smallest": SMALLEST_STEP})
        return
    if task.posts % task.step:
        yield Refusal(Fault.POSTS_NOT_IN_STEPS, {"posts": task.posts, "step": task.step})
    if task.least % task.step:
        yield Refusal(Fault.LEAST_NOT_IN_STEPS, {"least": task.least, "step": task.step})
    if task.posts / task.step > MOST_STEPS:
        yield Refusal(Fault.TOO_MANY_STEPS, {"most": MOST_STEPS})


def _of_both(task: Task) -> Iterator[Refusal]:
    places = sum(bool(count) for _, count in task.persons)
    needed = places * task.least
    if needed > task.posts:
        numbers = {"least": task.least, "needed": needed, "posts": task.posts}
        yield Refusal(Fault.TOO_FEW_POSTS, {"places": places, **numbers})


def _named(fault: Fault, places: list[str]) -> Refusal:
    return Refusal(fault, {"places": ", ".join(places)})
