"""Who opens a page in a test: Streamlit's test has no browser, and so no headers of its own."""

import pytest
from streamlit.runtime.context import ContextProxy, StreamlitCookies, StreamlitHeaders

from ui.server.writing_keys import COOKIE, keys

AT_THIS_MACHINE = [("Host", "localhost:8501"), ("Origin", "http://localhost:8501")]


def sit_at_this_machine(patch: pytest.MonkeyPatch) -> None:
    """Send what a browser at this machine sends once it has opened the address with the key."""
    session = keys.exchange(keys.make(lambda _: None))
    patch.setattr(ContextProxy, "headers", StreamlitHeaders(AT_THIS_MACHINE))
    patch.setattr(ContextProxy, "cookies", StreamlitCookies({f"{COOKIE}_8501": session}))
