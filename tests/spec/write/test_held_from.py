"""held_from.sql: a statement without a day of its own held from some day between those of its document."""

from tests.spec.conftest import Spec
from tests.spec.told import cells

DAYS = "held_from_earliest, held_from_latest, held_until_earliest, held_until_latest"


def test_its_own_days_go_before_those_of_its_document(spec: Spec) -> None:
    told = spec(
        sources="""
            source   | date                     | received
            day      | 2022-11-03               |
            year     | 2021                     |
            yearless | XXXX-05-17               |
            one-of   | [2023-01-06..2023-02-13] |
            after    | [2022-12-01..]           | 2023-07-01
            had      |                          | 2023-08-01
            future   | 2030                     | 2023-08-01
        """,
        bodies="""
            body               | source        | as_of
            0 before the paper | day           | 2020-02
            1 after the paper  | day           | 2024
            2 day of the paper | day           |
            3 year             | year          |
            4 no day at all    | web-undatiert |
            5 without a year   | yearless      |
            6 a yearless day   | year          | XXXX-05-17
            7 until some day   | day           | ../2022
            8 for a time       | day           | 2021/2022-06
            9 one of its days  | one-of        |
            a not before       | after         |
            b as we had it     | had           |
            c from then        | day           | [2024-02-01..]
            d ahead of us      | future        |
        """,
    )
    rows = told.world.store.current().cursor().sql("FROM kim.as_of('bodies', NULL, NULL)")
    rows = rows.project(f"body, {DAYS}").order("body")

    assert [" ".join(row) for row in cells(rows.df())] == [
        "0 before the paper 2020-02-01 2020-02-29  ",
        "1 after the paper 2024-01-01 2024-12-31  ",
        "2 day of the paper 2022-11-03 2022-11-03  ",
        "3 year 2021-01-01 2021-12-31  ",
        "4 no day at all  2024-01-10  ",
        "5 without a year  2024-01-10  ",
        "6 a yearless day 2021-01-01 2021-12-31  ",
        "7 until some day  2022-01-01 2022-01-01 2022-12-31",
        "8 for a time 2021-01-01 2021-12-31 2022-06-01 2022-06-30",
        "9 one of its days 2023-01-06 2023-02-13  ",
        "a not before 2022-12-01 2023-07-01  ",
        "b as we had it  2023-08-01  ",
        "c from then 2024-02-01 2024-02-01  ",
        "d ahead of us 2030-01-01 2030-01-01  ",
    ]
