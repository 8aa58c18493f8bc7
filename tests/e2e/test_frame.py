"""The frame in a real browser: one line of filters, by keyboard and on the narrowest screen; paper."""

import pytest
from playwright.sync_api import expect

from tests.e2e.conftest import Visit
from ui import navigation

pytestmark = pytest.mark.e2e

HIGHEST_LINE = 56
WIDTH_OF_BAR = 4
OWN = "ort=05566076"
ABOUT = [page.address for page in navigation.PAGES if page.section == navigation.ABOUT]
IS_WIDER = "document.documentElement.scrollWidth - innerWidth"
SCROLLED = """[...document.querySelectorAll('[data-testid=stMain] *')].filter(each =>
    each.scrollWidth > each.clientWidth + 1 && each.clientWidth > 0
    && /auto|scroll/.test(getComputedStyle(each).overflowX)).map(each => each.className)"""


@pytest.mark.parametrize(
    ("visit", "seen"),
    [
        (
            1440,
            ["Rheine und 6 Orte", "Stand: 31.12.2022", "Baustein 2: Case Management"],
        ),
        (390, ["Rheine und 6", "31.12.2022", "Case Management"]),
        (320, ["Rheine und 6", "31.12.2022", "Case Management"]),
    ],
    indirect=["visit"],
)
def test_the_filters_are_one_line_that_nothing_widens(visit: Visit, seen: list[str]) -> None:
    page = visit.open(f"/stellen?{OWN}&stand=2022-12-31&baustein=2")

    labels = page.locator(".st-key-filters .stPopover button p")
    expect(labels).to_have_text(seen, use_inner_text=True)  # what is seen of them
    line = page.locator(".st-key-filters").bounding_box()
    assert line is not None
    assert line["height"] <= HIGHEST_LINE
    expect(page.get_by_role("button", name="Zurücksetzen")).to_be_visible()
    assert page.evaluate(IS_WIDER) <= 0
    assert page.evaluate(SCROLLED) == []


def test_the_keyboard_alone_chooses_the_own_place_and_goes_back(visit: Visit) -> None:
    page = visit.open("/zusagen")
    places = page.locator(".st-key-filter-places button")
    places.focus()
    page.keyboard.press("Enter")
    visit.tab_to(page.get_by_role("combobox", name="Eigener Ort"))

    page.keyboard.type("Rheine")
    page.keyboard.press("Enter")
    reset = page.get_by_role("button", name="Zurücksetzen")
    expect(reset).to_be_visible()
    page.wait_for_url(lambda address: address.endswith(OWN))
    visit.settle()
    page.keyboard.press("Escape")
    expect(places).to_be_focused()
    for _ in range(3):  # the day, whose commitments, the reset
        page.keyboard.press("Tab")
    expect(reset).to_be_focused()
    page.keyboard.press("Enter")

    page.wait_for_url("**/zusagen")


@pytest.mark.parametrize("path", ABOUT)
def test_every_page_leads_to_those_about_the_site(visit: Visit, path: str) -> None:
    page = visit.open("/zusagen")
    page.locator(f'.st-key-foot a[href$="{path}"]').click()
    page.wait_for_url(f"**/{path}")
    visit.settle()

    titles = {each.address: each.title for each in navigation.PAGES}
    expect(page.locator("h1")).to_have_text(titles[path])
    assert visit.errors == []


def test_paper_shows_words_in_the_place_of_what_can_be_pressed(visit: Visit) -> None:
    page = visit.open(f"/zusagen?{OWN}")
    said = page.locator(".kim-print").first
    expect(said).to_be_hidden()

    page.emulate_media(media="print")

    expect(said).to_contain_text("eigener Ort: Rheine")
    expect(said).to_contain_text(page.url)
    for unwanted in (".st-key-filters", ".st-key-foot", "[data-testid=stSidebar]"):
        expect(page.locator(unwanted)).to_be_hidden()
    expect(page.locator(".kim-list").first).to_be_visible()


def test_a_typed_day_takes_effect_with_enter_and_with_tab(visit: Visit) -> None:
    """And the field asks for it in German."""
    page = visit.open("/stellen")
    page.locator(".st-key-filter-day button").first.click()
    parts = page.get_by_test_id("stDateInput").first.get_by_role("spinbutton")
    expect(parts).to_have_text(["tt", "mm", "jjjj"])
    expect(parts.first).to_have_accessible_name("Tag, Stand am")
    for typed, key, address in (
        ("01112022", "Enter", "2022-11-01"),
        ("05062023", "Tab", "2023-06-05"),
    ):
        parts.first.click()
        page.keyboard.type(typed)
        page.keyboard.press(key)
        page.wait_for_url(f"**/stellen?stand={address}")


@pytest.mark.parametrize("visit", [1440, 820, 390], indirect=True)
def test_the_bar_of_the_own_place_covers_no_letter(visit: Visit) -> None:
    page = visit.open(f"/steuerung?{OWN}")
    own = page.locator(".kim-organigram .level.own").bounding_box()
    titles = [each.bounding_box() for each in page.locator(".level.own h4, .level.own h3").all()]

    assert own is not None
    assert len(titles) > 1
    assert all(each and each["x"] >= own["x"] + WIDTH_OF_BAR for each in titles)


def test_the_sign_of_the_own_place_stands_on_the_line_of_its_hit(visit: Visit) -> None:
    page = visit.open(f"/suche?{OWN}&q=Rheine")
    hit = page.locator(".kim-hits li.own").first
    sign, words = (hit.locator(each).first.bounding_box() for each in (".kim-own", ".kim-own + *"))

    assert sign is not None
    assert words is not None
    assert abs(sign["y"] - words["y"]) < sign["height"] / 2
