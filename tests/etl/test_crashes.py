"""`kill -9` at any moment: the old version or the new one, whole; what was received is kept."""

import random
import time
from collections import Counter
from collections.abc import Callable, Iterator
from multiprocessing.connection import Connection
from pathlib import Path
from statistics import median

import pytest
from filelock import FileLock

from etl.archive.files import digest
from etl.uploads.stages import Published
from etl.uploads.submission import Submission
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
    said,
    started,
)
from tests.rows import POSITION

pytestmark = pytest.mark.hardship

LOADS_WHILE_RECEIVED = 60
LOADS_AT_ANY_MOMENT = 60
DECISIONS = 80
REBUILDS = (1, 2, 2, 3)
MOST_SECONDS_INTO_A_LOAD = 0.05
AFTER_THE_END = 1.4
CHANCE = random.Random(20240110)  # noqa: S311 (moments, no secrets)


@pytest.fixture
def loaded(world: World) -> Iterator[World]:
    """The world with its first version; its disk is given back."""
    world.write("positions", POSITION)
    world.first_version()
    yield world
    for path in world.store.folder.glob("kim-*.duckdb"):
        path.unlink()


def publish(data: Path, store: Path, pipe: Connection, area: str) -> None:
    uploads = editor(data, store)
    pipe.send("ready")
    pipe.recv()
    submission = hand_in(uploads, rows_of(area))
    pipe.send(submission)
    assert uploads.publish(look_at(uploads, submission), quiet).number
    pipe.send("published")
    time.sleep(60)


def decide(data: Path, store: Path, pipe: Connection, act: str) -> None:
    uploads = editor(data, store)
    pipe.send("ready")
    pipe.recv()
    assert (uploads.withdraw if act == "withdraw" else uploads.restore)(2, quiet).version
    pipe.send("published")
    time.sleep(60)


def killed(world: World, act: Callable[..., None], word: str, delay: float) -> list[object]:
    """Start, kill after the delay; what was said until then."""
    process, pipe = started(act, world, word)
    assert pipe.recv() == "ready"
    pipe.send("go")
    time.sleep(delay)
    process.kill()
    process.join()
    return said(pipe)


def seconds(world: World, act: Callable[..., None], word: str) -> list[float]:
    """When a run that nobody kills says its words; the last one is "published"."""
    process, pipe = started(act, world, word)
    assert pipe.recv() == "ready"
    begun, moments = time.perf_counter(), []
    pipe.send("go")
    while pipe.recv() != "published":
        moments.append(time.perf_counter() - begun)
    process.kill()
    process.join()
    return [*moments, time.perf_counter() - begun]


def assert_free(world: World) -> None:
    with FileLock(world.store.folder / "writer.lock", timeout=0):
        pass


def areas_after(world: World) -> dict[str, tuple[str, int]]:
    """What a fresh look at the store finds; the version is closed again."""
    store = Store(world.store.folder)
    found = areas(store)
    store.current().connection.close()
    return found


def assert_kept(world: World, submission: Submission, *, is_published: bool) -> None:
    uploads = editor(world.data, world.store.folder)
    assert digest(uploads.archive.path(submission.sha256)) == submission.sha256
    assert submission in uploads.inbox.submissions()
    assert (submission in uploads.waiting()) is not is_published


def test_a_killed_load_is_whole_or_not_there(
    loaded: World, record_property: Callable[[str, object], None]
) -> None:
    runs = [seconds(loaded, publish, str(number)) for number in range(1, 5)]
    until_received, whole = (median(moments) for moments in zip(*runs, strict=True))
    moments = [CHANCE.uniform(0, 2 * until_received) for _ in range(LOADS_WHILE_RECEIVED)]
    moments += [CHANCE.uniform(0, AFTER_THE_END * whole) for _ in range(LOADS_AT_ANY_MOMENT)]
    CHANCE.shuffle(moments)
    published = dict.fromkeys(("1", "2", "3", "4"), ("neu", ROWS_OF_A_FILE))
    counted: Counter[str] = Counter()
    assert areas_after(loaded) == published
    for number, moment in enumerate(moments, 5):
        area = str(number)
        submissions = [
            each for each in killed(loaded, publish, area, moment) if each != "published"
        ]
        new = published | {area: ("neu", ROWS_OF_A_FILE)}
        found = areas_after(loaded)
        assert found in (published, new)
        assert_free(loaded)
        for submission in submissions:
            assert_kept(loaded, submission, is_published=found == new)
        state = "received" if submissions else "not received"
        counted["published" if found == new else state] += 1
        published = found
    assert load(editor(loaded.data, loaded.store.folder), rows_of("last")).number
    assert areas_after(loaded) == published | {"last": ("neu", ROWS_OF_A_FILE)}
    record_property("kills", dict(counted))
    print(f"{whole:.2f} s, received after {until_received:.4f} s: {dict(counted)}")
    assert min(counted[each] for each in ("not received", "received", "published")) > 0


def test_a_killed_decision_is_whole_or_not_there(
    loaded: World, record_property: Callable[[str, object], None]
) -> None:
    assert load(editor(loaded.data, loaded.store.folder), rows_of("1")) == Published(2)
    whole = max(*seconds(loaded, decide, "withdraw"), *seconds(loaded, decide, "restore"))
    counted: Counter[str] = Counter()
    stands = True
    for _ in range(DECISIONS):
        act = "withdraw" if stands else "restore"
        killed(loaded, decide, act, CHANCE.uniform(0, AFTER_THE_END * whole))
        found = areas_after(loaded)
        assert found in ({}, {"1": ("neu", ROWS_OF_A_FILE)})
        assert_free(loaded)
        counted[f"{act} {'published' if bool(found) != stands else 'not'}"] += 1
        stands = bool(found)
    record_property("kills", dict(counted))
    print(f"{whole:.2f} s: {dict(counted)}")
    assert len(counted) == 4


def test_a_killed_rebuild_leaves_the_old_version(loaded: World) -> None:
    for area in ("1", "2"):
        load(editor(loaded.data, loaded.store.folder), rows_of(area))
    assert command(loaded, "rebuild").communicate()[0].endswith("Fassung 4 veröffentlicht.\n")
    for lines in REBUILDS:
        rebuild = command(loaded, "rebuild")
        assert rebuild.stdout is not None
        assert [rebuild.stdout.readline() for _ in range(lines)][-1] == f"Ladung {lines}\n"
        time.sleep(CHANCE.uniform(0, MOST_SECONDS_INTO_A_LOAD))
        rebuild.kill()
        rebuild.communicate()
        assert loaded.store.number() == 4
        assert areas_after(loaded) == dict.fromkeys(("1", "2"), ("neu", ROWS_OF_A_FILE))
        assert_free(loaded)
    assert command(loaded, "rebuild").communicate()[0].endswith("Fassung 5 veröffentlicht.\n")
    assert list(loaded.store.folder.glob("rebuilding-*")) == []
    assert load(editor(loaded.data, loaded.store.folder), rows_of("3")) == Published(6)
