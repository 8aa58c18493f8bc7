"""Pages of the small world, opened by an address like a reader's."""

import csv
import io
import shutil
from collections.abc import Callable, Mapping
from pathlib import Path

import openpyxl
import pytest
import streamlit as st
from streamlit.testing.v1 import AppTest

from kim.store import store
from kim.tables import ROOT
from tests.conftest import World
from tests.pages import visitors
from tests.pages.visitors import sit_at_this_machine
from tests.spec.world import names_of_facts, pages_store  # noqa: F401

RHEINE, COESFELD, STEINFURT = "Rheine (Kreis Steinfurt)", "Kreis Coesfeld", "Kreis Steinfurt"
Open = Callable[..., AppTest]
Offers = dict[str, tuple[str, str, Callable[[], bytes]]]


@pytest.fixture(scope="session")
def names(pages_store: World) -> Mapping[str, str]:  # noqa: F811
    """What the keys of the facts stand for."""
    return names_of_facts(pages_store)


@pytest.fixture
def own_store(
    pages_store: World,  # noqa: F811
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> Path:
    """A copy of the store of this world, to write into."""
    folder = tmp_path / "store"
    shutil.copytree(pages_store.store.folder, folder)
    monkeypatch.setenv("KIM_STORE", str(folder))
    monkeypatch.chdir(ROOT)
    sit_at_this_machine(monkeypatch)
    store.cache_clear()
    return folder


@pytest.fixture
def page(pages_store: World, monkeypatch: pytest.MonkeyPatch) -> Open:  # noqa: F811
    """A page with these query parameters; without `orte` the core places are chosen."""
    monkeypatch.setenv("KIM_STORE", str(pages_store.store.folder))
    monkeypatch.chdir(ROOT)
    sit_at_this_machine(monkeypatch)
    store.cache_clear()
    return opened


def opened(name: str, **asked: str | list[str]) -> AppTest:
    """A page run in its frame at this address."""
    return visitors.opened(f"pages/{name}.py", **asked)


@pytest.fixture
def upload(own_store: Path) -> AppTest:
    assert own_store.is_dir()
    return opened("upload")


@pytest.fixture
def offers(monkeypatch: pytest.MonkeyPatch) -> Offers:
    """What the page hands to its buttons: by label the name of the file, its kind, its bytes."""
    found: Offers = {}
    show = st.download_button

    def offer(label: str, data: Callable[[], bytes], name: str, kind: str, **look: object) -> bool:
        found[label] = (name, kind, data)
        return show(label, data, name, kind, **look)  # type: ignore[arg-type]

    monkeypatch.setattr(st, "download_button", offer)
    return found


def book(content: bytes) -> openpyxl.Workbook:
    return openpyxl.load_workbook(io.BytesIO(content))


def lines(content: bytes, delimiter: str) -> list[str]:
    text = content.decode("utf-8-sig")
    return [" | ".join(row) for row in csv.reader(io.StringIO(text), delimiter=delimiter)]


def sheet(content: bytes, name: str) -> list[str]:
    rows = book(content)[name].iter_rows(values_only=True)
    return [" | ".join("" if cell is None else str(cell) for cell in row) for row in rows]
