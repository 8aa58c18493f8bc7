"""The door for bodies: files of sessions that may hand one in, within limits, and nothing else.

Streamlit itself takes a file from every session, whether or not a page shows it an uploader.
"""

import asyncio
import re
import time
from collections.abc import Iterator
from contextlib import contextmanager

from starlette.datastructures import Headers
from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response
from starlette.types import ASGIApp, Message, Receive, Scope, Send
from streamlit import config, runtime
from streamlit.runtime.memory_uploaded_file_manager import MemoryUploadedFileManager
from streamlit.url_util import make_url_path

from kim.access import is_same_site
from kim.settings import settings
from ui.endpoints import problem
from ui.endpoints.application import is_for_machines
from ui.server.permits import permits
from ui.texts import text

WITHOUT_BODY = {"GET", "HEAD", "OPTIONS"}
FILE = r"/(?P<session>[^/]+)/[^/]+"
# The uploader counts 1024 * 1024 bytes as a megabyte, and a form has words around its file.
UPLOADERS_MEGABYTE, AROUND_A_FILE = 1 << 20, 1 << 14
BODIES_AT_ONCE = 4
FILES_PER_SESSION, FILES_OVER_ALL = 2, 4
SECONDS_PER_BODY = 900
SECONDS_BETWEEN_PARTS = 60


class RefusedError(Exception):
    """Why no body is read: the status of the answer and the key of its words."""

    def __init__(self, status: int, words: str) -> None:
        super().__init__(words)
        self.status = status
        self.words = words


class UploadDoor:
    """Refuses before a body is read; what passes is counted and cut off."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app
        base = config.get_option("server.baseUrlPath") or ""
        self._path = re.compile(re.escape(make_url_path(base, "_stcore/upload_file")) + FILE)
        self._arriving: dict[str, int] = {}

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http" or scope["method"] in WITHOUT_BODY:
            await self.app(scope, receive, send)
            return
        try:
            await self._pass(scope, receive, send)
        except RefusedError as refused:
            await _said(refused, scope)(scope, receive, send)

    async def _pass(self, scope: Scope, receive: Receive, send: Send) -> None:
        path = self._path.fullmatch(scope["path"])
        if not path or scope["method"] not in {"PUT", "DELETE"}:
            raise RefusedError(405, "nothing_here")
        headers = Headers(scope=scope)
        if not is_same_site(headers.get("origin", ""), headers.get("host", "")):
            raise RefusedError(403, "not_allowed")
        if scope["method"] == "DELETE":
            await self.app(scope, _nothing, send)
            return
        session = path["session"]
        _require_permit(session)
        length = _length(headers)
        self._require_room(session, length)
        with self._counted_in(session, length):
            try:
                async with asyncio.timeout(SECONDS_PER_BODY):
                    await self.app(scope, _counted(receive, session, length), send)
            except TimeoutError:
                raise RefusedError(408, "too_slow") from None

    def _require_room(self, session: str, length: int) -> None:
        """One body at a time for a session, few for all, and not more than memory is meant to hold."""
        if session in self._arriving:
            raise RefusedError(429, "one_at_a_time")
        of_session, over_all = _kept(session)
        if of_session + length > FILES_PER_SESSION * _most_bytes():
            raise RefusedError(429, "too_many")
        over_all += sum(self._arriving.values()) + length
        is_full = over_all > FILES_OVER_ALL * _most_bytes()
        if is_full or len(self._arriving) >= BODIES_AT_ONCE:
            raise RefusedError(503, "busy")

    @contextmanager
    def _counted_in(self, session: str, length: int) -> Iterator[None]:
        self._arriving[session] = length
        try:
            yield
        finally:
            del self._arriving[session]


def _said(refused: RefusedError, scope: Scope) -> Response:
    """The words for a person, a problem for a program."""
    if refused.status == 405 and is_for_machines(scope):
        return problem.of_writing(Request(scope))
    closing = {"Connection": "close"}
    return PlainTextResponse(text(f"door.{refused.words}"), refused.status, closing)


def _require_permit(session: str) -> None:
    is_there = runtime.get_instance().is_active_session(session)
    if not is_there or not permits.holds(session, time.time()):
        raise RefusedError(403, "not_allowed")


def _length(headers: Headers) -> int:
    said = headers.get("content-length", "")
    if "transfer-encoding" in headers or not (said.isascii() and said.isdecimal()):
        raise RefusedError(411, "length_missing")
    if int(said) > _most_bytes():
        raise RefusedError(413, "too_large")
    return int(said)


def _most_bytes() -> int:
    megabytes = settings().upload_megabytes
    return megabytes * UPLOADERS_MEGABYTE + AROUND_A_FILE


def _kept(session: str) -> tuple[int, int]:
    """The bytes that Streamlit keeps in memory: for this session, and over all."""
    manager = runtime.get_instance().uploaded_file_mgr
    if not isinstance(manager, MemoryUploadedFileManager):
        raise TypeError(type(manager))
    files = list(manager.file_storage.get(session, {}).values())
    stats = [each for family in manager.get_stats().values() for each in family]
    return sum(len(each.data) for each in files), sum(each.byte_length for each in stats)


def _counted(receive: Receive, session: str, length: int) -> Receive:
    """The body as it comes, cut off where it is longer than said or the permit has ended."""
    left = length

    async def receive_counted() -> Message:
        nonlocal left
        async with asyncio.timeout(SECONDS_BETWEEN_PARTS):
            message = await receive()
        left -= len(message.get("body", b""))
        if left < 0:
            raise RefusedError(413, "too_large")
        if message["type"] == "http.disconnect":
            raise RefusedError(400, "broken_off")
        _require_permit(session)
        return message

    return receive_counted


async def _nothing() -> Message:
    return {"type": "http.request", "body": b"", "more_body": False}
