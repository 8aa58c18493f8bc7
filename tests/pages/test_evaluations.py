"""The page Evaluation: the Land is always there, a town shows what its district says, unknown is said."""

from streamlit.testing.v1 import AppTest

from tests.pages.conftest import Open

PAGE = "pages/evaluations.py"


def of_place(open_page: Open, *places: str) -> str:
    app = open_page(PAGE)
    app.multiselect(key="orte").set_value(list(places)).run()
    assert not app.exception
    return matrix(app)


def matrix(app: AppTest) -> str:
    bodies = (str(each.proto.body) for each in app.get("html"))
    (found,) = (body for body in bodies if 'matrix kim-statements"' in body)
    return found


def test_land_stands_beside_the_chosen_place(open_page: Open) -> None:
    shown = of_place(open_page, "05566076")

    assert "Nordrhein-Westfalen" in shown
    for words in ("findet nicht statt", "noch nicht entschieden"):
        assert words in shown


def test_a_town_shows_what_its_district_says_with_its_name(open_page: Open) -> None:
    shown = of_place(open_page, "05382056")

    assert '<span class="kim-chip level">Rhein-Sieg-Kreis (Angaben des Kreises)</span>' in shown
    assert '<th scope="row">Rhein-Sieg-Kreis' not in shown


def test_place_without_evaluation_is_unknown(open_page: Open) -> None:
    assert ". nichts gefunden" in of_place(open_page, "05158016")
