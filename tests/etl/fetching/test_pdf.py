"""PDF files: what becomes a paragraph, what does not, and where its characters stand."""

from pathlib import Path

import pytest
from pypdfium2 import PdfDocument

from etl.fetching.papers.paper import Paper, Reading
from etl.fetching.papers.pdf import read_pdf
from tests.etl.fetching.pdf_files import PICTURE, lines, pdf, words


def read(folder: Path, *pages: bytes) -> Paper:
    path = folder / "paper"
    path.write_bytes(pdf(*pages))
    return read_pdf(path)


def told(paper: Paper) -> list[str]:
    return [each.text for each in paper.paragraphs]


def test_lines_become_paragraphs_and_cut_words_one_word(tmp_path: Path) -> None:
    page = lines(
        "Die Verwaltung hat drei Stellen im Case Manage-",
        "ment eingerichtet. Das Case-",
        "Management beginnt 2022. Sozial-",
        "und Jugendhilfe werden beteiligt, auch das Jahr 2020-",
        "2022 wird genannt.",
    ) + lines("Ein zweiter Absatz folgt", "und hat zwei Zeilen.", top=600)
    assert told(read(tmp_path, page)) == [
        "Die Verwaltung hat drei Stellen im Case Management eingerichtet. Das Case-Management"
        " beginnt 2022. Sozial- und Jugendhilfe werden beteiligt, auch das Jahr 2020-2022 wird"
        " genannt.",
        "Ein zweiter Absatz folgt und hat zwei Zeilen.",
    ]


def test_a_dash_at_the_end_of_a_line_cuts_no_word(tmp_path: Path) -> None:
    assert told(read(tmp_path, lines("Das Programm KIM -", "so der Name - beginnt."))) == [
        "Das Programm KIM - so der Name - beginnt."
    ]


def test_every_character_leads_back_to_its_page(tmp_path: Path) -> None:
    paper = read(
        tmp_path,
        lines("Die Verwaltung hat drei Stellen im Case Manage-", "ment eingerichtet, und sie"),
        lines("besetzt sie im Lauf des Jahres."),
    )
    (only,) = paper.paragraphs
    document = PdfDocument(tmp_path / "paper")
    for piece in only.pieces:
        of_page = document[piece.page - 1].get_textpage().get_text_range(piece.at, piece.length)
        assert of_page == only.text[piece.start : piece.start + piece.length]
    assert [each.page for each in only.pieces] == [1, 1, 2]
    placed = sum(each.length for each in only.pieces)
    assert placed == len(only.text) - len(" ")  # the space between the pages is ours


def test_page_numbers_and_running_heads_are_no_paragraphs(tmp_path: Path) -> None:
    def page(number: int, said: str) -> bytes:
        head = words(70, 800, f"Niederschrift des Integrationsrates vom 01.0{number}.2022")
        return head + lines(said) + words(280, 40, f"Seite {number} von 3")

    said = ["Die erste Seite.", "Die zweite Seite.", "Die dritte Seite."]
    paper = read(tmp_path, *(page(at, line) for at, line in enumerate(said, 1)))
    assert told(paper) == said


def test_the_head_of_a_chapter_is_one_too_and_an_item_goes_on(tmp_path: Path) -> None:
    def page(number: int) -> bytes:
        head = words(70, 800, "Kapitel 2: Stellen") + words(500, 800, str(number))
        item = words(70, 700, "\u2022", size=16) + words(90, 700, "Der Kreis richtet ein,")
        return head + item + lines("was die Stadt nicht hat.", top=686, left=90)

    plain = [lines(f"Seite ohne Kopf {sign}.") for sign in "ABCDEFG"]
    paper = read(tmp_path, *(page(number) for number in (5, 6, 7)), *plain)
    assert told(paper)[:4] == [
        *["\u2022 Der Kreis richtet ein, was die Stadt nicht hat."] * 3,
        "Seite ohne Kopf A.",
    ]


def test_a_head_that_stands_once_and_a_number_in_the_text_stay(tmp_path: Path) -> None:
    paper = read(tmp_path, words(70, 800, "Stadt Musterhausen") + lines("12"), lines("Ende."))
    assert told(paper) == ["Stadt Musterhausen", "12", "Ende."]


def test_a_word_whose_rest_is_missing_keeps_its_hyphen(tmp_path: Path) -> None:
    assert told(read(tmp_path, lines("Die Stellen sind be-", top=700))) == ["Die Stellen sind be-"]


def test_a_table_becomes_rows(tmp_path: Path) -> None:
    rows = [("Modul", "Stellen", "Träger"), ("Modul 1", "1,9", "Stadt")]
    page = b"".join(
        words(x, 700 - 14 * at, cell)
        for at, row in enumerate(rows)
        for x, cell in zip((70, 250, 400), row, strict=True)
    )
    assert told(read(tmp_path, page)) == ["Modul | Stellen | Träger", "Modul 1 | 1,9 | Stadt"]


def test_the_last_cell_of_a_row_may_have_several_lines(tmp_path: Path) -> None:
    """What stands below another cell is not put behind the last one."""
    first = words(70, 700, "Modul 1") + words(250, 700, "1,9") + words(400, 700, "Stadt und")
    second = words(70, 672, "Modul 2") + words(250, 672, "3,5") + words(400, 672, "Stadt")
    page = first + words(400, 686, "Kreis") + second + words(70, 658, "und 3")
    assert told(read(tmp_path, page)) == [
        "Modul 1 | 1,9 | Stadt und Kreis",
        "Modul 2 | 3,5 | Stadt",
        "und 3",
    ]


def test_a_sentence_goes_on_overleaf_and_a_new_one_does_not(tmp_path: Path) -> None:
    paper = read(
        tmp_path,
        lines("Die Stellen werden"),
        lines("besetzt."),
        lines("Der Rat nimmt Kenntnis."),
    )
    assert told(paper) == ["Die Stellen werden besetzt.", "Der Rat nimmt Kenntnis."]


def test_a_scan_is_said_to_be_one(tmp_path: Path) -> None:
    paper = read(tmp_path, PICTURE, PICTURE)
    assert (paper.reading, paper.pages, paper.scanned) == (Reading.SCAN, 2, (1, 2))
    mixed = read(tmp_path, lines("Nur die erste Seite hat Text."), PICTURE)
    assert (mixed.reading, mixed.scanned) == (Reading.TEXT, (2,))


@pytest.mark.parametrize("content", [b"%PDF-1.4\nrubbish", b""])
def test_a_broken_file_is_unreadable(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "paper"
    path.write_bytes(content)
    assert read_pdf(path).reading is Reading.UNREADABLE


def test_a_page_without_anything_is_empty(tmp_path: Path) -> None:
    assert read(tmp_path, b"").reading is Reading.EMPTY
