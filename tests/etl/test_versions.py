"""Versions that nobody reads any more are closed; readers go on meanwhile and are never wrong."""

import threading
import weakref
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pytest

from etl.uploads.stages import Published
from kim import queries
from kim.queries import View
from kim.store import Store, Version, store
from kim.tables import package
from tests.conftest import World
from tests.etl.processes import ROWS_OF_A_FILE, editor, rows_of
from tests.etl.processes import load as load_rows
from tests.etl.submitting import check, load, uploads

pytestmark = pytest.mark.hardship

READERS, LAST, FEW = 4, 31, 5
SECONDS_BETWEEN_QUESTIONS = 0.02
EVERYWHERE = View(("05566", "05558", "05515"))
MODULES = ("", *package().vocabularies["module"])


@pytest.fixture
def loaded(world: World, monkeypatch: pytest.MonkeyPatch) -> Iterator[World]:
    """The world with its first version, asked by kim.queries."""
    world.first_version()
    monkeypatch.setenv("KIM_STORE", str(world.store.folder))
    store.cache_clear()
    yield world
    store.cache_clear()


def open_files(folder: Path) -> list[str]:
    """The databases below a folder that this process holds open, deleted ones as well."""
    links = []
    for each in Path("/proc/self/fd").iterdir():
        try:
            links.append(str(each.readlink()))
        except FileNotFoundError:
            continue
    return [link for link in links if link.startswith(str(folder)) and ".duckdb" in link]


def published(world: World, number: int) -> None:
    """The next version: one load comes, is withdrawn, is brought back, is withdrawn again."""
    if number == 2:
        assert load(world, "positions", *rows_of("1")) == Published(number)
        return
    act = uploads(world).withdraw if number % 2 else uploads(world).restore
    assert act(2, lambda _: None).version == number


def ask(wrong: list[str], seen: "Counter[int]") -> None:
    """One look at a page: everything it is told is of one version, and of the right one."""
    version = store().current()
    with queries.answered_by(version):
        found = queries.positions(EVERYWHERE, MODULES)
        facts = queries.facts("positions", EVERYWHERE)
        number, _ = queries.loaded()
    expected = 0 if number % 2 else ROWS_OF_A_FILE
    told = (number, facts["area"].notna().sum(), found["area"].notna().sum())
    if told != (version.number, expected, expected):
        wrong.append(f"{version.number}: {told}")
    seen[number] += 1


def test_readers_of_thirty_publications_leave_one_version_open(loaded: World) -> None:
    stop, wrong, seen, open_then = threading.Event(), [], Counter[int](), []

    def read() -> None:
        while not stop.is_set():
            try:
                ask(wrong, seen)
            except Exception as failure:  # noqa: BLE001 (whatever it is, a reader must not see it)
                wrong.append(repr(failure))
            stop.wait(SECONDS_BETWEEN_QUESTIONS)

    threads = [threading.Thread(target=read) for _ in range(READERS)]
    for thread in threads:
        thread.start()
    try:
        for number in range(2, LAST + 1):
            published(loaded, number)
            open_then.append(len(set(open_files(loaded.store.folder))))
    finally:
        stop.set()
        for thread in threads:
            thread.join()
    assert wrong == []
    assert len(seen) > LAST // 2
    assert max(open_then) <= READERS + 1
    assert queries.loaded()[0] == loaded.store.current().number == LAST
    newest = str(loaded.store.path(LAST))
    assert set(open_files(loaded.store.folder)) == {newest}


def test_the_answers_of_a_version_go_with_it(loaded: World) -> None:
    frames = []
    for number in range(2, FEW + 1):
        published(loaded, number)
        answer = queries.facts("positions", EVERYWHERE)
        assert queries.facts("positions", EVERYWHERE) is answer
        frames.append(weakref.ref(answer))
    del answer
    assert [frame() is not None for frame in frames] == [False] * (FEW - 2) + [True]


def test_whoever_holds_a_cursor_finishes_on_its_version(loaded: World) -> None:
    cursor = loaded.store.current().cursor()
    for number in range(2, FEW + 1):
        published(loaded, number)
        loaded.store.current()
    assert str(loaded.store.path(1)) in open_files(loaded.store.folder)
    assert cursor.execute("SELECT max(load) FROM loads").fetchone() == (1,)
    cursor.close()
    del cursor
    assert str(loaded.store.path(1)) not in open_files(loaded.store.folder)


def test_a_page_is_told_one_version_whatever_is_published_meanwhile(loaded: World) -> None:
    with queries.answered_by(store().current()):
        before = queries.loaded()[0]
        published(loaded, 2)
        assert queries.loaded()[0] == before == 1
    assert queries.loaded()[0] == 2


def test_two_stores_of_one_process_share_no_answer(loaded: World, tmp_path: Path) -> None:
    """Both are at their second version, which say different things."""
    copy = tmp_path / "copy"
    copy.mkdir()
    for name in ("kim-000001.duckdb", "current"):
        (copy / name).write_bytes((loaded.store.folder / name).read_bytes())
    for folder, note in ((loaded.store.folder, "hier"), (copy, "dort")):
        assert load_rows(editor(loaded.data, folder), rows_of("1", note)) == Published(2)

    def notes(version: Version) -> set[str]:
        with queries.answered_by(version):
            rows = queries.facts("positions", EVERYWHERE)
        return set(rows.loc[rows["area"] == "1", "note"])

    assert notes(loaded.store.current()) == {"hier"}
    assert notes(Store(copy).current()) == {"dort"}


def test_a_rehearsal_is_closed_with_its_check(loaded: World) -> None:
    checked = [check(loaded, "positions", *rows_of(str(number))) for number in range(1, FEW + 1)]
    for each in checked:
        assert each.version is not None
        with queries.answered_by(each.version):
            assert len(queries.facts("positions", EVERYWHERE)) > 0
        assert not vars(each.version.kept)["_made"]
    folder = loaded.store.folder / "rehearsals"
    assert len(set(open_files(folder))) == FEW
    del each
    checked.clear()
    assert open_files(folder) == []
    assert list(folder.iterdir()) == []
