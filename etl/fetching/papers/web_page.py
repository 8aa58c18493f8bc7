"""Pages in HTML and plain texts, in whatever encoding."""

import re
from collections.abc import Iterable
from pathlib import Path

import trafilatura

from etl.fetching.papers.blocks import blocks_of
from etl.fetching.papers.council_systems import content_of, system_of
from etl.fetching.papers.paper import Paper, Paragraph, Reading

CHARSET = re.compile(rb"charset\s*=\s*[\"']?\s*([\w-]+)", re.IGNORECASE)
BYTES_OF_A_HEAD = 4096
BLANK_LINE = re.compile(r"\n[^\S\n]*\n\s*")
WESTERN = {"iso-8859-1", "latin-1", "latin1", "ascii", "us-ascii"}  # browsers read them as cp1252


def read_page(path: Path, media_type: str) -> Paper:
    """The text of a page in HTML: of a known council system by where it stands, else what a page is about."""
    page = decoded(path.read_bytes(), media_type)
    system = system_of(page)
    content = content_of(page if system else _without_boilerplate(page), system)
    return _paper(blocks_of(content) if content is not None else ())


def read_text(path: Path, media_type: str) -> Paper:
    """The paragraphs of a plain text: what blank lines part."""
    parts = BLANK_LINE.split(decoded(path.read_bytes(), media_type).replace("\r\n", "\n"))
    return _paper(" ".join(each.split()) for each in parts)


def decoded(content: bytes, media_type: str) -> str:
    """The text of these bytes: as the server says, as the page says, UTF-8, else Western European."""
    said = [*CHARSET.findall(media_type.encode()), *CHARSET.findall(content[:BYTES_OF_A_HEAD])]
    names = [each.decode("ascii", "replace").lower() for each in said]
    for name in [*names, "utf-8-sig"]:
        try:
            return content.decode("cp1252" if name in WESTERN else name)
        except (UnicodeError, LookupError):
            continue
    return content.decode("cp1252", "replace")


def _without_boilerplate(page: str) -> str:
    found = trafilatura.extract(
        page, output_format="html", include_comments=False, include_tables=True, favor_recall=True
    )
    return found or page


def _paper(texts: Iterable[str]) -> Paper:
    found = tuple(Paragraph(each) for each in texts if each)
    return Paper(Reading.TEXT if found else Reading.EMPTY, found)
