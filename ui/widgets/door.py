"""The door for files, open to a session while its page shows it the place to drop one."""

import streamlit as st
from streamlit.runtime.scriptrunner import get_script_run_ctx
from streamlit.runtime.scriptrunner_utils.script_run_context import ScriptRunContext

from ui.server.permits import permits
from ui.widgets import login

PERMIT = "darf-ablegen"


def open_door() -> None:
    """Let this session send files, at most until its login runs out."""
    st.session_state[PERMIT] = permits.grant(
        _context().session_id, login.until(), login.actor().subject
    )


def watch_door(*, is_open_here: bool) -> None:
    """Close the door to a session on another page or without the right; asked at every run."""
    if not (is_open_here and login.actor().may_hand_in):
        permits.end(_context().session_id)
        st.session_state.pop(PERMIT, None)


def let_go_of_files() -> None:
    """Drop from memory what this session has sent; the files that were received are kept."""
    context = _context()
    context.uploaded_file_mgr.remove_session_files(context.session_id)


def _context() -> ScriptRunContext:
    context = get_script_run_ctx()
    if context is None:
        raise RuntimeError("no session")
    return context
