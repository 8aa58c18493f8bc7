"""A copy of the folder made while others publish, and the version made again from such a copy."""

import shutil
import subprocess
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from multiprocessing.connection import Connection
from pathlib import Path

import pytest

from etl.archive.files import digest
from etl.archive.journal import Journal
from etl.pipeline.build import Report
from etl.pipeline.documents import read_documents
from etl.pipeline.rebuild import rebuild
from etl.uploads.stages import Published
from kim.beside_a_version import TABLES
from kim.loads import Kind, Load
from kim.store import Store
from kim.tables import ROOT
from tests.conftest import World
from tests.etl.processes import (
    ROWS_OF_A_FILE,
    areas,
    editor,
    hand_in,
    load,
    look_at,
    now,
    quiet,
    rows_of,
    started,
)
from tests.rows import POSITION

pytestmark = pytest.mark.hardship

COPIES, LAST_VERSION = 10, 6
INDENT = " " * 7


@pytest.fixture
def loaded(world: World) -> World:
    """The world with its first version."""
    world.write("positions", POSITION)
    world.first_version()
    return world


def publish_on(data: Path, store: Path, pipe: Connection) -> None:
    """Load file after file until told to stop."""
    uploads = editor(data, store)
    while not pipe.poll():
        load(uploads, rows_of(str(uploads.store.number() + 1)))


@contextmanager
def publishing(world: World) -> Iterator[None]:
    process, pipe = started(publish_on, world)
    try:
        while world.store.number() < 3:
            assert process.is_alive()
            time.sleep(0.05)
        yield
    finally:
        pipe.send("stop")
        process.join()
    assert process.exitcode == 0


def with_python(store: Path, copy: Path) -> None:
    copy.mkdir()
    shutil.copy(store / "current", copy)
    for folder in ("inbox", "loads", "uploads"):
        shutil.copytree(store / folder, copy / folder, ignore=shutil.ignore_patterns("*.part"))
    for version in store.glob("kim-*.duckdb"):
        shutil.copy(version, copy)


def with_shell(store: Path, copy: Path) -> None:
    """With the very commands of the operating notes, which speak of `store` and `copy`."""
    notes = (ROOT / "docs" / "operating.md").read_text("utf-8").splitlines()
    commands = [line.strip() for line in notes if line.startswith(INDENT)]
    assert commands[0] == "mkdir copy"
    with tempfile.TemporaryDirectory(dir=copy.parent) as folder:
        (Path(folder) / "store").symlink_to(store)
        subprocess.run(["sh", "-c", "\n".join(commands)], check=True, cwd=folder)
        (Path(folder) / "copy").rename(copy)


@pytest.mark.parametrize("make", [with_python, with_shell])
def test_a_copy_made_while_others_publish_opens(
    loaded: World, tmp_path: Path, make: Callable[[Path, Path], None]
) -> None:
    copies: list[Path] = []
    with publishing(loaded):
        while len(copies) < COPIES or loaded.store.number() < LAST_VERSION:
            copies.append(tmp_path / f"copy-{len(copies)}")
            make(loaded.store.folder, copies[-1])
            time.sleep(0.1)
    assert len({assert_whole(loaded, copy) for copy in copies}) > 2
    print(f"{len(copies)} copies")


def assert_whole(world: World, copy: Path) -> int:
    """Pointer, versions, journal, submissions and bytes of the copy belong together; its number."""
    store = Store(copy)
    number = store.number()
    found = areas(store)
    store.current().connection.close()
    assert found == {str(each): ("neu", ROWS_OF_A_FILE) for each in range(2, number + 1)}
    uploads = editor(world.data, copy)
    for submission in uploads.inbox.submissions():
        assert digest(uploads.archive.path(submission.sha256)) == submission.sha256
    records = list(Journal(copy / "loads").loads(number))
    assert [each.number for each in records] == list(range(1, number + 1))
    for part in [part for each in records for part in each.parts]:
        assert digest(uploads.archive.path(part.rows_sha256)) == part.rows_sha256
    return number


def test_a_copy_goes_on(loaded: World, tmp_path: Path) -> None:
    with publishing(loaded):
        with_python(loaded.store.folder, tmp_path / "copy")
    uploads = editor(loaded.data, tmp_path / "copy")
    number = uploads.store.number()
    assert load(uploads, rows_of("later")) == Published(number + 1)
    assert uploads.withdraw(2, quiet).version == number + 2
    assert set(areas(uploads.store)) == {str(each) for each in range(3, number + 1)} | {"later"}


# The version made again


def everything(store: Store) -> dict[str, list[tuple[object, ...]]]:
    """All rows of all tables of the current version."""
    cursor = store.current().cursor()
    names = [name for (name,) in cursor.sql(TABLES).fetchall()]
    return {name: sorted(cursor.table(name).fetchall(), key=str) for name in sorted(names)}


def rebuilt(world: World, folder: Path) -> Report:
    documents = read_documents(world.documents)
    return rebuild(world.package, Store(folder), world.data, documents, quiet)


def without_versions(store: Path, copy: Path) -> Path:
    shutil.copytree(store, copy)
    for path in copy.glob("kim-*.duckdb"):
        path.unlink()
    return copy


@pytest.fixture
def busy(loaded: World) -> World:
    """The world after a load, its correction and another, which is withdrawn."""
    uploads = editor(loaded.data, loaded.store.folder)
    for area, note in [("1", "neu"), ("1", "berichtigt"), ("2", "neu")]:
        load(uploads, rows_of(area, note))
    assert uploads.withdraw(4, quiet).version == 5
    return loaded


def test_a_copy_without_its_versions_is_made_again(busy: World, tmp_path: Path) -> None:
    copy = without_versions(busy.store.folder, tmp_path / "copy")
    report = rebuilt(busy, copy)
    assert (report.findings, report.version) == ([], 6)
    assert everything(Store(copy)) == everything(busy.store)
    assert areas(Store(copy)) == {"1": ("berichtigt", ROWS_OF_A_FILE)}


def test_a_copy_without_its_pointer_is_made_again_and_goes_on(busy: World, tmp_path: Path) -> None:
    copy = without_versions(busy.store.folder, tmp_path / "copy")
    (copy / "current").unlink()
    assert rebuilt(busy, copy).findings == []
    assert everything(Store(copy)) == everything(busy.store)
    number = load(editor(busy.data, copy), rows_of("3")).number
    assert number == Store(copy).number() > 5
    before = everything(Store(copy))
    assert rebuilt(busy, copy).findings == []
    assert everything(Store(copy)) == before


def test_what_was_recorded_and_never_published_is_not_made(busy: World) -> None:
    """The crash between the record and the pointer, or a copy whose pointer is older."""
    record = Load(6, Kind.WITHDRAWAL, now(), "editor-1", about=2)
    Journal(busy.store.folder / "loads").write(record)
    before = everything(busy.store)
    for version in (6, 7):
        assert rebuilt(busy, busy.store.folder).version == version
        assert everything(Store(busy.store.folder)) == before


def rebuild_now(data: Path, store: Path, pipe: Connection, documents: Path) -> None:
    world = editor(data, store)

    def tell(_: str) -> None:
        pipe.send("begun")
        time.sleep(0.3)

    pipe.send(rebuild(world.package, world.store, data, read_documents(documents), tell).version)


def test_a_load_while_the_version_is_made_again_is_not_lost(busy: World) -> None:
    process, pipe = started(rebuild_now, busy, busy.documents)
    assert pipe.recv() == "begun"
    uploads = editor(busy.data, busy.store.folder)
    check = look_at(uploads, hand_in(uploads, rows_of("3")))
    assert uploads.publish(check, quiet).number
    process.join()
    assert set(areas(Store(busy.store.folder))) == {"1", "3"}
