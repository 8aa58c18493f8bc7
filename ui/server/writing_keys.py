"""Without a login: who opens the address that the start prints may write, with that browser alone."""

import secrets
import threading
from collections.abc import Callable, Mapping
from urllib.parse import parse_qsl, urlencode

from starlette.datastructures import Headers
from starlette.responses import RedirectResponse
from starlette.types import ASGIApp, Receive, Scope, Send

from kim import access
from kim.access import Login

PARAMETER = "schluessel"
COOKIE = "kim_schluessel"
KEEP_NOWHERE = {"Cache-Control": "no-store", "Referrer-Policy": "no-referrer"}


class WritingKeys:
    """The key that opens once, and the sessions that were opened. Threads share it."""

    def __init__(self) -> None:
        self._key = ""
        self._sessions: set[str] = set()
        self._lock = threading.Lock()
        self._announce: Callable[[str], None] = lambda _: None

    def make(self, announce: Callable[[str], None]) -> str:
        """A key, in place of an earlier one; each one that follows is announced."""
        with self._lock:
            self._key, self._announce = secrets.token_urlsafe(24), announce
            return self._key

    def exchange(self, key: str) -> str:
        """The session that this key opens, once; empty for any other key."""
        with self._lock:
            if not self._key or not secrets.compare_digest(key.encode(), self._key.encode()):
                return ""
            session = secrets.token_urlsafe(32)
            self._sessions.add(session)
            self._key = secrets.token_urlsafe(24)
            self._announce(self._key)
            return session

    def holds(self, cookies: Mapping[str, str]) -> bool:
        """Whether one of the cookies is of a session that a key has opened."""
        with self._lock:
            found = (value for name, value in cookies.items() if name.startswith(COOKIE))
            return any(value in self._sessions for value in found)


keys = WritingKeys()


class KeyInAddress:
    """Takes the key out of the address and gives the browser its cookie in exchange."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        asked = parse_qsl(scope.get("query_string", b"").decode("latin-1"), keep_blank_values=True)
        key = dict(asked).get(PARAMETER)
        if scope["type"] != "http" or key is None:
            await self.app(scope, receive, send)
            return
        others = urlencode([pair for pair in asked if pair[0] != PARAMETER])
        # One slash in front: two would name another server.
        target = "/" + scope["path"].lstrip("/") + (f"?{others}" if others else "")
        answer = RedirectResponse(target, 303, KEEP_NOWHERE)
        if _is_local(scope) and (session := keys.exchange(key)):
            # Named by the port, for a cookie is of all ports of a name.
            name = f"{COOKIE}_{(scope.get('server') or ('', 0))[1]}"
            answer.set_cookie(name, session, httponly=True, samesite="strict")
        await answer(scope, receive, send)


def address(host: str, port: int, key: str = "") -> str:
    """Where the server answers; with a key the address that lets a browser write."""
    named = f"[{host}]" if ":" in host else host
    return f"http://{named}:{port}" + (f"/?{PARAMETER}={key}" if key else "")


def _is_local(scope: Scope) -> bool:
    is_off = access.process.login is Login.OFF
    return is_off and access.is_local(access.process.host or "", Headers(scope=scope))
