"""index_size.sql: how many entries can be searched?"""

from kim import queries
from tests.spec.conftest import Spec


def test_every_place_organisation_document_paragraph_and_statement(spec: Spec) -> None:
    assert spec(bodies="body\n x\n y").ask(queries.index_size) == 5 + 3 + 3 + 3 + 2
