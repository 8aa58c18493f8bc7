"""Whose file is read when: one of each actor, two over all, the others in their order."""

import threading
from collections.abc import Iterator
from contextlib import contextmanager

import pytest

from etl.reading import Decisions
from etl.uploads import turns as turns_module
from etl.uploads.turns import AT_ONCE, Turns, turns
from tests.conftest import World
from tests.etl.submitting import EDITOR, receive, uploads
from tests.rows import POSITION


@pytest.fixture(autouse=True)
def _quick(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(turns_module, "SECONDS_BETWEEN_LOOKS", 0.02)


class Reader:
    """A thread that reads a file until it is let go; `told` are the places it was told."""

    def __init__(self, turns: Turns, actor: str) -> None:
        self.told: list[int] = []
        self.reads, self.leave = threading.Event(), threading.Event()
        self.waits = threading.Event()
        self.turns, self._actor = turns, actor
        self.thread = threading.Thread(target=self._read, daemon=True)
        self.thread.start()

    def _read(self) -> None:
        with self.turns.taken(self._actor, self._tell):
            self.reads.set()
            self.leave.wait(20)

    def _tell(self, sentence: str) -> None:
        self.told.append(int("".join(filter(str.isdigit, sentence))))
        self.waits.set()

    def end(self) -> None:
        self.leave.set()
        self.thread.join(20)


@contextmanager
def readers(*actors: str) -> Iterator[list[Reader]]:
    """Threads that come one after the other."""
    queue, begun = Turns(), []
    for actor in actors:
        reader = Reader(queue, actor)
        while not (reader.reads.wait(0.01) or reader.waits.wait(0.01)):
            pass
        begun.append(reader)
    yield begun
    for reader in begun:
        reader.leave.set()
    for reader in begun:
        reader.end()


def test_two_over_all_and_the_third_is_told_its_place() -> None:
    with readers("a", "b", "c", "d") as (a, b, c, d):
        assert AT_ONCE == 2
        assert a.reads.is_set()
        assert b.reads.is_set()
        assert (set(c.told), set(d.told)) == ({1}, {2})
        a.end()
        assert c.reads.wait(20)
        assert not d.reads.is_set()
        b.end()
        assert d.reads.wait(20)


def test_one_of_each_actor_and_nobody_waits_for_another_s_second() -> None:
    with readers("a", "a", "b") as (first, second, other):
        assert first.reads.is_set()
        assert other.reads.is_set()
        assert not second.reads.is_set()
        assert set(second.told) == {1}
        other.end()
        assert not second.reads.wait(0.2)
        first.end()
        assert second.reads.wait(20)


def test_who_leaves_while_waiting_gives_the_place_up() -> None:
    """A closed tab: telling the place fails."""

    def gone(_: str) -> None:
        raise RuntimeError

    with readers("a", "b") as (a, _):
        with pytest.raises(RuntimeError), a.turns.taken("c", gone):
            pass
        later = Reader(a.turns, "d")
        assert later.waits.wait(20)
        assert set(later.told) == {1}
        a.end()
        assert later.reads.wait(20)
        later.end()


def test_a_check_waits_for_its_turn(world: World) -> None:
    world.write("positions", POSITION)
    world.first_version()
    submission = receive(world, b"x")
    told: list[str] = []
    waits = threading.Event()

    def tell(sentence: str) -> None:
        told.append(sentence)
        waits.set()

    at = uploads(world)
    check = threading.Thread(target=at.check, args=(submission, Decisions("positions"), tell))
    with turns.taken(EDITOR.subject, print):
        check.start()
        assert waits.wait(20)
    check.join(60)
    assert (
        told[0] == "Gerade werden andere Dateien gelesen. Ihre steht an Stelle 1 der Warteschlange."
    )
