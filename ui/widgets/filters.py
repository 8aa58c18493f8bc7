"""The one line of filters above a page: places, day, what a page adds, and the way back to the preset."""

from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager

import streamlit as st

from kim import german, queries
from kim.german_nouns import in_order
from kim.tables import package
from kim.view import day_shown
from ui.navigation import MODULES, NO_MODULE
from ui.texts import markdown, text
from ui.widgets import address, asked
from ui.widgets.address import Asked, sentence
from ui.widgets.frame import (
    CORE_PLACES,
    HELD_ON,
    KNOWN_ON,
    OWN_PLACE,
    PLACES,
    SHOWN_PLACE,
    on_paper,
    own_place,
    place_labels,
    place_register,
    typed_places,
    view,
)

NO_PLACE = ""
LINE, PARAMETERS = "filterzeile", "filterzeile-parameter"
Label = tuple[str, dict[str, object]]  # the key of a text and its values


@contextmanager
def filter_line(*, is_shown: bool, of_a_day: bool) -> Iterator[None]:
    """The line above a page, which may put more into it; all it says is kept in the address.

    `of_a_day`: a day can be chosen.
    """
    if not is_shown:
        yield
        return
    line = st.container(
        key="filters", horizontal=True, wrap=False, gap="xsmall", vertical_alignment="center"
    )
    state = st.session_state
    state[LINE], state[PARAMETERS] = line, [PLACES, OWN_PLACE, HELD_ON, KNOWN_ON]
    with line:
        _places()
        if of_a_day:
            _day()
    address.know(HELD_ON, KNOWN_ON)
    on_paper(*_in_words(of_a_day=of_a_day))
    if of_a_day:
        _say_if_nothing_was_known()
    yield
    if any(name in st.query_params for name in state[PARAMETERS]):
        line.button(
            text("filter.reset"),
            key="filter-reset",
            icon=":material/restart_alt:",
            type="tertiary",
            on_click=_reset,
        )


@contextmanager
def filters(*parameters: str, said: str = "") -> Iterator[None]:
    """Put more into the line.

    The parameters (keys of widgets) are reset with the others; `said`: what is chosen, in words,
    for the printed page.
    """
    st.session_state[PARAMETERS].extend(parameters)
    on_paper(said)
    with st.session_state[LINE]:
        yield


def pick_modules() -> tuple[str, ...]:
    """The chosen modules; "" stands for statements that name none. None chosen means all."""
    names = {**package().vocabularies["module"], NO_MODULE: text("filter.no_module")}
    nothing: list[str] = []
    address.seed(MODULES, asked.choices(text("filter.modules"), names), nothing)
    label, values = _of_modules(st.session_state[MODULES], names)
    said = ", ".join(names[code] for code in st.session_state[MODULES])
    with filters(MODULES, said=said), st.popover(markdown(label, **values), key="filter-modules"):
        chosen = st.pills(
            text("filter.modules"),
            list(names),
            format_func=names.__getitem__,
            selection_mode="multi",
            key=MODULES,
        )
    address.follow(MODULES, chosen)
    return tuple("" if code == NO_MODULE else code for code in chosen or names)


def _reset() -> None:
    for name in st.session_state[PARAMETERS]:
        st.session_state.pop(name, None)


def _places() -> None:
    """Own place and places; one of which nothing is known yet is offered once an address names it."""
    labels, offered = place_labels(), list(queries.places()["ags"])
    default = [each for each in CORE_PLACES if each in offered]
    address.seed(PLACES, asked.places(place_register()), default)
    address.seed(OWN_PLACE, _one_place, None)
    state = st.session_state
    state[PLACES] = [each for each in state[PLACES] if each in labels]  # of another version
    state[OWN_PLACE] = state[OWN_PLACE] if state[OWN_PLACE] in labels else None
    label, values = _of_places()
    with st.popover(markdown(label, **values), key="filter-places"):
        own = _pick_own_place()
        if own and state[PLACES] != [own]:
            st.button(text("filter.only_own"), key="filter-only-own", on_click=_only_own)
        chosen = st.multiselect(
            text("filter.places"),
            sorted({*offered, *state[PLACES]}, key=lambda ags: (-len(ags), in_order(labels[ags]))),
            format_func=labels.__getitem__,
            key=PLACES,
            placeholder=text("filter.places_empty"),
            filter_mode="contains",
            select_all=False,
            wrap=True,
            persist_state="session",
        )
    is_default = sorted(chosen) == sorted(default)
    address.follow(PLACES, [] if is_default else sorted(chosen) or [NO_PLACE])
    address.follow(OWN_PLACE, [own] if own else [])


def _pick_own_place() -> str | None:
    names = typed_places()
    return st.selectbox(
        text("filter.own_place"),
        list(names),
        index=None,
        format_func=names.__getitem__,
        key=OWN_PLACE,
        placeholder=text("filter.own_place_empty"),
        help=text("filter.own_place_help"),
        filter_mode="fuzzy",
        persist_state="session",
        on_change=_show_own_place,
    )


def _only_own() -> None:
    """Leave of the chosen places the own one alone."""
    st.session_state[PLACES] = [st.session_state[OWN_PLACE]]


def _show_own_place() -> None:
    st.query_params.pop(SHOWN_PLACE, None)


def _one_place(values: Sequence[str]) -> Asked[str | None]:
    """The last of the places that an address names; None for one that is unknown."""
    *others, last = values
    found = asked.places(place_register())([last])
    twice = sentence("twice", title=text("filter.own_place"), value=last)
    refused = (twice,) if set(others) - {last} else ()
    return Asked(next(iter(found.value), None), (*refused, *found.refused))


def _in_words(*, of_a_day: bool) -> list[str]:
    """What the line says, for the printed page: places, own place, day, day known."""
    shown, names = view(), queries.place_names()
    own = own_place(shown)
    days = [
        text("filter.print_day", day=german.day(day_shown(shown))),
        *([text("filter.print_known", day=german.day(shown.known_on))] if shown.known_on else []),
    ]
    return [
        text("filter.print_places", places=", ".join(names[ags] for ags in shown.regions))
        if shown.regions
        else text("filter.no_place"),
        *([text("filter.print_own", place=names[own])] if own and len(shown.regions) > 1 else []),
        *(days if of_a_day else []),
    ]


def _of_places() -> Label:
    """How many places, the own one by name."""
    shown, names = view(), queries.place_names()
    own, places = own_place(shown), len(shown.regions)
    if not places:
        return "filter.no_place", {}
    if own is None:
        return "filter.count", {"places": places}
    which = {1: "one_place", 2: "with_one_other"}.get(places, "with_others")
    return f"filter.{which}", {"name": names[own], "others": places - 1}


def _day() -> None:
    """As-of day and, for those who want it, the day on which it was known."""
    for words, key in (("held_on", HELD_ON), ("known_on", KNOWN_ON)):
        address.seed(key, asked.day(text(f"filter.{words}")), None)
    label, values = _of_day()
    with st.popover(markdown(label, **values), key="filter-day"):
        _pick_day("held_on", HELD_ON)
        st.caption(text("filter.held_on_lead"))
        _pick_day("known_on", KNOWN_ON)


def _pick_day(words: str, key: str) -> None:
    day = st.date_input(
        text(f"filter.{words}"),
        value=None,
        min_value=asked.EARLIEST,
        max_value=asked.LATEST,
        key=key,
        format="DD.MM.YYYY",
        help=text(f"filter.{words}_help"),
        persist_state="session",
    )
    address.follow(key, [day.isoformat()] if day else [])


def _of_day() -> Label:
    shown = view()
    key = ("day" if shown.held_on else "today") + ("_known" if shown.known_on else "")
    days = {"day": shown.held_on, "known_on": shown.known_on}
    return f"filter.{key}", {name: german.day(day) for name, day in days.items() if day}


def _of_modules(chosen: Sequence[str], names: Mapping[str, str]) -> Label:
    if not chosen:
        return "filter.all_modules", {}
    if len(chosen) > 1:
        return "filter.some_modules", {"modules": len(chosen)}
    number, _, name = names[chosen[0]].partition(": ")
    return ("filter.module" if name else "filter.no_module"), {"number": number, "name": name}


def _say_if_nothing_was_known() -> None:
    known_on = st.session_state.get(KNOWN_ON)
    if known_on and known_on < (first := queries.first_day()):
        words = {"day": german.day(known_on), "first": german.day(first)}
        st.info(markdown("filter.nothing_known", **words))
