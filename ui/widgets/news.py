"""The choice of two ways and two days, and the list of what is new between them."""

from collections.abc import Sequence
from datetime import date

import streamlit as st

from kim import german, news, queries
from kim.news import Change, Span
from kim.queries import View
from kim.regions import LAND
from kim.view import KEY_OF_DISTRICT, named_places, with_those_above
from ui.lists.news import by_place
from ui.texts import markdown, plain, text
from ui.widgets import address, asked
from ui.widgets.address import Asked
from ui.widgets.exhibit import entry_list
from ui.widgets.filters import filters
from ui.widgets.frame import on_paper

WAY, SINCE, UNTIL = "blick", "von", "bis"
PRESET = "voreinstellung-"
WIDTH_OF_DAY = 160  # two of them stand side by side on a phone
TIME, KNOWLEDGE = WAYS = ("geschehen", "gelernt")


def pick_way() -> str:
    """Whether what happened or what was learned is wanted; kept in the address."""
    titles = {way: text(f"news.{way}") for way in WAYS}
    address.seed(WAY, asked.choice(text("news.way"), titles, default=TIME), TIME)
    with filters(WAY, SINCE, UNTIL):
        pass
    way = st.radio(
        text("news.way"),
        WAYS,
        format_func=titles.__getitem__,
        key=WAY,
        horizontal=True,
        on_change=_forget_days,
        label_visibility="collapsed",
    )
    address.follow(WAY, [way] if way != TIME else [])
    return way


def pick_days(way: str, view: View) -> Span:
    """From when until when; at first the preset, which is named below. Kept in the address."""
    preset = news.of_time(view) if way == TIME else news.of_knowledge(view)
    with st.container(key="news-days", horizontal=True):
        since = _pick_day(SINCE, text(f"news.since_{way}"), preset.first)
        until = _pick_day(UNTIL, text(f"news.until_{way}"), preset.last)
    st.caption(plain(_said_of_preset(way, preset)))
    if since > until:
        st.warning(text("news.swapped"))
        since, until = until, since
    on_paper(
        text(f"news.{way}"),
        f"{text(f'news.since_{way}')} {german.day(since)}",
        f"{text(f'news.until_{way}')} {german.day(until)}",
    )
    return Span(since, until)


def sentences(way: str, view: View, span: Span) -> tuple[str, ...]:
    """How much is new for the chosen places."""
    told = news.told_of_time if way == TIME else news.told_of_knowledge
    return told(view, span)


def show(way: str, view: View, span: Span, own: str | None) -> None:
    """What is new, the own place first, then the chosen ones, then their districts and the Land."""
    all_places = with_those_above(view)
    find = news.happened if way == TIME else news.learned
    changes = find(all_places, span.first, span.last)
    shown = by_place(changes, _in_order(view, all_places, own))
    with st.container(key="exhibit-neu"):
        if not shown.groups:
            st.info(plain(_nothing(way, view)))
            return
        entry_list(shown, text("news.title"), own)
        if silent := _silent(view, changes):
            st.caption(markdown("news.silent", places=", ".join(silent)))
        st.caption(text("exhibit.legend"))


def without_place() -> None:
    """Without a place there is nothing to tell; the days in the address are kept for later."""
    address.know(WAY, SINCE, UNTIL)
    st.info(text("exhibit.no_place"))


def _in_order(view: View, all_places: View, own: str | None) -> Sequence[tuple[str, str]]:
    """Key and name of the places as they are read; those that nobody chose say why they are here."""
    district = own[:KEY_OF_DISTRICT] if own else ""
    added = set(all_places.regions) - set(view.regions)

    def rank(place: tuple[str, str]) -> tuple[bool, ...]:
        ags = place[0]
        return (ags != own, ags != district, ags in added, ags == LAND)

    return [
        (ags, _added(ags, name) if ags in added else name)
        for ags, name in sorted(named_places(all_places), key=rank)
    ]


def _added(ags: str, name: str) -> str:
    return text("news.of_land" if ags == LAND else "news.of_district", place=name)


def _silent(view: View, changes: Sequence[Change]) -> list[str]:
    """The chosen places of which nothing is new."""
    told = {each.region for each in changes}
    return [name for ags, name in named_places(view) if ags in view.regions and ags not in told]


def _nothing(way: str, view: View) -> str:
    newest = news.newest_document(view)
    if way == KNOWLEDGE or newest is None:
        return text(f"news.nothing_{way}")
    return text("news.nothing_until", day=german.day(newest))


def _said_of_preset(way: str, preset: Span) -> str:
    days = {"since": german.day(preset.first), "until": german.day(preset.last)}
    if way == TIME:
        return text("news.preset_geschehen", **days)
    is_first = preset.first == queries.first_day()
    return text(f"news.preset_{'first' if is_first else 'gelernt'}", **days)


def _pick_day(key: str, title: str, preset: date) -> date:
    """A day; who did not choose one goes on with the preset, whatever places are chosen."""
    understand = asked.day(title)

    def or_preset(values: Sequence[str]) -> Asked[date]:
        found = understand(values)
        return Asked(found.value or preset, found.refused)

    address.seed(key, or_preset, preset)
    state = st.session_state
    if state[key] is None or state.get(PRESET + key) == state[key]:
        state[key] = preset
    state[PRESET + key] = preset
    day: date = st.date_input(
        plain(title),
        min_value=asked.EARLIEST,
        max_value=asked.LATEST,
        key=key,
        format="DD.MM.YYYY",
        width=WIDTH_OF_DAY,
    )
    address.follow(key, [] if day == preset else [day.isoformat()])
    return day


def _forget_days() -> None:
    for key in (SINCE, UNTIL):
        st.session_state.pop(key, None)
