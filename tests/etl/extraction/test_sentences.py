import pytest

from etl.extraction.sentences import is_row, sentences


def cut(paragraph: str) -> list[str]:
    return [each.text for each in sentences(paragraph, 1)]


@pytest.mark.parametrize(
    "paragraph",
    [
        "Der Träger Lernhaus e. V. stellt ca. 2,5 Stellen bereit.",
        "Bis zum 25. November 2022 waren z. B. drei Stellen besetzt.",
        "Nach § 5 Abs. 2 gilt dies bzw. jenes.",
        "Im 3. Quartal und im 2. Halbjahr wird berichtet.",
        "Es sind rd. 1,2 Mio. Euro und 7.000 Euro vorgesehen.",
        "Die Vorlage Nr. 12 liegt vor.",
    ],
)
def test_a_full_stop_within_a_sentence_does_not_end_it(paragraph: str) -> None:
    assert cut(paragraph) == [paragraph]


@pytest.mark.parametrize(
    ("paragraph", "parts"),
    [
        (
            "Zwei Stellen sind besetzt. Eine ist frei.",
            ["Zwei Stellen sind besetzt.", "Eine ist frei."],
        ),
        (
            "Er fragt: „Wann?“ Die Verwaltung antwortet.",
            ["Er fragt: „Wann?“", "Die Verwaltung antwortet."],
        ),
        (
            "Beteiligt ist der Hilfe e. V. Die Stadt zahlt.",
            ["Beteiligt ist der Hilfe e. V.", "Die Stadt zahlt."],
        ),
        (
            "Es bleibt bei Baustein 2. Die Stadt zahlt.",
            ["Es bleibt bei Baustein 2.", "Die Stadt zahlt."],
        ),
        ("Gruppen: • Kinder • Eltern", ["Gruppen:", "Kinder", "Eltern"]),
        (
            "1. Der Rat nimmt zur Kenntnis.\n2. Der Rat beauftragt.",
            ["Der Rat nimmt zur Kenntnis.", "Der Rat beauftragt."],
        ),
        ("Eine Zeile ist\numgebrochen. So.", ["Eine Zeile ist\numgebrochen.", "So."]),
        ("Baustein\tStellen\n2\t3,5", ["Baustein\tStellen", "2\t3,5"]),
    ],
)
def test_a_paragraph_is_cut_where_sentences_bullets_and_rows_end(
    paragraph: str, parts: list[str]
) -> None:
    assert cut(paragraph) == parts


def test_a_sentence_knows_where_it_stands() -> None:
    paragraph = "  Der Rat tagt. •  Die Stadt stellt 2,5 Stellen.\n\n 3. Ende"
    for each in sentences(paragraph, 7):
        assert paragraph[each.start : each.start + len(each.text)] == each.text
        assert each.paragraph == 7


def test_a_row_is_told_from_a_line() -> None:
    assert is_row("| Baustein | Stellen |")
    assert is_row("Baustein 2     3,5 Stellen")
    assert not is_row("1.      Der Rat nimmt zur Kenntnis.")
    assert not is_row("Ein Satz mit  zwei Leerzeichen.")


def test_the_number_of_a_module_may_end_a_sentence() -> None:
    said = "Sechs Stellen sind im Baustein 2 und eine im Baustein 3. Vakant blieben zwei."
    assert [each.text for each in sentences(said, 1)] == [
        "Sechs Stellen sind im Baustein 2 und eine im Baustein 3.",
        "Vakant blieben zwei.",
    ]
