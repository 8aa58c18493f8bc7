"""How much is known of whom: tile map and matrix, each with its sentence, table and downloads."""

from collections.abc import Sequence
from urllib.parse import urlencode

import pandas as pd
import streamlit as st

from kim import coverage, queries
from kim.facts import records
from kim.queries import View
from ui.figures import coverage as figures
from ui.texts import text
from ui.widgets.exhibit import KEPT, PLACES, TEMPLATES, Draw, Drawing, drawn
from ui.widgets.frame import place_labels
from ui.widgets.panels import about, offer, panels, plot

STELLEN = ("stellen", "pages/positions.py")
PAGES = {
    "positions": STELLEN,
    "carriers": ("traeger", "pages/carriers.py"),
    "target_groups": ("zielgruppen", "pages/target_groups.py"),
    "evaluations": ("evaluation", "pages/evaluations.py"),
    "funding": ("finanzierung", "pages/funding.py"),
    "bodies": ("steuerung", "pages/governance.py"),
    "instruments": ("steuerung", "pages/governance.py"),
    "objectives": ("steuerung", "pages/governance.py"),
    "milestones": ("zeitachse", "pages/timeline.py"),
    "decisions": ("zeitachse", "pages/timeline.py"),
    "commitments": ("zusagen", "pages/commitments.py"),
    "open_questions": ("zusagen", "pages/commitments.py"),
    "assessments": ("zusagen", "pages/commitments.py"),
}


def known(view: View) -> pd.DataFrame:
    """What is known of the Land and every district, whatever places the view has."""
    return coverage.by_district(queries.coverage(view, coverage.subjects()))


def sentence(counts: pd.DataFrame, view: View) -> str:
    """Of how many districts something is known, what it counts, what the as-of date leaves out."""
    districts = coverage.districts(counts)
    found = int((districts["facts"] > 0).sum())
    parts = [text("coverage.nothing")]
    if counts["facts"].sum():
        land = int(counts["facts"].sum() - districts["facts"].sum())
        silent = len(districts) - found
        parts = [
            text("coverage.sentence", known=found, all=len(districts), silent=silent, land=land)
        ]
    if hidden := queries.undated_everywhere(view, coverage.subjects()):
        parts.append(text("coverage.undated", rows=hidden))
    return " ".join(parts)


def tile_map(counts: pd.DataFrame, view: View) -> None:
    """The tile map of NRW; a click on a tile leads to the posts of that place."""
    if counts["tile_x"].notna().any():
        names = queries.place_names()
        core = tuple(
            (district, names[place]) for district, place in coverage.CORE.items() if place in names
        )
        _exhibit("karte", counts, coverage.COUNTS, view, figures.tile_map, core)
    else:
        st.info(text("coverage.no_tiles"))
        _table(counts, coverage.COUNTS)


def matrix(counts: pd.DataFrame, view: View) -> None:
    """Places by subject; a click on a field leads to the page of that subject and place."""
    _exhibit("abdeckung", counts, ["facts", *coverage.subjects()], view, figures.matrix)


def places_of(district: str) -> list[str]:
    """The district itself and those of its municipalities of which something is known."""
    places = queries.places()
    is_part = (places["ags"] == district) | (places["parent"] == district)
    return sorted(
        places.loc[is_part & (district != coverage.LAND) | (places["ags"] == district), "ags"]
    )


def _exhibit(
    key: str,
    counts: pd.DataFrame,
    columns: Sequence[str],
    view: View,
    draw: Draw,
    *arguments: tuple[tuple[str, str], ...],
) -> None:
    panels(
        key,
        lambda: _chart(key, counts, sentence(counts, view), draw, arguments),
        lambda: _table(counts, columns),
        lambda: _downloads(key, counts, columns, view),
    )


def _chart(
    key: str,
    counts: pd.DataFrame,
    alt: str,
    draw: Draw,
    arguments: tuple[tuple[tuple[str, str], ...], ...],
) -> None:
    drawing = Drawing(counts.attrs["question"], draw, arguments, counts)
    clicked = plot(key, drawn(drawing), alt, _choose)
    if clicked:
        subject = clicked.rpartition(":")[0]
        st.switch_page(PAGES.get(subject, STELLEN)[1], query_params={})
    st.caption(text(f"coverage.click_{key}"))


def _choose(mark: str) -> None:
    """Make the district of a mark and its municipalities the chosen places."""
    st.session_state[PLACES] = places_of(mark.rpartition(":")[2])


def _table(counts: pd.DataFrame, columns: Sequence[str]) -> None:
    declared = coverage.declared()
    titles = [declared.field(name).title for name in columns]
    rows = [
        [
            {"words": row["place"], "href": _href("positions", row["region"])},
            *(
                {
                    "words": _count(row[name]),
                    "href": _href(name, row["region"]) if row[name] else "",
                }
                for name in columns
            ),
        ]
        for row in records(counts)
    ]
    heads = [
        {"title": text("exhibit.place")},
        *({"title": title, "is_number": True} for title in titles),
    ]
    caption = text("coverage.caption", subject=declared.title)
    st.html(TEMPLATES.get_template("grid.html").render(caption=caption, heads=heads, rows=rows))


def _downloads(key: str, counts: pd.DataFrame, columns: Sequence[str], view: View) -> None:
    frame = counts[["place", "region", *columns]]
    declared = coverage.declared()
    said = about(declared, view, text("coverage.caption", subject=declared.title))
    offer(key, frame, declared, list(queries.documents(view.known_on)["source"]), said)


def _href(subject: str, district: str) -> str:
    """The page of a subject for a district; empty for what is no subject of a page."""
    if subject not in PAGES:
        return ""
    kept = [(name, st.query_params[name]) for name in sorted(KEPT) if name in st.query_params]
    labels = place_labels()
    places = [(PLACES, labels[place]) for place in places_of(district)]
    return f"{PAGES[subject][0]}?{urlencode([*places, *kept])}"


def _count(count: int) -> str:
    return str(count) if count else text("coverage.none_found")
