"""Every request, and how it ended: counted and written down, without who asked and for what in particular."""

import logging
from collections.abc import Callable
from dataclasses import dataclass
from time import perf_counter

from starlette.types import ASGIApp, Message, Receive, Scope, Send

from ui.server import metrics
from ui.server.routes import method, route

STREAM = "/_stcore/stream"
LOGGER = logging.getLogger("kim.requests")


@dataclass
class Answered:
    """What a request was, and what became of it."""

    method: str
    route: str
    status: int
    seconds: float


class Watched:
    """Stands before all else, so that what the doors refuse is seen too."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] == "http":
            await self._request(scope, receive, send)
        elif scope["type"] == "websocket" and scope["path"].endswith(STREAM):
            await self._reader(scope, receive, send)
        else:
            await self.app(scope, receive, send)

    async def _request(self, scope: Scope, receive: Receive, send: Send) -> None:
        began = perf_counter()
        asked = method(scope), route(scope)
        status = 500  # what is answered where the application fails before it has begun to

        def begin(message: Message) -> None:
            nonlocal status
            status = message["status"]

        try:
            await self.app(scope, receive, _seen(send, "http.response.start", begin))
        finally:
            _tell(Answered(*asked, status, perf_counter() - began))

    async def _reader(self, scope: Scope, receive: Receive, send: Send) -> None:
        """A page that is open in a browser, from when it is let in."""
        let_in: list[Message] = []

        def begin(message: Message) -> None:
            let_in.append(message)
            metrics.READERS.inc()

        try:
            await self.app(scope, receive, _seen(send, "websocket.accept", begin))
        finally:
            metrics.READERS.dec(len(let_in))


def _seen(send: Send, kind: str, look: Callable[[Message], None]) -> Send:
    """As `send`, and `look` sees the messages of this kind."""

    async def sent(message: Message) -> None:
        if message["type"] == kind:
            look(message)
        await send(message)

    return sent


def _tell(answered: Answered) -> None:
    metrics.REQUESTS.labels(answered.method, answered.route, str(answered.status)).observe(
        answered.seconds
    )
    if LOGGER.isEnabledFor(logging.INFO):
        said = {
            "method": answered.method,
            "route": answered.route,
            "status": answered.status,
            "milliseconds": round(answered.seconds * 1000, 1),
        }
        LOGGER.info("request", extra=said)
