"""carriers.sql: which organisation has which role in the chosen places, and towards whom?"""

from kim import queries
from tests.spec.conftest import Spec
from tests.spec.shared import A_PAPER
from tests.spec.test_facts import PROVENANCE
from tests.spec.told import FIRST, view

PLACES = "05566 05566076"
CARRIERS = """
    loads | region   | area | organisation    | role     | counterpart  | source        | paragraph | anchor  | as_of
          | 05566    | own  | caritas         | employs  | stadt-rheine | vermerk-2023  |           |         | 2023-05
          | 05566    | read | kreis-steinfurt | employs  | caritas      | muster-2022   | 1         | Stellen |
          | 05566076 | town | stadt-rheine    | hosts    |              | web-undatiert |           |         |
    2-    | 05566    | new  | caritas         | employs  |              | vermerk-2023  |           |         | 2021
    1     | 05566    | gone | caritas         | employs  |              | vermerk-2023  |           |         | 2021
          | 05558    | far  | caritas         | employs  |              | vermerk-2023  |           |         | 2021
"""
IN_ORDER = """
    area | region | as_of | source        | paragraph
    7    | 05566  |       | web-undatiert | 1
    6    | 05566  | 2022  | vermerk-2023  |
    5    | 05566  | 2022  | vermerk-2023  | 2
    4    | 05566  | 2022  | vermerk-2023  | 1
    3    | 05566  | 2022  | a-paper       | 8
    2    | 05566  | [2021,2023] | vermerk-2023 | 9
    1    | 05558  | 2023  | vermerk-2023  | 9
"""
TIED = "area\n a\n b\n c\n d\n e\n f\n g"


def test_who_has_a_role_towards_whom(spec: Spec) -> None:
    spec(carriers=CARRIERS).gives(
        queries.carriers,
        view(PLACES),
        rows="""
            place           | area | organisation_name | organisation_kind   | role    | counterpart_name
            Kreis Steinfurt | new  | Caritasverband    | welfare_association | employs |
            Kreis Steinfurt | read | Kreis Steinfurt   | district            | employs | Caritasverband
            Kreis Steinfurt | own  | Caritasverband    | welfare_association | employs | Stadt Rheine
            Rheine          | town | Stadt Rheine      | municipality        | hosts   |
        """,
    )


def test_a_role_comes_with_its_source(spec: Spec) -> None:
    spec(carriers=CARRIERS).gives(
        queries.carriers,
        view(PLACES),
        rows="""
            area | source_title                  | source_date | is_read_from_text | proof
            new  | Vermerk zum Stand             | 2023        | False             | unproven
            read | Niederschrift Sozialausschuss | 2022-11-03  | True              | proven
            own  | Vermerk zum Stand             | 2023        | False             | unproven
            town | Seite ohne Datum              |             | False             | unproven
        """,
    )


def test_on_a_day_and_as_known_on_a_day(spec: Spec) -> None:
    told = spec(carriers=CARRIERS)
    told.gives(queries.carriers, view(PLACES, "2022-11-03"), rows="area\n new\n read\n town")
    told.gives(
        queries.carriers, view(PLACES, known_on=FIRST), rows="area\n gone\n read\n own\n town"
    )


def test_the_provenance_is_not_shown(spec: Spec) -> None:
    answer = spec(carriers=CARRIERS).ask(queries.carriers, view(PLACES))

    assert PROVENANCE.isdisjoint(answer.columns)


def test_order_is_place_day_source_paragraph(spec: Spec) -> None:
    told = spec(carriers=IN_ORDER, sources=A_PAPER)
    told.gives(queries.carriers, view("05566 05558"), rows="area\n 1\n 2\n 3\n 4\n 5\n 6\n 7")


def test_the_last_word_on_order_has_the_key(spec: Spec) -> None:
    answer = spec(carriers=TIED).ask(queries.carriers, view("05566"))

    assert len(answer) == 7
    assert answer["fact"].is_monotonic_increasing
