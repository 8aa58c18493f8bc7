"""The terms of the field, explained where they stand: in a title, and in a part that opens."""

import re

import streamlit as st
from markupsafe import Markup, escape

from ui.texts import text
from ui.widgets.html import TEMPLATES, html

TERMS = ("module", "case_management", "coordination", "supervision", "own_share", "grant")


def explained(words: str) -> Markup:
    """The words as safe HTML, each term in them with its meaning, shown at a touch or by keyboard too."""
    meanings = {text(f"term.{each}"): text(f"term.{each}_means") for each in TERMS}
    parts = re.split(rf"\b({'|'.join(map(re.escape, meanings))})\b", words)
    marked = Markup('<abbr title="{}" tabindex="0">{}</abbr>')
    return Markup("").join(
        marked.format(meanings[part], part) if part in meanings else escape(part) for part in parts
    )


def what_it_means(*terms: str) -> None:
    """A part to open in which each of these terms is explained in a sentence."""
    with st.expander(text("term.what")):
        pairs = [(text(f"term.{each}"), text(f"term.{each}_means")) for each in terms]
        html("terms.html", terms=pairs)


TEMPLATES.filters["explained"] = explained
