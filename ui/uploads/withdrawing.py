"""A load is taken back or brought back: by one person, or, under four eyes, requested by one and done by another."""

import pandas as pd
import streamlit as st

from etl.pipeline.build import Report
from etl.uploads.requests import Request
from etl.uploads.uploads import Uploads
from kim import german
from kim.facts import records
from kim.loads import Kind
from kim.settings import settings
from ui.texts import markdown, plain, text
from ui.widgets.history import who

WORDS = {Kind.WITHDRAWAL: "withdraw", Kind.RESTORATION: "restore"}
SAID = "verlauf-gesagt"


def offer(uploads: Uploads, rows: pd.DataFrame) -> None:
    """The button to withdraw this upload or, when it is withdrawn, to bring it back."""
    record = records(rows)[0]
    kind = Kind.RESTORATION if record["is_withdrawn"] else Kind.WITHDRAWAL
    number = int(record["load"])
    st.markdown(text(f"history.{WORDS[kind]}_lead"))
    request = uploads.requested(kind, number) if settings().four_eyes else None
    if request:
        _say_request(request)
    elif settings().four_eyes:
        _offer_to_request(uploads, kind, number)
        return
    if refusal := uploads.refusal_to_decide(kind, number):
        st.info(plain(refusal))
    elif st.button(text(f"history.{WORDS[kind]}"), key=f"{WORDS[kind]}-{number}"):
        act = uploads.withdraw if kind is Kind.WITHDRAWAL else uploads.restore
        report = act(number, lambda _: None)
        is_seen = any(change.added or change.retracted for change in report.changes)
        said = [text(f"history.done_{kind}", number=report.version)]
        _end(report, said if is_seen else [*said, text("history.done_nothing")])


def say_done() -> None:
    """What was decided before, once."""
    if sentence := st.session_state.pop(SAID, ""):
        st.success(plain(sentence))


def _offer_to_request(uploads: Uploads, kind: Kind, number: int) -> None:
    st.caption(text("history.request_lead"))
    if st.button(text(f"history.request_{WORDS[kind]}"), key=f"request-{WORDS[kind]}-{number}"):
        _end(uploads.request(kind, number, lambda _: None), [text("history.requested")])


def _say_request(request: Request) -> None:
    words = {"who": who(request.subject), "at": german.moment(request.at)}
    st.markdown(markdown("history.request", **words))


def _end(report: Report, said: list[str]) -> None:
    """Say at the top of the page what was decided, which begins anew; or why nothing was."""
    if report.findings:
        st.error(text("history.refused"))
        for finding in report.findings:
            st.error(plain(str(finding)))
        return
    st.session_state[SAID] = " ".join(said)
    st.rerun()
