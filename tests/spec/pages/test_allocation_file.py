"""Stellen verteilen: a table dropped as a file fills the field, or a sentence says what is wrong with it."""

import io
from collections.abc import Mapping, Sequence

import pytest
from streamlit.runtime.context import ContextProxy, StreamlitCookies
from streamlit.testing.v1 import AppTest
from xlsxwriter import Workbook

from kim.allocation import Method
from tests.spec.pages.conftest import Open
from tests.spec.pages.uploading import drop_bytes
from tests.spec.screen import screen

Names = Mapping[str, str]
Sheets = Mapping[str, Sequence[Sequence[object]]]
HEADS = ("Ort", "Personen")


def workbook(sheets: Sheets) -> bytes:
    content = io.BytesIO()
    with Workbook(content) as book:
        for name, rows in sheets.items():
            sheet = book.add_worksheet(name)
            for at, row in enumerate(rows):
                sheet.write_row(at, 0, row)
    return content.getvalue()


def field(app: AppTest) -> str:
    return str(app.text_area(key="zeile").value)


def errors(app: AppTest) -> str:
    """What is said to be wrong, with the lists of faults."""
    return " ".join(
        [
            *(each.value for each in app.error),
            *(each.proto.body for each in app.get("html") if "<table" in each.proto.body),
        ]
    )


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("zahlen.csv", "Ort;Personen\nRheine;1.234\n\"Hörstel; Dreierwalde\";85,5\nWettringen;0\n".encode()),
        ("zahlen.csv", "Kommune;Gezählt;Bemerkung\nRheine;1234;a\n\"Hörstel; Dreierwalde\";85,5;b\nWettringen;0;c\n".encode("cp1252")),
        ("zahlen.xlsx", workbook({"Zahlen": [HEADS, ("Rheine", 1234), ("Hörstel; Dreierwalde", 85.5), ("Wettringen", 0)]})),
    ],
    ids=["csv", "other headings and code page", "xlsx"],
)  # fmt: skip
def test_a_file_fills_the_field_and_is_computed(
    page: Open, names: Names, name: str, content: bytes
) -> None:
    app = drop_bytes(page("allocation", verfahren=str(Method.D_HONDT)), name, content)

    assert field(app) == 'Rheine;1234\n"Hörstel; Dreierwalde";85,5\nWettringen;0\n'
    assert "8 Stellen auf 3 Orte verteilt, D’Hondt" in screen(app, names)[1]
    assert app.query_params["zeile"] == [
        "Rheine;1234",
        '"Hörstel; Dreierwalde";85,5',
        "Wettringen;0",
    ]
    assert [each.value for each in app.error] == []
    assert "3 Orte stehen jetzt im Feld" in app.success[0].value


def test_what_is_typed_after_a_file_stays(page: Open) -> None:
    app = drop_bytes(page("allocation"), "zahlen.csv", b"Ort;Personen\nRheine;3\nSelm;1\n")
    app.text_area(key="zeile").set_value("Rheine;5").run()

    assert field(app.run()) == "Rheine;5"


@pytest.mark.parametrize(
    ("name", "content", "said"),
    [
        ("leer.csv", b"", ["Die Datei ist leer. Sie braucht mindestens die Kopfzeile."]),
        ("ohne.csv", b"Rheine;412\nSelm;3\n", ["Die Kopfzeile ist nicht zu erkennen", "Ort, Personen"]),
        ("spalte.csv", b"Ort;Bemerkung\nRheine;viele\n", ["Die Spalte „Personen“ fehlt in der Kopfzeile"]),
        ("wort.csv", b"Ort;Personen\nRheine;412\nSelm;viele\n", [">3<", "„viele“ ist keine Zahl"]),
        ("summe.csv", b"Ort;Personen\nRheine;412\nInsgesamt;412\n", [">3<", "„Insgesamt“ nennt eine Summe und keinen Ort. Löschen Sie die Zeile"]),
        ("etwa.csv", b"Ort;Personen\nRheine;ca. 412\n", [">2<", "„ca. 412“"]),
        ("kaputt.xlsx", b"PK\x03\x04kaputt", ["Die Excel-Datei ist beschädigt."]),
        ("brief.csv", b"%PDF-1.7 ...", ["Die Datei ist keine Tabelle"]),
    ],
)  # fmt: skip
def test_a_wrong_file_is_said_with_place_reason_and_remedy_and_changes_nothing(
    page: Open, name: str, content: bytes, said: Sequence[str]
) -> None:
    app = drop_bytes(page("allocation", zeile=["Unna;2"]), name, content)

    assert field(app) == "Unna;2"
    assert all(each in errors(app) for each in said)
    assert not app.success


def test_a_place_without_a_number_is_taken_and_its_number_asked_for(
    page: Open,
) -> None:
    app = drop_bytes(page("allocation"), "z.csv", b"Ort;Personen\nRheine;412\nSelm;\nUnna;3\n")

    assert field(app) == "Rheine;412\nSelm;\nUnna;3\n"
    (said,) = [each.value for each in app.warning]
    assert said.startswith("Die Zahl der Personen fehlt zu\\: Selm")


def test_a_row_that_only_is_called_a_sum_is_a_place(page: Open) -> None:
    content = b"Ort;Personen\nKamen;1,5\nOrte zusammen;3,5\n"

    assert (
        field(drop_bytes(page("allocation"), "z.csv", content))
        == content.decode().partition("\n")[2]
    )


def test_of_two_sheets_with_places_one_is_chosen(page: Open) -> None:
    book = workbook({"2022": [HEADS, ("Rheine", 1)], "2023": [HEADS, ("Rheine", 2)]})
    app = drop_bytes(page("allocation"), "zwei.xlsx", book)
    assert field(app) == ""

    (question,) = [each for each in app.radio if "Blatt" in each.label]
    question.set_value("2023")
    (answer,) = [each for each in app.button if each.label == "Übernehmen"]
    answer.click().run()

    assert field(app) == "Rheine;2\n"


def test_more_than_the_field_holds_is_refused(page: Open) -> None:
    rows = "".join(f"Ort mit langem Namen {at};1\n" for at in range(900))
    app = drop_bytes(page("allocation"), "lang.csv", f"Ort;Personen\n{rows}".encode())

    assert field(app) == ""
    assert "das Feld fasst 20\\.000" in app.error[0].value


def test_who_may_not_hand_in_files_is_shown_no_place_for_one(
    page: Open, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert len(page("allocation").file_uploader) == 1

    monkeypatch.setattr(ContextProxy, "cookies", StreamlitCookies({}))
    visited = page("allocation")
    assert len(visited.file_uploader) == 0
    assert len(visited.text_area) == 1
