"""Pages of the small world, opened by an address like a reader's."""

from collections.abc import Callable, Mapping

import pytest
from streamlit.testing.v1 import AppTest

from kim.store import store
from kim.tables import ROOT
from tests.conftest import World
from tests.spec.world import names_of_facts, pages_store  # noqa: F401

SECONDS_PER_RUN = 60
RHEINE, COESFELD, STEINFURT = "Rheine (Kreis Steinfurt)", "Kreis Coesfeld", "Kreis Steinfurt"
Open = Callable[..., AppTest]


@pytest.fixture(scope="session")
def names(pages_store: World) -> Mapping[str, str]:  # noqa: F811
    """What the keys of the facts stand for."""
    return names_of_facts(pages_store)


@pytest.fixture
def page(pages_store: World, monkeypatch: pytest.MonkeyPatch) -> Open:  # noqa: F811
    """A page with these query parameters; without `orte` the core places are chosen."""
    monkeypatch.setenv("KIM_STORE", str(pages_store.store.folder))
    monkeypatch.chdir(ROOT)
    store.cache_clear()

    def run(name: str, **asked: str | list[str]) -> AppTest:
        app = AppTest.from_file(str(ROOT / "dashboard.py"), default_timeout=SECONDS_PER_RUN)
        for key, value in asked.items():
            app.query_params[key.replace("_", "-")] = value
        app.run()
        return app.switch_page(f"pages/{name}.py").run()

    return run
