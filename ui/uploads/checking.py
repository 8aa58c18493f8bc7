"""The check of the current file, kept in the session until something is decided anew."""

from collections.abc import Callable

import streamlit as st

from etl.reading import Decisions
from etl.uploads.stages import Check
from etl.uploads.submission import Submission
from etl.uploads.uploads import Uploads
from kim.tables import Table
from ui.texts import plain, text
from ui.uploads.upload import keep

CHECKED = "geprueft"
Decide = Callable[[Decisions], None]


def checked(uploads: Uploads, submission: Submission, table: Table) -> Check:
    """The check of a file for this table, made once for the same file and decisions."""
    earlier = submission.decisions
    decisions = earlier if earlier and earlier.table == table.name else Decisions(table.name)
    key = (submission.id, decisions)
    kept = st.session_state.get(CHECKED)
    if kept and kept[0] == key:
        check: Check = kept[1]
        return check
    st.session_state[CHECKED] = None
    with st.status(text("upload.working")) as status:
        check = uploads.check(
            submission, decisions, lambda sentence: status.update(label=plain(sentence))
        )
        status.update(label=text("upload.read"), state="complete")
    st.session_state[CHECKED] = (key, check)
    return check


def forget() -> None:
    """Let go of the check and of its files."""
    st.session_state[CHECKED] = None


def decide(uploads: Uploads, submission: Submission, decisions: Decisions) -> None:
    """Keep what was decided; the page begins anew and checks the file with it."""
    keep(uploads.decide(submission, decisions))
    st.rerun()
