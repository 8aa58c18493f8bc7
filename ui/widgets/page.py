"""The head of a page: its title, the finding, what the page answers."""

import re
from collections.abc import Sequence

import streamlit as st
from markupsafe import Markup, escape

from kim import queries
from ui.texts import text
from ui.widgets.frame import own_place, view
from ui.widgets.html import html

FINDING = "platz-befund"
BEFORE_A_PLACE = r"^|[^\w\s(]\s|\b(?:[a-zäöü]+|In|Im|Für|Zu|Zum|Auf|Der|Die|Das)\s"


def head(page: str) -> None:
    """Title and lead of a page from its texts, with room for its finding between them."""
    st.title(text(f"{page}.title"), anchor=False)
    st.session_state[FINDING] = st.container(key="finding")
    with st.container(key="lead"):
        st.markdown(text(f"{page}.lead"))


def finding(sentences: Sequence[str]) -> None:
    """Say below the title what the page finds, the own place in bold; nothing for no sentence."""
    own = own_place(view())
    name = queries.place_names()[own] if own else ""
    if sentences:
        with st.session_state[FINDING]:
            html("finding.html", sentences=[_bold(each, name) for each in sentences])


def _bold(sentence: str, name: str) -> Markup:
    """The sentence as safe HTML, the place of that name in it in bold once, not a part of a longer name.

    Markup that it has already stays.
    """
    if not name or isinstance(sentence, Markup):
        return escape(sentence)
    found = re.search(rf"(?:{BEFORE_A_PLACE})({re.escape(name)})\b", sentence)
    if not found:
        return escape(sentence)
    before, after = sentence[: found.start(1)], sentence[found.end(1) :]
    return Markup("{}<b>{}</b>{}").format(before, name, after)
