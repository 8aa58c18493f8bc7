"""The ways people go: from a value to its proof, from a tile to a place, from a link back to a view."""

import re
from urllib.parse import parse_qs, urlsplit

import pytest
from playwright.sync_api import Browser, Locator, expect

from tests.e2e.conftest import Visit
from tests.e2e.serving import Served

pytestmark = pytest.mark.e2e


def open_places(visit: Visit, label: str) -> Locator:
    """Open the filter of places by its label; the field in which places are chosen."""
    visit.page.get_by_role("button", name=label).click()
    return visit.page.get_by_role("combobox", name="Orte")


def query(visit: Visit) -> dict[str, list[str]]:
    return parse_qs(urlsplit(visit.page.url).query)


def test_evidence_link_leads_to_the_paragraph(visit: Visit) -> None:
    page = visit.open("/stellen?orte=Rheine+(Kreis+Steinfurt)&ansicht-stellen=Tabelle")

    page.get_by_role("link", name="auf 3,5 Stellen erweitert").first.click()

    expect(page.locator("h1")).to_have_text("Belege")
    expect(page.get_by_role("heading", name="Rheine: 3,5 Stellen")).to_be_visible()
    assert urlsplit(page.url).path == "/belege"
    assert query(visit)["orte"] == ["05566076"]
    expect(page.get_by_text("Vermerk für den Integrationsrat").first).to_be_visible()


def test_click_on_a_bar_leads_to_its_evidence(visit: Visit) -> None:
    page = visit.open("/stellen?orte=Rheine+(Kreis+Steinfurt)&baustein=Baustein+2:+Case+Management")

    bar = page.locator(".js-plotly-plot .bars .point").first
    box = bar.bounding_box()
    assert box is not None
    page.mouse.click(box["x"] + box["width"] / 2, box["y"] + box["height"] / 2)

    expect(page.locator("h1")).to_have_text("Belege")
    expect(page.get_by_role("heading", name=re.compile("^Rheine: [0-9,]+ Stellen"))).to_be_visible()


def test_two_taps_on_a_bar_lead_to_its_evidence(browser: Browser, server: Served) -> None:
    context = browser.new_context(viewport={"width": 820, "height": 1180}, has_touch=True)
    page = Visit(context.new_page(), server).open("/stellen?orte=05566076&baustein=2")
    bar = page.locator(".js-plotly-plot .barlayer .point path").first
    bar.scroll_into_view_if_needed()
    box = bar.bounding_box()
    assert box is not None
    spot = (box["x"] + box["width"] / 2, box["y"] + box["height"] / 2)

    page.touchscreen.tap(*spot)
    expect(page.get_by_text("noch einmal tippen zeigt den Beleg").first).to_be_visible()
    page.touchscreen.tap(*spot)

    expect(page.get_by_role("heading", name=re.compile("^Rheine: [0-9,]+ Stellen"))).to_be_visible()
    context.close()


def test_reload_brings_the_view_back(visit: Visit) -> None:
    page = visit.open(
        "/stellen?orte=Rheine+(Kreis+Steinfurt)&stand=31.12.2021&ansicht-stellen=Tabelle"
    )
    assert query(visit)["stand"] == ["2021-12-31"]
    shown = page.locator(".kim-table tbody tr")
    expect(shown.first).to_be_visible()
    expect(page.get_by_role("link", name="auf 3,5 Stellen erweitert")).to_have_count(0)
    address, rows = page.url, shown.count()

    page.reload()
    visit.settle()

    assert page.url == address
    expect(shown).to_have_count(rows)


def test_a_chosen_place_is_named_where_it_is_typed_again(visit: Visit) -> None:
    page = visit.open("/zeitachse?orte=05566076")
    places = open_places(visit, "Rheine")
    places.click()
    places.type("Rheine")

    expect(page.get_by_text("Schon gewählt: Rheine (Kreis Steinfurt)")).to_be_visible()


def test_back_brings_the_places_back(visit: Visit) -> None:
    page = visit.open("/zeitachse?orte=05566076")
    places = open_places(visit, "Rheine")
    places.click()
    places.type("Bonn")
    page.keyboard.press("Enter")
    page.wait_for_url("**orte=05314&orte=05566076")
    page.keyboard.press("Escape")

    page.go_back()

    page.wait_for_url(re.compile("orte=05566076$"))
    expect(page.get_by_text("Bonn", exact=True)).to_have_count(0)


def test_tile_leads_to_the_posts_of_the_district(visit: Visit) -> None:
    page = visit.open("/")
    tile = page.locator(".js-plotly-plot").first.locator("text", has_text=re.compile(r"^ST")).first
    tile.scroll_into_view_if_needed()
    box = tile.bounding_box()
    assert box is not None

    page.mouse.click(box["x"] + box["width"] / 2, box["y"] + box["height"] / 2)

    expect(page.locator("h1")).to_have_text("Stellen")
    assert "05566" in query(visit)["orte"]


def test_first_visit_may_be_deep(visit: Visit) -> None:
    page = visit.open("/belege?fakt=unsinn")

    expect(page.get_by_role("dialog")).to_have_count(0)
    expect(page.get_by_text("Traceback")).to_have_count(0)
