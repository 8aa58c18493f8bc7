"""The only opener of DuckDB: a folder of numbered versions, a pointer, the way to the next one."""

import os
import shutil
import threading
from collections.abc import Iterator
from contextlib import contextmanager
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
    """The next version while it is being built; `base` is the number it builds on, 0 for none.

    The connection has three databases: `draft`, which becomes the version; `base`, unless it is 0;
    `scratch`, which is thrown away, as is the folder `workspace`.
    """

    number: int
    base: int
    connection: duckdb.DuckDBPyConnection
    workspace: Path
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
        workspace = self.folder / "building"
        shutil.rmtree(workspace, ignore_errors=True)
        workspace.mkdir()
        building = workspace / "draft.duckdb"
        connection = _open_for_writing(workspace)
        draft = Draft(base + 1, base, connection, workspace)
        try:
            if base:
                _attach(connection, self.path(base), "base", "READ_ONLY")
            yield draft
            if draft.is_complete:
                connection.execute("CHECKPOINT draft")
                connection.close()
                self._publish(building, draft.number)
        finally:
            connection.close()
            shutil.rmtree(workspace)

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
    closed: Config = {**CLOSED, "temp_directory": str(workspace)}
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
