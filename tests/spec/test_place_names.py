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


def test_one_that_is_gone_says_until_when_and_what_came_after(spec: Spec) -> None:
    gone = "ags | name | kind | valid_to | successor\n 05999 | Altkreis | district | 2009-10-20 | 05566"
    names = spec(regions=gone, bodies="region\n 05566").ask(queries.place_names)
    told = spec(regions=gone, bodies="region\n 05566")
    told.gives(
        queries.known_places,
        rows="""
            ags      | name                | kind             | successor
            05       | Nordrhein-Westfalen | land             |
            05515    | Münster             | independent_city |
            05558    | Kreis Coesfeld      | district         |
            05566    | Kreis Steinfurt     | district         |
            05566076 | Rheine              | municipality     |
            05999    | Altkreis            | district         | 05566
        """,
    )
    assert names["05999"] == "Altkreis (bis 20.10.2009, danach: Kreis Steinfurt)"
