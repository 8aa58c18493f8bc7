"""A pointer or a version that cannot be read: who runs goes on, nobody begins anew, all say why."""

import json
import shutil
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from pathlib import Path

import pytest

from etl.__main__ import main
from etl.uploads.stages import Published
from kim.pointer import StoreDamagedError
from kim.store import Store, StoreEmptyError
from tests.conftest import QUICK, World, tiny_world
from tests.damage import KINDS, damaged
from tests.e2e.serving import free_port, running, wait_for
from tests.etl.processes import areas, rows_of
from tests.etl.submitting import load

pytestmark = pytest.mark.hardship

SECONDS_TO_NOTICE = 60
OF_THE_VERSION = ("lost", "cut_off", "overwritten")


@pytest.fixture(scope="module")
def original(tmp_path_factory: pytest.TempPathFactory) -> World:
    """A world with two versions, the second with an upload."""
    world = tiny_world(tmp_path_factory.mktemp("original"))
    world.keep(*QUICK)
    world.first_version()
    assert load(world, "positions", *rows_of("1")) == Published(2)
    return world


@pytest.fixture
def loaded(original: World, tmp_path: Path) -> World:
    """A copy of it, to be damaged."""
    copy = World(tmp_path / "copy")
    for name in ("data", "documents"):
        shutil.copytree(getattr(original, name), getattr(copy, name), dirs_exist_ok=True)
    shutil.copytree(original.store.folder, copy.store.folder)
    return copy


def command(world: World, *words: str) -> int:
    folders = ["--data", world.data, "--documents", world.documents, "--store", world.store.folder]
    return main([words[0], *map(str, folders), *words[1:]])


def noticed(store: Store, number: int) -> bool:
    """Whether a running process reads this version before long."""
    until = time.monotonic() + SECONDS_TO_NOTICE
    while store.current().number != number and time.monotonic() < until:
        time.sleep(0.1)
    return store.current().number == number


@pytest.mark.parametrize("kind", KINDS)
def test_who_runs_goes_on_and_notices_the_end_of_it(loaded: World, kind: str) -> None:
    harm, _ = KINDS[kind]
    runs = Store(loaded.store.folder)
    before = areas(runs)
    with damaged(loaded.store, harm):
        for _ in range(3):
            assert runs.current().number == 2
            assert areas(runs) == before
    (loaded.store.folder / "current").write_text("1\n")
    assert noticed(runs, 1)
    assert areas(runs) == {}


def test_after_every_damage_a_version_is_published_and_noticed(loaded: World) -> None:
    runs = Store(loaded.store.folder)
    assert set(areas(runs)) == {"1"}
    for harm, _ in KINDS.values():
        with damaged(loaded.store, harm):
            assert set(areas(runs)) == {"1"}
    assert load(loaded, "positions", *rows_of("2")) == Published(3)
    assert noticed(runs, 3)
    assert set(areas(runs)) == {"1", "2"}


@pytest.mark.parametrize("kind", KINDS)
def test_who_was_on_the_version_before_stays_there(loaded: World, kind: str) -> None:
    harm, _ = KINDS[kind]
    runs = Store(loaded.store.folder)
    pointer = loaded.store.folder / "current"
    pointer.write_text("1\n")
    assert runs.current().number == 1
    pointer.write_text("2\n")
    with damaged(loaded.store, harm):
        assert runs.current().number == 1
        assert areas(runs) == {}
        time.sleep(0.01)
        assert runs.current().number == 1
    assert noticed(runs, 2)


@pytest.mark.parametrize("kind", KINDS)
def test_who_starts_is_told_why(loaded: World, kind: str) -> None:
    harm, reason = KINDS[kind]
    starts = Store(loaded.store.folder)
    with damaged(loaded.store, harm):
        with pytest.raises(StoreDamagedError, match=reason):
            starts.current()
        with pytest.raises(StoreDamagedError, match=reason):
            starts.require_current()
    starts.require_current()
    assert starts.current().number == 2


@pytest.mark.parametrize("kind", KINDS)
def test_no_writer_begins_anew(
    loaded: World, tmp_path: Path, kind: str, capsys: pytest.CaptureFixture[str]
) -> None:
    harm, reason = KINDS[kind]
    upload = tmp_path / "positions.csv"
    upload.write_bytes((loaded.data / "positions.csv").read_bytes())
    writers = [("build",), ("load", "--table", "positions", str(upload)), ("withdraw", "2")]
    writers += [] if kind in (*OF_THE_VERSION, "nameless") else [("rebuild",)]
    before = sorted(path.name for path in loaded.store.folder.glob("kim-*"))
    with damaged(loaded.store, harm):
        left = sorted(path.name for path in loaded.store.folder.glob("kim-*"))
        for words in writers:
            assert (words, command(loaded, *words)) == (words, 2)
            assert reason in capsys.readouterr().out
        assert sorted(path.name for path in loaded.store.folder.glob("kim-*")) == left
    assert sorted(path.name for path in loaded.store.folder.glob("kim-*")) == before
    assert set(areas(Store(loaded.store.folder))) == {"1"}


@pytest.mark.parametrize("kind", OF_THE_VERSION)
def test_a_lost_version_is_made_again(loaded: World, kind: str) -> None:
    harm, _ = KINDS[kind]
    runs = Store(loaded.store.folder)
    assert runs.current().number == 2
    harm(loaded.store.folder / "current", loaded.store.path(2))
    assert command(loaded, "rebuild") == 0
    assert noticed(runs, 3)
    assert set(areas(runs)) == {"1"}


def test_a_place_inside_a_version_that_broke_is_said(loaded: World) -> None:
    path = loaded.store.path(2)
    content = bytearray(path.read_bytes())
    for at in range(20_000, len(content) - 20_000, 50_000):
        content[at] ^= 0xFF
    path.unlink()
    path.write_bytes(content)
    with pytest.raises(StoreDamagedError, match="beschädigt"):
        areas(Store(loaded.store.folder))
    assert command(loaded, "build") == 2


def test_a_crash_at_the_first_publication_leaves_the_way_open(world: World) -> None:
    """The file is in its place, the pointer is not yet."""
    assert world.build().version == 1
    (world.store.folder / "current").rename(world.store.folder / "current.next")
    again = Store(world.store.folder)
    assert again.number() == 0
    with pytest.raises(StoreEmptyError):
        again.current()
    assert world.build().version == 1
    assert again.current().number == 1


@pytest.fixture
def origin(loaded: World, tmp_path: Path) -> Iterator[str]:
    """The address of a server on the loaded world; it must write no traceback."""
    port, log = free_port(), tmp_path / "server.log"
    with running(["--port", str(port)], {"KIM_STORE": str(loaded.store.folder)}, log):
        wait_for(f"http://127.0.0.1:{port}/gesund")
        yield f"http://127.0.0.1:{port}"
    assert "Traceback" not in log.read_text("utf-8")


def health(origin: str) -> tuple[int, dict[str, object]]:
    try:
        with urllib.request.urlopen(f"{origin}/gesund", timeout=60) as answer:
            return answer.status, json.load(answer)
    except urllib.error.HTTPError as refused:
        return refused.code, json.load(refused)


def test_the_server_says_503_and_why_and_is_well_again(loaded: World, origin: str) -> None:
    well = (200, {"status": "ok", "version": 2})
    assert health(origin) == well
    for harm, reason in KINDS.values():
        with damaged(loaded.store, harm):
            status, said = health(origin)
            assert (status, said["status"], said["version"]) == (503, "damaged", 2)
            assert reason in str(said["reason"])
        assert health(origin) == well


def test_a_server_that_never_had_a_version_says_why(world: World, tmp_path: Path) -> None:
    port, log = free_port(), tmp_path / "server.log"
    origin = f"http://127.0.0.1:{port}"
    with running(["--port", str(port)], {"KIM_STORE": str(world.store.folder)}, log):
        until = time.monotonic() + 60
        while time.monotonic() < until:
            try:
                status, said = health(origin)
                break
            except OSError:
                time.sleep(0.2)
        assert (status, said["status"], "version" in said) == (503, "empty", False)
        assert "Es gibt noch keine Fassung" in str(said["reason"])
        assert world.build().version == 1
        assert health(origin) == (200, {"status": "ok", "version": 1})
        (world.store.folder / "current").unlink()
        assert health(origin)[1]["version"] == 1
