"""What surrounds every page: language and style, the bar of filters, the view it describes."""

import gc
from collections.abc import Mapping
from pathlib import Path

import streamlit as st

from kim import german, queries
from kim.queries import View
from kim.regions import LAND
from kim.tables import package
from kim.view import KEY_OF_DISTRICT
from ui.texts import markdown, text
from ui.widgets import address, asked
from ui.widgets.asked import Register

STYLES = sorted((Path(__file__).parent.parent / "templates").glob("*.css"))
STYLE = "\n".join(each.read_text("utf-8") for each in STYLES)
GERMAN = "<script>document.documentElement.lang = 'de'</script>"
CORE_PLACES = ("05158", "05158016", "05382", "05382056", "05558", "05566", "05566076")
PLACES, HELD_ON, KNOWN_ON, MODULES = "orte", "stand", "kenntnis", "baustein"
NO_MODULE, NO_PLACE = "0", ""


def prepare() -> None:
    """Set language and style of the page; once per process, spare the collector what stays."""
    address.begin()
    address.know(PLACES, HELD_ON, KNOWN_ON)
    st.html(f"<style>{STYLE}</style>")
    st.html(GERMAN, unsafe_allow_javascript=True)
    _freeze()


@st.cache_resource(show_spinner=False)
def _freeze() -> None:
    """Streamlit collects garbage after every rerun; what is loaded now will not become garbage."""
    gc.collect()
    gc.freeze()


def filter_bar() -> None:
    """Places, as-of date and, for those who open it, the knowledge date; all kept in the URL."""
    with st.container(key="filter"):
        wide, narrow = st.columns([2, 1], vertical_alignment="bottom")
        with wide:
            _pick_places()
        with narrow:
            _pick_day("held_on", HELD_ON)
        with st.expander(text("filter.more")):
            _pick_day("known_on", KNOWN_ON)
        _say_if_nothing_was_known()


def _pick_places() -> None:
    """A place of which nothing is known yet is offered once an address names it."""
    labels, offered = place_labels(), list(queries.places()["ags"])
    default = [each for each in CORE_PLACES if each in offered]
    address.seed(PLACES, asked.places(place_register()), default)
    state = st.session_state
    state[PLACES] = [each for each in state[PLACES] if each in labels]  # of another version
    chosen = st.multiselect(
        text("filter.places"),
        sorted({*offered, *state[PLACES]}),
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


def _pick_day(words: str, key: str) -> None:
    address.seed(key, asked.day(text(f"filter.{words}")), None)
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


def _say_if_nothing_was_known() -> None:
    known_on = st.session_state.get(KNOWN_ON)
    if known_on and known_on < (first := queries.first_day()):
        words = {"day": german.day(known_on), "first": german.day(first)}
        st.info(markdown("filter.nothing_known", **words))


def view() -> View:
    """What the bar of filters says."""
    state = st.session_state
    chosen = sorted(state.get(PLACES) or ())
    return View(tuple(chosen), state.get(HELD_ON), state.get(KNOWN_ON))


def pick_modules() -> tuple[str, ...]:
    """The chosen modules; "" stands for statements that name none. None chosen means all."""
    names = {**package().vocabularies["module"], NO_MODULE: text("filter.no_module")}
    nothing: list[str] = []
    address.seed(MODULES, asked.choices(text("filter.modules"), names), nothing)
    chosen = st.pills(
        text("filter.modules"),
        list(names),
        format_func=names.__getitem__,
        selection_mode="multi",
        key=MODULES,
    )
    address.follow(MODULES, chosen)
    return tuple("" if code == NO_MODULE else code for code in chosen or names)


@queries.remembered
def place_register() -> Register:
    """All places by what an address may call them."""
    known = queries.known_places()
    gone = known.dropna(subset=["successor"])
    return Register(
        place_labels(),
        dict(zip(known["ags"], known["name"], strict=True)),
        dict(zip(gone["ags"], gone["successor"], strict=True)),
    )


@queries.remembered
def place_labels() -> dict[str, str]:
    """By key, for example "Rheine (Kreis Steinfurt)", "Bonn", "Nordrhein-Westfalen (Land)"."""
    names = queries.place_names()
    return {ags: place_label(ags, names) for ags in names}


def place_label(ags: str, names: Mapping[str, str]) -> str:
    """The name of one place with what it lies in, of all names by key."""
    district = names.get(ags[:KEY_OF_DISTRICT], "") if len(ags) > KEY_OF_DISTRICT else ""
    within = text("filter.land") if ags == LAND else district
    return f"{names[ags]} ({within})" if within else names[ags]
