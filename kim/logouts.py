"""Which logins have ended before their time: by a logout, in every tab and for every copy of the cookie."""

import hashlib
import secrets
import threading
from collections.abc import Mapping
from contextlib import suppress
from functools import cache
from pathlib import Path

from kim.settings import settings


class Logouts:
    """A folder with a small file for each person who has logged out: when the login was issued.

    Where it cannot be written, this process remembers.
    """

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self._lock = threading.Lock()
        self._ended: dict[str, float] = {}

    def end(self, claims: Mapping[str, object]) -> None:
        """End this login and every one of the same person that was issued before it."""
        name, issued = _name(claims), _issued(claims)
        with self._lock:
            last = max(issued, self._last(name))
            self._ended[name] = last
            with suppress(OSError):
                self.folder.mkdir(mode=0o700, parents=True, exist_ok=True)
                written = self.folder / f"{name}.{secrets.token_hex(4)}"
                written.write_text(f"{last!r}\n", "ascii")
                written.replace(self.folder / name)

    def has_ended(self, claims: Mapping[str, object]) -> bool:
        """Whether this login was ended; what does not say when it was issued has never held."""
        with self._lock:
            return _issued(claims) <= self._last(_name(claims))

    def _last(self, name: str) -> float:
        try:
            kept = float((self.folder / name).read_text("ascii"))
        except (OSError, ValueError):
            kept = 0
        return max(kept, self._ended.get(name, 0))


@cache
def logouts() -> Logouts:
    """Those of this installation, beside the store."""
    return Logouts(settings().store / "logouts")


def _name(claims: Mapping[str, object]) -> str:
    return hashlib.sha256(str(claims.get("sub")).encode()).hexdigest()


def _issued(claims: Mapping[str, object]) -> float:
    issued = claims.get("iat")
    is_number = isinstance(issued, int | float) and not isinstance(issued, bool)
    return float(issued) if is_number else 0  # type: ignore[arg-type]
