"""What may be compared: posts per head, the middle of many, units, peers."""

import pytest

from kim.answers import answers, comparison
from kim.answers.comparison import Middle, NotComparable, PerHead, middle
from kim.answers.land import classed
from kim.answers.measures import Measure
from kim.answers.ranking import Ranked, first_numbers, ranked, share_numbers, unit_words
from tests.spec.found.conftest import Knows
from tests.spec.told import Told, view

TOWN = "05566076"
POPULATION = """
    region   | indicator  | value  | certainty | as_of      | source      | paragraph | anchor      | basis
    05566076 | population | 50000  | exact     | 2018-12-31 | gelesen-2022 | 1 | einmal | stated
    05558    | population | 200000 | exact     | 2018-12-31 | gelesen-2022 | 1 | einmal | stated
"""
SOURCES = f"""
    source       | date       | text_sha256
    gelesen-2022 | 2022-06-01 | {"c" * 64}
    auch-2022    | 2022-07-01 | {"d" * 64}
"""
HEAD = "region | module | function | quantity | certainty | unit | measure | status | area | as_of | source | paragraph | anchor | basis | employer | workplace"
READ = "gelesen-2022 | 1 | einmal | stated"
OTHER = "auch-2022 | 1 | einmal | stated"
UNREAD = "vermerk-2023 | | einmal | stated"
POST = f"05566076 | 2 | case_management | 2 | exact | posts | total | filled | | 2022 | {READ} | | "
SUBSET = POST.replace("total", "subset").replace("| 2 | exact", "| 1 | exact")


def share(told: Told, place: str = TOWN) -> PerHead | NotComparable:
    seen = view(place)
    people = told.ask(comparison.populations, (place,), seen).get(place)
    return comparison.per_head(told.ask(answers, place, seen)["case_management_posts"], people)


def told(knows: Knows, *rows: str, indicators: str = POPULATION) -> Told:
    return knows(positions="\n".join([HEAD, *rows]), indicators=indicators, sources=SOURCES)


def test_posts_for_each_100_000_inhabitants(knows: Knows) -> None:
    found = share(told(knows, POST))

    assert isinstance(found, PerHead)
    assert (found.number, found.unit, found.is_sure) == (4.0, "posts", True)
    assert (found.population.number, found.population.since) == (50000, "Stand 31.12.2018")


def test_of_an_unread_document_it_is_not_sure(knows: Knows) -> None:
    found = share(told(knows, POST.replace(READ, UNREAD)))

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
        ([POST.replace("filled |", "filled | Süden")], "part"),
        ([POST.replace(f"{READ} |", f"{READ} | caritas")], "part"),
        ([POST.replace(f"{READ} | |", f"{READ} | | caritas")], "part"),
        ([POST.replace("filled", "vacant")], "part"),
        ([POST, SUBSET.replace("| 2022 |", "| 2023 |")], "part"),
        ([POST.replace("| 2022 |", "| ../2022 |"), SUBSET], "part"),
        ([POST, SUBSET.replace("| 2022 |", "| |")], "part"),
        ([SUBSET], "part"),
        ([POST.replace("| 2 | exact", "| | unknown")], "uncounted"),
        ([POST, POST.replace("| 2 | exact", "| 3 | exact").replace(READ, OTHER)], "contradicted"),
    ],
    ids=[
        "nothing",
        "claimed",
        "hedged",
        "mixed",
        "area",
        "increase",
        "only_an_area",
        "employer",
        "workplace",
        "vacant",
        "newer_part",
        "part_beside_a_total_without_a_first_day",
        "part_of_a_later_document",
        "no_total",
        "no_number",
        "contradicted",
    ],
)
def test_what_is_not_comparable_says_why(knows: Knows, rows: list[str], reason: str) -> None:
    assert share(told(knows, *rows)) == NotComparable(reason)


@pytest.mark.parametrize("day", ["2021", "2022"], ids=["older", "as_old"])
def test_a_part_that_is_not_newer_leaves_the_whole_as_it_is(knows: Knows, day: str) -> None:
    found = share(told(knows, POST, SUBSET.replace("| 2022 |", f"| {day} |")))

    assert isinstance(found, PerHead)


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


def test_posts_and_persons_of_different_functions_are_no_number(knows: Knows) -> None:
    helpers = POST.replace("posts", "persons").replace("case_management", "assistance")

    assert share(told(knows, POST, helpers)) is NotComparable.MIXED


def test_maps_and_tables_have_the_same_share(knows: Knows) -> None:
    """What Vergleich says of a district the map of the Land says too."""
    whole = POST.replace(TOWN, "05558")
    people, seen = POPULATION, view("05558")
    for rows in ([whole], [whole.replace(f"{READ} |", f"{READ} | caritas")], [whole, whole]):
        store = told(knows, *dict.fromkeys(rows), indicators=people)
        asked = {"05558": store.ask(answers, "05558", seen)["case_management_posts"]}
        (found,) = store.ask(comparison.shares, asked, seen).values()
        (tile,) = (
            each for each in store.ask(classed, Measure.POSTS, view("")) if each.place == "05558"
        )
        assert (tile.number is None) == isinstance(found, NotComparable)
        if isinstance(found, PerHead):
            assert tile.number == found.number == 1.0


def test_each_value_is_held_against_the_units_of_the_first_place_with_a_number(
    knows: Knows,
) -> None:
    persons = POST.replace("posts", "persons").replace("05566076", "05558")
    also = POST.replace("05566076", "05558").replace("filled |", "filled | Süden")
    store = told(knows, POST, persons, also)
    found = {
        place: store.ask(answers, place, view(place))["case_management_posts"]
        for place in ("05566", TOWN, "05558")
    }
    units = comparison.first_units(found)

    assert units is not None
    assert (units.place, units.units) == (TOWN, {"posts"})
    assert [(each.unit, units.differ(each)) for each in found["05558"].values] == [
        ("persons", True),
        ("posts", False),
    ]
    assert comparison.first_units({"05566": found["05566"]}) is None


def test_what_the_district_says_is_a_unit_to_hold_others_against(knows: Knows) -> None:
    of_district = POST.replace("05566076", "05566")
    persons = POST.replace("posts", "persons").replace("05566076", "05558")
    store = told(knows, of_district, persons)
    found = {
        place: store.ask(answers, place, view(place))["case_management_posts"]
        for place in (TOWN, "05558")
    }
    units = comparison.first_units(found)

    assert units is not None
    assert (units.place, units.units) == (TOWN, {"posts"})


def test_places_are_ranked_in_groups_of_one_unit_posts_first() -> None:
    names = {"1": "Bonn", "2": "Herne", "3": "Hagen", "4": "Essen", "5": "Ahlen"}
    numbers = {"1": ("persons", 9.0), "2": ("posts", 2.0), "3": ("posts", 2.0), "4": ("posts", 3.0)}

    assert ranked(tuple(names), numbers, names) == (
        Ranked("posts", ("4", "3", "2")),
        Ranked("persons", ("1",)),
        Ranked(None, ("5",)),
    )


def test_what_is_not_comparable_has_no_rank_by_share(knows: Knows) -> None:
    seen = view(TOWN)
    store = told(knows, POST)
    asked = {
        place: store.ask(answers, place, seen)["case_management_posts"] for place in (TOWN, "05558")
    }
    found = store.ask(comparison.shares, asked, seen)

    assert share_numbers(found) == {TOWN: ("posts", 4.0)}
    assert first_numbers(asked) == {TOWN: ("posts", 2.0)}


@pytest.mark.parametrize(
    ("unit", "said"),
    [
        ("posts", "Stellen"),
        ("eur_per_year", "Euro je Jahr"),
        ("persons_advised", "Beratene Personen"),
        ("", ""),
    ],
)
def test_the_unit_of_a_number_in_words(unit: str, said: str) -> None:
    assert unit_words(unit) == said


@pytest.mark.parametrize(
    ("people", "is_near"), [(300_000, True), (300_001, False), (133_334, True), (133_333, False)]
)
def test_a_peer_is_at_most_one_and_a_half_times_as_large_or_small(
    knows: Knows, people: int, *, is_near: bool
) -> None:
    other = (
        f"05566 | population | {people} | exact | 2018-12-31 | gelesen-2022 | 1 | einmal | stated"
    )
    posts = POST.replace("05566076", "05566")
    found = told(knows, posts, indicators=POPULATION + other).ask(
        comparison.peers, "05558", view("05558")
    )

    assert found == ((comparison.Peer("05566", people),) if is_near else ())


def test_a_place_of_unknown_size_is_no_peer(knows: Knows) -> None:
    posts = POST.replace("05566076", "05566")

    assert told(knows, posts).ask(comparison.peers, "05558", view("05558")) == ()
