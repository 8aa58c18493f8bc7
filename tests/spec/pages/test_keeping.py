"""Zusagen, for those who hand in: a later document is linked with the commitment that it keeps."""

import io
from pathlib import Path

import pytest

from etl.reading import Decisions
from etl.uploads.stages import Published, Ready
from etl.uploads.uploads import Uploads
from kim import access, queries
from kim.facts import Record, records
from kim.loads import now
from kim.queries import View
from kim.store import store
from kim.tables import package
from tests.etl.submitting import machine_csv
from tests.spec.pages.conftest import Open, opened
from ui.texts import text

pytestmark = pytest.mark.writing

RHEINE, HILDEN, PAPER = "05566076", "05158016", "Niederschrift Rheine 2024"


def later_paper() -> None:
    """A document of Rheine comes that is younger than all others."""
    uploads = Uploads(package(), store(), access.LOCAL, now)
    row = {"source": "rheine-2024", "title": PAPER, "region": RHEINE, "kind": "minutes"}
    row |= {"date": "2024-02", "date_basis": "stated"}
    content = machine_csv(package().tables["sources"], [row])
    received = uploads.receive("quelle.csv", io.BytesIO(content))
    check = uploads.check(received, Decisions("sources"), lambda _: None)
    assert isinstance(check, Ready), check
    assert isinstance(uploads.publish(check, lambda _: None), Published)


def commitment(promise: str = "Konzept") -> Record:
    with queries.answered_by(store().current()):
        told = records(queries.commitments(View((RHEINE,))))
    return next(each for each in told if each["promise"] == promise)


def test_a_linked_document_keeps_the_commitment_once_it_is_published(own_store: Path) -> None:
    assert own_store.is_dir()
    later_paper()
    app = opened("commitments", orte=RHEINE, pflege="keep")
    assert list(app.selectbox(key="einloesen-zusage").options) == [
        "Rheine: Konzept",
        "Rheine: Bericht",
    ]
    assert "einloesen-zeitraum" not in {each.key for each in app.selectbox}
    assert app.button(key="einloesen-weiter").disabled
    assert list(app.selectbox(key="einloesen-dokument").options) == [PAPER]
    app.selectbox(key="einloesen-dokument").set_value("rheine-2024").run()
    app.number_input(key="einloesen-absatz").set_value(3).run()
    app.button(key="einloesen-weiter").click().run()
    app = app.switch_page("pages/upload.py").run()

    assert app.title[0].value == "Hochladen"
    assert "eingeloest" in app.success[0].value
    assert commitment()["state"] == "open"
    [publish] = [each for each in app.button if each.label == text("upload.publish_now")]
    publish.click().run()
    kept = commitment()
    assert (kept["state"], kept["basis"], kept["source"]) == ("kept", "inferred", "rheine-2022")
    assert kept["kept_by"] == f"{PAPER}, Absatz 3"
    shown = opened("commitments", orte=RHEINE, pflege="keep")
    assert list(shown.selectbox(key="einloesen-zusage").options) == ["Rheine: Bericht"]


def test_a_report_is_linked_with_its_period_and_the_duty_stays_open(own_store: Path) -> None:
    assert own_store.is_dir()
    later_paper()
    app = opened("commitments", orte=RHEINE, pflege="keep")
    app.selectbox(key="einloesen-zusage").set_value(1).run()
    periods = list(app.selectbox(key="einloesen-zeitraum").options)
    assert periods[:2] == ["2022", "2023"]
    app.selectbox(key="einloesen-zeitraum").set_value("2023").run()
    app.selectbox(key="einloesen-dokument").set_value("rheine-2024").run()
    app.number_input(key="einloesen-absatz").set_value(3).run()
    app.button(key="einloesen-weiter").click().run()
    app = app.switch_page("pages/upload.py").run()
    [publish] = [each for each in app.button if each.label == text("upload.publish_now")]
    publish.click().run()

    duty = commitment("Bericht")
    assert (duty["state"], duty["kept_by"]) == ("open", f"2023: {PAPER}, Absatz 3")
    shown = opened("commitments", orte=RHEINE, pflege="keep")
    words = " ".join(each.proto.body for each in shown.get("html"))
    assert f"2023: erfüllt durch {PAPER}, Absatz 3" in words.replace("\u00ad", "")
    shown.selectbox(key="einloesen-zusage").set_value(1).run()
    assert list(shown.selectbox(key="einloesen-zeitraum").options) == [
        each for each in periods if each != "2023"
    ]


def test_where_nothing_is_open_it_is_said(own_store: Path) -> None:
    assert own_store.is_dir()
    shown = opened("commitments", orte=HILDEN, pflege="keep")
    assert text("commitments.keep_none") in {each.value for each in shown.info}


def test_without_a_later_document_it_is_said_what_to_do(own_store: Path) -> None:
    assert own_store.is_dir()
    app = opened("commitments", orte=RHEINE, pflege="keep")
    [said] = [each.value for each in app.info if "sicher jünger" in each.value]
    assert "Niederschrift auswerten" in said
    assert "einloesen-weiter" not in {each.key for each in app.button}


def test_a_reader_is_not_asked(page: Open, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(access.process, "host", "0.0.0.0")  # noqa: S104 (the case in question)
    app = page("commitments", orte=RHEINE)
    assert not [each for each in app.expander if each.label == "Einlösung melden"]
