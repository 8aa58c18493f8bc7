"""The head of a page: its title and what it answers."""

import streamlit as st

from ui.texts import text


def head(page: str) -> None:
    """Title and lead of a page from its texts."""
    st.title(text(f"{page}.title"), anchor=False)
    st.markdown(text(f"{page}.lead"))
