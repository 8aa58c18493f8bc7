"""learned.sql: of which facts is another statement known on one day than on another, and since when?"""

from datetime import date, timedelta

import pytest

from kim import queries
from tests.spec.conftest import Spec
from tests.spec.told import FIRST, FOURTH, SECOND, THIRD, view

DAY = timedelta(days=1)
BODIES = """
    loads | region   | body | task
          | 05566    | same | old
    1     | 05566    | gone | old
    1     | 05566    | told | old
    2-    | 05566    | told | new
    2-    | 05566    | new  | new
    3-    | 05566    | last | new
    2-    | 05566076 | town | new
"""
SECOND_NOON, THIRD_MIDNIGHT = "2024-02-10 12:00:00", "2024-03-10 00:00:00"


@pytest.mark.parametrize(
    ("since", "until", "expected"),
    [
        (FIRST - DAY, FIRST, {"gone", "same", "told"}),
        (FIRST, SECOND - DAY, set()),
        (FIRST, SECOND, {"gone", "new", "told"}),
        (SECOND - DAY, SECOND, {"gone", "new", "told"}),
        (SECOND, THIRD - DAY, set()),
        (SECOND, THIRD, {"last"}),
        (FIRST, THIRD, {"gone", "last", "new", "told"}),
        (FIRST - DAY, SECOND, {"new", "same", "told"}),
        (THIRD, date(2099, 1, 1), set()),
    ],
)
def test_what_is_known_otherwise_at_the_end_of_two_days(
    spec: Spec, since: date, until: date, expected: set[str]
) -> None:
    """What came and went in between is no news."""
    told = spec(bodies=BODIES)
    answer = told.ask(queries.learned, view("05566"), since, until)
    cursor = told.world.store.current().cursor()
    names = dict(cursor.table("bodies").project("fact, body").fetchall())

    assert {names[fact] for fact in answer["fact"]} == expected
    assert set(answer["fact_table"]) <= {"bodies"}


def test_since_when_it_is_known_or_withdrawn(spec: Spec) -> None:
    told = spec(bodies=BODIES)

    second = told.ask(queries.learned, view("05566"), FIRST, SECOND)
    assert {str(each) for each in second["known_from"]} == {SECOND_NOON}
    both = told.ask(queries.learned, view("05566"), FIRST, THIRD)
    assert sorted(map(str, both["known_from"])) == [*[SECOND_NOON] * 3, THIRD_MIDNIGHT]


AGAIN = """
    loads | body  | task
    1     | again | old
    3     | again | old
    1     | gone  | old
          | same  | old
    4-    | last  | old
"""


@pytest.mark.parametrize(
    ("since", "until", "known_from"),
    [
        (FIRST, SECOND, SECOND_NOON),
        (FIRST, FOURTH - DAY, THIRD_MIDNIGHT),
        (SECOND, THIRD, THIRD_MIDNIGHT),
        (FIRST, FOURTH, "2024-04-10 12:00:00"),
    ],
)
def test_what_was_withdrawn_and_brought_back_is_known_by_its_newest_turn(
    spec: Spec, since: date, until: date, known_from: str
) -> None:
    told = spec(bodies=AGAIN)
    answer = told.ask(queries.learned, view("05566"), since, until)
    cursor = told.world.store.current().cursor()
    [(fact,)] = cursor.execute("SELECT DISTINCT fact FROM bodies WHERE body = 'again'").fetchall()
    assert str(answer.set_index("fact").loc[fact, "known_from"]) == known_from


def test_tables_stand_in_the_order_of_their_names(spec: Spec) -> None:
    names = ("objectives", "bodies", "assessments", "milestones", "evaluations")
    told = spec(**dict.fromkeys(names, "region\n 05566"))
    answer = told.ask(queries.learned, view("05566"), FIRST - DAY, FIRST)
    assert list(answer["fact_table"]) == sorted(names)


def test_of_the_chosen_places_in_the_order_of_their_keys(spec: Spec) -> None:
    told = spec(bodies=BODIES)

    assert len(told.ask(queries.learned, view("05566076"), FIRST, SECOND)) == 1
    answer = told.ask(queries.learned, view("05566 05566076"), FIRST - DAY, THIRD)
    assert answer["fact"].is_monotonic_increasing
