"""What looks around a sentence looks only so far: a paper in one paragraph takes time in proportion to its length."""

import pytest

from etl.extraction.paper import Paper
from etl.extraction.propose import propose
from tests.growth import is_in_proportion

SENTENCES = (
    "Der Rat beschließt das KIM. ",
    "Der Eigenanteil am KIM beträgt 96.000 Euro. ",
    "Ein Mitglied fragt, ob das KIM endet. ",
    "Die Verwaltung wird am 30.06.2026 zum KIM berichten. ",
)
CHARACTERS = 4_000


@pytest.mark.parametrize("sentence", SENTENCES)
def test_a_long_paragraph_is_read_in_proportion(sentence: str) -> None:
    short, long = (sentence * (length // len(sentence)) for length in (CHARACTERS, 8 * CHARACTERS))
    assert is_in_proportion(read, short, long)


def read(text: str) -> None:
    assert list(propose(Paper((text,), "05566", "2025-06-01")))
