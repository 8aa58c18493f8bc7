"""Words that a person found in the paper become a proposal."""

import streamlit as st

from etl.reviewing.desk import Desk
from etl.reviewing.dropped import NoPaperError
from etl.reviewing.review import Review
from kim.tables import package
from ui.reviewing import deciding
from ui.texts import plain, text


def offer(desk: Desk, review: Review, paragraphs: int) -> None:
    """Paragraph, words and table; the proposal that they make is shown next, its fields still empty."""
    with st.expander(text("review.mark")), st.form("von-hand", clear_on_submit=False):
        st.caption(text("review.mark_lead"))
        number = st.number_input(
            text("review.mark_paragraph"), min_value=1, max_value=max(paragraphs, 1), step=1
        )
        words = st.text_input(text("review.mark_words"))
        tables = {each.name: each.title for each in package().facts}
        table = st.selectbox(
            text("review.mark_table"), list(tables), format_func=tables.__getitem__
        )
        if not st.form_submit_button(text("review.mark_make")):
            return
    try:
        review, item = desk.mark(review.source, table, int(number), words)
    except NoPaperError as refused:
        st.error(plain(str(refused)))
        return
    deciding.choose(review.source, item)
    deciding.begin_correcting(review, item)
    st.rerun()
