"""paragraphs.sql: what are the paragraphs of one document, where its text is at hand?"""

from kim import queries
from tests.spec.conftest import Spec


def test_paragraphs_count_from_one(spec: Spec) -> None:
    told = spec(bodies="body\n x")

    assert list(told.ask(queries.paragraphs, "muster-2022").items()) == [
        (1, "Der Kreis Steinfurt richtet 1,9 Stellen im Case Management ein."),
        (2, "Zum 1. Mai sind davon 3,5 Stellen besetzt."),
        (3, "Die Stadt Rheine stellt die Arbeitsplätze."),
    ]
    assert told.ask(queries.paragraphs, "vermerk-2023") == {}
