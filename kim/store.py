"""The only opener of DuckDB: a folder of numbered versions, a pointer, and the way to the next version."""

import os
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import duckdb
from filelock import FileLock, Timeout

from kim.tables import ROOT

CLOSED = {
    "autoinstall_known_extensions": "false",
    "autoload_known_extensions": "false",
}
SECONDS_TO_WAIT_FOR_WRITER = 60


class StoreBusyError(Exception):
    """Another process is publishing and did not finish in time."""


class StoreEmptyError(Exception):
    """No version has been published yet."""


@dataclass(frozen=True)
class Version:
    """One published version, open for reading. Every query takes its own cursor."""

    number: int
    connection: duckdb.DuckDBPyConnection

    def cursor(self) -> duckdb.DuckDBPyConnection:
        return self.connection.cursor()


@dataclass
class Draft:
    """The next version while it is being built; `base` is the number it builds on, 0 for none."""

    number: int
    base: int
    connection: duckdb.DuckDBPyConnection
    scratch: Path
    is_complete: bool = False

    def complete(self) -> None:
        """Mark the draft as ready: leaving the context publishes it."""
        self.is_complete = True


class Store:
    """A folder with numbered DuckDB files and a small file that names the current one."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self._pointer = folder / "current"
        self._lock = threading.Lock()
        self._open: Version | None = None
        self._seen: tuple[int, int] | None = None

    def path(self, number: int) -> Path:
        return self.folder / f"kim-{number:06}.duckdb"

    def number(self) -> int:
        """The number of the current version, 0 before the first."""
        try:
            return int(self._pointer.read_text("ascii"))
        except FileNotFoundError:
            return 0

    def current(self) -> Version:
        """The current version; StoreEmptyError before the first.

        A new pointer is noticed by its stat; whoever holds the older version finishes on it.
        """
        try:
            stat = self._pointer.stat()
        except FileNotFoundError as missing:
            raise StoreEmptyError from missing
        seen = (stat.st_mtime_ns, stat.st_ino)
        if self._seen == seen and self._open is not None:
            return self._open
        with self._lock:
            if self._seen != seen or self._open is None:
                number = self.number()
                self._open = Version(number, _open_for_reading(self.path(number)))
                self._seen = seen
            return self._open

    @contextmanager
    def draft(self) -> Iterator[Draft]:
        """Hold the writer lock and yield a draft with the current version attached as `base`.

        Published when the body called `complete`, thrown away otherwise.
        Raises StoreBusyError when another writer holds the lock for too long.
        """
        self.folder.mkdir(parents=True, exist_ok=True)
        lock = FileLock(self.folder / "writer.lock", timeout=SECONDS_TO_WAIT_FOR_WRITER)
        try:
            lock.acquire()
        except Timeout as busy:
            raise StoreBusyError from busy
        try:
            yield from self._drafted()
        finally:
            lock.release()

    def _drafted(self) -> Iterator[Draft]:
        base = self.number()
        building = self.folder / "building.duckdb"
        scratch = self.folder / "scratch.duckdb"
        _remove(building, scratch)
        connection = duckdb.connect(building, config=CLOSED)
        draft = Draft(base + 1, base, connection, scratch)
        try:
            if base:
                _attach(connection, self.path(base), "base", read_only=True)
            _attach(connection, scratch, "scratch", read_only=False)
            yield draft
            connection.execute("CHECKPOINT")
            connection.close()
            if draft.is_complete:
                self._publish(building, draft.number)
        finally:
            connection.close()
            _remove(building, scratch)

    def _publish(self, building: Path, number: int) -> None:
        _sync(building)
        os.replace(building, self.path(number))
        pointer = self.folder / "current.next"
        pointer.write_text(f"{number}\n", "ascii")
        _sync(pointer)
        os.replace(pointer, self._pointer)
        _sync(self.folder)


@cache
def store() -> Store:
    """The store of this installation: the folder that KIM_STORE names, or store/ beside the code."""
    return Store(Path(os.environ.get("KIM_STORE", ROOT / "store")))


def _open_for_reading(path: Path) -> duckdb.DuckDBPyConnection:
    closed = {
        **CLOSED,
        "threads": "1",
        "enable_external_access": "false",
        "lock_configuration": "true",
    }
    return duckdb.connect(path, read_only=True, config=closed)


def _attach(
    connection: duckdb.DuckDBPyConnection, path: Path, name: str, *, read_only: bool
) -> None:
    mode = "READ_ONLY" if read_only else "READ_WRITE"
    quoted = str(path).replace("'", "''")
    connection.execute(f"ATTACH '{quoted}' AS {name} ({mode})")


def _remove(*paths: Path) -> None:
    for path in paths:
        path.unlink(missing_ok=True)
        path.with_name(path.name + ".wal").unlink(missing_ok=True)


def _sync(path: Path) -> None:
    descriptor = os.open(path, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)
