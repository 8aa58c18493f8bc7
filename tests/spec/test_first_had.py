"""first_had.sql: on which day did we first have each document?"""

from kim import queries
from tests.spec.conftest import Spec


def test_it_is_the_day_of_the_load_that_brought_a_document_though_a_later_one_changes_it(
    spec: Spec,
) -> None:
    told = spec(
        sources="""
            loads | source | note
            1     | first  | as it came
            2-    | first  | read again
            2-    | second |
        """,
        bodies="""
            loads | body | source
                  | one  | first
            2-    | two  | second
        """,
    )
    found = told.ask(queries.first_had)

    assert (found["first"], found["second"]) == ("2024-01-10", "2024-02-10")
