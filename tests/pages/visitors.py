"""Who opens a page in a test: Streamlit's test has no browser, and so no headers of its own."""

import pytest
from streamlit.runtime.context import ContextProxy, StreamlitHeaders

AT_THIS_MACHINE = [("Host", "localhost:8501"), ("Origin", "http://localhost:8501")]


def sit_at_this_machine(patch: pytest.MonkeyPatch) -> None:
    """Send what a browser at this machine sends."""
    patch.setattr(ContextProxy, "headers", StreamlitHeaders(AT_THIS_MACHINE))
