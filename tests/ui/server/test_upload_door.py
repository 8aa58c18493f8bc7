"""The door for bodies, asked without a socket: who is refused with which status and words, and what is counted."""

import asyncio
import json
import time
from collections.abc import Iterator, Sequence
from types import SimpleNamespace

import pytest
from starlette.responses import PlainTextResponse
from starlette.types import ASGIApp, Message, Receive, Scope, Send
from streamlit import config, runtime
from streamlit.runtime.memory_uploaded_file_manager import MemoryUploadedFileManager
from streamlit.runtime.uploaded_file_manager import UploadedFileRec

from tests.asgi import Answer, answered, ask, part, request, run
from ui.server import upload_door
from ui.server.permits import Permit, permits
from ui.server.upload_door import BODIES_AT_ONCE, UploadDoor

SESSION, HOST = "session-1", "kim.example"
PATH = f"/_stcore/upload_file/{SESSION}/file-1"
OWN = {"Host": HOST, "Origin": f"http://{HOST}"}
# One megabyte as the uploader counts it, and what a form has around its file.
MOST = 1_048_576 + 16_384
MOST_PARTS = 10
NOT_ALLOWED = "Hier dürfen Sie jetzt keine Datei ablegen."


class Behind:
    """What stands behind the door: reads the body to its end and keeps what it was given."""

    def __init__(self) -> None:
        self.asked: list[Scope] = []
        self.parts: list[Message] = []

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        self.asked.append(scope)
        if scope["type"] == "http":
            self.parts.append(await receive())
            while self.parts[-1].get("more_body") and len(self.parts) < MOST_PARTS:
                self.parts.append(await receive())
            await PlainTextResponse("received", 204)(scope, receive, send)


class Sessions:
    """Those that Streamlit's runtime knows, and the files it keeps of them."""

    def __init__(self) -> None:
        self.active = {SESSION}
        self.uploaded_file_mgr = MemoryUploadedFileManager("/_stcore/upload_file")

    def is_active_session(self, session: str) -> bool:
        return session in self.active

    def keep(self, session: str, size: int, name: str = "kept") -> None:
        self.uploaded_file_mgr.add_file(session, UploadedFileRec(name, name, "", b"x" * size))


@pytest.fixture
def sessions(monkeypatch: pytest.MonkeyPatch) -> Sessions:
    monkeypatch.setenv("KIM_MAX_UPLOAD_MB", "1")
    known = Sessions()
    monkeypatch.setattr(runtime, "get_instance", lambda: known)
    return known


@pytest.fixture
def permit(sessions: Sessions) -> Iterator[Permit]:
    """The session may send files."""
    assert sessions.active == {SESSION}
    yield permits.grant(SESSION, time.time() + 600, "editor-1")
    permits.end(SESSION)


@pytest.fixture
def behind() -> Behind:
    return Behind()


@pytest.fixture
def door(behind: Behind, sessions: Sessions) -> UploadDoor:
    assert sessions
    return UploadDoor(behind)


def put(
    door: ASGIApp, length: object, parts: Sequence[Message] = (), path: str = PATH, **more: str
) -> Answer:
    """Announce a file of so many bytes and send these parts of it."""
    said = {} if length is None else {"Content-Length": str(length)}
    return ask(door, request("PUT", path, OWN | said | more), parts)


def refusal(answer: Answer) -> tuple[int, str]:
    assert answer.headers["connection"] == "close"
    return answer.status, answer.words


@pytest.mark.parametrize("method", ["GET", "HEAD", "OPTIONS"])
def test_what_has_no_body_passes(door: UploadDoor, behind: Behind, method: str) -> None:
    assert ask(door, request(method, "/stellen")).status == 204
    assert len(behind.asked) == 1


def test_what_is_no_request_passes(door: UploadDoor, behind: Behind) -> None:
    ask(door, request("", "/_stcore/stream", kind="websocket"))
    assert [each["type"] for each in behind.asked] == ["websocket"]


@pytest.mark.parametrize(
    ("method", "path"),
    [
        ("POST", PATH),
        ("PATCH", PATH),
        ("put", PATH),
        ("PUT", "/stellen"),
        ("PUT", f"{PATH}/"),
        ("PUT", f"/{PATH}"),
        ("PUT", f"/hochladen{PATH}"),
        ("PUT", "/_stcore/upload_file//file-1"),
        ("PUT", f"/_stcore/upload_file/{SESSION}"),
        ("DELETE", "/_stcore/upload_file"),
    ],
)
def test_nothing_else_takes_a_body(
    door: UploadDoor, permit: Permit, behind: Behind, method: str, path: str
) -> None:
    assert permit
    refused = ask(door, request(method, path, OWN | {"Content-Length": "3"}))
    assert refusal(refused) == (405, "Hier nimmt der Server nichts entgegen.")
    assert behind.asked == []


@pytest.mark.parametrize("method", ["POST", "PUT", "DELETE", "PATCH"])
@pytest.mark.parametrize(
    "path",
    ["/api/v1/answers", "/api/", "/api/v1/nothing", "/data/positions.csv", "/feed.atom", "/health"],
)
@pytest.mark.parametrize("spoken", ["de", "en"])
def test_a_program_that_would_write_gets_a_problem(
    door: UploadDoor, permit: Permit, behind: Behind, method: str, path: str, spoken: str
) -> None:
    assert permit
    sent = OWN | {"Content-Length": "3", "Accept-Language": spoken}
    refused = ask(door, request(method, path, sent))
    said = json.loads(refused.body)

    assert (refused.status, said["status"]) == (405, 405)
    assert said["type"] == "urn:kim-nrw:problem:reading-only"
    assert refused.headers["content-type"] == "application/problem+json"
    assert refused.headers["content-language"] == spoken
    assert (refused.headers["allow"], refused.headers["connection"]) == ("GET, HEAD", "close")
    assert behind.asked == []


@pytest.mark.parametrize("method", ["PUT", "DELETE"])
@pytest.mark.parametrize(
    "sent",
    [
        {"Host": HOST},
        OWN | {"Origin": "https://example.org"},
        {"Origin": f"http://{HOST}"},
        {"Origin": "http://xx"},
    ],
)
def test_another_site_may_not(
    door: UploadDoor, permit: Permit, behind: Behind, method: str, sent: dict[str, str]
) -> None:
    assert permit
    status, words = refusal(ask(door, request(method, PATH, sent | {"Content-Length": "3"})))
    assert (status, words[: len(NOT_ALLOWED)]) == (403, NOT_ALLOWED)
    assert behind.asked == []


def test_a_server_below_an_address_has_its_door_there(
    behind: Behind, permit: Permit, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert permit
    monkeypatch.setattr(config, "get_option", {"server.baseUrlPath": "kim"}.get)
    door = UploadDoor(behind)
    assert put(door, 3, path=f"/kim{PATH}").status == 204
    assert put(door, 3).status == 405


def test_a_file_is_let_go_of_without_a_body_or_a_permit(door: UploadDoor, behind: Behind) -> None:
    assert ask(door, request("DELETE", PATH, OWN), [part(b"never read")]).status == 204
    assert behind.parts == [{"type": "http.request", "body": b"", "more_body": False}]


def test_who_has_a_permit_may(door: UploadDoor, permit: Permit, behind: Behind) -> None:
    assert permit
    assert put(door, 6, [part(b"abc", more=True), part(b"def")]).status == 204
    assert [each["body"] for each in behind.parts] == [b"abc", b"def"]


def test_without_a_permit_of_this_moment_nobody_may(
    door: UploadDoor, behind: Behind, sessions: Sessions
) -> None:
    assert refusal(put(door, 3))[0] == 403
    permit = permits.grant(SESSION, time.time() - 1, "editor-1")
    assert permit.until < time.time()
    assert refusal(put(door, 3))[0] == 403
    assert behind.asked == []
    permit = permits.grant(SESSION, time.time() + 600, "editor-1")
    assert put(door, 3).status == 204
    sessions.active.clear()
    assert refusal(put(door, 3))[0] == 403
    assert permits.holds(SESSION, permit.until - 1)
    assert not permits.holds(SESSION, permit.until)


def test_a_logout_ends_the_permits_of_a_person(door: UploadDoor, permit: Permit) -> None:
    assert permit.subject == "editor-1"
    permits.end_of("editor-2")
    assert put(door, 3).status == 204
    permits.end_of("editor-1")
    assert refusal(put(door, 3))[0] == 403


def test_a_body_that_stops_is_not_waited_for(
    door: UploadDoor, permit: Permit, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(upload_door, "SECONDS_BETWEEN_PARTS", 0.05)
    assert permit.subject

    async def stops() -> Message:
        await asyncio.sleep(60)
        return part()

    scope = request("PUT", PATH, OWN | {"Content-Length": "3"})
    assert run(answered(door, scope, stops)).status == 408


@pytest.mark.parametrize("length", [None, "", "-1", "1e3", "²", "٣"])
def test_a_body_says_how_long_it_is(door: UploadDoor, permit: Permit, length: str | None) -> None:
    assert permit
    scope = request("PUT", PATH, OWN)
    if length is not None:
        scope["headers"].append((b"content-length", length.encode("latin-1", "replace")))
    status, words = refusal(ask(door, scope))
    assert status == 411
    assert words.startswith("Die Größe der Datei ist nicht angegeben.")


def test_a_body_in_pieces_does_not_say_how_long_it_is(door: UploadDoor, permit: Permit) -> None:
    assert permit
    assert refusal(put(door, 3, **{"Transfer-Encoding": "chunked"}))[0] == 411


def test_a_file_is_as_large_as_the_setting_says(door: UploadDoor, permit: Permit) -> None:
    assert permit
    assert put(door, MOST).status == 204
    refused = refusal(put(door, MOST + 1))
    assert refused == (413, "Die Datei ist zu groß. Teilen Sie sie auf.")


def test_a_session_has_two_large_files(
    door: UploadDoor, permit: Permit, sessions: Sessions
) -> None:
    assert permit
    sessions.keep(SESSION, MOST)
    assert put(door, MOST).status == 204
    sessions.keep(SESSION, 1, "another")
    status, words = refusal(put(door, MOST))
    assert status == 429
    assert words.startswith("In dieser Sitzung liegen schon große Dateien.")


def test_all_together_have_four(door: UploadDoor, permit: Permit, sessions: Sessions) -> None:
    assert permit
    for number in range(3):
        sessions.keep(f"other-{number}", MOST)
    assert put(door, MOST).status == 204
    sessions.keep("other-0", 1, "another")
    status, words = refusal(put(door, MOST))
    assert status == 503
    assert words.startswith("Gerade werden zu viele Dateien übertragen.")


@pytest.mark.parametrize(
    ("parts", "status", "words"),
    [
        ([part(b"abcd")], 413, "Die Datei ist zu groß."),
        ([part(b"ab", more=True), part(b"cd")], 413, "Die Datei ist zu groß."),
        ([part(b"ab", more=True), {"type": "http.disconnect"}], 400, "Die Übertragung ist ab"),
    ],
)
def test_a_body_is_cut_off(
    door: UploadDoor, permit: Permit, parts: list[Message], status: int, words: str
) -> None:
    assert permit
    refused = refusal(put(door, 3, parts))
    assert refused[0] == status
    assert refused[1].startswith(words)
    assert put(door, 3, [part(b"abc")]).status == 204  # there is room again


def test_a_permit_that_ends_while_a_body_comes_ends_it(door: UploadDoor, permit: Permit) -> None:
    assert permit
    coming = [part(b"c"), part(b"ab", more=True)]

    async def receive() -> Message:
        if len(coming) == 1:
            permits.end(SESSION)
        return coming.pop()

    scope = request("PUT", PATH, OWN | {"Content-Length": "3"})
    assert refusal(run(answered(door, scope, receive)))[0] == 403


def test_a_body_that_does_not_come_is_not_waited_for(
    door: UploadDoor, permit: Permit, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert permit
    monkeypatch.setattr(upload_door, "SECONDS_PER_BODY", 0.01)

    async def receive() -> Message:
        await asyncio.sleep(60)
        return part()

    scope = request("PUT", PATH, OWN | {"Content-Length": "3"})
    status, words = refusal(run(answered(door, scope, receive)))
    assert (status, words[:38]) == (408, "Die Übertragung hat zu lange gedauert.")


def arriving(door: UploadDoor, bodies: Sequence[tuple[str, int]], then: tuple[str, int]) -> Answer:
    """The answer to the last announcement while the bodies before it have not come to their end."""

    def announced(session: str, length: int) -> Scope:
        path = PATH.replace(SESSION, session)
        return request("PUT", path, OWN | {"Content-Length": str(length)})

    async def all_of_them() -> Answer:
        is_over = asyncio.Event()

        async def wait() -> Message:
            await is_over.wait()
            return part()

        async def at_once() -> Message:
            return part()

        waiting = [asyncio.create_task(answered(door, announced(*each), wait)) for each in bodies]
        await asyncio.sleep(0)
        answer = await answered(door, announced(*then), at_once)
        is_over.set()
        assert [each.status for each in await asyncio.gather(*waiting)] == [204] * len(bodies)
        return answer

    return run(all_of_them())


def test_one_body_of_a_session_comes_at_a_time(door: UploadDoor, permit: Permit) -> None:
    assert permit
    status, words = refusal(arriving(door, [(SESSION, 3)], (SESSION, 3)))
    assert status == 429
    assert words.startswith("Es wird schon eine Datei übertragen.")
    assert put(door, 3).status == 204


def test_few_bodies_come_at_a_time(door: UploadDoor, sessions: Sessions) -> None:
    assert BODIES_AT_ONCE == 4
    names = [f"session-{number}" for number in range(6)]
    sessions.active.update(names)
    held = [permits.grant(name, time.time() + 600, "editor-1") for name in names]
    small = [(name, 3) for name in names]
    assert arriving(door, small[:3], small[3]).status == 204
    assert refusal(arriving(door, small[:4], small[4]))[0] == 503
    large = [(name, MOST) for name in names]
    assert arriving(door, large[:3], large[3]).status == 204
    sessions.keep("other", 1)
    assert refusal(arriving(door, large[:3], large[3]))[0] == 503
    assert len(held) == 6


def test_files_kept_elsewhere_than_in_memory_are_no_files_to_count(
    door: UploadDoor, permit: Permit, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert permit
    elsewhere = SimpleNamespace(uploaded_file_mgr=object(), is_active_session=lambda _: True)
    monkeypatch.setattr(runtime, "get_instance", lambda: elsewhere)
    with pytest.raises(TypeError, match="object"):
        put(door, 3)
