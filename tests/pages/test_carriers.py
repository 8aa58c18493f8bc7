"""The page Träger: one place as a flow, all places as a matrix."""

from tests.pages.conftest import Open

PAGE = "pages/carriers.py"


def test_first_core_place_with_facts_is_picked(open_page: Open) -> None:
    app = open_page(PAGE, teil="flow")

    assert app.selectbox(key="ort-allein").value == "05158"


def test_municipality_stands_with_its_district(open_page: Open) -> None:
    app = open_page(PAGE, teil="flow")
    app.selectbox(key="ort-allein").set_value("05566076").run()

    assert not app.exception
    assert any("ihrem Kreis" in each.value for each in app.markdown)


def test_place_of_which_nothing_is_known_gets_a_sentence(open_page: Open) -> None:
    app = open_page(PAGE)
    app.multiselect(key="orte").set_value(["05113"]).run()

    assert not app.exception
    assert any("nichts bekannt" in each.value for each in app.info)
