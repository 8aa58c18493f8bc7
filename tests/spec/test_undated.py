"""undated.sql: how many statements does the as-of date leave out because they bear no date?"""

from kim import queries
from tests.spec.conftest import Spec
from tests.spec.told import FIRST, view

BODIES = """
    loads | region   | body  | source        | as_of
          | 05566    | a     | web-undatiert |
          | 05566076 | b     | web-undatiert |
    2-    | 05566    | new   | web-undatiert |
    2-    | 05566    | more  | web-undatiert |
    1     | 05566    | gone  | web-undatiert |
          | 05566    | dated | web-undatiert | 2100
          | 05566    | paper | vermerk-2023  |
          | 05558    | far   | web-undatiert |
"""


def test_with_a_date_the_undated_of_the_places_are_counted(spec: Spec) -> None:
    told = spec(bodies=BODIES, open_questions="question | source\n q | web-undatiert")

    assert told.ask(queries.undated, "bodies", view("05566 05566076", "2022-01-01")) == 4
    assert told.ask(queries.undated, "bodies", view("05566", "2022-01-01", FIRST)) == 2
    assert told.ask(queries.undated, "open_questions", view("05566", "2022-01-01")) == 1


def test_without_a_date_nothing_is_left_out(spec: Spec) -> None:
    told = spec(bodies=BODIES, open_questions="question | source\n q | web-undatiert")

    assert told.ask(queries.undated, "bodies", view("05566")) == 0
