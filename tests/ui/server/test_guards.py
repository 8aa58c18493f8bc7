"""What stands before Streamlit: cookies over TLS alone, nothing of its inside, no connection that only waits."""

import asyncio
import socket
import threading
from collections.abc import Iterator

import pytest
import uvicorn

from kim import access
from tests.asgi import ask, request, sending
from ui.server import connections
from ui.server.closed import Closed
from ui.server.connections import Connection
from ui.server.secure_cookies import SecureCookies

COOKIES = [
    (b"set-cookie", b"_streamlit_user=x; HttpOnly; Path=/; SameSite=lax"),
    (b"Set-Cookie", b"a=b; Secure"),
    (b"content-type", b"text/html"),
]
OPEN = [COOKIES[0][1], COOKIES[1][1], COOKIES[2][1]]
SECURED = [OPEN[0] + b"; Secure", *OPEN[1:]]


@pytest.mark.parametrize("kind", ["http.response.start", "websocket.accept"])
@pytest.mark.parametrize(
    ("scheme", "is_behind_tls", "expected"),
    [("http", False, OPEN), ("http", True, SECURED), ("https", False, SECURED), ("wss", False, SECURED)],
)  # fmt: skip
def test_cookies_are_secure_behind_tls(
    monkeypatch: pytest.MonkeyPatch, kind: str, scheme: str, is_behind_tls: bool, expected: list[bytes]
) -> None:  # fmt: skip
    monkeypatch.setattr(access.process, "is_behind_tls", is_behind_tls)
    app = SecureCookies(sending([{"type": kind, "status": 200, "headers": COOKIES}]))
    [said] = ask(app, request("GET", "/") | {"scheme": scheme}).messages
    assert [value for _, value in said["headers"]] == expected


@pytest.mark.parametrize("path", ["/_stcore/metrics", "/_stcore/metrics/", "/_stcore/script-health-check"])  # fmt: skip
def test_streamlits_inside_is_not_told(path: str) -> None:
    inside = [{"type": "http.response.start", "status": 200, "headers": []}]
    assert ask(Closed(sending(inside)), request("GET", path)).status == 404
    assert ask(Closed(sending(inside)), request("GET", "/_stcore/health")).status == 200


# Connections


@pytest.fixture(scope="module")
def port() -> Iterator[int]:
    """A real server that answers everything with one word, and waits half a second for a head."""
    body = [
        {"type": "http.response.start", "status": 200, "headers": [(b"content-length", b"2")]},
        {"type": "http.response.body", "body": b"ja"},
    ]
    patch = pytest.MonkeyPatch()
    patch.setattr(connections, "SECONDS_FOR_A_HEAD", 0.5)
    server = uvicorn.Server(
        uvicorn.Config(sending(body), port=0, http=Connection, lifespan="off", log_level="error")
    )
    thread = threading.Thread(target=lambda: asyncio.run(server.serve()), daemon=True)
    thread.start()
    while not server.started:
        pass
    yield server.servers[0].sockets[0].getsockname()[1]
    server.should_exit = True
    thread.join(20)
    patch.undo()


WHOLE = b"GET / HTTP/1.1\r\nHost: x\r\n\r\n"


@pytest.mark.parametrize(
    "sent",
    [b"", b"GET / HT", b"GET / HTTP/1.1\r\nHost: x\r\n", WHOLE + b"GET / HTTP"],
    ids=["nothing", "half a line", "half a head", "half a second one"],
)
def test_half_a_head_is_not_waited_for(port: int, sent: bytes) -> None:
    with socket.create_connection(("127.0.0.1", port), timeout=20) as opened:
        opened.sendall(sent)
        while opened.recv(1000):
            pass


def closes_though_it_drips(opened: socket.socket) -> bool:
    """Send a byte every tenth of a second, never late: whether the server closes all the same."""
    for _ in range(200):
        try:
            opened.sendall(b"x")
            if opened.recv(1000) == b"":
                return True
        except TimeoutError:
            continue
        except ConnectionError:
            return True
    return False


@pytest.mark.parametrize("before", [b"", WHOLE])
def test_a_slow_head_is_not_waited_for(port: int, before: bytes) -> None:
    with socket.create_connection(("127.0.0.1", port), timeout=0.1) as opened:
        opened.sendall(before + b"GET / HTTP/1.1\r\nX: ")
        assert closes_though_it_drips(opened)


def test_a_body_that_nobody_wants_is_not_waited_for(port: int) -> None:
    with socket.create_connection(("127.0.0.1", port), timeout=0.1) as opened:
        opened.sendall(b"GET / HTTP/1.1\r\nHost: x\r\nContent-Length: 9999\r\n\r\n")
        assert closes_though_it_drips(opened)


def test_whole_requests_follow_each_other(port: int) -> None:
    with socket.create_connection(("127.0.0.1", port), timeout=20) as opened:
        for _ in range(3):
            opened.sendall(WHOLE)
            answer = b""
            while not answer.endswith(b"ja"):
                answer += opened.recv(1000)
