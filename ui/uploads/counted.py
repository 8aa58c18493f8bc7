"""A file with places and persons, dropped where posts are shared out: its lines for the field, or what is wrong with it."""

import streamlit as st

from etl.reading import Decisions
from etl.reading.pasted import as_pasted
from etl.uploads.counted import DECISIONS, MOST_BYTES, Counted, read_counted
from kim import german
from ui.texts import markdown, plain, text
from ui.uploads import faults, questions, reading, upload
from ui.widgets import login
from ui.widgets.allocation_inputs import MOST_LETTERS
from ui.widgets.door import open_door

FILE, READ, DECIDED = "datei-verteilung", "verteilung-gelesen", "verteilung-entschieden"
MEGABYTES = MOST_BYTES // 1_000_000


def dropped() -> str | None:
    """The lines of a file that was read just now, once; what it said stays below the place to drop one.

    Nothing is shown to who may not hand in files: the server takes no body from them.
    """
    if not login.actor().may_hand_in:
        return None
    open_door()
    file = st.file_uploader(
        markdown("allocation.file", limit=MEGABYTES),
        upload.KINDS_OF_FILE,
        key=FILE,
        max_upload_size=MEGABYTES,
        help=text("allocation.file_help"),
    )
    state = st.session_state
    if file is None:
        state[READ] = state[DECIDED] = None
        return None
    kept, key = state.get(READ), (file.file_id, _decided(file.file_id))
    is_new = not kept or kept[0] != key
    if is_new:
        state[READ] = None
        with upload.troubles():
            state[READ] = (key, _read(file.name, file.getvalue(), key[1]))
    if state[READ] is None:
        return None
    lines = _shown(state[READ][1], file.name, *key)
    return lines if is_new else None


def _decided(file: str) -> Decisions:
    """What was decided about this file; another one starts anew."""
    about, decisions = st.session_state.get(DECIDED) or ("", DECISIONS)
    return decisions if about == file else DECISIONS


def _decide(file: str, decisions: Decisions) -> None:
    """The page begins anew and reads the file with them."""
    st.session_state[DECIDED] = (file, decisions)
    st.rerun()


def _read(name: str, content: bytes, decisions: Decisions) -> Counted:
    with st.status(text("upload.working")) as status:

        def tell(sentence: str) -> None:
            status.update(label=plain(sentence))

        found = read_counted(login.actor(), name, content, decisions, tell)
        status.update(label=text("upload.read"), state="complete")
    return found


def _shown(found: Counted, name: str, file: str, decisions: Decisions) -> str | None:
    """How the file was read, and what is wrong or to be decided; its lines where that is nothing."""
    reading.show_reading(found.reading)
    faults.show_findings(found.findings, name)
    if found.questions:
        questions.ask(found.questions, decisions, lambda given: _decide(file, given))
    if not found.is_usable:
        return None
    lines = as_pasted(found.rows)
    if len(lines) > MOST_LETTERS:
        numbers = {"letters": german.number(len(lines)), "most": german.number(MOST_LETTERS)}
        st.error(markdown("allocation.file_long", file=name, **numbers))
        return None
    st.success(markdown("allocation.file_read", file=name, places=german.number(len(found.rows))))
    return lines
