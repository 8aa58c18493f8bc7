"""Every page in a real browser at three widths."""

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page, expect

from tests.e2e.addresses import ADDRESSES
from tests.e2e.conftest import Visit
from tests.e2e.test_frame import IS_WIDER, SCROLLED
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
MILLISECONDS_TO_LAY_OUT = 500
WIDTHS = [1440, 390, pytest.param(820, marks=pytest.mark.hardship)]
# What Streamlit itself renders and we cannot change: the list of pages in its sidebar puts its
# headings between the items (rules "list", "listitem").
# Its field for files is a named section without a role (rule "presentation-role-conflict").
STREAMLITS_OWN = {
    "list": "stSidebarNavItems",
    "listitem": "st-emotion-cache",
    "presentation-role-conflict": "stFileUploaderDropzone",
}


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


def axe_violations(page: Page) -> list[tuple[str, str]]:
    """The rules that are broken by what is ours, each with its element."""
    return [
        (each["id"], node["html"][:200])
        for each in Axe().run(page).response["violations"]
        for node in each["nodes"]
        if STREAMLITS_OWN.get(each["id"], "\0") not in node["html"]
    ]


@pytest.mark.parametrize("path", PAGES)
def test_page_breaks_no_rule_of_axe(visit: Visit, path: str) -> None:
    page = visit.open(f"/{path}")
    page.locator(CONTENT).first.wait_for()

    assert axe_violations(page) == []


@pytest.mark.hardship
@pytest.mark.parametrize("path", ADDRESSES)
def test_no_width_breaks_a_rule_of_axe_or_loses_anything(visit: Visit, path: str) -> None:
    """Three widths; 320 pixels; and 640, which is a screen of 1280 at 200 %."""
    page = visit.open(path)
    for width in (1440, 820, 390):
        page.set_viewport_size({"width": width, "height": 900})
        assert axe_violations(page) == [], width
    for width in (1440, 820, 640, 390, 320):
        page.set_viewport_size({"width": width, "height": 900})
        page.wait_for_timeout(MILLISECONDS_TO_LAY_OUT)
        assert page.evaluate(SCROLLED) == [], width
        assert page.evaluate(IS_WIDER) <= 0, width


def test_page_is_german_and_guarded(visit: Visit) -> None:
    answer = visit.page.goto(visit.origin + "/stellen")
    assert answer is not None
    visit.settle()

    expect(visit.page.locator("html")).to_have_attribute("lang", "de")
    assert "default-src 'self'" in answer.headers["content-security-policy"]
    assert answer.headers["x-content-type-options"] == "nosniff"
    assert answer.headers["x-frame-options"] == "DENY"
