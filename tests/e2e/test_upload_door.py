"""Who may send a file to the server, and how much: refused before the body is read."""

import time
from collections.abc import Iterator
from contextlib import ExitStack

import pytest
from playwright.sync_api import Browser, expect

from tests.e2e.conftest import Visit
from tests.e2e.login_provider import LoginServer, serving_with_login
from tests.e2e.sessions import (
    LOGIN,
    NOT_REFUSED,
    Session,
    answer,
    ask,
    begun,
    form,
    login_cookie,
    session,
)
from ui.server.upload_door import BODIES_AT_ONCE

pytestmark = [pytest.mark.e2e, pytest.mark.hardship]

PAGE, OTHER_PAGE = "hochladen", "verlauf"
NOT_ALLOWED = "Hier dürfen Sie jetzt keine Datei ablegen."
BODY, LARGE = form("Ort;Anzahl"), form("x" * 1_000_000)
LENGTH = {"Content-Length": str(len(BODY))}
TEN_HOURS = 36_000


@pytest.fixture(scope="module")
def door(tmp_path_factory: pytest.TempPathFactory) -> Iterator[LoginServer]:
    """A server with a login that takes files of one megabyte."""
    with serving_with_login(tmp_path_factory.mktemp("door"), KIM_MAX_UPLOAD_MB="1") as serving:
        yield serving


@pytest.fixture
def editor(door: LoginServer) -> Iterator[Session]:
    """An editor who sees the place to drop a file."""
    with session(door.origin, "editor-1") as opened:
        opened.open(PAGE)
        yield opened


def put(who: Session, *, body: bytes = b"", path: str = "", **more: str) -> tuple[int, str]:
    """Announce a file, and send it if it is given."""
    return ask(who.origin, "PUT", path or who.path, who.headers(**more), body)


def announce(who: Session) -> tuple[int, str]:
    """Announce a small file and send nothing of it."""
    return put(who, Content_Length=LENGTH["Content-Length"])


def test_an_editor_on_the_page_may(editor: Session) -> None:
    assert announce(editor)[0] == NOT_REFUSED
    status, _ = put(editor, body=BODY, Content_Length=LENGTH["Content-Length"])
    assert status == 204
    assert ask(editor.origin, "DELETE", editor.path, editor.headers())[0] == 204


def test_the_local_user_may(server: str) -> None:
    with session(server) as opened:
        opened.open("stellen")
        assert announce(opened)[0] == 403
        opened.open(PAGE)
        assert put(opened, body=BODY, Content_Length=LENGTH["Content-Length"])[0] == 204


@pytest.mark.parametrize("person", ["", "nobody-1", "reader-1", "reviewer-1", "editor-nowhere"])
def test_who_may_not_hand_in_may_not(door: LoginServer, person: str) -> None:
    with session(door.origin, person) as opened:
        opened.open(PAGE)
        assert opened.id
        status, words = announce(opened)
    assert (status, words[: len(NOT_ALLOWED)]) == (403, NOT_ALLOWED)


def test_an_editor_on_another_page_may_not(door: LoginServer) -> None:
    with session(door.origin, "editor-1") as opened:
        opened.open(OTHER_PAGE)
        assert announce(opened)[0] == 403
        opened.open(PAGE)
        assert announce(opened)[0] == NOT_REFUSED
        opened.open(OTHER_PAGE)
        assert announce(opened)[0] == 403


def test_a_login_that_runs_out_ends_the_permit(door: LoginServer) -> None:
    """Without another run of the page, and in the middle of a body."""
    ends = time.time() + 8
    with session(door.origin, "editor-1", issued=ends - TEN_HOURS) as opened:
        opened.open(PAGE)
        headers = opened.headers(**LENGTH)
        with begun(door.origin, "PUT", opened.path, headers, BODY[:10]) as arriving:
            assert announce(opened)[0] == 429
            time.sleep(max(0.0, ends - time.time()) + 0.2)
            assert announce(opened)[0] in (403, 429)
            arriving.sendall(BODY[10:20])
            assert answer(arriving)[0] == 403
        assert announce(opened)[0] == 403


def test_a_session_that_has_gone_may_not(door: LoginServer) -> None:
    with session(door.origin, "editor-1") as opened:
        opened.open(PAGE)
    time.sleep(1)
    assert announce(opened)[0] == 403


@pytest.mark.parametrize("length", ["", "chunked", "-1", "1e3"])
def test_a_body_without_a_length_is_refused(editor: Session, length: str) -> None:
    said = {"Content_Length": length} if length not in ("", "chunked") else {}
    said |= {"Transfer_Encoding": "chunked"} if length == "chunked" else {}
    status, words = put(editor, **said)
    assert status in (400, 411)
    if not said or length == "chunked":
        assert (status, "Größe der Datei" in words) == (411, True)


def test_a_large_body_is_refused(editor: Session) -> None:
    status, words = put(editor, Content_Length=str(2_000_000))
    assert (status, words) == (413, "Die Datei ist zu groß. Teilen Sie sie auf.")


def test_one_body_at_a_time(editor: Session) -> None:
    with begun(editor.origin, "PUT", editor.path, editor.headers(**LENGTH), BODY[:10]) as first:
        assert announce(editor)[0] == 429
        first.sendall(BODY[10:])
        assert answer(first)[0] == 204
    assert announce(editor)[0] == NOT_REFUSED


def test_few_bodies_at_a_time_over_all(door: LoginServer) -> None:
    with ExitStack() as stack:
        people = [
            stack.enter_context(session(door.origin, "editor-1")) for _ in range(BODIES_AT_ONCE + 1)
        ]
        for each in people:
            each.open(PAGE)
        for each in people[:-1]:
            headers = each.headers(**LENGTH)
            stack.enter_context(begun(door.origin, "PUT", each.path, headers, BODY[:10]))
        time.sleep(0.5)
        assert announce(people[-1])[0] == 503


def test_memory_is_bounded(door: LoginServer) -> None:
    """Two large files for a session, four over all; what is let go of makes room."""
    with ExitStack() as stack:
        first, second, third = (
            stack.enter_context(session(door.origin, "editor-1")) for _ in range(3)
        )
        for each in (first, second, third):
            each.open(PAGE)
        assert [send_large(first, number) for number in (1, 2, 3)] == [204, 204, 429]
        assert [send_large(second, number) for number in (1, 2)] == [204, 204]
        assert send_large(third, 1) == 503
        for each in (first, second):
            for number in (1, 2):
                path = numbered(each, number)
                assert ask(door.origin, "DELETE", path, each.headers())[0] == 204
        assert send_large(third, 1) == 204
        ask(door.origin, "DELETE", numbered(third, 1), third.headers())


def numbered(who: Session, number: int) -> str:
    return who.path.replace("file-1", f"file-{number}")


def send_large(who: Session, number: int) -> int:
    headers = who.headers(**{"Content-Length": str(len(LARGE))})
    return ask(who.origin, "PUT", numbered(who, number), headers, LARGE)[0]


def test_a_body_that_breaks_off_frees_the_session(editor: Session) -> None:
    with begun(editor.origin, "PUT", editor.path, editor.headers(**LENGTH), BODY[:10]):
        assert announce(editor)[0] == 429
    time.sleep(0.5)
    assert announce(editor)[0] == NOT_REFUSED


@pytest.mark.parametrize(
    ("changed", "expected"),
    [
        ({"Origin": "http://127.0.0.1:1"}, 403),
        ({"Origin": "https://example.org"}, 403),
        ({"Origin": "null"}, 403),
        ({"Origin": ""}, 403),
    ],
)
def test_another_site_may_not(editor: Session, changed: dict[str, str], expected: int) -> None:
    headers = editor.headers(**LENGTH) | changed
    for method in ("PUT", "DELETE"):
        assert ask(editor.origin, method, editor.path, headers)[0] == expected


@pytest.mark.parametrize("method", ["PUT", "POST", "PATCH", "REPORT", "DELETE"])
@pytest.mark.parametrize(
    "alias",
    [
        "{path}/",
        "//{bare}",
        "/.{path}",
        "/_stcore//upload_file/{id}/file-1",
        "/hochladen{path}",
        "/_stcore/upload_file/{id}",
        "/_stcore/upload_file/{id}/a/b",
        "/_stcore/upload_file/{id}%2Ffile-1/x",
        "/_STCORE/upload_file/{id}/file-1",
        "/",
        "/gesund",
        "/_stcore/stream",
    ],
)
def test_no_other_address_takes_a_body(editor: Session, method: str, alias: str) -> None:
    path = alias.format(path=editor.path, bare=editor.path.lstrip("/"), id=editor.id)
    assert ask(editor.origin, method, path, editor.headers(**LENGTH))[0] == 405


@pytest.mark.parametrize("method", ["POST", "PATCH", "put"])
def test_no_other_method_takes_a_body(editor: Session, method: str) -> None:
    assert ask(editor.origin, method, editor.path, editor.headers(**LENGTH))[0] in (400, 405)


def test_an_address_written_otherwise_is_the_same_door(door: LoginServer) -> None:
    with session(door.origin, "reader-1") as opened:
        opened.open(PAGE)
        encoded = opened.path.replace("_stcore", "%5fstcore").replace("upload", "%75pload")
        assert put(opened, path=encoded, Content_Length="9")[0] == 403


def test_a_made_up_session_may_not(editor: Session) -> None:
    path = editor.path.replace(editor.id, "00000000-0000-0000-0000-000000000000")
    assert put(editor, path=path, Content_Length="9")[0] == 403


def test_the_browser_shows_why(browser: Browser, door: LoginServer) -> None:
    """A login that ran out while the page was open."""
    ends = time.time() + 15
    context = browser.new_context(locale="de-DE")
    cookie = login_cookie(door.origin, "editor-1", ends - TEN_HOURS)
    context.add_cookies([{"name": LOGIN, "value": cookie, "url": door.origin}])
    visit = Visit(context.new_page(), door.origin)
    page = visit.open(f"/{PAGE}")
    dropped = page.locator("input[type=file]")
    expect(dropped).to_have_count(1)
    page.wait_for_timeout(1000 * max(0.0, ends - time.time()) + 500)

    dropped.set_input_files({"name": "neu.csv", "mimeType": "text/csv", "buffer": b"Ort"})

    expect(page.get_by_text(NOT_ALLOWED).first).to_be_visible()
    context.close()
