"""A paper as a person brings it: read by its format, or refused in one sentence."""

import pytest

from etl.reviewing import dropped
from etl.reviewing.dropped import NoPaperError
from tests.etl.fetching.pages import SESSIONNET, TEXT
from tests.etl.fetching.pdf_files import PICTURE, lines, pdf

TWO = b"Der erste Absatz\nauf zwei Zeilen.\n\nDer zweite.\n"


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("text.txt", TWO),
        ("TEXT.TXT", TWO.replace(b"\n", b"\r\n")),
        (
            "seite.html",
            b"<html><body><p>Der erste Absatz auf zwei Zeilen.</p><p>Der zweite.</p></body></html>",
        ),
        (
            "blatt.pdf",
            pdf(lines("Der erste Absatz auf zwei Zeilen.") + lines("Der zweite.", top=600)),
        ),
    ],
)
def test_text_html_and_pdf_become_paragraphs(name: str, content: bytes) -> None:
    found = list(dropped.read(name, content))
    assert found == ["Der erste Absatz auf zwei Zeilen.", "Der zweite."]


def test_a_page_of_a_council_system_loses_its_navigation() -> None:
    found = dropped.read("vo0050.html", SESSIONNET.encode())
    assert TEXT[0] in found
    assert not any("Sitzungskalender" in each for each in found)


@pytest.mark.parametrize(
    ("name", "content", "said"),
    [
        ("scan.pdf", pdf(PICTURE, PICTURE), "ein Scan ohne Textebene: 2 Seiten"),
        ("kaputt.pdf", b"%PDF-1.4\nkaputt", "beschädigt, geschützt"),
        ("leer.pdf", pdf(b""), "kein Text"),
        ("leer.txt", b" \n\n", "kein Text"),
        ("brief.docx", b"PK\x03\x04irgendwas", "Gelesen werden Text, PDF und HTML"),
        ("zahlen.txt", b"a\0b", "Gelesen werden Text, PDF und HTML"),
    ],
)
def test_what_has_no_text_is_refused_in_a_sentence(name: str, content: bytes, said: str) -> None:
    with pytest.raises(NoPaperError, match=said):
        dropped.read(name, content)


def test_what_is_too_large_is_not_read(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(dropped, "MOST_BYTES", 10)
    with pytest.raises(NoPaperError, match="größer als"):
        dropped.read("text.txt", TWO)


def test_pasted_words_are_parted_by_blank_lines() -> None:
    assert dropped.pasted("Eins\nnoch eins\n \nZwei") == ["Eins noch eins", "Zwei"]
    assert dropped.pasted("Integrations\u00admanagement\0hier") == ["Integrationsmanagement hier"]
    with pytest.raises(NoPaperError, match="kein Text"):
        dropped.pasted(" \n ")
