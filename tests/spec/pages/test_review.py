"""Niederschrift auswerten: a paper is brought, its proposals are decided on, what was accepted is published."""

import time
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from etl.reviewing.desk import Desk
from etl.reviewing.review import Verdict
from etl.reviewing.reviews import Reviews
from etl.uploads.uploads import Uploads
from kim import access
from kim.access import Login
from kim.loads import now
from kim.store import store
from kim.tables import package
from tests.etl.submitting import EDITOR
from tests.spec.pages.conftest import Open, opened
from tests.spec.pages.uploading import NINE, drop
from tests.spec.reading import plain

pytestmark = pytest.mark.writing

TEXT = """Niederschrift Sozialausschuss

TOP 3 Kommunales Integrationsmanagement

Im Case Management sind seit dem 1. Januar 2023 bei der Stadt Rheine 4,5 Stellen besetzt.

Der Kreis zahlt 60.000 Euro je Stelle und Jahr im Baustein 2.
"""
SLUG = "rheine-2023-03-14-niederschrift-sozialausschuss"


def html(app: AppTest) -> str:
    return "".join(each.proto.body for each in app.get("html"))


def button(app: AppTest, label: str) -> AppTest:
    (found,) = [each for each in app.button if each.label == label]
    return found.click().run()


def begun(app: AppTest, words: str = TEXT, **cells: str) -> AppTest:
    """The page after a pasted text of a new paper of Rheine was read."""
    app.radio(key="auswertung-weg").set_value("pasted").run()
    app.text_area[0].set_value(words).run()
    told = {"date": "14.03.2023", "title": "Niederschrift Sozialausschuss"} | cells
    for name, cell in told.items():
        app.text_input(key=f"neu-{name}").set_value(cell)
    app.selectbox(key="neu-region").set_value("05566076")
    return button(app, "Lesen und vorschlagen")


def kept(folder: Path) -> list[tuple[str, Verdict]]:
    review = Reviews(folder).of(SLUG)
    assert review
    return [(review.item(each.item).table, each.verdict) for each in review.decisions]


def test_a_reader_is_told_what_the_page_is_for(page: Open, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(access.process, "host", "0.0.0.0")  # noqa: S104 (the case in question)
    app = page("review")

    assert "Recht zum Bearbeiten" in app.info[0].value
    assert "wird hier in drei Schritten zu belegten Angaben" in html(app)
    assert not app.get("file_uploader")


@pytest.mark.parametrize(
    ("roles", "regions", "said"),
    [
        (["reviewer"], [], "Wer freigibt, findet Vorgelegtes"),
        (["editor"], [], "Das ist noch kein Ort"),
        (["reader"], [], "Recht zum Bearbeiten"),
    ],
)
def test_who_cannot_hand_in_is_told_why(
    page: Open, monkeypatch: pytest.MonkeyPatch, roles: list[str], regions: list[str], said: str
) -> None:
    monkeypatch.setattr(access.process, "login", Login.ON)
    app = page("review")
    claims = {"sub": "someone", "kim_roles": roles, "kim_regions": regions}
    app.user = {"is_logged_in": True, "iat": time.time(), **claims}
    app.run()

    assert said in app.info[0].value
    assert not app.get("file_uploader")
    assert not app.radio


def test_a_paper_is_read_and_its_proposals_come_one_by_one(own_store: Path) -> None:
    app = begun(opened("review"))

    assert not app.exception
    assert app.query_params["auswertung"] == SLUG
    shown = html(app)
    assert '<mark class="current">seit dem 1. Januar 2023' in shown
    assert '<mark class="open">60.000 Euro' in shown
    assert [each.value for each in app.header][1] == "Zeitachse, Absatz 3"
    labels = [each.label for each in app.button]
    assert [each for each in labels if each in ("Übernehmen", "Korrigieren", "Verwerfen", "Später")]
    assert "Rückgängig" not in labels
    assert kept(own_store) == []


def test_each_decision_is_kept_and_the_next_one_comes(own_store: Path) -> None:
    app = begun(opened("review"))
    button(app, "Verwerfen")
    assert kept(own_store) == [("milestones", Verdict.REJECTED)]
    assert app.header[1].value == "Träger und Rollen, Absatz 3"
    button(app, "Später")
    assert app.header[1].value == "Stellen, Absatz 3"
    button(app, "Übernehmen")
    assert app.header[1].value == "Finanzierung, Absatz 4"

    assert kept(own_store)[1:] == [("carriers", Verdict.LATER), ("positions", Verdict.ACCEPTED)]
    button(app, "Rückgängig")
    assert app.header[1].value == "Stellen, Absatz 3"
    assert kept(own_store)[-1] == ("positions", Verdict.OPEN)


def test_another_session_goes_on_where_it_was_left(own_store: Path) -> None:
    button(begun(opened("review")), "Verwerfen")
    app = opened("review", auswertung=SLUG)

    assert app.header[1].value == "Träger und Rollen, Absatz 3"


def test_what_another_editor_decided_meanwhile_is_said_and_stands(own_store: Path) -> None:
    app = begun(opened("review"))
    other = Desk(Uploads(package(), store(), EDITOR, now))
    other.decide(SLUG, "v1", Verdict.REJECTED, 0, 1)
    other.decide(SLUG, "v2", Verdict.REJECTED, 0, 1)
    button(app, "Verwerfen")

    said = [each.value.replace("\\", "") for each in (*app.warning, *app.info)]
    assert said[0].startswith("Darüber hat inzwischen jemand anderes entschieden.")
    assert "Seit Sie zuletzt hier waren, hat auch editor-1 entschieden." in said[1]
    assert kept(own_store) == [("milestones", Verdict.REJECTED), ("carriers", Verdict.REJECTED)]
    assert app.header[1].value == "Stellen, Absatz 3"


def test_a_cell_is_corrected_in_german(own_store: Path) -> None:
    app = begun(opened("review"))
    button(app, "Verwerfen")
    button(app, "Verwerfen")
    button(app, "Korrigieren")
    (field,) = [each for each in app.text_input if each.label == "Anzahl"]
    assert field.value == "4,5"
    field.set_value("3,5")
    (status,) = [each for each in app.selectbox if each.label.startswith("Stand der Einrichtung")]
    assert "besetzt" in status.options
    button(app, "So übernehmen")

    review = Reviews(own_store).of(SLUG)
    assert review
    [(_, cells)] = review.accepted()
    assert cells["quantity"] == "3.5"


def test_what_was_accepted_is_published_on_hochladen_and_proven(own_store: Path) -> None:
    app = begun(opened("review"))
    button(app, "Verwerfen")
    button(app, "Verwerfen")
    button(app, "Übernehmen")
    button(app, "Übernehmen")
    button(app, "Übernommene Angaben prüfen")
    app.switch_page("pages/upload.py").run()
    assert app.title[0].value == "Hochladen"
    assert app.header[0].value == "1. Angaben aus einem Dokument"
    assert not app.exception
    shown = plain(html(app))
    assert "Welche Antworten sich ändern" in shown
    assert "4,5 Stellen sind besetzt (ab 01.01.2023; bei der Stadt Rheine)" in shown
    assert "Ausländer- und Einbürgerungsbehörde" not in shown
    button(app, "Jetzt veröffentlichen")
    assert not app.exception
    assert "Veröffentlicht als Fassung 2" in plain(app.success[0].value)

    proofs = (
        store()
        .current()
        .cursor()
        .sql(
            f"SELECT anchor, proof FROM positions WHERE source = '{SLUG}'"  # noqa: S608
        )
    )
    assert proofs.fetchall() == [("4,5 Stellen", "proven")]

    shown = plain(html(opened("history")))
    assert (
        "Aus „Niederschrift Sozialausschuss“ ausgewertet: Finanzierung, Stellen, Quellen" in shown
    )


def test_a_file_that_is_dropped_after_a_paper_is_one_of_a_chosen_table(own_store: Path) -> None:
    app = begun(opened("review"))
    button(app, "Verwerfen")
    button(app, "Verwerfen")
    button(app, "Übernehmen")
    button(app, "Übernommene Angaben prüfen")
    app.switch_page("pages/upload.py").run()
    assert app.header[0].value == "1. Angaben aus einem Dokument"
    assert not [each for each in app.selectbox if each.key == "tabelle"]
    drop(app, NINE)

    assert not app.exception
    assert app.header[0].value == "1. Tabelle wählen"
    assert "neu.csv" in app.success[0].value.replace("\\", "")


def test_a_text_without_words_and_a_row_without_a_title_are_said(own_store: Path) -> None:
    app = begun(opened("review"), title="")

    assert any("Die Zelle ist leer" in plain(each.value) for each in app.error)
    assert not list(Reviews(own_store).all())


def test_a_commitment_that_the_paper_keeps_is_asked_about(own_store: Path) -> None:
    promise = "05566076;Verwaltung;Konzept zur Beratung;einmalig;offen;rheine-2022;5"
    heads = "Ort;Zugesagt von;Zusage;Wiederkehr;Stand;Quelle;Absatz;Fundstelle;Grundlage"
    app = opened("upload", tabelle="commitments")
    drop(app, f"{promise};ein Konzept vorlegen;steht im Dokument", heads=heads)
    button(app, "Jetzt veröffentlichen")

    app = begun(opened("review"), f"{TEXT}\nDas Konzept zur Beratung liegt vor.\n")
    while app.header[1].value != "Zusage eingehalten? Absatz 5":
        button(app, "Verwerfen")
    shown = plain(html(app))
    assert "eingelöst" in shown
    assert "Niederschrift Sozialausschuss, Absatz 5" in shown
    assert any("Ändert eine Angabe" in each.value for each in app.markdown)
    button(app, "Übernehmen")
    review = Reviews(own_store).of(SLUG)
    assert review
    [(item, cells)] = review.accepted()
    assert (item.proof["source"], cells["state"]) == ("rheine-2022", "kept")


def test_an_address_of_no_review_is_said(page: Open) -> None:
    app = page("review", auswertung="gibt-es-nicht")

    assert any("nennt die Auswertung" in plain(each.value) for each in app.warning)


def test_words_marked_by_hand_become_a_proposal_whose_fields_are_filled_in(own_store: Path) -> None:
    app = begun(opened("review"))
    app.number_input[0].set_value(4)
    (words,) = [each for each in app.text_input if each.label == "Worte aus diesem Absatz"]
    words.set_value("Der Kreis zahlt")
    (table,) = [each for each in app.selectbox if each.label == "Was steht dort?"]
    table.set_value("carriers")
    button(app, "Vorschlag anlegen")
    assert app.header[1].value == "Träger und Rollen, Absatz 4"

    button(app, "So übernehmen")
    assert any("Die Zelle ist leer" in plain(each.value) for each in app.warning)
    for label, chosen in (("Organisation", "kreis-steinfurt"), ("Rolle", "passes_on_grant")):
        (field,) = [each for each in app.selectbox if each.label.startswith(f"{label} ")]
        field.set_value(chosen)
    button(app, "So übernehmen")

    review = Reviews(own_store).of(SLUG)
    assert review
    [(item, cells)] = review.accepted()
    assert (item.anchor, item.paragraph, item.rule) == ("Der Kreis zahlt", 4, "von Hand")
    assert (cells["organisation"], cells["role"]) == ("kreis-steinfurt", "passes_on_grant")


def test_words_that_do_not_stand_there_are_said(own_store: Path) -> None:
    app = begun(opened("review"))
    (words,) = [each for each in app.text_input if each.label == "Worte aus diesem Absatz"]
    words.set_value("so steht es nicht da")
    button(app, "Vorschlag anlegen")

    assert any("stehen nicht in Absatz 1" in plain(each.value) for each in app.error)
