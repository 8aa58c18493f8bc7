"""The own place: first in every chart and list, and marked by a sign, not by a colour alone."""

from datetime import date

import pandas as pd
import pytest

from kim.queries import View
from kim.view import own_first
from tests.spec.exhibits.conftest import COESFELD, RHEINE, STEINFURT
from tests.spec.figures.test_carriers import SAME as CARRIER
from tests.spec.figures.test_coverage import CORE_NAMES, known, squares
from tests.spec.figures.test_positions import SAME as POSITION
from tests.spec.figures.test_positions import rows as lines
from tests.spec.figures.test_timeline import EVENTS, TODAY
from tests.spec.figures.test_timeline import SAME as EVENT
from tests.spec.reading import legend, plain, points, says, table
from ui.figures import coverage, development, flow, positions, timeline
from ui.figures.canvas import Canvas
from ui.figures.matrix import Matrix, MatrixEntry, MatrixRow
from ui.figures.own import own_rows_first
from ui.lists import Entry, EntryList, Group, StatementMatrix
from ui.lists.flow import Flow, Flows
from ui.lists.matrix import MatrixLine, Stated
from ui.lists.organigram import Level, Organigrams
from ui.widgets.html import TEMPLATES

SIGN = '<span class="kim-own" role="img" aria-label="eigener Ort" title="eigener Ort">▸</span> '
POSTS = """
    fact | region   | place           | module | quantity
    1    | 05558    | Kreis Coesfeld  | 1      | 2
    2    | 05566076 | Rheine          | 1      | 1
    3    | 05558    | Kreis Coesfeld  | 2      | 6
    4    | 05566076 | Rheine          | 2      | 3.5
"""


def test_the_own_place_stands_first_and_the_others_in_their_order() -> None:
    view = View((STEINFURT, COESFELD, RHEINE))

    assert own_first(view, RHEINE).regions == (RHEINE, STEINFURT, COESFELD)
    assert own_first(view, "05515") == own_first(view, None) == view


def test_rows_of_the_own_place_come_first_and_none_get_lost() -> None:
    rows = table(POSTS, **POSITION)
    first = own_rows_first(rows, RHEINE)

    assert list(first["fact"]) == [2, 4, 1, 3]
    assert list(first["is_own"]) == [True, True, False, False]
    assert own_rows_first(rows, None) is rows


def test_the_heading_of_the_own_place_is_signed_and_the_legend_names_the_sign() -> None:
    canvas = Canvas()
    canvas.heading("Rheine: Stellen", is_own=True)
    canvas.heading("Hilden: Stellen")
    figure = canvas.finished()
    (headings,) = figure.select_traces({"mode": "text"})

    assert headings.text == ("<b>▸ Rheine: Stellen</b>", "<b>Hilden: Stellen</b>")
    assert [each.name for each in figure.data if each.showlegend is not False] == ["eigener Ort"]
    assert figure.data[-1].marker.symbol == "triangle-right"


def test_in_every_module_the_posts_of_the_own_place_stand_first() -> None:
    figure = positions.by_place(own_rows_first(table(POSTS, **POSITION), RHEINE), "posts")

    says(
        [line for line in lines(figure) if line.startswith("#") or line.endswith("|")],
        """
        # **Baustein 1: Koordinierung**
        ▸ Rheine |
        Kreis Coesfeld |
        # **Baustein 2: Case Management**
        ▸ Rheine |
        Kreis Coesfeld |
        """,
    )


def test_the_course_of_the_own_place_comes_first() -> None:
    rows = table(POSTS, **POSITION)
    held = {f"held_{each}": date(2022, 1, 1) for each in ("from_earliest", "from_latest")}
    rows = rows.assign(**held, held_until_earliest=pd.NaT, held_until_latest=pd.NaT)
    figure = development.over_time(own_rows_first(rows, RHEINE))
    headings = [plain(each["text"]) for each in points(figure) if each["mode"] == "text"]

    assert [each.partition(",")[0] for each in headings[:4]] == [
        "**▸ Rheine",
        "**▸ Rheine",
        "**Kreis Coesfeld",
        "**Kreis Coesfeld",
    ]


def test_the_lane_of_the_own_place_comes_first() -> None:
    figure = timeline.over_time(own_rows_first(table(EVENTS, **EVENT), RHEINE), TODAY)

    assert [each["text"] for each in points(figure) if "**" in each["text"]] == [
        "**▸ Rheine**",
        "**Hilden**",
    ]


def test_the_roles_of_the_own_place_are_signed() -> None:
    figure = flow.flow(own_rows_first(table("fact\n1", **CARRIER), STEINFURT))

    assert any("▸" in str(each.text) for each in figure.select_traces({"mode": "text"}))


def test_the_tile_of_the_own_district_has_a_sign_and_a_dark_border() -> None:
    rows = own_rows_first(known(), COESFELD)  # type: ignore[arg-type]
    figure = coverage.tile_map(rows, CORE_NAMES)

    assert "1,1 **▸ COE** 5 #d6e6f4 #1a1a1a  #1a1a1a 4 -> 05558" in squares(figure)
    assert legend(figure)[-1] == "white ▸ eigener Ort"


def test_the_row_of_the_own_district_comes_first_and_is_signed() -> None:
    figure = coverage.matrix(own_rows_first(known(), COESFELD))  # type: ignore[arg-type]

    assert [each for each in figure.layout.yaxis.ticktext if "▸" in each] == [
        figure.layout.yaxis.ticktext[0]
    ]
    assert figure.layout.yaxis.ticktext[0].startswith("<b>▸ ")


ENTRY = Entry("Rheine: 3", "positions:1", "Absatz 1", place=RHEINE)  # type: ignore[arg-type]
OTHER = Entry("Hilden: 2", "positions:2", "Absatz 2", place="05158016")  # type: ignore[arg-type]
CELLS = ((Stated((ENTRY,)),),)
LISTED = {
    "list": EntryList((Group("", (OTHER, ENTRY)),)),
    "matrix": StatementMatrix(
        "Ort",
        ("Land",),
        (MatrixLine("05158016", "Hilden", CELLS, ""), MatrixLine(RHEINE, "Rheine", CELLS, "")),
    ),
    "organigram": Organigrams(
        ((Level("05158016", "Hilden", (), ""), Level(RHEINE, "Rheine", (), "")),)
    ),
    "flow": Flows((Flow("05158016", "Hilden", ()), Flow(RHEINE, "Rheine", ()))),
}


@pytest.mark.parametrize("shown", LISTED.values(), ids=LISTED)
def test_a_list_signs_the_own_place_and_no_other(shown: EntryList) -> None:
    page = TEMPLATES.get_template(shown.template)

    assert page.render(shown=shown, hrefs={}, own=RHEINE).count(f"{SIGN}Rheine") == 1
    assert "kim-own" not in page.render(shown=shown, hrefs={}, own="")


def test_a_matrix_signs_the_own_place_and_no_other() -> None:
    cells = ((MatrixEntry("Stadt"),),)
    matrix = Matrix(
        "Ort",
        ("Geld",),
        (MatrixRow("Hilden", cells, "05158016"), MatrixRow("Rheine", cells, RHEINE)),
    )
    page = TEMPLATES.get_template("matrix.html")
    shown = page.render(matrix=matrix, hrefs={}, own=RHEINE)

    assert f'<tr class="own"><th scope="row">{SIGN}Rheine</th>' in shown
    assert shown.count("kim-own") == 1
    assert "kim-own" not in page.render(matrix=matrix, hrefs={}, own="")
