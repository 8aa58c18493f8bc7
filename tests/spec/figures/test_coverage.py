"""The map and the matrix of coverage: which square holds which number, in which class, and leads where."""

import plotly.graph_objects as go
import pytest

from kim import coverage
from tests.spec.reading import key, legend, plain, says, table
from ui.figures import coverage as figures
from ui.figures.label_lines import label_lines
from ui.figures.squares import class_of

CORE_NAMES = (("05558", "Kreis Coesfeld"), ("05566", "Rheine"))
COUNTED = """
    ags   | name                | kind             | tile_x | tile_y | fact_table  | facts | read_from_text | proven | possible
    05    | Nordrhein-Westfalen | land             |        |        | objectives  | 4     | 3              | 2      | 0
    05515 | Münster             | independent_city | 2      | 1      |             | 0     | 0              | 0      | 0
    05554 | Kreis Borken        | district         | 0      | 1      | carriers    | 15    | 0              | 0      | 0
    05558 | Kreis Coesfeld      | district         | 1      | 1      | positions   | 5     | 1              | 0      | 0
    05566 | Kreis Steinfurt     | district         | 5      | 0      | milestones  | 20    | 20             | 19     | 0
    05566 | Kreis Steinfurt     | district         | 5      | 0      | positions   | 100   | 90             | 80     | 0
    05570 | Kreis Warendorf     | district         | 4      | 1      | funding     | 16    | 16             | 0      | 0
"""


def known() -> object:
    rows = table(COUNTED)
    numbers = ["tile_x", "tile_y", "facts", "read_from_text", "proven", "possible"]
    rows[numbers] = rows[numbers].astype("float64")
    counts = ["facts", "read_from_text", "proven", "possible"]
    return coverage.by_district(rows.astype(dict.fromkeys(counts, "int64")))


def squares(figure: go.Figure) -> list[str]:
    """Where each square stands, what it says, its fill, ink, pattern, edge, and where it leads."""
    return sorted(
        f"{base + x / 2:.0f},{y:.0f} {plain(words)} {bar.marker.color} {bar.textfont.color} "
        f"{bar.marker.pattern.shape} {edge} {width}{key(carried)}"
        for bar in figure.select_traces({"type": "bar"})
        if bar.customdata is not None
        for base, x, y, words, edge, width, carried in zip(
            bar.base,
            bar.x,
            bar.y,
            bar.text,
            bar.marker.line.color,
            bar.marker.line.width,
            bar.customdata,
            strict=True,
        )
    )


def over(figure: go.Figure) -> dict[str, str]:
    return {
        carried: plain(words)
        for bar in figure.select_traces({"type": "bar"})
        if bar.customdata is not None
        for carried, words in zip(bar.customdata, bar.hovertext, strict=True)
    }


def test_counts_are_summed_by_district_and_subject() -> None:
    rows = known()
    lines = [
        f"{row.region} {row.place} {row.facts} {row.read_from_text} {row.proven} "
        f"{row.positions} {row.milestones} {row.carriers} {row.objectives}"
        for row in rows.itertuples()  # type: ignore[attr-defined]
    ]

    says(
        lines,
        """
        05 Nordrhein-Westfalen 4 3 2 0 0 0 4
        05515 Münster 0 0 0 0 0 0 0
        05554 Kreis Borken 15 0 0 0 0 15 0
        05558 Kreis Coesfeld 5 1 0 5 0 0 0
        05566 Kreis Steinfurt 120 110 99 100 20 0 0
        05570 Kreis Warendorf 16 16 0 0 0 0 0
        """,
    )
    assert len(coverage.districts(rows)) == 5  # type: ignore[arg-type]
    assert "05" not in set(coverage.districts(rows)["region"])  # type: ignore[arg-type]


def test_a_tile_is_a_district_with_plate_and_number_in_the_colour_of_its_class() -> None:
    figure = figures.tile_map(known(), CORE_NAMES)  # type: ignore[arg-type]

    says(
        squares(figure),
        """
        0,1 **BOR** 15 #8fbfe0 #1a1a1a  #5f6b76 1 -> 05554
        1,1 **COE** 5 #d6e6f4 #1a1a1a  #d55e00 4 -> 05558
        2,1 **MS** . #ffffff #1a1a1a / #5f6b76 1 -> 05515
        4,1 **WAF** 16 #2b75b0 #ffffff  #5f6b76 1 -> 05570
        5,0 **ST** 120 #0b3c6f #ffffff  #d55e00 4 -> 05566
        """,
    )
    says(
        legend(figure),
        """
        #ffffff keine gefunden
        #d6e6f4 1 bis 5
        #8fbfe0 6 bis 15
        #2b75b0 16 bis 99
        #0b3c6f 100 und mehr
        white ganz gelesener Ort
        """,
    )


def test_hovering_over_a_tile_names_the_place_and_how_much_was_read_in_full() -> None:
    found = over(figures.tile_map(known(), CORE_NAMES))  # type: ignore[arg-type]

    says(
        [f"{ags}: {words}" for ags, words in sorted(found.items())],
        """
        05515: **Münster** (MS) keine Angaben gefunden Anklicken oder noch einmal tippen öffnet die Seite „Stellen“
        05554: **Kreis Borken** (BOR) 15 Angaben, davon 0 aus ganz gelesenen Dokumenten Anklicken oder noch einmal tippen öffnet die Seite „Stellen“
        05558: **Kreis Coesfeld** (COE) 5 Angaben, davon 1 aus ganz gelesenen Dokumenten Anklicken oder noch einmal tippen öffnet die Seite „Stellen“
        05566: **Kreis Steinfurt** (ST) ganz gelesener Ort: Rheine 120 Angaben, davon 110 aus ganz gelesenen Dokumenten Anklicken oder noch einmal tippen öffnet die Seite „Stellen“
        05570: **Kreis Warendorf** (WAF) 16 Angaben, davon 16 aus ganz gelesenen Dokumenten Anklicken oder noch einmal tippen öffnet die Seite „Stellen“
        """,
    )


def test_names_of_core_places_stand_beside_their_tiles() -> None:
    figure = figures.tile_map(known(), CORE_NAMES)  # type: ignore[arg-type]

    notes = [
        f"{plain(note.text)} {note.xanchor} {note.x:g} {note.y:g}"
        for note in figure.layout.annotations
    ]
    says(
        notes,
        """
        **Rheine** right 4.3 0
        """,
    )
    lines = list(figure.select_traces({"mode": "lines"}))
    says(
        [f"{list(line.x)} {list(line.y)} {line.line.color}" for line in lines],
        """
        [4.5, 4.3] [0, 0] #d55e00
        """,
    )


def test_the_map_shows_all_tiles_and_no_more() -> None:
    layout = figures.tile_map(known(), CORE_NAMES).layout  # type: ignore[arg-type]

    assert tuple(layout.xaxis.range) == (-0.55, 5.55)
    assert tuple(layout.yaxis.range) == (1.55, -0.55)
    assert (layout.xaxis.visible, layout.yaxis.visible) == (False, False)
    assert layout.yaxis.scaleanchor == "x"


def test_matrix_has_a_field_for_every_place_and_subject_that_leads_to_both() -> None:
    figure = figures.matrix(known())  # type: ignore[arg-type]

    says(
        [line for line in squares(figure) if " . " not in line],
        """
        0,3 5 #d6e6f4 #1a1a1a  #5f6b76 1 -> positions:05558
        0,4 100 #0b3c6f #ffffff  #5f6b76 1 -> positions:05566
        1,2 15 #8fbfe0 #1a1a1a  #5f6b76 1 -> carriers:05554
        11,0 4 #d6e6f4 #1a1a1a  #5f6b76 1 -> objectives:05
        4,5 16 #2b75b0 #ffffff  #5f6b76 1 -> funding:05570
        8,4 20 #2b75b0 #ffffff  #5f6b76 1 -> milestones:05566
        """,
    )
    silent = [line for line in squares(figure) if " . " in line]
    subjects = len(coverage.subjects())
    assert len(silent) == 6 * subjects - 6
    assert all("#ffffff" in line for line in silent)
    says(
        list(figure.layout.xaxis.ticktext[:13]),
        """
        Stellen
        Träger und Rollen
        Zielgruppen
        Evaluation
        Finanzierung
        Gremien
        Instrumente und Methoden
        Beschlüsse
        Zeitachse
        Zusagen
        Offene Fragen
        Ziele und Aufgaben
        Einschätzungen
        """,
    )
    says(
        list(figure.layout.yaxis.ticktext),
        """
        Land NRW
        Münster
        Borken
        Coesfeld
        Steinfurt
        Warendorf
        """,
    )
    assert tuple(figure.layout.xaxis.range) == (-0.5, subjects - 0.5)
    assert tuple(figure.layout.yaxis.range) == (5.5, -0.5)
    assert list(figure.layout.xaxis.tickvals) == list(range(subjects))
    assert list(figure.layout.yaxis.tickvals) == list(range(6))
    says(
        legend(figure),
        """
        #ffffff keine gefunden
        #d6e6f4 1 bis 5
        #8fbfe0 6 bis 15
        #2b75b0 16 bis 99
        #0b3c6f 100 und mehr
        """,
    )


def test_hovering_over_a_field_names_place_subject_and_number() -> None:
    found = over(figures.matrix(known()))  # type: ignore[arg-type]

    assert found["positions:05566"] == (
        "**Kreis Steinfurt** Stellen: 100 Anklicken oder noch einmal tippen zeigt die Seite zum Thema"
    )
    assert found["positions:05515"] == (
        "**Münster** Stellen: keine gefunden Anklicken oder noch einmal tippen zeigt die Seite zum Thema"
    )


def test_a_name_stands_right_of_its_tile_else_left_else_past_its_neighbours_else_nowhere() -> None:
    free = {(0, 0): "a", (9, 1): "z"}
    (beside,) = label_lines(free, {"a": "Rheine"})
    assert (beside.name, beside.xs, beside.ys, beside.is_left) == (
        "Rheine",
        (0.5, 0.7),
        (0, 0),
        False,
    )

    at_the_edge = {(0, 1): "z", (9, 0): "a"}
    (left,) = label_lines(at_the_edge, {"a": "Rheine"})
    assert (left.xs, left.ys, left.is_left) == ((8.5, 8.3), (0, 0), True)

    behind = {(0, 0): "a", (1, 0): "b", (9, 1): "z"}
    (past,) = label_lines(behind, {"a": "Rheine"})
    assert (past.xs, past.ys, past.is_left) == ((0, 1.7, 1.7), (-0.5, -0.5, -0.2), False)

    full = {(x, 0): str(x) for x in range(4)}
    assert label_lines(full, {"1": "Rheine"}) == []


def test_a_long_name_needs_more_free_cells() -> None:
    taken = {(0, 0): "a", (3, 0): "b", (9, 1): "z"}

    (short,) = label_lines(taken, {"a": "Rheine"})
    (long,) = label_lines(taken, {"a": "Sankt Augustin"})
    assert short.xs == (0.5, 0.7)
    assert long.xs[-1] > 3


def test_two_names_do_not_cover_each_other() -> None:
    taken = {(0, 0): "a", (5, 0): "b", (9, 1): "z"}
    one, other = label_lines(taken, {"a": "Sankt Augustin", "b": "Sankt Augustin"})

    assert (one.is_left, other.is_left) == (False, False)
    assert one.xs[-1] < other.xs[-1]


@pytest.mark.parametrize(
    ("count", "words"),
    [(0, "none_found"), (1, "class_1"), (6, "class_6"), (99, "class_16"), (100, "class_100")],
)
def test_class_of_a_count(count: int, words: str) -> None:
    assert class_of(count).words == f"coverage.{words}"


def test_map_without_tiles_or_places_is_empty() -> None:
    rows = known()
    without_tiles = rows.assign(tile_x=None)  # type: ignore[attr-defined]
    nowhere = rows.head(0)  # type: ignore[attr-defined]

    assert not figures.tile_map(without_tiles, CORE_NAMES).data
    assert not figures.tile_map(nowhere, ()).data
    assert squares(figures.matrix(nowhere)) == []
