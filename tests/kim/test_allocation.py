"""Posts shared out: published examples, a case from a paper, what always holds, what is refused."""

from collections import Counter
from fractions import Fraction
from itertools import combinations
from math import ceil, floor

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kim.allocation import (
    MOST_PERSONS,
    MOST_PLACES,
    MOST_STEPS,
    Allocation,
    Fault,
    Method,
    Task,
    allocate,
    refusals,
)

RESTS, WEBSTER, D_HONDT = Method.LARGEST_REMAINDER, Method.SAINTE_LAGUE, Method.D_HONDT
DISTANCE = {WEBSTER: 2, D_HONDT: 1}
UNNA = {"Bergkamen": "1.19", "Kamen": "0.85", "Bönen": "0.38"}


def task(
    persons: dict[str, object],
    posts: object,
    method: Method,
    least: object = 0,
    step: object = 1,
) -> Task:
    counts = tuple((place, Fraction(str(count))) for place, count in persons.items())
    return Task(counts, *(Fraction(str(each)) for each in (posts, least, step)), method)


def posts(found: Allocation) -> list[float]:
    return [float(each.posts) for each in found.shares]


def lettered(counts: list[int]) -> dict[str, object]:
    return {chr(ord("A") + number): count for number, count in enumerate(counts)}


@pytest.mark.parametrize(
    ("method", "counts", "seats", "result"),
    [
        # en.wikipedia.org, "Quota method": Hare quota
        (RESTS, [47_000, 16_000, 15_800, 12_000, 6_100, 3_100], 10, [5, 2, 1, 1, 1, 0]),
        # en.wikipedia.org, "D'Hondt method" and "Sainte-Laguë method": the same votes
        (D_HONDT, [100_000, 80_000, 30_000, 20_000], 8, [4, 3, 1, 0]),
        (WEBSTER, [100_000, 80_000, 30_000, 20_000], 8, [3, 3, 1, 1]),
        # Austria's members of the European Parliament, 2019
        (D_HONDT, [1_305_956, 903_151, 650_114, 532_193, 319_024], 18, [7, 5, 3, 2, 1]),
    ],
)
def test_published_examples(
    method: Method, counts: list[int], seats: int, result: list[int]
) -> None:
    found = allocate(task(lettered(counts), seats, method))

    assert posts(found) == result
    assert found.tie is None


@pytest.mark.parametrize("method", [RESTS, WEBSTER])
@pytest.mark.parametrize(("others", "all_posts"), [("5.58", 8), (None, "2.5")])
def test_the_case_of_the_paper_from_kamen(
    method: Method, others: str | None, all_posts: object
) -> None:
    """Of eight posts, or of the two and a half that the three towns have together."""
    persons = {**UNNA, **({"Übrige": others} if others else {})}
    found = allocate(task(persons, all_posts, method, "0.5", "0.5"))

    assert posts(found)[:3] == [1.0, 1.0, 0.5]
    if others:
        assert [float(each.quota) for each in found.shares[:3]] == [1.19, 0.85, 0.38]
        assert [float(each.difference) for each in found.shares[:3]] == [-0.19, 0.15, 0.12]
    assert not any(each.is_raised for each in found.shares)


def test_the_case_by_d_hondt_raises_the_smallest() -> None:
    found = allocate(task({**UNNA, "Übrige": "5.58"}, 8, D_HONDT, "0.5", "0.5"))

    assert posts(found) == [1.0, 0.5, 0.5, 6.0]
    assert [each.is_raised for each in found.shares] == [False, False, True, False]


@pytest.mark.parametrize("method", Method)
def test_whoever_is_raised_is_paid_for_by_the_others(method: Method) -> None:
    """By largest remainders and Sainte-Laguë B falls below only when C has been raised."""
    found = allocate(task({"A": 80, "B": 17, "C": 3, "D": 0}, 10, method, least=2))

    assert posts(found) == [6, 2, 2, 0]
    assert [each.is_raised for each in found.shares] == [False, True, True, False]


@pytest.mark.parametrize("method", Method)
def test_a_tie_names_its_places_and_is_left_to_the_user(method: Method) -> None:
    asked = task({"A": 10, "B": 9, "C": 9, "D": 9, "E": 0}, 6, method, 0, 1)
    found = allocate(asked)

    assert found.tie is not None
    assert found.tie.places == ("B", "C", "D")
    assert found.tie.steps == 1
    assert found.left == 1
    assert posts(found) == [2, 1, 1, 1, 0]
    assert posts(allocate(asked, ["C"])) == [2, 1, 2, 1, 0]
    assert allocate(asked, ["C"]).left == 0
    for unusable in (["A"], ["B", "C"], [], ["Z"]):
        assert allocate(asked, unusable) == found


names = st.lists(st.integers(0, 40), min_size=1, max_size=7).filter(any).map(lettered)
methods = st.sampled_from(Method)


@st.composite
def feasible(draw: st.DrawFn, least: int | None = None) -> Task:
    """Tasks without refusals, in steps of a quarter, a half or one."""
    persons = draw(names)
    step = draw(st.sampled_from(["0.25", "0.5", "1"]))
    smallest = draw(st.integers(0, 3)) if least is None else least
    needed = max(smallest * sum(bool(each) for each in persons.values()), 1)
    steps = draw(st.integers(needed, needed + 20))
    size = Fraction(step)
    return task(persons, steps * size, draw(methods), smallest * size, step)


@given(feasible())
def test_shares_and_what_is_left_are_all_posts_in_steps_and_not_too_small(asked: Task) -> None:
    assert refusals(asked) == []
    found = allocate(asked)

    assert sum(each.posts for each in found.shares) + found.left == asked.posts
    assert sum(each.quota for each in found.shares) == asked.posts
    assert all(each.posts % asked.step == 0 for each in found.shares)
    assert all(each.posts >= asked.least for each in found.shares if each.persons)
    assert all(each.posts == 0 for each in found.shares if not each.persons)
    assert bool(found.left) == (found.tie is not None)


@given(feasible())
def test_more_persons_never_mean_fewer_posts(asked: Task) -> None:
    found = allocate(asked)

    for one, other in combinations(found.shares, 2):
        if one.persons > other.persons:
            assert one.posts >= other.posts
        if one.persons == other.persons:
            assert one.posts == other.posts


@given(feasible(), st.randoms())
def test_the_order_of_the_places_decides_nothing(asked: Task, random: object) -> None:
    shuffled = list(asked.persons)
    random.shuffle(shuffled)  # type: ignore[attr-defined]
    other = Task(tuple(shuffled), asked.posts, asked.least, asked.step, asked.method)

    one, another = allocate(asked), allocate(other)

    assert set(one.shares) == set(another.shares)
    assert (one.tie and set(one.tie.places)) == (another.tie and set(another.tie.places))


@given(feasible())
def test_any_choice_among_the_tied_settles_it(asked: Task) -> None:
    found = allocate(asked)
    if found.tie:
        assert 0 < found.tie.steps < len(found.tie.places)
        for chosen in combinations(found.tie.places, found.tie.steps):
            settled = allocate(asked, chosen)
            assert sum(each.posts for each in settled.shares) == asked.posts
            assert settled.left == 0


@given(feasible(least=0))
def test_largest_remainders_keep_the_quota(asked: Task) -> None:
    asked = Task(asked.persons, asked.posts, asked.least, asked.step, RESTS)

    for share in allocate(asked).shares:
        steps, quota = share.posts / asked.step, share.quota / asked.step
        assert floor(quota) <= steps <= ceil(quota)


@given(feasible())
def test_divisor_methods_have_a_lower_bound_for_each_place(asked: Task) -> None:
    """Step by step to the largest quotient, each place with persons beginning at its bound."""
    if asked.method is RESTS:
        return
    found = allocate(asked)
    apart = DISTANCE[asked.method]
    persons = {place: count for place, count in asked.persons if count}
    steps = Counter({place: int(asked.least / asked.step) for place in persons})
    while sum(steps.values()) < (asked.posts - found.left) / asked.step:
        quotients = {place: count / (apart * steps[place] + 1) for place, count in persons.items()}
        steps[max(quotients, key=lambda place: quotients[place])] += 1

    assert {each.place: each.posts / asked.step for each in found.shares if each.persons} == steps


def faults(asked: Task) -> list[tuple[Fault, dict[str, object]]]:
    return [(each.fault, dict(each.named)) for each in refusals(asked)]


def counts(*rows: tuple[str, object]) -> Task:
    persons = tuple(
        (place, None if count is None else Fraction(str(count))) for place, count in rows
    )
    return Task(persons, Fraction(8), Fraction(1, 2), Fraction(1, 2), RESTS)


@pytest.mark.parametrize(
    ("asked", "expected"),
    [
        (counts(), [(Fault.NO_PLACE, {})]),
        (counts(("A", 0), ("B", 0)), [(Fault.NOBODY, {})]),
        (counts(("A", 1), ("B", 1), ("A", 2)), [(Fault.TWICE, {"places": "A"})]),
        (counts(("A", 1), ("B", None)), [(Fault.NO_COUNT, {"places": "B"})]),
        (counts(("A", 1), ("B", -1)), [(Fault.NEGATIVE, {"places": "B"})]),
        (
            counts(("A", MOST_PERSONS + 1)),
            [(Fault.TOO_MANY_PERSONS, {"places": "A", "most": MOST_PERSONS})],
        ),
        (
            counts(*((str(each), 1) for each in range(MOST_PLACES + 1))),
            [(Fault.TOO_MANY_PLACES, {"places": MOST_PLACES + 1, "most": MOST_PLACES})],
        ),
        (
            counts(*((str(each), 1) for each in range(17)), ("leer", 0)),
            [
                (
                    Fault.TOO_FEW_POSTS,
                    {"places": 17, "least": Fraction(1, 2), "needed": Fraction(17, 2), "posts": 8},
                )
            ],
        ),
        (task({"A": 1}, 0, RESTS), [(Fault.NO_POSTS, {})]),
        (task({"A": 1}, 1, RESTS, least=-1), [(Fault.LEAST_NEGATIVE, {})]),
        (
            task({"A": 1}, 1, RESTS, step=0),
            [(Fault.STEP_TOO_SMALL, {"smallest": Fraction(1, 100)})],
        ),
        (
            task({"A": 1}, "1.2", RESTS, step="0.5"),
            [
                (
                    Fault.POSTS_NOT_IN_STEPS,
                    {"posts": Fraction(6, 5), "step": Fraction(1, 2)},
                )
            ],
        ),
        (
            task({"A": 1}, 8, RESTS, least="0.3", step="0.5"),
            [
                (
                    Fault.LEAST_NOT_IN_STEPS,
                    {"least": Fraction(3, 10), "step": Fraction(1, 2)},
                )
            ],
        ),
        (task({"A": 1}, MOST_STEPS + 1, RESTS), [(Fault.TOO_MANY_STEPS, {"most": MOST_STEPS})]),
    ],
)
def test_what_cannot_be_computed_is_refused_with_its_reason(
    asked: Task, expected: list[tuple[Fault, dict[str, object]]]
) -> None:
    assert faults(asked) == expected


def test_just_enough_posts_are_enough() -> None:
    found = allocate(counts(*((str(each), each + 1) for each in range(16))))

    assert posts(found) == [0.5] * 16
