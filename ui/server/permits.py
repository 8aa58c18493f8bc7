"""Which sessions may send a file now: a register for the threads of one process."""

import threading
from dataclasses import dataclass
from weakref import WeakValueDictionary


@dataclass(eq=False)
class Permit:
    """Leave of a person (the subject of the login) to send files until a moment (seconds since 1970)."""

    until: float
    subject: str


class Permits:
    """Permits by session; each lasts as long as whoever was given it keeps it."""

    def __init__(self) -> None:
        self._permits: WeakValueDictionary[str, Permit] = WeakValueDictionary()
        self._lock = threading.Lock()

    def grant(self, session: str, until: float, subject: str) -> Permit:
        """Permit this session to send files; the permit is for the session to keep."""
        permit = Permit(until, subject)
        with self._lock:
            self._permits[session] = permit
        return permit

    def end(self, session: str) -> None:
        """Permit this session nothing any more."""
        with self._lock:
            self._permits.pop(session, None)

    def end_of(self, subject: str) -> None:
        """Permit no session of this person anything any more."""
        with self._lock:
            for session, permit in list(self._permits.items()):
                if permit.subject == subject:
                    del self._permits[session]

    def holds(self, session: str, now: float) -> bool:
        """Whether this session may send a file at this moment."""
        with self._lock:
            permit = self._permits.get(session)
            return permit is not None and now < permit.until


permits = Permits()
