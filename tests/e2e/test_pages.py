"""Every page in a real browser at three widths, opened once each and asked everything there."""

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page, expect

from bench import screens
from bench.screens import Sight
from tests.e2e.addresses import ADDRESSES
from tests.e2e.conftest import Visit
from tests.e2e.test_frame import IS_WIDER, SCROLLED

pytestmark = pytest.mark.e2e

SIGHTS = (*screens.PAGES, *screens.FURTHER)
SHOWN = ".js-plotly-plot .kim-table .kim-list .kim-group .kim-comparison .kim-organigrams .kim-hits .kim-searches"
CONTENT = ", ".join(
    f"{each}:visible"
    for each in (
        *SHOWN.split(),
        "[data-testid=stFileUploader]",
        "[data-testid=stTextArea]",
        "[data-testid=stExpander]",
        ".st-key-profile [data-testid=stSelectbox]",
    )
)
SIZES = [*screens.SIZES, pytest.param(820, 1180, marks=pytest.mark.hardship)]
# What Streamlit itself renders and we cannot change: the list of pages in its sidebar puts its
# headings between the items (rules "list", "listitem").
# Its field for files is a named section without a role (rule "presentation-role-conflict").
STREAMLITS_OWN = {
    "list": "stSidebarNavItems",
    "listitem": "st-emotion-cache",
    "presentation-role-conflict": "stFileUploaderDropzone",
}
MILLISECONDS_TO_LAY_OUT = 500
UNSTYLED_LINKS = """[...document.querySelectorAll('[data-testid=stHtml] a')]
    .filter(each => getComputedStyle(each).color === 'rgb(0, 0, 238)').map(each => each.outerHTML)"""


def violations(page: Page) -> list[tuple[str, str]]:
    """The rules of axe that are broken by what is ours, each with its element."""
    return [
        (each["id"], node["html"][:200])
        for each in Axe().run(page).response["violations"]
        for node in each["nodes"]
        if STREAMLITS_OWN.get(each["id"], "\0") not in node["html"]
    ]


@pytest.mark.parametrize(("width", "height"), SIZES)
@pytest.mark.parametrize("sight", SIGHTS, ids=lambda sight: sight.name)
def test_page_says_what_it_finds_on_the_first_screen(
    visit: Visit, sight: Sight, width: int, height: int
) -> None:
    visit.page.set_viewport_size({"width": width, "height": height})
    page = visit.open(f"/{sight.address}")
    page.locator(sight.words).first.wait_for()
    page.locator(CONTENT).first.wait_for()
    seen = screens.screen(page, sight)

    assert page.locator("h1").first.inner_text() == sight.title
    assert page.locator("[data-testid=stException], [data-testid=stAlertContentError]").count() == 0
    assert page.get_by_role("dialog").count() == 0
    assert seen.faults(sight) == []
    assert violations(page) == []
    assert page.evaluate(UNSTYLED_LINKS) == []
    assert visit.foreign == []
    assert visit.errors == []


@pytest.mark.hardship
@pytest.mark.parametrize("path", ADDRESSES)
def test_no_width_breaks_a_rule_of_axe_or_loses_anything(visit: Visit, path: str) -> None:
    """Three widths; 320 pixels; and 640, which is a screen of 1280 at 200 %."""
    page = visit.open(path)
    for width in (1440, 820, 640, 390, 320):
        page.set_viewport_size({"width": width, "height": 900})
        page.wait_for_timeout(MILLISECONDS_TO_LAY_OUT)
        assert page.evaluate(SCROLLED) == [], width
        assert page.evaluate(IS_WIDER) <= 0, width
        if width in (1440, 820, 390):
            assert violations(page) == [], width


def test_page_is_german_and_guarded(visit: Visit) -> None:
    answer = visit.page.goto(visit.origin + "/stellen")
    assert answer is not None
    visit.settle()

    expect(visit.page.locator("html")).to_have_attribute("lang", "de")
    assert "default-src 'self'" in answer.headers["content-security-policy"]
    assert answer.headers["x-content-type-options"] == "nosniff"
    assert answer.headers["x-frame-options"] == "DENY"
