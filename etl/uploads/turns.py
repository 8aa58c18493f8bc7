"""Turns at reading files, which takes a processor and much memory: one for each actor, few over all, first come first served."""

import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass

AT_ONCE = 2
SECONDS_BETWEEN_LOOKS = 1.0
WAITING = "Gerade werden andere Dateien gelesen. Ihre steht an Stelle {place} der Warteschlange."


@dataclass(eq=False)
class Turn:
    """A file of this actor (the subject of its login) that is to be read."""

    actor: str


class Turns:
    """Whose file is read now, and whose waits. Threads share it."""

    def __init__(self) -> None:
        self._waiting: list[Turn] = []
        self._running: list[Turn] = []
        self._changed = threading.Condition()

    @contextmanager
    def taken(self, actor: str, tell: Callable[[str], None]) -> Iterator[None]:
        """Wait for a turn, telling the place again and again, and hold it."""
        turn = Turn(actor)
        with self._changed:
            self._waiting.append(turn)
        try:
            while place := self._place(turn):
                tell(WAITING.format(place=place))
                with self._changed:
                    self._changed.wait(SECONDS_BETWEEN_LOOKS)
            yield
        finally:
            with self._changed:
                (self._running if turn in self._running else self._waiting).remove(turn)
                self._changed.notify_all()

    def _place(self, turn: Turn) -> int:
        """The place among those who wait, from 1; 0 as soon as it is its turn."""
        with self._changed:
            busy = [each.actor for each in self._running]
            for place, each in enumerate(self._waiting, 1):
                may_run = len(busy) < AT_ONCE and each.actor not in busy
                if each is turn and may_run:
                    self._waiting.remove(turn)
                    self._running.append(turn)
                    return 0
                if each is turn:
                    return place
                busy += [each.actor] if may_run else []
        raise ValueError(turn)


turns = Turns()
