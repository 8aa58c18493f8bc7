"""The submissions: a small file for each, the bytes in the archive."""

import secrets
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import replace
from datetime import datetime
from functools import lru_cache
from pathlib import Path, PureWindowsPath
from typing import BinaryIO

from etl.archive import records
from etl.archive.files import BYTES_PER_READ, Archive, arriving, put_text
from etl.uploads.submission import FileTooLargeError, State, Submission
from kim.pointer import StoreDamagedError

MOST_REMEMBERED = 10_000
MOST_CHARACTERS_OF_A_NAME = 120


class Inbox:
    """A folder with one JSON file per submission, beside the archive that keeps the bytes."""

    def __init__(self, folder: Path, archive: Archive) -> None:
        self.folder = folder
        self.archive = archive

    @classmethod
    def of(cls, folder: Path) -> "Inbox":
        """The inbox in the folder of a store."""
        return cls(folder / "inbox", Archive(folder / "uploads"))

    def receive(
        self, name: str, content: BinaryIO, owner: str, at: datetime, most_bytes: int
    ) -> Submission:
        """Keep a file for good; afterwards it survives a crash.

        Raises FileTooLargeError, and OSError when there is no room.
        """
        self.folder.mkdir(parents=True, exist_ok=True)
        key = f"{at:%Y%m%dT%H%M%S}-{secrets.token_hex(4)}"
        with arriving(self.folder / key) as copy:
            size = _write(content, copy, most_bytes)
            sha256 = self.archive.keep(copy)
        submission = Submission(key, at, owner, _bare(name), size, sha256)
        self.write(submission)
        return submission

    def write(self, submission: Submission) -> None:
        """Write a submission durably, in place of its earlier state."""
        put_text(records.written(submission), self.folder / f"{submission.id}.json")

    def submission(self, key: str) -> Submission | None:
        """The submission as it is kept; None when there is none. Raises StoreDamagedError."""
        path = self.folder / f"{key}.json"
        return records.read_file(path, Submission) if path.is_file() else None

    def submissions(self) -> list[Submission]:
        """All submissions that can be read, the newest first."""
        return [each for each in self._read() if isinstance(each, Submission)]

    def damaged(self) -> list[StoreDamagedError]:
        """Why submissions cannot be read, one for each."""
        return [each for each in self._read() if isinstance(each, StoreDamagedError)]

    def _read(self) -> Iterator[Submission | StoreDamagedError]:
        for path in sorted(self.folder.glob("*.json"), reverse=True):
            with suppress(FileNotFoundError):
                yield _read_as_of(path, path.stat().st_mtime_ns, path.stat().st_ino)

    def discard(self, submission: Submission, at: datetime) -> Submission:
        """Put a file away; its bytes stay in the archive for a time."""
        discarded = replace(submission, state=State.DISCARDED, put_away_at=at)
        self.write(discarded)
        return discarded


@lru_cache(MOST_REMEMBERED)
def _read_as_of(path: Path, _changed: int, _file: int) -> Submission | StoreDamagedError:
    """The submission in a file, read again only when the file has changed; or why it cannot be read."""
    try:
        return records.read_file(path, Submission)
    except StoreDamagedError as damaged:
        return damaged


def _bare(name: str) -> str:
    """The name without folders, whichever way its slashes lean, and without what cannot be shown."""
    path = PureWindowsPath("".join(sign for sign in name if sign.isprintable()))
    return f"{path.stem[:MOST_CHARACTERS_OF_A_NAME]}{path.suffix[:10]}" or "datei"


def _write(content: BinaryIO, target: Path, most_bytes: int) -> int:
    size = 0
    with target.open("wb") as file:
        while block := content.read(BYTES_PER_READ):
            size += len(block)
            if size > most_bytes:
                raise FileTooLargeError
            file.write(block)
    return size
