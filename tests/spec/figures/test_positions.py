"""Posts and persons: which bar or mark, how long, in which fill, with which words."""

from itertools import pairwise

import pandas as pd
import plotly.graph_objects as go
import pytest

from kim.tables import package
from tests.spec.reading import canvas, hovers, legend, points, says, table
from ui.figures import development, style
from ui.figures import positions as figures

SAME = {
    "place": "Rheine",
    "region": "05566076",
    "module": "2",
    "function": "case_management",
    "certainty": "exact",
    "unit": "posts",
    "measure": "total",
    "status": "established",
    "employer": None,
    "employer_name": None,
    "workplace": None,
    "area": None,
    "valid_until": None,
    "pay_group": None,
    "basis": "stated",
    "note": None,
    "held_from": "2022-01-01",
    "source_title": "Vermerk",
    "is_read_from_text": True,
}


def marks(figure: go.Figure) -> list[str]:
    """Kind, value, look and words of every figure drawn, from top to bottom."""
    return [line for line in rows(figure) if line.startswith(("bar ", "scatter "))]


def rows(figure: go.Figure) -> list[str]:
    """Headings, names of places ("|" behind them) and figures with their words, from top to bottom."""
    drawn = [each for each in points(figure) if each["trace"].get("name") != figures.TARGETS]
    words = {each["key"]: each["text"] for each in drawn if each["mode"] == "text" and each["key"]}
    found = []
    for each in drawn:
        place, is_named, said = words.get(each["key"], "").rpartition("**: ")
        if each["mode"] == "text" and not each["key"]:
            found.append((each["y"], f"# {each['text']}"))
        elif each["mode"] == "text":
            found += [(each["y"], f"{place.removeprefix('**')} |")] if is_named else []
        else:
            look = f"{each['kind']} {each['x']:g} {each['symbol']} {each['fill']} {each['edge']}"
            found.append((each["y"], f"{look} {said}{each['key']}"))
    return [line for _, line in sorted(found)]


def headings(figure: go.Figure) -> list[str]:
    return [line for line in rows(figure) if line.startswith("# ")]


STATES = """
    fact | status      | quantity
    1    | planned     | 1
    2    | funded      | 12
    3    | established | 3.5
    4    | filled      | 1234.5
"""


def test_each_state_of_a_total_is_a_bar_in_its_own_colour() -> None:
    figure = figures.by_place(table(STATES, **SAME), "posts")

    says(
        marks(figure),
        """
        bar 1 #c07f00 #c07f00 1 geplant · 2022 -> positions 1
        bar 12 #3a94d0 #3a94d0 12 gefördert · 2022 -> positions 2
        bar 3.5 #0072b2 #0072b2 3,5 eingerichtet · 2022 -> positions 3
        bar 1234.5 #00664b #00664b 1.234,5 besetzt · 2022 -> positions 4
        """,
    )
    says(
        legend(figure),
        """
        square #c07f00 geplant
        square #3a94d0 gefördert
        square #0072b2 eingerichtet
        square #00664b besetzt
        """,
    )


def test_unproven_claimed_and_inferred_figures() -> None:
    written = """
        fact | quantity | is_read_from_text | basis    | certainty
        1    | 3        | nein              | stated   | exact
        2    | 4        | ja                | claimed  | at_most
        3    | 5        | ja                | inferred | about
        4    | 6        | nein              | inferred | at_least
    """
    says(
        marks(figures.by_place(table(written, **SAME), "posts")),
        """
        bar 3 white #0072b2 (3) eingerichtet · 2022 -> positions 1
        bar 4 white #0072b2 (bis zu 4) eingerichtet · 2022 · behauptet -> positions 2
        bar 5 #0072b2 #0072b2 ca. 5 eingerichtet · 2022 · erschlossen -> positions 3
        bar 6 white #0072b2 (mindestens 6) eingerichtet · 2022 · erschlossen -> positions 4
        """,
    )


def test_increase_part_and_unknown_number_are_marks_and_no_bars() -> None:
    written = """
        fact | quantity | measure  | certainty | status  | is_read_from_text
        1    | 1.9      | increase | exact     | planned | ja
        2    | 2        | subset   | exact     | filled  | ja
        3    |          | total    | unknown   | filled  | ja
        4    |          | increase | unknown   | funded  | nein
        5    | 0        | total    | exact     | filled  | ja
        6    | 1        | increase | exact     | planned | nein
    """
    figure = figures.by_place(table(written, **SAME), "posts")

    says(
        marks(figure),
        """
        scatter 1.9 diamond #c07f00 +1,9 geplant · 2022 -> positions 1
        scatter 2 pentagon #00664b davon 2 besetzt · 2022 -> positions 2
        scatter 0 x-thin-open #00664b Zahl nicht genannt: besetzt · 2022 -> positions 3
        scatter 0 x-thin-open #3a94d0 Zahl nicht genannt: gefördert · 2022 -> positions 4
        bar 0 #00664b #00664b 0 besetzt · 2022 -> positions 5
        scatter 1 diamond-open #c07f00 (+1) geplant · 2022 -> positions 6
        """,
    )
    says(
        legend(figure),
        """
        square #c07f00 geplant
        square #3a94d0 gefördert
        square #00664b besetzt
        diamond #5f6b76 Zuwachs
        pentagon #5f6b76 Teilmenge
        x-thin-open #5f6b76 Zahl nicht genannt
        square white unsicher
        """,
    )


def test_what_is_applied_for_partly_filled_vacant_or_cut_is_a_mark_of_its_own_and_no_bar() -> None:
    written = """
        fact | quantity | status        | measure  | is_read_from_text
        1    | 2        | applied_for   | total    | ja
        2    | 4        | partly_filled | total    | ja
        3    | 3        | vacant        | total    | ja
        4    | 5        | cut           | total    | ja
        5    | 1        | cut           | subset   | ja
        6    | 6        | vacant        | total    | nein
        7    |          | partly_filled | total    | ja
        8    | 1        | applied_for   | increase | nein
    """
    figure = figures.by_place(table(written, **SAME | {"certainty": "exact"}), "posts")

    says(
        marks(figure),
        """
        scatter 2 triangle-up #9a5b00 2 beantragt · 2022 -> positions 1
        scatter 4 circle #2a7f74 4 teilweise besetzt · 2022 -> positions 2
        scatter 3 hourglass #7a3b78 3 unbesetzt · 2022 -> positions 3
        scatter 5 x #5f6b76 5 weggefallen · 2022 -> positions 4
        scatter 1 x #5f6b76 davon 1 weggefallen · 2022 -> positions 5
        scatter 6 hourglass-open #7a3b78 (6) unbesetzt · 2022 -> positions 6
        scatter 0 x-thin-open #2a7f74 Zahl nicht genannt: teilweise besetzt · 2022 -> positions 7
        scatter 1 triangle-up-open #9a5b00 (+1) beantragt · 2022 -> positions 8
        """,
    )


def test_every_state_has_its_own_look() -> None:
    states = set(package().vocabularies["position_status"])
    assert set(style.STATUS_COLOURS) == states
    assert len(set(style.STATUS_COLOURS.values())) == len(states)
    assert len(set(style.STATUS_SYMBOLS.values())) == len(style.STATUS_SYMBOLS)
    assert not {"planned", "funded", "established", "filled"} & set(style.STATUS_SYMBOLS)


def test_a_post_says_its_pay_group_and_until_when_it_is_limited() -> None:
    written = """
        fact | quantity | pay_group | valid_until
        1    | 1        | S 12      | 2025-12-31
        2    | 2        |           | 2025
        3    | 3        | E 9b      |
    """
    says(
        marks(figures.by_place(table(written, **SAME), "posts")),
        """
        bar 1 #0072b2 #0072b2 1 eingerichtet · 2022 · S 12 · bis 31.12.2025 -> positions 1
        bar 2 #0072b2 #0072b2 2 eingerichtet · 2022 · bis 2025 -> positions 2
        bar 3 #0072b2 #0072b2 3 eingerichtet · 2022 · E 9b -> positions 3
        """,
    )


def test_two_pay_groups_develop_in_strips_of_their_own() -> None:
    written = """
        fact | quantity | pay_group | held_from
        1    | 1        | S 12      | 2021-01-01
        2    | 2        | S 12      | 2022-01-01
        3    | 3        | E 9b      | 2021-01-01
        4    | 4        | E 9b      | 2022-01-01
    """
    figure = development.over_time(table(written, **SAME))

    assert [line for line in headings(figure) if "S 12" in line or "E 9b" in line] != []
    assert len({trace.yaxis for trace in figure.data if trace.yaxis in {"y2", "y3", "y4"}}) == 2


def lines_of_words(figure: go.Figure) -> list[str]:
    """The lines of the words above the figures, as they are drawn."""
    written = [each for each in figure.select_traces({"mode": "text"}) if any(each.customdata)]
    return [line for trace in written for words in trace.text for line in words.split("<br>")]


def test_the_words_of_a_figure_stand_left_aligned_above_it_and_fit_a_narrow_screen() -> None:
    written = """
        fact | quantity | certainty | basis   | measure  | area
        1    |          | unknown   | stated  | total    |
        2    | 1.9      | at_least  | claimed | total    | kreisangehörige Kommunen
        3    | 1.9      | exact     | stated  | increase |
    """
    figure = figures.by_place(table(written, **SAME), "posts")
    (words,) = [each for each in figure.select_traces({"mode": "text"}) if any(each.customdata)]

    assert words.textposition == "bottom right"
    assert set(words.x) == {0}
    assert max(map(len, lines_of_words(figure))) <= 52 + len("<b></b>")
    assert "<b>Rheine</b>: Zahl nicht genannt: eingerichtet · 2022" in lines_of_words(figure)


def test_bars_have_the_whole_width_and_no_name_stands_beside_them() -> None:
    figure = figures.by_place(table(STATES, **SAME), "posts")

    assert figure.layout.margin.l + figure.layout.margin.r <= 24
    assert list(figure.layout.yaxis.tickvals or ()) == []
    assert (
        max(bar for each in figure.data if each.type == "bar" for bar in each.x)
        == (figure.layout.xaxis.range[1])
    )
    assert figure.layout.xaxis.range[1] < 1.05 * 1234.5
    assert figure.layout.xaxis.tickangle == 0


def test_a_figure_has_room_for_all_its_words_and_no_more() -> None:
    written = """
        fact | quantity | certainty | basis    | measure | area
        1    | 2        | exact     | stated   | total   |
        2    | 2        | exact     | inferred | total   | kreisangehörige Kommunen und die Städteregion
        3    |          | unknown   | inferred | total   |
        4    | 2        | exact     | stated   | total   |
    """
    figure = figures.by_place(table(written, **SAME), "posts")
    (targets,) = [trace for trace in figure.data if trace.name == figures.TARGETS]
    ends = [
        (y - width / 2, y + width / 2)
        for y, width in sorted(zip(targets.y, targets.width, strict=True))
    ]

    assert [round(end - start) for start, end in ends] == [50, 69, 69, 50]
    assert all(round(end) == round(start) for (_, end), (start, _) in pairwise(ends))


def test_rows_stand_by_module_and_place_in_the_order_given() -> None:
    written = """
        fact | module | place           | region   | quantity | held_from
        1    | 1      | Kreis Steinfurt | 05566    | 2        | 2021-06-01
        2    | 1      | Kreis Steinfurt | 05566    | 3        |
        3    | 1      | Rheine          | 05566076 | 1        | 2022-01-01
        4    | 3      | Rheine          | 05566076 | 1        | 2022-01-01
        5    |        | Rheine          | 05566076 | 1        | 2022-01-01
    """
    figure = figures.by_place(table(written, **SAME), "posts")

    says(
        rows(figure),
        """
        # **Baustein 1: Koordinierung**
        Kreis Steinfurt |
        bar 2 #0072b2 #0072b2 2 eingerichtet · 2021 -> positions 1
        bar 3 #0072b2 #0072b2 3 eingerichtet -> positions 2
        Rheine |
        bar 1 #0072b2 #0072b2 1 eingerichtet · 2022 -> positions 3
        # **Baustein 3: Ausländer- und** **Einbürgerungsbehörden**
        Rheine |
        bar 1 #0072b2 #0072b2 1 eingerichtet · 2022 -> positions 4
        # **Ohne Angabe des Bausteins**
        Rheine |
        bar 1 #0072b2 #0072b2 1 eingerichtet · 2022 -> positions 5
        """,
    )


def test_axis_begins_at_zero_ends_with_the_figures_and_names_the_unit() -> None:
    posts = figures.by_place(table(STATES, **SAME), "posts")
    persons = figures.by_place(table(STATES, **SAME | {"unit": "persons"}), "persons")

    assert list(posts.layout.xaxis.range) == [0, 1234.5 * 1.02]
    assert list(posts.layout.xaxis.tickvals) == [0, 500, 1000]
    assert list(posts.layout.xaxis.ticktext) == ["0", "500<br>Stellen", "1.000"]
    assert persons.layout.xaxis.ticktext[1] == "500<br>Personen"
    states = (("unbesetzt", "nicht eingestellt"), ("teilweise", "zum Teil"), ("besetzt", "tätig"))
    told = "\n".join(marks(posts))
    for of_posts, of_persons in states:
        told = told.replace(of_posts, of_persons)
    assert "\n".join(marks(persons)) == told


def test_axis_of_nothing_but_unknown_numbers_has_a_length() -> None:
    figure = figures.by_place(table("fact | quantity\n1 | ", **SAME), "posts")

    assert list(figure.layout.xaxis.range) == [0, 1]


def test_the_other_unit_is_left_out() -> None:
    written = table("fact | unit | quantity\n1 | posts | 1\n2 | persons | 9", **SAME)

    assert [line[-1] for line in marks(figures.by_place(written, "posts"))] == ["1"]
    assert [line[-1] for line in marks(figures.by_place(written, "persons"))] == ["2"]


def test_hovering_names_place_value_function_employer_area_and_source() -> None:
    written = """
        fact | quantity | employer_name   | area    | basis    | note
        1    | 3.5      | Kreis Steinfurt | Norden  | stated   | neu
        2    | 2        |                 |         | claimed  |
        3    | 1        |                 |         | inferred | weil so
    """
    says(
        hovers(figures.by_place(table(written, **SAME), "posts")),
        """
        positions 1: Rheine 3,5 eingerichtet · 2022 Case Management Anstellung: Kreis Steinfurt Gebiet: Norden ab 01.01.2022 Quelle: Vermerk Anklicken oder noch einmal tippen zeigt den Beleg
        positions 2: Rheine (2) eingerichtet · 2022 behauptet, nicht bestätigt Case Management ab 01.01.2022 Quelle: Vermerk Anklicken oder noch einmal tippen zeigt den Beleg
        positions 3: Rheine 1 eingerichtet · 2022 von uns erschlossen: weil so Case Management ab 01.01.2022 Quelle: Vermerk Anklicken oder noch einmal tippen zeigt den Beleg
        """,
    )


def test_a_bar_of_a_part_of_the_place_says_which() -> None:
    written = """
        fact | quantity | area
        1    | 6        | Kommunen
        2    | 2        |
    """

    assert [
        line.split("#0072b2 ")[-1]
        for line in marks(figures.by_place(table(written, **SAME), "posts"))
    ] == [
        "6 eingerichtet · 2022 · Kommunen -> positions 1",
        "2 eingerichtet · 2022 -> positions 2",
    ]


def test_posts_of_different_functions_in_one_module_say_their_function() -> None:
    written = """
        fact | module | place           | region | quantity | function
        1    | 1      | Kreis Coesfeld  | 05558  | 3.5      | coordination
        2    | 1      | Kreis Coesfeld  | 05558  | 0.5      | assistance
        3    | 1      | Kreis Steinfurt | 05566  | 2        | assistance
    """

    assert [
        line.split("#0072b2 ")[-1].partition(" -> ")[0]
        for line in marks(figures.by_place(table(written, **SAME), "posts"))
    ] == [
        "3,5 eingerichtet · 2022 · Koordinierung",
        "0,5 eingerichtet · 2022 · Verwaltungsassistenz",
        "2 eingerichtet · 2022",
    ]


def test_the_whole_line_of_a_figure_can_be_clicked() -> None:
    figure = figures.by_place(table(STATES, **SAME), "posts")
    (targets,) = [trace for trace in figure.data if trace.name == figures.TARGETS]

    assert list(targets.customdata) == [f"positions:{fact:016x}" for fact in (1, 2, 3, 4)]
    assert set(targets.x) == {1234.5 * 1.02}
    assert targets.marker.color == "rgba(0,0,0,0)"
    assert (targets.type, targets.orientation, targets.showlegend) == ("bar", "h", False)
    drawn = figure.select_traces(lambda trace: trace.type == "bar" and trace != targets)
    bars = sorted(y for trace in drawn for y in trace.y)
    rows_of = zip(bars, targets.y, targets.width, strict=True)
    assert all(y - width / 2 < bar < y + width / 2 for bar, y, width in rows_of)
    assert figure.layout.barmode == "overlay"


def test_forty_figures_are_drawn_and_the_rest_is_counted() -> None:
    lines = "\n".join(f"{number} | 1" for number in range(41))
    written = table("fact | quantity\n" + lines, **SAME)

    assert len(marks(figures.by_place(written, "posts"))) == 40
    assert headings(figures.by_place(written, "posts"))[-1].endswith("… weitere 1 in der Tabelle**")
    assert len(headings(figures.by_place(written.head(40), "posts"))) == 1


SERIES = """
    fact | module | status | quantity | held_from  | is_read_from_text | employer
    1    | 2      | filled | 1.9      | ../2022    | ja                |
    2    | 2      | filled | 3.5      | 2022       | nein              |
    3    |        | funded | 7        | 2021-01-01 | nein              | kreis
    4    |        | funded | 10       | 2023-05-01 | ja                | kreis
"""


def strips(figure: go.Figure) -> list[str]:
    return [
        f"{each['trace']['yaxis']} {str(each['x'])[:10]} {each['y']:g} {each['symbol']} "
        f"{each['trace']['marker']['color']} {each['text']}{each['key']}"
        for each in points(figure)
        if each["mode"] == "markers+text" and each["trace"]["yaxis"] != "y"
    ]


def courses(figure: go.Figure) -> list[str]:
    return [
        f"{trace.yaxis} {trace.line.color} {trace.line.dash} "
        + " ".join(f"{str(x)[:10]}:{y:g}" for x, y in zip(trace.x, trace.y, strict=True))
        for trace in figure.select_traces({"mode": "lines"})
    ]


def test_development_is_level_until_a_change_may_begin_and_again_once_it_must_be_done() -> None:
    figure = development.over_time(table(SERIES, **SAME))

    says(
        courses(figure),
        """
        y2 #00664b dot 2022-01-01:1.9 2022-01-01:1.9 2022-12-31:3.5
        y3 #3a94d0 dot 2021-01-01:7 2023-05-01:7 2023-05-01:10
        """,
    )
    says(
        strips(figure),
        """
        y2 2022-01-01 1.9 circle #00664b 1,9 · bis 2022 -> positions 1
        y2 2022-12-31 3.5 circle-open #00664b (3,5) · 2022 -> positions 2
        y3 2021-01-01 7 circle-open #3a94d0 (7) · 2021 -> positions 3
        y3 2023-05-01 10 circle #3a94d0 10 · 2023 -> positions 4
        """,
    )
    says(
        canvas(figure),
        """
        **Rheine, Baustein 2, besetzt,** **Case Management**
        **Rheine, gefördert, Case** **Management**
        Strich: irgendwann darin schräg: Zeitpunkt nicht gesagt
        """,
    )
    says(
        hovers(figure),
        """
        positions 1: Rheine 1,9 besetzt · bis 2022 Case Management seit wann, ist nicht gesagt; bis 2022, Tag nicht genannt Quelle: Vermerk Anklicken oder noch einmal tippen zeigt den Beleg
        positions 2: Rheine (3,5) besetzt · 2022 Case Management ab 2022, Tag nicht genannt Quelle: Vermerk Anklicken oder noch einmal tippen zeigt den Beleg
        positions 3: Rheine (7) gefördert · 2021 Case Management ab 01.01.2021 Quelle: Vermerk Anklicken oder noch einmal tippen zeigt den Beleg
        positions 4: Rheine 10 gefördert · 2023 Case Management ab 01.05.2023 Quelle: Vermerk Anklicken oder noch einmal tippen zeigt den Beleg
        """,
    )
    assert legend(figure) == ["square white unsicher"]


def test_the_dash_of_a_year_is_the_year_and_its_name_stands_in_its_middle() -> None:
    figure = development.over_time(table(SERIES, **SAME))
    drawn = next(trace for trace in figure.data if trace.mode == "markers+text")
    day = 24 * 60 * 60 * 1000

    assert list(drawn.error_x.array) == [0, 0]
    assert list(drawn.error_x.arrayminus) == [0, 364 * day]
    assert figure.layout.xaxis2.ticklabelmode == "period"


def test_each_total_lies_on_the_line_of_its_series() -> None:
    figure = development.over_time(table(SERIES, **SAME))
    lines = list(figure.select_traces({"mode": "lines"}))
    points = list(figure.select_traces({"mode": "markers+text"}))

    assert len(lines) == len(points) == 2
    for line, point in zip(lines, points, strict=True):
        assert set(zip(point.x, point.y, strict=True)) <= set(zip(line.x, line.y, strict=True))


@pytest.mark.parametrize(
    ("first", "then", "sides"),
    [
        (2, 4, ["bottom right", "top left"]),
        (4, 2, ["top right", "bottom left"]),
        (2, 2, ["top right", "top left"]),
        (1, 9, ["top right", "top left"]),  # no room above the years
    ],
)
def test_the_line_crosses_no_words(first: int, then: int, sides: list[str]) -> None:
    written = f"fact | quantity | held_from\n1 | {first} | 2021\n2 | {then} | 2023"
    figure = development.over_time(table(written, **SAME))
    (points,) = figure.select_traces({"mode": "markers+text"})

    assert list(points.textposition) == sides


def test_a_change_may_begin_as_soon_as_the_older_number_may_have_ended() -> None:
    """The newer one is of a document of 2023, the older one may have ended in 2021."""
    written = """
        fact | quantity | held_from
        1    | 1.5      | ../2021
        2    | 2        | [2023-01-06..2023-02-13]
    """

    says(
        courses(development.over_time(table(written, **SAME))),
        "y2 #0072b2 solid 2021-01-01:1.5 2021-01-01:1.5 2023-02-13:2",
    )


def test_a_document_that_is_not_before_a_year_is_not_of_a_span_until_we_had_it() -> None:
    dated = {"held_from": "2022-12/2026", "as_of": None, "source_date": "[2022-12-01..]"}
    written = table("fact | quantity\n1 | 2", **(SAME | dated))
    bounds = {
        "held_from_latest": "2026-11-22",
        "held_until_earliest": None,
        "held_until_latest": None,
    }
    for day, value in bounds.items():
        written[day] = pd.to_datetime(pd.Series([value]))

    assert "· ab 2022" in hovers(figures.by_place(written, "posts"))[0]


def test_only_a_development_of_nothing_but_proven_figures_has_a_solid_line() -> None:
    for read, dash in (("ja ja", "solid"), ("ja nein", "dot"), ("nein ja", "dot")):
        first, second = read.split()
        written = f"""
            fact | quantity | held_from  | is_read_from_text
            1    | 1        | 2021-01-01 | {first}
            2    | 2        | 2022-01-01 | {second}
        """
        (course,) = development.over_time(table(written, **SAME)).select_traces({"mode": "lines"})
        assert course.line.dash == dash


def test_a_figure_that_may_have_followed_stands_in_words_beside_the_certain_one() -> None:
    """A series of nothing but possible figures is shown, each said to be possible."""
    written = """
        fact | module | quantity | held_from | is_certain | status
        1    | 2      | 1.9      | ../2022   | ja         | filled
        2    | 2      | 3.5      | 2022      | nein       | filled
        3    | 3      | 1.5      | 2022      | nein       | funded
    """
    figure = figures.by_place(table(written, **SAME), "posts")

    says(
        hovers(figure),
        """
        positions 1: Rheine 1,9 besetzt · bis 2022 vielleicht schon 3,5 (ab 2022, Tag nicht genannt) Case Management seit wann, ist nicht gesagt; bis 2022, Tag nicht genannt Quelle: Vermerk Anklicken oder noch einmal tippen zeigt den Beleg
        positions 3: Rheine 1,5 gefördert · 2022 · möglich Case Management ab 2022, Tag nicht genannt · am gewählten Tag nicht sicher Quelle: Vermerk Anklicken oder noch einmal tippen zeigt den Beleg
        """,
    )


def test_axes_of_development_begin_at_zero_and_name_unit_and_date() -> None:
    figure = development.over_time(table(SERIES, **SAME))

    layout = figure.layout

    assert [list(axis.range) for axis in (layout.yaxis2, layout.yaxis3)] == [[0, 5.25], [0, 15]]
    assert {axis.title.text for axis in (layout.yaxis2, layout.yaxis3)} == {"Stellen"}
    assert {axis.tickformat for axis in (layout.xaxis2, layout.xaxis3)} == {"%Y"}
    assert {axis.matches for axis in (layout.xaxis2, layout.xaxis3)} == {"x2"}


def test_twenty_four_series_are_drawn() -> None:
    lines = "\n".join(f"{number} | 1 | Gebiet {number}" for number in range(25))
    written = table("fact | quantity | area\n" + lines, **SAME)

    assert len({line.split()[0] for line in strips(development.over_time(written))}) == 24


def test_nothing_known_draws_nothing() -> None:
    none = table(STATES, **SAME).head(0)

    assert not figures.by_place(none, "posts").data
    assert not development.over_time(pd.DataFrame(none)).data
