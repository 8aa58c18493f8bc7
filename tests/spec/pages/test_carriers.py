"""Träger: one place as a flow, with its district; all places as a matrix."""

from collections.abc import Mapping

from streamlit.testing.v1 import AppTest

from tests.spec.pages.conftest import RHEINE, STEINFURT, Open
from tests.spec.reading import canvas, says
from tests.spec.screen import charts, part, screen
from ui.texts import text

Names = Mapping[str, str]


def flow(app: AppTest, names: Names) -> list[str]:
    """What stands behind "Wer macht was in einem Ort?", below its lead."""
    lines = screen(app, names)
    return lines[lines.index(text("carriers.flow_lead")) + 1 :]


def test_a_core_place_of_which_something_is_known_is_picked_first(page: Open) -> None:
    assert page("carriers", teil="flow").selectbox(key="ort-allein").value == "05158016"
    app = page("carriers", teil="flow", orte=["Münster", RHEINE])
    assert app.selectbox(key="ort-allein").value == "05566076"


def test_what_is_picked_alone_becomes_the_own_place(page: Open) -> None:
    app = page("carriers", teil="flow", orte=["Münster", RHEINE])
    app.selectbox(key="ort-allein").set_value("05515").run()

    assert app.selectbox(key="ort").value == app.selectbox(key="ort-allein").value == "05515"
    assert app.query_params["ort"] == "05515"


def test_a_town_stands_with_its_district_in_the_flow(page: Open, names: Names) -> None:
    app = page("carriers", teil="flow", orte=[RHEINE])

    says(
        flow(app, names)[:2],
        """
        Zu einer Stadt oder Gemeinde stehen die Aussagen zu ihrem Kreis mit im Bild, denn von dort kommen Geld und Auftrag.
        1 Angabe zu Rheine. Dazu 2 Angaben zum Kreis Steinfurt. Davon 1 ungeprüft, nicht mit dem vollen Text verglichen; ihr Wert steht in Klammern.
        """,
    )
    headings = [line for line in canvas(charts(app)[0]) if "Aussagen" in line]
    says(
        headings,
        """
        **▸ Aussagen zu: Rheine**
        **Aussagen zu: Kreis Steinfurt (Angaben** **des Kreises)**
        """,
    )


def test_a_district_stands_alone_in_the_flow(page: Open, names: Names) -> None:
    app = page("carriers", teil="flow", orte=[STEINFURT])

    says(
        flow(app, names)[:2],
        """
        2 Angaben zum Kreis Steinfurt. Davon 1 ungeprüft, nicht mit dem vollen Text verglichen; ihr Wert steht in Klammern.
        [chart]
        """,
    )
    assert app.selectbox(key="ort-allein").options == ["Kreis Steinfurt"]


def test_places_to_pick_are_called_by_name_and_district(page: Open) -> None:
    options = page("carriers", teil="flow", orte=[RHEINE, STEINFURT, "Nordrhein-Westfalen (Land)"])

    assert options.selectbox(key="ort-allein").options == [
        "Nordrhein-Westfalen (Land)",
        "Kreis Steinfurt",
        "Rheine (Kreis Steinfurt)",
    ]


def test_all_places_stand_in_the_matrix(page: Open, names: Names) -> None:
    says(
        part(screen(page("carriers"), names), "Wer was macht"),
        """
        4 Angaben zu 3 von 7 Orten. Davon 2 ungeprüft, nicht mit dem vollen Text verglichen; ihre Werte stehen in Klammern. Ohne Angabe: Kreis Mettmann, Rhein-Sieg-Kreis, Sankt Augustin, Kreis Coesfeld.
        Ort | Geld | Auftrag | Personal | Aufsicht und Sitz
        Kreis Mettmann | . nichts bekannt
        Hilden | . nichts bekannt | . nichts bekannt | stellt an (Caritasverband) -> carriers bei der Caritas Baustein 3 · 2021 ; stellt den Arbeitsplatz . nicht genannt ; | . nichts bekannt
        Rhein-Sieg-Kreis | . nichts bekannt
        Sankt Augustin | . nichts bekannt
        Kreis Coesfeld | . nichts bekannt
        Kreis Steinfurt | empfängt die Zuwendung . nicht genannt ; leitet die Zuwendung weiter Kreis Steinfurt -> carriers an die Stadt weiter → Stadt Rheine · Baustein 2 · 2021 ; | . nichts bekannt | . nichts bekannt | hat die Fachaufsicht (Kreis Steinfurt) -> carriers hat die Aufsicht → Stadt Rheine · Baustein 2 · 2021 · behauptet, nicht bestätigt ; ist Sitz . nicht genannt
        Rheine | empfängt die Zuwendung Stadt Rheine -> carriers leitet die Zuwendung ← von Kreis Steinfurt · Baustein 2 · 2021 ; leitet die Zuwendung weiter . nicht genannt ; | . nichts bekannt | . nichts bekannt | hat die Fachaufsicht (Kreis Steinfurt) -> carriers hat die Aufsicht → Stadt Rheine · Baustein 2 · 2021 · behauptet, nicht bestätigt · genannt in der Angabe zu Kreis Steinfurt
        - Ein Klick auf ein Zeichen oder einen unterstrichenen Wert führt zum Beleg. Hohle Zeichen und Werte in Klammern sind ungeprüft oder nur behauptet. „Erschlossen“ heißt: unsere Lesart, nicht das Wort des Dokuments; der Beleg nennt den Grund.
        <Bericht (PDF)>
        """,
    )
