"""bodies.sql: which bodies steer in the chosen places, and where do they sit?"""

from kim import queries
from tests.spec.conftest import Spec
from tests.spec.shared import A_PAPER, BODIES, IN_ORDER, TIED
from tests.spec.test_facts import PLACES, PROVENANCE
from tests.spec.told import FIRST, view


def test_a_body_comes_with_its_host_if_it_has_one(spec: Spec) -> None:
    spec(bodies=BODIES).gives(
        queries.bodies,
        view(PLACES),
        rows="""
            place           | body  | host         | host_name      | source_title                  | source_date | is_read_from_text | proof
            Kreis Steinfurt | later |              |                | Vermerk zum Stand             | 2023        | False             | unproven
            Kreis Steinfurt | read  |              |                | Niederschrift Sozialausschuss | 2022-11-03  | True              | proven
            Kreis Steinfurt | own   | stadt-rheine | Stadt Rheine   | Vermerk zum Stand             | 2023        | False             | unproven
            Rheine          | town  | caritas      | Caritasverband | Seite ohne Datum              |             | False             | unproven
        """,
    )


def test_on_a_day_and_as_known_on_a_day(spec: Spec) -> None:
    told = spec(bodies=BODIES)
    told.gives(queries.bodies, view(PLACES, "2022-11-03"), rows="body\n later\n read\n town")
    told.gives(queries.bodies, view(PLACES, known_on=FIRST), rows="body\n gone\n read\n own\n town")


def test_the_provenance_is_not_shown(spec: Spec) -> None:
    answer = spec(bodies=BODIES).ask(queries.bodies, view(PLACES))

    assert PROVENANCE.isdisjoint(answer.columns)


def test_order_is_place_day_source_paragraph(spec: Spec) -> None:
    told = spec(bodies=IN_ORDER, sources=A_PAPER)
    told.gives(queries.bodies, view("05566 05558"), rows="body\n 1\n 2\n 3\n 4\n 5\n 6\n 7")


def test_the_last_word_on_order_has_the_key(spec: Spec) -> None:
    answer = spec(bodies=TIED).ask(queries.bodies, view("05566"))

    assert len(answer) == 7
    assert answer["fact"].is_monotonic_increasing
