"""near_words.sql: which words of the version may have been meant by one that it does not have?"""

import pytest

from kim import queries
from tests.spec.conftest import Spec

BODIES = """
    body
    Lenkungsgruppe Gremium
    Lenkungsgruppen Gremien
    Gremien am 2024
    0815 und 9123
"""


@pytest.mark.parametrize(
    ("word", "most", "near"),
    [
        ("lenkungsgrupe", 2, ["Lenkungsgruppe", "Lenkungsgruppen"]),
        ("lenkungsgrupe", 1, ["Lenkungsgruppe"]),
        ("gremeiu", 2, ["Gremien", "Gremium"]),
        ("remien", 1, []),
        ("remien", 2, ["Gremien"]),
        ("bremien", 2, []),
        ("agremien", 2, ["Gremien"]),
        ("2025", 1, []),
        ("0816", 1, []),
        ("9124", 1, []),
        ("lenkung", 2, []),
    ],
    ids=str,
)
def test_fewest_errors_then_the_commonest(
    spec: Spec, word: str, most: int, near: list[str]
) -> None:
    """Exchanged letters are one error; a wrong first letter is one more; numbers are not misspelt."""
    assert spec(bodies=BODIES).ask(queries.near_words, word, most) == near


def test_no_more_than_three(spec: Spec) -> None:
    told = spec(bodies="body\n Tafela Tafelb Tafelc Tafeld")

    assert told.ask(queries.near_words, "tafel", 1) == ["Tafela", "Tafelb", "Tafelc"]


def test_errors_count_before_how_common_a_word_is_and_this_before_the_letters(spec: Spec) -> None:
    told = spec(bodies="body\n Tafelb Tafelxy\n Tafelb Tafelxy Tafela\n Tafelxy")

    assert told.ask(queries.near_words, "tafel", 2) == ["Tafelb", "Tafela", "Tafelxy"]
