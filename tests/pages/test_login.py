"""Who acts is said on every page, and what the page grants follows from it."""

import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from streamlit.runtime.context import ContextProxy, StreamlitCookies, StreamlitHeaders
from streamlit.testing.v1 import AppTest

from kim import access
from kim.access import LOCAL, VISITOR, Actor, Login
from kim.logouts import Logouts
from tests.pages.conftest import Open
from ui.server.writing_keys import COOKIE
from ui.widgets import login

PAGE = "pages/positions.py"
EVERYWHERE = "0.0.0.0"  # noqa: S104
EDITOR = {"sub": "someone", "kim_roles": ["editor"], "kim_regions": ["05566"]}


@pytest.fixture
def acting(monkeypatch: pytest.MonkeyPatch) -> Iterator[list[Actor]]:
    """Everyone who acted, as the pages were told."""
    told: list[Actor] = []
    decide = login.actor

    def remember() -> Actor:
        told.append(decide())
        return told[-1]

    monkeypatch.setattr(login, "actor", remember)
    return told


def said(app: AppTest) -> str:
    """The words as they are read, without the signs that keep them from being Markdown."""
    shown = " ".join(" ".join(each.value.split()) for each in app.sidebar.caption)
    return shown.replace("\\", "")


def log_in(app: AppTest, **claims: object) -> AppTest:
    app.user = {"is_logged_in": True, "iat": time.time(), **EDITOR, **claims}
    return app.run()


def test_local_user_is_said(open_page: Open, acting: list[Actor]) -> None:
    app = open_page(PAGE)

    assert said(app).startswith("Ohne Anmeldung: Sie arbeiten direkt an diesem Rechner. Sie können")
    assert acting[-1] == LOCAL
    assert [each.label for each in app.sidebar.button] == []


@pytest.mark.parametrize("cookies", [{}, {f"{COOKIE}_8501": "x"}, {f"{COOKIE}_8501": ""}])
def test_without_the_key_one_reads(
    open_page: Open, acting: list[Actor], monkeypatch: pytest.MonkeyPatch, cookies: dict[str, str]
) -> None:
    """Whoever comes through a proxy that rewrites Host, too."""
    monkeypatch.setattr(ContextProxy, "cookies", StreamlitCookies(cookies))

    assert "Zum Ändern öffnen Sie die Adresse mit dem Schlüssel" in said(open_page(PAGE))
    assert acting[-1] == VISITOR


@pytest.mark.parametrize("host", [EVERYWHERE, "::", "192.0.2.1", ""])
def test_bound_elsewhere_without_login_nobody_writes(
    open_page: Open, acting: list[Actor], monkeypatch: pytest.MonkeyPatch, host: str
) -> None:
    monkeypatch.setattr(access.process, "host", host)

    app = open_page(PAGE)

    assert said(app).startswith("Ohne Anmeldung: Hier können Sie nur lesen.")
    assert acting[-1] == VISITOR


def test_whoever_sends_no_headers_is_a_visitor(
    open_page: Open, acting: list[Actor], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(ContextProxy, "headers", StreamlitHeaders([]))

    open_page(PAGE)

    assert acting[-1] == VISITOR


def test_broken_login_is_no_local_user(
    open_page: Open, acting: list[Actor], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(access.process, "login", Login.BROKEN)

    assert "nicht richtig eingerichtet" in said(open_page(PAGE))
    assert acting[-1] == VISITOR


def test_visitor_is_offered_the_login(
    open_page: Open, acting: list[Actor], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(access.process, "login", Login.ON)

    app = open_page(PAGE)

    assert "Sie sind nicht angemeldet." in said(app)
    assert acting[-1] == VISITOR
    assert [each.label for each in app.sidebar.button] == ["Anmelden"]


def test_editor_sees_rights(
    open_page: Open, acting: list[Actor], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(access.process, "login", Login.ON)

    app = log_in(open_page(PAGE))

    assert said(app) == (
        "Sie sind angemeldet. Ihre Rechte: Lesen, Bearbeiten. Bearbeiten für: Kreis Steinfurt."
    )
    assert acting[-1] == access.actor_from_claims(EDITOR, "kim_roles", "kim_regions")
    assert [each.label for each in app.sidebar.button] == ["Abmelden"]


def test_editor_without_a_place_is_told(open_page: Open, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(access.process, "login", Login.ON)

    assert "noch kein Ort" in said(log_in(open_page(PAGE), kim_regions=None))


def test_login_expires_between_reruns(
    open_page: Open, acting: list[Actor], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(access.process, "login", Login.ON)
    app = log_in(open_page(PAGE))
    assert acting[-1] != VISITOR

    log_in(app, iat=time.time() - 11 * 3600)

    assert "abgelaufen" in said(app)
    assert acting[-1] == VISITOR


def test_a_login_ends_with_a_logout_in_another_tab(
    open_page: Open, acting: list[Actor], monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    logouts = Logouts(tmp_path)
    monkeypatch.setattr(login, "logouts", lambda: logouts)
    monkeypatch.setattr(access.process, "login", Login.ON)
    app = log_in(open_page(PAGE), iat=time.time() - 60)
    assert acting[-1] != VISITOR

    logouts.end({**EDITOR, "iat": time.time() - 60})
    log_in(app, iat=time.time() - 61)
    assert "Zum Ändern melden Sie sich bitte neu an" in said(app)
    assert acting[-1] == VISITOR

    log_in(app, iat=time.time() - 30)
    assert acting[-1] != VISITOR


def test_claims_without_a_configured_login_are_nothing(
    open_page: Open, acting: list[Actor], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(access.process, "host", EVERYWHERE)

    log_in(open_page(PAGE))

    assert acting[-1] == VISITOR
