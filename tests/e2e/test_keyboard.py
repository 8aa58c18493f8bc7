"""The keyboard alone: a second place in the comparison, a word and its hit, a value and its proof."""

import re

import pytest
from playwright.sync_api import expect

from tests.e2e.conftest import Visit

pytestmark = pytest.mark.e2e


def test_a_second_place_comes_into_the_comparison(visit: Visit) -> None:
    page = visit.open("/vergleich?orte=05566076")
    visit.tab_to(page.locator(".st-key-filter-places button"))
    page.keyboard.press("Enter")
    visit.tab_to(page.get_by_role("combobox", name="Eigener Ort"))
    visit.tab_to(page.get_by_role("combobox", name="Orte"))

    page.keyboard.type("Hilden")
    page.keyboard.press("Enter")
    page.wait_for_url("**orte=05158016*")
    page.keyboard.press("Escape")
    page.keyboard.press("Escape")

    columns = page.locator(".kim-comparison table").first.locator("thead th a")
    expect(columns).to_have_text(["Hilden", "Rheine"])


def test_a_word_is_looked_for_and_its_hit_opened(visit: Visit) -> None:
    page = visit.open("/suche")
    visit.tab_to(page.get_by_role("searchbox"))

    page.keyboard.type("Case Management")
    page.keyboard.press("Enter")
    visit.tab_to(page.locator(".kim-hits a[href*='fakt=']").first)
    page.keyboard.press("Enter")

    expect(page.locator("h1")).to_have_text("Belege")
    expect(page.locator(".kim-proof")).to_be_visible()


def test_a_value_in_the_table_leads_to_its_proof(visit: Visit) -> None:
    page = visit.open("/stellen?orte=05566076")
    visit.tab_to(page.get_by_role("tab", name="Diagramm"))

    page.keyboard.press("ArrowRight")
    page.keyboard.press("Enter")
    visit.tab_to(page.locator(".kim-table tbody a").first)
    page.keyboard.press("Enter")

    expect(page.locator("h1")).to_have_text("Belege")
    expect(page.get_by_role("heading", name=re.compile("^Rheine: "))).to_be_visible()
