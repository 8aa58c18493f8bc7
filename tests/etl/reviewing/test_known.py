"""A proposal beside what the store says: new, the same, in conflict; of the same thing only."""

import pytest

from etl.pipeline.compare import RowState
from etl.reviewing.known import known
from kim.facts import Record
from kim.tables import package

TABLE = package().tables["positions"]
CELLS = {
    "region": "05566076",
    "module": "2",
    "quantity": "4",
    "unit": "posts",
    "certainty": "exact",
}
HELD: Record = {each.name: None for each in TABLE.fields} | {
    "region": "05566076",
    "module": "2",
    "quantity": 4.0,
    "unit": "posts",
    "certainty": "exact",
    "as_of": "2023-01-01",
    "source": "other",
    "source_date": "2022",
}


def state(held: Record, day: str = "2023-01-01", source: str = "mine") -> RowState:
    return known(TABLE, CELLS, day, source, [held]).state


def test_of_something_nobody_speaks_of_everything_is_new() -> None:
    assert known(TABLE, CELLS, "2023-01-01", "mine", []).state is RowState.NEW
    other = known(TABLE, CELLS, "2023-01-01", "mine", [HELD | {"module": "1"}])
    assert (other.state, other.facts) == (RowState.NEW, [])


def test_the_same_value_on_the_same_day_is_the_same() -> None:
    assert state(HELD) is RowState.SAME
    assert state(HELD, source="other") is RowState.SAME


def test_a_day_of_its_own_counts_before_that_of_the_paper() -> None:
    held = known(TABLE, CELLS | {"as_of": "2023-01-01"}, "2024", "mine", [HELD])
    assert held.state is RowState.SAME
    assert state(HELD | {"as_of": None}, day="2022") is RowState.SAME


def test_another_value_on_the_same_day_contradicts_another_source_only() -> None:
    assert state(HELD | {"quantity": 3.5}) is RowState.CONFLICT
    assert state(HELD | {"quantity": 3.5}, source="other") is RowState.NEW


def test_what_held_on_another_day_is_shown_and_contradicts_nothing() -> None:
    earlier = HELD | {"quantity": 3.5, "as_of": "2021"}
    found = known(TABLE, CELLS, "2023-01-01", "mine", [earlier, HELD])
    assert (found.state, found.facts) == (RowState.SAME, [HELD, earlier])
    assert state(earlier) is RowState.NEW


@pytest.mark.parametrize("name", ["bodies", "milestones", "funding"])
def test_every_table_has_columns_that_say_of_what_and_what(name: str) -> None:
    table = package().tables[name]
    cells = {each.name: "x" for each in table.fields if each.type == "string"}
    held = {each.name: None for each in table.fields} | cells | {"source_date": "", "as_of": "x"}
    numbers = {each.name: 1.0 for each in table.fields if each.type != "string"}
    same = known(table, cells | dict.fromkeys(numbers, "1"), "x", "y", [held | numbers])
    assert same.state is RowState.SAME
