"""Whoever watches is told what happens: each question that was put to the store, what became of each file."""

from collections.abc import Iterator

import pytest

from etl.uploads.stages import Published, Refused
from kim import queries, watching
from kim.queries import View, asking
from kim.watching import Happening
from tests.conftest import World
from tests.etl.submitting import check, load
from tests.rows import POSITION

Told = list[tuple[Happening, str, float]]


@pytest.fixture
def told() -> Iterator[Told]:
    """What happened."""
    found: Told = []

    def note(what: Happening, name: str, seconds: float) -> None:
        found.append((what, name, seconds))

    watching.watch(note)
    watching.watch(note)
    yield found
    watching.unwatch(note)


def test_a_question_is_told_once_and_not_when_its_answer_is_kept(world: World, told: Told) -> None:
    world.build()
    with queries.answered_by(world.store.current()):
        asking.ask("places")
        asking.ask("places")
    [(what, name, seconds)] = told
    assert (what, name) == (Happening.QUESTION, "places")
    assert 0 < seconds < 60


def test_rows_that_are_read_on_and_on_are_one_question(built_world: World, told: Told) -> None:
    with queries.answered_by(built_world.store.current()):
        rows = sum(len(each) for each in queries.fact_rows("positions", View(("05566",))))
    assert rows
    assert [name for _, name, _ in told] == ["fact_keys", "fact_rows"]


def test_a_question_that_fails_is_told_too(built_world: World, told: Told) -> None:
    with (
        queries.answered_by(built_world.store.current()),
        pytest.raises(Exception, match="parameter"),
    ):
        asking.ask("positions")
    assert [name for _, name, _ in told] == ["positions"]


def test_what_becomes_of_a_file_is_told(world: World, told: Told) -> None:
    world.build()
    sound = POSITION | {"note": "neu", "area": "Ausländerbehörde"}
    assert isinstance(load(world, "positions", sound), Published)
    assert [name for what, name, _ in told if what is Happening.UPLOAD] == ["received", "published"]
    told.clear()
    assert isinstance(check(world, "positions", POSITION | {"region": "99999"}), Refused)
    assert [name for what, name, _ in told if what is Happening.UPLOAD] == ["received", "refused"]
