"""Verlauf: every load with time, person, tables, file and numbers; how one is taken back and brought back."""

import re
from pathlib import Path

from streamlit.testing.v1 import AppTest

from tests.spec.pages.conftest import opened
from tests.spec.pages.test_upload import CHANGED, MOMENT, NINE, drop, press
from tests.spec.reading import says
from tests.spec.screen import controls

DIGEST = re.compile(r"[0-9a-f]{64}")
SIZE = re.compile(r"[0-9.,]+ MB")
RULE = "Ältere Fassungen werden nach einer Regel gelöscht; weggelegte Dateien nach einer Frist."


def told(app: AppTest) -> list[str]:
    lines = [MOMENT.sub("(Zeit)", line) for line in controls(app, {})]
    lines = [SIZE.sub("(MB)", DIGEST.sub("(Prüfsumme)", line)) for line in lines][3:]
    return [line.removesuffix(f" {RULE}") for line in lines]


def published() -> AppTest:
    press(drop(opened("upload"), NINE, CHANGED), "Jetzt veröffentlichen")
    return opened("history")


def test_without_an_upload_only_the_first_load_is_listed(own_store: Path) -> None:
    assert own_store.is_dir()
    says(
        told(opened("history")),
        """
        (i) Es wurde noch nichts hochgeladen.
        Alle Übernahmen von Daten, die neueste zuerst
        Fassung | Wann | Wer | Was | Datei | Zeilen | neu oder geändert | entfallen
        1 | (Zeit) | betreibende Stelle | Grundbestand | | 60 | 60 | 0
        - Belegter Platz: 1 Fassung mit (MB), 17 empfangene Dateien mit (MB). Frei: (MB).
        """,
    )


def test_an_upload_is_listed_with_file_and_numbers(own_store: Path) -> None:
    assert own_store.is_dir()
    says(
        told(published()),
        """
        Ein Hochladen genauer ansehen (Fassung 2: neu.csv, (Zeit)): 2
        **Stellen**: 2 Zeilen, 2 neu oder geändert
        - Prüfsumme (SHA-256): (Prüfsumme)
        <Datei herunterladen, wie sie kam>
        Es entsteht eine neue Fassung ohne diese Zeilen. Was vorher dort stand, gilt wieder. Der Verlauf und die Datei bleiben erhalten.
        <Dieses Hochladen zurücknehmen>
        Alle Übernahmen von Daten, die neueste zuerst
        Fassung | Wann | Wer | Was | Datei | Zeilen | neu oder geändert | entfallen
        2 | (Zeit) | örtlich, ohne Anmeldung | Hochgeladen: Stellen | neu.csv | 2 | 2 | 0
        1 | (Zeit) | betreibende Stelle | Grundbestand | | 60 | 60 | 0
        - Belegter Platz: 2 Fassungen mit (MB), 19 empfangene Dateien mit (MB). Frei: (MB).
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
        - Prüfsumme (SHA-256): (Prüfsumme)
        <Datei herunterladen, wie sie kam>
        Es entsteht eine neue Fassung, in der die Zeilen dieser Datei wieder gelten.
        <Dieses Hochladen zurückholen>
        Alle Übernahmen von Daten, die neueste zuerst
        Fassung | Wann | Wer | Was | Datei | Zeilen | neu oder geändert | entfallen
        3 | (Zeit) | örtlich, ohne Anmeldung | Fassung 2 zurückgenommen | | 1 | 1 | 1
        2 | (Zeit) | örtlich, ohne Anmeldung | Hochgeladen: Stellen (zurückgenommen) | neu.csv | 2 | 2 | 0
        1 | (Zeit) | betreibende Stelle | Grundbestand | | 60 | 60 | 0
        - Belegter Platz: 3 Fassungen mit (MB), 19 empfangene Dateien mit (MB). Frei: (MB).
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
