"""The addresses for machines as one application, to stand beside Streamlit's."""

from collections.abc import Callable

import anyio
from starlette.applications import Starlette
from starlette.exceptions import HTTPException
from starlette.middleware import Middleware
from starlette.middleware.cors import CORSMiddleware
from starlette.middleware.gzip import GZipMiddleware
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import BaseRoute, Match, Route
from starlette.types import Scope

from kim import queries
from ui.endpoints import (
    allocation,
    answers,
    calendar,
    data_package,
    description,
    embedding,
    feed,
    readable,
    reference,
    replies,
    tokens,
)
from ui.endpoints.catalog import CATALOGS
from ui.endpoints.days import version_for
from ui.endpoints.endpoint import Asked, Endpoint, Tag
from ui.endpoints.exhibits import PICTURES
from ui.endpoints.facts import FACTS
from ui.endpoints.file import File
from ui.endpoints.health import health
from ui.endpoints.parameters import ONE_PLACE, PARTY, understood
from ui.endpoints.problem import RefusedError, of_status
from ui.endpoints.reports import REPORT

AT_ONCE, WAITING = 4, 64
LEVEL_OF_GZIP = 5
ENDPOINTS: tuple[Endpoint, ...] = (
    answers.ENDPOINT,
    *FACTS,
    reference.PLACES,
    reference.DOCUMENTS,
)
HEALTH = ("/health", "/gesund")
Make = Callable[[Request], Response]


class AdmissionLimit:
    """Few are answered at a time, some wait, more are asked to come again."""

    def __init__(self) -> None:
        self._limiter: anyio.CapacityLimiter | None = None
        self._here = 0

    async def answer(self, make: Make, request: Request) -> Response:
        """What `make` answers, on a thread. Raises RefusedError (503) where too many wait already."""
        if self._here >= AT_ONCE + WAITING:
            raise RefusedError(503, "busy")
        self._limiter = self._limiter or anyio.CapacityLimiter(AT_ONCE)
        self._here += 1
        try:
            return await anyio.to_thread.run_sync(make, request, limiter=self._limiter)
        finally:
            self._here -= 1


limit = AdmissionLimit()


def route(endpoint: Endpoint) -> Route:
    """The route of an endpoint."""

    def make(request: Request) -> Response:
        tokens.require(request.headers)
        replies.require_short(request)
        with replies.store_said():
            return _answered(endpoint, request)

    async def answer(request: Request) -> Response:
        return await limit.answer(make, request)

    return Route(endpoint.path, answer, methods=["GET"])


def _answered(endpoint: Endpoint, request: Request) -> Response:
    with queries.answered_by(version_for(None, None)):
        chosen = understood(endpoint.parameters, request.query_params)
    accepted = request.headers.get("accept", "")
    if "format" not in chosen:
        chosen["format"] = "csv" if accepted.startswith("text/csv") else "json"
    asked = Asked(chosen)
    version = version_for(asked.held_on, asked.known_on)
    with queries.answered_by(version):
        what = f"{endpoint.path} {sorted(chosen.items())}"

        def make() -> Response:
            if asked.is_csv:
                return replies.Lines(endpoint.lines(asked), f"kim-{endpoint.name}.csv")
            return replies.page(request, endpoint, asked, version)

        return replies.unless_known(request, version, what, make)


SUBSCRIPTIONS = (
    File(
        "calendar",
        "/calendar.ics",
        Tag.FOLLOW,
        "text/calendar; charset=utf-8",
        (ONE_PLACE, PARTY),
        calendar.calendar,
        is_open=True,
    ),
    File(
        "feed",
        "/feed.atom",
        Tag.FOLLOW,
        "application/atom+xml; charset=utf-8",
        (ONE_PLACE, *feed.CHOICES),
        feed.feed,
        is_open=True,
    ),
    *embedding.PAGES,
)
FILES: tuple[File, ...] = (*PICTURES, *allocation.PICTURES, REPORT, *SUBSCRIPTIONS, *CATALOGS)


def file_of_package(path: str, make_file: Callable[[], Response]) -> Route:
    """The route of a file of the data package, for named clients where there are such."""

    def make(request: Request) -> Response:
        tokens.require(request.headers)
        with replies.store_said():
            version = version_for(None, None)
            with queries.answered_by(version):
                understood((), request.query_params)
                return replies.unless_known(request, version, path, make_file)

    async def answer(request: Request) -> Response:
        return await limit.answer(make, request)

    return Route(path, answer, methods=["GET"])


def made(file: File) -> Route:
    """The route of a file that is made of what is asked."""

    async def answer(request: Request) -> Response:
        return await limit.answer(file.answer, request)

    return Route(file.path, answer, methods=["GET"])


def routes() -> list[BaseRoute]:
    """All addresses for machines."""
    described = description.described(ENDPOINTS, FILES)
    return [
        Route("/api/openapi.json", description.route(described)),
        Route("/api/", readable.route(described)),
        *(Route(path, health) for path in HEALTH),
        *(route(each) for each in ENDPOINTS),
        *(made(each) for each in FILES),
        *(file_of_package(path, make) for path, make in data_package.files().items()),
    ]


def application() -> Starlette:
    """The application: reading from any page is allowed, large replies are packed, refusals are problems."""
    reading = Middleware(
        CORSMiddleware,
        allow_origins=["*"],
        allow_methods=["GET", "HEAD"],
        allow_headers=["Authorization", "If-None-Match"],
        expose_headers=["ETag", "Link", "Retry-After"],
    )
    packing = Middleware(GZipMiddleware, minimum_size=1_000, compresslevel=LEVEL_OF_GZIP)
    return Starlette(
        routes=routes(),
        middleware=[reading, packing],
        exception_handlers={
            RefusedError: embedding.of_refusal,
            HTTPException: of_status,
            Exception: of_status,
        },
    )


machines = application()
# Beside Streamlit's own routes; the whole path stays, as the application has it.
ROUTES: list[BaseRoute] = [
    Route(path, machines)
    for path in (
        "/api",
        "/api/{rest:path}",
        "/data/{rest:path}",
        *HEALTH,
        *(each.path for each in SUBSCRIPTIONS),
    )
]


def is_for_machines(scope: Scope) -> bool:
    """Whether a request goes to one of these addresses, whatever its method."""
    return any(each.matches(scope)[0] is Match.FULL for each in ROUTES)
