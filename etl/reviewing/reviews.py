"""The folder of a store with the reviews: for each paper a record and its text."""

import hashlib
from collections.abc import Iterator
from contextlib import contextmanager
from functools import lru_cache
from pathlib import Path

from filelock import FileLock

from etl.archive import records
from etl.archive.files import put_text
from etl.fetching.records import is_name
from etl.reviewing.review import Review
from kim.disk import disk_said
from kim.pointer import StoreDamagedError

FOLDER = "reviews"
MOST_REMEMBERED = 1_000


class Reviews:
    """One JSON file for each paper, written anew with every decision, beside the text it is about."""

    def __init__(self, store: Path) -> None:
        self.store = store
        self.folder = store / FOLDER

    def of(self, source: str) -> Review | None:
        """The review of a paper as it stands now, None before it is begun. Raises StoreDamagedError."""
        path = self._path(source, "json")
        return records.read_file(path, Review) if path.is_file() else None

    def all(self) -> list[Review]:
        """All reviews that can be read, by source."""
        return [each for each in self._read() if isinstance(each, Review)]

    def damaged(self) -> list[StoreDamagedError]:
        """Why reviews cannot be read, one for each."""
        return [each for each in self._read() if isinstance(each, StoreDamagedError)]

    def _read(self) -> Iterator[Review | StoreDamagedError]:
        for path in sorted(self.folder.glob("*.json")):
            kept = path.stat()
            yield _read_as_of(path, kept.st_mtime_ns, kept.st_ino)

    def text(self, source: str) -> str:
        """The text of a paper under review."""
        return self._path(source, "txt").read_text("utf-8")

    def write(self, review: Review) -> None:
        """Keep a review durably, in place of its earlier state. Raises StoreFullError, StoreReadOnlyError."""
        with disk_said(self.store):
            put_text(records.written(review), self._path(review.source, "json"))

    def write_text(self, source: str, text: str) -> str:
        """Keep the text of a paper; its SHA-256. Raises StoreFullError, StoreReadOnlyError."""
        with disk_said(self.store):
            put_text(text, self._path(source, "txt"))
        return hashlib.sha256(text.encode()).hexdigest()

    @contextmanager
    def alone(self) -> Iterator[None]:
        """Nobody else changes a review meanwhile. Raises StoreFullError, StoreReadOnlyError."""
        with disk_said(self.store):
            self.folder.mkdir(parents=True, exist_ok=True)
            lock = FileLock(self.folder / "writer.lock")
            lock.acquire()
        try:
            yield
        finally:
            lock.release()

    def _path(self, source: str, ending: str) -> Path:
        if not is_name(source):
            raise ValueError(source)
        return self.folder / f"{source}.{ending}"


@lru_cache(MOST_REMEMBERED)
def _read_as_of(path: Path, _changed: int, _file: int) -> Review | StoreDamagedError:
    """The review in a file, read again only when the file has changed; or why it cannot be read."""
    try:
        return records.read_file(path, Review)
    except StoreDamagedError as damaged:
        return damaged
