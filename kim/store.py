"""A folder of numbered versions, the one that is read, the way to the next one."""

import itertools
import shutil
import tempfile
import threading
import time
import weakref
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from functools import cache, lru_cache
from pathlib import Path

import duckdb
from filelock import FileLock, Timeout

from kim.databases import attach_base, open_for_reading, open_for_writing, rot_said
from kim.disk import disk_said
from kim.kept import Kept
from kim.pointer import Pointer, Seen, StoreDamagedError
from kim.settings import settings

SECONDS_TO_WAIT_FOR_WRITER = 60
SECONDS_A_REHEARSAL_MAY_LIE = 24 * 60 * 60
SECONDS_BETWEEN_LOOKS_AT_DAMAGE = 1


class StoreBusyError(Exception):
    """Another process is publishing and did not finish in time."""


class StoreEmptyError(Exception):
    """No version has been published yet."""


@dataclass(frozen=True, eq=False)
class Version:
    """One version, open for reading. Every query takes its own cursor.

    Its file is closed, and what is kept of it is forgotten, when nobody holds version or cursor.
    """

    number: int
    file: str
    connection: duckdb.DuckDBPyConnection
    kept: Kept = field(default_factory=Kept)

    @property
    def is_rehearsed(self) -> bool:
        """Whether this is a draft that is only looked at."""
        return self.number < 0

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
        return Version(next(self.numbers), draft.path.name, open_for_reading(draft.path))


class Store:
    """A folder with numbered DuckDB files and a small file that names the current one."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self._pointer = Pointer(folder)
        self._lock = threading.Lock()
        self._open: Version | None = None
        self._seen: Seen | None = None
        self._damaged_until = 0.0

    def path(self, number: int) -> Path:
        return self._pointer.path(number)

    def number(self) -> int:
        """The number of the current version, 0 before the first. Raises StoreDamagedError."""
        return self._pointer.number()

    def numbers(self) -> list[int]:
        """The numbers of all versions that lie in the folder, in order."""
        return self._pointer.numbers()

    def bytes_of_versions(self) -> int:
        """The size of all versions that lie in the folder."""
        return sum(self.path(number).stat().st_size for number in self.numbers())

    def current(self) -> Version:
        """The current version; whoever holds the older one finishes on it.

        While pointer or version cannot be read, the one that is open stays. With none open raises
        StoreEmptyError before the first version, StoreDamagedError.
        """
        kept = self._open
        if kept and self._seen == self._pointer.seen():
            return kept
        with self._lock:
            try:
                return self._looked_up()
            except (StoreEmptyError, StoreDamagedError):
                if not self._open:
                    raise
                self._damaged_until = time.monotonic() + SECONDS_BETWEEN_LOOKS_AT_DAMAGE
                return self._open

    def require_current(self) -> None:
        """Look at pointer and version anew.

        Raises StoreEmptyError and StoreDamagedError even while an older version is still read.
        """
        open_for_reading(self.path(self._named()))

    def _named(self) -> int:
        number = self.number()
        if not number:
            raise StoreEmptyError
        return number

    def _looked_up(self) -> Version:
        seen = self._pointer.seen()
        is_known = self._seen == seen or time.monotonic() < self._damaged_until
        if self._open and is_known:
            return self._open
        number = self._named()
        path = self.path(number)
        self._open = Version(number, path.name, open_for_reading(path))
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
                with disk_said(self.folder), self._drafted(workspace) as draft:
                    yield draft
                    if draft.is_complete:
                        draft.connection.execute("CHECKPOINT draft")
                        draft.connection.close()
                        self._pointer.swap(draft.path, draft.number)
            finally:
                shutil.rmtree(workspace, ignore_errors=True)

    def adopt(self, path: Path, number: int) -> None:
        """Publish a complete version made elsewhere on the same disk, within `alone`."""
        self._pointer.swap(path, number)

    @contextmanager
    def rehearsal(self) -> Iterator[tuple[Rehearsal, Draft]]:
        """A draft on the current version without the lock: nobody waits, nothing is published."""
        folder = self.folder / "rehearsals"
        with disk_said(self.folder):
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
        """Hold the writer lock: nobody publishes meanwhile. Raises StoreBusyError, StoreFullError, StoreReadOnlyError."""
        lock = FileLock(self.folder / "writer.lock", timeout=SECONDS_TO_WAIT_FOR_WRITER)
        try:
            with disk_said(self.folder):
                self.folder.mkdir(mode=0o700, parents=True, exist_ok=True)
                with suppress(PermissionError):  # another account's folder
                    self.folder.chmod(self.folder.stat().st_mode & 0o700)
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
        connection = open_for_writing(workspace)
        try:
            if base:
                attach_base(connection, self.path(base))
            with rot_said(self.path(base).name):
                yield Draft(base + 1, base, connection, workspace)
        finally:
            connection.close()


@cache
def store() -> Store:
    """The store of this installation: the folder in KIM_STORE, or store/ beside the code."""
    return store_in(settings().store)


@lru_cache(maxsize=4)
def store_in(folder: Path) -> Store:
    """One store for a folder, so that its open version and what is kept of it are shared."""
    return Store(folder)
