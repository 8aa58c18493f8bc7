"""held_from_event.sql: an event held from its own day; one still expected, from its document's."""

import pytest

from tests.spec.conftest import Spec
from tests.spec.told import cells

SOURCES = "source | date\n paper | 2022-11-03"
EVENTS = """
    {name}           | date       | as_of   | source
    0 past           | 2021       |         | paper
    1 expected       | 2030-05    |         | paper
    2 same day       | 2022-11-03 |         | paper
    3 said later     | 2021       | 2023-02 | paper
    4 said before    | 2024       | 2023-02 | paper
    5 without a date |            |         | paper
    6 without a year | --05       |         | paper
    7 undated paper  | 2021-06    |         | web-undatiert
    8 nothing at all |            |         | web-undatiert
    9 half a year    | 2021-40    |         | paper
    a ahead of all   | 2030       |         | web-undatiert
"""
DAYS = [
    "0 past 2021-01-01 2021-12-31",
    "1 expected 2022-11-03 2022-11-03",
    "2 same day 2022-11-03 2022-11-03",
    "3 said later 2023-02-01 2023-02-28",
    "4 said before 2023-02-01 2023-02-28",
    "5 without a date 2022-11-03 2022-11-03",
    "6 without a year 2022-11-03 2022-11-03",
    "7 undated paper 2021-06-01 2021-06-30",
    "8 nothing at all  2024-01-10",
    "9 half a year 2021-01-01 2021-06-30",
    "a ahead of all  2024-01-10",
]


@pytest.mark.parametrize(("table", "name"), [("milestones", "event"), ("decisions", "subject")])
def test_the_days_of_an_event(spec: Spec, table: str, name: str) -> None:
    told = spec(sources=SOURCES, **{table: EVENTS.format(name=name)})
    rows = told.world.store.current().cursor().table(table)
    rows = rows.project(f"{name}, held_from_earliest, held_from_latest").order(name)

    assert [" ".join(row) for row in cells(rows.df())] == DAYS
