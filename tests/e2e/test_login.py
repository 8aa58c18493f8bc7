"""Logging in and out in a real browser, against a real provider."""

import re
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page

from tests.e2e.conftest import Visit
from tests.e2e.login_provider import LoginServer, settle
from tests.e2e.serving import build, free_port, running, wait_for

pytestmark = [pytest.mark.e2e, pytest.mark.hardship]

EVERYWHERE = "0.0.0.0"  # noqa: S104


@pytest.fixture
def tab(browser: Browser, login_server: LoginServer) -> Iterator[Visit]:
    """A tab on the server with the login; everything it asks for is on one of the two servers."""
    context = browser.new_context(viewport={"width": 1440, "height": 1000}, locale="de-DE")
    visit = Visit(context.new_page(), login_server.origin)
    yield visit
    context.close()
    assert [url for url in visit.foreign if not login_server.is_known(url)] == []
    assert visit.errors == []


def said(page: Page) -> str:
    return page.locator(".st-key-login").inner_text()


def test_visitor_may_read_and_log_in(tab: Visit) -> None:
    page = tab.open("/stellen")

    assert page.locator("h1").first.inner_text() == "Stellen"
    assert "Sie sind nicht angemeldet." in said(page)
    assert tab.foreign == []


def test_editor_sees_rights_and_places(tab: Visit, login_server: LoginServer) -> None:
    login_server.log_in(tab.page, "editor-1")

    assert "Ihre Rechte: Lesen, Bearbeiten." in said(tab.page)
    assert "Bearbeiten für: Kreis Steinfurt." in said(tab.page)
    assert "editor-1" not in said(tab.page)


def test_login_lasts_over_pages_and_ends(tab: Visit, login_server: LoginServer) -> None:
    login_server.log_in(tab.page, "editor-all")
    page = tab.open("/traeger")
    assert "Bearbeiten für: alle Orte." in said(page)

    login_server.log_out(page)

    assert "Sie sind nicht angemeldet." in said(page)
    assert "Abmelden" not in said(tab.open("/stellen"))


@pytest.mark.parametrize(
    ("subject", "rights"),
    [
        ("nobody-1", "Lesen."),
        ("reader-1", "Lesen."),
        ("reviewer-1", "Lesen, Freigeben."),
    ],
)
def test_others_see_their_rights(
    tab: Visit, login_server: LoginServer, subject: str, rights: str
) -> None:
    login_server.log_in(tab.page, subject)

    assert f"Ihre Rechte: {rights}" in said(tab.page)
    assert "Bearbeiten" not in said(tab.page)


def test_a_logout_ends_the_login_everywhere(
    browser: Browser, tab: Visit, login_server: LoginServer
) -> None:
    """In another tab that is open, and for whoever has a copy of the cookie."""
    login_server.log_in(tab.page, "editor-all")
    other = tab.page.context.new_page()
    other.goto(f"{login_server.origin}/hochladen")
    settle(other)
    copied = browser.new_context(locale="de-DE", storage_state=tab.page.context.storage_state())

    login_server.log_out(tab.page)

    other.get_by_role("link", name="Verlauf").first.click()
    other.get_by_role("heading", name="Verlauf").wait_for()
    settle(other)
    assert "abgelaufen" in said(other)
    page = copied.new_page()
    page.goto(login_server.origin)
    settle(page)
    assert "abgelaufen" in said(page)
    copied.close()


def test_forged_cookie_is_no_login(tab: Visit, login_server: LoginServer) -> None:
    tab.page.context.add_cookies(
        [{"name": "_streamlit_user", "value": "e30.x.y", "url": login_server.origin}]
    )

    assert "Sie sind nicht angemeldet." in said(tab.open("/"))


def test_log_names_nobody(tab: Visit, login_server: LoginServer) -> None:
    login_server.log_in(tab.page, "reader-1")

    words = login_server.log.read_text("utf-8")
    assert "Ändern: ja, für alle, die angemeldet sind" in words
    assert "reader-1" not in words


def test_without_login_the_browser_with_the_key_may_write(browser: Browser, tmp_path: Path) -> None:
    """The printed address opens once, and not through a proxy, though it rewrites Host."""
    store, port = tmp_path / "store", free_port()
    variables = {"KIM_STORE": str(store), "KIM_SECRETS": ""}
    build(variables)
    log = tmp_path / "server.log"
    origin = f"http://127.0.0.1:{port}"
    with running(["--port", str(port)], variables, log):
        wait_for(f"{origin}/gesund")
        [printed] = re.findall(r"http://\S+", log.read_text("utf-8"))
        mine = browser.new_context(locale="de-DE").new_page()
        for address, words in (
            (origin, "Hier können Sie lesen. Zum Ändern öffnen Sie die Adresse mit dem Schlüssel"),
            (printed, "Sie arbeiten direkt an diesem Rechner"),
            (f"{origin}/stellen", "Sie arbeiten direkt an diesem Rechner"),
        ):
            mine.goto(address)
            settle(mine)
            assert words in said(mine)
        assert "schluessel" not in mine.url
        other = browser.new_context(locale="de-DE").new_page()
        other.goto(printed)
        settle(other)
        assert "Hier können Sie lesen." in said(other)
        mine.context.set_extra_http_headers({"X-Forwarded-For": "192.0.2.1"})
        mine.goto(origin)
        settle(mine)
        assert "Hier können Sie nur lesen." in said(mine)
        for page in (mine, other):
            page.context.close()
    words = log.read_text("utf-8")
    assert "Ändern: ja, ohne Anmeldung" in words
    assert "Für einen weiteren Browser: http://127.0.0.1" in words


@pytest.mark.parametrize(
    ("host", "secrets", "sentence"),
    [
        (EVERYWHERE, None, "Ändern: nein. 0.0.0.0 ist nicht nur dieser Rechner"),
        ("127.0.0.1", '[auth]\nclient_id = "kim"', "Ändern: nein. Die Anmeldung ist nicht richtig"),
        ("127.0.0.1", "[auth", "Die Datei in KIM_SECRETS ist nicht lesbar"),
        ("127.0.0.1", "", "Die Datei in KIM_SECRETS ist nicht lesbar"),
    ],
)
def test_start_says_that_nobody_may_write(
    tmp_path: Path, host: str, secrets: str | None, sentence: str
) -> None:
    path, log = tmp_path / "secrets.toml", tmp_path / "server.log"
    if secrets is not None:
        path.write_text(secrets, "utf-8")
    variables = {"KIM_STORE": str(tmp_path), "KIM_SECRETS": "" if secrets is None else str(path)}

    with running(["--host", host, "--port", str(free_port())], variables, log):
        for _ in range(100):
            if sentence in log.read_text("utf-8"):
                break
            time.sleep(0.2)

    assert sentence in log.read_text("utf-8")
    assert "Traceback" not in log.read_text("utf-8")
