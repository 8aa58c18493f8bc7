"""newest_document.sql: which day does the newest document about the chosen places reach?"""

from datetime import date

import pytest

from kim import german, queries
from tests.spec.conftest import Spec
from tests.spec.told import FIRST, view

SOURCES = """
    source | date
    year   | 2021
    open   | [2022-12-01..]
    late   | 2023-05
    ahead  | 2199
    none   |
"""
BODIES = """
    loads | region   | body | source
          | 05566    | a    | year
          | 05566    | b    | none
    2-    | 05566    | c    | late
          | 05566076 | d    | open
          | 05515    | e    | none
          | 05558    | f    | ahead
"""
INDICATORS = "region | indicator | source\n 05515 | population | late"


@pytest.mark.parametrize(
    ("region", "known_on", "expected"),
    [
        ("05566", None, date(2023, 5, 31)),
        ("05566", FIRST, date(2021, 12, 31)),
        ("05566076", None, date(2022, 12, 1)),
        ("05566 05566076", None, date(2023, 5, 31)),
        ("05515", None, None),
        ("05558", None, german.today()),
    ],
)
def test_the_last_day_that_it_may_be_of(
    spec: Spec, region: str, known_on: date | None, expected: date | None
) -> None:
    """Its first day where the last is open; reference figures and what has no date do not count."""
    told = spec(bodies=BODIES, sources=SOURCES, indicators=INDICATORS)

    assert told.ask(queries.newest_document, view(region, known_on=known_on)) == expected
