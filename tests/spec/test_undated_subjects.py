"""undated_subjects.sql: how many undated statements does the as-of date leave out everywhere?"""

from kim import queries
from tests.spec.conftest import Spec
from tests.spec.test_undated import BODIES
from tests.spec.told import FIRST, view

QUESTION = "question | source\n q | web-undatiert"


def test_with_a_date_the_undated_of_all_places_are_counted(spec: Spec) -> None:
    told = spec(bodies=BODIES, open_questions=QUESTION)
    on_a_day = view("", "2022-01-01")

    assert told.ask(queries.undated_everywhere, on_a_day, ("bodies",)) == 5
    assert told.ask(queries.undated_everywhere, on_a_day, ("open_questions", "bodies")) == 6
    assert told.ask(queries.undated_everywhere, view("", "2022-01-01", FIRST), ("bodies",)) == 4


def test_without_a_date_nothing_is_left_out(spec: Spec) -> None:
    told = spec(bodies=BODIES, open_questions=QUESTION)

    assert told.ask(queries.undated_everywhere, view(""), ("bodies",)) == 0
