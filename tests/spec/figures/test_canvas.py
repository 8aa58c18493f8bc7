"""What all figures share: safe and broken text, keys, certainty, the house layout, small helpers."""

import pandas as pd
import plotly.graph_objects as go
import pytest

from kim import facts
from tests.spec.reading import table
from ui.figures import statements, style
from ui.figures.canvas import Canvas
from ui.figures.marks import Mark
from ui.figures.ready import Ready


@pytest.mark.parametrize(
    ("is_read", "basis", "is_sure"),
    [
        (True, "stated", True),
        (True, "inferred", True),
        (True, "claimed", False),
        (False, "stated", False),
        (False, "claimed", False),
    ],
)
def test_sure_is_what_was_read_in_full_and_is_not_merely_claimed(
    is_read: bool, basis: str, is_sure: bool
) -> None:
    assert facts.is_sure({"is_read_from_text": is_read, "basis": basis}) is is_sure


def test_a_mark_carries_table_and_number_of_its_fact() -> None:
    assert style.keyed("positions", 255) == "positions:00000000000000ff"


def test_codes_read_as_words_and_empty_cells_as_nothing() -> None:
    assert facts.words("position_status", "filled") == "besetzt"
    assert facts.words("position_status", None) == ""
    assert facts.words("position_status", float("nan")) == ""


def test_markup_in_a_cell_is_shown_as_it_is() -> None:
    assert style.plain('<b>"x" & y</b>') == '&lt;b&gt;"x" &amp; y&lt;/b&gt;'


def test_text_is_broken_between_words_and_long_words_at_their_joints() -> None:
    assert style.wrapped("kurz", 10) == "kurz"
    assert style.wrapped("eins zwei drei", 9) == "eins zwei<br>drei"
    assert style.wrapped("Einbürgerungsbehörde", 15) == "Einbürgerungs-<br>behörde"
    assert style.wrapped("Einbürgerungsbehörde", 20) == "Einbürgerungsbehörde"
    assert style.wrapped("Lernen fördern e. V.", 17) == "Lernen fördern<br>e.\u00a0V."
    assert style.wrapped("nach § 25", 7) == "nach<br>§\u00a025"
    assert style.wrapped("a < b", 9) == "a &lt; b"


def test_lines_of_a_sheet_are_broken_and_an_empty_text_is_one_line() -> None:
    assert style.lines_of("eins zwei", 4) == ["eins", "zwei"]
    assert style.lines_of("a & b", 9) == ["a &amp; b"]
    assert style.lines_of("", 9) == [""]
    assert max(map(len, style.lines_of("wort " * 30, 46))) <= 46


def test_hovering_leaves_out_empty_parts() -> None:
    assert statements.hover_lines("Rheine", "", "zwei") == "Rheine<br>zwei"
    assert (
        statements.hover_lines("wort " * 11)
        == "wort wort wort wort wort wort wort wort wort wort<br>wort"
    )


def test_rows_are_records_without_pandas_own_missing_value() -> None:
    rows = table("fact | paragraph\n1 | 2\n2 |")

    assert [row["paragraph"] for row in facts.records(rows)] == [2, None]


def test_parts_that_say_nothing_are_left_out() -> None:
    assert statements.joined("a", "", "b") == "a · b"
    assert statements.unique(["a", None, "b", "a", float("nan"), ""]) == ["a", "b"]
    assert statements.filled(None) == ""
    assert statements.filled(3) == "3"
    assert statements.filled("x", "figure.source") == "Quelle: x"


def test_places_stand_in_the_order_of_their_keys_and_rows_as_they_came() -> None:
    rows = table("fact | region | place\n1 | 05566 | B\n2 | 05158 | A\n3 | 05566 | B")

    found = [(place, [row["fact"] for row in here]) for place, here in statements.by_place(rows)]
    assert found == [("A", [2]), ("B", [1, 3])]


def test_a_row_of_another_table_keeps_its_own_key() -> None:
    assert statements.key_of({"fact": 1}, "funding") == style.keyed("funding", 1)
    row = {"fact": 1, "fact_table": "carriers"}
    assert statements.key_of(row, "funding") == style.keyed("carriers", 1)


def test_a_mark_is_filled_where_it_is_sure() -> None:
    canvas = Canvas()
    canvas.mark(0, 0, Mark("circle", "#0072b2"), "a:1", "")
    canvas.mark(0, 1, Mark("circle", "#0072b2", is_sure=False), "a:2", "")
    (marks,) = canvas.finished().select_traces({"mode": "markers"})

    assert list(marks.marker.color) == ["#0072b2", "white"]
    assert list(marks.marker.line.color) == ["#0072b2", "#0072b2"]


def test_a_chart_does_not_zoom_and_writes_numbers_in_german() -> None:
    figure = go.Figure(go.Scatter(x=[1], y=[1]), style.layout(300))

    assert figure.layout.separators == ",."
    assert figure.layout.dragmode is False
    assert figure.layout.clickmode == "event+select"
    assert (figure.layout.xaxis.fixedrange, figure.layout.yaxis.fixedrange) == (True, True)
    assert figure.layout.height == 300


def test_a_sheet_reads_downwards_and_its_legend_is_not_clickable() -> None:
    canvas = Canvas()
    canvas.heading("Rheine")
    figure = canvas.finished()

    assert figure.layout.yaxis.range[0] > figure.layout.yaxis.range[1] == 0
    assert tuple(figure.layout.xaxis.range) == (0, 1)
    assert figure.layout.legend.itemclick is False
    assert figure.layout.legend.itemdoubleclick is False


def test_words_without_a_fact_cannot_be_clicked() -> None:
    canvas = Canvas()
    canvas.lines("leise", quiet=True)
    canvas.lines("laut", "a:1", "mehr")
    quiet, loud = canvas.finished().select_traces({"mode": "text"})

    assert (quiet.hoverinfo, loud.hoverinfo) == ("skip", "text")
    assert (list(loud.customdata), list(loud.hovertext)) == (["a:1"], ["mehr"])


def test_a_finished_figure_is_handed_out_as_it_was_made() -> None:
    figure = go.Figure(go.Scatter(x=[1], y=[2]))

    assert Ready(figure).to_dict() == figure.to_dict()
    assert pd.Series(Ready(figure).to_dict()["data"][0]["x"]).tolist() == [1]
