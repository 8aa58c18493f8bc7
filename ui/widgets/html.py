"""HTML from the templates; every value is escaped."""

from pathlib import Path

import streamlit as st
from jinja2 import Environment, FileSystemLoader

from kim import german
from ui.figures.own import SIGN
from ui.texts import text

TEMPLATES = Environment(
    loader=FileSystemLoader(Path(__file__).parent.parent / "templates"), autoescape=True
)
TEMPLATES.filters["hyphenated"] = german.hyphenated
TEMPLATES.globals["own_words"] = text("figure.own")
TEMPLATES.globals["own_sign"] = SIGN


def html(template: str, **values: object) -> None:
    """Show a template filled with these values."""
    st.html(TEMPLATES.get_template(template).render(**values))
