"""decided.sql: what was decided, and which decision rescinds which one."""

import pytest

from kim import queries
from kim.facts import FactKey
from tests.spec.conftest import Spec
from tests.spec.told import cells, view

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


def test_of_several_the_newest_rescinds_and_is_rescinded(spec: Spec) -> None:
    """One without a day comes last; day, key and how sure it is are those of one statement."""
    told = spec(
        decisions="""
            subject | kind      | date    | source        | paragraph | anchor  | basis
            Ausbau  | decided   | 2019    | vermerk-2023  | 1         | a       | stated
            Ausbau  | decided   | 2021    | vermerk-2023  | 2         | b       | stated
            Ausbau  | decided   |         | web-undatiert | 1         | c       | stated
            Ausbau  | rescinded | 2022-05 | muster-2022   | 1         | Stellen | claimed
            Ausbau  | rescinded | 2022-06 | muster-2022   | 2         | Stellen | stated
            Ausbau  | rescinded |         | web-undatiert | 2         | d       | stated
        """
    )
    told.gives(
        queries.decisions,
        view("05566"),
        rows="""
            kind      | date    | rescinded_on | is_rescission_sure | is_rescission_certain | rescinded_date
            decided   | 2019    | 2022-06      | True               | True                  |
            decided   | 2021    | 2022-06      | True               | True                  |
            rescinded | 2022-05 |              |                    |                       | 2021
            rescinded | 2022-06 |              |                    |                       | 2021
            decided   |         | 2022-06      | True               | True                  |
            rescinded |         |              |                    |                       | 2021
        """,
    )
    rows = told.ask(queries.decisions, view("05566"))
    keys = {f"{fact:016x}": date for fact, date in zip(rows["fact"], rows["date"], strict=True)}
    assert {keys[each] for each in rows["rescinded_by"].dropna()} == {"2022-06"}
    assert {keys[each] for each in rows["rescinded_fact"].dropna()} == {"2021"}


READ = "muster-2022 | 1 | Stellen"
HEADING = "subject | kind | body | date | source | paragraph | anchor | basis"


def test_of_one_day_the_key_says_which(spec: Spec) -> None:
    """Its date, whether it is sure and certain on the day are those of the same statement."""
    dates = {"decided": ("2020", "2020-01-01"), "rescinded": ("2022-05", "2022-05-01")}
    rows = [
        f"Ausbau | {kind} | {body} | {dates[kind][n % 2]} | {READ} | {('stated', 'claimed')[n // 2 % 2]}"
        for n, body in enumerate("abcdefgh")
        for kind in dates
    ]
    told = spec(decisions="\n".join([HEADING, *rows]))
    found = told.ask(queries.decisions, view("05566", "2022-05-15"))
    found = found.assign(key=found["fact"].map("{:016x}".format)).sort_values("key")
    first = found.drop_duplicates("kind").set_index("kind")

    old, new = first.loc["decided"], first.loc["rescinded"]
    for names, expected in (
        (["rescinded_by", "rescinded_on"], [new["key"], new["date"]]),
        (["is_rescission_certain"], [new["is_certain"]]),
        (["is_rescission_sure"], [new["basis"] == "stated"]),
    ):
        answered = found[found["kind"] == "decided"][names].drop_duplicates()
        assert answered.to_numpy().tolist() == [expected]
    ending = found[found["kind"] == "rescinded"][["rescinded_fact", "rescinded_date"]]
    assert ending.drop_duplicates().to_numpy().tolist() == [[old["key"], old["date"]]]


def test_all_that_is_told_of_a_rescission_is_that_of_the_newest(spec: Spec) -> None:
    older = [f"Ausbau | rescinded | {body} | 2022 | {READ} | claimed" for body in "abcdefgh"]
    told = spec(
        decisions="\n".join(
            [
                HEADING,
                f"Ausbau | decided | x | 2021 | {READ} | stated",
                f"Ausbau | rescinded | y | 2022-05 | {READ} | stated",
                *older,
            ]
        )
    )
    rows = told.ask(queries.decisions, view("05566", "2022-06-15")).set_index("body")
    said = rows.loc["x", ["rescinded_by", "rescinded_on"]].tolist()
    assert said == [f"{rows.loc['y', 'fact']:016x}", "2022-05"]
    assert rows.loc["x", ["is_rescission_sure", "is_rescission_certain"]].tolist() == [True, True]


@pytest.mark.parametrize(
    ("decided", "rescinded", "on"),
    [
        ("2024-12 | paper-2026", "2024 | paper-2026", "2024"),
        ("2024-06-01 | paper-2026", "2024-06-01 | paper-2026", "2024-06-01"),
        ("2024-06-02 | paper-2026", "2024-06-01 | paper-2026", ""),
        (" | web-undatiert", "2022 | vermerk-2023", "2022"),
    ],
)
def test_a_decision_is_rescinded_from_its_own_day_on(
    spec: Spec, decided: str, rescinded: str, on: str
) -> None:
    told = spec(
        sources=PAPER,
        decisions=f"""
            subject | kind      | date | source
            Ausbau  | decided   | {decided}
            Ausbau  | rescinded | {rescinded}
        """,
    )
    rows = told.ask(queries.decisions, view("05566")).set_index("kind")
    assert cells(rows.loc[["decided"], ["rescinded_on"]]) == [(on,)]


def test_a_rescission_is_certain_once_its_whole_date_has_passed(spec: Spec) -> None:
    told = spec(
        decisions="subject | kind | date\n Ausbau | decided | 2021\n Ausbau | rescinded | 2022"
    )
    for day, is_certain in (("2022-06-01", "False"), ("2022-12-31", "True")):
        answer = told.ask(queries.decisions, view("05566", day))
        assert str(answer["is_rescission_certain"].iloc[0]) == is_certain


def test_nothing_rescinds_itself_or_a_rescission(spec: Spec) -> None:
    told = spec(decisions="subject | kind | rescinds\n Ausbau | decided | Ausbau")
    assert told.ask(queries.decisions, view("05566"))["rescinded_by"].isna().all()
    told = spec(decisions="subject | kind\n Ausbau | rescinded")
    key = f"{told.ask(queries.decisions, view('05566'))['fact'].iloc[0]:016x}"
    told = spec(
        decisions=f"""
            subject | kind      | body | rescinds
            Ausbau  | rescinded |      |
            Neubau  | decided   | B    | {key}
        """
    )
    rows = told.ask(queries.decisions, view("05566"))
    assert key in set(rows["fact"].map("{:016x}".format))
    assert rows["rescinded_by"].isna().all()


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
            Rat: Ausbau (beschlossen, [aufgehoben 09.12.2024]) | decided
            Rat: Aufhebung (beschlossen) | decided
        """,
    )
