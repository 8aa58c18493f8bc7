"""Hostile text: a paper of any shape is read in time that grows with its length."""

import time

import pytest

from etl.extraction.paper import Paper
from etl.extraction.propose import propose
from etl.extraction.sentences import MOST_CHARACTERS, sentences

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
SHORT, TIMES, TRIES = 4_000, 8, 3


def seconds(text: str) -> float:
    started = time.process_time()
    list(propose(Paper((text,), "05566", "2023")))
    return time.process_time() - started


@pytest.mark.parametrize("piece", PIECES)
def test_time_grows_with_the_length(piece: str) -> None:
    """Of three tries on a busy machine the best counts; a time that grew with the square would be eight times longer."""
    texts = [ABOUT + piece * (length // len(piece)) for length in (SHORT, SHORT * TIMES)]
    ratios = (seconds(long) / seconds(short) for short, long in [texts] * TRIES)
    assert any(ratio < 3 * TIMES for ratio in ratios)


@pytest.mark.parametrize("text", ["wort " * 20_000, "x" * 100_000, " " * 100_000])
def test_a_sentence_has_an_end_and_nothing_is_lost(text: str) -> None:
    found = list(sentences(text, 1))
    assert all(0 < len(each.text) <= MOST_CHARACTERS for each in found)
    assert all(text[each.start :].startswith(each.text) for each in found)
    assert sum(len(each.text.replace(" ", "")) for each in found) == len(text.replace(" ", ""))
