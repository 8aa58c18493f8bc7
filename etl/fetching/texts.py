"""The texts made of fetched papers, one file for each source, and where their characters stand on the pages."""

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from etl.archive import records
from etl.archive.files import put_text
from etl.fetching.papers.paper import Paper, Piece

TEXTS, CHANGED = "texts", "changed-texts"


@dataclass(frozen=True)
class Places:
    """Where the characters of each paragraph of a text stand; `sha256` is the text's."""

    sha256: str
    paragraphs: Sequence[Sequence[Piece]]

    def page_and_character(self, paragraph: int, start: int) -> tuple[int, int] | None:
        """Page (from 1) and character on it (from 0) of a character of a paragraph (from 1).

        None for what stands on no page: a space between two lines, the mark between two cells.
        """
        for piece in self.paragraphs[paragraph - 1]:
            if piece.start <= start < piece.start + piece.length:
                return piece.page, piece.at + start - piece.start
        return None


class Texts:
    """The folders of a store with the texts that count, and with newer ones of pages that have changed."""

    def __init__(self, store: Path) -> None:
        self.folder = store / TEXTS
        self.changed = store / CHANGED

    def path(self, source: str) -> Path:
        return self.folder / f"{source}.txt"

    def write(self, source: str, paper: Paper) -> None:
        """Keep the text of a source durably, with its places where it has pages."""
        self._put(self.folder, source, paper)
        for path in self.changed.glob(f"{source}.*"):
            path.unlink()

    def write_beside(self, source: str, paper: Paper) -> Path:
        """Keep a newer text beside the one that counts; its file."""
        self._put(self.changed, source, paper)
        return self.changed / f"{source}.txt"

    def places(self, source: str) -> Places | None:
        """Where the characters of a text stand, None where it has no pages. Raises StoreDamagedError."""
        path = self.folder / f"{source}.json"
        return records.read_file(path, Places) if path.is_file() else None

    def _put(self, folder: Path, source: str, paper: Paper) -> None:
        folder.mkdir(parents=True, exist_ok=True)
        pieces = [each.pieces for each in paper.paragraphs]
        places = folder / f"{source}.json"
        if any(pieces):
            put_text(records.written(Places(text_digest(paper), pieces)), places)
        else:
            places.unlink(missing_ok=True)
        put_text(paper.text, folder / f"{source}.txt")


def text_digest(paper: Paper) -> str:
    """The SHA-256 of the text of a paper as it is written, in hexadecimal."""
    return hashlib.sha256(paper.text.encode()).hexdigest()
