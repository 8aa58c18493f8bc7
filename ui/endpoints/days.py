"""Of which version and day an address is answered, so that what is remembered for it stays little."""

import threading
from collections import OrderedDict
from dataclasses import replace
from datetime import date
from weakref import WeakKeyDictionary

from kim.kept import Kept
from kim.store import Version, store

MOST_DAYS = 4
Days = tuple[date | None, date | None]


class Aside:
    """What was asked for other days than today is kept apart, of the last few days, as long as the version is read.

    Threads share it.
    """

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._of: WeakKeyDictionary[Version, OrderedDict[Days, Version]] = WeakKeyDictionary()

    def version(self, current: Version, days: Days) -> Version:
        """The version with what was remembered for these days alone."""
        with self._lock:
            versions = self._of.setdefault(current, OrderedDict())
            if days not in versions:
                versions[days] = replace(current, kept=Kept())
            versions.move_to_end(days)
            if len(versions) > MOST_DAYS:
                versions.popitem(last=False)
            return versions[days]


_aside = Aside()


def version_for(held_on: date | None, known_on: date | None) -> Version:
    """The current version as it is asked for these days. Raises StoreEmptyError, StoreDamagedError."""
    current = store().current()
    if held_on is None and known_on is None:
        return current
    return _aside.version(current, (held_on, known_on))
