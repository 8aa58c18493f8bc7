"""The way of a file in a real browser: dropped, asked about, compared, published, withdrawn."""

import io
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from openpyxl import Workbook as Openpyxl
from playwright.sync_api import Browser, FilePayload, Page, expect

from tests.e2e.conftest import Visit, working, writing
from tests.e2e.login_provider import LoginServer, serving_with_login
from tests.e2e.serving import Served, serving

pytestmark = [pytest.mark.e2e, pytest.mark.writing]

HEADING = "Ort;Baustein;Anzahl;Genauigkeit;Einheit;Maß;Stand der Einrichtung;Stand am;Quelle;Fundstelle;Grundlage"
ROW = "{place};Baustein 2;{posts};genau;Stellen;Gesamtzahl;besetzt;01.11.2023;rheine-vo9190;{posts} Stellen;steht im Dokument"
SHOWN_TO_RHEINE = "/stellen?orte=Rheine+(Kreis+Steinfurt)&ansicht-stellen=Tabelle"
PUBLISH = "Jetzt veröffentlichen"
ALL_WIDTHS = [1440, *(pytest.param(width, marks=pytest.mark.hardship) for width in (820, 390))]


def german_csv(*rows: tuple[str, str]) -> FilePayload:
    """As a German Excel writes it: semicolons, cp1252, keys without their zero."""
    lines = [HEADING, *(ROW.format(place=place, posts=posts) for place, posts in rows)]
    content = "\r\n".join(lines).encode("cp1252")
    return {"name": "stellen.csv", "mimeType": "text/csv", "buffer": content}


@pytest.fixture(scope="module")
def desk_server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    with serving(tmp_path_factory.mktemp("desk")) as origin:
        yield origin


@pytest.fixture
def desk(browser: Browser, desk_server: Served, request: pytest.FixtureRequest) -> Iterator[Visit]:
    with working(browser, desk_server, getattr(request, "param", 1440)) as visit:
        yield visit


def drop(visit: Visit, file: FilePayload) -> Page:
    page = visit.open("/hochladen")
    page.locator("input[type=file]").set_input_files(file)
    expect(page.get_by_text("Empfangen:")).to_be_visible()
    expect(page.get_by_text("Gelesen und geprüft").last).to_be_visible()
    return page


@pytest.mark.parametrize("desk", ALL_WIDTHS, indirect=True)
def test_a_clerk_publishes_and_everybody_sees_it_and_takes_it_back(
    desk: Visit, browser: Browser
) -> None:
    other = Visit(browser.new_context(locale="de-DE").new_page(), desk.origin)
    reader = other.open(SHOWN_TO_RHEINE)
    words = reader.get_by_role("link", name=re.compile("7,25 Stellen"))
    expect(words).to_have_count(0)

    page = drop(desk, german_csv(("5566076", "7,25")))
    expect(page.get_by_role("heading", name="So sähe das Diagramm aus")).to_be_visible()
    expect(page.get_by_text("(7,25) besetzt")).to_be_visible()
    assert page.evaluate("document.documentElement.scrollWidth - innerWidth") <= 1
    page.get_by_role("button", name=PUBLISH).click()
    expect(page.get_by_text("Veröffentlicht als Fassung")).to_be_visible()

    other.open(SHOWN_TO_RHEINE)
    expect(words).to_have_count(1)

    page = desk.open("/verlauf")
    expect(page.get_by_role("cell", name="stellen.csv").first).to_be_visible()
    page.get_by_role("button", name="Dieses Hochladen zurücknehmen").click()
    expect(page.get_by_text("Zurückgenommen. Die neue Fassung")).to_be_visible()
    other.open(SHOWN_TO_RHEINE)
    expect(words).to_have_count(0)

    desk.open("/verlauf")
    with page.expect_download() as download:
        page.get_by_role("button", name="Datei herunterladen, wie sie kam").click()
    assert Path(download.value.path()).read_bytes() == german_csv(("5566076", "7,25"))["buffer"]


def test_what_is_ambiguous_is_asked(desk: Visit) -> None:
    page = drop(desk, german_csv(("Rheine", "1.900")))
    expect(page.get_by_role("heading", name="Das müssen Sie entscheiden")).to_be_visible()
    expect(page.get_by_role("button", name=PUBLISH)).to_have_count(0)

    page.get_by_text(re.compile("^1,9")).click()
    page.get_by_role("button", name="Übernehmen").click()

    expect(page.get_by_text("(1,9) besetzt")).to_be_visible()
    expect(page.get_by_role("button", name=PUBLISH)).to_be_visible()


def test_a_wrong_file_is_explained_and_cannot_be_published(desk: Visit) -> None:
    page = drop(desk, german_csv(("5999999", "viele")))

    expect(page.get_by_text("An 2 Stellen der Datei stimmt etwas nicht")).to_be_visible()
    expect(page.locator("mark.kim-fault")).to_have_count(2)
    expect(page.get_by_role("button", name=PUBLISH)).to_have_count(0)
    with page.expect_download() as download:
        page.get_by_role("button", name="Liste als CSV für Excel").click()
    lines = Path(download.value.path()).read_text("utf-8-sig").splitlines()
    assert [line.split(";")[:2] for line in lines[1:]] == [["2", "Anzahl"], ["2", "Ort"]]


def test_a_missing_source_is_added_on_the_spot(desk: Visit) -> None:
    file = german_csv(("Rheine", "3,25"))
    file["buffer"] = file["buffer"].replace(b"rheine-vo9190", b"protokoll-mai")
    page = drop(desk, file)
    expect(page.get_by_role("heading", name="Quelle „protokoll-mai“ hier anlegen")).to_be_visible()

    page.get_by_role("textbox", name="Titel *").fill("Protokoll vom Mai")
    page.get_by_role("combobox", name="Ort *").fill("05566076")
    page.get_by_role("option", name="Rheine (05566076)").click()
    page.get_by_role("combobox", name="Art *").click()
    page.get_by_role("option").first.click()
    page.get_by_role("textbox", name="Datum").fill("morgen")
    page.get_by_role("button", name="Anlegen und weiter prüfen").click()
    expect(page.get_by_text("Erwartet wird 2022")).to_be_visible()
    page.get_by_role("textbox", name="Datum").fill("3.5.2024")
    page.get_by_role("button", name="Anlegen und weiter prüfen").click()

    expect(page.get_by_role("button", name=PUBLISH)).to_be_visible()
    page.get_by_role("button", name=PUBLISH).click()
    expect(page.get_by_text("Veröffentlicht als Fassung")).to_be_visible()


def test_what_somebody_else_published_meanwhile_is_shown_first(
    desk: Visit, browser: Browser
) -> None:
    other = Visit(writing(browser, desk.origin).new_page(), desk.origin)
    mine = drop(desk, german_csv(("Emsdetten", "3,1")))
    drop(other, german_csv(("Emsdetten", "3,2")))
    other.page.get_by_role("button", name=PUBLISH).click()
    expect(other.page.get_by_text("Veröffentlicht als Fassung")).to_be_visible()

    mine.get_by_role("button", name=PUBLISH).click()

    expect(mine.get_by_text("Inzwischen hat jemand anderes")).to_be_visible()
    expect(mine.get_by_text("3,2 Stellen").first).to_be_visible()
    mine.get_by_role("button", name=PUBLISH).click()
    expect(mine.get_by_text("Veröffentlicht als Fassung")).to_be_visible()


def test_a_file_taken_away_is_no_longer_looked_at(desk: Visit) -> None:
    page = drop(desk, german_csv(("Rheine", "5,75")))

    page.get_by_test_id("stFileChipDeleteBtn").locator("button").click()

    expect(page.get_by_role("button", name=PUBLISH)).to_have_count(0)
    expect(page.get_by_text("Empfangen:")).to_have_count(0)


def test_answers_outlive_a_reload(desk: Visit) -> None:
    page = drop(desk, german_csv(("Rheine", "2.800")))
    page.get_by_text(re.compile("^2,8")).click()
    page.get_by_role("button", name="Übernehmen").click()
    expect(page.get_by_role("button", name=PUBLISH)).to_be_visible()

    page.reload()
    desk.settle()
    page.get_by_role("button", name="Diese Datei öffnen").click()

    expect(page.get_by_role("button", name=PUBLISH)).to_be_visible()


def test_an_image_is_refused_in_a_sentence(desk: Visit) -> None:
    content = b"\x89PNG\r\n\x1a\n" + bytes(range(256)) * 40
    page = drop(desk, {"name": "../../bild.csv", "mimeType": "text/csv", "buffer": content})

    expect(page.get_by_text("An einer Stelle der Datei stimmt etwas nicht")).to_be_visible()
    expect(page.get_by_text(re.compile("PNG"))).to_be_visible()


def test_a_file_that_was_received_waits_in_another_session(desk: Visit, browser: Browser) -> None:
    drop(desk, german_csv(("Rheine", "4,75")))

    other = Visit(writing(browser, desk.origin).new_page(), desk.origin)
    page = other.open("/hochladen")
    page.get_by_role("button", name="Diese Datei öffnen").click()

    expect(page.get_by_text("(4,75) besetzt")).to_be_visible()


def test_the_template_has_no_row_of_its_own(desk: Visit) -> None:
    page = desk.open("/hochladen")
    with page.expect_download() as download:
        page.get_by_role("button", name="Vorlage für Excel (XLSX)").click()
    content = Path(download.value.path()).read_bytes()

    page = drop(desk, {"name": "vorlage.xlsx", "mimeType": "", "buffer": content})

    expect(page.get_by_text("Unter der Kopfzeile steht keine Zeile")).to_be_visible()


# With a login


@pytest.fixture(scope="module")
def four_eyes(tmp_path_factory: pytest.TempPathFactory) -> Iterator[LoginServer]:
    with serving_with_login(tmp_path_factory.mktemp("four"), KIM_FOUR_EYES="1") as serving:
        yield serving


def opened(browser: Browser, server: LoginServer, subject: str) -> Visit:
    context = browser.new_context(viewport={"width": 1440, "height": 1000}, locale="de-DE")
    visit = Visit(context.new_page(), server.origin)
    server.log_in(visit.page, subject)
    return visit


@pytest.mark.hardship
def test_four_eyes_an_editor_submits_and_a_reviewer_publishes(
    browser: Browser, four_eyes: LoginServer
) -> None:
    editor = opened(browser, four_eyes, "editor-1")
    page = drop(editor, german_csv(("5566076", "6,25")))
    expect(page.get_by_role("button", name=PUBLISH)).to_have_count(0)
    page.get_by_role("button", name="Zur Freigabe vorlegen").click()
    expect(page.get_by_text("wartet auf die Freigabe")).to_be_visible()

    reviewer = opened(browser, four_eyes, "reviewer-1")
    page = reviewer.open("/hochladen")
    page.get_by_role("button", name="Diese Datei öffnen").click()
    page.get_by_role("button", name=PUBLISH).click()

    expect(page.get_by_text("Veröffentlicht als Fassung")).to_be_visible()


@pytest.mark.hardship
def test_an_editor_publishes_for_own_places_only(
    browser: Browser, login_server: LoginServer
) -> None:
    editor = opened(browser, login_server, "editor-1")
    page = drop(editor, german_csv(("Hilden", "2,25")))

    expect(page.get_by_text("Für diese Orte dürfen Sie nichts ändern")).to_be_visible()
    expect(page.get_by_role("button", name=PUBLISH)).to_have_count(0)


@pytest.mark.hardship
def test_a_reader_has_no_place_to_drop_a_file(browser: Browser, login_server: LoginServer) -> None:
    page = opened(browser, login_server, "reader-1").open("/hochladen")

    expect(page.get_by_text("Zum Hochladen brauchen Sie das Recht")).to_be_visible()
    expect(page.locator("input[type=file]")).to_have_count(0)


def workbook_with_hidden_row() -> FilePayload:
    """Two rows with a date that can be two things, the second one filtered away."""
    heading = HEADING.split(";")
    made = Openpyxl()
    made.active.append(heading)
    for place in ("05566076", "05566004"):
        cells = ROW.format(place=place, posts="7,5").split(";")
        made.active.append([cell.replace("01.11.2023", "2011/12") for cell in cells])
    made.active.row_dimensions[3].hidden = True
    out = io.BytesIO()
    made.save(out)
    kind = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
    return {"name": "stellen.xlsx", "mimeType": kind, "buffer": out.getvalue()}


@pytest.mark.parametrize("desk", ALL_WIDTHS, indirect=True)
def test_what_is_hidden_is_said_and_read_when_that_is_wanted(desk: Visit) -> None:
    page = drop(desk, workbook_with_hidden_row())
    expect(page.get_by_text("Gelesene Zeilen: 1.")).to_be_visible()
    expect(page.get_by_text("weggefilterte Zeilen wurden nicht gelesen (1)")).to_be_visible()
    expect(page.get_by_text("Was heißt „2011/12“?")).to_be_visible()
    page.get_by_text("Dezember 2011").click()
    page.get_by_role("button", name="Übernehmen", exact=True).click()
    expect(page.get_by_role("heading", name="4. Was sich ändern würde")).to_be_visible()

    page.get_by_text("Ausgeblendete Zeilen und Spalten mitlesen").click()

    expect(page.get_by_text("Gelesene Zeilen: 2.")).to_be_visible()
    expect(page.get_by_text("Was heißt „2011/12“?")).to_have_count(0)
