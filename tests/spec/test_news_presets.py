"""Between which days one looks first at what happened: the year up to the newest document, no longer."""

from datetime import date

from kim.news import presets
from kim.queries import View
from tests.spec.conftest import Spec

SOURCES = """
    source    | region   | date
    alt-2020  | 05566076 | 2020-05-01
    neu-2022  | 05566076 | 2022-06-01
"""
BODIES = """
    region   | body | source   | paragraph | anchor
    05566076 | A    | alt-2020 |           | eins
    05566076 | B    | neu-2022 |           | zwei
"""


def test_what_came_after_the_newest_document_is_not_called_new(spec: Spec) -> None:
    found = spec(sources=SOURCES, bodies=BODIES).ask(presets.of_time, View(("05566076",)))

    assert (found.first, found.last) == (date(2021, 6, 1), date(2022, 6, 1))


def test_until_the_day_of_the_view_where_one_is_chosen(spec: Spec) -> None:
    told = spec(sources=SOURCES, bodies=BODIES)
    later = told.ask(presets.of_time, View(("05566076",), date(2024, 1, 1)))
    before = told.ask(presets.of_time, View(("05566076",), date(2021, 1, 1)))

    assert (later.first, later.last) == (date(2021, 6, 1), date(2024, 1, 1))
    assert (before.first, before.last) == (date(2020, 1, 1), date(2021, 1, 1))
