"""The foot of every page: accessibility, imprint, privacy; what the operator says there."""

from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

import streamlit as st

from kim.settings import settings
from ui import navigation
from ui.navigation import Page
from ui.texts import markdown, plain, text
from ui.widgets import links
from ui.widgets.frame import SAID
from ui.widgets.html import html
from ui.widgets.reading import PageEndedError


@contextmanager
def foot(opened: Page) -> Iterator[None]:
    """Run a page and link the pages about this site below it, also where it cannot be read.

    Above it stands, on paper only, what the view shows and its address.
    """
    above = st.container(key="print")
    with suppress(PageEndedError):
        yield
    with above:
        said = st.session_state[SAID]
        words = [text("app.title"), *said]
        html("print.html", words=words, address=links.here(), folds=text("foot.folds"))
    with st.container(key="foot", horizontal=True, gap="medium"):
        for page in navigation.PAGES:
            if page.section == navigation.ABOUT and page != opened:
                st.page_link(page.file, label=plain(page.title))


def text_of_operator(file: Path | None, setting: str) -> None:
    """What the operator says in this file; without one, that it is not given yet."""
    if file:
        st.markdown(words_of_operator(file))
    else:
        _missing("foot.missing", setting)


def words_of_operator(file: Path) -> str:
    """A text of whoever runs the server, in Markdown."""
    return file.read_text("utf-8")


def contact() -> None:
    """The operator's address; without one, that it is not given yet."""
    if address := settings().contact:
        st.markdown(markdown("foot.contact", address=address))
    else:
        _missing("foot.no_contact", "KIM_CONTACT")


def _missing(key: str, setting: str) -> None:
    """What the operator has not given yet; in a smaller line, for the operator, how to give it."""
    st.info(text(key))
    st.caption(markdown("foot.setting", setting=setting))
