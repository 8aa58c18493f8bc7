"""The head of a page, and the containers that stand around its exhibits."""

import pytest
from streamlit.testing.v1 import AppTest

from tests.spec.pages.conftest import Open
from tests.spec.screen import container, screen
from ui import exhibits
from ui.texts import text
from ui.widgets import page as head_of_page

HEAD = """
from markupsafe import Markup
from ui import widgets
widgets.head("funding")
widgets.finding({sentences})
"""
TWO = """["Rheine zahlt <b>10</b> %.", Markup('Mehr: <a href="belege">Beleg</a>.')]"""


def test_the_finding_stands_between_title_and_lead() -> None:
    app = AppTest.from_string(HEAD.format(sentences=TWO)).run()
    title, found, lead = screen(app, {})

    assert title == "# Finanzierung"
    assert found == "Rheine zahlt <b>10</b> %. Mehr: Beleg -> belege."
    assert lead == text("funding.lead")
    assert container(app, "finding").children


def test_no_finding_takes_no_room() -> None:
    app = AppTest.from_string(HEAD.format(sentences="[]")).run()
    assert len(screen(app, {})) == 2
    assert not container(app, "finding").children


@pytest.mark.parametrize(
    ("sentence", "marked"),
    [
        ("In Rheine steuert die Gruppe Rheine.", "In <b>Rheine</b> steuert die Gruppe Rheine."),
        ("Träger – Hilden: AWO; Rheine: Rat.", "Träger – Hilden: AWO; <b>Rheine</b>: Rat."),
        (
            "Der Caritasverband Rheine (Rheine Nord) und die Stadt Rheine.",
            "Der Caritasverband Rheine (Rheine Nord) und die Stadt Rheine.",
        ),
        ("Rheine & Rheinberg", "<b>Rheine</b> &amp; Rheinberg"),
    ],
)
def test_the_own_place_is_marked_but_no_name_that_it_is_a_part_of(
    sentence: str, marked: str
) -> None:
    assert str(head_of_page._bold(sentence, "Rheine")) == marked


@pytest.mark.parametrize("name", ["commitments", "governance", "positions", "overview", "method"])
def test_an_exhibit_stands_in_its_container(page: Open, name: str) -> None:
    app = page(name, teil="coverage") if name == "method" else page(name)
    shown = (*exhibits.EXHIBITS, exhibits.MAP, exhibits.MATRIX)
    found = [each.part for each in shown if container(app, f"exhibit-{each.key}") is not None]

    assert found
    assert {part.partition(".")[0] for part in found} == {name}
