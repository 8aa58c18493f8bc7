"""The folder of versions: readers never wait, a crash changes nothing, the old version stays whole."""

import os
import signal
import subprocess
import sys
import threading
import time
from datetime import timedelta
from pathlib import Path

import pytest

from kim.store import Store, StoreBusyError, StoreEmptyError, Version
from kim.tables import ROOT
from tests.conftest import FIRST_LOAD, World
from tests.rows import ORGANISATIONS

SECOND_LOAD = FIRST_LOAD + timedelta(days=1)
THIRD: dict[str, object] = {"organisation": "drk", "name": "DRK", "kind": "other"}
READER = """
import sys
from pathlib import Path
from kim.store import Store
store = Store(Path(sys.argv[1]))
for line in sys.stdin:
    version = store.current()
    rows = version.cursor().execute("SELECT count(*) FROM organisations").fetchone()
    print(version.number, rows[0], flush=True)
"""
STALLED_WRITER = """
import sys, time
from pathlib import Path
from kim.store import Store
with Store(Path(sys.argv[1])).draft() as draft:
    draft.connection.execute("CREATE TABLE draft.half AS SELECT * FROM range(200000)")
    draft.complete()
    print("writing", flush=True)
    time.sleep(60)
"""


def organisations(version: Version) -> int:
    return len(version.cursor().table("organisations").fetchall())


def test_the_folder_of_a_store_is_made_with_those_above_it(tmp_path: Path) -> None:
    folder = tmp_path / "not" / "yet" / "there"
    with Store(folder).alone():
        assert folder.stat().st_mode & 0o777 == 0o700


def publish_one_more(world: World) -> None:
    world.write("organisations", *ORGANISATIONS, THIRD)
    assert world.build(SECOND_LOAD).version == 2


def started(script: str, folder: Path) -> "subprocess.Popen[str]":
    pipes = {"stdin": subprocess.PIPE, "stdout": subprocess.PIPE, "stderr": subprocess.DEVNULL}
    command = [sys.executable, "-c", script, str(folder)]
    return subprocess.Popen(command, cwd=ROOT, text=True, **pipes)


def asked(reader: "subprocess.Popen[str]") -> str:
    assert reader.stdin is not None
    assert reader.stdout is not None
    reader.stdin.write("\n")
    reader.stdin.flush()
    return reader.stdout.readline().strip()


def test_an_empty_store_says_so(tmp_path: Path) -> None:
    store = Store(tmp_path / "none")
    assert store.number() == 0
    with pytest.raises(StoreEmptyError):
        store.current()


def test_a_version_is_read_only_and_closed_to_the_outside(built_world: World) -> None:
    cursor = built_world.store.current().cursor()
    for forbidden in [
        "CREATE TABLE foreign_rows (a INT)",
        "DELETE FROM positions",
        "SELECT * FROM read_csv('/etc/passwd')",
        "ATTACH '/tmp/other.duckdb'",
        "SET enable_external_access = true",
    ]:
        with pytest.raises(Exception, match=r"(?i)read.only|disabled|locked|permission"):
            cursor.execute(forbidden)


def test_the_pointer_is_noticed_and_the_old_version_stays_whole(world: World) -> None:
    world.build()
    old = world.store.current()
    assert world.store.current() is old
    publish_one_more(world)
    new = world.store.current()
    assert (old.number, organisations(old)) == (1, 3)
    assert (new.number, organisations(new)) == (2, 4)
    assert sorted(path.name for path in world.store.folder.glob("*.duckdb")) == [
        "kim-000001.duckdb",
        "kim-000002.duckdb",
    ]


def test_two_other_processes_read_while_one_publishes(world: World) -> None:
    world.build()
    readers = [started(READER, world.store.folder) for _ in range(2)]
    try:
        assert [asked(reader) for reader in readers] == ["1 3", "1 3"]
        with world.store.draft() as draft:
            draft.connection.execute("CREATE TABLE draft.something (a INTEGER)")
            assert [asked(reader) for reader in readers] == ["1 3", "1 3"]
        publish_one_more(world)
        assert [asked(reader) for reader in readers] == ["2 4", "2 4"]
    finally:
        for reader in readers:
            reader.kill()
            reader.wait()


def test_a_thread_on_the_old_version_finishes_on_it(world: World) -> None:
    world.build()
    old, counts, stop = world.store.current(), set(), threading.Event()

    def read() -> None:
        while not stop.is_set():
            counts.add(organisations(old))

    thread = threading.Thread(target=read)
    thread.start()
    publish_one_more(world)
    counted_before = len(counts)
    time.sleep(0.05)
    stop.set()
    thread.join()
    assert (counted_before, counts) == (1, {3})
    assert organisations(world.store.current()) == 4


def test_threads_with_their_own_cursors_get_their_own_rows(built_world: World) -> None:
    version, wrong = built_world.store.current(), []

    def ask(number: int) -> None:
        for _ in range(50):
            row = version.cursor().execute("SELECT $number", {"number": number}).fetchone()
            if row != (number,):
                wrong.append(row)

    threads = [threading.Thread(target=ask, args=[number]) for number in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert wrong == []


def test_a_killed_build_leaves_the_old_version_and_no_lock(world: World) -> None:
    world.build()
    writer = started(STALLED_WRITER, world.store.folder)
    assert writer.stdout is not None
    assert writer.stdout.readline() == "writing\n"
    os.kill(writer.pid, signal.SIGKILL)
    writer.wait()
    assert (world.store.number(), organisations(Store(world.store.folder).current())) == (1, 3)
    publish_one_more(world)
    assert organisations(world.store.current()) == 4
    assert not (world.store.folder / "building").exists()


def test_a_version_written_but_not_pointed_to_is_replaced(world: World) -> None:
    """The crash between the two swaps."""
    world.build()
    world.store.path(2).write_bytes(b"half a version")
    publish_one_more(world)
    assert organisations(world.store.current()) == 4


def test_a_body_that_fails_publishes_nothing(world: World) -> None:
    world.build()

    def fail_after_completing() -> None:
        with world.store.draft() as draft:
            draft.complete()
            raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        fail_after_completing()
    assert world.store.number() == 1
    assert not (world.store.folder / "building").exists()


def test_a_second_writer_waits_and_then_gives_up(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("kim.store.SECONDS_TO_WAIT_FOR_WRITER", 0.1)
    with (
        Store(tmp_path).draft(),
        pytest.raises(StoreBusyError),
        Store(tmp_path).draft(),
    ):
        pass


def test_a_folder_with_a_quote_in_its_name_works(tmp_path: Path) -> None:
    store = Store(tmp_path / "it's here")
    with store.draft() as draft:
        draft.connection.execute("CREATE TABLE draft.numbers AS SELECT 1 AS one")
        draft.connection.execute("CREATE TABLE draft.regions AS SELECT '05' AS ags, 'x' AS name")
        draft.complete()
    with store.draft() as draft:
        for table in ("numbers", "regions"):
            draft.connection.table(f"base.{table}").create(f"draft.{table}")
        draft.complete()
    assert store.current().cursor().table("numbers").fetchall() == [(1,)]


def test_a_version_is_on_the_disk_before_it_is_named(
    world: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert world.build().version == 1
    synced: list[int] = []
    flush = os.fsync

    def remember(file: int) -> None:
        synced.append(os.fstat(file).st_ino)
        flush(file)

    monkeypatch.setattr(os, "fsync", remember)
    publish_one_more(world)
    version, pointer = (
        path.stat().st_ino for path in (world.store.path(2), world.store.folder / "current")
    )
    assert synced.index(version) < synced.index(pointer)
