"""The head of a page: its title and what it answers."""

from datetime import date, datetime
from zoneinfo import ZoneInfo

import streamlit as st

from kim.queries import View
from ui.texts import text

GERMANY = ZoneInfo("Europe/Berlin")


def head(page: str) -> None:
    """Title and lead of a page from its texts."""
    st.title(text(f"{page}.title"), anchor=False)
    st.markdown(text(f"{page}.lead"))


def day_shown(view: View) -> date:
    """The as-of date, or today in Germany."""
    return view.held_on or datetime.now(GERMANY).date()
