"""Every page on A4: words in the place of fields, charts that fit on a sheet, nothing cut at its edge."""

import re

import pytest
from playwright.sync_api import Page, expect

from tests.e2e.addresses import ADDRESSES
from tests.e2e.conftest import Visit

pytestmark = [pytest.mark.e2e, pytest.mark.hardship]

A4 = re.compile(rb"/MediaBox \[0 0 59[45](\.\d+)? 84[12](\.\d+)?\]")
SHEET = {"width": 703, "height": 1017}  # A4 within its margins, 96 pixels to the inch
FIELDS = """[data-testid=stSidebar], [data-testid=stHeader], .st-key-filters, .st-key-foot,
    [data-testid=stMain] :is(button, input, textarea):not([role=tab])"""
CUT = """width => [...document.querySelectorAll('[data-testid=stMain] :is(p, td, th, li, svg, summary, h1, h2, h3)')]
    .map(each => [each.getBoundingClientRect(), each])
    .filter(([box]) => box.width && (box.right > width + 1 || box.left < -1))
    .map(([box, each]) => each.tagName + ' ' + Math.round(box.right) + ' ' + each.textContent.slice(0, 60))"""
HEIGHTS = "all => all.map(each => Math.round(each.getBoundingClientRect().height))"


DRAWN = """() => !document.querySelector('[data-testid=stSkeleton]')
    && [...document.querySelectorAll('.stPlotlyChart')].every(each => each.querySelector('.main-svg'))"""


def onto_paper(page: Page) -> None:
    """What the browser does before it prints a page whose charts are drawn."""
    page.wait_for_function(DRAWN)
    page.evaluate("dispatchEvent(new Event('beforeprint'))")
    page.set_viewport_size({**SHEET})
    page.emulate_media(media="print")


@pytest.mark.parametrize("path", ADDRESSES)
def test_a_page_fits_on_paper(visit: Visit, path: str) -> None:
    page = visit.open(path)
    onto_paper(page)

    expect(page.locator(".st-key-print .kim-print")).to_contain_text(page.url)
    assert [each.inner_text() for each in page.locator(FIELDS).all() if each.is_visible()] == []
    assert page.evaluate(CUT, SHEET["width"]) == []
    charts = page.locator(".stPlotlyChart").evaluate_all(HEIGHTS)
    assert max(charts, default=0) <= SHEET["height"]
    assert A4.search(page.pdf(prefer_css_page_size=True))
