"""The small file that names the current version, and what is said when it cannot be followed."""

import os
import re
from pathlib import Path

from kim.texts import text

NUMBER = re.compile(r"[1-9][0-9]{0,17}")
VERSION = re.compile(r"kim-([0-9]{6,18})\.duckdb")
Seen = tuple[int, int]


class StoreDamagedError(Exception):
    """There is a version, but the pointer or the file it names cannot be read; says so in German."""

    def __init__(self, kind: str, file: str = "current") -> None:
        super().__init__(kind, file)
        self.sentence = text(f"store.{kind}", file=file)

    def __str__(self) -> str:
        return self.sentence


class Pointer:
    """The file `current` in the folder of versions: a number, swapped in one step."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self._file = folder / "current"
        self._next = folder / "current.next"

    def path(self, number: int) -> Path:
        return self.folder / f"kim-{number:06}.duckdb"

    def numbers(self) -> list[int]:
        """The numbers of all versions that lie in the folder, in order."""
        found = (VERSION.fullmatch(path.name) for path in self.folder.glob("kim-*.duckdb"))
        return sorted(int(each[1]) for each in found if each)

    def number(self) -> int:
        """The number of the current version, 0 before the first.

        Raises StoreDamagedError when the pointer cannot be read or names no number, and when it is
        gone and versions are there.
        """
        try:
            return _number(self._file)
        except FileNotFoundError:
            if self._is_before_the_first():
                return 0
            raise StoreDamagedError("pointer_missing") from None

    def seen(self) -> Seen | None:
        """What changes with the pointer; None when there is none to look at."""
        try:
            stat = self._file.stat()
        except OSError:
            return None
        return stat.st_mtime_ns, stat.st_ino

    def swap(self, building: Path, number: int) -> None:
        """Put a complete file in the place of its version and have the pointer name it."""
        sync(building)
        self._next.write_text(f"{number}\n", "ascii")
        sync(self._next)
        building.replace(self.path(number))
        self._next.replace(self._file)
        sync(self.folder)

    def _is_before_the_first(self) -> bool:
        """No version, or only one that a crash left before it could be named."""
        versions = set(self.folder.glob("kim-*.duckdb"))
        try:
            return not versions or versions == {self.path(_number(self._next))}
        except FileNotFoundError:
            return False


def _number(file: Path) -> int:
    """Raises FileNotFoundError, StoreDamagedError."""
    try:
        words = file.read_bytes()[:100].decode("ascii", "replace").strip()
    except FileNotFoundError:
        raise
    except IsADirectoryError:
        raise StoreDamagedError("pointer_folder") from None
    except OSError as error:
        raise StoreDamagedError("pointer_unreadable") from error
    if not words:
        raise StoreDamagedError("pointer_empty")
    if not NUMBER.fullmatch(words):
        raise StoreDamagedError("pointer_garbage")
    return int(words)


def sync(path: Path) -> None:
    """Return once what was written there is on the disk."""
    descriptor = os.open(path, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)
