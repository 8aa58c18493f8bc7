"""Hostile text: a paper of any shape is read in time that grows with its length."""

import pytest

from etl.extraction.paper import Paper
from etl.extraction.propose import propose
from etl.extraction.sentences import MOST_CHARACTERS, sentences
from tests.growth import is_in_proportion

pytestmark = pytest.mark.hardship

ABOUT = "Im KIM (Case Management) "
PIECES = (
    *("a", "A", "1", "1.", "1,", "(", "„", "| ", ": ", "; ", "– ", "Case-", "a\n", "  ", "e\u0301"),
    *("Stelle ", "zwei ", "und ", "eine ", "der Kreis ", "bei der Stadt ", "im ", "wie die "),
    *("von zwei auf ", "1.000 Euro ", "am 01.01.2022 ", "Evaluation ", "Ihr gehören ", "Rheine "),
    *("Ausschuss für ", "Sozial- und ", "konzept", "für das Thema ", "Herr ", "Dr. ", "§ 25a "),
    *(
        "beauftragt ",
        "besetzt ",
        "davon ",
        "jeweils ",
        "30.06. ",
        "Kommunales Integrationszentrum ",
    ),
)
SHORT, LONG = 4_000, 32_000


def read(text: str) -> None:
    list(propose(Paper((text,), "05566", "2023")))


@pytest.mark.parametrize("piece", PIECES)
def test_time_grows_with_the_length(piece: str) -> None:
    short, long = (ABOUT + piece * (length // len(piece)) for length in (SHORT, LONG))
    assert is_in_proportion(read, short, long)


@pytest.mark.parametrize("text", ["wort " * 20_000, "x" * 100_000, " " * 100_000])
def test_a_sentence_has_an_end_and_nothing_is_lost(text: str) -> None:
    found = list(sentences(text, 1))
    assert all(0 < len(each.text) <= MOST_CHARACTERS for each in found)
    assert all(text[each.start :].startswith(each.text) for each in found)
    assert sum(len(each.text.replace(" ", "")) for each in found) == len(text.replace(" ", ""))
