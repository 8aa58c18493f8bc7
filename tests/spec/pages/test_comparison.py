"""Vergleich: which places stand side by side, in which order, and all districts to one question."""

import csv
import io
import json
from collections.abc import Mapping
from zipfile import ZipFile

import openpyxl
from streamlit.testing.v1 import AppTest

from tests.spec.pages.conftest import COESFELD, RHEINE, Offers, Open
from tests.spec.screen import screen
from ui.texts import text

Names = Mapping[str, str]


def heads(lines: list[str]) -> str:
    """The line with the names of the places above the first table."""
    return next(line for line in lines if "-> steckbrief" in line)


def test_the_own_place_stands_first(page: Open, names: Names) -> None:
    app = page("comparison", orte=[RHEINE, COESFELD], ort="05566076")
    first = heads(screen(app, names))

    assert first.index("Rheine") < first.index("Kreis Coesfeld")
    assert 'class="own"' in "".join(each.proto.body for each in app.get("html"))


def test_of_seven_places_six_are_shown_and_that_is_said(page: Open, names: Names) -> None:
    lines = screen(page("comparison"), names)

    assert any("Gezeigt sind 6 von 7 gewählten Orten" in line for line in lines)


def test_what_the_land_says_for_all_places_stands_in_a_line_of_its_own(
    page: Open, names: Names
) -> None:
    lines = screen(page("comparison", orte=[RHEINE, COESFELD]), names)
    at = next(at for at, line in enumerate(lines) if line.startswith("Evaluation | Für alle Orte:"))
    results = next(line for line in lines if line.startswith("Ergebnisse |"))

    assert "läuft -> evaluations wird ausgewertet Land" in lines[at]
    assert "wird ausgewertet" not in lines[at + 1]
    assert lines[at + 1].startswith(". nichts weiter gefunden | ")
    assert results == "Ergebnisse | Für alle Orte: noch keine -> evaluations wird ausgewertet Land"


def test_questions_to_which_nothing_is_found_anywhere_are_named_in_one_line(page: Open) -> None:
    app = page("comparison", orte=[RHEINE, COESFELD])
    folded = next(each for each in app.expander if each.label.startswith("Wozu in keinem"))
    named = folded.markdown[0].value.split(" · ")

    assert folded.label == f"Wozu in keinem dieser Orte etwas gefunden ist ({len(named)})"
    assert {"Sind die Stellen befristet\\?", "Gibt es ein Konzept\\?"} < set(named)


def test_one_place_alone_asks_for_others_and_says_what_is_found(page: Open, names: Names) -> None:
    app = page("comparison", orte=[RHEINE])
    lines = screen(app, names)

    assert app.subheader[0].value == "Womit vergleichen?"
    assert not lines[1].startswith("Orte nebeneinander")


def test_all_districts_answer_one_question(page: Open, names: Names) -> None:
    app = page("comparison", umfang="all", sortierung="number")
    said = " ".join(screen(app, names))

    assert (
        "Zur Frage „Wie viele Stellen hat das Case Management?“ ist bei 2 von 5 Kreisen und "
        "kreisfreien Städten etwas zum Ort selbst gefunden. Was nicht" in said
    )
    assert said.index("Kreis Mettmann") < said.index("Kreis Coesfeld")  # (9) before 8 posts
    assert "**Nur zu Gemeinden, nicht zum Kreis** (1): Kreis Steinfurt." in said
    assert "**Nichts gefunden** (2): Münster, Rhein-Sieg-Kreis." in said


def test_what_is_said_of_the_land_alone_is_counted_apart(page: Open, names: Names) -> None:
    said = screen(page("comparison", umfang="all", frage="evaluation"), names)[1]

    assert said.startswith(
        "Zur Frage „Wird evaluiert, durch wen und bis wann?“ ist bei 0 von 5 Kreisen und "
        "kreisfreien Städten etwas zum Ort selbst gefunden."
    )
    assert said.endswith("Bei 5 weiteren Orten steht nur, was zum Land insgesamt gefunden ist.")


def test_a_sorting_that_no_place_has_a_number_for_is_not_offered(page: Open) -> None:
    app = page("comparison", umfang="all", frage="evaluation", sortierung="share")

    assert app.button_group(key="sortierung").options == ["Name"]
    assert app.button_group(key="sortierung").value == "name"
    assert "sortierung" not in app.query_params
    assert "Nicht vergleichbar" not in "".join(each.proto.body for each in app.get("html"))


def test_the_file_of_all_districts_has_their_order_and_says_what_was_asked(
    page: Open, offers: Offers
) -> None:
    app = page("comparison", umfang="all", sortierung="number")
    workbook = openpyxl.load_workbook(io.BytesIO(offers["Excel-Datei (XLSX)"][2]()))
    with ZipFile(io.BytesIO(offers["Datenpaket (ZIP)"][2]())) as archive:
        described = json.loads(archive.read("datapackage.json"))
        answers = list(csv.DictReader(io.TextIOWrapper(archive.open("answers.csv"), "utf-8")))
    heads, *rows = workbook["Daten"].iter_rows(values_only=True)
    places = list(dict.fromkeys(row[0] for row in rows))
    hints = dict(row[:2] for row in workbook["Hinweise"].iter_rows(values_only=True))

    assert heads[:2] == ("Ortsname", "AGS")
    assert places[:2] == ["Kreis Mettmann", "Kreis Coesfeld"]
    assert hints["Frage"] == "Wie viele Stellen hat das Case Management?"
    assert hints["Sortierung"] == "Zahl"
    assert "umfang=all" in str(hints["Adresse"])
    assert list(dict.fromkeys(each["place"] for each in answers)) == places
    assert hints.items() >= {each["title"]: each["value"] for each in described["about"]}.items()
    assert '<tr class="group"><th scope="rowgroup"' in "".join(
        each.proto.body for each in app.get("html")
    )


def test_files_of_places_side_by_side_are_named_for_the_comparison(
    page: Open, offers: Offers
) -> None:
    page("comparison", orte=[RHEINE, COESFELD])

    assert {name.partition(".")[0].removesuffix("-excel") for name, *_ in offers.values()} == {
        "kim-vergleich"
    }


def _nothing_in_common() -> None:
    from ui.lists.comparison import Comparison  # noqa: PLC0415 (runs as a page)
    from ui.widgets.comparison import show  # noqa: PLC0415

    show(Comparison(("05515",), ()), None)


def test_places_to_which_no_question_has_an_answer_say_so() -> None:
    said = [each.value for each in AppTest.from_function(_nothing_in_common).run().info]

    assert said == [text("comparison.none")]


def test_without_a_place_it_asks_for_one(page: Open, names: Names) -> None:
    app = page("comparison")
    app.multiselect(key="orte").set_value([]).run()

    assert "(i) Kein Ort gewählt. Wählen Sie oben mindestens einen Ort." in screen(app, names)
