"""decided.sql: what was decided, and which decision rescinds which one."""

import pytest

from kim import queries
from kim.facts import FactKey
from tests.spec.conftest import Spec
from tests.spec.told import view

PAPER = "source | date\n paper-2026 | 2026"
DECISIONS = """
    region | body | subject   | kind    | date       | rescinds | source
    05566  | Rat  | Ausbau    | decided | 2021-12-13 |          | vermerk-2023
    05566  | Rat  | Aufhebung | decided | 2024-12-09 | Ausbau   | paper-2026
    05558  | Rat  | Ausbau    | decided | 2021-12-13 |          | vermerk-2023
"""


def test_a_rescinded_decision_and_the_one_that_rescinds_it_point_at_each_other(spec: Spec) -> None:
    told = spec(sources=PAPER, decisions=DECISIONS)
    told.gives(
        queries.decisions,
        view("05566 05558"),
        rows="""
            region | subject   | kind    | rescinded_on | is_rescission_sure | rescinded_date
            05558  | Ausbau    | decided |              |                    |
            05566  | Ausbau    | decided | 2024-12-09   | False              |
            05566  | Aufhebung | decided |              |                    | 2021-12-13
        """,
    )
    _, old, new = told.ask(queries.decisions, view("05566 05558")).to_dict("records")
    assert FactKey.parse(f"decisions:{old['rescinded_by']}").fact == new["fact"]
    assert FactKey.parse(f"decisions:{new['rescinded_fact']}").fact == old["fact"]


def test_on_a_day_before_it_was_rescinded_it_stands(spec: Spec) -> None:
    told = spec(sources=PAPER, decisions=DECISIONS)
    told.gives(
        queries.decisions,
        view("05566", "2024-12-08"),
        rows="subject | rescinded_on\n Ausbau |",
    )
    told.gives(
        queries.decisions,
        view("05566", "2024-12-09"),
        rows="subject | rescinded_on\n Ausbau | 2024-12-09\n Aufhebung |",
    )


def test_that_it_was_rescinded_can_be_said_of_its_own_subject(spec: Spec) -> None:
    spec(
        decisions="""
            subject | kind      | date
            Ausbau  | decided   | 2021
            Ausbau  | rescinded | 2024
        """
    ).gives(
        queries.decisions,
        view("05566"),
        rows="""
            kind      | rescinded_on | rescinded_date
            decided   | 2024         |
            rescinded |              | 2021
        """,
    )


def test_a_decision_is_named_by_its_key_where_its_subject_is_not_its_own(spec: Spec) -> None:
    """The key is that of the recommendation: of two with one subject the other one stands."""
    told = spec(decisions="subject | kind | body\n Ausbau | recommended | A\n Ausbau | decided | B")
    rows = told.ask(queries.decisions, view("05566"))
    key = f"{rows[rows['body'] == 'A']['fact'].iloc[0]:016x}"
    told = spec(
        decisions=f"""
            subject   | kind        | body | rescinds
            Ausbau    | recommended | A    |
            Ausbau    | decided     | B    |
            Aufhebung | decided     | C    | {key}
        """
    )
    rows = told.ask(queries.decisions, view("05566")).set_index("body")
    assert rows["rescinded_by"].notna().to_dict() == {"A": True, "B": False, "C": False}
    assert rows["rescinded_fact"].notna().to_dict() == {"A": False, "B": False, "C": True}


@pytest.mark.parametrize(
    "other",
    [
        "Ausbau | recommended | 2021 | vermerk-2023",
        "Ausbau | adjourned | 2021 | vermerk-2023",
        "Umbau | decided | 2021 | vermerk-2023",
        "Ausbau | decided | 2025 | paper-2026",
    ],
)
def test_what_is_not_rescinded(spec: Spec, other: str) -> None:
    """Not what was never decided, what is another subject, what was decided anew later."""
    told = spec(
        sources=PAPER,
        decisions=f"""
            subject | kind      | date | source
            {other}
            Ausbau  | rescinded | 2024 | paper-2026
        """,
    )
    rows = told.ask(queries.decisions, view("05566"))
    assert rows["rescinded_by"].isna().all()
    assert rows["rescinded_fact"].isna().all()


def test_the_newest_word_tells_since_when(spec: Spec) -> None:
    spec(
        decisions="""
            subject | kind      | date    | source
            Ausbau  | decided   | 2021    | vermerk-2023
            Ausbau  | rescinded | 2022-05 | web-undatiert
            Ausbau  | rescinded | 2022-11 | vermerk-2023
        """
    ).gives(
        queries.decisions,
        view("05566"),
        rows="date | rescinded_on\n 2021 | 2022-11\n 2022-05 |\n 2022-11 |",
    )


def test_a_rescission_is_as_sure_as_who_says_it(spec: Spec) -> None:
    rows = """
        subject | kind      | date | source      | paragraph | anchor | basis
        Ausbau  | decided   | 2021 | muster-2022 | 1         | Stellen | stated
        Ausbau  | rescinded | 2022 | muster-2022 | 1         | Stellen | {basis}
    """
    for basis, is_sure in (("stated", "True"), ("claimed", "False")):
        answer = spec(decisions=rows.format(basis=basis)).ask(queries.decisions, view("05566"))
        assert str(answer["is_rescission_sure"].iloc[0]) == is_sure


def test_an_event_says_how_its_decision_stands(spec: Spec) -> None:
    spec(sources=PAPER, decisions=DECISIONS, milestones="event").gives(
        queries.events,
        view("05566"),
        rows="""
            event          | kind
            Rat: Ausbau (beschlossen, (aufgehoben 09.12.2024)) | decided
            Rat: Aufhebung (beschlossen) | decided
        """,
    )
