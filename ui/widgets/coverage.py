"""How much is known of whom: tile map and matrix, each with its sentence, table and downloads."""

import pandas as pd
import streamlit as st

from kim import coverage, downloads, queries
from kim.facts import Record, records
from kim.queries import View
from kim.regions import LAND
from kim.view import KEY_OF_DISTRICT
from ui import exhibits, navigation
from ui.exhibits.exhibit import CoverageExhibit
from ui.figures.own import own_rows_first
from ui.navigation import Page
from ui.texts import plain, text
from ui.widgets import links
from ui.widgets.exhibit import Drawing, drawn
from ui.widgets.frame import PLACES, own_place
from ui.widgets.grid import Cell, grid
from ui.widgets.panels import offer, panels, plot

PAGE_OF_A_TILE = navigation.page(exhibits.POSTS.page)


def known(view: View) -> pd.DataFrame:
    """What is known of the Land and every district, whatever places the view has."""
    return coverage.by_district(queries.coverage(view, coverage.subjects()))


def say(counts: pd.DataFrame, view: View) -> None:
    """Of how many districts something is known, what it counts, what the as-of date leaves out."""
    st.markdown(plain(_sentence(counts, view)))


def tile_map(counts: pd.DataFrame, view: View) -> None:
    """The tile map of NRW; a click on a tile leads to the posts of that place."""
    if counts["tile_x"].notna().any():
        _exhibit(exhibits.MAP, counts, view)
    else:
        st.info(text("coverage.no_tiles"))
        _table(exhibits.MAP, counts)


def matrix(counts: pd.DataFrame, view: View) -> None:
    """Places by subject; a click on a field leads to the page of that subject and place."""
    _exhibit(exhibits.MATRIX, counts, view)


def places_of(district: str) -> list[str]:
    """The district itself and those of its municipalities of which something is known."""
    places = queries.places()
    is_part = (places["ags"] == district) | (places["parent"] == district)
    return sorted(places.loc[is_part & (district != LAND) | (places["ags"] == district), "ags"])


def _exhibit(shown: CoverageExhibit, counts: pd.DataFrame, view: View) -> None:
    with st.container(key=f"exhibit-{shown.key}"):
        panels(
            shown.key,
            lambda: _chart(shown, counts, view),
            lambda: _table(shown, counts),
            lambda: offer(downloads.of_coverage(shown.key, counts, shown.columns, view)),
        )


def _chart(shown: CoverageExhibit, counts: pd.DataFrame, view: View) -> None:
    own = (own_place(view) or "")[:KEY_OF_DISTRICT]
    asked = (counts.attrs["question"], own)
    drawing = Drawing(asked, shown.draw, shown.needs(view), own_rows_first(counts, own or None))
    clicked = plot(shown.key, drawn(drawing), _sentence(counts, view), _choose)
    if clicked:
        page = exhibits.page_of(clicked.rpartition(":")[0]) or PAGE_OF_A_TILE
        st.switch_page(page.file, query_params={})
    st.caption(text(f"coverage.click_{shown.key}"))


def _choose(mark: str) -> None:
    """Make the district of a mark and its municipalities the chosen places."""
    st.session_state[PLACES] = places_of(mark.rpartition(":")[2])


def _table(shown: CoverageExhibit, counts: pd.DataFrame) -> None:
    titles = [coverage.declared().field(name).title for name in shown.columns]
    lines = [
        [
            _cell(row["place"], PAGE_OF_A_TILE, row),
            *(_cell(coverage.found(row[name]), _page_of(name, row), row) for name in shown.columns),
        ]
        for row in records(counts)
    ]
    grid(coverage.caption(), [text("exhibit.place"), *titles], lines, numbers=len(titles))


def _page_of(subject: str, row: Record) -> Page | None:
    return exhibits.page_of(subject) if row[subject] else None


def _cell(words: str, page: Page | None, row: Record) -> Cell:
    """The words with the way to a page for the district, where there is one."""
    if page is None:
        return words
    return {"words": words, "href": links.places(page, places_of(row["region"]))}


def _sentence(counts: pd.DataFrame, view: View) -> str:
    return coverage.sentence(counts)
