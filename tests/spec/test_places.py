"""places.sql: which places can be chosen?"""

from kim import queries
from tests.spec.conftest import Spec

REGIONS = """
    ags      | name    | kind         | parent
    05558012 | Dülmen  | municipality | 05558
    05558004 | Billerbeck | municipality | 05558
    05558008 | Coesfeld | municipality | 05558
"""


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
