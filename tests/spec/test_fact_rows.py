"""fact_rows.sql: which statements on one subject come after the first few, so many of them?"""

from collections.abc import Iterator

import pandas as pd
import pytest

from kim import queries
from kim.queries import View
from tests.spec.conftest import Spec
from tests.spec.shared import A_PAPER, BODIES, IN_ORDER
from tests.spec.told import FIRST, Told, view

PLACES = "05566 05566076"


def bodies(told: Told, view: View, *, most: int | None = None, skip: int = 0) -> str:
    chunks: Iterator[pd.DataFrame] = told.ask(queries.fact_rows, "bodies", view, (), most, skip)
    return " ".join(body for chunk in chunks for body in chunk["body"])


def test_they_are_the_facts_in_their_order(spec: Spec) -> None:
    told, chosen = spec(bodies=IN_ORDER, sources=A_PAPER), view("05566 05558")
    facts = told.ask(queries.facts, "bodies", chosen)
    (rows,) = told.ask(queries.fact_rows, "bodies", chosen)

    pd.testing.assert_frame_equal(rows, facts, check_flags=False)
    assert bodies(told, chosen) == "1 2 3 4 5 6 7"


@pytest.mark.parametrize(
    ("most", "skip", "told"),
    [(3, 0, "1 2 3"), (3, 3, "4 5 6"), (3, 6, "7"), (3, 7, ""), (None, 5, "6 7")],
)
def test_a_page_goes_on_where_the_one_before_ended(
    spec: Spec, most: int | None, skip: int, told: str
) -> None:
    store = spec(bodies=IN_ORDER, sources=A_PAPER)

    assert bodies(store, view("05566 05558"), most=most, skip=skip) == told


def test_places_and_days_are_those_of_the_view(spec: Spec) -> None:
    told = spec(bodies=BODIES)

    assert bodies(told, view(PLACES)) == "later read own town"
    assert bodies(told, view("05558")) == "abroad"
    assert bodies(told, view(PLACES, "2022-11-03")) == "later read town"
    assert bodies(told, view(PLACES, known_on=FIRST)) == "gone read own town"


def test_what_was_begun_is_finished_on_its_version(spec: Spec) -> None:
    """The rows are read after the question was asked: of the version that was asked."""
    told = spec(bodies=BODIES)
    rows = told.ask(queries.fact_rows, "bodies", view("05558"))

    assert [body for chunk in rows for body in chunk["body"]] == ["abroad"]
