"""Every page in a real browser at three widths."""

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import expect

from tests.e2e.conftest import Visit
from ui import navigation

pytestmark = pytest.mark.e2e

PAGES = {page.address: page.title for page in navigation.PAGES if page.visibility == "visible"}
SHOWN = ".js-plotly-plot .kim-table .kim-list .kim-group .kim-comparison .kim-organigrams .kim-hits .kim-searches"
CONTENT = ", ".join(
    f"{each}:visible"
    for each in (
        *SHOWN.split(),
        "[data-testid=stFileUploader]",
        "[data-testid=stExpander]",
        ".st-key-profile [data-testid=stSelectbox]",
    )
)
WIDTHS = [1440, 390, pytest.param(820, marks=pytest.mark.hardship)]
# What Streamlit itself renders and we cannot change: the list of pages in its sidebar puts its
# headings between the items (rules "list", "listitem").
STREAMLITS_OWN = {"list": "stSidebarNavItems", "listitem": "st-emotion-cache"}


@pytest.mark.parametrize("visit", WIDTHS, indirect=True)
@pytest.mark.parametrize("path", PAGES)
def test_page_shows_its_content_and_nothing_goes_wrong(visit: Visit, path: str) -> None:
    page = visit.open(f"/{path}")

    assert page.locator("h1").first.inner_text() == PAGES[path]
    page.locator(CONTENT).first.wait_for()
    assert page.locator("[data-testid=stException], [data-testid=stAlertContentError]").count() == 0
    assert page.get_by_role("dialog").count() == 0
    assert page.evaluate("document.documentElement.scrollWidth - innerWidth") <= 1
    assert visit.foreign == []
    assert visit.errors == []


@pytest.mark.parametrize("path", PAGES)
def test_page_has_no_serious_axe_violation(visit: Visit, path: str) -> None:
    page = visit.open(f"/{path}")
    page.locator(CONTENT).first.wait_for()

    violations = Axe().run(page).response["violations"]

    ours = [
        (each["id"], node["html"][:200])
        for each in violations
        if each["impact"] in ("serious", "critical")
        for node in each["nodes"]
        if STREAMLITS_OWN.get(each["id"], "\0") not in node["html"]
    ]
    assert ours == []


def test_page_is_german_and_guarded(visit: Visit) -> None:
    answer = visit.page.goto(visit.origin + "/stellen")
    assert answer is not None
    visit.settle()

    expect(visit.page.locator("html")).to_have_attribute("lang", "de")
    assert "default-src 'self'" in answer.headers["content-security-policy"]
    assert answer.headers["x-content-type-options"] == "nosniff"
    assert answer.headers["x-frame-options"] == "DENY"
