"""places.sql: which places can be chosen?"""

from kim import queries
from tests.spec.conftest import Spec

REGIONS = """
    ags      | name    | kind         | parent
    05558012 | Dülmen  | municipality | 05558
    05558004 | Billerbeck | municipality | 05558
    05558008 | Coesfeld | municipality | 05558
"""


GONE = """
    ags      | name           | kind             | parent | valid_to   | successor
    05334    | Städteregion   | district         | 05     |            |
    05334002 | Aachen         | municipality     | 05334  |            |
    05334004 | Alsdorf        | municipality     | 05334  |            |
    05354    | Kreis Aachen   | district         | 05     | 2009-10-20 | 05334
    05313    | Aachen (kreisfrei) | independent_city | 05 | 2009-10-20 | 05334002
"""


def test_a_place_that_is_gone_is_not_chosen_but_what_came_after(spec: Spec) -> None:
    spec(regions=GONE, bodies="region\n 05354\n 05313").gives(
        queries.places,
        rows="ags\n 05\n 05334\n 05334002\n 05515\n 05558\n 05566",
    )


def test_towns_of_which_more_is_said_than_a_statistic(spec: Spec) -> None:
    """A town has its district beside it; what has districts below it has none."""
    spec(
        regions=REGIONS,
        bodies="region\n 05558012\n 05515",
        indicators="region\n 05558004\n 05566076\n 05558012",
    ).gives(
        queries.places,
        rows="""
            ags      | name                | kind             | parent | district
            05       | Nordrhein-Westfalen | land             |        |
            05515    | Münster             | independent_city | 05     |
            05558    | Kreis Coesfeld      | district         | 05     |
            05558012 | Dülmen              | municipality     | 05558  | Kreis Coesfeld
            05566    | Kreis Steinfurt     | district         | 05     |
        """,
    )
