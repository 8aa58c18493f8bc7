"""Beside the commitments, for those who hand in: which later document keeps one that is still open?"""

from functools import partial

import streamlit as st

from etl.reviewing import keeping
from etl.reviewing.sources import Sources
from etl.uploads.uploads import Uploads
from kim import german, queries
from kim.facts import Record
from kim.loads import now
from kim.queries import View
from kim.store import store
from kim.tables import package
from kim.view import own_first, with_districts
from ui import navigation
from ui.texts import plain, text
from ui.uploads import upload
from ui.widgets import address
from ui.widgets.frame import own_place
from ui.widgets.login import actor
from ui.widgets.panels import folded

TABLE, FOLD = package().tables["commitments"], "pflege"


def offer(view: View) -> None:
    """The form that links an open commitment with the document that keeps it, behind its title; nothing for others."""
    uploads = Uploads(package(), store(), actor(), now)
    if view.regions and uploads.actor.may_hand_in:
        folded(FOLD, {"commitments.keep": partial(_form, uploads, view)})
    else:
        address.know(FOLD)


def _form(uploads: Uploads, view: View) -> None:
    with upload.troubles():
        sources = Sources(store())
        shown = own_first(with_districts(view), own_place(view))
        places = filter(uploads.actor.may_write, shown.regions)
        found = keeping.open_commitments(sources, TABLE, places)
        st.markdown(text("commitments.keep_lead"))
        if found:
            _link(uploads, sources, found)
        else:
            st.info(text("commitments.keep_none"))


def _link(uploads: Uploads, sources: Sources, found: list[Record]) -> None:
    names = queries.place_names()
    chosen = st.selectbox(
        text("commitments.keep_promise"),
        range(len(found)),
        format_func=lambda number: f"{names[found[number]['region']]}: {found[number]['promise']}",
        key="einloesen-zusage",
    )
    period = _pick_period(found[chosen])
    titles = keeping.later_papers(sources, found[chosen])
    if not titles:
        st.info(plain(text("commitments.keep_no_document")))
        return
    document = st.selectbox(
        text("commitments.keep_document"),
        list(titles),
        format_func=titles.__getitem__,
        index=None,
        placeholder=text("upload.no_choice"),
        key="einloesen-dokument",
    )
    paragraph = st.number_input(
        text("commitments.keep_paragraph"), 1, 100_000, None, step=1, key="einloesen-absatz"
    )
    is_asked = st.button(
        text("commitments.keep_submit"), disabled=document is None, key="einloesen-weiter"
    )
    if is_asked and document:
        submission = keeping.hand_in(
            uploads, TABLE, found[chosen], titles[document], paragraph, period
        )
        upload.take(submission)
        st.switch_page(navigation.page("upload").file)


def _pick_period(fact: Record) -> str:
    """In which of its periods (EDTF) a document met a duty that comes again; empty for what was promised once."""
    periods = keeping.open_periods(fact)
    if not periods:
        return ""
    chosen: str = st.selectbox(
        text("commitments.keep_period"),
        periods,
        format_func=german.partial_date,
        key="einloesen-zeitraum",
    )
    return chosen
