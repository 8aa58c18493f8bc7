"""How a reply is sent: as JSON page or CSV file, only if it has changed, a large one in parts."""

import asyncio
import hashlib
import json
import threading
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from functools import cache
from typing import Any

from starlette.requests import Request
from starlette.responses import JSONResponse, Response, StreamingResponse
from starlette.types import Receive, Scope, Send

from kim import german, queries
from kim.pointer import StoreDamagedError
from kim.settings import settings
from kim.store import StoreEmptyError, Version
from kim.tables import DATA, ROOT
from kim.texts import text
from kim.view import day_shown
from ui.endpoints.endpoint import Asked, Endpoint
from ui.endpoints.problem import RefusedError, response

CSV, JSON = "text/csv; charset=utf-8", "application/json"
CODE = ("kim", "ui")
PARTS_OF_CODE = {".html", ".py", ".sql", ".toml", ".typ"}
LONGEST_ADDRESS = 8_000
CHARACTERS_OF_A_PART = 1 << 16
STREAMS_AT_ONCE, SECONDS_OF_A_STREAM = 4, 600


def tag(version: Version, what: str) -> str:
    """The weak entity tag of what is answered: by which program, of whom, of which version, on which day, to what."""
    said = settings()
    whose = (said.operator, said.contact)
    made_of = (_program(), whose, version.number, _loaded_at(), german.today(), what)
    return f'W/"{hashlib.sha256(repr(made_of).encode()).hexdigest()[:32]}"'


@queries.remembered
def _loaded_at() -> str:
    return queries.loaded()[1].isoformat()


@cache
def _program() -> str:
    """A digest of the code, the words and the declarations."""
    found = sorted(path for part in CODE for path in (ROOT / part).rglob("*"))
    files = [path for path in found if path.suffix in PARTS_OF_CODE]
    content = b"".join(path.read_bytes() for path in (*files, DATA / "datapackage.json"))
    return hashlib.sha256(content).hexdigest()


def headers(entity: str) -> dict[str, str]:
    """What every reply says of itself: that it can be kept and has to be asked for again."""
    whose = "private" if settings().api_tokens else "public"
    return {
        "ETag": entity,
        "Cache-Control": f"{whose}, no-cache",
        "Vary": "Accept, Authorization",
    }


def unless_known(
    request: Request, version: Version, what: str, make: Callable[[], Response]
) -> Response:
    """What `make` answers to `what` of a version; to a client that has it already, that nothing changed (304)."""
    entity = tag(version, what)
    found = Response(status_code=304) if _is_known_to_client(request, entity) else make()
    found.headers.update(headers(entity))
    return found


def require_short(request: Request) -> None:
    """Raise RefusedError (414) for an address that is too long."""
    if len(request.url.query) > LONGEST_ADDRESS:
        raise RefusedError(414, "address_too_long", most=str(LONGEST_ADDRESS))


@contextmanager
def store_said() -> Iterator[None]:
    """What the store cannot give is a problem that a client can read."""
    try:
        yield
    except StoreEmptyError as empty:
        raise RefusedError(503, "empty") from empty
    except StoreDamagedError as damaged:
        raise RefusedError(503, "damaged") from damaged


def _is_known_to_client(request: Request, entity: str) -> bool:
    """Whether the client has it already (If-None-Match, by weak comparison)."""
    said = request.headers.get("if-none-match", "")
    held = {each.strip().removeprefix("W/") for each in said.split(",")}
    return said.strip() == "*" or entity.removeprefix("W/") in held


def page(request: Request, endpoint: Endpoint, asked: Asked, version: Version) -> Response:
    """A page of items with the address of the next one."""
    found = endpoint.items(asked)
    limit = asked.limit or len(found)
    following = _next(request, asked.offset + limit) if len(found) > limit else None
    view = asked.view(())
    said: dict[str, Any] = {
        "version": version.number,
        "held_on": day_shown(view).isoformat(),
        "known_on": (view.known_on or german.today()).isoformat(),
        "licence": text("exhibit.licence"),
        "items": found[:limit],
        "next": following,
    }
    link = {"Link": f'<{following}>; rel="next"'} if following else {}
    return Compact(said, headers=link)


class Compact(JSONResponse):
    """JSON as it is sent: NaN never stands in it."""

    def render(self, content: Any) -> bytes:  # noqa: ANN401
        return json.dumps(
            content, ensure_ascii=False, allow_nan=False, separators=(",", ":")
        ).encode()


def _next(request: Request, offset: int) -> str:
    return str(request.url.include_query_params(offset=offset).replace(scheme="", netloc=""))


class Lines(StreamingResponse):
    """A CSV file in parts, few at a time and not for ever; closed when the client goes."""

    _free = threading.BoundedSemaphore(STREAMS_AT_ONCE)

    def __init__(self, lines: Iterator[str], name: str) -> None:
        attached = {"Content-Disposition": f'attachment; filename="{name}"'}
        super().__init__(_parts(lines), media_type=CSV, headers=attached)
        self._lines = lines

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if not self._free.acquire(blocking=False):
            await response(Request(scope), RefusedError(503, "busy"))(scope, receive, send)
            return
        try:
            async with asyncio.timeout(SECONDS_OF_A_STREAM):
                await super().__call__(scope, receive, send)
        finally:
            self._free.release()


def _parts(lines: Iterable[str]) -> Iterator[bytes]:
    part: list[str] = []
    size = 0
    for line in lines:
        part.append(line)
        size += len(line)
        if size >= CHARACTERS_OF_A_PART:
            yield "".join(part).encode()
            part, size = [], 0
    if part:
        yield "".join(part).encode()
