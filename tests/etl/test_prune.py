"""Old versions and files put away are deleted by their rules, and nothing else is."""

import json
import os
import time
from dataclasses import replace
from datetime import datetime, timedelta
from pathlib import Path

import pytest

from etl.__main__ import main
from etl.archive.files import SECONDS_A_HALF_FILE_MAY_LIE
from etl.pipeline.rebuild import rebuild
from etl.upkeep.prune import Pruned, prune
from etl.uploads.stages import Published
from etl.uploads.submission import State, Submission
from kim.loads import now
from kim.pointer import StoreDamagedError
from kim.retention import Retention
from kim.settings import settings
from kim.store import Store
from tests.conftest import World, quick_world
from tests.etl.processes import hand_in, rows_of
from tests.etl.submitting import load, uploads

pytestmark = pytest.mark.writing

STRICT = replace(settings(), retention=Retention(versions=2, days=1), put_away_days=90)


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> World:
    """Five versions, published on one day."""
    world = quick_world(tmp_path_factory.mktemp("made"))
    assert world.build(datetime(2024, 1, 2, 12)).findings == []  # noqa: DTZ001
    assert load(world, "positions", *rows_of("neu")) == Published(2)
    for act in (uploads(world).withdraw, uploads(world).restore, uploads(world).withdraw):
        act(2, lambda _: None)
    path = world.store.folder / "loads"
    for number in range(1, 6):
        told = json.loads((path / f"00000{number}.json").read_text("utf-8"))
        told["at"] = f"2024-01-02T1{number}:00:00"
        (path / f"00000{number}.json").write_text(json.dumps(told), "utf-8")
    return world


@pytest.fixture
def busy(made: World, tmp_path: Path) -> World:
    return made.copied(tmp_path / "world")


def numbers(world: World) -> list[int]:
    return world.store.numbers()


def test_the_last_versions_stay_and_the_current_one_is_shown(busy: World) -> None:
    size = busy.store.bytes_of_versions()
    pruned = prune(busy.store, STRICT, now())
    assert (pruned.versions, pruned.files) == (3, 0)
    assert numbers(busy) == [4, 5]
    assert pruned.bytes == size - busy.store.bytes_of_versions() > 0
    assert Store(busy.store.folder).current().number == 5
    assert prune(busy.store, STRICT, now()) == Pruned()


def test_when_a_version_was_published_the_journal_says(busy: World) -> None:
    """The time of the files is that of a copy."""
    record = busy.store.folder / "loads" / "000002.json"
    told = json.loads(record.read_text("utf-8"))
    record.write_text(json.dumps(told | {"at": "2023-12-31T22:59:00"}), "utf-8")
    prune(busy.store, STRICT, now())
    assert numbers(busy) == [2, 4, 5]


def test_days_are_those_in_germany(busy: World) -> None:
    record = busy.store.folder / "loads" / "000002.json"
    told = json.loads(record.read_text("utf-8"))
    record.write_text(json.dumps(told | {"at": "2023-12-31T23:30:00"}), "utf-8")
    prune(busy.store, STRICT, now())
    assert numbers(busy) == [4, 5]


def test_a_version_beyond_the_current_one_is_left_alone(busy: World) -> None:
    (busy.store.folder / "current").write_text("3\n", "ascii")
    prune(busy.store, STRICT, now())
    assert numbers(busy) == [2, 3, 4, 5]


def test_whoever_reads_an_old_version_finishes_on_it(busy: World) -> None:
    (busy.store.folder / "current").write_text("1\n", "ascii")
    old = Store(busy.store.folder).current()
    rows = old.cursor().table("loads").fetchall()
    (busy.store.folder / "current").write_text("5\n", "ascii")
    prune(busy.store, STRICT, now())
    assert 1 not in numbers(busy)
    assert old.cursor().table("loads").fetchall() == rows


def test_what_is_left_can_be_made_again(busy: World) -> None:
    prune(busy.store, STRICT, now())
    assert rebuild(busy.package, busy.store, busy.data, (), lambda _: None).version == 6


def put_away(world: World, area: str, *, days_ago: int) -> Submission:
    actor = uploads(world)
    submission = actor.discard(hand_in(actor, rows_of(area)))
    kept = replace(submission, put_away_at=now() - timedelta(days=days_ago))
    actor.inbox.write(kept)
    age(world, kept)
    return kept


def age(world: World, submission: Submission) -> None:
    """As if the bytes had come two days ago."""
    came = time.time() - 2 * SECONDS_A_HALF_FILE_MAY_LIE
    os.utime(world.store.folder / "uploads" / submission.sha256, (came, came))


def is_there(world: World, submission: Submission) -> bool:
    return uploads(world).archive.path(submission.sha256).is_file()


def test_a_file_put_away_long_ago_is_deleted_and_that_is_recorded(busy: World) -> None:
    old, recent = put_away(busy, "alt", days_ago=91), put_away(busy, "jung", days_ago=89)
    at = now()
    pruned = prune(busy.store, STRICT, at)
    assert (pruned.files, is_there(busy, old), is_there(busy, recent)) == (1, False, True)
    kept = uploads(busy).inbox.submission(old.id)
    assert kept
    assert (kept.state, kept.deleted_at, kept.name) == (State.DISCARDED, at, "neu.csv")
    assert prune(busy.store, STRICT, at).files == 0


def test_one_that_came_before_the_time_was_kept_counts_from_when_it_came(busy: World) -> None:
    kept = replace(put_away(busy, "alt", days_ago=0), put_away_at=None)
    uploads(busy).inbox.write(kept)
    assert prune(busy.store, STRICT, kept.received_at + timedelta(days=89)).files == 0
    assert prune(busy.store, STRICT, kept.received_at + timedelta(days=91)).files == 1


def test_bytes_that_another_submission_or_a_load_needs_stay(busy: World) -> None:
    waiting = put_away(busy, "zweimal", days_ago=91)
    actor = uploads(busy)
    again = hand_in(actor, rows_of("zweimal"))
    age(busy, again)
    published = put_away(busy, "neu", days_ago=91)  # the bytes of load 2
    assert again.sha256 == waiting.sha256
    assert prune(busy.store, STRICT, now()).files == 0
    assert is_there(busy, waiting)
    assert is_there(busy, published)


def test_bytes_that_came_again_just_now_stay(busy: World) -> None:
    old = put_away(busy, "alt", days_ago=91)
    os.utime(busy.store.folder / "uploads" / old.sha256)
    assert prune(busy.store, STRICT, now()).files == 0
    assert is_there(busy, old)
    kept = uploads(busy).inbox.submission(old.id)
    assert kept
    assert kept.deleted_at is None


def test_what_waits_is_never_deleted(busy: World) -> None:
    waiting = hand_in(uploads(busy), rows_of("wartet"))
    age(busy, waiting)
    assert prune(busy.store, STRICT, now() + timedelta(days=10_000)).files == 0
    assert is_there(busy, waiting)


def test_while_a_record_cannot_be_read_nothing_is_deleted(busy: World) -> None:
    old, bad = put_away(busy, "alt", days_ago=91), put_away(busy, "kaputt", days_ago=91)
    (uploads(busy).inbox.folder / f"{bad.id}.json").write_text("{", "utf-8")
    with pytest.raises(StoreDamagedError, match=f"„inbox/{bad.id}.json“"):
        prune(busy.store, STRICT, now())
    assert is_there(busy, old)
    assert numbers(busy) == [1, 2, 3, 4, 5]


def test_the_command_says_what_it_deleted(
    busy: World, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("KIM_KEEP_VERSIONS", "2")
    monkeypatch.setenv("KIM_KEEP_DAYS", "1")
    assert main(["prune", "--store", str(busy.store.folder)]) == 0
    said = capsys.readouterr().out
    assert said.startswith("Gelöscht: Fassungen 3, weggelegte Dateien 0. Frei geworden: ")
    assert said.endswith(" MB.\n")
