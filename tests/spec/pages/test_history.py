"""Verlauf: every load with time, person, tables, file and numbers; how one is taken back and brought back."""

import re
from dataclasses import replace
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from kim.access import LOCAL
from tests.spec.pages.conftest import opened
from tests.spec.pages.uploading import CHANGED, MOMENT, NINE, drop, press
from tests.spec.reading import says
from tests.spec.screen import controls
from ui.widgets import login

pytestmark = pytest.mark.writing

DIGEST = re.compile(r"[0-9a-f]{64}")
SIZE = re.compile(r"[0-9.,]+ [MG]B")
RULE = (
    "Ältere Fassungen der ganzen Sammlung werden nach einer Regel gelöscht, ihre Angaben stehen in den neueren;"
    " weggelegte Dateien nach einer Frist."
)


def told(app: AppTest) -> list[str]:
    lines = [MOMENT.sub("(Zeit)", line) for line in controls(app, {})]
    lines = [SIZE.sub("(MB)", DIGEST.sub("(Fingerabdruck)", line)) for line in lines][3:]
    return [line.removesuffix(f" {RULE}") for line in lines]


def published() -> AppTest:
    press(drop(opened("upload"), NINE, CHANGED), "Jetzt veröffentlichen")
    return opened("history")


def test_without_an_upload_only_the_first_load_is_listed(own_store: Path) -> None:
    assert own_store.is_dir()
    says(
        told(opened("history")),
        """
        (i) Es hat noch niemand eine Datei hochgeladen. Die Dateien des Grundbestands zählen hier nicht mit.
        Alle Änderungen der Sammlung, die neueste zuerst. Als Zeilen zählen auch Kennzahlen, Dokumente, Orte und Organisationen.
        Fassung | Wann | Wer | Was | Datei | Zeilen | neu oder geändert | entfallen
        1 | (Zeit) | betreibende Stelle | Grundbestand | | 60 | 60 | 0
        - Belegter Platz: 1 Fassung mit (MB), 17 aufbewahrte Dateien (Grundbestand und Hochgeladenes) mit (MB). Frei: (MB).
        """,
    )


def test_an_upload_is_listed_with_file_and_numbers(own_store: Path) -> None:
    assert own_store.is_dir()
    says(
        told(published()),
        """
        Ein Hochladen genauer ansehen (Fassung 2: neu.csv, (Zeit)): 2
        **Stellen**: 2 Zeilen, 2 neu oder geändert
        - Fingerabdruck der Datei (SHA-256), zum Vergleichen: (Fingerabdruck)
        <Datei herunterladen, wie sie kam>
        Es entsteht eine neue Fassung ohne diese Zeilen. Was vorher dort stand, gilt wieder. Der Verlauf und die Datei bleiben erhalten.
        <Dieses Hochladen zurücknehmen>
        Alle Änderungen der Sammlung, die neueste zuerst. Als Zeilen zählen auch Kennzahlen, Dokumente, Orte und Organisationen.
        Fassung | Wann | Wer | Was | Datei | Zeilen | neu oder geändert | entfallen
        2 | (Zeit) | örtlich, ohne Anmeldung | Hochgeladen: Stellen | neu.csv | 2 | 2 | 0
        1 | (Zeit) | betreibende Stelle | Grundbestand | | 60 | 60 | 0
        - Belegter Platz: 2 Fassungen mit (MB), 19 aufbewahrte Dateien (Grundbestand und Hochgeladenes) mit (MB). Frei: (MB).
        """,
    )


def test_an_upload_is_taken_back_and_brought_back(own_store: Path) -> None:
    assert own_store.is_dir()
    app = press(published(), "Dieses Hochladen zurücknehmen")
    says(
        told(app),
        """
        (ok) Zurückgenommen. Die neue Fassung hat die Nummer 3.
        Ein Hochladen genauer ansehen (Fassung 2: neu.csv, (Zeit)): 2
        **Stellen**: 2 Zeilen, 2 neu oder geändert
        - Fingerabdruck der Datei (SHA-256), zum Vergleichen: (Fingerabdruck)
        <Datei herunterladen, wie sie kam>
        Es entsteht eine neue Fassung, in der die Zeilen dieser Datei wieder gelten.
        <Dieses Hochladen zurückholen>
        Alle Änderungen der Sammlung, die neueste zuerst. Als Zeilen zählen auch Kennzahlen, Dokumente, Orte und Organisationen.
        Fassung | Wann | Wer | Was | Datei | Zeilen | neu oder geändert | entfallen
        3 | (Zeit) | örtlich, ohne Anmeldung | Fassung 2 zurückgenommen | | 1 | 1 | 1
        2 | (Zeit) | örtlich, ohne Anmeldung | Hochgeladen: Stellen (zurückgenommen) | neu.csv | 2 | 2 | 0
        1 | (Zeit) | betreibende Stelle | Grundbestand | | 60 | 60 | 0
        - Belegter Platz: 3 Fassungen mit (MB), 19 aufbewahrte Dateien (Grundbestand und Hochgeladenes) mit (MB). Frei: (MB).
        """,
    )

    app = press(app, "Dieses Hochladen zurückholen")
    says(
        told(app)[:1],
        """
        (ok) Zurückgeholt. Die neue Fassung hat die Nummer 4.
        """,
    )
    assert [line for line in told(app) if line.startswith("4 |")]


def test_under_four_eyes_one_requests(own_store: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert own_store.is_dir()
    app = published()
    monkeypatch.setenv("KIM_FOUR_EYES", "1")
    app = press(app.run(), "Zurücknehmen beantragen")
    says(
        told(app)[:9],
        """
        (ok) Beantragt. Jemand anderes mit dem Recht zur Freigabe führt es hier im Verlauf aus.
        Ein Hochladen genauer ansehen (Fassung 2: neu.csv, (Zeit)): 2
        **Stellen**: 2 Zeilen, 2 neu oder geändert
        - Fingerabdruck der Datei (SHA-256), zum Vergleichen: (Fingerabdruck)
        <Datei herunterladen, wie sie kam>
        Es entsteht eine neue Fassung ohne diese Zeilen. Was vorher dort stand, gilt wieder. Der Verlauf und die Datei bleiben erhalten.
        Beantragt von örtlich, ohne Anmeldung, (Zeit).
        (i) Vier Augen: Das haben Sie selbst beantragt. Freigeben muss es jemand anderes.
        Alle Änderungen der Sammlung, die neueste zuerst. Als Zeilen zählen auch Kennzahlen, Dokumente, Orte und Organisationen.
        """,
    )
    monkeypatch.setattr(login, "LOCAL", replace(LOCAL, subject="reviewer-1"))
    app = press(opened("history"), "Dieses Hochladen zurücknehmen")
    says(told(app)[:1], "(ok) Zurückgenommen. Die neue Fassung hat die Nummer 3.")
