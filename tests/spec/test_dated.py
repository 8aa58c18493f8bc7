"""dated.sql: on which days may the events and decisions of the chosen places lie?"""

from kim import queries
from tests.spec.conftest import Spec
from tests.spec.told import FIRST, view

MILESTONES = """
    loads | region   | event   | date
          | 05566    | month   | 2022-03
          | 05566    | open    | [2022-12-01..]
          | 05566    | until   | [..2020-12-01]
          | 05566    | no year | XXXX-05
          | 05566    | none    |
          | 05566076 | town    | 2022
    2-    | 05566    | late    | 2021-06-15
"""
DECISIONS = "loads | body | date\n | Rat | 2021-06-15\n 2- | Kreistag | 2021-06-16"


def test_the_first_and_the_last_day_of_each_date(spec: Spec) -> None:
    told = spec(milestones=MILESTONES, decisions=DECISIONS)
    answer = told.ask(queries.dated, view("05566"))
    days = answer.sort_values("first_day", kind="stable")[["fact_table", "first_day", "last_day"]]

    assert [" ".join(str(cell)[:10] for cell in row) for row in days.itertuples(index=False)] == [
        "decisions 2021-06-15 2021-06-15",
        "milestones 2021-06-15 2021-06-15",
        "decisions 2021-06-16 2021-06-16",
        "milestones 2022-03-01 2022-03-31",
        "milestones 2022-12-01 NaT",
        "milestones NaT 2020-12-01",
    ]


def test_a_date_is_that_of_its_statement(spec: Spec) -> None:
    told = spec(milestones=MILESTONES, decisions=DECISIONS)
    found = told.ask(queries.dated, view("05566"))
    for table in ("milestones", "decisions"):
        said = told.ask(queries.facts, table, view("05566")).set_index("fact")["date"]
        days = found[found["fact_table"] == table].set_index("fact")["first_day"].dropna()
        written = said[days.index]
        assert all(str(day)[:4] in date for day, date in zip(days, written, strict=True))
        assert len(days)


def test_what_was_known_on_a_day_about_the_chosen_places(spec: Spec) -> None:
    told = spec(milestones=MILESTONES, decisions=DECISIONS)

    assert len(told.ask(queries.dated, view("05566", known_on=FIRST))) == 4
    assert len(told.ask(queries.dated, view("05566076"))) == 1


def test_in_the_order_of_tables_and_keys(spec: Spec) -> None:
    rows = "\n".join(f"{name} | 2022" for name in "abcdefg")
    told = spec(milestones=f"event | date\n {rows}", decisions=DECISIONS)
    answer = told.ask(queries.dated, view("05566"))

    assert list(answer["fact_table"]) == [*["decisions"] * 2, *["milestones"] * 7]
    assert answer["fact"][2:].is_monotonic_increasing
