"""Many places in an order, those with numbers of different units apart."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from kim.answers.answer import Answer
from kim.answers.comparison import NotComparable, PerHead
from kim.facts import words
from kim.german_nouns import in_order

UNITS = ("position_unit", "funding_unit", "indicator")
FIRST_UNIT = "posts"
Numbers = Mapping[str, tuple[str, float]]


@dataclass(frozen=True)
class Ranked:
    """Places (AGS) whose numbers have one unit, the largest first; `unit` is None for those without a number."""

    unit: str | None
    places: tuple[str, ...]


def ranked(places: Sequence[str], numbers: Numbers, names: Mapping[str, str]) -> tuple[Ranked, ...]:
    """The places by unit, posts first and those without a number last; in a unit by number, then by name.

    `numbers`: by place the code of its unit and its number.
    """

    def by_number(place: str) -> tuple[float, str]:
        number = -numbers[place][1] if place in numbers else 0.0
        return number, in_order(names[place])

    units: dict[str | None, list[str]] = {}
    for place in sorted(places, key=by_number):
        units.setdefault(numbers[place][0] if place in numbers else None, []).append(place)
    order = sorted(units, key=lambda unit: (unit is None, unit != FIRST_UNIT, unit or ""))
    return tuple(Ranked(unit, tuple(units[unit])) for unit in order)


def first_numbers(answers: Mapping[str, Answer]) -> dict[str, tuple[str, float]]:
    """By place the first number that answers a question, with its unit."""
    found = {place: answer.values[0] for place, answer in answers.items() if answer.values}
    return {
        place: (value.unit, value.number)
        for place, value in found.items()
        if value.number is not None
    }


def share_numbers(shares: Mapping[str, PerHead | NotComparable]) -> dict[str, tuple[str, float]]:
    """By place its share of the population, with the unit that is counted; none that is not comparable."""
    return {
        place: (share.unit, share.number)
        for place, share in shares.items()
        if isinstance(share, PerHead)
    }


def unit_words(unit: str) -> str:
    """The German words for the unit of a value, such as "Stellen" or "Euro je Jahr"; empty without one."""
    return next(filter(None, (words(each, unit) for each in UNITS)), "")
