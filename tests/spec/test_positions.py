"""positions.sql: which figures on posts held last, in every series?"""

import pytest

from kim import queries
from tests.spec.conftest import Spec
from tests.spec.test_facts import PROVENANCE
from tests.spec.told import FIRST, view

ALL = ("", "1", "2", "3")
PLACES = "05566 05566076"
POSTS = """
    loads | region   | module | quantity | unit    | status | source        | paragraph | anchor      | as_of | employer
          | 05566    | 2      | 1        | posts   | filled | vermerk-2023  |           | einmal      | 2021  | caritas
          | 05566    | 2      | 1.9      | posts   | filled | muster-2022   | 1         | 1,9 Stellen | 2022  | caritas
          | 05566    | 2      | 7        | persons | filled | vermerk-2023  |           | einmal      | 2021  | caritas
          | 05566076 | 1      | 4        | posts   | filled | vermerk-2023  |           | einmal      |       |
    2-    | 05566    |        | 5        | posts   | filled | web-undatiert |           | einmal      | 2020  |
    1     | 05566    | 3      | 6        | posts   | filled | vermerk-2023  |           | einmal      | 2024  |
          | 05558    | 3      | 8        | posts   | filled | vermerk-2023  |           | einmal      | 2024  |
"""


def test_the_last_figure_of_a_series_with_place_employer_and_source(spec: Spec) -> None:
    spec(positions=POSTS).gives(
        queries.positions,
        view(PLACES),
        ALL,
        rows="""
            place           | module | quantity | unit    | held_from_earliest  | employer_name  | source_title                  | source_date | is_read_from_text | proof
            Rheine          | 1      | 4        | posts   | 2023-01-01 |                | Vermerk zum Stand             | 2023        | False             | unproven
            Kreis Steinfurt | 2      | 7        | persons | 2021-01-01 | Caritasverband | Vermerk zum Stand             | 2023        | False             | unproven
            Kreis Steinfurt | 2      | 1.9      | posts   | 2022-01-01 | Caritasverband | Niederschrift Sozialausschuss | 2022-11-03  | True              | proven
            Kreis Steinfurt |        | 5        | posts   | 2020-01-01 |                | Seite ohne Datum              |             | False             | unproven
        """,
    )


def test_on_a_day_the_figure_that_was_the_last_one_then(spec: Spec) -> None:
    told = spec(positions=POSTS)
    told.gives(queries.positions, view(PLACES, "2021-12-31"), ALL, "posts", rows="quantity\n 1\n 5")


def test_what_was_known_on_a_day(spec: Spec) -> None:
    told = spec(positions=POSTS)
    told.gives(
        queries.positions,
        view(PLACES, known_on=FIRST),
        ALL,
        "posts",
        rows="quantity\n 4\n 1.9\n 6",
    )


@pytest.mark.parametrize(
    ("unit", "quantities"),
    [("posts", "4\n 1.9\n 5"), ("persons", "7"), (None, "4\n 7\n 1.9\n 5")],
)
def test_posts_and_persons_apart_or_together(spec: Spec, unit: str | None, quantities: str) -> None:
    told = spec(positions=POSTS)
    told.gives(queries.positions, view(PLACES), ALL, unit, rows=f"quantity\n {quantities}")


@pytest.mark.parametrize(
    ("modules", "quantities"), [(("2",), "7\n 1.9"), (("", "1"), "4\n 5"), (("3",), "")]
)
def test_only_the_modules_asked_for(spec: Spec, modules: tuple[str, ...], quantities: str) -> None:
    told = spec(positions=POSTS)
    told.gives(queries.positions, view(PLACES), modules, rows=f"quantity\n {quantities}")


HEADING = "region | module | function | unit | measure | status | employer | workplace | area"
SERIES = "05566 | 1 | coordination | posts | total | filled | caritas | stadt-rheine | Nord"
OTHERS = [
    SERIES.replace("05566 ", "05558 "),
    SERIES.replace("| 1 |", "| 2 |"),
    SERIES.replace("| 1 |", "| |"),
    SERIES.replace("coordination", "assistance"),
    SERIES.replace("posts", "persons"),
    SERIES.replace("total", "increase"),
    SERIES.replace("filled", "planned"),
    SERIES.replace("caritas", "stadt-rheine"),
    SERIES.replace("| stadt-rheine", "| caritas"),
    SERIES.replace("Nord", "Süd"),
]


def test_each_series_has_a_last_figure_of_its_own(spec: Spec) -> None:
    """Older ones that differ from the first in one column each."""
    rows = [f"{HEADING} | as_of | quantity", f"{SERIES} | 2020 | 1", f"{SERIES} | 2021 | 2"]
    rows += [f"{each} | 2019 | {number}" for number, each in enumerate(OTHERS, 11)]
    answer = spec(positions="\n".join(rows)).ask(queries.positions, view("05566 05558"), ALL)

    assert sorted(answer["quantity"]) == [2, *range(11, 11 + len(OTHERS))]


def test_of_one_day_both_figures_stand(spec: Spec) -> None:
    """Two documents that disagree are both shown; an undated one yields to a dated one."""
    spec(
        positions="""
            quantity | as_of | source
            1        | 2022  | vermerk-2023
            2        | 2022  | muster-2024
            3        |       | web-undatiert
        """,
        sources="source\n muster-2024",
    ).gives(
        lambda *asked: queries.positions(*asked).sort_values("quantity"),
        view("05566"),
        ALL,
        rows="quantity\n 1\n 2",
    )


def test_a_quantity_that_is_unknown_is_the_last_word_too(spec: Spec) -> None:
    told = spec(positions="quantity | as_of\n 3 | 2021\n | 2022")
    told.gives(queries.positions, view("05566"), ALL, rows="quantity | as_of\n | 2022")


def test_order_is_module_place_day(spec: Spec) -> None:
    spec(
        positions="""
            quantity | module | region | status  | as_of | source
            6        |        | 05558  | planned | 2020  | vermerk-2023
            5        | 2      | 05558  | planned | 2020  | vermerk-2023
            4        | 1      | 05566  | funded  |       | web-undatiert
            3        | 1      | 05566  | filled  | 2022  | vermerk-2023
            2        | 1      | 05566  | planned | [2021,2023] | vermerk-2023
            1        | 1      | 05558  | planned | 2023  | vermerk-2023
        """
    ).gives(queries.positions, view("05566 05558"), ALL, rows="quantity\n 1\n 2\n 3\n 4\n 5\n 6")


def test_the_last_word_on_order_has_the_key(spec: Spec) -> None:
    told = spec(positions="area\n a\n b\n c\n d\n e\n f\n g")
    answer = told.ask(queries.positions, view("05566"), ALL)

    assert len(answer) == 7
    assert answer["fact"].is_monotonic_increasing


def test_the_provenance_is_not_shown(spec: Spec) -> None:
    answer = spec(positions=POSTS).ask(queries.positions, view(PLACES), ALL)

    assert PROVENANCE.isdisjoint(answer.columns)


WENT = """
    status      | quantity | as_of
    established | 5        | 2021
    filled      | 3        | 2022
    {later}
"""


@pytest.mark.parametrize(
    ("later", "left"),
    [
        ("cut | 5 | 2024", "cut"),
        ("cut | 3 | 2024", "established cut"),
        ("cut | 2 | 2024", "established filled cut"),
        ("cut | | 2024", "established filled cut"),
        ("vacant | 3 | 2024", "established vacant"),
        ("vacant | 1 | 2024", "established filled vacant"),
        ("vacant | 3 | 2021", "established filled"),
        ("applied_for | 9 | 2024", "established filled applied_for"),
        ("partly_filled | 5 | 2024", "established filled partly_filled"),
        ("cut | 5 | 2020", "cut established filled"),
        ("cut | 5 | [2020,2024]", "cut established filled"),
    ],
)
def test_what_was_cut_is_not_there_and_what_fell_vacant_is_not_filled(
    spec: Spec, later: str, left: str
) -> None:
    """A larger or equal later number ends a smaller one; a smaller or unknown one stands beside it."""
    told = spec(positions=WENT.format(later=later))
    answer = told.ask(queries.positions, view("05566"), ALL)
    assert answer["status"].tolist() == left.split()


def test_what_only_may_have_been_cut_by_the_day_stands_beside_the_cut(spec: Spec) -> None:
    told = spec(positions="status | quantity | as_of\n filled | 5 | 2021\n cut | 5 | 2022")
    told.gives(queries.positions, view("05566", "2022-06-01"), ALL, rows="status\n filled\n cut")
    told.gives(queries.positions, view("05566", "2022-12-31"), ALL, rows="status\n cut")


def test_of_one_day_neither_ends_the_other_nor_does_a_whole_end_an_increase(spec: Spec) -> None:
    told = spec(
        positions="""
            area | status | measure  | quantity | as_of
            a    | filled | total    | 3        | 2022
            a    | vacant | total    | 3        | 2022
            b    | filled | increase | 3        | 2021
            b    | cut    | total    | 3        | 2022
            c    | filled | total    | 3        | [2021,2023]
            c    | cut    | total    | 3        | 2022
        """
    )
    answer = told.ask(queries.positions, view("05566"), ALL)
    found = sorted(zip(answer["area"], answer["status"], strict=True))
    assert [" ".join(each) for each in found] == [
        "a filled",
        "a vacant",
        "b cut",
        "b filled",
        "c cut",
    ]


def test_the_last_figure_is_the_one_that_began_last(spec: Spec) -> None:
    told = spec(positions="quantity | as_of\n 1 | [2021,2023]\n 2 | 2022")
    told.gives(queries.positions, view("05566"), ALL, rows="quantity\n 2")


def test_what_may_have_held_stands_beside_what_held_only_if_it_began_later(spec: Spec) -> None:
    """In each area the certain figures first; where none is certain, all that may have held stand."""
    told = spec(
        positions="""
            area | quantity | as_of          | source
            a    | 1        | 2021           | vermerk-2023
            a    | 2        | 2022           | vermerk-2023
            a    | 3        |                | web-undatiert
            b    | 4        | 2022-01-01     | vermerk-2023
            b    | 5        | 2022           | vermerk-2023
            c    | 6        | 2022           | vermerk-2023
            c    | 7        |                | web-undatiert
            d    | 8        | 2020           | vermerk-2023
            d    | 9        | 2021           | vermerk-2023
            d    | 10       | [2020-06,2023] | vermerk-2023
            e    | 11       | 2021           | vermerk-2023
            e    | 12       | [2021-06,2023] | vermerk-2023
        """
    )
    answer = told.ask(queries.positions, view("05566", "2022-06-01"), ALL)
    assert sorted(answer["quantity"]) == [1, 2, 4, 6, 7, 9, 11, 12]


def test_what_may_have_held_stands_beside_what_held_since_nobody_knows_when(spec: Spec) -> None:
    told = spec(
        positions="quantity | as_of | source\n 1 | | web-undatiert\n 2 | 2024 | vermerk-2023"
    )
    told.gives(queries.positions, view("05566", "2024-06-01"), ALL, rows="quantity\n 2\n 1")


def test_what_may_have_held_yields_only_to_what_held_in_its_own_series(spec: Spec) -> None:
    """Undated ones that differ from the certain one in one column each."""
    rows = [f"{HEADING} | pay_group | quantity | as_of | source"]
    rows += [
        f"{SERIES} | S 12 | 2 | 2021 | vermerk-2023",
        f"{SERIES} | E 9b | 10 | | web-undatiert",
    ]
    rows += [f"{each} | S 12 | {n} | | web-undatiert" for n, each in enumerate(OTHERS, 11)]
    told = spec(positions="\n".join(rows))
    answer = told.ask(queries.positions, view("05566 05558", "2022-06-01"), ALL)

    assert sorted(answer["quantity"]) == [2, *range(10, 11 + len(OTHERS))]


@pytest.mark.parametrize("other", OTHERS)
def test_a_cut_ends_only_its_own_series(spec: Spec, other: str) -> None:
    cut = other.replace("filled", "cut").replace("planned", "cut")
    rows = [f"{HEADING} | as_of | quantity", f"{SERIES} | 2020 | 1", f"{cut} | 2024 | 1"]
    answer = spec(positions="\n".join(rows)).ask(queries.positions, view("05566 05558"), ALL)

    expected = ["cut"] if other == OTHERS[6] else ["cut", "filled"]
    assert sorted(answer["status"]) == expected


def test_two_pay_groups_are_two_series(spec: Spec) -> None:
    spec(
        positions="""
            pay_group | quantity | as_of | status
            S 12      | 1        | 2020  | filled
            S 12      | 2        | 2021  | filled
            E 9b      | 3        | 2020  | filled
                      | 4        | 2020  | filled
            E 9b      | 3        | 2022  | cut
        """
    ).gives(
        lambda *asked: queries.positions(*asked).sort_values("quantity"),
        view("05566"),
        ALL,
        rows="quantity | status | pay_group\n 2 | filled | S 12\n 3 | cut | E 9b\n 4 | filled |",
    )
