"""The map of the Land: how much is known, or one measure; a click leads to the profile of a district."""

import pandas as pd
import streamlit as st

from kim import german, queries
from kim.answers.asking import answers_of
from kim.answers.comparison import PerHead, shares
from kim.answers.land import classed
from kim.answers.measures import UNSURE, Classed, Measure
from kim.facts import records
from kim.queries import View
from kim.view import KEY_OF_DISTRICT
from ui import navigation
from ui.figures.ready import Ready
from ui.figures.theme_map import Spots, in_words, theme_map
from ui.texts import plain, text
from ui.widgets import address, asked, coverage, links
from ui.widgets.frame import own_place
from ui.widgets.grid import Cell, grid
from ui.widgets.html import html
from ui.widgets.panels import plot

MAP, FACTS = "karte", "facts"
UNKNOWN = "."
PROFILE = navigation.page("profile")
QUESTIONS = {
    Measure.POSTS: "case_management_posts",
    Measure.EVALUATION: "evaluation",
    Measure.CARRIERS: "carries_out",
}


def show(counts: pd.DataFrame, view: View) -> None:
    """The map, and above it what it shows; kept in the address."""
    measure = _pick()
    if measure == FACTS or not counts["tile_x"].notna().any():
        coverage.say(counts, view)
        coverage.tile_map(counts, view)
        return
    found = classed(Measure(measure), view)
    with st.container(key=f"exhibit-karte-{measure}"):
        own = (own_place(view) or "")[:KEY_OF_DISTRICT]
        figure = _drawn(found, _spots(counts), measure, own)
        if clicked := plot(f"karte-{measure}", figure, in_words(found, measure)):
            st.switch_page(PROFILE.file, query_params=links.asks_for_profile(clicked))
        if measure == Measure.POSTS and (said := _of_own_town(view)):
            st.caption(plain(said))
        st.caption(text("map.caption"))
        with st.expander(text("map.as_words")):
            _table(found, measure)
        if question := QUESTIONS.get(Measure(measure)):
            html("map_link.html", href=links.all_districts(question), words=text("map.as_table"))


def _of_own_town(view: View) -> str:
    """The number of the own town, whose district has the tile; empty without one."""
    town = own_place(view) or ""
    if len(town) <= KEY_OF_DISTRICT:
        return ""
    posts = answers_of((town,), view)[town][QUESTIONS[Measure.POSTS]]
    share = shares({town: posts}, view)[town]
    if not isinstance(share, PerHead) or share.unit != "posts":
        return ""
    number = german.number(round(share.number, 1))
    names = queries.place_names()
    return text(
        "map.own_town",
        place=names[town],
        number=number if share.is_sure else german.in_parentheses(number),
        district=names[town[:KEY_OF_DISTRICT]],
    )


def _table(found: tuple[Classed, ...], measure: str) -> None:
    """The map as a table: each place with its class and the sentence, and the way to its profile."""
    heads = [text(each) for each in ("exhibit.place", "map.class", "map.tile", "map.sentence")]
    lines: list[list[Cell]] = [
        [
            {"words": each.name, "href": links.profile(each.place)},
            text(f"map.{measure}_{each.of_class}"),
            text("map.unsure") if each.words == UNSURE else each.words or UNKNOWN,
            each.sentence,
        ]
        for each in found
    ]
    grid(text(f"map.{measure}_legend").rstrip(":"), heads, lines)


@queries.remembered
def _drawn(found: tuple[Classed, ...], spots: Spots, measure: str, own: str) -> Ready:
    return Ready(theme_map(found, spots, measure, own))


def _pick() -> str:
    options = {each: text(f"map.{each}") for each in (FACTS, *map(str, Measure))}
    address.seed(MAP, asked.choice(text("map.choose"), options, default=FACTS), FACTS)
    picked = st.pills(
        text("map.choose"),
        list(options),
        format_func=options.__getitem__,
        key=MAP,
        required=True,
        wrap=True,
    )
    address.follow(MAP, [] if picked == FACTS else [str(picked)])
    return str(picked)


def _spots(counts: pd.DataFrame) -> Spots:
    placed = counts.dropna(subset=["tile_x", "tile_y"])
    return tuple(
        (each["region"], int(each["tile_x"]), int(each["tile_y"])) for each in records(placed)
    )
