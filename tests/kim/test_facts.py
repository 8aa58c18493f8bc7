"""The key of a fact is written and read by one class; what is no key is refused."""

import pandas as pd
import pytest

from kim.facts import FactKey, records


@pytest.mark.parametrize("fact", [0, 255, 0x1F00AB, 2**64 - 1])
def test_a_key_is_read_as_it_is_written(fact: int) -> None:
    key = FactKey("positions", fact)

    assert FactKey.parse(str(key)) == key


def test_a_key_has_sixteen_digits_so_that_equal_facts_have_equal_addresses() -> None:
    assert str(FactKey("positions", 255)) == "positions:00000000000000ff"


@pytest.mark.parametrize("written", ["positions:ff", "positions:00000000000000FF"])
def test_a_key_is_read_without_its_zeros_and_in_capitals(written: str) -> None:
    assert FactKey.parse(written) == FactKey("positions", 255)


@pytest.mark.parametrize(
    "written",
    [
        "",
        "positions",
        "positions:",
        "positions:xyz",
        "positions:-1",
        "positions:0x1f",
        "positions:1f\n",
        "positions: 1f",
        "positions:1_f",
        "positions:10000000000000000",
        "regions:1f",
        "unknown:1f",
        "Positions:1f",
    ],
)
def test_nonsense_is_no_key(written: str) -> None:
    with pytest.raises(ValueError, match="no key of a fact"):
        FactKey.parse(written)


def test_a_missing_cell_is_none_whatever_its_column_holds() -> None:
    rows = pd.DataFrame(
        {
            "words": ["a", None],
            "number": [1.5, float("nan")],
            "count": pd.array([2, pd.NA], dtype="Int64"),
            "flag": pd.array([False, pd.NA], dtype="boolean"),
            "day": pd.to_datetime(["2022-01-01", None]),
        }
    )
    full, empty = records(rows)

    assert list(full) == list(rows)
    assert list(empty.values()) == [None] * 5
    assert (full["number"], full["count"], full["flag"]) == (1.5, 2, False)
    assert full["day"] == pd.Timestamp("2022-01-01")
