"""facts.sql: what do the documents say on one subject about the chosen places?"""

from kim import queries
from tests.spec.conftest import Spec
from tests.spec.shared import A_PAPER, BODIES, IN_ORDER, TIED
from tests.spec.told import FIRST, view

PLACES = "05566 05566076"
PROVENANCE = {"load", "retracted", "known_from", "known_to"}


def test_every_statement_comes_with_its_place_and_source(spec: Spec) -> None:
    spec(bodies=BODIES).gives(
        queries.facts,
        "bodies",
        view(PLACES),
        rows="""
            place           | body  | held_from_earliest  | source_title                  | source_date | is_read_from_text | proof
            Kreis Steinfurt | later | 2021-01-01 | Vermerk zum Stand             | 2023        | False             | unproven
            Kreis Steinfurt | read  | 2022-11-03 | Niederschrift Sozialausschuss | 2022-11-03  | True              | proven
            Kreis Steinfurt | own   | 2023-05-01 | Vermerk zum Stand             | 2023        | False             | unproven
            Rheine          | town  |            | Seite ohne Datum              |             | False             | unproven
        """,
    )


def test_on_a_day_holds_what_began_until_then(spec: Spec) -> None:
    spec(bodies=BODIES).gives(
        queries.facts,
        "bodies",
        view(PLACES, "2022-11-03"),
        rows="body | is_certain\n later | True\n read | True\n town | False",
    )


def test_what_was_known_on_a_day(spec: Spec) -> None:
    spec(bodies=BODIES).gives(
        queries.facts,
        "bodies",
        view(PLACES, known_on=FIRST),
        rows="body\n gone\n read\n own\n town",
    )


def test_the_provenance_is_not_shown(spec: Spec) -> None:
    answer = spec(bodies=BODIES).ask(queries.facts, "bodies", view(PLACES))

    assert PROVENANCE.isdisjoint(answer.columns)


def test_order_is_place_day_source_paragraph(spec: Spec) -> None:
    spec(bodies=IN_ORDER, sources=A_PAPER).gives(
        queries.facts,
        "bodies",
        view("05566 05558"),
        rows="body\n 1\n 2\n 3\n 4\n 5\n 6\n 7",
    )


def test_the_last_word_on_order_has_the_key(spec: Spec) -> None:
    answer = spec(bodies=TIED).ask(queries.facts, "bodies", view("05566"))

    assert len(answer) == 7
    assert answer["fact"].is_monotonic_increasing
