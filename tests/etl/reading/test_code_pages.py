"""Files in other encodings than UTF-8: read where German is alike, else asked by a word of the file."""

import pytest

from etl.reading import Decisions
from tests.etl.reading.dropped import Dropped, drop, table_of, text

PLAIN = "Maß für die Größe – 5 Träger, Café"


def dropped(words: str, encoding: str, choice: str = "") -> Dropped:
    """A row with these words in its note, in this encoding."""
    rows = table_of({"Anmerkung": words})
    rows[0] = [head if head.isascii() else "measure" for head in rows[0]]
    content = text(rows).encode(encoding, "surrogateescape")
    return drop(content, choices=Decisions("positions", encoding=choice))


@pytest.mark.parametrize(
    "words",
    [PLAIN, "„Größe“ … 100 m² – § 3", "l’été à 5 °C".replace("à", "–"), "½ Stelle · 3 × 5 €"],
)
def test_german_in_windows_1252_is_read(words: str) -> None:
    got = dropped(words, "cp1252")
    assert (got.questions, got.findings, got.column("note")) == ([], [], [words])


@pytest.mark.parametrize(
    ("words", "encoding"),
    [
        ("Größe für Träger", "cp850"),
        ("Größe für Träger", "mac_roman"),
        ("5 € je Stelle", "iso8859-15"),
        ("Jarosław", "cp1250"),
        ("Dvořák", "cp1250"),
        ("Śląsk", "iso8859-2"),
        ("Yıldız", "cp1254"),
        ("Κρήτη", "iso8859-7"),
        ("Київ", "cp1251"),
        ("Київ", "iso8859-5"),
        ("Rīga", "cp1257"),
    ],
)
def test_other_letters_are_asked_and_read_as_chosen(words: str, encoding: str) -> None:
    got = dropped(words, encoding)
    (question,) = got.questions
    assert (question.kind, question.line, question.column) == ("encoding", 2, "Anmerkung")
    said = next(word for word in words.split() if not word.isascii())
    assert said in question.options[encoding]
    assert got.rows == []
    chosen = dropped(words, encoding, encoding)
    assert (chosen.questions, chosen.column("note")) == ([], [words])


def test_the_present_reading_can_be_chosen_too() -> None:
    got = dropped("São Paulo", "cp1252")
    assert got.questions[0].options["cp1252"] == "„São“ (westeuropäisch)"
    assert dropped("São Paulo", "cp1252", "cp1252").column("note") == ["São Paulo"]


def test_a_wrong_heading_is_asked_too() -> None:
    got = drop(text(table_of({})).encode("cp850"))
    assert [(each.kind, each.line, each.value) for each in got.questions] == [
        ("encoding", 1, "Maá")
    ]
    assert got.questions[0].options["cp850"] == "„Maß“ (DOS)"


def test_the_encodings_are_told_apart_by_all_doubtful_words() -> None:
    """Some letters of Windows and of ISO for Central Europe are alike, others are not."""
    options = dropped("Łódź Śląsk", "iso8859-2").questions[0].options
    assert options["iso8859-2"] == "„Łódź Śląsk“ (mitteleuropäisch nach ISO)"
    assert "Śląsk" not in options.get("cp1250", "")


def test_bytes_that_are_no_words_in_any_encoding_are_refused() -> None:
    got = dropped("Größe\udc81", "cp1252", "cp1252")
    assert [(f.kind, f.line, f.column) for f in got.findings] == [
        ("encoding_unknown", 2, "Anmerkung")
    ]


def test_a_choice_is_for_text_without_a_mark_only() -> None:
    got = drop(
        text(table_of({"Anmerkung": PLAIN})).encode("utf-8"),
        choices=Decisions("positions", encoding="unknown"),
    )
    assert (got.reading.encoding, got.column("note")) == ("utf-8", [PLAIN])
