"""A wrong cell stands beside its sentence as the sentence quotes it."""

import pytest

from kim.tables import package
from ui.uploads.faults import shown_cell

QUANTITY = package().tables["positions"].field("quantity")
NO_NUMBER = "„{cell}“ ist keine Zahl. Erwartet wird eine Zahl wie 1,9."
TOO_LARGE = "„10000,5“ ist zu groß."


@pytest.mark.parametrize(
    ("cell", "sentence", "words"),
    [
        ("1.9", "", "1,9"),
        ("1.9", NO_NUMBER.format(cell="1.9"), "1.9"),
        ("viele", NO_NUMBER.format(cell="viele"), "viele"),
        ("10000.5", TOO_LARGE, "10000,5"),
        ("", "Die Zelle ist leer.", ""),
    ],
)
def test_a_wrong_number_is_not_written_otherwise_than_its_sentence(
    cell: str, sentence: str, words: str
) -> None:
    shown = shown_cell(QUANTITY, cell, sentence)
    assert shown == ({"words": words, "mark": sentence} if sentence else words)
