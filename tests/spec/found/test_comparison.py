"""What may be compared: posts per head, the middle of many, units, peers."""

import pytest

from kim.answers import answers, comparison
from kim.answers.comparison import Middle, NotComparable, PerHead, middle
from tests.spec.found.conftest import Knows
from tests.spec.told import Told, view

TOWN = "05566076"
POPULATION = """
    region   | indicator  | value  | certainty | as_of      | source      | paragraph | anchor      | basis
    05566076 | population | 50000  | exact     | 2018-12-31 | gelesen-2022 | 1 | einmal | stated
    05558    | population | 200000 | exact     | 2018-12-31 | gelesen-2022 | 1 | einmal | stated
"""
HEAD = "region | module | function | quantity | certainty | unit | measure | status | area | as_of | source | paragraph | anchor | basis"
READ = "gelesen-2022 | 1 | einmal | stated"
POST = f"05566076 | 2 | case_management | 2 | exact | posts | total | filled | | 2022 | {READ}"


def share(told: Told, place: str = TOWN) -> PerHead | NotComparable:
    seen = view(place)
    people = told.ask(comparison.populations, (place,), seen).get(place)
    return comparison.per_head(told.ask(answers, place, seen)["case_management_posts"], people)


def told(knows: Knows, *rows: str, indicators: str = POPULATION) -> Told:
    return knows(positions="\n".join([HEAD, *rows]), indicators=indicators)


def test_posts_for_each_100_000_inhabitants(knows: Knows) -> None:
    found = share(told(knows, POST))

    assert isinstance(found, PerHead)
    assert (found.number, found.unit, found.is_sure) == (4.0, "posts", True)
    assert (found.population.number, found.population.since) == (50000, "Stand 31.12.2018")


def test_of_an_unread_document_it_is_not_sure(knows: Knows) -> None:
    found = share(told(knows, POST.replace(READ, "vermerk-2023 | | einmal | stated")))

    assert isinstance(found, PerHead)
    assert not found.is_sure


@pytest.mark.parametrize(
    ("rows", "reason"),
    [
        ([], "nothing"),
        ([POST.replace("stated", "claimed")], "claimed"),
        ([POST.replace("exact", "about")], "hedged"),
        ([POST, POST.replace("posts", "persons").replace("| 2 | exact", "| 3 | exact")], "mixed"),
        ([POST, POST.replace("filled |", "filled | Süden")], "part"),
        ([POST, POST.replace("total", "increase").replace("| 2022 |", "| 2023 |")], "part"),
    ],
    ids=["nothing", "claimed", "hedged", "mixed", "area", "increase"],
)
def test_what_is_not_comparable_says_why(knows: Knows, rows: list[str], reason: str) -> None:
    assert share(told(knows, *rows)) == NotComparable(reason)


def test_posts_and_the_persons_on_them_are_one_number(knows: Knows) -> None:
    found = share(told(knows, POST, POST.replace("posts", "persons")))

    assert isinstance(found, PerHead)


def test_without_a_population_there_is_no_share(knows: Knows) -> None:
    nobody = POPULATION.replace("population", "refugees")

    assert share(told(knows, POST, indicators=nobody)) is NotComparable.NO_POPULATION


def test_an_estimated_population_is_none(knows: Knows) -> None:
    estimated = POPULATION.replace("exact", "about")

    assert share(told(knows, POST, indicators=estimated)) is NotComparable.NO_POPULATION


def test_a_forecast_is_no_population(knows: Knows) -> None:
    forecast = (
        POPULATION
        + "05566076 | population | 90000 | exact | 2199 | gelesen-2022 | 1 | einmal | stated"
    )
    found = share(told(knows, POST, indicators=forecast))

    assert isinstance(found, PerHead)
    assert found.population.number == 50000


def test_a_middle_from_five_numbers_on() -> None:
    assert middle([1, 2, 3, 4]) is None
    assert middle([1, 2, 3, 4, 5]) == Middle(5, 2, 3, 4)


def test_another_unit_than_the_first_place_has(knows: Knows) -> None:
    persons = POST.replace("posts", "persons").replace("05566076", "05558")
    store = told(knows, POST, persons)
    found = {
        place: store.ask(answers, place, view(place))["case_management_posts"]
        for place in ("05566", TOWN, "05558")
    }

    assert comparison.differing_units(found) == {"05558"}
    assert comparison.differing_units({TOWN: found[TOWN]}) == frozenset()
