"""example.sql: which row of a fact table serves as an example? The newest proven one."""

import pytest

from kim import queries
from tests.spec.conftest import Spec
from tests.spec.told import view

PROVEN = "muster-2022 | 1 | Stellen"
UNPROVEN = "vermerk-2023 | 1 | Wort"


@pytest.mark.parametrize(
    ("rows", "example"),
    [
        (f"old | 2020 | {PROVEN}\n new | 2024 | {UNPROVEN}", "old"),
        (f"old | 2020 | {PROVEN}\n new | 2021 | {PROVEN}\n mid | 2020-05 | {PROVEN}", "new"),
        ("undated | | web-undatiert | | Wort\n dated | 2020 | vermerk-2023 | | Wort", "dated"),
    ],
    ids=["proven before new", "newest proven", "dated before undated"],
)
def test_the_newest_that_its_document_proves(spec: Spec, rows: str, example: str) -> None:
    told = spec(bodies=f"body | as_of | source | paragraph | anchor\n {rows}")
    told.gives(queries.example, told.world.table("bodies"), rows=f"body\n {example}")


def test_what_was_taken_back_is_no_example(spec: Spec) -> None:
    told = spec(bodies="loads | body | as_of\n 1 | gone | 2024\n | stays | 2020\n 2 | x | 2019")
    told.gives(queries.example, told.world.table("bodies"), rows="body\n stays")


def test_among_equals_the_first_by_key(spec: Spec) -> None:
    told = spec(bodies="body\n a\n b\n c\n d\n e\n f\n g")
    first = told.ask(queries.facts, "bodies", view("05566"))["body"].iloc[0]

    told.gives(queries.example, told.world.table("bodies"), rows=f"body\n {first}")


def test_an_example_has_the_declared_columns(spec: Spec) -> None:
    told = spec(bodies="body\n a")
    table = told.world.table("bodies")

    assert list(told.ask(queries.example, table)) == [field.name for field in table.fields]


def test_a_table_without_rows_has_none(spec: Spec) -> None:
    told = spec(bodies="body")

    assert told.ask(queries.example, told.world.table("bodies")).empty
