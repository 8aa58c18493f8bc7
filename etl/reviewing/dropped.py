"""A paper as a person brings it: a file in whatever format, or words that were pasted."""

import tempfile
from collections.abc import Sequence
from pathlib import Path, PurePath

from etl.fetching.papers.child import read_in_child
from etl.fetching.papers.paper import SOFT_HYPHEN, Paper, Reading
from etl.pipeline.documents import paragraphs
from kim.texts import text

MEDIA_TYPES = {
    ".txt": "text/plain",
    ".htm": "text/html",
    ".html": "text/html",
    ".pdf": "application/pdf",
}
UNSEEN = {0: " ", ord(SOFT_HYPHEN): None}
MOST_BYTES = 50_000_000
MOST_PARAGRAPHS = 20_000


class NoPaperError(ValueError):
    """There is no text to read facts from; the message is a German sentence."""


def read(name: str, content: bytes) -> Sequence[str]:
    """The paragraphs of a file. Raises NoPaperError for a scan, a broken, closed, strange or empty one."""
    if len(content) > MOST_BYTES:
        raise NoPaperError(text("reviewing.too_large", megabytes=MOST_BYTES // 1_000_000))
    media_type = MEDIA_TYPES.get(PurePath(name).suffix.lower(), "application/octet-stream")
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "paper"
        path.write_bytes(content)
        return _paragraphs(read_in_child(path, media_type))


def pasted(words: str) -> Sequence[str]:
    """The paragraphs of pasted words: what blank lines part. Raises NoPaperError where there are none."""
    found = list(paragraphs(words.translate(UNSEEN)))
    if not found:
        raise NoPaperError(text("reviewing.empty"))
    return found


def _paragraphs(paper: Paper) -> Sequence[str]:
    if paper.reading is not Reading.TEXT:
        raise NoPaperError(text(f"reviewing.{paper.reading}", pages=paper.pages))
    found = [each.text for each in paper.paragraphs]
    if len(found) > MOST_PARAGRAPHS:
        raise NoPaperError(text("reviewing.unreadable"))
    return found
