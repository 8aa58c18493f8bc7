"""The only opener of DuckDB: a folder of numbered versions, a pointer, the way to the next one."""

import errno
import itertools
import os
import shutil
import tempfile
import threading
import time
import weakref
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import duckdb
from filelock import FileLock, Timeout

from kim.tables import ROOT

Config = dict[str, str | bool | int | float | list[str]]

CLOSED: Config = {
    "autoinstall_known_extensions": "false",
    "autoload_known_extensions": "false",
}
SECONDS_TO_WAIT_FOR_WRITER = 60
SECONDS_A_REHEARSAL_MAY_LIE = 24 * 60 * 60
MOST_MEMORY_OF_A_WRITER = "4GB"
NO_SPACE = (errno.ENOSPC, errno.EDQUOT, errno.EFBIG)
NO_SPACE_WORDS = ("No space left", "not enough space", "Disk quota", "File too large")


class StoreBusyError(Exception):
    """Another process is publishing and did not finish in time."""


class StoreEmptyError(Exception):
    """No version has been published yet."""


class StoreFullError(Exception):
    """There is no room on the disk for the next version; the current one stays."""


@dataclass(frozen=True)
class Version:
    """One published version, open for reading. Every query takes its own cursor."""

    number: int
    connection: duckdb.DuckDBPyConnection

    def cursor(self) -> duckdb.DuckDBPyConnection:
        return self.connection.cursor()


@dataclass
class Draft:
    """The next version while it is being built; `base` is the number it builds on, 0 for none.

    The connection has three databases: `draft`, which becomes the version; `base`, unless it is 0;
    `scratch`, which is thrown away, as is the folder `workspace`.
    """

    number: int
    base: int
    connection: duckdb.DuckDBPyConnection
    workspace: Path
    is_complete: bool = False

    @property
    def path(self) -> Path:
        return self.workspace / "draft.duckdb"

    def complete(self) -> None:
        """Mark the draft as ready: leaving the context publishes it."""
        self.is_complete = True


class Rehearsal:
    """A draft that is never published; its folder goes when nobody holds it any more."""

    numbers = itertools.count(-1, -1)

    def __init__(self, workspace: Path) -> None:
        self.workspace = workspace
        self._forget = weakref.finalize(self, shutil.rmtree, workspace, ignore_errors=True)

    def version(self, draft: Draft) -> Version:
        """What the draft would look like once published; its number is negative and its own."""
        draft.connection.execute("CHECKPOINT draft")
        draft.connection.close()
        return Version(next(self.numbers), _open_for_reading(draft.path))


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
        workspace = self.folder / "building"
        with self.alone():
            shutil.rmtree(workspace, ignore_errors=True)
            try:
                with full_disk_said(), self._drafted(workspace) as draft:
                    yield draft
                    if draft.is_complete:
                        draft.connection.execute("CHECKPOINT draft")
                        draft.connection.close()
                        self._publish(draft.path, draft.number)
            finally:
                shutil.rmtree(workspace, ignore_errors=True)

    def adopt(self, path: Path, number: int) -> None:
        """Publish a complete version made elsewhere on the same disk, within `alone`."""
        self._publish(path, number)

    @contextmanager
    def rehearsal(self) -> Iterator[tuple[Rehearsal, Draft]]:
        """A draft on the current version without the lock: nobody waits, nothing is published."""
        folder = self.folder / "rehearsals"
        with full_disk_said():
            folder.mkdir(parents=True, exist_ok=True)
            for old in folder.iterdir():
                with suppress(FileNotFoundError):
                    if time.time() - old.stat().st_mtime > SECONDS_A_REHEARSAL_MAY_LIE:
                        shutil.rmtree(old, ignore_errors=True)
            rehearsal = Rehearsal(Path(tempfile.mkdtemp(dir=folder)))
            with self._drafted(rehearsal.workspace) as draft:
                yield rehearsal, draft

    @contextmanager
    def alone(self) -> Iterator[None]:
        """Hold the writer lock: nobody publishes meanwhile. Raises StoreBusyError, StoreFullError."""
        lock = FileLock(self.folder / "writer.lock", timeout=SECONDS_TO_WAIT_FOR_WRITER)
        try:
            with full_disk_said():
                self.folder.mkdir(parents=True, exist_ok=True)
                lock.acquire()
        except Timeout as busy:
            raise StoreBusyError from busy
        try:
            yield
        finally:
            lock.release()

    @contextmanager
    def _drafted(self, workspace: Path) -> Iterator[Draft]:
        base = self.number()
        workspace.mkdir(exist_ok=True)
        connection = _open_for_writing(workspace)
        try:
            if base:
                _attach(connection, self.path(base), "base", "READ_ONLY")
            yield Draft(base + 1, base, connection, workspace)
        finally:
            connection.close()

    def _publish(self, building: Path, number: int) -> None:
        _sync(building)
        building.replace(self.path(number))
        pointer = self.folder / "current.next"
        pointer.write_text(f"{number}\n", "ascii")
        _sync(pointer)
        pointer.replace(self._pointer)
        _sync(self.folder)


@cache
def store() -> Store:
    """The store of this installation: the folder in KIM_STORE, or store/ beside the code."""
    return Store(Path(os.environ.get("KIM_STORE", ROOT / "store")))


@contextmanager
def full_disk_said() -> Iterator[None]:
    """Turns what Python and DuckDB say of a full disk into StoreFullError."""
    try:
        yield
    except OSError as error:
        if error.errno in NO_SPACE:
            raise StoreFullError from error
        raise
    except duckdb.Error as error:
        if any(words in str(error) for words in NO_SPACE_WORDS):
            raise StoreFullError from error
        raise


def _open_for_reading(path: Path) -> duckdb.DuckDBPyConnection:
    closed: Config = {
        **CLOSED,
        "threads": 1,
        "enable_external_access": False,
        "lock_configuration": True,
    }
    return duckdb.connect(path, read_only=True, config=closed)


def _open_for_writing(workspace: Path) -> duckdb.DuckDBPyConnection:
    """A connection to `draft` and `scratch`, new and without a log: a crash throws them away.

    A list of values is not looked up by a join: that would change the order of the rows.
    """
    closed: Config = {
        **CLOSED,
        "temp_directory": str(workspace),
        "memory_limit": MOST_MEMORY_OF_A_WRITER,
    }
    connection = duckdb.connect(":memory:", config=closed)
    connection.execute("SET disabled_optimizers = 'in_clause'")
    for name in ("scratch", "draft"):
        _attach(connection, workspace / f"{name}.duckdb", name, "RECOVERY_MODE no_wal_writes")
    connection.execute("USE draft")
    return connection


def _attach(connection: duckdb.DuckDBPyConnection, path: Path, name: str, option: str) -> None:
    quoted = str(path).replace("'", "''")
    connection.execute(f"ATTACH '{quoted}' AS {name} ({option})")


def _sync(path: Path) -> None:
    descriptor = os.open(path, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)
