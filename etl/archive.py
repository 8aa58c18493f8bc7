"""The files beside the store that are never deleted: every file received, by its digest."""

import hashlib
import os
import secrets
import shutil
from pathlib import Path

BYTES_PER_READ = 1 << 20


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
        if not self.path(sha256).exists():
            copy = self.folder / f"{sha256}.{secrets.token_hex(4)}.part"
            try:
                shutil.copyfile(path, copy)
                put(copy, self.path(sha256))
            finally:
                copy.unlink(missing_ok=True)
        return sha256


def digest(path: Path) -> str:
    """The SHA-256 of a file, in hexadecimal."""
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def put_text(text: str, target: Path) -> None:
    """Write a small file durably, in place of an earlier one."""
    written = target.with_suffix(f".{secrets.token_hex(4)}.part")
    try:
        written.write_text(text, "utf-8")
        put(written, target)
    finally:
        written.unlink(missing_ok=True)


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
