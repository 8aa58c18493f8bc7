"""Contracts every page keeps: it runs with data, with none, and before there was anything to know."""

from datetime import date
from pathlib import Path

import pytest

from kim.tables import ROOT
from tests.pages.conftest import Open

PAGES = [
    str(path.relative_to(ROOT))
    for path in sorted(Path(ROOT, "pages").glob("*.py"))
    if path.stem != "__init__"
]
WITHOUT_FILTERS = ("pages/upload.py", "pages/history.py")
WITH_FILTERS = [page for page in PAGES if page not in WITHOUT_FILTERS]


@pytest.mark.parametrize("page", PAGES)
def test_page_runs_on_the_shipped_facts(open_page: Open, page: str) -> None:
    app = open_page(page)

    assert not app.exception
    assert app.title[0].value


@pytest.mark.parametrize("page", WITH_FILTERS)
def test_page_runs_without_a_place(open_page: Open, page: str) -> None:
    app = open_page(page)
    app.multiselect(key="orte").set_value([]).run()

    assert not app.exception


@pytest.mark.parametrize("page", WITH_FILTERS)
def test_page_runs_before_anything_held_or_was_known(open_page: Open, page: str) -> None:
    app = open_page(page)
    app.date_input(key="stand").set_value(date(2001, 1, 1))
    app.date_input(key="kenntnis").set_value(date(2001, 1, 1)).run()

    assert not app.exception
