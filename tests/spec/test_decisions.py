"""decisions.sql: what was decided about the chosen places, in the order of places and days?"""

from kim import queries
from tests.spec.conftest import Spec
from tests.spec.shared import A_PAPER
from tests.spec.test_facts import PROVENANCE
from tests.spec.told import FIRST, view

DECISIONS = """
    loads | region   | subject | kind    | source        | paragraph | anchor  | as_of
          | 05566    | own     | decided | vermerk-2023  |           |         | 2023-05
          | 05566    | read    | decided | muster-2022   | 1         | Stellen |
          | 05566076 | town    | decided | web-undatiert |           |         |
    2-    | 05566    | new     | decided | vermerk-2023  |           |         | 2021
    1     | 05566    | gone    | decided | vermerk-2023  |           |         | 2021
          | 05558    | far     | decided | vermerk-2023  |           |         | 2021
"""


def test_a_decision_comes_with_its_place_and_source(spec: Spec) -> None:
    spec(decisions=DECISIONS).gives(
        queries.decisions,
        view("05566 05566076"),
        rows="""
            place           | subject | source_title                  | is_read_from_text | proof
            Kreis Steinfurt | new     | Vermerk zum Stand             | False             | unproven
            Kreis Steinfurt | read    | Niederschrift Sozialausschuss | True              | proven
            Kreis Steinfurt | own     | Vermerk zum Stand             | False             | unproven
            Rheine          | town    | Seite ohne Datum              | False             | unproven
        """,
    )


def test_on_a_day_and_as_known_on_a_day(spec: Spec) -> None:
    told = spec(decisions=DECISIONS)
    told.gives(queries.decisions, view("05566", "2022-11-03"), rows="subject\n new\n read")
    told.gives(queries.decisions, view("05566", known_on=FIRST), rows="subject\n gone\n read\n own")


def test_order_is_place_day_source_paragraph(spec: Spec) -> None:
    spec(
        sources=A_PAPER,
        decisions="""
            subject | region | as_of | source       | paragraph
            7       | 05566  |       | web-undatiert | 1
            6       | 05566  | 2022  | vermerk-2023 |
            5       | 05566  | 2022  | vermerk-2023 | 2
            4       | 05566  | 2022  | vermerk-2023 | 1
            3       | 05566  | 2022  | a-paper      | 8
            2       | 05566  | [2021,2023] | vermerk-2023 | 9
            1       | 05558  | 2023  | vermerk-2023 | 9
        """,
    ).gives(queries.decisions, view("05566 05558"), rows="subject\n 1\n 2\n 3\n 4\n 5\n 6\n 7")


def test_the_last_word_on_order_has_the_key(spec: Spec) -> None:
    told = spec(decisions="subject\n a\n b\n c\n d\n e\n f\n g")
    answer = told.ask(queries.decisions, view("05566"))

    assert len(answer) == 7
    assert answer["fact"].is_monotonic_increasing


def test_the_provenance_is_not_shown(spec: Spec) -> None:
    answer = spec(decisions=DECISIONS).ask(queries.decisions, view("05566"))

    assert PROVENANCE.isdisjoint(answer.columns)
