"""The main job: fetched from a council system, proposed, decided on in the browser, published, on the profile with its proof."""

import os
import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, expect

from kim.tables import ROOT
from tests.e2e.conftest import Visit, working
from tests.e2e.serving import Served, serving
from tests.etl.fetching.council_server import CouncilServer, Reply
from tests.etl.fetching.council_server import serving as serving_papers
from tests.etl.fetching.pages import ALLRIS, SESSIONNET, TEXT
from tests.etl.fetching.pdf_files import lines, pdf

pytestmark = pytest.mark.e2e

HTML = {"Content-Type": "text/html; charset=utf-8"}
POSTS = "Im Case Management sind bei der Stadt Rheine 3,25 Stellen besetzt."
MONEY = "Der Kreis zahlt der Stadt 61.500 Euro je Stelle und Jahr im Baustein 2."
DUTY = "Die Verwaltung sagt zu, bis zum 30. September 2025 zu KIM zu berichten."
PAGES = {
    "/sessionnet/vo0050.php": Reply(SESSIONNET.replace(TEXT[0], POSTS).encode(), headers=HTML),
    "/allris/to020.asp": Reply(ALLRIS.replace(TEXT[0], MONEY).encode(), headers=HTML),
    "/getfile.php": Reply(
        pdf(lines("TOP 3 Kommunales Integrationsmanagement") + lines(DUTY, top=640)),
        headers={"Content-Type": "application/pdf"},
    ),
}
SOURCES = dict(zip(("neu-vorlage", "neu-auszug", "neu-niederschrift"), PAGES, strict=True))
TITLES = {"neu-vorlage": "Vorlage zu KIM", "neu-auszug": "Auszug zu KIM"}
TITLES |= {"neu-niederschrift": "Niederschrift zu KIM"}
CURRENT = ".kim-reviewed mark.current"


@pytest.fixture(scope="module")
def council() -> Iterator[CouncilServer]:
    with serving_papers() as running:
        running.pages |= PAGES
        yield running


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("main")


@pytest.fixture(scope="module")
def server(folder: Path) -> Iterator[Served]:
    with serving(folder) as origin:
        yield origin


@pytest.fixture
def desk(browser: Browser, server: Served) -> Iterator[Visit]:
    with working(browser, server) as visit:
        yield visit


def command(store: Path, *words: str) -> str:
    """What `python -m etl` says on this store; loopback may be fetched from."""
    variables = {**os.environ, "KIM_STORE": str(store), "KIM_FETCH_LOOPBACK": "1"}
    done = subprocess.run(
        [sys.executable, "-m", "etl", *words],
        check=False,
        cwd=ROOT,
        env=variables,
        capture_output=True,
        text=True,
    )
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout


def fetched(store: Path, council: CouncilServer) -> None:
    """The papers are named as sources, then fetched into a folder of texts that was empty."""
    assert not (store / "texts").exists()
    rows = [
        f"{source};05566076;Vorlage;{TITLES[source]};14.03.2025;im Dokument genannt;{council.url(path)}"
        for source, path in SOURCES.items()
    ]
    heads = "Kürzel;Ort;Art;Titel;Datum;Grundlage des Datums;Adresse"
    file = store.parent / "quellen.csv"
    file.write_text("\n".join([heads, *rows]), "utf-8")
    command(store, "load", str(file), "--table", "sources")
    named = [word for source in SOURCES for word in ("--source", source)]
    said = command(store, "fetch", "--pause", "0", *named)
    assert "3 Dokumente abgefragt: 3 gelesen" in said
    assert {path.stem for path in (store / "texts").glob("*.txt")} == set(SOURCES)


def test_fetched_papers_become_proven_facts_on_the_profile(
    desk: Visit, folder: Path, council: CouncilServer
) -> None:
    page = desk.open("/steckbrief?ort=05566076")
    expect(page.get_by_text("3,25")).to_have_count(0)
    fetched(folder, council)

    desk.open("/auswerten")
    page.get_by_text("von einem Dokument der Sammlung").click()
    page.get_by_role("combobox", name="Dokument").click()
    page.get_by_role("option", name="Vorlage zu KIM").click()
    page.get_by_role("button", name="Lesen und vorschlagen").click()
    expect(page.locator(CURRENT).first).to_be_visible()
    desk.settle()
    page.get_by_role("heading", name=re.compile("Absatz")).wait_for()
    while not page.get_by_role("heading", name=re.compile("^Stellen, Absatz")).count():
        page.keyboard.press("v")
        page.wait_for_timeout(300)
        desk.settle()
    page.keyboard.press("u")
    expect(page.locator(".kim-reviewed mark.accepted")).to_have_text("3,25 Stellen")

    page.get_by_role("button", name="Übernommene Angaben prüfen").click()
    expect(page.get_by_role("heading", name="Welche Antworten sich ändern")).to_be_visible()
    page.get_by_role("button", name="Jetzt veröffentlichen").click()
    expect(page.get_by_text("Veröffentlicht als Fassung")).to_be_visible()

    desk.open("/steckbrief?ort=05566076")
    answer = page.get_by_role("link", name=re.compile("3,25 Stellen")).first
    page.goto(f"{desk.origin}/{answer.get_attribute('href')}")
    desk.settle()
    expect(page.locator("mark.kim-anchor").first).to_have_text("3,25 Stellen")
    expect(page.locator(".kim-proof.proven").first).to_be_visible()
    desk.open("/verlauf")
    expect(
        page.get_by_role("cell", name="Aus „Vorlage zu KIM“ ausgewertet: Stellen")
    ).to_be_visible()
