"""What surrounds every page: language and style, the bar of filters, the view it describes."""

import gc
from datetime import date
from pathlib import Path

import streamlit as st

from kim import german, queries
from kim.queries import View
from kim.tables import package
from ui.texts import markdown, text

STYLE = (Path(__file__).parent.parent / "templates" / "style.css").read_text("utf-8")
GERMAN = "<script>document.documentElement.lang = 'de'</script>"
CORE_PLACES = ("05158", "05158016", "05382", "05382056", "05558", "05566", "05566076")
PLACES, HELD_ON, KNOWN_ON, MODULES = "orte", "stand", "kenntnis", "baustein"
NO_MODULE = "0"
EARLIEST = date(2000, 1, 1)


def prepare() -> None:
    """Set language and style of the page; once per process, spare the collector what stays."""
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
    labels = place_labels()
    with st.container(key="filter"):
        wide, narrow = st.columns([5, 2], vertical_alignment="bottom")
        wide.multiselect(
            text("filter.places"),
            list(labels),
            default=[each for each in CORE_PLACES if each in labels],
            format_func=labels.__getitem__,
            key=PLACES,
            bind="query-params",
            placeholder=text("filter.places_empty"),
            select_all=False,
            wrap=True,
        )
        with narrow:
            _pick_day("held_on", HELD_ON)
        with st.expander(text("filter.more")):
            _pick_day("known_on", KNOWN_ON)
        _say_if_nothing_was_known()


def _pick_day(words: str, key: str) -> None:
    st.date_input(
        text(f"filter.{words}"),
        value=None,
        min_value=EARLIEST,
        key=key,
        bind="query-params",
        format="DD.MM.YYYY",
        help=text(f"filter.{words}_help"),
    )


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
    chosen = st.pills(
        text("filter.modules"),
        list(names),
        format_func=names.__getitem__,  # as they stand in the address of a view
        selection_mode="multi",
        key=MODULES,
        bind="query-params",
    )
    return tuple("" if code == NO_MODULE else code for code in chosen or names)


def place_label(name: str, district: str | None, kind: str) -> str:
    """For example "Rheine (Kreis Steinfurt)", "Bonn", "Nordrhein-Westfalen (Land)"."""
    if kind == "land":
        return f"{name} (Land)"
    return f"{name} ({district})" if district else name


@queries.remembered
def place_labels() -> dict[str, str]:
    """The words under which each place can be chosen, and which stand for it in the URL."""
    places = queries.places()
    return {
        ags: place_label(name, district if isinstance(district, str) else None, kind)
        for ags, name, kind, district in zip(
            places["ags"], places["name"], places["kind"], places["district"], strict=True
        )
    }
