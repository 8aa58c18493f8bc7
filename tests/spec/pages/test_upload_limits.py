"""Hochladen: what is folded, cut off or said when a file is long, too large, or the store cannot take it."""

from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from etl.uploads.submission import FileTooLargeError
from kim.access import NotAllowedError
from kim.disk import StoreFullError
from kim.pointer import StoreDamagedError
from kim.store import StoreBusyError, StoreEmptyError
from tests.spec.pages.conftest import Offers, lines, opened
from tests.spec.pages.uploading import HEADS, HELD, NINE, drop, drop_bytes, press
from tests.spec.reading import says
from tests.spec.screen import ESCAPED, controls

pytestmark = pytest.mark.writing

ANOTHER = NINE.replace("coordination;9", "coordination;{0}").replace("2023;c", "{1};c")


@pytest.fixture
def upload(own_store: Path) -> AppTest:
    """The page, for the person at this machine."""
    assert own_store
    return opened("upload")


def plain(words: str) -> str:
    """Words as they are read, without the signs that keep them from being Markdown."""
    return ESCAPED.sub(r"\1", words)


def many(count: int) -> list[str]:
    """So many rows that are new: one each for a day of its own."""
    days = [f"2023-{1 + at // 28:02}-{1 + at % 28:02}" for at in range(count)]
    return [ANOTHER.format(9, day) for day in days]


def folded(app: AppTest, words: str) -> tuple[str, bool, int]:
    """Label, whether it is open, and the rows of the table in the part with these words."""
    (found,) = [each for each in app.expander if words in each.label]
    rows = found.get("html")[0].proto.body.count("<tr") - 1
    return plain(found.label), found.proto.expanded, rows


@pytest.mark.parametrize(
    ("count", "told"),
    [
        (10, ("Neu: 10 von 10 Zeilen", True, 10)),
        (11, ("Neu: 11 von 11 Zeilen", False, 11)),
        (51, ("Neu: 50 von 51 Zeilen", False, 50)),
    ],
)
def test_many_new_rows_are_folded_and_cut_off(
    upload: AppTest, count: int, told: tuple[str, bool, int]
) -> None:
    assert folded(drop(upload, *many(count)), "Neu") == told


def test_two_hundred_faults_are_listed_and_all_are_handed_out(
    upload: AppTest, offers: Offers
) -> None:
    faulty = [each.replace(";exact;", ";;") for each in many(201)]
    app = drop(upload, *faulty, name="viele.csv")

    told = [each for each in controls(app, {}) if each.startswith(("(x)", "- Gezeigt"))]
    says(
        told,
        """
        (x) An 201 Stellen der Datei stimmt etwas nicht. Es wird nichts übernommen, bis alle berichtigt sind. Berichtigen Sie die Datei und legen Sie sie noch einmal ab.
        - Gezeigt werden die ersten 200; die Liste zum Herunterladen enthält alle.
        """,
    )
    listed = [each for each in controls(app, {}) if "| Genauigkeit | |" in each]
    assert len(listed) == 200
    assert len(lines(offers["Liste als CSV für Excel"][2](), ";")) == 202


def test_two_hundred_faults_need_no_word_on_more(upload: AppTest) -> None:
    app = drop(upload, *(each.replace(";exact;", ";;") for each in many(200)))
    assert not [each for each in app.caption if "Gezeigt werden die ersten" in each.value]


def test_the_same_file_without_faults_is_taken_as_it_stands(upload: AppTest) -> None:
    app = drop_bytes(upload, "neu.csv", "\n".join([HEADS, NINE]).encode())
    assert "Jetzt veröffentlichen" in [each.label for each in app.button]
    app = press(app, "Diese Datei weglegen")
    assert "Weggelegt: neu.csv." in app.success[0].value.replace("\\", "")


def test_a_changed_row_is_shown_as_a_pair(upload: AppTest) -> None:
    app = drop(upload, HELD.replace(";8;", ";7;").replace("acht Stellen", "7 Stellen"))
    told = ("Geändert: 1 von 1 Zeile, bisher und künftig", True, 2)
    assert folded(app, "Geändert") == told


def raise_it(trouble: Exception) -> None:
    """The script of a page on which this happens."""
    from ui.uploads.upload import troubles  # noqa: PLC0415 (runs on its own)

    with troubles():
        raise trouble


TROUBLES: dict[str, tuple[Exception, str, str]] = {
    "not allowed": (NotAllowedError("Das dürfen Sie nicht."), "error", "Das dürfen Sie nicht."),
    "busy": (
        StoreBusyError(),
        "warning",
        "Gerade veröffentlicht jemand anderes. Ihre Datei ist gesichert; versuchen Sie es in einer Minute noch einmal.",
    ),
    "full": (
        StoreFullError(),
        "error",
        "Auf der Festplatte des Servers ist kein Platz mehr. Die bisherige Fassung bleibt. Bitte sagen Sie der Stelle Bescheid, die dieses Angebot betreibt.",
    ),
    "empty": (
        StoreEmptyError(),
        "info",
        "Es gibt noch keine Fassung, auf die geladen werden kann. Die Stelle, die dieses Angebot betreibt, muss zuerst „make build“ aufrufen.",
    ),
    "damaged": (
        StoreDamagedError("pointer_unreadable"),
        "error",
        "Gerade lässt sich nichts veröffentlichen; die bisherige Fassung bleibt. Bitte sagen Sie der Stelle Bescheid, die dieses Angebot betreibt. Der Grund: Die Datei „current“ im Ordner der Fassungen lässt sich nicht lesen. Prüfen Sie die Rechte der Datei und die Festplatte.",
    ),
    "too large": (
        FileTooLargeError(),
        "error",
        "Die Datei ist größer als 7 MB und wurde nicht angenommen. Teilen Sie sie in mehrere Dateien.",
    ),
}


@pytest.mark.parametrize("name", TROUBLES)
def test_what_the_store_cannot_do_is_said_in_a_sentence(
    name: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    trouble, kind, sentence = TROUBLES[name]
    monkeypatch.setenv("KIM_MAX_UPLOAD_MB", "7")
    app = AppTest.from_function(raise_it, kwargs={"trouble": trouble}).run()
    assert [plain(each.value) for each in getattr(app, kind)] == [sentence]
    assert len(app.main.children) == 1
    assert not app.exception
