"""What was fetched from the net: when each source was last asked and last had something new, which fell silent."""

from collections.abc import Iterator, Sequence
from datetime import datetime

import streamlit as st

from etl.fetching.records import Fetched, FetchedRecords
from etl.fetching.silence import Silence, silence_of_paper, silence_of_server
from kim import german, queries
from kim.loads import now
from kim.settings import settings
from kim.store import Store
from ui.texts import markdown, text
from ui.widgets.grid import grid

MOST_NAMED = 10


def show(store: Store) -> None:
    """The block of what was fetched; nothing before the first visit. Raises StoreDamagedError."""
    servers = list(FetchedRecords(store.folder / "servers").all())
    papers = list(FetchedRecords(store.folder / "fetched").all())
    if not servers and not papers:
        return
    st.subheader(text("history.fetched"), anchor=False)
    _silent(servers, papers)
    with st.expander(markdown("history.fetched_all", sources=len(servers) + len(papers))):
        heads = ("fetched_source", "fetched_at", "changed_at", "fetched_said")
        titles = queries.source_titles()
        lines = [_line(each, titles.get(each.source, each.url)) for each in (*servers, *papers)]
        grid(text("history.fetched_caption"), [text(f"history.{head}") for head in heads], lines)


def _silent(servers: Sequence[Fetched], papers: Sequence[Fetched]) -> None:
    named = list(_named(servers, papers))
    if not named:
        st.caption(text("history.fetched_well"))
        return
    st.warning(markdown("history.silent", sources=len(named)))
    for why, said in named[:MOST_NAMED]:
        st.markdown(f"- {markdown(f'history.silent_{why}', **said)}")
    if (more := len(named) - MOST_NAMED) > 0:
        st.caption(markdown("history.silent_more", more=more))


def _named(
    servers: Sequence[Fetched], papers: Sequence[Fetched]
) -> Iterator[tuple[Silence, dict[str, object]]]:
    """Why each fell silent, and what is said of it."""
    days, at, titles = settings().fetch_silent_days, now(), queries.source_titles()
    for each in servers:
        if why := silence_of_server(each, days, at):
            yield why, _said(each, each.url, days)
    for each in papers:
        if why := silence_of_paper(each):
            yield why, _said(each, titles.get(each.source, each.url), days)


def _said(visit: Fetched, title: str, days: int) -> dict[str, object]:
    return {"title": title, "days": days, "at": _moment(visit.fetched_at), "said": visit.said}


def _line(visit: Fetched, title: str) -> tuple[str, str, str, str]:
    return title, _moment(visit.fetched_at), _moment(visit.changed_at), visit.said


def _moment(at: datetime | None) -> str:
    return german.moment(at) if at else text("history.never")
