"""positions_over_time.sql: how did the total of posts develop where several dates are known?"""

import pytest

from kim import queries
from tests.spec.conftest import Spec
from tests.spec.test_facts import PROVENANCE
from tests.spec.told import FIRST, view

ALL = ("", "1", "2", "3")
HEADING = "region | module | function | status | employer | workplace | area"
SERIES = "05566 | 1 | coordination | filled | caritas | stadt-rheine | Nord"
POSTS = """
    loads | region   | module | quantity | source        | paragraph | anchor      | as_of
          | 05566    | 2      | 2        | vermerk-2023  |           | einmal      |
          | 05566    | 2      | 1.9      | muster-2022   | 1         | 1,9 Stellen |
    2-    | 05566    | 2      | 3        | vermerk-2023  |           | einmal      | 2024
    1     | 05566    | 2      | 9        | vermerk-2023  |           | einmal      | 2025
          | 05566076 | 1      | 5        | vermerk-2023  |           | einmal      | 2021
          | 05566076 | 1      | 6        | vermerk-2023  |           | einmal      | 2022
          | 05558    | 1      | 7        | vermerk-2023  |           | einmal      | 2021
          | 05558    | 1      | 8        | vermerk-2023  |           | einmal      | 2022
"""


def test_a_series_with_its_place_and_sources(spec: Spec) -> None:
    spec(positions=POSTS).gives(
        queries.positions_over_time,
        view("05566 05566076"),
        ALL,
        rows="""
            place           | module | quantity | held_from_earliest  | source_title                  | source_date | is_read_from_text | proof
            Kreis Steinfurt | 2      | 1.9      | 2022-11-03 | Niederschrift Sozialausschuss | 2022-11-03  | True              | proven
            Kreis Steinfurt | 2      | 2        | 2023-01-01 | Vermerk zum Stand             | 2023        | False             | unproven
            Kreis Steinfurt | 2      | 3        | 2024-01-01 | Vermerk zum Stand             | 2023        | False             | unproven
            Rheine          | 1      | 5        | 2021-01-01 | Vermerk zum Stand             | 2023        | False             | unproven
            Rheine          | 1      | 6        | 2022-01-01 | Vermerk zum Stand             | 2023        | False             | unproven
        """,
    )


@pytest.mark.parametrize(
    ("held_on", "quantities"), [("2023-06-01", "1.9\n 2\n 5\n 6"), ("2022-12-31", "5\n 6")]
)
def test_on_a_day_a_series_ends_there(spec: Spec, held_on: str, quantities: str) -> None:
    told = spec(positions=POSTS)
    told.gives(
        queries.positions_over_time,
        view("05566 05566076", held_on),
        ALL,
        rows=f"quantity\n {quantities}",
    )


def test_what_was_known_on_a_day(spec: Spec) -> None:
    told = spec(positions=POSTS)
    told.gives(
        queries.positions_over_time,
        view("05566", known_on=FIRST),
        ALL,
        rows="quantity\n 1.9\n 2\n 9",
    )


def test_only_the_modules_asked_for(spec: Spec) -> None:
    told = spec(positions=POSTS)
    told.gives(
        queries.positions_over_time,
        view("05566 05566076"),
        ("1",),
        rows="quantity\n 5\n 6",
    )


def test_what_makes_no_second_date(spec: Spec) -> None:
    """In each area: an increase, a part, persons, no figure, no date, the same date."""
    told = spec(
        positions="""
            area | unit    | measure  | quantity | as_of | source
            a    | posts   | total    | 1        | 2021  | vermerk-2023
            a    | posts   | increase | 2        | 2022  | vermerk-2023
            b    | posts   | total    | 1        | 2021  | vermerk-2023
            b    | posts   | subset   | 2        | 2022  | vermerk-2023
            c    | posts   | total    | 1        | 2021  | vermerk-2023
            c    | persons | total    | 2        | 2022  | vermerk-2023
            d    | posts   | total    | 1        | 2021  | vermerk-2023
            d    | posts   | total    |          | 2022  | vermerk-2023
            e    | posts   | total    | 1        | 2021  | vermerk-2023
            e    | posts   | total    | 2        |       | web-undatiert
            f    | posts   | total    | 1        | 2021  | vermerk-2023
            f    | posts   | total    | 2        | 2021  | web-undatiert
        """
    )
    assert told.ask(queries.positions_over_time, view("05566"), ALL).empty


def test_an_undated_figure_is_no_part_of_a_series(spec: Spec) -> None:
    told = spec(
        positions="""
            quantity | as_of | source
            1        | 2021  | vermerk-2023
            2        | 2022  | vermerk-2023
            3        |       | web-undatiert
        """
    )
    told.gives(queries.positions_over_time, view("05566"), ALL, rows="quantity\n 1\n 2")


def test_each_series_stands_for_itself(spec: Spec) -> None:
    """Of each of them one date is known; they differ from the first in one column."""
    others = [
        SERIES.replace("05566 ", "05558 "),
        SERIES.replace("| 1 |", "| 2 |"),
        SERIES.replace("coordination", "assistance"),
        SERIES.replace("filled", "planned"),
        SERIES.replace("caritas", "kreis-steinfurt"),
        SERIES.replace("stadt-rheine", "kreis-steinfurt"),
        SERIES.replace("Nord", "Süd"),
    ]
    dated = [f"{each} | {2021 + n} | 1" for n, each in enumerate([SERIES, *others])]
    told = spec(positions="\n".join([f"{HEADING} | as_of | quantity", *dated]))

    assert told.ask(queries.positions_over_time, view("05566 05558"), ALL).empty


def test_order_is_place_module_function_status_employer_workplace_area_day(spec: Spec) -> None:
    """Two dates each; what a later column says is turned round."""
    series = [
        "05558 | 2 | coordination | planned | kreis-steinfurt | kreis-steinfurt | Süd",
        "05566 | 1 | coordination | planned | kreis-steinfurt | kreis-steinfurt | Süd",
        "05566 | 2 | assistance | planned | kreis-steinfurt | kreis-steinfurt | Süd",
        "05566 | 2 | coordination | filled | kreis-steinfurt | kreis-steinfurt | Süd",
        "05566 | 2 | coordination | planned | caritas | kreis-steinfurt | Süd",
        "05566 | 2 | coordination | planned | kreis-steinfurt | caritas | Süd",
        "05566 | 2 | coordination | planned | kreis-steinfurt | kreis-steinfurt | Nord",
        "05566 | 2 | coordination | planned | kreis-steinfurt | kreis-steinfurt | Süd",
        "05566 | 2 | coordination | planned | kreis-steinfurt | kreis-steinfurt |",
        "05566 | 2 | coordination | planned | kreis-steinfurt | | Nord",
        "05566 | 2 | coordination | planned | | caritas | Nord",
        "05566 | 2 | | filled | caritas | caritas | Nord",
        "05566 | | assistance | filled | caritas | caritas | Nord",
    ]
    dated = [f"{each} | {2030 - n} | {n}" for n, each in enumerate(series, 1)]
    late = [f"{each} | {2050 - n} | {n + 100}" for n, each in enumerate(series, 1)]
    told = spec(positions="\n".join([f"{HEADING} | as_of | quantity", *reversed(late + dated)]))
    answer = told.ask(queries.positions_over_time, view("05566 05558"), ALL)

    assert list(answer["quantity"]) == [n + more for n in range(1, 14) for more in (0, 100)]


def test_the_last_word_on_order_has_the_key(spec: Spec) -> None:
    rows = "\n".join(f"1 | 2021 | {each}" for each in range(1, 8))
    told = spec(positions=f"quantity | as_of | paragraph\n 1 | 2020 | 1\n {rows}")
    answer = told.ask(queries.positions_over_time, view("05566"), ALL)

    assert len(answer) == 8
    assert answer["fact"].iloc[1:].is_monotonic_increasing


def test_the_provenance_is_not_shown(spec: Spec) -> None:
    answer = spec(positions=POSTS).ask(queries.positions_over_time, view("05566"), ALL)

    assert PROVENANCE.isdisjoint(answer.columns)


@pytest.mark.parametrize(
    ("status", "steps"),
    [
        ("planned", 2),
        ("applied_for", 0),
        ("funded", 2),
        ("established", 2),
        ("partly_filled", 2),
        ("filled", 2),
        ("vacant", 0),
        ("cut", 0),
    ],
)
def test_what_is_not_there_is_no_step(spec: Spec, status: str, steps: int) -> None:
    told = spec(positions=f"quantity | status | as_of\n 1 | {status} | 2021\n 2 | {status} | 2022")
    assert len(told.ask(queries.positions_over_time, view("05566"), ALL)) == steps


def test_another_pay_group_is_another_series(spec: Spec) -> None:
    told = spec(positions="quantity | pay_group | as_of\n 1 | S 12 | 2021\n 2 | E 9b | 2022")
    assert told.ask(queries.positions_over_time, view("05566"), ALL).empty
