"""As many rules as a fault mask has bits, and no more."""

from dataclasses import replace

import duckdb
import pytest

from etl.pipeline.rules import MOST_RULES, TooManyRulesError, broken, mask, rules
from kim.tables import Field, Table, package


def table(fields: int) -> Table:
    """A table with one rule for each column: a cell must not be empty."""
    names = tuple(
        Field(f"column_{number}", "", "string", required=True) for number in range(fields)
    )
    kept = {"required_when": (), "certainty_of": (), "ordered": ()}
    return replace(package().tables["bodies"], fields=names, **kept)


def test_every_bit_of_a_mask_names_its_rule() -> None:
    found = rules(table(MOST_RULES))
    empty = ", ".join(f"NULL::VARCHAR AS {rule.column}" for rule in found)
    [(bits,)] = duckdb.sql(f"SELECT {empty}").project(mask(found)).fetchall()
    assert list(broken(found, bits)) == found

    last = found[-1]
    full = ", ".join(f"'x' AS {rule.column}" for rule in found[:-1])
    rows = duckdb.sql(f"SELECT {full}, NULL::VARCHAR AS {last.column}")
    [(bits,)] = rows.project(mask(found)).fetchall()
    assert list(broken(found, bits)) == [last]


def test_a_table_with_more_rules_is_refused() -> None:
    with pytest.raises(TooManyRulesError, match="bodies: 64 rules, at most 63"):
        rules(table(MOST_RULES + 1))
