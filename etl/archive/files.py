"""The files beside the store: every file received, by its digest."""

import hashlib
import os
import secrets
import shutil
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

BYTES_PER_READ = 1 << 20
SECONDS_A_HALF_FILE_MAY_LIE = 24 * 60 * 60


class Archive:
    """A folder of files, each named by the SHA-256 of its bytes."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def path(self, sha256: str) -> Path:
        return self.folder / sha256

    def keep(self, path: Path) -> str:
        """Keep the bytes of a file for good; their SHA-256. OSError when there is no room."""
        self.folder.mkdir(parents=True, exist_ok=True)
        sha256 = digest(path)
        try:
            os.utime(self.path(sha256))  # who deletes sees that it came again
        except FileNotFoundError:
            with arriving(self.path(sha256)) as copy:
                shutil.copyfile(path, copy)
                put(copy, self.path(sha256))
        return sha256

    def delete(self, sha256: str) -> int | None:
        """Delete a file that nothing needs; its bytes, None when it came again within the last day."""
        with arriving(self.path(sha256)) as taken:
            try:
                self.path(sha256).replace(taken)
            except FileNotFoundError:
                return 0
            found = taken.stat()
            if time.time() - found.st_mtime < SECONDS_A_HALF_FILE_MAY_LIE:
                taken.replace(self.path(sha256))
                return None
            return found.st_size


@contextmanager
def arriving(target: Path) -> Iterator[Path]:
    """Where to write what is to become `target`, a file of a folder beside: half files lie apart.

    What a crash left there a day ago goes.
    """
    folder = target.parent.parent / "arriving"
    folder.mkdir(parents=True, exist_ok=True)
    for left in folder.iterdir():
        with suppress(FileNotFoundError):
            if time.time() - left.stat().st_mtime > SECONDS_A_HALF_FILE_MAY_LIE:
                left.unlink()
    written = folder / secrets.token_hex(8)
    try:
        yield written
    finally:
        written.unlink(missing_ok=True)


def digest(path: Path) -> str:
    """The SHA-256 of a file, in hexadecimal."""
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def put_text(text: str, target: Path) -> None:
    """Write a small file durably, in place of an earlier one."""
    with arriving(target) as written:
        written.write_text(text, "utf-8")
        put(written, target)


def put(written: Path, target: Path) -> None:
    """Give a complete file its name, so that it is there whole after a crash or not at all."""
    with written.open("rb") as file:
        os.fsync(file.fileno())
    written.replace(target)
    folder = os.open(target.parent, os.O_RDONLY)
    try:
        os.fsync(folder)
    finally:
        os.close(folder)
