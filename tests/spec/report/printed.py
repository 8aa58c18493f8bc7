"""How a spec reads a PDF: all of its words without the breaks between lines."""

import re

import pypdfium2

from ui.pictures.typeface import printable

BROKEN = "\x02\ufffe"  # where pdfium joins what a line end hyphenates


def squeezed(words: str) -> str:
    """Words without spaces and the hyphens that end a line; printed signs only."""
    return printable(re.sub(rf"[\s\u00ad\u2060{BROKEN}-]", "", words))


def pages(pdf: bytes) -> list[str]:
    document = pypdfium2.PdfDocument(pdf)
    return [page.get_textpage().get_text_bounded() for page in document]


def text_of(pdf: bytes) -> str:
    return squeezed("".join(pages(pdf)))
