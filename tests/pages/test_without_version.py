"""Where no version can be read every page says so, in a sentence."""

from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from kim.store import Store, store
from kim.tables import ROOT
from tests.conftest import World
from tests.damage import KINDS, damaged
from tests.pages import visitors
from tests.pages.test_all_pages import ABOUT, PAGES, feet


def opened(folder: Path, page: str, monkeypatch: pytest.MonkeyPatch) -> AppTest:
    monkeypatch.setenv("KIM_STORE", str(folder))
    monkeypatch.chdir(ROOT)
    store.cache_clear()
    return visitors.opened(page)


@pytest.mark.parametrize("page", [page for page in PAGES if page not in ABOUT])
def test_before_the_first_version(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, page: str
) -> None:
    app = opened(tmp_path / "none", page, monkeypatch)
    assert not app.exception
    assert app.title[0].value
    assert "Es gibt noch keine Fassung" in app.info[0].value
    assert feet(app) == ABOUT


@pytest.mark.parametrize("page", ABOUT)
def test_pages_about_the_site_need_no_version(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, page: str
) -> None:
    app = opened(tmp_path / "none", page, monkeypatch)
    assert not app.exception
    assert "Es gibt noch keine Fassung" not in str([each.value for each in app.info])
    assert feet(app) == [each for each in ABOUT if each != page]


@pytest.mark.parametrize("kind", KINDS)
def test_when_pointer_or_version_cannot_be_read(
    built_world: World, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, kind: str
) -> None:
    folder = tmp_path / "store"
    folder.mkdir()
    (folder / "current").write_text("2\n")
    (folder / "kim-000002.duckdb").write_bytes(built_world.store.path(1).read_bytes())
    harm, reason = KINDS[kind]
    with damaged(Store(folder), harm):
        app = opened(folder, PAGES[0], monkeypatch)
        assert not app.exception
        assert reason in app.error[0].value.replace("\\", "")
