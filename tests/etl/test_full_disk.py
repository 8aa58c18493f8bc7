"""A full disk: it is said, the old version stays, what was received is kept, and it goes on with room."""

import errno
import os
import resource
import shutil
import subprocess
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from multiprocessing.connection import Connection
from pathlib import Path

import pytest

from etl.__main__ import FAILURES
from etl.uploads.stages import Published
from kim.disk import StoreFullError, StoreReadOnlyError
from kim.store import Store
from tests.conftest import World
from tests.etl.processes import (
    ROWS_OF_A_FILE,
    areas,
    command,
    editor,
    hand_in,
    load,
    look_at,
    quiet,
    rows_of,
    started,
)
from tests.rows import POSITION

pytestmark = pytest.mark.hardship

BLOCK = 4096
NEW = {"1": ("neu", ROWS_OF_A_FILE)}


@contextmanager
def disk(folder: Path, options: str) -> Iterator[None]:
    folder.mkdir()
    mount = ["mount", "-t", "tmpfs", "-o", options, "none", str(folder)]
    if subprocess.run(mount, capture_output=True, check=False).returncode:
        pytest.skip("mounting is not permitted here")
    try:
        yield
    finally:
        subprocess.run(["umount", "--lazy", str(folder)], check=True)


@pytest.fixture
def small(world: World) -> Iterator[World]:
    """The world with its first version on a disk of its own, of 32 MB."""
    with disk(world.store.folder, "size=32m"):
        world.write("positions", POSITION)
        assert world.build().findings == []
        yield world


def fill(world: World, leave: int) -> Path:
    """Fill the disk of the store up to so many free bytes; the file to delete for room."""
    ballast = world.store.folder / "ballast"
    free = shutil.disk_usage(world.store.folder).free - leave
    with ballast.open("wb") as file:
        os.posix_fallocate(file.fileno(), 0, free // BLOCK * BLOCK)
    return ballast


def halves(world: World) -> list[Path]:
    """What is left of files that were not written to their end."""
    folders = ("uploads", "inbox", "loads", "building")
    found = [path for name in folders for path in (world.store.folder / name).rglob("*")]
    return [path for path in found if path.suffix not in ("", ".json")]


@pytest.mark.parametrize("leave", [0, BLOCK, 2 * BLOCK, 16 * BLOCK, 128 * BLOCK])
def test_a_version_for_which_there_is_no_room(small: World, leave: int) -> None:
    uploads = editor(small.data, small.store.folder)
    submission = hand_in(uploads, rows_of("1"))
    check = look_at(uploads, submission)
    ballast = fill(small, leave)
    with pytest.raises(StoreFullError):
        uploads.publish(check, quiet)
    assert areas(Store(small.store.folder)) == {}
    assert [each.id for each in uploads.waiting()] == [submission.id]
    assert uploads.original(submission.sha256)
    assert halves(small) == []
    ballast.unlink()
    assert uploads.publish(check, quiet) == Published(2)
    assert areas(Store(small.store.folder)) == NEW


@pytest.mark.parametrize("leave", [0, BLOCK, 16 * BLOCK, 128 * BLOCK])
def test_a_check_for_which_there_is_no_room(small: World, leave: int) -> None:
    uploads = editor(small.data, small.store.folder)
    submission = hand_in(uploads, rows_of("1"))
    ballast = fill(small, leave)
    with pytest.raises(StoreFullError):
        look_at(uploads, submission)
    assert areas(Store(small.store.folder)) == {}
    assert list((small.store.folder / "rehearsals").iterdir()) == []
    ballast.unlink()
    assert uploads.publish(look_at(uploads, submission), quiet) == Published(2)
    assert areas(Store(small.store.folder)) == NEW


def test_a_large_file_that_cannot_be_read_for_lack_of_room(small: World) -> None:
    uploads = editor(small.data, small.store.folder)
    submission = hand_in(uploads, [row for area in range(5000) for row in rows_of(str(area))])
    ballast = fill(small, 256 * BLOCK)
    with pytest.raises(StoreFullError):
        look_at(uploads, submission)
    ballast.unlink()
    assert uploads.publish(look_at(uploads, submission), quiet) == Published(2)


@pytest.mark.parametrize("leave", [0, BLOCK, 16 * BLOCK])
def test_a_file_for_which_there_is_no_room(small: World, leave: int) -> None:
    uploads = editor(small.data, small.store.folder)
    load(uploads, rows_of("0"))
    before = sorted((small.store.folder / "uploads").iterdir())
    ballast = fill(small, leave)
    large = [row for area in range(100) for row in rows_of(str(area))]
    with pytest.raises(StoreFullError):
        hand_in(uploads, large)
    assert uploads.waiting() == []
    assert sorted((small.store.folder / "uploads").iterdir()) == before
    assert halves(small) == []
    ballast.unlink()
    submission = hand_in(uploads, large)
    assert uploads.waiting() == [submission]


def test_a_disk_without_room_for_another_name(world: World) -> None:
    with disk(world.store.folder, "size=32m,nr_inodes=64"):
        world.write("positions", POSITION)
        assert world.build().findings == []
        uploads = editor(world.data, world.store.folder)
        submission = hand_in(uploads, rows_of("1"))
        check = look_at(uploads, submission)
        names = use_up_names(world.store.folder / "names")
        acts: list[Callable[[], object]] = [
            lambda: hand_in(uploads, rows_of("2")),
            lambda: uploads.check(submission, check.decisions, quiet),
            lambda: uploads.publish(check, quiet),
            lambda: uploads.submit(check),
            lambda: uploads.discard(submission),
        ]
        for act in acts:
            with pytest.raises(StoreFullError):
                act()
        assert areas(Store(world.store.folder)) == {}
        shutil.rmtree(names)
        assert uploads.publish(check, quiet) == Published(2)


def use_up_names(folder: Path) -> Path:
    folder.mkdir()
    try:
        for number in range(1000):
            (folder / str(number)).touch()
    except OSError as error:
        assert error.errno == errno.ENOSPC  # noqa: PT017 (the disk is full, as it should be)
    return folder


@pytest.mark.parametrize("leave", [0, 128 * BLOCK])
def test_the_command_says_so_in_german(small: World, tmp_path: Path, leave: int) -> None:
    uploads = editor(small.data, small.store.folder)
    content = uploads.original(hand_in(uploads, rows_of("1")).sha256)
    (tmp_path / "neu.csv").write_bytes(content)
    words = ["load", "--table", "positions", str(tmp_path / "neu.csv")]
    ballast = fill(small, leave)
    out, status = ended(small, words)
    assert (out.splitlines()[-1], status) == (FAILURES[StoreFullError][1], 2)
    ballast.unlink()
    assert ended(small, words)[1] == 0
    ballast = fill(small, leave)
    for other in (["withdraw", "2"], ["rebuild"]):
        out, status = ended(small, other)
        assert (out.splitlines()[-1], status) == (FAILURES[StoreFullError][1], 2)
    assert areas(Store(small.store.folder)) == NEW


def ended(world: World, words: list[str]) -> tuple[str, int]:
    process = command(world, *words)
    return process.communicate()[0], process.returncode


def publish_within(data: Path, store: Path, pipe: Connection, limit: int) -> None:
    """Check, publish, with no file larger than the limit; then the same without it."""
    uploads = editor(data, store)
    check = look_at(uploads, hand_in(uploads, rows_of("1")))
    _, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (limit, hard))
    try:
        uploads.publish(check, quiet)
    except StoreFullError:
        pipe.send("full")
    pipe.send(areas(Store(store)))
    pipe.send([each.id for each in uploads.waiting()] == [check.submission.id])
    resource.setrlimit(resource.RLIMIT_FSIZE, (hard, hard))
    pipe.send(uploads.publish(check, quiet).number)
    pipe.send(areas(Store(store)))


@pytest.mark.parametrize("limit", [100, 16 * BLOCK, 200 * BLOCK])
def test_a_version_that_outgrows_the_largest_file(world: World, limit: int) -> None:
    world.write("positions", POSITION)
    world.build()
    process, pipe = started(publish_within, world, limit)
    assert [pipe.recv() for _ in range(5)] == ["full", {}, True, 2, NEW]
    process.join()
    assert halves(world) == []


# A folder that can only be read


@pytest.mark.parametrize("act", ["build", "prune", "rebuild", "receive"])
def test_a_store_that_can_only_be_read_says_so(small: World, act: str) -> None:
    remount = ["mount", "-o", "remount,ro", str(small.store.folder)]
    subprocess.run(remount, check=True)
    if act == "receive":
        with pytest.raises(StoreReadOnlyError):
            hand_in(editor(small.data, small.store.folder), rows_of("neu"))
    else:
        process = command(small, act)
        said, _ = process.communicate()
        assert said.splitlines()[-1] == FAILURES[StoreReadOnlyError][1]
        assert process.returncode == 2
    assert set(areas(Store(small.store.folder))) == set()
