"""The head of a page: its title, the finding, what the page answers."""

from collections.abc import Sequence

import streamlit as st

from ui.texts import text
from ui.widgets.html import html

FINDING = "platz-befund"


def head(page: str) -> None:
    """Title and lead of a page from its texts, with room for its finding between them."""
    st.title(text(f"{page}.title"), anchor=False)
    st.session_state[FINDING] = st.container(key="finding")
    with st.container(key="lead"):
        st.markdown(text(f"{page}.lead"))


def finding(sentences: Sequence[str]) -> None:
    """Say below the title what the page finds; nothing for no sentence. Markup stays as it is."""
    if sentences:
        with st.session_state[FINDING]:
            html("finding.html", sentences=sentences)
