"""fact_keys.sql: which facts on one subject come after the first few, so many of them?"""

import pytest

from kim import queries
from kim.queries import rows
from tests.spec.conftest import Spec
from tests.spec.shared import A_PAPER, IN_ORDER, TIED
from tests.spec.test_fact_rows import bodies
from tests.spec.told import view


@pytest.mark.parametrize(
    ("most", "skip", "told"),
    [(3, 0, "1 2 3"), (3, 3, "4 5 6"), (3, 6, "7"), (3, 7, ""), (None, 5, "6 7")],
)
def test_a_page_goes_on_where_the_one_before_ended(
    spec: Spec, most: int | None, skip: int, told: str
) -> None:
    store = spec(bodies=IN_ORDER, sources=A_PAPER)

    assert bodies(store, view("05566 05558"), most=most, skip=skip) == told


def test_nothing_is_told_of_no_place(spec: Spec) -> None:
    told = spec(bodies=IN_ORDER, sources=A_PAPER)

    assert list(told.ask(queries.fact_rows, "bodies", view(""))) == []


def test_one_at_a_time_they_come_in_their_order(
    spec: Spec, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(rows, "FACTS_AT_ONCE", 1)

    assert bodies(spec(bodies=IN_ORDER, sources=A_PAPER), view("05566 05558")) == "1 2 3 4 5 6 7"
    facts = [
        int(chunk["fact"].iloc[0])
        for chunk in spec(bodies=TIED).ask(queries.fact_rows, "bodies", view("05566"))
    ]
    assert facts == sorted(facts)
    assert len(facts) == 7
