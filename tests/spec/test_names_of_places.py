"""names_of_places.sql: which words of the version are names of places?"""

from kim import queries
from tests.spec.conftest import Spec

TWO_MORE_DISTRICTS = """
    ags   | name            | kind     | tile_x | tile_y
    05570 | Kreis Warendorf | district | 7      | 7
    05154 | Kreis Kleve     | district | 7      | 8
"""


def test_what_no_place_or_many_places_are_called_is_none(spec: Spec) -> None:
    names = spec(regions=TWO_MORE_DISTRICTS, bodies="body\n Beirat in Rheine").ask(
        queries.names_of_places
    )

    assert {"rheine", "steinfurt", "warendorf"} <= names
    assert not {"beirat", "kreis"} & names
