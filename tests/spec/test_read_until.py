"""read_until.sql: until when do the documents reach that were read about each place?"""

from kim import queries
from tests.spec.conftest import Spec
from tests.spec.told import FIRST, view

SOURCES = """
    source   | date
    old      | 2020
    new      | 2024-06
    yearless | --12
    open     | [2025-01-01..]
    later    | 2025
"""
BODIES = """
    loads | region   | body | source
          | 05566    | a    | old
          | 05566    | b    | new
          | 05566    | c    | yearless
    2-    | 05566    | d    | later
          | 05566076 | e    | open
          | 05558    | f    | old
"""


def test_the_newest_document_of_a_place_whose_date_has_a_last_day(spec: Spec) -> None:
    told = spec(sources=SOURCES, bodies=BODIES)

    assert told.ask(queries.read_until, view("05566 05566076 05515")) == {
        "05566": "2025",
        "05566076": "",
    }
    assert told.ask(queries.read_until, view("05566", known_on=FIRST)) == {"05566": "2024-06"}


def test_its_own_day_does_not_bound_what_was_read(spec: Spec) -> None:
    told = spec(sources=SOURCES, bodies=BODIES)

    assert told.ask(queries.read_until, view("05558", "2010-01-01")) == {"05558": "2020"}


def test_figures_of_a_place_alone_are_no_reading(spec: Spec) -> None:
    told = spec(
        sources=SOURCES,
        indicators="region | indicator | value | certainty | source\n 05558 | population | 5 | exact | new",
        bodies="region | body | source\n 05558 | a | old",
    )

    assert told.ask(queries.read_until, view("05558")) == {"05558": "2020"}
