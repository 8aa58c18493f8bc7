"""known_places.sql: which places are there, under which name on screen?"""

import duckdb
import pytest

from kim.beside_a_version import make_views_and_macros
from kim.databases import open_for_reading
from tests.spec.conftest import Spec
from tests.spec.told import Told, cells

GONE = """
    ags   | name      | kind     | parent | valid_from | valid_to   | successor
    05701 | Altkreis  | district | 05     |            | 2009-10-20 | 05566
    05702 | Altland   | district | 05     |            | 2009       | 05566
    05703 | Ohneerben | district | 05     |            | 1974-12-31 |
    05704 | Neukreis  | district | 05     | 2009-10-21 |            |
"""


def known(told: Told) -> list[tuple[str, ...]]:
    cursor = told.world.store.current().cursor()
    return cells(cursor.sql("SELECT ags, name, label FROM kim.known_places ORDER BY ags").df())


def test_one_that_is_gone_says_until_when_and_what_came_after(spec: Spec) -> None:
    labels = {
        ags: (name, label)
        for ags, name, label in known(spec(regions=GONE, bodies="region\n 05566"))
    }
    assert labels["05701"] == ("Altkreis", "Altkreis (bis 20.10.2009, danach: Kreis Steinfurt)")
    assert labels["05702"] == ("Altland", "Altland (bis 2009, danach: Kreis Steinfurt)")
    assert labels["05703"] == ("Ohneerben", "Ohneerben (bis 31.12.1974)")
    assert labels["05704"] == ("Neukreis", "Neukreis")
    assert labels["05566"] == ("Kreis Steinfurt", "Kreis Steinfurt")
    assert len(labels) == 9


def test_versions_that_are_open_at_once_know_each_its_own_places(spec: Spec) -> None:
    """Two versions of one store, and two stores: none of them shares what stands beside it."""
    told = spec(regions="loads | ags | name | kind\n 2- | 05704 | Neukreis | district")
    before, after = told.world.store.path(1), told.world.store.path(2)
    opened = [open_for_reading(each) for each in (after, before, after)]
    other = spec(regions=GONE, bodies="region\n 05566").world.store.current()

    counts = [len(each.sql("FROM kim.known_places").fetchall()) for each in opened]
    assert counts == [6, 5, 6]
    assert len(other.cursor().sql("FROM kim.known_places").fetchall()) == 9


@pytest.mark.parametrize("more", ["", ", NULL::VARCHAR AS valid_to"])
def test_a_version_of_an_earlier_program_knows_of_none_that_is_gone(more: str) -> None:
    connection = duckdb.connect()
    connection.execute(f"CREATE TABLE regions AS SELECT '05' AS ags, 'Land' AS name{more}")
    make_views_and_macros(connection)
    found = connection.sql("SELECT ags, label, valid_to, successor FROM kim.known_places")
    assert found.fetchall() == [("05", "Land", None, None)]
