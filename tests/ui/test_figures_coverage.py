"""What the tile map and the matrix of coverage show, and how they tell nothing known from little."""

import pandas as pd
import plotly.graph_objects as go
import pytest

from kim import coverage
from ui.figures import coverage as figures
from ui.figures.leaders import leaders
from ui.figures.squares import CORE_COLOUR, class_of

CORE_NAMES = (("05558", "Kreis Coesfeld"), ("05566", "Rheine"))
PLACES = [
    ("05", "Nordrhein-Westfalen", "land", None, None),
    ("05515", "Münster", "independent_city", 2, 1),
    ("05558", "Kreis Coesfeld", "district", 1, 1),
    ("05566", "Kreis Steinfurt", "district", 5, 0),
]
COUNTS = {
    "05": [("objectives", 4, 4)],
    "05566": [("positions", 100, 90), ("milestones", 20, 20)],
    "05558": [("positions", 3, 0)],
}


def counted(*, with_tiles: bool = True) -> pd.DataFrame:
    """Rows as queries.coverage gives them."""
    rows = [
        {
            "ags": ags,
            "name": name,
            "kind": kind,
            "tile_x": x if with_tiles else None,
            "tile_y": y if with_tiles else None,
            "fact_table": table,
            "facts": facts,
            "read_from_text": read,
            "proven": read,
        }
        for ags, name, kind, x, y in PLACES
        for table, facts, read in COUNTS.get(ags, [(None, 0, 0)])
    ]
    frame = pd.DataFrame(rows)
    frame.attrs["question"] = (1, "coverage", ())
    return frame


@pytest.fixture
def known() -> pd.DataFrame:
    return coverage.by_district(counted())


def squares(figure: go.Figure) -> dict[str, tuple[go.Bar, int]]:
    """The trace and the position in it of every square, by what a click on it carries."""
    bars = [trace for trace in figure.data if trace.type == "bar" and trace.customdata is not None]
    return {key: (trace, at) for trace in bars for at, key in enumerate(trace.customdata)}


def test_counts_are_summed_by_district(known: pd.DataFrame) -> None:
    steinfurt = known.set_index("region").loc["05566"]

    assert list(known["region"]) == ["05", "05515", "05558", "05566"]
    assert (steinfurt["facts"], steinfurt["read_from_text"]) == (120, 110)
    assert (steinfurt["positions"], steinfurt["carriers"]) == (100, 0)


def test_tile_shows_plate_and_count(known: pd.DataFrame) -> None:
    trace, at = squares(figures.tile_map(known, CORE_NAMES))["05566"]

    assert trace.text[at] == "<b>ST</b><br>120"
    assert "Kreis Steinfurt" in trace.hovertext[at]
    assert "120 Angaben, davon 110" in trace.hovertext[at]
    assert "Rheine" in trace.hovertext[at]


def test_nothing_known_is_hatched_and_not_zero(known: pd.DataFrame) -> None:
    trace, at = squares(figures.tile_map(known, CORE_NAMES))["05515"]

    assert trace.text[at] == "<b>MS</b><br>–"
    assert trace.marker.pattern.shape == "/"
    assert "keine Angaben gefunden" in trace.hovertext[at]


def test_land_is_no_tile(known: pd.DataFrame) -> None:
    assert "05" not in squares(figures.tile_map(known, CORE_NAMES))


def test_core_places_stand_out_with_border_and_name(known: pd.DataFrame) -> None:
    figure = figures.tile_map(known, CORE_NAMES)
    found = squares(figure)
    core, at = found["05566"]
    other, there = found["05515"]

    assert core.marker.line.color[at] == CORE_COLOUR
    assert core.marker.line.width[at] > other.marker.line.width[there]
    assert any("Rheine" in note.text for note in figure.layout.annotations)


def test_legend_names_every_class(known: pd.DataFrame) -> None:
    names = [each.name for each in figures.tile_map(known, CORE_NAMES).data if each.name]

    assert names == [
        "keine gefunden",
        "1 bis 5",
        "6 bis 15",
        "16 bis 99",
        "100 und mehr",
        "Kernort",
    ]


@pytest.mark.parametrize(
    ("count", "words"),
    [(0, "none_found"), (1, "class_1"), (6, "class_6"), (99, "class_16"), (100, "class_100")],
)
def test_class_of_a_count(count: int, words: str) -> None:
    assert class_of(count).words == words


def test_map_without_tiles_is_empty() -> None:
    known = coverage.by_district(counted(with_tiles=False))

    assert not figures.tile_map(known, CORE_NAMES).data


def test_map_and_matrix_of_nothing() -> None:
    known = coverage.by_district(counted().iloc[:0])

    assert not figures.tile_map(known, ()).data
    assert not squares(figures.matrix(known))


def test_field_of_the_matrix_leads_to_subject_and_place(known: pd.DataFrame) -> None:
    figure = figures.matrix(known)
    found = squares(figure)
    filled, at = found["positions:05566"]
    empty, there = found["carriers:05566"]

    assert len(found) == len(known) * len(coverage.subjects())
    assert filled.text[at] == "100"
    assert empty.text[there] == "–"
    assert "keine gefunden" in empty.hovertext[there]
    assert "Stellen" in figure.layout.xaxis.ticktext
    assert list(figure.layout.yaxis.ticktext) == ["Land NRW", "Münster", "Coesfeld", "Steinfurt"]


def test_reference_figures_are_no_subject() -> None:
    assert "positions" in coverage.subjects()
    assert "indicators" not in coverage.subjects()


def test_name_stands_in_the_nearest_free_run() -> None:
    taken = {(0, 0): "a", (1, 0): "b", (0, 1): "c", (1, 1): "d", (6, 1): "e"}
    beside, past = leaders(taken, {"b": "Rheine", "c": "Hilden"})

    assert (beside.xs[0], beside.is_left, len(beside.xs)) == (1.5, False, 2)
    assert beside.ys == (0, 0)
    assert past.ys[0] == past.ys[1] == 0.5
    assert 1 < past.xs[-1] < 2


def test_name_without_room_is_left_out() -> None:
    taken = {(x, 0): str(x) for x in range(5)}

    assert leaders(taken, {"2": "Hilden"}) == []
