"""The version a page is made from, and what is said where none can be read."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import NoReturn

import streamlit as st

from kim import queries
from kim.pointer import StoreDamagedError
from kim.store import StoreEmptyError, Version, store
from ui.texts import markdown, plain, text


class PageEndedError(Exception):
    """The page has said why it cannot be read; nothing more is to be shown."""


@contextmanager
def one_version(title: str) -> Iterator[None]:
    """Answer a whole page from one version; where none can be read, say so and end the page."""
    version = _current(title)
    try:
        with queries.answered_by(version):
            yield
    except StoreDamagedError as damaged:
        _end(damaged)


def _current(title: str) -> Version:
    try:
        return store().current()
    except StoreEmptyError:
        st.title(plain(title), anchor=False)
        st.info(text("store.empty"))
        raise PageEndedError from None
    except StoreDamagedError as damaged:
        st.title(plain(title), anchor=False)
        _end(damaged)


def _end(damaged: StoreDamagedError) -> NoReturn:
    st.error(markdown("store.unreadable", reason=str(damaged)))
    raise PageEndedError from damaged
