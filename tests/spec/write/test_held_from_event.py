"""held_from_event.sql: an event held from its own day; one still expected, from its document's."""

from datetime import date

import pytest

from tests.spec.conftest import Spec

SOURCES = "source | date\n paper | 2022-11-03"
EVENTS = """
    {name}         | date    | as_of   | source
    past           | 2021    |         | paper
    expected       | 2030-05 |         | paper
    same day       | 2022-11-03 |      | paper
    said later     | 2021    | 2023-02 | paper
    said before    | 2024    | 2023-02 | paper
    without a date |         |         | paper
    without a year | --05    |         | paper
    undated paper  | 2021-06 |         | web-undatiert
    nothing at all |         |         | web-undatiert
"""
DAYS = {
    "past": date(2021, 1, 1),
    "expected": date(2022, 11, 3),
    "same day": date(2022, 11, 3),
    "said later": date(2023, 2, 1),
    "said before": date(2023, 2, 1),
    "without a date": date(2022, 11, 3),
    "without a year": date(2022, 11, 3),
    "undated paper": date(2021, 6, 1),
    "nothing at all": None,
}


@pytest.mark.parametrize(("table", "name"), [("milestones", "event"), ("decisions", "subject")])
def test_the_first_day_of_an_event(spec: Spec, table: str, name: str) -> None:
    told = spec(sources=SOURCES, **{table: EVENTS.format(name=name)})
    rows = told.world.store.current().cursor().table(table).project(f"{name}, held_from")

    assert dict(rows.fetchall()) == DAYS
