"""source_facts.sql: which statements on one subject rest on one document?"""

from kim import queries
from tests.spec.conftest import Spec
from tests.spec.test_facts import PROVENANCE
from tests.spec.told import FIRST

BODIES = """
    loads | region   | body  | source       | paragraph | as_of
          | 05566076 | none  | vermerk-2023 |           | 2100
          | 05566    | tenth | vermerk-2023 | 10        |
    2-    | 05558    | new   | vermerk-2023 | 9         |
          | 05566076 | town  | vermerk-2023 | 2         |
    1     | 05566    | gone  | vermerk-2023 | 1         |
          | 05566    | other | web-undatiert | 1        |
"""


def test_in_the_order_of_its_paragraphs(spec: Spec) -> None:
    spec(bodies=BODIES).gives(
        queries.source_facts,
        "bodies",
        "vermerk-2023",
        None,
        rows="""
            place           | body  | paragraph
            Rheine          | town  | 2
            Kreis Coesfeld  | new   | 9
            Kreis Steinfurt | tenth | 10
            Rheine          | none  |
        """,
    )


def test_what_was_known_on_a_day(spec: Spec) -> None:
    told = spec(bodies=BODIES)
    told.gives(
        queries.source_facts,
        "bodies",
        "vermerk-2023",
        FIRST,
        rows="body\n gone\n town\n tenth\n none",
    )


def test_the_provenance_is_not_shown(spec: Spec) -> None:
    answer = spec(bodies=BODIES).ask(queries.source_facts, "bodies", "vermerk-2023", None)

    assert PROVENANCE.isdisjoint(answer.columns)


def test_the_last_word_on_order_has_the_key(spec: Spec) -> None:
    told = spec(bodies="body\n a\n b\n c\n d\n e\n f\n g")
    answer = told.ask(queries.source_facts, "bodies", "vermerk-2023", None)

    assert len(answer) == 7
    assert answer["fact"].is_monotonic_increasing
