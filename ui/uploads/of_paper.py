"""A submission of facts that were read out of a paper: which paper, the way back to its review."""

import streamlit as st

from etl.uploads.submission import Submission
from kim.tables import Table, package
from ui import navigation
from ui.texts import markdown, text

REVIEW = "auswertung"


def paper_of(submission: Submission | None) -> str:
    """The source whose paper this is; empty for a file of rows and for none."""
    decisions = submission.decisions if submission else None
    return decisions.paper if decisions else ""


def table_of(submission: Submission) -> Table:
    """Say from which paper the rows are; the table with most of them."""
    st.header(text("upload.of_paper"), anchor=False)
    decisions = submission.decisions
    if decisions is None:
        raise ValueError(submission)
    named = {name: package().tables[name].title for name in decisions.added}
    said = ", ".join(f"{len(decisions.added[name])} × {title}" for name, title in named.items())
    st.markdown(markdown("upload.of_paper_lead", paper=decisions.paper, rows=said))
    to_review(decisions.paper)
    return package().tables[decisions.table]


def to_review(paper: str) -> None:
    """The way to the review of a paper."""
    page = navigation.page("review")
    st.page_link(page.file, label=text("upload.to_review"), query_params={REVIEW: paper})
