"""The last step: publish a checked file, lay it before a reviewer, or put it away."""

from collections.abc import Callable
from dataclasses import replace
from typing import TYPE_CHECKING

import streamlit as st

from kim.loads import Receipt, Upload
from kim.settings import settings
from ui.texts import plain, text
from ui.uploads import checking, upload

if TYPE_CHECKING:
    from etl.uploads.desk import Desk
    from etl.uploads.handed_in import Check

OUTDATED = "ueberholt"


def offer_to_put_away(discard: Callable[[], Receipt]) -> None:
    """A button that takes the current file out of the way; its bytes are kept."""
    if st.button(text("upload.discard")):
        checking.forget()
        upload.end(text("upload.discarded", file=discard().file))


def offer(desk: "Desk", check: "Check", confirmed: Upload) -> None:
    """Publish, or submit where another pair of eyes is needed."""
    seen = replace(check, upload=confirmed)
    if check.warnings and not confirmed.is_confirmed:
        st.info(text("upload.confirm_first"))
        return
    if settings().four_eyes and check.receipt.subject == desk.actor.subject:
        _offer_to_submit(desk, seen)
        return
    if refusal := desk.refusal(seen):
        st.error(plain(refusal))
        return
    st.markdown(text("upload.publish_lead"))
    if st.button(text("upload.publish_now"), type="primary"):
        _publish(desk, seen)


def _offer_to_submit(desk: "Desk", check: "Check") -> None:
    if refusal := desk.refusal_to_submit(check):
        st.error(plain(refusal))
        return
    st.markdown(text("upload.submit_lead"))
    if st.button(text("upload.submit"), type="primary"):
        desk.submit(check)
        checking.forget()
        upload.end(text("upload.submitted", file=check.receipt.file))


def _publish(desk: "Desk", check: "Check") -> None:
    with st.status(text("upload.publish")) as status:
        outcome = desk.publish(check, lambda sentence: status.update(label=plain(sentence)))
    if outcome.is_outdated:
        checking.forget()
        st.session_state[OUTDATED] = True
        st.rerun()
    if outcome.findings:
        checking.show_findings(outcome.findings, check.receipt.file)
        return
    checking.forget()
    words = {"number": outcome.number, "file": check.receipt.file}
    upload.end(text("upload.published", **words), check.upload.table)


def say_outdated() -> None:
    """That others published meanwhile, once."""
    if st.session_state.pop(OUTDATED, False):
        st.warning(text("upload.outdated"))
