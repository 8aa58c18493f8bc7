"""What was made of one version and is kept as long as the version is open."""

import threading
from collections import OrderedDict
from collections.abc import Callable, Hashable

MOST_KEPT = 1024


class Kept:
    """What was asked for most recently, by what it was made from. Threads share it."""

    def __init__(self) -> None:
        self._made: OrderedDict[Hashable, object] = OrderedDict()
        self._lock = threading.Lock()

    def get(self, key: Hashable, make: Callable[[], object]) -> object:
        """What is kept for the key; made, outside the lock, when nothing is."""
        with self._lock:
            if key in self._made:
                self._made.move_to_end(key)
                return self._made[key]
        made = make()
        with self._lock:
            self._made[key] = made
            if len(self._made) > MOST_KEPT:
                self._made.popitem(last=False)
        return made
