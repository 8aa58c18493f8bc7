"""The page Daten und Methode: coverage, proof, signs, definitions from the declaration, licence."""

from math import ceil

from streamlit.testing.v1 import AppTest

from kim.left_out import left_out
from kim.tables import package
from tests.pages.conftest import Open
from ui.widgets.method import LEFT_OUT, ON_A_SHEET

PAGE = "pages/method.py"
PARTS = ["coverage"]
PARTS += [
    f"{each}_title" for each in ("searched", "signs", "units", "definitions", "left_out", "cite")
]


def html(app: AppTest) -> str:
    return "\n".join(each.proto.body for each in app.get("html"))


def test_absence_is_bounded(open_page: Open) -> None:
    said = "\n".join(each.value for each in open_page(PAGE, teil=PARTS).markdown)

    assert "Keine gefunden heißt: nicht in den Dokumenten" in said
    assert "Dokumente**, erfasst bis zum" in said


def test_every_table_and_column_is_defined(open_page: Open) -> None:
    shown = html(open_page(PAGE, teil=PARTS))

    for table in package().tables.values():
        assert f"<summary>{table.title}</summary>" in shown
        assert all(f"<code>{field.name}</code>" in shown for field in table.fields)


def test_signs_and_units_are_explained(open_page: Open) -> None:
    shown = html(open_page(PAGE, teil=PARTS))

    assert all(f">{sign}</th>" in shown for sign in ("0", "–", ".", "...", "x", "( )"))
    assert "Euro je Stelle und Jahr" in shown


def test_what_was_left_out_has_its_reason(open_page: Open) -> None:
    """Some on each sheet, all of them together."""
    number = ceil(len(left_out()) / ON_A_SHEET)
    sheets = [html(open_page(PAGE, teil=PARTS, **{LEFT_OUT: str(at + 1)})) for at in range(number)]

    assert number > 1
    for at, entry in enumerate(left_out()):
        assert entry.reason in sheets[at // ON_A_SHEET]


def test_citation_names_licence_and_version(open_page: Open) -> None:
    app = open_page(PAGE, teil=PARTS)

    assert "dl-de/by-2-0" in app.code[0].value
    assert "Fassung 1 vom" in app.code[0].value
