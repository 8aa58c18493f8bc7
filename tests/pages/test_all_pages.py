"""Contracts every page keeps: it runs with data, with none, and before there was anything to know."""

from datetime import date
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from kim.tables import ROOT
from tests.pages.conftest import Open
from ui import navigation

PAGES = list(dict.fromkeys(page.file for page in navigation.PAGES))
WITH_FILTERS = list(dict.fromkeys(page.file for page in navigation.PAGES if page.has_filters))
OF_A_DAY = list(
    dict.fromkeys(page.file for page in navigation.PAGES if page.has_filters and page.of_a_day)
)
ABOUT = [page.file for page in navigation.PAGES if page.section == navigation.ABOUT]


def feet(app: AppTest) -> list[str]:
    """The pages that the foot of a page leads to."""
    named = {page.title: page.file for page in navigation.PAGES}
    return [named[each.proto.label] for each in app.get("page_link")[-len(ABOUT) :]]


def test_every_page_stands_in_the_register() -> None:
    files = (path.relative_to(ROOT) for path in Path(ROOT, "pages").glob("*.py"))
    assert {str(path) for path in files if path.stem != "__init__"} == set(PAGES)


def test_no_two_pages_have_one_address() -> None:
    addresses = [page.address for page in navigation.PAGES]
    assert len(set(addresses)) == len(addresses)


@pytest.mark.parametrize("page", PAGES)
def test_page_runs_on_the_shipped_facts(open_page: Open, page: str) -> None:
    app = open_page(page)

    assert not app.exception
    assert app.title[0].value
    assert feet(app) == [each for each in ABOUT if each != page]


@pytest.mark.parametrize("page", WITH_FILTERS)
def test_page_runs_without_a_place(open_page: Open, page: str) -> None:
    app = open_page(page)
    app.multiselect(key="orte").set_value([]).run()

    assert not app.exception


@pytest.mark.parametrize("page", OF_A_DAY)
def test_page_runs_before_anything_held_or_was_known(open_page: Open, page: str) -> None:
    app = open_page(page)
    app.date_input(key="stand").set_value(date(2001, 1, 1))
    app.date_input(key="kenntnis").set_value(date(2001, 1, 1)).run()

    assert not app.exception


@pytest.mark.parametrize("page", WITH_FILTERS)
def test_a_day_is_offered_where_the_page_depends_on_it(open_page: Open, page: str) -> None:
    offered = {each.key for each in open_page(page).date_input}

    assert ({"stand", "kenntnis"} <= offered) == (page in OF_A_DAY)
