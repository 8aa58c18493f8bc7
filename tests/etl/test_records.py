"""Records that are half, damaged, missing or from a newer program: said, with the way out."""

import json
from collections.abc import Callable, Mapping
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

import pytest

from etl.archive import records
from etl.archive.journal import Journal
from etl.pipeline.rebuild import rebuild
from etl.uploads.stages import Published
from kim.loads import Kind, Load
from kim.pointer import StoreDamagedError
from tests.conftest import FIRST_LOAD, World, quick_world
from tests.etl.processes import hand_in, rows_of
from tests.etl.submitting import load, uploads
from tests.rows import POSITION

pytestmark = pytest.mark.writing

WRITTEN = records.written(Load(1, Kind.DATA, FIRST_LOAD))


def changed(**more: object) -> str:
    return json.dumps(json.loads(WRITTEN) | more)


@pytest.mark.parametrize(
    ("content", "word"),
    [
        (WRITTEN[:-5], "beschädigt oder nur halb da"),
        ("", "beschädigt oder nur halb da"),
        ("[]", "beschädigt oder nur halb da"),
        ("null", "beschädigt oder nur halb da"),
        ("\x00" * 40, "beschädigt oder nur halb da"),
        (changed(at="gestern"), "beschädigt oder nur halb da"),
        (changed(number=None), "beschädigt oder nur halb da"),
        (changed(later="x"), "ein neueres Programm"),
        (changed(parts=[{"later": "x"}]), "ein neueres Programm"),
    ],
)
def test_a_record_that_cannot_be_read_says_why(tmp_path: Path, content: str, word: str) -> None:
    file = tmp_path / "loads" / "000001.json"
    file.parent.mkdir()
    file.write_text(content, "utf-8")
    with pytest.raises(StoreDamagedError, match=r"„loads/000001\.json“") as said:
        records.read_file(file, Load)
    assert word in str(said.value)


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> World:
    """Four versions: data/, a file, the file taken back, the file brought back."""
    world = quick_world(tmp_path_factory.mktemp("made"))
    world.first_version()
    assert load(world, "positions", *rows_of("neu")) == Published(2)
    uploads(world).withdraw(2, lambda _: None)
    uploads(world).restore(2, lambda _: None)
    return world


@pytest.fixture
def busy(made: World, tmp_path: Path) -> World:
    return made.copied(tmp_path / "world")


def made_again(world: World) -> int | None:
    return rebuild(world.package, world.store, world.data, (), lambda _: None).version


def test_each_record_names_the_one_before(busy: World) -> None:
    loads = list(Journal(busy.store.folder / "loads").loads(4))
    assert [each.previous for each in loads] == [0, 1, 2, 3]
    assert made_again(busy) == 5


@pytest.mark.parametrize("number", [1, 2, 3, 4])
def test_a_missing_record_stops_rebuild_and_is_named(busy: World, number: int) -> None:
    (busy.store.folder / "loads" / f"00000{number}.json").unlink()
    with pytest.raises(StoreDamagedError, match=f"„loads/00000{number}.json“ fehlt"):
        made_again(busy)
    assert busy.store.number() == 4


@pytest.mark.parametrize("number", [1, 2, 3])
def test_it_is_missed_without_any_version_as_well(busy: World, number: int) -> None:
    """All but the last: nothing but a version knows of that one."""
    for left in (*busy.store.folder.glob("kim-*.duckdb"), busy.store.folder / "current"):
        left.unlink()
    (busy.store.folder / "loads" / f"00000{number}.json").unlink()
    with pytest.raises(StoreDamagedError, match=f"„loads/00000{number}.json“ fehlt"):
        made_again(busy)


def test_records_of_an_earlier_program_name_none_and_are_enough(busy: World) -> None:
    for path in (busy.store.folder / "loads").glob("*.json"):
        told: Mapping[str, Any] = json.loads(path.read_text("utf-8"))
        kept = {name: value for name, value in told.items() if name != "previous"}
        path.write_text(json.dumps(kept), "utf-8")
    assert made_again(busy) == 5


@pytest.mark.parametrize(
    "damage",
    [
        lambda path: path.write_text(path.read_text("utf-8")[:30], "utf-8"),
        lambda path: path.write_bytes(b"\xff\xfe{}"),
        lambda path: path.write_text('{"later": 1}', "utf-8"),
    ],
)
def test_one_bad_submission_does_not_stop_the_others(
    busy: World, damage: Callable[[Path], object]
) -> None:
    actor = uploads(busy)
    bad, good = hand_in(actor, rows_of("a")), hand_in(actor, rows_of("b"))
    damage(actor.inbox.folder / f"{bad.id}.json")
    assert [each.id for each in actor.waiting()] == [good.id]
    assert [f"„inbox/{bad.id}.json“" in str(each) for each in actor.inbox.damaged()] == [True]


def test_a_submission_that_is_well_again_is_seen(busy: World) -> None:
    actor = uploads(busy)
    submission = hand_in(actor, rows_of("a"))
    path = actor.inbox.folder / f"{submission.id}.json"
    sound = path.read_text("utf-8")
    path.write_text(sound[:40], "utf-8")
    assert actor.waiting() == []
    path.write_text(sound, "utf-8")
    assert [each.id for each in actor.waiting()] == [submission.id]
    assert actor.inbox.damaged() == []


def test_a_clock_that_was_set_back_makes_no_load_earlier_than_the_last(world: World) -> None:
    assert world.build(FIRST_LOAD).version == 1
    world.write("positions", POSITION | {"note": "später"})
    assert world.build(FIRST_LOAD - timedelta(days=2)).version == 2
    loads = list(Journal(world.store.folder / "loads").loads(2))
    assert [each.at for each in loads] == [FIRST_LOAD, FIRST_LOAD]
    assert notes(world, None) == ["später"]
    assert notes(world, FIRST_LOAD + timedelta(seconds=1)) == ["später"]


def notes(world: World, known_before: datetime | None) -> list[str]:
    told = "SELECT note FROM kim.as_of('positions', NULL, $known_before)"
    rows = world.store.current().cursor().execute(told, {"known_before": known_before}).fetchall()
    return [note for (note,) in rows]
