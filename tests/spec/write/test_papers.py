"""papers.sql: the days between which a document was written: at the latest the day on which we first had it."""

from tests.spec.conftest import Spec


def test_a_document_without_a_date_is_of_the_day_we_first_had_it_though_a_later_load_changes_it(
    spec: Spec,
) -> None:
    told = spec(
        sources="""
            loads | source | date | note
            1     | first  |      | as it came
            2-    | first  |      | read again
            2-    | second |      |
        """,
        bodies="""
            loads | body | source
                  | one  | first
            2-    | two  | second
        """,
    )
    rows = told.world.store.current().cursor().table("bodies").filter("known_to = 'infinity'")

    days = dict(rows.project("body, held_from_latest::VARCHAR").fetchall())
    assert days == {"one": "2024-01-10", "two": "2024-02-10"}
