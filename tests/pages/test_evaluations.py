"""The page Evaluation: the Land is always there, undecided and unknown are told apart."""

from tests.pages.conftest import Open

PAGE = "pages/evaluations.py"


def chart(app: object) -> str:
    return str(app.get("plotly_chart")[0].proto.spec)  # type: ignore[attr-defined]


def test_land_stands_beside_the_chosen_place(open_page: Open) -> None:
    app = open_page(PAGE)
    app.multiselect(key="orte").set_value(["05566076"]).run()

    assert not app.exception
    shown = chart(app)
    assert "Ebene Land" in shown
    for words in ("findet nicht statt", "noch nicht entschieden"):
        assert words in shown


def test_place_without_evaluation_is_unknown(open_page: Open) -> None:
    app = open_page(PAGE)
    app.multiselect(key="orte").set_value(["05158016"]).run()

    assert "nichts bekannt" in chart(app)
