"""with_predecessors.sql: which places do statements about the chosen ones speak of?"""

import pytest

from tests.spec.conftest import Spec

GONE = """
    ags   | name     | kind     | valid_to   | successor
    05701 | Altkreis | district | 2009-10-20 | 05566
    05702 | Altland  | district | 2009-10-20 | 05566
    05703 | Altstadt | district | 2009-10-20 | 05515
"""


@pytest.mark.parametrize(
    ("chosen", "found"),
    [
        (["05566"], ["05566", "05701", "05702"]),
        (["05515", "05558"], ["05515", "05558", "05703"]),
        (["05566", "05701"], ["05566", "05701", "05702"]),
        (["05701"], ["05701"]),
        (["05999"], []),
        ([], []),
    ],
)
def test_they_themselves_and_those_that_they_came_after(
    spec: Spec, chosen: list[str], found: list[str]
) -> None:
    cursor = spec(regions=GONE, bodies="region\n 05566").world.store.current().cursor()
    rows = cursor.execute("FROM kim.with_predecessors($chosen) ORDER BY ags", {"chosen": chosen})
    assert [ags for (ags,) in rows.fetchall()] == found
