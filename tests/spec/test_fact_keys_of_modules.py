"""fact_keys_of_modules.sql: which facts on these modules come after the first few, so many of them?"""

import pytest

from kim import queries
from kim.queries import View, rows
from tests.spec.conftest import Spec
from tests.spec.shared import A_PAPER, IN_ORDER, TIED
from tests.spec.told import FIRST, Told, view

ALL = ("", "1", "2", "3")
GROUPS = """
    loads | region   | module | label  | source       | as_of
          | 05566    | 1      | first  | vermerk-2023 | 2021
          | 05566    | 2      | second | vermerk-2023 | 2022
          | 05566    |        | none   | vermerk-2023 | 2023
    2-    | 05566    | 2      | later  | vermerk-2023 | 2024
          | 05558    | 2      | abroad | vermerk-2023 | 2021
"""


def labels(
    told: Told, modules: tuple[str, ...], view: View, most: int | None = None, skip: int = 0
) -> str:
    chunks = told.ask(queries.fact_rows, "target_groups", view, modules, most, skip)
    return " ".join(label for chunk in chunks for label in chunk["label"])


def test_only_these_modules(spec: Spec) -> None:
    told, chosen = spec(target_groups=GROUPS), view("05566")

    assert labels(told, ("2",), chosen) == "second later"
    assert labels(told, ("",), chosen) == "none"
    assert labels(told, ("", "1"), chosen) == "first none"
    assert labels(told, ("3",), chosen) == ""


def test_a_page_of_them(spec: Spec) -> None:
    told, chosen = spec(target_groups=GROUPS), view("05558 05566")

    assert labels(told, ("2",), chosen, 2) == "abroad second"
    assert labels(told, ("2",), chosen, 2, 2) == "later"
    assert labels(told, ("2",), chosen, None, 1) == "second later"


def test_places_and_days_are_those_of_the_view(spec: Spec) -> None:
    told = spec(target_groups=GROUPS)

    assert labels(told, ALL, view("05566", "2022-12-31")) == "first second"
    assert labels(told, ALL, view("05566", known_on=FIRST)) == "first second none"
    assert labels(told, ALL, view("05558")) == "abroad"


def test_one_at_a_time_they_come_in_their_order(
    spec: Spec, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(rows, "FACTS_AT_ONCE", 1)
    in_order, tied = (each.replace("body", "label") for each in (IN_ORDER, TIED))
    told = spec(target_groups=in_order, sources=A_PAPER)

    assert labels(told, ("",), view("05566 05558")) == "1 2 3 4 5 6 7"
    chunks = spec(target_groups=tied).ask(queries.fact_rows, "target_groups", view("05566"), ("",))
    facts = [int(chunk["fact"].iloc[0]) for chunk in chunks]
    assert facts == sorted(facts)
    assert len(facts) == 7
