"""A paper in a real browser: dropped, decided on by keys, published; the profile of its place changes, with the proof."""

import re
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, FilePayload, Page, expect

from tests.e2e.conftest import Visit, working
from tests.e2e.serving import Served, serving
from tests.e2e.test_frame import IS_WIDER
from tests.e2e.test_pages import violations
from tests.etl.fetching.pdf_files import lines, pdf

pytestmark = [pytest.mark.e2e, pytest.mark.writing]

PAPER = (
    "Stadt Rheine, Sozialausschuss, Niederschrift",
    "TOP 3 Kommunales Integrationsmanagement",
    "Im Case Management sind bei der Stadt Rheine 2,75 Stellen besetzt.",
    "Der Kreis zahlt 61.000 Euro je Stelle und Jahr im Baustein 2.",
    "Die Verwaltung sagt zu, bis zum 30. September 2025 zu berichten.",
)
PROFILE = "/steckbrief?ort=05566076"
NARROWEST = (
    "Math.min(...[...document.querySelectorAll('.kim-proposal dd')].map(each => each.clientWidth))"
)
CURRENT = ".kim-reviewed mark.current"


@pytest.fixture(scope="module")
def review_server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    with serving(tmp_path_factory.mktemp("review")) as origin:
        yield origin


@pytest.fixture
def desk(browser: Browser, review_server: Served) -> Iterator[Visit]:
    with working(browser, review_server) as visit:
        yield visit


def paper() -> FilePayload:
    """A page with a gap between its paragraphs."""
    page = b"".join(lines(each, top=720 - 40 * number) for number, each in enumerate(PAPER))
    return {"name": "niederschrift.pdf", "mimeType": "application/pdf", "buffer": pdf(page)}


def pressed(visit: Visit, key: str, then: str) -> None:
    """Press a key; the heading of the next proposal is this one."""
    visit.page.keyboard.press(key)
    expect(visit.page.get_by_role("heading", name=then)).to_be_visible()
    visit.settle()


def begun(visit: Visit, title: str) -> Page:
    page = visit.open("/auswerten")
    page.locator("input[type=file]").set_input_files(paper())
    page.get_by_role("combobox", name=re.compile("^Ort")).click()
    page.keyboard.type("Rheine")
    page.keyboard.press("Enter")
    page.get_by_role("textbox", name="Datum").fill("14.03.2025")
    page.get_by_role("textbox", name=re.compile("^Titel")).fill(title)
    page.get_by_role("button", name="Lesen und vorschlagen").click()
    expect(page.locator(CURRENT).first).to_be_visible()
    visit.settle()
    return page


def test_a_paper_becomes_proven_facts_by_keys_alone(desk: Visit) -> None:
    desk.open(PROFILE)
    expect(desk.page.get_by_text("2,75")).to_have_count(0)

    page = begun(desk, "Niederschrift zu KIM")
    expect(page.get_by_role("heading", name="Träger und Rollen, Absatz 3")).to_be_visible()
    for width in (390, 820, 1440):
        page.set_viewport_size({"width": width, "height": 1000})
        page.wait_for_timeout(500)
        assert page.evaluate(IS_WIDER) <= 0, width
        assert page.evaluate(NARROWEST) > 100, width
        assert violations(page) == [], width
    pressed(desk, "v", "Stellen, Absatz 3")
    expect(page.locator(CURRENT)).to_have_text("2,75 Stellen")
    pressed(desk, "u", "Finanzierung, Absatz 4")
    pressed(desk, "z", "Stellen, Absatz 3")
    pressed(desk, "u", "Finanzierung, Absatz 4")
    pressed(desk, "s", "Zusagen, Absatz 5")

    address = page.url
    page.goto("about:blank")
    page.goto(address)
    desk.settle()
    expect(page.locator(CURRENT)).to_have_count(1)
    expect(page.locator(".kim-reviewed mark.accepted")).to_have_text("2,75 Stellen")

    page.get_by_role("button", name="Übernommene Angaben prüfen").click()
    expect(page.get_by_role("heading", name="Welche Antworten sich ändern")).to_be_visible()
    page.get_by_role("button", name="Jetzt veröffentlichen").click()
    expect(page.get_by_text("Veröffentlicht als Fassung")).to_be_visible()

    desk.open(PROFILE)
    answer = page.get_by_role("link", name=re.compile("2,75 Stellen")).first
    expect(answer).to_be_visible()
    page.goto(f"{desk.origin}/{answer.get_attribute('href')}")
    desk.settle()
    expect(page.locator("mark.kim-anchor").first).to_have_text("2,75 Stellen")
    expect(page.locator(".kim-proof.proven").first).to_be_visible()


def test_five_fast_presses_decide_only_what_was_shown(desk: Visit) -> None:
    page = begun(desk, "Fünf Tasten")
    for _ in range(5):
        page.keyboard.press("v")
    desk.settle()
    page.wait_for_timeout(2000)
    page.get_by_text(re.compile("^Alle Vorschläge:")).click()
    said = page.locator(".kim-proposals li").all_inner_texts()
    rejected = [each for each in said if each.startswith("verworfen:")]
    assert 1 <= len(rejected) <= 5
    assert said[: len(rejected)] == rejected
