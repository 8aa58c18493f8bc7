"""The Land at once: a class for each district, what a tile says, and the finding of the overview."""

from kim import coverage, queries
from kim.answers.land import classed, known_of_towns, overview_finding
from kim.answers.measures import CLASSES, Classed, Measure
from tests.spec.found.conftest import Knows
from tests.spec.told import Told, view
from ui.figures.theme_map import in_words, theme_map

READ = "gelesen-2022 | 1 | einmal"


def classes(told: Told, measure: Measure) -> dict[str, tuple[str, str]]:
    found = told.ask(classed, measure, view(""))
    return {each.name: (each.of_class, each.words) for each in found}


def posts(knows: Knows, quantity: str) -> Told:
    return knows(
        positions=f"""
            region | module | function        | quantity   | certainty | unit  | measure | status | as_of | source      | paragraph | anchor      | basis
            05558  | 2      | case_management | {quantity} | exact     | posts | total   | filled | 2022  | {READ} | stated
        """,
        indicators=f"""
            region | indicator  | value  | certainty | as_of | source | paragraph | anchor | basis
            05558  | population | 100000 | exact     | 2018  | {READ} | stated
        """,
    )


def test_posts_per_head_fall_into_classes(knows: Knows) -> None:
    for quantity, expected in (("2", "few"), ("2.1", "some"), ("5", "some"), ("5.1", "many")):
        found = classes(posts(knows, quantity), Measure.POSTS)
        assert found["Kreis Coesfeld"] == (expected, quantity.replace(".", ","))
        assert found["Kreis Steinfurt"] == ("nothing", "")


def test_a_number_that_cannot_be_compared_is_marked(knows: Knows) -> None:
    told = knows(
        positions=f"""
            region | module | function        | quantity | certainty | unit  | measure | status | as_of | source | paragraph | anchor | basis
            05558  | 2      | case_management | 6        | exact     | posts | total   | filled | 2022  | {READ} | claimed
        """
    )

    assert classes(told, Measure.POSTS)["Kreis Coesfeld"] == ("not_comparable", "x")


def test_evaluation_by_its_own_level(knows: Knows) -> None:
    told = knows(
        evaluations=f"""
            region | level    | status  | source | paragraph | anchor | basis
            05     | land     | running | {READ} | stated
            05558  | district | planned | {READ} | stated
            05566  | land     | running | {READ} | stated
        """
    )
    found = classes(told, Measure.EVALUATION)

    assert found["Kreis Coesfeld"] == ("planned", "")
    assert found["Kreis Steinfurt"] == ("nothing", "")


def test_who_carries_it_out_free_or_public(knows: Knows) -> None:
    told = knows(
        carriers=f"""
            region | module | organisation    | role        | source | paragraph | anchor | basis
            05558  | 2      | caritas         | carries_out | {READ} | stated
            05566  | 2      | caritas         | carries_out | {READ} | stated
            05566  | 2      | stadt-rheine    | carries_out | {READ} | stated
            05515  | 2      | kreis-steinfurt | carries_out | {READ} | stated
        """
    )
    found = classes(told, Measure.CARRIERS)

    assert found["Münster"] == ("public", "")
    assert found["Kreis Coesfeld"] == ("free", "")
    assert found["Kreis Steinfurt"] == ("both", "")


def test_a_class_that_rests_on_nothing_sure_stands_in_parentheses(knows: Knows) -> None:
    told = knows(
        carriers=f"""
            region | module | organisation | role        | source | paragraph | anchor | basis    | note
            05558  | 2      | caritas      | carries_out | {READ} | inferred | so gelesen
        """,
        evaluations="""
            region | level    | status  | source       | paragraph | anchor | basis
            05566  | district | running | vermerk-2023 |           | einmal | stated
        """,
    )

    assert classes(told, Measure.CARRIERS)["Kreis Coesfeld"] == ("free", "( )")
    assert classes(told, Measure.EVALUATION)["Kreis Steinfurt"] == ("running", "( )")
    found = told.ask(classed, Measure.CARRIERS, view(""))
    (bar, *_) = [
        bar
        for bar in theme_map(found, (("05558", 0, 0),), str(Measure.CARRIERS)).data
        if bar.customdata is not None
    ]
    assert list(bar.text) == ["<b>(COE)</b>"]


def test_the_newest_paper(knows: Knows) -> None:
    told = knows(
        objectives="""
            region | holder | kind | label | source        | paragraph | anchor      | basis
            05558  | KIM    | goal | Ziel  | gelesen-2022  | 1         | einmal      | stated
            05566  | KIM    | goal | Ziel  | web-undatiert |           | einmal      | stated
        """
    )
    found = classes(told, Measure.PAPERS)

    assert found["Kreis Coesfeld"] == ("recent", "2022")
    assert found["Kreis Steinfurt"] == ("undated", "")


def test_how_new_a_paper_is_goes_by_its_last_day(knows: Knows) -> None:
    told = knows(
        sources="source | date\n old | 2020/2021\n recent | 2023\n new | 2024",
        objectives="region | source\n 05558 | old\n 05566 | recent\n 05515 | new\n 05515 | old",
    )
    found = classes(told, Measure.PAPERS)

    assert found["Kreis Coesfeld"] == ("old", "2021")
    assert found["Kreis Steinfurt"] == ("recent", "2023")
    assert found["Münster"] == ("new", "2024")


def test_the_finding_of_the_overview_counts_totals_and_towns_with_their_district(
    knows: Knows,
) -> None:
    """A number of increases alone is none; of a part there is no share; a town is known of its district."""
    told = knows(
        positions=f"""
            region   | module | function        | quantity | certainty | unit  | measure  | status  | as_of | source | paragraph | anchor | basis
            05558    | 2      | case_management | 6        | exact     | posts | total    | filled  | 2022  | {READ} | stated
            05566    | 2      | case_management | 7        | exact     | posts | increase | planned | 2022  | {READ} | stated
            05566076 | 2      | case_management | 1        | exact     | posts | total    | filled  | 2022  | {READ} | stated
            05515    | 2      | case_management | 9        | exact     | posts | total    | filled  | 2022  | {READ} | stated
            05515    | 2      | case_management | 7        | exact     | posts | increase | planned | 2023  | {READ} | stated
        """,
        indicators=f"""
            region | indicator  | value  | certainty | as_of | source | paragraph | anchor | basis
            05558  | population | 100000 | exact     | 2018  | {READ} | stated
            05515  | population | 100000 | exact     | 2018  | {READ} | stated
        """,
    )
    counts = told.ask(queries.coverage, view(""), coverage.subjects())
    (land, *chosen) = told.ask(overview_finding, view("05558"), coverage.by_district(counts))

    assert land.startswith("Zu 3 von ")
    assert land.endswith(
        " Eine Gesamtzahl zum Case Management steht bei 2 Kreisen und kreisfreien Städten;"
        " je Einwohner vergleichbar ist sie bei 1 davon."
    )
    assert chosen == ["Im Kreis Coesfeld sind im Case Management 6 Stellen besetzt."]


def test_a_map_draws_each_district_in_the_colour_of_its_class(knows: Knows) -> None:
    found = posts(knows, "6").ask(classed, Measure.POSTS, view(""))
    figure = theme_map(found, (("05558", 0, 0), ("05566", 1, 0)), str(Measure.POSTS))
    drawn = [bar for bar in figure.data if bar.customdata is not None]
    named = [bar.name for bar in figure.data if bar.name]

    assert [(bar.customdata, bar.marker.color, bar.text) for bar in drawn] == [
        (("05566",), "#ffffff", ("<b>ST</b>",)),
        (("05558",), "#2b75b0", ("<b>COE</b><br>6",)),
    ]
    assert len(named) == len(CLASSES[Measure.POSTS])


def classed_as(*found: tuple[str, str, str, float | None]) -> list[Classed]:
    return [
        Classed("", name, of_class, words, "", number) for name, of_class, words, number in found
    ]


def test_a_map_is_told_in_words_by_counts_few_names_and_extremes() -> None:
    posts = classed_as(
        ("Kreis Borken", "nothing", "", None),
        ("Kreis Coesfeld", "many", "(7,2)", 7.2),
        ("Kreis Steinfurt", "few", "0,4", 0.4),
        ("Bonn", "few", "1", 1.0),
        ("Herne", "few", "0,4", 0.4),
        ("Hagen", "few", "2", 2.0),
    )

    assert in_words(posts, str(Measure.POSTS)) == (
        "Karte der 6 Kreise und kreisfreien Städte."
        " Stellen im Case Management je 100.000 Einwohner: 1-mal über 5 (Kreis Coesfeld),"
        " 4-mal bis 2, 1-mal nichts gefunden."
        " Der höchste Wert ist (7,2) (Kreis Coesfeld), der niedrigste 0,4 (Kreis Steinfurt und Herne)."
        " Jeden Ort nennt die Tabelle unter der Karte."
    )


def test_a_map_without_two_numbers_has_no_extremes() -> None:
    one = classed_as(("Bonn", "few", "1", 1.0), ("Herne", "not_comparable", "x", None))
    words = in_words(one, str(Measure.POSTS))

    assert "1-mal bis 2 (Bonn), 1-mal Zahl nicht vergleichbar (Herne)." in words
    assert "Wert" not in words


def test_posts_per_head_keep_their_number(knows: Knows) -> None:
    found = posts(knows, "2.04").ask(classed, Measure.POSTS, view(""))

    assert {each.number for each in found} == {None, 2.04}
    assert [each.words for each in found if each.number] == ["2"]


def test_a_district_of_whose_towns_alone_something_is_found_says_that_it_is_theirs(
    knows: Knows,
) -> None:
    told = knows(
        evaluations=f"""
            region   | level | status  | source | paragraph | anchor | basis
            05566076 | local | planned | {READ} | stated
        """
    )
    by_name = {each.name: each for each in told.ask(classed, Measure.EVALUATION, view(""))}

    assert by_name["Kreis Steinfurt"].of_class == "in_towns"
    assert by_name["Kreis Steinfurt"].words == ""
    assert "Rheine" in by_name["Kreis Steinfurt"].sentence
    assert by_name["Kreis Coesfeld"].of_class == "nothing"


def test_the_own_place_stands_first_on_the_overview_and_is_said_once(knows: Knows) -> None:
    told = posts(knows, "2")

    def found(places: str, own: str | None) -> tuple[str, ...]:
        counts = coverage.by_district(queries.coverage(view(""), coverage.subjects()))
        return overview_finding(view(places), counts, own)

    own, land = told.ask(found, "05558 05566", "05558")
    assert own.startswith("Im Kreis Coesfeld sind im Case Management 2 Stellen besetzt")
    assert land.startswith("Zu ")
    assert len(told.ask(found, "05558", "05558")) == 2
    assert told.ask(found, "05558 05566", None)[0].startswith("Zu ")
    assert "Besetzt: Kreis Coesfeld mit 2 Stellen." in told.ask(found, "05558 05566", None)
    assert told.ask(found, "05558 05566 05566076 05", None)[1:] == (
        "1 von 4 gewählten Orten nennt eine Zahl zum Case Management.",
    )


def test_of_whose_towns_a_question_is_answered(knows: Knows) -> None:
    told = knows(
        positions=f"""
            region   | module | function        | quantity | certainty | unit  | measure | status | as_of | source | paragraph | anchor | basis
            05566076 | 2      | case_management | 3.5      | exact     | posts | total   | filled | 2022  | {READ} | stated
        """
    )

    assert told.ask(known_of_towns, ("case_management_posts",), view("")) == {"05566"}
    assert told.ask(known_of_towns, ("total_cost",), view("")) == frozenset()
