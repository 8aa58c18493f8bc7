"""The page Hochladen: who sees the place to drop a file, and the charts of every table."""

import time
from pathlib import Path

import plotly.graph_objects as go
import pytest
from streamlit.testing.v1 import AppTest

from kim import access, queries
from kim.access import Login
from kim.queries import View
from kim.store import Store, store
from tests.pages.conftest import Open
from ui import exhibits
from ui.figures.matrix import Matrix
from ui.server.permits import permits
from ui.texts import text
from ui.uploads import preview
from ui.widgets.frame import CORE_PLACES

PAGE = "pages/upload.py"
FINDING = text("upload.finding")
TEST_SESSION = "test session id"


def html(app: AppTest) -> str:
    return "".join(each.proto.body for each in app.get("html"))


def test_the_local_user_may_drop_a_file(open_page: Open) -> None:
    app = open_page(PAGE)

    assert len(app.get("file_uploader")) == 1
    assert [each.value for each in app.header] == ["1. Tabelle wählen", "2. Datei ablegen"]


def test_bound_to_the_network_without_a_login_nobody_may(
    open_page: Open, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(access.process, "host", "0.0.0.0")  # noqa: S104 (the case in question)
    app = open_page(PAGE)

    assert len(app.get("file_uploader")) == 0
    assert "Recht zum Bearbeiten" in app.info[0].value
    assert FINDING in html(app)


def test_whoever_only_reads_finds_the_lead_of_this_page_on_no_other(
    open_page: Open, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(access.process, "host", "0.0.0.0")  # noqa: S104 (the case in question)
    shown = html(open_page("pages/history.py"))

    assert "Zuletzt veröffentlicht: Fassung" in shown
    assert FINDING not in shown


def test_an_editor_without_a_place_is_told_and_drops_nothing(
    open_page: Open, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(access.process, "login", Login.ON)
    app = open_page(PAGE)
    claims = {"sub": "someone", "kim_roles": ["editor"], "kim_regions": []}
    app.user = {"is_logged_in": True, "iat": time.time(), **claims}
    app.run()

    assert len(app.get("file_uploader")) == 0
    assert "noch kein Ort" in app.info[0].value


def test_the_door_is_open_on_this_page_alone(open_page: Open) -> None:
    app = open_page(PAGE)
    assert permits.holds(TEST_SESSION, time.time())

    app.switch_page("pages/positions.py").run()
    assert not permits.holds(TEST_SESSION, time.time())


def test_the_door_closes_with_the_right(open_page: Open, monkeypatch: pytest.MonkeyPatch) -> None:
    app = open_page(PAGE)
    assert permits.holds(TEST_SESSION, time.time())

    monkeypatch.setattr(access.process, "host", "0.0.0.0")  # noqa: S104 (nobody may write there)
    app.run()
    assert not permits.holds(TEST_SESSION, time.time())


@pytest.mark.parametrize("table", exhibits.TABLES)
def test_the_preview_draws_what_a_version_says(
    shipped_store: Path, monkeypatch: pytest.MonkeyPatch, table: str
) -> None:
    monkeypatch.setenv("KIM_STORE", str(shipped_store))
    store.cache_clear()
    with queries.answered_by(Store(shipped_store).current()):
        drawn = [figure for figure in preview.figures(table, View(CORE_PLACES)) if figure]

    assert drawn
    for figure in drawn:
        match figure:
            case go.Figure():
                assert figure.data
            case Matrix():
                assert figure.rows
            case _:
                assert tuple(figure.entries)
