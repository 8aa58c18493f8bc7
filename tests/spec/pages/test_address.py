"""The address of a view: keys; old ones with names; what cannot be honoured is said, never replaced in silence."""

import unicodedata
from collections.abc import Mapping

import pytest

from tests.spec.pages.conftest import COESFELD, RHEINE, Open
from tests.spec.reading import says
from tests.spec.screen import screen
from ui.widgets import asked
from ui.widgets.asked import Register
from ui.widgets.frame import CORE_PLACES

Names = Mapping[str, str]
ST_AUGUSTIN = "Sankt Augustin (Rhein-Sieg-Kreis)"


def warned(app: object) -> list[str]:
    """What is said above the page about its address."""
    lines = screen(app, {})  # type: ignore[arg-type]
    title = next(at for at, line in enumerate(lines) if line.startswith("# "))
    return [line.removeprefix("(!) ") for line in lines[:title] if line.startswith("(!) ")]


@pytest.mark.parametrize(
    ("written", "key"),
    [
        ("05566076", "05566076"),
        ("5566076", "05566076"),
        ("055660076076", "05566076"),
        ("05515000", "05515"),
        (RHEINE, "05566076"),
        ("Rheine", "05566076"),
        ("  rheine ", "05566076"),
        ("Münster", "05515"),
        (unicodedata.normalize("NFD", "Münster"), "05515"),
        ("Münster (Münster)", "05515"),
        ("Nordrhein-Westfalen (Land)", "05"),
        (ST_AUGUSTIN, "05382056"),
    ],
)
def test_a_place_is_understood_by_key_and_by_name(page: Open, written: str, key: str) -> None:
    app = page("timeline", orte=written)

    assert app.multiselect(key="orte").value == [key]
    assert app.query_params["orte"] == key
    assert warned(app) == []


def test_the_address_carries_keys(page: Open) -> None:
    app = page(
        "positions",
        orte=[RHEINE, COESFELD],
        baustein="Baustein 2: Case Management",
        ansicht_jetzt="Tabelle",
    )

    assert app.query_params == {
        "orte": ["05558", "05566076"],
        "baustein": "2",
        "ansicht-jetzt": "table",
    }
    app.multiselect(key="orte").set_value(["05515"]).run()
    assert app.query_params["orte"] == "05515"
    app.multiselect(key="orte").set_value([]).run()
    assert app.query_params["orte"] == ""
    app.multiselect(key="orte").set_value(list(CORE_PLACES)).run()
    assert "orte" not in app.query_params


def test_an_unknown_place_is_said_and_no_other_takes_its_stead(page: Open) -> None:
    app = page("timeline", orte=["05999999", "Entenhausen", "05515"])

    says(
        warned(app),
        """
        Die Adresse nennt den Ort „05999999“. Diesen Ort gibt es hier nicht, er ist nicht dabei. Wählen Sie oben unter „Orte“, wen Sie meinen.
        Die Adresse nennt den Ort „Entenhausen“. Diesen Ort gibt es hier nicht, er ist nicht dabei. Wählen Sie oben unter „Orte“, wen Sie meinen.
        """,
    )
    assert app.multiselect(key="orte").value == ["05515"]
    app = page("timeline", orte="Entenhausen")
    assert app.multiselect(key="orte").value == []
    assert len(warned(app.run())) == 1
    app.multiselect(key="orte").set_value(["05515"]).run()
    assert warned(app) == []


def test_a_place_of_which_nothing_is_known_is_offered_once_it_is_asked_for(page: Open) -> None:
    assert "Emsdetten (Kreis Steinfurt)" not in page("timeline").multiselect(key="orte").options
    app = page("timeline", orte="05566012")

    assert app.multiselect(key="orte").value == ["05566012"]
    assert warned(app) == []
    assert app.info


def test_the_view_of_an_exhibit_that_is_not_shown_is_no_fault(page: Open) -> None:
    nothing = page("positions", orte="05515", ansicht_stellen="table")
    other = page("positions", teil="persons", ansicht_stellen="table")

    assert warned(nothing) == warned(other) == []


def test_what_belongs_to_another_page_leaves_the_address(page: Open) -> None:
    app = page("evidence", dokument="rheine-2022", orte="05515")
    app.switch_page("pages/timeline.py").run()

    assert (app.query_params, warned(app)) == ({"orte": "05515"}, [])


@pytest.mark.parametrize("written", ["2024-12-31", "31.12.2024", "31. 12. 2024"])
def test_a_day_is_understood_as_it_is_written(page: Open, written: str) -> None:
    app = page("timeline", stand=written, kenntnis=written)

    assert app.date_input(key="stand").value.isoformat() == "2024-12-31"
    assert app.query_params["stand"] == app.query_params["kenntnis"] == "2024-12-31"
    assert warned(app) == []


@pytest.mark.parametrize(
    "written", ["2022-99-99", "31.02.2022", "2022", "gestern", "12/31/2022", "20221231"]
)
def test_what_is_no_day_is_said(page: Open, written: str) -> None:
    app = page("timeline", stand=written)

    says(
        warned(app),
        f"""
        Die Adresse nennt unter „Stand am“: „{written}“. Das ist kein Tag im Kalender; gezeigt wird der heutige Stand. Wählen Sie den Tag oben, oder schreiben Sie ihn in der Adresse wie 31.12.2022.
        """,
    )
    assert app.date_input(key="stand").value is None
    assert "stand" not in app.query_params


def test_a_day_outside_the_calendar_of_the_filter_is_said(page: Open) -> None:
    for written in ("1999-12-31", "01.01.2100"):
        (said,) = warned(page("timeline", kenntnis=written))
        assert said.startswith(
            f"Die Adresse nennt unter „Bekannt am“: „{written}“. Möglich sind Tage"
        )


def test_two_days_for_one_filter_are_said(page: Open) -> None:
    app = page("timeline", stand=["2021-01-01", "2022-01-01"])

    assert warned(app) == [
        "Die Adresse nennt „Stand am“ mehrmals. Gezeigt wird die letzte Angabe: „2022-01-01“."
    ]


def test_unknown_modules_parts_and_tables_are_said(page: Open) -> None:
    app = page("positions", baustein=["2", "7"], teil="Tiere", ansicht_jetzt="Torte")

    assert app.session_state["baustein"] == ["2"]
    assert [line.partition(" Zur Wahl")[0] for line in warned(app)] == [
        "Die Adresse nennt unter „Bausteine“: „7“. Das gibt es auf dieser Seite nicht.",
        "Die Adresse nennt unter „Ansicht“: „Torte“. Das gibt es auf dieser Seite nicht.",
        "Die Adresse nennt unter „Teil der Seite“: „Tiere“. Das gibt es auf dieser Seite nicht.",
    ]
    (said,) = warned(page("upload", tabelle="Wetter"))
    assert said.startswith("Die Adresse nennt unter „Tabelle“: „Wetter“.")
    assert page("upload", tabelle="funding").selectbox(key="tabelle").value == "funding"
    assert (
        page("upload", tabelle="Finanzierung (Angaben)").selectbox(key="tabelle").value == "funding"
    )


@pytest.mark.parametrize("chosen", [RHEINE, [RHEINE, "05515"]])
def test_the_own_place_is_shown_whether_it_is_among_the_chosen_ones_or_not(
    page: Open, chosen: str | list[str]
) -> None:
    app = page("carriers", teil="flow", orte=chosen, ort="Münster")

    assert app.selectbox(key="ort").value == "05515"
    assert app.selectbox(key="ort-allein").value == "05515"
    assert app.selectbox(key="ort-allein").options == ["Münster", RHEINE]
    assert app.query_params["ort"] == "05515"
    assert warned(app) == []


def test_an_unknown_own_place_is_said(page: Open) -> None:
    app = page("timeline", ort=["Rheine", "Entenhausen"])

    assert app.selectbox(key="ort").value is None
    assert "ort" not in app.query_params
    says(
        warned(app),
        """
        Die Adresse nennt „Eigener Ort“ mehrmals. Gezeigt wird die letzte Angabe: „Entenhausen“.
        Die Adresse nennt den Ort „Entenhausen“. Diesen Ort gibt es hier nicht, er ist nicht dabei. Wählen Sie oben unter „Orte“, wen Sie meinen.
        """,
    )


def test_an_unknown_parameter_is_said_on_the_page_where_it_is_unknown(page: Open) -> None:
    says(
        warned(page("timeline", farbe="rot", fakt="positions:01")),
        """
        Die Adresse enthält „fakt“. Diese Seite kennt das nicht, es bleibt ohne Wirkung. Prüfen Sie den Link.
        Die Adresse enthält „farbe“. Diese Seite kennt das nicht, es bleibt ohne Wirkung. Prüfen Sie den Link.
        """,
    )


def test_much_nonsense_is_said_in_few_words(page: Open) -> None:
    app = page("timeline", orte=[f"**Ort** {at} {'x' * 99}" for at in range(50)])
    said = warned(app)

    assert len(said) == 9
    assert said[0].startswith("Die Adresse nennt den Ort „**Ort** 0 xxx")
    assert "x …“" in said[0]
    assert said[-1].startswith("Nicht zu verstehen: 42 weitere")


def test_what_an_address_asks_stays_when_the_page_changes(page: Open) -> None:
    app = page("timeline", orte="05515", stand="31.12.2022")
    app.switch_page("pages/upload.py").run()
    app.switch_page("pages/positions.py").run()

    assert app.multiselect(key="orte").value == ["05515"]
    assert app.date_input(key="stand").value.isoformat() == "2022-12-31"


def test_a_place_that_is_gone_from_the_state_of_a_session_is_no_fault(page: Open) -> None:
    app = page("timeline", orte=["05515", "05558"])
    app.session_state["orte"] = ["05515", "05999", "Rheine"]

    assert app.run().multiselect(key="orte").value == ["05515"]
    app = page("upload")
    app.session_state["ort"] = "05999"
    assert app.switch_page("pages/timeline.py").run().selectbox(key="ort").value is None


def test_a_place_that_is_gone_leads_to_the_one_that_came_after() -> None:
    places = Register(
        {"05354": "Altkreis (bis 2009, danach: Verband)", "05334": "Verband", "05": "Land"},
        {"05354": "Altkreis", "05334": "Verband", "05": "Land"},
        {"05354": "05334"},
    )
    for written in ("05354", "Altkreis", "Altkreis (bis 2009, danach: Verband)"):
        found = asked.places(places)([written])
        assert found.value == ["05334"]
        assert "was an seine Stelle trat: Verband" in found.refused[0]


def test_places_in_one_value_stand_with_commas() -> None:
    labels = {"05558": "Kreis Coesfeld", "05158016": "Hilden (Kreis Mettmann)", "05": "Land"}
    places = Register(labels, {"05558": "Kreis Coesfeld", "05158016": "Hilden", "05": "Land"}, {})

    assert asked.places(places)(["05558,05158016", "Land"]).value == ["05558", "05158016", "05"]
    found = asked.places(places)(["Hilden, Nirgends"])
    assert found.value == ["05158016"]
    assert "„Nirgends“" in found.refused[0]
    assert r"„weder\, noch“" in asked.places(places)(["weder, noch"]).refused[0]


def test_a_name_that_two_places_have_is_said() -> None:
    labels = {"05111": "Neustadt (A)", "05112": "Neustadt (B)", "05113": "Neustadt (bis 1975)"}
    places = Register(labels, dict.fromkeys(labels, "Neustadt"), {"05113": "05111"})
    found = asked.places(places)(["Neustadt"])

    assert found.value == []
    assert "mehrere sein, keiner davon ist dabei: Neustadt" in found.refused[0]
