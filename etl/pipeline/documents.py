"""The council documents: paragraphs as the anchors count them."""

import hashlib
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby
from pathlib import Path


@dataclass(frozen=True)
class Document:
    """One document: its source, its paragraphs from number 1 on, the digest of its bytes."""

    source: str
    paragraphs: tuple[str, ...]
    sha256: str


def read_documents(folder: Path | None) -> list[Document]:
    """The documents of a folder, named by their source; none when there is no folder."""
    if folder is None or not folder.is_dir():
        return []
    return [_read(path) for path in sorted(folder.glob("*.txt"))]


def paragraphs(text: str) -> Iterator[str]:
    """The non-blank runs of lines, white space folded to single spaces."""
    for is_text, lines in groupby(text.splitlines(), key=lambda line: bool(line.strip())):
        if is_text:
            yield " ".join(" ".join(lines).split())


def _read(path: Path) -> Document:
    content = path.read_bytes()
    return Document(
        path.stem, tuple(paragraphs(content.decode("utf-8"))), hashlib.sha256(content).hexdigest()
    )
