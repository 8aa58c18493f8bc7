"""place_names.sql: what are the regions called?"""

from kim import queries
from tests.spec.conftest import Spec


def test_every_region_has_its_name(spec: Spec) -> None:
    assert list(spec(bodies="body\n x").ask(queries.place_names).items()) == [
        ("05", "Nordrhein-Westfalen"),
        ("05515", "Münster"),
        ("05558", "Kreis Coesfeld"),
        ("05566", "Kreis Steinfurt"),
        ("05566076", "Rheine"),
    ]
