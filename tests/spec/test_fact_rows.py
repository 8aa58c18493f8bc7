"""fact_rows.sql: what do the statements say that hold of these facts?"""

from collections.abc import Iterator

import pandas as pd
import pytest

from kim import queries
from kim.queries import View, rows
from tests.spec.conftest import Spec
from tests.spec.shared import A_PAPER, BODIES, IN_ORDER, TIED
from tests.spec.told import FIRST, Told, view

PLACES = "05566 05566076"


def bodies(told: Told, view: View, *, most: int | None = None, skip: int = 0) -> str:
    chunks: Iterator[pd.DataFrame] = told.ask(queries.fact_rows, "bodies", view, (), most, skip)
    return " ".join(body for chunk in chunks for body in chunk["body"])


def test_they_are_the_facts_in_their_order(spec: Spec) -> None:
    told, chosen = spec(bodies=IN_ORDER, sources=A_PAPER), view("05566 05558")
    facts = told.ask(queries.facts, "bodies", chosen)
    (found,) = told.ask(queries.fact_rows, "bodies", chosen)

    pd.testing.assert_frame_equal(found, facts, check_flags=False)
    assert bodies(told, chosen) == "1 2 3 4 5 6 7"


@pytest.mark.parametrize("at_once", [1, 2, 3, 7, 8])
def test_they_are_the_same_however_many_are_put_in_order_at_a_time(
    spec: Spec, monkeypatch: pytest.MonkeyPatch, at_once: int
) -> None:
    monkeypatch.setattr(rows, "FACTS_AT_ONCE", at_once)
    told, chosen = spec(bodies=IN_ORDER, sources=A_PAPER), view("05566 05558")
    parts = list(told.ask(queries.fact_rows, "bodies", chosen))

    assert [len(each) for each in parts] == [
        min(at_once, 7 - start) for start in range(0, 7, at_once)
    ]
    assert " ".join(body for each in parts for body in each["body"]) == "1 2 3 4 5 6 7"


def test_places_and_days_are_those_of_the_view(spec: Spec) -> None:
    told = spec(bodies=BODIES)

    assert bodies(told, view(PLACES)) == "later read own town"
    assert bodies(told, view("05558")) == "abroad"
    assert bodies(told, view(PLACES, "2022-11-03")) == "later read town"
    assert bodies(told, view(PLACES, known_on=FIRST)) == "gone read own town"


def test_what_was_begun_is_finished_on_its_version(spec: Spec) -> None:
    """The rows are read after the question was asked: of the version that was asked."""
    told = spec(bodies=BODIES)
    found = told.ask(queries.fact_rows, "bodies", view("05558"))

    assert [body for chunk in found for body in chunk["body"]] == ["abroad"]


def test_what_only_its_key_tells_apart_comes_in_the_order_of_the_keys(spec: Spec) -> None:
    (found,) = spec(bodies=TIED).ask(queries.fact_rows, "bodies", view("05566"))

    assert list(found["fact"]) == sorted(found["fact"])
    assert len(found) == 7
