"""What a fact is: a column that was added to its identity later counts only where it is filled."""

import hashlib
from dataclasses import replace
from pathlib import Path

import duckdb
import pytest

from etl.pipeline.identity import fact_key
from etl.pipeline.stage import MACROS
from kim.date_functions import add_date_functions
from kim.facts import FactKey
from kim.tables import Table, package
from tests.conftest import World, tiny_world
from tests.rows import FACTS

WITH_LATER = [table for table in package().facts if table.later_identity]
POST = dict.fromkeys(package().tables["positions"].identity, "") | {
    "region": "05558",
    "unit": "posts",
    "measure": "total",
    "status": "filled",
    "employer": "kreis-coesfeld",
    "source": "kreis-coesfeld-ausschuss-2023",
    "paragraph": "4",
}


def key(table: Table, row: dict[str, str]) -> str:
    """The key of a row as addresses write it; an empty cell is a missing one."""
    named = {**row, "key": ""}
    cells = ", ".join(f"nullif('{named[name]}', '') AS {name}" for name in (*table.identity, "key"))
    with duckdb.connect() as connection:
        add_date_functions(connection)
        connection.execute(MACROS)
        [(fact,)] = connection.sql(f"SELECT {cells}").project(fact_key(table)).fetchall()
    return str(FactKey(table.name, fact))


def test_a_key_that_stands_in_addresses_is_what_it_was() -> None:
    assert key(package().tables["positions"], POST) == "positions:09601c5f6929682a"


@pytest.mark.parametrize("table", WITH_LATER, ids=lambda table: table.name)
def test_an_empty_later_column_changes_no_key(table: Table) -> None:
    first = [name for name in table.identity if name not in table.later_identity]
    row = {name: f"cell {number}" for number, name in enumerate(first)}
    digest = hashlib.md5("\x1f".join(row.values()).encode()).digest()  # noqa: S324 (no secret)
    before = FactKey(table.name, int.from_bytes(digest[8:], "little"))

    assert key(table, row | dict.fromkeys(table.later_identity, "")) == str(before)
    without = replace(table, identity=tuple(first), later_identity=())
    assert key(without, row) == str(before)


@pytest.mark.parametrize("table", WITH_LATER, ids=lambda table: table.name)
def test_every_filled_later_column_makes_another_fact(table: Table) -> None:
    empty = dict.fromkeys(table.identity, "")
    keys = {key(table, empty | {name: "x"}) for name in table.later_identity}

    assert len({*keys, key(table, empty)}) == len(table.later_identity) + 1
    assert set(table.later_identity) <= set(table.identity)


def test_two_pay_groups_are_two_facts_and_the_same_one_twice_is_a_duplicate(world: World) -> None:
    post = FACTS["positions"][0]
    world.write("positions", post | {"pay_group": "S 12"}, post | {"pay_group": "E 9b"}, post)
    assert world.build().findings == []

    world.write("positions", post | {"pay_group": "S 12"}, post | {"pay_group": "S 12"})
    found = world.build().findings
    assert [(each.kind, each.line) for each in found] == [("duplicate", 2), ("duplicate", 3)]
    assert "Entgeltgruppe" in found[0].expected


def test_a_stock_and_what_came_in_a_year_are_two_facts(tmp_path: Path) -> None:
    world = tiny_world(tmp_path)
    world.keep("regions", "organisations", "sources", "indicators")
    figure = FACTS["indicators"][0] | {"indicator": "persons_advised"}
    counted = [
        {"counting": "stock"},
        {"counting": "flow", "period": "2022"},
        {"counting": "flow", "period": "2021"},
        {"counting": "running_total", "period": "2021"},
    ]
    world.write("indicators", *(figure | each for each in counted))
    assert world.build().findings == []


def test_a_period_without_its_year_is_one_however_it_is_written(tmp_path: Path) -> None:
    world = tiny_world(tmp_path)
    world.keep("regions", "organisations", "sources", "indicators")
    figure = FACTS["indicators"][0] | {"indicator": "persons_advised", "counting": "flow"}
    world.write("indicators", *(figure | {"period": period} for period in ("--05", "XXXX-05")))

    assert [each.kind for each in world.build().findings] == ["duplicate", "duplicate"]


def test_a_negative_number_of_posts_is_told_how_to_say_that_posts_are_gone(world: World) -> None:
    world.write("positions", FACTS["positions"][0] | {"quantity": -3})
    [found] = world.build().findings
    assert str(found).endswith(
        "Der kleinste erlaubte Wert ist 0. Weggefallene Stellen tragen den Stand „weggefallen“ und "
        "eine Zahl ohne Minus."
    )
