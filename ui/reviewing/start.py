"""Which paper is worked on, and how one is begun: from the store, from a file, from pasted words."""

from collections.abc import Callable, Mapping, Sequence
from functools import partial

import streamlit as st

from etl.reviewing import dropped
from etl.reviewing.desk import Desk
from etl.reviewing.dropped import NoPaperError
from etl.reviewing.review import Review, Verdict
from kim import german, queries
from kim.access import Actor, Role
from kim.tables import package
from ui.reviewing import fields
from ui.texts import markdown, plain, text
from ui.widgets import address
from ui.widgets.door import open_door
from ui.widgets.frame import place_labels
from ui.widgets.page import finding

PAPER, WAY, KIND = "auswertung", "auswertung-weg", ("file", "pasted")
KINDS_OF_FILE = ["pdf", "html", "htm", "txt"]
ROUND = "auswertung-runde"
ASKED = ("region", "date", "title", "kind", "body", "reference", "url")
NEW, NO_KEY = "", "neu"
DEFAULTS = {"kind": "minutes"}
Read = Callable[[], Sequence[str]]


def may_review(actor: Actor) -> bool:
    """Whether the actor reads facts out of papers; said on the page when not, with what it is for."""
    finding((text("review.finding"),))
    if not actor.may_hand_in:
        is_editor = Role.EDITOR in actor.roles
        st.info(text("review.no_place") if is_editor else text("review.not_allowed"))
    return actor.may_hand_in


def chosen(desk: Desk) -> Review | None:
    """The paper that the address names; None for none and for one that the actor has not, which is said."""
    source = address.value(PAPER)
    review = desk.review(source) if source else None
    if source and review is None:
        address.refuse("review_unknown", value=source)
    return review


def open_review(source: str) -> None:
    """Work on this paper; the address names it, so that another device goes on there."""
    st.query_params[PAPER] = source


def leave() -> None:
    """Back to the choice of a paper."""
    st.query_params.pop(PAPER, None)


def begin(desk: Desk) -> None:
    """The papers that are begun, and three ways to begin with another one."""
    _go_on(desk)
    st.header(text("review.begin"), anchor=False)
    ways = {each: text(f"review.way_{each}") for each in ("file", "pasted", "stored")}
    way = st.radio(text("review.way"), list(ways), format_func=ways.__getitem__, key=WAY)
    if way == "stored":
        _begin_stored(desk)
    else:
        _begin_brought(desk, _file() if way == "file" else _pasted())


def _go_on(desk: Desk) -> None:
    for damaged in desk.reviews.damaged():
        st.warning(plain(str(damaged)))
    waiting = {each.source: each for each in desk.waiting()}
    if not waiting:
        return
    st.header(text("review.go_on"), anchor=False)
    source = st.selectbox(
        text("review.begun"), list(waiting), format_func=lambda key: _told(waiting[key])
    )
    st.button(text("review.open"), on_click=open_review, args=(source,))


def _told(review: Review) -> str:
    counts = {
        "open": len(review.in_state(Verdict.OPEN)) + len(review.in_state(Verdict.LATER)),
        "all": len(review.items),
    }
    return text("review.begun_entry", title=review.title, date=_date(review), **counts)


def _begin_stored(desk: Desk) -> None:
    titles, regions = desk.sources.titles(), desk.sources.regions()
    known = {
        key: titles[key]
        for key in sorted(desk.sources.with_text(), key=titles.__getitem__)
        if desk.actor.may_write(regions[key])
    }
    if not known:
        st.info(text("review.no_text"))
        return
    source = st.selectbox(text("review.source"), list(known), format_func=known.__getitem__)
    if st.button(text("review.read"), type="primary"):
        _begun(partial(desk.begin, source))


def _file() -> Read | None:
    open_door()
    file = st.file_uploader(
        text("review.file"),
        type=KINDS_OF_FILE,
        key=f"niederschrift-{st.session_state.get(ROUND, 0)}",
        max_upload_size=dropped.MOST_BYTES // 1_000_000,
    )
    return partial(dropped.read, file.name, file.getvalue()) if file else None


def _pasted() -> Read | None:
    words = st.text_area(text("review.paste"), height=240, max_chars=2_000_000)
    return partial(dropped.pasted, words) if words.strip() else None


def _begin_brought(desk: Desk, read: Read | None) -> None:
    if read is None:
        return
    known = {NEW: text("review.new_source"), **_without_text(desk)}
    source = st.selectbox(text("review.which"), list(known), format_func=known.__getitem__)
    if source:
        if st.button(text("review.read"), type="primary"):
            _begun(lambda: desk.begin(source, read()))
        return
    with st.form("neue-niederschrift"):
        table = package().tables["sources"]
        for name in ASKED:
            fields.field(table.field(name), DEFAULTS.get(name, ""), f"neu-{name}")
        if not st.form_submit_button(text("review.read"), type="primary"):
            return
    row = {name: str(st.session_state.get(f"neu-{name}") or "").strip() for name in ASKED}
    if sound := _sound(desk, row):
        _begun(lambda: desk.begin_new(sound, read()))


def _sound(desk: Desk, row: Mapping[str, str]) -> Mapping[str, str] | None:
    """The row of a new paper as it would be stored, None where something is wrong with it, which is said."""
    told = {"source": NO_KEY, **row} | ({"date_basis": "stated"} if row["date"] else {})
    cells, faults = desk.uploads.complete_row("sources", told)
    for each in faults:
        st.error(f"{plain(each.column)}: {plain(each.sentence)}")
    if faults:
        return None
    place = queries.place_names()[cells["region"]]
    return {**cells, "source": desk.free_slug(cells, place)}


def _without_text(desk: Desk) -> dict[str, str]:
    titles, regions, held = desk.sources.titles(), desk.sources.regions(), desk.sources.with_text()
    return {
        key: titles[key]
        for key in sorted(titles, key=titles.__getitem__)
        if key not in held and desk.actor.may_write(regions[key])
    }


def _begun(make: Callable[[], Review]) -> None:
    try:
        with st.spinner(text("review.reading")):
            review = make()
    except NoPaperError as refused:
        st.error(plain(str(refused)))
        return
    st.session_state[ROUND] = st.session_state.get(ROUND, 0) + 1
    open_review(review.source)
    st.rerun()


def offer_others() -> None:
    """The way back to the choice of a paper."""
    st.button(text("review.leave"), on_click=leave)


def head(review: Review) -> None:
    """Which paper this is."""
    place = place_labels().get(review.region, review.region)
    st.caption(markdown("review.about", title=review.title, place=place, date=_date(review)))


def _date(review: Review) -> str:
    return german.partial_date(review.date) if review.date else text("review.no_date")
