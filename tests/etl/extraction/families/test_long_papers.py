"""What looks around a sentence looks only so far: a paper in one paragraph takes time in proportion to its length."""

from time import process_time

import pytest

from etl.extraction.paper import Paper
from etl.extraction.propose import propose

SENTENCES = (
    "Der Rat beschließt das KIM. ",
    "Der Eigenanteil am KIM beträgt 96.000 Euro. ",
    "Ein Mitglied fragt, ob das KIM endet. ",
    "Die Verwaltung wird am 30.06.2026 zum KIM berichten. ",
)
CHARACTERS = 8_000


@pytest.mark.parametrize("sentence", SENTENCES)
def test_a_long_paragraph_is_read_in_proportion(sentence: str) -> None:
    short, long = (_seconds(sentence, length) for length in (CHARACTERS, 4 * CHARACTERS))
    assert long < 8 * short + 0.1


def _seconds(sentence: str, length: int) -> float:
    paper = Paper((sentence * (length // len(sentence)),), "05566", "2025-06-01")
    started = process_time()
    assert list(propose(paper))
    return process_time() - started
