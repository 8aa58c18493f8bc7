"""The council documents: paragraphs as the anchors count them."""

import hashlib
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cached_property
from itertools import groupby
from pathlib import Path

from etl.fetching.texts import TEXTS


@dataclass(frozen=True)
class Document:
    """One document: its source and its text file, read when its content is first asked for, and once.

    `is_fetched`: its text was fetched for a source; no statement need name its paragraphs.
    """

    source: str
    path: Path
    is_fetched: bool = False

    @cached_property
    def content(self) -> bytes:
        return self.path.read_bytes()

    @property
    def paragraphs(self) -> tuple[str, ...]:
        """The paragraphs from number 1 on."""
        return tuple(paragraphs(self.content.decode("utf-8")))

    @property
    def sha256(self) -> str:
        """The digest of the bytes, in hexadecimal."""
        return hashlib.sha256(self.content).hexdigest()


def read_documents(folder: Path | None) -> list[Document]:
    """The documents of a folder, named by their source; none when there is no folder."""
    if folder is None or not folder.is_dir():
        return []
    return [Document(path.stem, path) for path in sorted(folder.glob("*.txt"))]


def fetched_documents(store: Path) -> list[Document]:
    """The texts that were fetched into the folder of a store."""
    return [replace(each, is_fetched=True) for each in read_documents(store / TEXTS)]


def paragraphs(text: str) -> Iterator[str]:
    """The non-blank runs of lines, white space folded to single spaces."""
    for is_text, lines in groupby(text.splitlines(), key=lambda line: bool(line.strip())):
        if is_text:
            yield " ".join(" ".join(lines).split())
