"""The head of a page: its title, the finding, what the page answers."""

from collections.abc import Sequence

import streamlit as st
from markupsafe import Markup, escape

from kim import queries
from ui.texts import text
from ui.widgets.frame import own_place, view
from ui.widgets.html import html

FINDING = "platz-befund"


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
    """The sentence as safe HTML, a name in it in bold once; markup that it has already stays."""
    if not name or isinstance(sentence, Markup):
        return escape(sentence)
    return Markup("<b>{}</b>").format(name).join(map(escape, sentence.split(name, 1)))
