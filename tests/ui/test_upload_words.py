"""What the page of uploads begins with."""

import pytest

from ui.uploads.upload import what_waits


@pytest.mark.parametrize(
    ("files", "words"),
    [
        (0, "Keine weitere Datei wartet."),
        (1, "1 empfangene Datei wartet auf die Veröffentlichung."),
        (2, "2 empfangene Dateien warten auf die Veröffentlichung."),
    ],
)
def test_how_many_files_wait(files: int, words: str) -> None:
    assert what_waits(files) == words
