"""read_documents.sql: which documents speak of which place?"""

from kim import queries
from tests.spec.conftest import Spec
from tests.spec.told import FIRST

BODIES = """
    loads | region   | body | source        | as_of | paragraph | anchor
          | 05566    | a    | muster-2022   |       | 1         | Stellen
          | 05566    | b    | muster-2022   | 2100  | 1         | Stellen
          | 05566    | c    | vermerk-2023  |       |           |
          | 05566076 | d    | web-undatiert |       |           |
    1     | 05558    | e    | vermerk-2023  |       |           |
    2-    | 05515    | f    | vermerk-2023  |       |           |
"""
DECISIONS = """
    region   | subject | source       | paragraph | anchor
    05566    | x       | muster-2022  | 1         | Stellen
    05566076 | x       | vermerk-2023 |           |
"""
POPULATION = """
    region | indicator  | source
    05     | population | vermerk-2023
"""


def test_every_document_stands_once_with_each_place_that_it_speaks_of(spec: Spec) -> None:
    """Reference figures such as the population say nothing of the programme and do not count."""
    spec(bodies=BODIES, decisions=DECISIONS, indicators=POPULATION).gives(
        queries.read_documents,
        None,
        rows="""
            region   | source        | date       | is_read_whole
            05515    | vermerk-2023  | 2023       | False
            05566    | muster-2022   | 2022-11-03 | True
            05566    | vermerk-2023  | 2023       | False
            05566076 | vermerk-2023  | 2023       | False
            05566076 | web-undatiert |            | False
        """,
    )


def test_read_is_what_was_known_on_a_day(spec: Spec) -> None:
    told = spec(bodies=BODIES, decisions=DECISIONS, indicators=POPULATION)
    read = told.ask(queries.read_documents, FIRST)

    assert sorted(set(read["region"])) == ["05558", "05566", "05566076"]


def test_what_was_read_of_a_place_that_is_gone_was_read_of_the_one_after_it(spec: Spec) -> None:
    spec(
        regions="ags | name | kind | valid_to | successor\n 05701 | Alt | district | 2009 | 05566",
        bodies="region | source\n 05701 | vermerk-2023\n 05566 | vermerk-2023",
    ).gives(queries.read_documents, None, rows="region | source\n 05566 | vermerk-2023")
