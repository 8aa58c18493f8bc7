"""Of EDTF only the forms that the screen has words for."""

import pytest

from kim.dates import is_date
from kim.german import partial_date


@pytest.mark.parametrize(
    "text",
    [
        *("~2022", "2022-~11", "2022~-01", "2022-XX", "2022-11-XX", "[2021,2022-XX]", "2021-25"),
        *("2021-32", "2021/2022-25", "2021 -33", "2021 %", "[2021, 2022]"),
    ],
)
def test_a_form_without_words_is_no_date(text: str) -> None:
    assert not is_date(text)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("2022-11-30", "30.11.2022"),
        ("2022-24", "Winter 2022"),
        ("2022-33", "1. Quartal 2022"),
        ("2022-11~", "etwa November 2022"),
        ("202X", "2020er-Jahre"),
        ("[2021,2022]", "2021 oder 2022"),
        ("XXXX-05-25", "25. Mai, Jahr nicht genannt"),
    ],
)
def test_a_form_with_words_is_one(text: str, words: str) -> None:
    assert is_date(text)
    assert partial_date(text) == words
