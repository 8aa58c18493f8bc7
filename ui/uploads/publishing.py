"""The last step: publish a checked file, lay it before a reviewer, or put it away."""

import streamlit as st

from etl.uploads.stages import (
    Outdated,
    Publication,
    Published,
    Ready,
    Rejected,
    Submitted,
    Unchanged,
)
from etl.uploads.submission import Submission
from etl.uploads.uploads import Uploads
from ui.texts import plain, text
from ui.uploads import checking, faults, upload

OUTDATED = "ueberholt"


def offer_to_put_away(uploads: Uploads, submission: Submission) -> None:
    """A button that takes the current file out of the way; its bytes are kept."""
    if st.button(text("upload.discard")):
        _end(text("upload.discarded", file=uploads.discard(submission).name))


def offer(uploads: Uploads, ready: Ready) -> None:
    """Publish what changes something, or submit it where another pair of eyes is needed."""
    if ready.changes_nothing:
        return
    st.header(text("upload.publish"), anchor=False)
    if ready.is_unconfirmed:
        st.info(text("upload.confirm_first"))
        return
    submits = uploads.must_submit(ready.submission)
    refusal = uploads.refusal_to_submit(ready) if submits else uploads.refusal(ready)
    if refusal:
        st.error(plain(refusal))
        return
    st.markdown(text("upload.submit_lead" if submits else "upload.publish_lead"))
    if st.button(text("upload.submit" if submits else "upload.publish_now"), type="primary"):
        with st.status(text("upload.submit" if submits else "upload.publish")) as status:
            outcome = uploads.finish(ready, lambda sentence: status.update(label=plain(sentence)))
        _say(outcome, ready.submission.name, ready.decisions.table)


def _say(outcome: Publication, file: str, table: str) -> None:
    match outcome:
        case Rejected(findings):
            faults.show_findings(findings, file)
        case Outdated():
            checking.forget()
            st.session_state[OUTDATED] = True
            st.rerun()
        case Submitted():
            _end(text("upload.submitted", file=file))
        case Published(number):
            _end(text("upload.published", number=number, file=file), table)
        case Unchanged():
            _end(text("upload.nothing"))


def _end(sentence: str, table: str = "") -> None:
    checking.forget()
    upload.end(sentence, table)


def say_outdated() -> None:
    """That others published meanwhile, once."""
    if st.session_state.pop(OUTDATED, False):
        st.warning(text("upload.outdated"))
