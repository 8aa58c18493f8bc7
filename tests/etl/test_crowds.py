"""Many at once: no load is lost, no reader sees anything but a published version."""

import os
import socket
import subprocess
import sys
import threading
import time
import urllib.request
from collections import Counter
from collections.abc import Callable, Iterator
from multiprocessing.connection import Connection
from pathlib import Path

import pytest

from etl.archive.files import Archive, digest
from etl.uploads.stages import Outdated
from kim import queries
from kim import store as store_module
from kim.queries import View
from kim.store import Store
from kim.tables import ROOT
from tests.conftest import World
from tests.etl.processes import (
    ROWS_OF_A_FILE,
    areas,
    areas_of,
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

AREAS, STEPS = 17, ("loaded", "withdrawn", "restored")
PUBLICATIONS = AREAS * len(STEPS)
READING_PROCESSES, READERS_EACH = 2, 5
SECONDS_BETWEEN_QUESTIONS = 0.05
REHEARSALS = 60
EVERYWHERE = View(("05566", "05558", "05515"))


@pytest.fixture
def loaded(world: World) -> World:
    """The world with its first version."""
    world.write("positions", POSITION)
    world.first_version()
    return world


def publish_when_told(data: Path, store: Path, pipe: Connection, area: str, note: str) -> None:
    """Look at a file, wait, publish; say the number, or "outdated"."""
    uploads = editor(data, store)
    check = look_at(uploads, hand_in(uploads, rows_of(area, note)))
    pipe.send("looked at")
    pipe.recv()
    outcome = uploads.publish(check, quiet)
    pipe.send("outdated" if outcome == Outdated() else outcome.number)


def at_once(world: World, *files: tuple[str, str]) -> list[object]:
    """What each of some editors is told who looked at their files and then publish at once."""
    editors = [started(publish_when_told, world, *file) for file in files]
    for _, pipe in editors:
        assert pipe.recv() == "looked at"
    for _, pipe in editors:
        pipe.send("now")
    told = [pipe.recv() for _, pipe in editors]
    for process, _ in editors:
        process.join()
    return told


def test_two_editors_publish_at_once_and_both_are_there(loaded: World) -> None:
    told = at_once(loaded, ("1", "eins"), ("2", "zwei"))
    assert set(told) == {2, 3}
    assert areas(loaded.store) == {"1": ("eins", ROWS_OF_A_FILE), "2": ("zwei", ROWS_OF_A_FILE)}


def test_of_two_editors_of_the_same_facts_one_is_told_to_look_again(loaded: World) -> None:
    notes = ["eins", "zwei", "drei"]
    told = at_once(loaded, *(("1", note) for note in notes))
    assert Counter(map(str, told)) == {"2": 1, "outdated": 2}
    assert areas(loaded.store) == {"1": (notes[told.index(2)], ROWS_OF_A_FILE)}


def publish_many(data: Path, store: Path, _: Connection) -> None:
    """Each area is loaded, withdrawn and brought back: three versions."""
    uploads = editor(data, store)
    for area in range(AREAS):
        number = load(uploads, rows_of(str(area))).number
        assert number == uploads.store.number()
        assert uploads.withdraw(number, quiet).version == number + 1
        assert uploads.restore(number, quiet).version == number + 2


def read_on(_: Path, store: Path, pipe: Connection) -> None:
    """Ask from several threads until told to stop; say the versions seen and what was wrong."""
    os.environ["KIM_STORE"] = str(store)
    seen: Counter[int] = Counter()
    wrong: list[str] = []
    stop = threading.Event()

    def ask() -> None:
        try:
            while not stop.wait(SECONDS_BETWEEN_QUESTIONS):
                version = store_module.store().current()
                seen[version.number] += 1
                wrong.extend(exact(version.number, areas_of(version)))
                frame = queries.facts("positions", EVERYWHERE)
                counted = frame["area"].dropna().value_counts().to_dict()
                found = {area: ("neu", rows) for area, rows in counted.items()}
                wrong.extend(exact(frame.attrs["question"].version, found))
        except Exception as error:  # noqa: BLE001 (any failure of a reader is a finding)
            wrong.append(repr(error))

    threads = [threading.Thread(target=ask) for _ in range(READERS_EACH)]
    for thread in threads:
        thread.start()
    pipe.recv()
    stop.set()
    for thread in threads:
        thread.join()
    pipe.send((seen, wrong))


def exact(version: int, found: dict[str, tuple[str, int]]) -> Iterator[str]:
    """What is wrong with an answer, which should be exactly that of the version."""
    areas_before, step = divmod(version - 2, len(STEPS))
    there = 0 if version == 1 else areas_before + (STEPS[step] != "withdrawn")
    if found != {str(area): ("neu", ROWS_OF_A_FILE) for area in range(there)}:
        yield f"version {version}: {found}"


def test_ten_readers_see_only_versions_while_fifty_are_published(
    loaded: World, record_property: Callable[[str, object], None]
) -> None:
    readers = [started(read_on, loaded) for _ in range(READING_PROCESSES)]
    begun = time.perf_counter()
    writer, _ = started(publish_many, loaded)
    writer.join()
    took = time.perf_counter() - begun
    assert writer.exitcode == 0
    seen: Counter[int] = Counter()
    for process, pipe in readers:
        pipe.send("stop")
        versions, wrong = pipe.recv()
        process.join()
        assert wrong == []
        seen += versions
    record_property("questions", seen.total())
    print(f"{seen.total()} questions to {len(seen)} versions in {took:.0f} s")
    assert len(seen) > PUBLICATIONS // 2
    assert [row[0] for row in loaded.rows("loads")] == list(range(1, PUBLICATIONS + 2))


def check_again_and_again(data: Path, store: Path, _: Connection) -> None:
    for _ in range(REHEARSALS):
        with Store(store).rehearsal():
            pass


def test_many_who_check_do_not_disturb_each_other(loaded: World) -> None:
    checkers = [started(check_again_and_again, loaded) for _ in range(4)]
    for process, _ in checkers:
        process.join()
    assert [process.exitcode for process, _ in checkers] == [0] * 4
    assert list((loaded.store.folder / "rehearsals").iterdir()) == []


def test_the_same_bytes_come_many_times_at_once(tmp_path: Path) -> None:
    """As in a server: several threads of one process keep the same file."""
    archive = Archive(tmp_path / "uploads")
    (tmp_path / "file").write_bytes(os.urandom(1 << 22))
    kept: list[str] = []
    barrier = threading.Barrier(8)

    def keep() -> None:
        barrier.wait()
        sha256 = archive.keep(tmp_path / "file")
        kept.append(digest(archive.path(sha256)))

    threads = [threading.Thread(target=keep) for _ in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert kept == [digest(tmp_path / "file")] * 8
    assert len(list(archive.folder.iterdir())) == 1


def test_a_load_from_the_command_line_while_a_server_runs(loaded: World, tmp_path: Path) -> None:
    content = editor(loaded.data, loaded.store.folder)
    kept = content.archive.path(hand_in(content, rows_of("1")).sha256)
    (tmp_path / "neu.csv").write_bytes(kept.read_bytes())
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    log = tmp_path / "server.log"
    with log.open("w") as output:
        server = subprocess.Popen(
            [sys.executable, "-m", "ui.server", "--port", str(port)],
            cwd=ROOT,
            env={**os.environ, "KIM_STORE": str(loaded.store.folder)},
            stdout=output,
            stderr=subprocess.STDOUT,
        )
        try:
            assert health(port) == b'{"status":"ok","version":1}'
            done = command(loaded, "load", "--table", "positions", str(tmp_path / "neu.csv"))
            assert done.communicate()[0].endswith("Fassung 2 veröffentlicht.\n")
            assert health(port) == b'{"status":"ok","version":2}'
        finally:
            server.terminate()
            server.wait(20)
    assert "Traceback" not in log.read_text("utf-8")


def health(port: int) -> bytes:
    for _ in range(300):
        try:
            with urllib.request.urlopen(f"http://127.0.0.1:{port}/gesund", timeout=60) as answer:
                return bytes(answer.read())
        except OSError:
            time.sleep(0.2)
    pytest.fail("no answer from the server")
