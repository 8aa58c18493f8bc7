"""Verlauf, Abruf: when each source was last asked, when it last had something new, which fell silent."""

from datetime import timedelta
from pathlib import Path

from etl.fetching.records import Fetched, FetchedRecords
from etl.fetching.refusals import State
from kim.loads import now
from tests.spec.pages.conftest import opened
from tests.spec.pages.test_history import told
from tests.spec.reading import says

SERVER = "https://ratsinfo.example/oparl"


def visited(store: Path, folder: str, source: str, state: State, days: int, said: str) -> None:
    at = now() - timedelta(days=days)
    url = SERVER if folder == "servers" else f"https://example.org/{source}"
    visit = Fetched(source, url, state, said, now(), at, at)
    FetchedRecords(store / folder).write(visit)


def block(store: Path) -> list[str]:
    assert store.is_dir()
    lines = told(opened("history"))
    return lines[lines.index("### Abruf") : -1] if "### Abruf" in lines else []


def test_without_a_visit_there_is_no_block(own_store: Path) -> None:
    assert block(own_store) == []


def test_sources_that_answer_are_listed(own_store: Path) -> None:
    visited(own_store, "fetched", "neu", State.READ, 0, "9 Absätze gelesen.")
    says(
        block(own_store),
        """
        ### Abruf
        - Alle Quellen antworten.
        > 1 Quelle mit dem letzten Abruf
        Quellen im Netz: wann sie zuletzt abgerufen wurden und zuletzt etwas Neues hatten
        Quelle | zuletzt abgerufen | zuletzt neu | Ergebnis
        https://example.org/neu | (Zeit) | (Zeit) | 9 Absätze gelesen.
        """,
    )


def test_those_that_fell_silent_are_named(own_store: Path) -> None:
    visited(own_store, "servers", "oparl-1", State.FAILED, 61, "1 übersprungen.")
    visited(own_store, "fetched", "weg", State.GONE, 5, "Nicht mehr da (Status 404).")
    visited(own_store, "fetched", "da", State.READ, 400, "2 Absätze gelesen.")
    says(
        block(own_store)[:5],
        f"""
        ### Abruf
        (!) Verstummt: 2 Quellen.
        - **{SERVER}** war zuletzt nicht zu erreichen (zuletzt abgerufen: (Zeit)). 1 übersprungen.
        - **https://example.org/weg** war zuletzt nicht zu erreichen (zuletzt abgerufen: (Zeit)). Nicht mehr da (Status 404).
        > 3 Quellen mit dem letzten Abruf
        """,
    )


def test_the_name_is_bold_and_what_a_server_said_is_plain(own_store: Path) -> None:
    visited(own_store, "fetched", "weg", State.GONE, 5, "*Nicht* mehr da.")
    shown = [each.value for each in opened("history").markdown]
    [line] = [each for each in shown if each.startswith("- ")]
    assert line.startswith("- **http")
    assert line.endswith("\\*Nicht\\* mehr da\\.")
