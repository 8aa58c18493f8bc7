"""`/metrics`: there where it is wanted, what it says, and that nobody can make it say more and more."""

from collections.abc import Iterator

import pytest
from prometheus_client import REGISTRY
from prometheus_client.parser import text_string_to_metric_families
from starlette.applications import Starlette
from starlette.routing import Route
from starlette.types import Send

from kim import queries, watching
from kim.queries import asking
from kim.store import store
from kim.watching import Happening
from tests.asgi import Answer, ask, request, sending
from tests.conftest import World
from ui.endpoints.tokens import digest
from ui.server import metrics
from ui.server.watched import Watched

APP = Starlette(routes=[Route("/metrics", metrics.show)])
HERE = {"host": "kim.example"}


@pytest.fixture
def counting(world: World, monkeypatch: pytest.MonkeyPatch) -> Iterator[World]:
    """A world that is served and counted."""
    monkeypatch.setenv("KIM_STORE", str(world.store.folder))
    monkeypatch.setenv("KIM_METRICS", "1")
    store.cache_clear()
    metrics.begin()
    yield world
    watching.unwatch(metrics._count)
    store.cache_clear()


def shown(headers: dict[str, str] = HERE) -> Answer:
    return ask(APP, request("GET", "/metrics", headers))


def said(answer: Answer) -> dict[tuple[str, frozenset[tuple[str, str]]], float]:
    families = text_string_to_metric_families(answer.words)
    samples = (each for family in families for each in family.samples)
    return {(each.name, frozenset(each.labels.items())): each.value for each in samples}


def counted(name: str, **labels: str) -> float:
    return REGISTRY.get_sample_value(name, labels) or 0


def test_nothing_is_there_unless_it_is_wanted(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("KIM_METRICS", raising=False)
    assert shown().status == 404


def test_it_says_which_version_is_served_and_what_room_there_is(counting: World) -> None:
    empty = said(shown())
    assert ("kim_version", frozenset()) not in empty
    counting.build()
    answer = shown()
    assert answer.headers["content-type"].startswith("text/plain; version=")
    found = said(answer)
    assert found["kim_version", frozenset()] == 1
    assert 0 <= found["kim_version_age_seconds", frozenset()] < 3600
    used = found["kim_store_bytes", frozenset({("kind", "used")})]
    assert used >= counting.store.bytes_of_versions()
    assert found["kim_store_bytes", frozenset({("kind", "free")})] > 0
    assert found["process_resident_memory_bytes", frozenset()] > 0


def test_named_clients_alone_see_it_where_there_are_such(
    counting: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = counting.store.folder.parent / "tokens"
    file.write_text(f"prometheus {digest('offen')}\n", "utf-8")
    monkeypatch.setenv("KIM_API_TOKENS", str(file))
    assert shown().status == 401
    assert shown(HERE | {"authorization": "Bearer offen"}).status == 200


def test_questions_files_and_pages_are_counted(counting: World) -> None:
    counting.build()
    places = counted("kim_question_seconds_count", question="places")
    files = counted("kim_uploads_total", outcome="refused")
    pages = counted("kim_rerun_seconds_sum", page="profile")
    with queries.answered_by(counting.store.current()):
        asking.ask("places")
    watching.tell(Happening.UPLOAD, "refused")
    watching.tell(Happening.RERUN, "profile", 0.25)

    assert counted("kim_question_seconds_count", question="places") == places + 1
    assert counted("kim_uploads_total", outcome="refused") == files + 1
    assert counted("kim_rerun_seconds_sum", page="profile") == pages + 0.25


@pytest.mark.parametrize(
    ("method", "path", "as_method", "as_route"),
    [
        ("GET", "/", "GET", "/"),
        ("GET", "/stellen", "GET", "/stellen"),
        ("GET", "/gesund", "GET", "/gesund"),
        ("GET", "/metrics", "GET", "/metrics"),
        ("GET", "/api/v1/facts/positions", "GET", "/api/v1/facts/positions"),
        ("POST", "/api/v1/answers", "POST", "/api/v1/answers"),
        ("PUT", "/_stcore/upload_file/abc/def", "PUT", "/_stcore/upload_file"),
        ("GET", "/_stcore/health", "GET", "/_stcore"),
        ("GET", "/static/js/index.4711.js", "GET", "/static"),
        ("GET", "/api/v1/Erika Mustermann", "GET", "other"),
        ("ERIKA", "/stellen/192.0.2.7", "other", "other"),
    ],
)
def test_a_request_is_counted_by_its_pattern(
    method: str, path: str, as_method: str, as_route: str
) -> None:
    labels = {"method": as_method, "route": as_route, "status": "404"}
    before = counted("kim_http_request_seconds_count", **labels)
    start = {"type": "http.response.start", "status": 404, "headers": []}
    ask(Watched(sending([start, {"type": "http.response.body"}])), request(method, path))
    assert counted("kim_http_request_seconds_count", **labels) == before + 1


def test_a_request_whose_answer_fails_is_counted_as_such() -> None:
    labels = {"method": "GET", "route": "/stellen", "status": "500"}
    before = counted("kim_http_request_seconds_count", **labels)

    async def fail(*_: object) -> None:
        raise OSError("broken")

    with pytest.raises(OSError, match="broken"):
        ask(Watched(fail), request("GET", "/stellen"))
    assert counted("kim_http_request_seconds_count", **labels) == before + 1


@pytest.mark.parametrize(
    ("path", "said_first", "readers"),
    [
        ("/_stcore/stream", "websocket.accept", 1),
        ("/_stcore/stream", "websocket.close", 0),
        ("/other", "websocket.accept", 0),
    ],
)
def test_a_reader_is_counted_while_a_page_is_open(path: str, said_first: str, readers: int) -> None:
    before = counted("kim_readers")
    seen: list[float] = []

    async def page(_scope: object, _receive: object, send: Send) -> None:
        await send({"type": said_first})
        seen.append(counted("kim_readers") - before)

    ask(Watched(page), request("", path, kind="websocket"))
    assert seen == [readers]
    assert counted("kim_readers") == before
