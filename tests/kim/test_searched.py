"""How far was looked, in words: searched are all documents, read as a whole only some of them."""

import pytest

from kim.answers import Searched


@pytest.mark.parametrize(
    ("documents", "whole", "until", "words"),
    [
        (0, 0, "", "kein Dokument durchsucht"),
        (1, 1, "2023", "durchsucht: 1 Dokument von 2023, ganz gelesen"),
        (1, 0, "2023", "durchsucht: 1 Dokument von 2023, nur am Anfang gelesen"),
        (1, 1, "", "durchsucht: 1 Dokument ohne Datum, ganz gelesen"),
        (5, 2, "2023", "durchsucht: 5 Dokumente, 2 ganz gelesen, das jüngste von 2023"),
        (5, 5, "2023", "durchsucht: 5 Dokumente, alle ganz gelesen, das jüngste von 2023"),
        (5, 0, "", "durchsucht: 5 Dokumente ohne Datum, keines ganz gelesen"),
    ],
)
def test_searched_and_read_as_a_whole_are_two_numbers(
    documents: int, whole: int, until: str, words: str
) -> None:
    assert Searched(documents, whole, until).words == words
