"""organisation_facts.sql: which statement that names each of these organisations is the newest?"""

import pandas as pd
import pytest

from kim import queries
from kim.queries import View
from tests.spec.conftest import Spec
from tests.spec.told import FIRST, Told, view

TABLES = {
    "carriers": """
        loads | region | organisation    | counterpart     | as_of
              | 05566  | caritas         | kreis-steinfurt | 2020
        1     | 05566  | caritas         |                 | 2024
        2-    | 05558  | stadt-rheine    |                 | 2018
    """,
    "positions": """
        region   | employer     | workplace    | as_of
        05566076 | stadt-rheine | stadt-rheine | 2021
    """,
    "funding": """
        region | payer           | recipient    | as_of
        05566  | kreis-steinfurt | stadt-rheine | 2022
    """,
    "bodies": """
        region | body | host            | as_of
        05558  | x    | kreis-steinfurt | 2019
    """,
}


def newest(told: Told, *organisations: str, shown: View) -> list[tuple[str, str, str, int]]:
    rows: pd.DataFrame = told.ask(queries.organisation_facts, organisations, shown)
    names = ["organisation", "fact_table", "region", "facts"]
    return [(*row[:3], int(row[3])) for row in rows[names].itertuples(index=False, name=None)]


def test_the_newest_and_how_many_there_are(spec: Spec) -> None:
    told = spec(**TABLES)

    assert newest(told, "caritas", "kreis-steinfurt", "stadt-rheine", shown=view("05515")) == [
        ("caritas", "carriers", "05566", 1),
        ("kreis-steinfurt", "funding", "05566", 3),
        ("stadt-rheine", "funding", "05566", 3),
    ]


def test_as_known_and_held_on_the_days(spec: Spec) -> None:
    told = spec(**TABLES)

    assert newest(told, "caritas", shown=view("", known_on=FIRST)) == [
        ("caritas", "carriers", "05566", 2)
    ]
    assert newest(told, "stadt-rheine", "caritas", shown=view("", "2021-12-31")) == [
        ("caritas", "carriers", "05566", 1),
        ("stadt-rheine", "positions", "05566076", 2),
    ]


NAMING = {
    "bodies": "host",
    "carriers": "counterpart",
    "funding": "recipient",
    "positions": "workplace",
}
NAMED = {"bodies": "body", "carriers": "area", "positions": "area"}
PLACES = ("05558", "05515", "05566", "05566076")


def told_by(spec: Spec, days: dict[str, str], more: str = "", late: str = "") -> Told:
    """Each table names one organisation as of its day, about a place of its own."""
    rows = {
        table: f"loads | region | {NAMED.get(table, 'note')} | {column} | as_of\n {'2-' if table == late else ''} | {place} | x | caritas | {days[table]}"
        for place, (table, column) in zip(PLACES, NAMING.items(), strict=True)
    }
    return spec(**rows | {"bodies": rows["bodies"] + more})


@pytest.mark.parametrize("table", NAMING)
def test_the_newest_of_any_table_with_its_key_and_place(spec: Spec, table: str) -> None:
    told = told_by(spec, dict.fromkeys(NAMING, "2020") | {table: "2021"})
    [row] = told.ask(queries.organisation_facts, ("caritas",), view("")).to_dict("records")
    place = PLACES[list(NAMING).index(table)]
    [said] = told.ask(queries.facts, table, view(place))["fact"]
    assert (row["fact_table"], row["fact"], row["region"], row["facts"]) == (table, said, place, 4)


@pytest.mark.parametrize("table", NAMING)
def test_of_every_table_only_what_was_known_and_held_on_the_days(spec: Spec, table: str) -> None:
    told = told_by(spec, dict.fromkeys(NAMING, "2020") | {table: "2022"}, late=table)
    for shown, number in (
        (view(""), 4),
        (view("", "2021-12-31"), 3),
        (view("", known_on=FIRST), 3),
    ):
        [found] = newest(told, "caritas", shown=shown)
        assert (found[1] == table, found[3]) == (number == 4, number)


def test_of_one_day_the_table_then_the_key_says_which_and_a_day_comes_before_none(
    spec: Spec,
) -> None:
    rows = "".join(f"\n | 05558 | {each} | caritas | 2020" for each in "abcdefg")
    told = told_by(spec, dict.fromkeys(NAMING, "2020"), rows)
    told_facts = told.ask(queries.facts, "bodies", view("05558"))["fact"]
    [row] = told.ask(queries.organisation_facts, ("caritas",), view("")).to_dict("records")
    assert (row["fact_table"], row["fact"]) == ("bodies", told_facts.min())
    undated = spec(
        carriers="organisation | as_of\n caritas | 2020",
        positions="employer",
        funding="payer",
        bodies="host | source\n caritas | web-undatiert",
    )
    assert newest(undated, "caritas", shown=view("")) == [("caritas", "carriers", "05566", 2)]
