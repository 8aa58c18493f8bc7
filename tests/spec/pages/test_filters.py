"""The one line of filters: what its labels say, what a page adds, the way back to the preset."""

from types import SimpleNamespace

import pytest
from streamlit.proto.SelectWidgetFilterMode_pb2 import SelectWidgetFilterMode
from streamlit.testing.v1 import AppTest

from kim.queries import View
from tests.spec.pages.conftest import RHEINE, STEINFURT, Open
from tests.spec.screen import container, printed
from ui import navigation, widgets
from ui.widgets import frame
from ui.widgets.frame import CORE_PLACES

OWN = "05566076"


def labels(app: AppTest) -> list[str]:
    """What the line says, from left to right."""
    children = container(app, "filters").children.values()
    return [
        each.proto.popover.label if each.type == "popover" else f"<{each.proto.label}>"
        for each in children
    ]


@pytest.mark.parametrize(
    ("asked", "places", "day"),
    [
        ({}, "7 Orte", "Stand: heute"),
        ({"ort": OWN}, "**Rheine** und 6 _Orte_", "Stand: heute"),
        ({"ort": "05515"}, "**Münster** und 7 _Orte_", "Stand: heute"),
        ({"orte": RHEINE}, "Rheine", "Stand: heute"),
        ({"orte": "", "ort": OWN}, "Rheine", "Stand: heute"),
        ({"orte": ""}, "Kein Ort gewählt", "Stand: heute"),
        ({"orte": [RHEINE, STEINFURT]}, "2 Orte", "Stand: heute"),
        ({"stand": "2022-12-31"}, "7 Orte", "_Stand:_ 31.12.2022"),
        ({"kenntnis": "2026-01-02"}, "7 Orte", "Stand: heute, bekannt am 02.01.2026"),
    ],
)
def test_the_line_says_what_is_chosen(
    page: Open, asked: dict[str, str], places: str, day: str
) -> None:
    said = [each.replace("\\", "") for each in labels(page("timeline", **asked))]
    assert said == [places, day, *["<Zurücksetzen>"] * bool(asked)]


@pytest.mark.parametrize(
    ("asked", "label"),
    [
        ([], "_Alle_ Bausteine"),
        (["2"], "_Baustein 2:_ Case Management"),
        (["0"], "ohne Angabe"),
        (["1", "0"], "2 Bausteine"),
    ],
)
def test_the_page_of_posts_adds_the_modules(page: Open, asked: list[str], label: str) -> None:
    said = labels(page("positions", baustein=asked))
    assert said[2].replace("\\", "") == label
    assert said[3:] == ["<Zurücksetzen>"] * bool(asked)


def test_one_click_leads_back_to_the_preset(page: Open) -> None:
    app = page("positions", orte=RHEINE, ort="05515", stand="2022-12-31", baustein="2")
    app.button(key="filter-reset").click().run()

    assert app.multiselect(key="orte").value == sorted(CORE_PLACES)
    assert app.selectbox(key="ort").value is None
    assert app.date_input(key="stand").value is None
    assert app.session_state["baustein"] == []
    assert app.query_params == {}
    assert labels(app) == ["7 Orte", "Stand: heute", "_Alle_ Bausteine"]


def test_what_is_chosen_in_the_line_is_in_the_address(page: Open) -> None:
    app = page("timeline")
    app.selectbox(key="ort").set_value("05515").run()

    assert app.query_params == {"ort": "05515"}
    assert labels(app)[0] == "**Münster** und 7 _Orte_"
    app.selectbox(key="ort").set_value(None).run()
    assert (app.query_params, labels(app)[0]) == ({}, "7 Orte")


def test_the_own_place_stays_when_the_page_changes(page: Open) -> None:
    app = page("timeline", ort=OWN)
    app.switch_page("pages/upload.py").run()
    app.switch_page("pages/positions.py").run()

    assert app.selectbox(key="ort").value == OWN
    assert app.query_params["ort"] == OWN


def test_the_own_place_may_be_one_of_which_nothing_is_known(page: Open) -> None:
    assert "Emsdetten" in page("timeline").selectbox(key="ort").options


@pytest.mark.parametrize(("name", "key"), [("timeline", "ort"), ("overview", "mein-ort")])
def test_towns_are_offered_before_districts_and_last_the_land(
    page: Open, name: str, key: str
) -> None:
    """Typed letters are matched with the names alone, and what begins so comes first ("fuzzy")."""
    field = page(name).selectbox(key=key)
    towns = [each for each in field.options if "(" not in each and "Kreis" not in each]

    assert field.options[0] == "Emsdetten"
    assert field.options[-1] == "Nordrhein-Westfalen (Land)"
    assert field.options.index("Rheine") < field.options.index("Kreis Steinfurt")
    assert field.options.index("Münster") < field.options.index("Kreis Steinfurt")
    assert not [each for each in towns if "Steinfurt" in each]
    assert field.proto.filter_mode == SelectWidgetFilterMode.FILTER_MODE_FUZZY


def test_the_land_is_the_last_of_the_places_that_are_offered(page: Open) -> None:
    options = page("timeline").multiselect(key="orte").options
    assert options[-1] == "Nordrhein-Westfalen (Land)"
    assert options.index("Münster") < options.index("Kreis Steinfurt")


@pytest.mark.parametrize("each", navigation.PAGES, ids=lambda each: each.address)
def test_only_pages_about_places_have_the_line(page: Open, each: navigation.Page) -> None:
    assert (container(page(each.name), "filters") is not None) == each.has_filters


@pytest.mark.parametrize(
    ("own", "regions", "found"),
    [
        (None, (), None),
        (None, ("05515",), "05515"),
        (None, ("05515", OWN), None),
        (OWN, ("05515", OWN), OWN),
        (OWN, ("05515",), "05515"),
    ],
)
def test_the_own_place_is_the_one_of_the_address_else_the_only_one(
    monkeypatch: pytest.MonkeyPatch, own: str | None, regions: tuple[str, ...], found: str | None
) -> None:
    monkeypatch.setattr(frame, "st", SimpleNamespace(session_state={"ort": own}))
    assert widgets.own_place(View(regions)) == found


def test_on_paper_the_filters_stand_in_words(page: Open) -> None:
    app = page("positions", orte=[RHEINE, STEINFURT], ort=OWN, stand="2022-12-31", baustein="2")
    said, sources = printed(app)

    assert said.startswith(
        "KIM-Vergleich NRW · Orte: Kreis Steinfurt, Rheine · eigener Ort: Rheine · Stand: 31.12.2022"
        " · Baustein 2: Case Management"
    )
    for asked in ("orte=05566&", "orte=05566076", "ort=05566076", "stand=2022-12-31", "baustein=2"):
        assert asked in said
    assert sources.startswith("Quellen: ")


def test_on_paper_no_place_and_the_day_of_knowledge_are_said(page: Open) -> None:
    (said,) = printed(page("timeline", orte="", stand="2022-12-31", kenntnis="2026-01-02"))
    filters = "Kein Ort gewählt · Stand: 31.12.2022 · bekannt am 02.01.2026"
    assert said.startswith(f"KIM-Vergleich NRW · {filters}")


def test_one_click_leaves_the_own_place_alone(page: Open) -> None:
    app = page("timeline", ort=OWN)
    app.button(key="filter-only-own").click().run()

    assert app.query_params["orte"] == OWN
    assert labels(app)[0].replace("\\", "") == "Rheine"
    assert not [each for each in app.button if each.key == "filter-only-own"]


def test_without_an_own_place_there_is_none_to_leave_alone(page: Open) -> None:
    assert not [each for each in page("timeline").button if each.key == "filter-only-own"]
