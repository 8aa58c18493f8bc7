"""Requests put to a part of the server itself: no socket, no process, no browser."""

import asyncio
from collections.abc import Coroutine, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from typing import TypeVar

from starlette.datastructures import Headers
from starlette.types import ASGIApp, Message, Receive, Scope, Send

T = TypeVar("T")


@dataclass
class Answer:
    """What was sent, message by message."""

    messages: list[Message]

    @property
    def status(self) -> int:
        return int(self.messages[0]["status"])

    @property
    def headers(self) -> Headers:
        return Headers(raw=self.messages[0]["headers"])

    @property
    def body(self) -> bytes:
        return b"".join(each.get("body", b"") for each in self.messages[1:])

    @property
    def words(self) -> str:
        return self.body.decode()


def request(
    method: str, path: str, headers: Mapping[str, str] | None = None, kind: str = "http"
) -> Scope:
    """The scope of a request."""
    raw = [(name.lower().encode(), said.encode()) for name, said in (headers or {}).items()]
    return {"type": kind, "method": method, "path": path, "headers": raw, "query_string": b""}


def part(body: bytes = b"", *, more: bool = False) -> Message:
    """A part of a body on its way to the server."""
    return {"type": "http.request", "body": body, "more_body": more}


def run(coroutine: Coroutine[object, object, T]) -> T:
    """What a coroutine returns. On a thread of its own: a browser that is open keeps a loop running on this one."""
    with ThreadPoolExecutor(1) as thread:
        return thread.submit(asyncio.run, coroutine).result()


async def answered(app: ASGIApp, scope: Scope, receive: Receive) -> Answer:
    """The answer to a request whose body comes from `receive`."""
    sent: list[Message] = []

    async def send(message: Message) -> None:
        sent.append(message)

    await app(scope, receive, send)
    return Answer(sent)


def ask(app: ASGIApp, scope: Scope, parts: Sequence[Message] = ()) -> Answer:
    """The answer to a request with these parts of a body."""
    coming = iter(parts or [part()])

    async def receive() -> Message:
        return next(coming)

    return run(answered(app, scope, receive))


def sending(messages: Sequence[Message]) -> ASGIApp:
    """An application that answers so, whatever it is asked."""

    async def app(_scope: Scope, _receive: Receive, send: Send) -> None:
        for each in messages:
            await send(dict(each))

    return app
