"""What is taken away from a page: the report as PDF, made when it is asked for."""

from collections.abc import Callable

import streamlit as st

from kim.queries import View
from ui import report
from ui.report.blocks import Report
from ui.texts import text
from ui.widgets import links
from ui.widgets.comparison import chosen_places

PDF = "application/pdf"


def of_place(place: str, view: View) -> None:
    """The profile of a place as PDF."""
    address = links.here()
    _offer(lambda: report.of_place(place, view, address), f"kim-steckbrief-{place}.pdf")


def of_comparison(view: View) -> None:
    """The places that stand side by side as PDF; nothing without a place."""
    places, address = chosen_places(view), links.here()
    if places:
        _offer(lambda: report.of_comparison(places, view, address), "kim-vergleich.pdf")


def _offer(made: Callable[[], Report], name: str) -> None:
    st.download_button(
        text("report.download"),
        lambda: report.pdf(made()),
        name,
        PDF,
        key="bericht",
        icon=":material/picture_as_pdf:",
        type="tertiary",
        on_click="ignore",
    )
