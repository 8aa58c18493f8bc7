"""kim.word_forms: words of a text, and whether one finds the other."""

import pytest

from kim.word_forms import FUNCTION_WORDS, pieces, spelled, stems


@pytest.mark.parametrize(
    ("text", "words"),
    [
        (
            "Die Stadt richtet 1,9 Stellen ein.",
            ["die", "stadt", "richtet", "1,9", "stellen", "ein"],
        ),
        ("55.000 Euro, 1.234,5 und 16.11.2022", ["55000", "euro", "1234,5", "und", "16.11.2022"]),
        ("KIM-Case-Management (51/205)", ["kim", "case", "management", "51/205"]),
        ("Tra\u0308ger*innen, STRAẞE, a_b", ["träger", "innen", "straße", "a", "b"]),
        ("  – ; ", []),
    ],
    ids=str,
)
def test_words_of_a_text(text: str, words: list[str]) -> None:
    assert spelled(text) == words


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("straße", "strasse"),
        ("träger", "trägers"),
        ("träger", "traeger"),
        ("münster", "muenster"),
        ("beschließen", "beschlossen"),
        ("beschließt", "beschloss"),
        ("stelle", "stellen"),
        ("ausschuss", "ausschüsse"),
        ("geflüchtete", "geflüchteten"),
    ],
)
def test_forms_of_one_word_share_a_stem(one: str, other: str) -> None:
    assert stems(one) & stems(other)


@pytest.mark.parametrize(("one", "other"), [("stadt", "staat"), ("rat", "tat"), ("kreis", "preis")])
def test_other_words_do_not(one: str, other: str) -> None:
    assert not stems(one) & stems(other)


def test_pieces_make_up_the_text_again() -> None:
    text = "Zahl der Stellen: 55.000 (Stellen)"
    found = pieces(text, frozenset({"stellen", "55000"}))

    assert "".join(piece for piece, _ in found) == text
    assert [piece for piece, is_wanted in found if is_wanted] == ["Stellen", "55.000", "Stellen"]
    assert pieces("", frozenset({"x"})) == []


def test_function_words_are_written_as_words_are_compared() -> None:
    assert len(FUNCTION_WORDS) > 100
    assert all(spelled(word) == [word] for word in FUNCTION_WORDS)
    assert not FUNCTION_WORDS & {"stelle", "kreis", "kosten", "rat"}
