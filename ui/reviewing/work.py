"""The work on one paper: its text on the left, the proposals on the right, at the end what becomes of them."""

import streamlit as st

from etl.reviewing.desk import Desk
from etl.reviewing.dropped import NoPaperError
from etl.reviewing.review import Item, Review, Verdict
from kim import german
from kim.tables import package
from ui import navigation
from ui.reviewing import by_hand, deciding, fields, paper, start
from ui.texts import markdown, plain, text
from ui.uploads import upload
from ui.widgets.html import html

PICKED = "vorschlag-wahl"


def show(desk: Desk, review: Review) -> None:
    """Everything about one paper."""
    start.head(review)
    start.offer_others()
    paragraphs = desk.paragraphs(review)
    item = deciding.current(review)
    with st.container(key="review"):
        left, right = st.columns([3, 2], gap="medium")
    with left:
        paper.show(review, paragraphs, item)
    with right:
        if review.items:
            deciding.show(desk, review, item, paragraphs)
            _rest(review, item)
        else:
            st.info(text("review.no_items"))
        by_hand.offer(desk, review, len(paragraphs))
    _hand_in(desk, review)


def _rest(review: Review, current: Item | None) -> None:
    """All proposals with their state, and the way to each of them."""
    counts = {verdict: german.number(len(review.in_state(verdict))) for verdict in Verdict}
    with st.expander(markdown("review.rest", **counts)):
        states = {each.id: verdict for verdict in Verdict for each in review.in_state(verdict)}
        words = {each.id: _line(each) for each in review.items}
        shown = [
            {
                "state": states[each.id],
                "said": text(f"review.state_{states[each.id]}"),
                "words": words[each.id],
                "is_current": current is not None and each.id == current.id,
            }
            for each in review.items
        ]
        html("proposals.html", items=shown, label=text("review.list"))
        picked = st.selectbox(
            text("review.pick"), list(words), format_func=words.__getitem__, key=PICKED
        )
        st.button(text("review.look"), on_click=deciding.choose, args=(review.source, picked))


def _line(item: Item) -> str:
    table = package().tables[item.table]
    said = fields.statement(table, item.cells)
    return text("review.line", paragraph=item.paragraph, table=table.title, said=said)


def _hand_in(desk: Desk, review: Review) -> None:
    """What was accepted and is not published yet goes to Hochladen."""
    st.header(text("review.result"), anchor=False)
    waiting = desk.waits(review)
    st.markdown(markdown("review.waiting", items=len(waiting)))
    seconds = review.seconds()
    if seconds is not None:
        st.caption(markdown("review.seconds", seconds=german.number(round(seconds, 1))))
    if not waiting:
        return
    if st.button(text("review.hand_in"), type="primary"):
        try:
            upload.take(desk.hand_in(review.source))
        except NoPaperError as refused:
            st.error(plain(str(refused)))
            return
        st.switch_page(navigation.page("upload").file)
