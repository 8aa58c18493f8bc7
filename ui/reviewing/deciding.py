"""One proposal at a time: what it says, the keys that decide about it, what was decided, what comes next."""

import time
from collections.abc import Sequence
from dataclasses import dataclass

import streamlit as st

from etl.reviewing.desk import DecidedMeanwhileError, Desk
from etl.reviewing.review import BY_HAND, Cells, Item, Review, Verdict
from kim import german
from kim.findings import Finding
from kim.tables import package
from ui.reviewing import beside, fields
from ui.reviewing.own_desk import own_desk
from ui.texts import markdown, plain, text
from ui.uploads import upload
from ui.widgets.evidence import excerpt, marked
from ui.widgets.history import who
from ui.widgets.html import html

KEYS = {Verdict.ACCEPTED: "U", Verdict.REJECTED: "V", Verdict.LATER: "S"}
KEY_OF_CORRECTING, KEY_OF_UNDO = "K", "Z"
CHOSEN, SHOWN, CORRECTED, SAID, SEEN = (
    "vorschlag",
    "vorschlag-gezeigt",
    "vorschlag-korrigiert",
    "vorschlag-gesagt",
    "vorschlag-gesehen",
)


@dataclass(frozen=True)
class Shown:
    """A proposal as it was put before a person: of which paper, which one, how many decisions it had then."""

    source: str
    item: str
    times: int

    @property
    def key(self) -> str:
        return f"{self.source}-{self.item}-{self.times}"


def current(review: Review) -> Item | None:
    """The proposal that is worked on: one that was chosen, else the next undecided one."""
    source, item = st.session_state.get(CHOSEN, ("", ""))
    if source == review.source and item in {each.id for each in review.items}:
        return review.item(item)
    return review.next_item()


def show(desk: Desk, review: Review, item: Item | None, paragraphs: Sequence[str]) -> None:
    """The current proposal with its keys, and below how far the work is."""
    _say(desk, review)
    if item is None:
        st.success(text("review.all_decided"))
        _undo(desk, review)
        return
    shown = Shown(review.source, item.id, review.times(item.id))
    _begin_to_count(shown)
    _head(review, item)
    newest = review.newest().get(item.id)
    cells = (newest.cells if newest else None) or item.cells
    words = paragraphs[item.paragraph - 1]
    near = marked(excerpt(words, item.anchor), [item.anchor])
    said = fields.said(package().tables[item.table], cells)
    html("proposal.html", words=near, cells=said)
    if st.session_state.get(CORRECTED) == shown:
        _correct(item, shown, cells)
    else:
        _buttons(desk, review, item, shown, cells)
        beside.show(review, item, cells)


def decide(shown: Shown, verdict: Verdict, cells: Cells | None = None) -> None:
    """Decide about the proposal that was shown; in a callback."""
    with upload.troubles():
        _decide(shown, verdict, cells)


def accept(shown: Shown, cells: Cells) -> None:
    """Take a proposal over; where a cell cannot be so, it is to be corrected first; in a callback."""
    with upload.troubles():
        _accept(shown, cells)


def accept_corrected(shown: Shown, table: str) -> None:
    """Take a proposal over as it stands in the fields; in a callback."""
    accept(shown, fields.written(package().tables[table], shown.key))


def undo(source: str) -> None:
    """Take the last decision back and show that proposal again; in a callback."""
    with upload.troubles():
        _, item = own_desk().undo(source)
        if item:
            choose(source, item)


def _decide(shown: Shown, verdict: Verdict, cells: Cells | None) -> None:
    about = (shown.source, shown.item, verdict, shown.times, _seconds(shown))
    try:
        review = own_desk().decide(*about, cells)
    except DecidedMeanwhileError:
        st.session_state[SAID] = [text("review.meanwhile")]
        return
    following = review.next_item(shown.item)
    choose(review.source, following.id if following else "")


def _accept(shown: Shown, cells: Cells) -> None:
    told, faults = own_desk().faults(shown.source, shown.item, cells)
    if faults:
        st.session_state[CORRECTED] = shown
        st.session_state[SAID] = [_fault(each) for each in faults]
        return
    _decide(shown, Verdict.ACCEPTED, told)


def choose(source: str, item: str) -> None:
    """Look at this proposal next."""
    st.session_state[CHOSEN] = (source, item)
    st.session_state.pop(CORRECTED, None)


def begin_correcting(review: Review, item: str) -> None:
    """Show the fields of a proposal."""
    _correcting(Shown(review.source, item, review.times(item)))


def _correcting(shown: Shown) -> None:
    st.session_state[CORRECTED] = shown


def _not_correcting() -> None:
    st.session_state.pop(CORRECTED, None)


def _buttons(desk: Desk, review: Review, item: Item, shown: Shown, cells: Cells) -> None:
    with st.container(horizontal=True):
        st.button(
            text("review.accept"),
            key=f"uebernehmen-{shown.key}",
            type="primary",
            shortcut=KEYS[Verdict.ACCEPTED],
            on_click=accept,
            args=(shown, cells),
        )
        st.button(
            text("review.correct"),
            key=f"korrigieren-{shown.key}",
            shortcut=KEY_OF_CORRECTING,
            on_click=_correcting,
            args=(shown,),
        )
        for verdict in (Verdict.REJECTED, Verdict.LATER):
            st.button(
                text(f"review.{verdict}_button"),
                key=f"{verdict}-{shown.key}",
                shortcut=KEYS[verdict],
                on_click=decide,
                args=(shown, verdict),
            )
        _undo(desk, review)
    st.caption(plain(_why(item)))


def _why(item: Item) -> str:
    """How a proposal came to be."""
    if item.proof:
        return text("review.why_settled")
    if item.rule == BY_HAND:
        return text("review.by_hand")
    percent = german.number(round(item.confidence * 100))
    return text("review.rule", percent=percent)


def _undo(desk: Desk, review: Review) -> None:
    if review.last_of(desk.actor.subject):
        st.button(
            text("review.undo"),
            key=f"zurueck-{review.source}-{len(review.decisions)}",
            shortcut=KEY_OF_UNDO,
            on_click=undo,
            args=(review.source,),
        )


def _correct(item: Item, shown: Shown, cells: Cells) -> None:
    with st.form(f"form-{shown.key}"):
        fields.form(package().tables[item.table], cells, shown.key)
        st.form_submit_button(
            text("review.accept_corrected"),
            type="primary",
            on_click=accept_corrected,
            args=(shown, item.table),
        )
    st.button(text("review.cancel"), key=f"abbrechen-{shown.key}", on_click=_not_correcting)


def _head(review: Review, item: Item) -> None:
    title = package().tables[item.table].title
    words = f"settles_{item.table}" if item.proof else "item"
    st.header(markdown(f"review.{words}", table=title, paragraph=item.paragraph), anchor=False)
    newest = review.newest().get(item.id)
    if newest and newest.verdict is not Verdict.OPEN:
        st.info(markdown(f"review.is_{newest.verdict}", who=who(newest.by)))


def _say(desk: Desk, review: Review) -> None:
    """What could not be done, once; what others have decided since this session last looked."""
    for each in st.session_state.pop(SAID, []):
        st.warning(plain(each))
    source, seen = st.session_state.get(SEEN, ("", 0))
    others = {each.by for each in review.decisions[seen:] if each.by != desk.actor.subject}
    if source == review.source and others:
        names = ", ".join(sorted(who(each) for each in others))
        st.info(markdown("review.others", who=names))
    st.session_state[SEEN] = (review.source, len(review.decisions))


def _begin_to_count(shown: Shown) -> None:
    if st.session_state.get(SHOWN, ("", 0))[0] != shown:
        st.session_state[SHOWN] = (shown, time.monotonic())


def _seconds(shown: Shown) -> float:
    counted, since = st.session_state.get(SHOWN, (None, 0.0))
    return float(time.monotonic() - since) if counted == shown else 0.0


def _fault(finding: Finding) -> str:
    return f"{finding.column}: {finding.sentence}"
