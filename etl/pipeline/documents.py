"""The council documents: paragraphs as the anchors count them."""

import hashlib
from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import groupby
from pathlib import Path

from etl.fetching.texts import TEXTS


@dataclass(frozen=True)
class Document:
    """One document: its source, its paragraphs from number 1 on, the digest of its bytes.

    `is_fetched`: its text was fetched for a source; no statement need name its paragraphs.
    """

    source: str
    paragraphs: tuple[str, ...]
    sha256: str
    is_fetched: bool = False


def read_documents(folder: Path | None) -> list[Document]:
    """The documents of a folder, named by their source; none when there is no folder."""
    if folder is None or not folder.is_dir():
        return []
    return [_read(path) for path in sorted(folder.glob("*.txt"))]


def fetched_documents(store: Path) -> list[Document]:
    """The texts that were fetched into the folder of a store."""
    return [replace(each, is_fetched=True) for each in read_documents(store / TEXTS)]


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
