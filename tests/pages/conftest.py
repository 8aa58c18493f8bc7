"""Every page in its frame, on a store that the real ETL built from the shipped data."""

from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from etl.pipeline.build import Inputs, build
from kim.store import Store, store
from kim.tables import DATA, ROOT, package
from tests.pages.visitors import opened, sit_at_this_machine

Open = Callable[..., AppTest]


@pytest.fixture(scope="session")
def shipped_store(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of a store with the facts that the repository ships."""
    folder = tmp_path_factory.mktemp("shipped")
    now = datetime.now(UTC).replace(tzinfo=None)
    report = build(Inputs.read(package(), DATA, None, now), Store(folder), lambda _: None)
    assert report.findings == []
    return folder


@pytest.fixture
def open_page(shipped_store: Path, monkeypatch: pytest.MonkeyPatch) -> Open:
    """A page run in its frame; query parameters can be set before it is run again."""
    monkeypatch.setenv("KIM_STORE", str(shipped_store))
    sit_at_this_machine(monkeypatch)
    monkeypatch.chdir(ROOT)
    store.cache_clear()
    return opened
