"""Is all of a store well: folder, versions, journal, files received, login? What is not, says what to do."""

import os
import shutil
import tomllib
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from enum import StrEnum
from functools import partial
from pathlib import Path

from etl.archive.files import Archive, digest
from etl.archive.journal import Journal
from etl.fetching.records import FetchedRecords
from etl.pipeline.rebuild import require_recorded
from etl.uploads.inbox import Inbox
from etl.uploads.requests import Requests
from kim import access, german
from kim.beside_a_version import TABLES
from kim.databases import open_for_reading
from kim.loads import Load
from kim.pointer import StoreDamagedError
from kim.settings import Settings
from kim.store import Store, StoreEmptyError
from kim.texts import text

VERSIONS_TO_HAVE_ROOM_FOR = 3  # the draft, what it is compared with, the version
LEAST_BYTES_FREE = 100_000_000
VISITS = ("fetched", "servers")


class Level(StrEnum):
    """How bad a remark is."""

    WELL = "gut"
    HINT = "HINWEIS"
    FAULT = "FEHLER"


@dataclass(frozen=True)
class Remark:
    """What was found in one place, in German, with the remedy when something is wrong."""

    level: Level
    sentence: str


well, hint, fault = (partial(Remark, level) for level in Level)
Examination = Iterator[Remark]


def examine(store: Store, settings: Settings) -> Examination:
    """Look at everything that a store consists of; nothing is written.

    A place that cannot be read is a fault, and the look goes on.
    """
    yield from _login(settings)
    yield from _documents(settings)
    if not store.folder.is_dir():
        yield fault(text("doctor.folder_missing", folder=store.folder))
        return
    for look in (
        _folder,
        _current,
        _versions,
        _journal,
        _files,
        _submissions,
        _requests,
        _fetched,
    ):
        yield from _with_damage_said(look, store)


def _with_damage_said(look: Callable[[Store], Examination], store: Store) -> Examination:
    try:
        yield from look(store)
    except StoreDamagedError as damaged:
        yield fault(str(damaged))


def _login(settings: Settings) -> Examination:
    if not settings.secrets:
        yield well(text("doctor.login_off"))
        return
    try:
        told = tomllib.loads(Path(settings.secrets).read_text("utf-8"))
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError):
        yield fault(text("doctor.login_unreadable", file=settings.secrets))
        return
    if missing := access.missing(told.get("auth")):
        yield fault(text("doctor.login_incomplete", missing=", ".join(missing)))
    else:
        yield well(text("doctor.login"))


def _documents(settings: Settings) -> Examination:
    if settings.minutes and not settings.minutes.is_dir():
        yield hint(text("doctor.documents_missing", folder=settings.minutes))


def _folder(store: Store) -> Examination:
    if not os.access(store.folder, os.W_OK) or os.statvfs(store.folder).f_flag & os.ST_RDONLY:
        yield fault(text("doctor.folder_read_only", folder=store.folder))
    free = shutil.disk_usage(store.folder).free
    largest = max((store.path(each).stat().st_size for each in store.numbers()), default=0)
    needed = max(VERSIONS_TO_HAVE_ROOM_FOR * largest, LEAST_BYTES_FREE)
    said = {"free": german.file_size(free), "needed": german.file_size(needed)}
    yield (
        hint(text("doctor.space_short", **said))
        if free < needed
        else well(text("doctor.space", **said))
    )
    for left in (store.folder / "building", *store.folder.glob("rebuilding-*")):
        if left.exists():
            yield hint(text("doctor.left_over", folder=left))


def _current(store: Store) -> Examination:
    """The version that is shown, every block of it read."""
    try:
        number = store.number()
        if not number:
            raise StoreEmptyError
    except StoreEmptyError:
        yield fault(text("doctor.empty"))
        return
    version = Store(store.folder).current()
    with version.connection as connection:
        names = connection.execute(TABLES).fetchall()
        for (name,) in names:
            connection.table(name).aggregate("count(COLUMNS(*))").fetchall()
    yield well(text("doctor.current", number=number))


def _versions(store: Store) -> Examination:
    """Every version in the folder can be opened and has all its bytes."""
    paths = [store.path(number) for number in store.numbers()]
    for path in paths:
        try:
            open_for_reading(path).close()
        except StoreDamagedError as damaged:
            yield fault(str(damaged))
    size = german.file_size(sum(path.stat().st_size for path in paths))
    yield well(text("doctor.versions", number=len(paths), size=size))


def _journal(store: Store) -> Examination:
    loads = list(_loads(store))
    require_recorded(store, loads)
    yield well(text("doctor.journal", number=len(loads)))


def _loads(store: Store) -> Iterator[Load]:
    yield from Journal(store.folder / "loads").loads(until=store.number())


def _files(store: Store) -> Examination:
    """Every file received has the bytes it is named by, and none that is needed is missing."""
    archive = Archive(store.folder / "uploads")
    kept = sorted(archive.folder.glob("*"))
    changed = [path for path in kept if digest(path) != path.name]
    for path in changed:
        yield fault(text("doctor.file_changed", file=path.name))
    for name, sha256 in sorted(set(_needed(store))):
        if not archive.path(sha256).is_file():
            yield fault(text("doctor.file_missing", file=sha256, name=name))
    if not changed:
        size = german.file_size(sum(path.stat().st_size for path in kept))
        yield well(text("doctor.files", number=len(kept), size=size))


def _needed(store: Store) -> Iterator[tuple[str, str]]:
    """Name and digest of the files that loads and submissions speak of."""
    for load in _loads(store):
        for part in load.parts:
            yield from ((part.file, sha256) for sha256 in (part.sha256, part.rows_sha256))
    for submission in Inbox.of(store.folder).submissions():
        if not submission.deleted_at:
            yield submission.name, submission.sha256


def _submissions(store: Store) -> Examination:
    inbox = Inbox.of(store.folder)
    for damaged in inbox.damaged():
        yield fault(str(damaged))
    yield well(text("doctor.submissions", number=len(inbox.submissions())))


def _requests(store: Store) -> Examination:
    number = sum(1 for _ in Requests(store.folder).all())
    yield well(text("doctor.requests", number=number))


def _fetched(store: Store) -> Examination:
    """Every fetched paper has the bytes it is named by; every record of a visit can be read."""
    number = sum(1 for folder in VISITS for _ in FetchedRecords(store.folder / folder).all())
    for path in sorted((store.folder / "papers").glob("*")):
        if digest(path) != path.name:
            yield fault(text("doctor.paper_changed", file=path.name))
    if number:
        yield well(text("doctor.fetched", number=number))
