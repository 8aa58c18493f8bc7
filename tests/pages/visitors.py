"""Who opens a page in a test: Streamlit's test has no browser, and so no headers of its own."""

from functools import cache

import pytest
from streamlit.components.v2 import manifest_scanner
from streamlit.runtime.context import ContextProxy, StreamlitCookies, StreamlitHeaders
from streamlit.testing.v1 import AppTest

from kim.tables import ROOT
from ui.server.writing_keys import COOKIE, keys

SECONDS_PER_RUN = 300
# Streamlit's test looks through all that is installed at each run, which takes longer than a page.
manifest_scanner.scan_component_manifests = cache(manifest_scanner.scan_component_manifests)
AT_THIS_MACHINE = [("Host", "localhost:8501"), ("Origin", "http://localhost:8501")]


def sit_at_this_machine(patch: pytest.MonkeyPatch) -> None:
    """Send what a browser at this machine sends once it has opened the address with the key."""
    session = keys.exchange(keys.make(lambda _: None))
    patch.setattr(ContextProxy, "headers", StreamlitHeaders(AT_THIS_MACHINE))
    patch.setattr(ContextProxy, "cookies", StreamlitCookies({f"{COOKIE}_8501": session}))


def opened(path: str, **asked: str | list[str]) -> AppTest:
    """A page run in its frame at its own address, as by a link: nothing of the first page ran before it."""
    app = _app()
    app._registered_pages = _registered()
    for name, value in asked.items():
        app.query_params[name.replace("_", "-")] = value
    return app.switch_page(path).run()


def _app() -> AppTest:
    return AppTest.from_file(str(ROOT / "dashboard.py"), default_timeout=SECONDS_PER_RUN)


@cache
def _registered() -> dict[str, object]:
    """The pages as a run registers them: Streamlit's test looks for a page among those of the run before."""
    return dict(_app().run()._registered_pages)
