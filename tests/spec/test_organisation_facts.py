"""organisation_facts.sql: which statement that names each of these organisations is the newest?"""

import pandas as pd

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
