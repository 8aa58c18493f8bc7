"""Stellen verteilen: sentences, chart, table, downloads, the address, a tie, what cannot be computed."""

from collections.abc import Mapping, Sequence
from xml.etree import ElementTree

import pytest
from streamlit.testing.v1 import AppTest

from kim.allocation import Fault, Method
from tests.spec.pages.conftest import RHEINE, Offers, Open, book, lines, sheet
from tests.spec.reading import says
from tests.spec.screen import charts, screen
from ui.texts import text

Names = Mapping[str, str]
TIED = ["Rheine;10", "Hörstel;9", "Ibbenbüren;9"]
REFUSED = "Rechnung, keine Angabe aus Unterlagen. Noch kein Ergebnis: Eine Eingabe fehlt, oder die Eingaben passen nicht zusammen."


def warnings(app: AppTest, names: Names) -> list[str]:
    return [line.removeprefix("(!) ") for line in screen(app, names) if line.startswith("(!)")]


def asked(app: AppTest, name: str) -> list[str]:
    said = app.query_params.get(name, [])
    return [said] if isinstance(said, str) else list(said)


def test_the_page_begins_empty_and_says_what_to_fill_in(page: Open, names: Names) -> None:
    app = page("allocation", ort=RHEINE)

    assert app.text_area(key="zeile").value == ""
    assert screen(app, names)[1] == (
        "Rechnung, keine Angabe aus Unterlagen. Tragen Sie unten je Zeile einen Ort und die Zahl "
        "der dort gezählten Personen ein, oder setzen Sie das Beispiel ein. Dann steht hier, wie "
        "viele Stellen jeder Ort bekäme."
    )
    assert warnings(app, names) == []
    assert charts(app) == []


def test_an_example_to_compute_by_hand_is_filled_in(page: Open, names: Names) -> None:
    app = page("allocation", stellen="3", schritt="1")
    app.button(key="allocation-example").click().run()
    shown = screen(app, names)

    says(
        [shown[1], *shown[-4:]],
        """
        Rechnung, keine Angabe aus Unterlagen. 8 Stellen auf 4 Orte verteilt, größte Reste (Hare-Niemeyer), Schritt 0,5, Mindestanteil 0,5. Es bekämen: Bergkamen 1, Kamen 1, Bönen 0,5, Übrige Orte zusammen 5,5. Durch das Runden gewinnt Kamen am meisten (+0,15), am meisten verliert Bergkamen (−0,19).
        ## Ergebnis
        - Statt gezählter Personen stehen hier rechnerische Anteile.
        [chart]
        - Rechnung, keine Angabe aus Unterlagen.
        """,
    )
    assert any(line.startswith("- **Mindestanteil:**") for line in shown)
    assert warnings(app, names) == []
    assert set(app.query_params) == {"zeile"}


def test_the_table_says_quota_share_and_difference_and_their_sum(page: Open, names: Names) -> None:
    app = page(
        "allocation",
        zeile=["Rheine;600", "Hörstel;30", "Ibbenbüren;0"],
        stellen="4",
        verfahren="dhondt",
        ansicht_verteilung="Tabelle",
    )
    shown = screen(app, names)

    says(
        shown[shown.index("## Ergebnis") + 1 :],
        """
        - Gezählt sind Personen: älter als 28 Jahre, Einreise nach dem 01.06.2016.
        Verteilung: 3 Orte. Rechnung, keine Angabe aus Unterlagen.
        Ort | Gezählt | Genaue Quote | Zugeteilt | Unterschied durch Runden | Auf den Mindestanteil angehoben
        Rheine | 600 | 3,81 | 3,5 | −0,31 | nein
        Hörstel | 30 | 0,19 | 0,5 | +0,31 | ja
        Ibbenbüren | 0 | 0 | 0 | ±0 | nein
        Summe | 630 | 4 | 4 | ±0 |
        """,
    )


def test_what_is_typed_stands_in_the_address_and_comes_back_from_it(page: Open) -> None:
    app = page("allocation")
    app.text_area(key="zeile").set_value("Rheine\t3\n\nHörstel;1").run()
    app.text_input(key="stellen").set_value("2").run()
    app.text_input(key="alter").set_value("").run()
    app.radio(key="verfahren").set_value(str(Method.SAINTE_LAGUE)).run()

    assert asked(app, "zeile") == ["Rheine\t3", "Hörstel;1"]
    assert asked(app, "stellen") == ["2"]
    assert asked(app, "verfahren") == ["sainte-lague"]
    assert asked(app, "alter") == [""]
    again = page("allocation", **{name: asked(app, name) for name in app.query_params})
    assert [list(each.x) for each in charts(again)[0].select_traces({"type": "bar"})] == [
        [1.5, 0.5]
    ]
    assert again.text_input(key="alter").value == ""


def test_the_towns_of_the_own_district_are_filled_in_without_numbers(
    page: Open, names: Names
) -> None:
    app = page("allocation", ort=RHEINE)
    app.button(key="allocation-fill").click().run()
    rows = app.text_area(key="zeile").value.splitlines()

    assert "Rheine;" in rows
    assert "Emsdetten;" in rows
    assert "Hilden;" not in rows
    assert "Kreis Steinfurt;" not in rows
    (missing,) = warnings(app, names)
    assert missing.startswith("Die Zahl der Personen fehlt zu: ")
    assert screen(app, names)[1] == REFUSED


def test_a_tie_is_named_and_left_to_the_reader(page: Open, names: Names) -> None:
    app = page("allocation", zeile=TIED, stellen="2,5", mindestens="0")
    found = screen(app, names)[1]
    assert found.endswith(
        "Gleichstand: Hörstel, Ibbenbüren haben den gleichen Anspruch auf 0,5 Stellen; wer sie erhält, entscheiden Sie."
    )
    assert warnings(app, names) == ["0,5 Stellen sind noch nicht verteilt."]

    app.button_group(key="zuschlag").set_value(["Ibbenbüren"]).run()

    assert asked(app, "zuschlag") == ["Ibbenbüren"]
    assert warnings(app, names) == []
    assert screen(app, names)[1].endswith(
        "Gleichstand, von Ihnen entschieden zugunsten von: Ibbenbüren."
    )

    app.text_area(key="zeile").set_value("Rheine;10\nHörstel;9").run()

    assert asked(app, "zuschlag") == []
    assert warnings(app, names) == []


@pytest.mark.parametrize(
    ("given", "said"),
    [
        ({"zeile": ["A;1", "A;2"]}, ["Mehrmals genannt: A. Nennen Sie jeden Ort nur einmal."]),
        (
            {"zeile": ["A;-1", "B;2"]},
            ["Kleiner als null: A. Eine Zahl von Personen kann nicht negativ sein."],
        ),
        (
            {"zeile": ["A", "B;2"]},
            ["Die Zahl der Personen fehlt zu: A. Wo niemand gezählt ist, schreiben Sie 0."],
        ),
        (
            {"zeile": ["A;0"]},
            ["Nirgends ist jemand gezählt; so lässt sich nichts verteilen."],
        ),
        (
            {"zeile": ["A;1.5", "B;<b>zwei</b>"]},
            [
                "Zeile 1, „A;1.5“: Die Zahl ist nicht eindeutig. Meinen Sie 1,5?",
                "Zeile 2, „B;<b>zwei</b>“: nicht zu lesen. Schreiben Sie Ort; Zahl, zum Beispiel Rheine; 412.",
            ],
        ),
        (
            {"zeile": "A;1", "stellen": "acht", "schritt": ""},
            [
                "Stellen gesamt: „acht“ ist keine Zahl, wie man sie hier schreibt, zum Beispiel 0,5.",
                "Schritt: „“ ist keine Zahl, wie man sie hier schreibt, zum Beispiel 0,5.",
            ],
        ),
        (
            {"zeile": "A;1", "stellen": "8,2"},
            [
                "8,2 Stellen lassen sich nicht in Schritten von 0,5 verteilen. Ändern Sie Stellen oder Schritt."
            ],
        ),
        (
            {"stellen": "1", "zeile": ["A;1", "B;1", "C;1"]},
            [
                "Die Stellen reichen nicht für den Mindestanteil: 3 Orte mit je 0,5 brauchen zusammen 1,5 Stellen, zu verteilen sind 1."
            ],
        ),
    ],
)
def test_what_cannot_be_computed_is_said_in_a_sentence(
    page: Open, names: Names, given: dict[str, str | list[str]], said: list[str]
) -> None:
    app = page("allocation", **given)

    assert screen(app, names)[1] == REFUSED
    assert warnings(app, names) == said
    assert charts(app) == []


def test_a_method_that_is_not_there_is_said(page: Open, names: Names) -> None:
    (said,) = warnings(page("allocation", zeile="A;1", verfahren="los"), names)

    assert "„los“" in said


def test_words_from_an_address_are_shown_as_they_are(page: Open) -> None:
    """No link, picture or markup comes from an address into the page."""
    app = page("allocation", zeile=["[x](//y.z);1", "<b>B</b>;1"], stellen="1,5", alter="![p](//u)")
    shown = [each.value for each in (*app.markdown, *app.caption, *app.warning)]
    (tied,) = app.button_group
    html = "".join(each.proto.body for each in app.get("html"))

    assert not any("](//" in each for each in shown)
    assert not any("](//" in each.content for each in tied.proto.options)
    assert "<b>B</b>" not in html


@pytest.mark.parametrize("button", ["Bild für eine Folie (SVG)", "Bild für ein Telefon (SVG)"])
def test_its_picture_says_that_it_is_a_calculation_and_how_it_was_made(
    page: Open, offers: Offers, button: str
) -> None:
    page("allocation", zeile=["<b>A</b>;3", "B;1"], stellen="2", ansicht_verteilung="Herunterladen")
    name, kind, made = offers[button]
    words = "".join("".join(ElementTree.fromstring(made()).itertext()).split())  # noqa: S314

    assert name.startswith("kim-verteilung-")
    assert kind == "image/svg+xml"
    for each in (
        "Stellen verteilen: Ergebnis",
        "2 Stellen auf 2 Orte verteilt, größte Reste (Hare-Niemeyer), Schritt 0,5, Mindestanteil 0,5.",
        "Gezählt sind Personen: älter als 28 Jahre, Einreise nach dem 01.06.2016.",
        "<b>A</b>: 1,5 Stellen, Quote 1,5, Unterschied ±0",
        "genaue Quote",
        "Rechnung, keine Tatsache. Einheit: Stellen. Quelle: eingegebene Orte und Zahlen; die Adresse rechnet sie neu.",
        "KIM-Vergleich NRW",
    ):
        assert "".join(each.split()) in words
    assert offers["Bild (PNG)"][2]()[:8] == b"\x89PNG\r\n\x1a\n"


@pytest.mark.parametrize("fault", Fault)
def test_every_fault_has_its_sentence(fault: Fault) -> None:
    assert text.has(f"allocation.refused_{fault}")


def test_table_and_inputs_are_handed_out(page: Open, offers: Offers) -> None:
    page(
        "allocation",
        zeile=["Rheine;600", "=1+1;300"],
        stellen="1,5",
        ansicht_verteilung="Herunterladen",
    )

    assert [each for each in offers if "Bild" not in each] == [
        "CSV für Excel",
        "Excel-Datei (XLSX)",
    ]
    says(
        lines(offers["CSV für Excel"][2](), ";"),
        """
        Ortsname | Gezählt | Genaue Quote | Zugeteilt | Unterschied durch Runden | Auf den Mindestanteil angehoben
        Rheine | 600 | 1 | 1 | 0 | nein
        '=1+1 | 300 | 0,5 | 0,5 | 0 | nein
        """,
    )
    workbook = offers["Excel-Datei (XLSX)"][2]()
    assert book(workbook)["Daten"].max_row == 3
    hints: Sequence[str] = sheet(workbook, "Hinweise")
    says(
        hints[1:-1],
        """
        Was das ist | Rechnung, keine Angabe aus Unterlagen.
        Stellen gesamt | 1,5
        Mindestanteil | 0,5
        Schritt | 0,5
        Verfahren | größte Reste (Hare-Niemeyer)
        Gezählt | Gezählt sind Personen: älter als 28 Jahre, Einreise nach dem 01.06.2016.
        """,
    )
    assert "zeile=Rheine" in hints[-1]


def test_no_day_is_offered_that_would_change_nothing(page: Open, names: Names) -> None:
    app = page("allocation", zeile="A;1", stand="2022-06-30")

    assert [each.key for each in app.date_input] == []
    assert warnings(app, names) == []
    assert not any("Stand: 30.06.2022" in line for line in screen(app, names))
    assert [each.key for each in page("positions").date_input] == ["stand", "kenntnis"]
