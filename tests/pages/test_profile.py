"""The page Steckbrief on the shipped facts, and with words that look like markup."""

from pathlib import Path

import pytest
from markupsafe import escape
from streamlit.testing.v1 import AppTest

from kim.store import store
from kim.tables import ROOT
from tests.pages.conftest import Open
from tests.pages.hostile import TAG, hostile_store
from tests.pages.visitors import opened, sit_at_this_machine

PAGE = "pages/profile.py"


def html(app: AppTest) -> str:
    return "\n".join(each.proto.body for each in app.get("html"))


def of_place(app: AppTest, place: str) -> AppTest:
    app.session_state["ort"] = place
    return app.run()


@pytest.mark.parametrize("place", ["05566076", "05558", "05558020", "05382056", "05314", "05"])
def test_a_profile_of_every_kind_of_place_can_be_taken_away(open_page: Open, place: str) -> None:
    app = of_place(open_page(PAGE), place)

    assert not app.exception
    assert html(app).count("belege?fakt=") > 0
    kinds = [each.label for each in app.get("download_button")]
    assert [
        next(kind for kind in ("PDF", "HTML", "XLSX", "ZIP", "CSV") if kind in label)
        for label in kinds
    ] == [*("PDF", "HTML", "CSV", "XLSX", "ZIP", "CSV")]


def test_words_that_look_like_markup_are_shown_as_they_are(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("KIM_STORE", str(hostile_store(tmp_path).store.folder))
    monkeypatch.chdir(ROOT)
    sit_at_this_machine(monkeypatch)
    store.cache_clear()
    app = of_place(opened(PAGE), "05566076")

    assert not app.exception
    assert TAG not in html(app)
    assert str(escape(TAG)) in html(app)
