"""predecessors.sql: which places, now gone and spoken of, came before the chosen ones?"""

from kim import queries
from kim.view import named_places
from tests.spec.conftest import Spec
from tests.spec.told import view

GONE = """
    ags   | name     | kind     | valid_to   | successor
    05701 | Altkreis | district | 2009-10-20 | 05566
    05702 | Altland  | district | 2009-10-20 | 05566
    05703 | Altstadt | district | 2009-10-20 | 05515
"""


def test_only_those_of_which_more_is_said_than_a_statistic(spec: Spec) -> None:
    told = spec(regions=GONE, bodies="region\n 05701\n 05703", indicators="region\n 05702")
    told.gives(queries.predecessors, view("05566"), rows="ags | successor\n 05701 | 05566")
    told.gives(
        queries.predecessors,
        view("05515 05566"),
        rows="ags | successor\n 05701 | 05566\n 05703 | 05515",
    )
    told.gives(queries.predecessors, view("05558"), rows="ags | successor")


def test_they_stand_behind_the_place_that_came_after(spec: Spec) -> None:
    told = spec(regions=GONE, bodies="region\n 05701\n 05703", indicators="region\n 05702")
    assert told.ask(named_places, view("05515 05558 05566")) == (
        ("05515", "Münster"),
        ("05703", "Altstadt (bis 20.10.2009, danach: Münster)"),
        ("05558", "Kreis Coesfeld"),
        ("05566", "Kreis Steinfurt"),
        ("05701", "Altkreis (bis 20.10.2009, danach: Kreis Steinfurt)"),
    )
    assert told.ask(named_places, view("05566 05701"))[1:] == (
        ("05701", "Altkreis (bis 20.10.2009, danach: Kreis Steinfurt)"),
    )
