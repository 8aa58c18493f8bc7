"""A web server on loopback that answers what a test lays out for it, and remembers who asked."""

import gzip
import threading
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer


@dataclass
class Reply:
    """What is answered: body, status, headers; `packed` sends it gzipped."""

    body: bytes = b""
    status: int = 200
    headers: Mapping[str, str] = field(default_factory=dict)
    packed: bool = False


Handler = BaseHTTPRequestHandler
Page = Reply | list[Reply] | Callable[[Handler], Reply | None]


@dataclass
class CouncilServer:
    """Pages by path; of a list each request takes the next, the last one stays."""

    address: str
    pages: dict[str, Page] = field(default_factory=dict)
    asked: list[tuple[str, Mapping[str, str]]] = field(default_factory=list)

    def url(self, path: str) -> str:
        return f"{self.address}{path}"

    def paths(self) -> list[str]:
        """What was asked for, in order, robots.txt left out."""
        return [path for path, _ in self.asked if path != "/robots.txt"]

    def answer(self, handler: Handler) -> None:
        self.asked.append((handler.path, dict(handler.headers)))
        page = self.pages.get(handler.path) or self.pages.get(handler.path.partition("?")[0])
        if isinstance(page, list):
            page = page.pop(0) if len(page) > 1 else page[0]
        if page is None:
            page = Reply(b"not here", 404)
        reply = page if isinstance(page, Reply) else page(handler)
        if reply is not None:
            with suppress(ConnectionError):  # who asked has heard enough
                _send(handler, reply)


def _send(handler: Handler, reply: Reply) -> None:
    body = gzip.compress(reply.body) if reply.packed else reply.body
    handler.send_response(reply.status)
    for name, value in reply.headers.items():
        handler.send_header(name, value)
    if reply.packed:
        handler.send_header("Content-Encoding", "gzip")
    handler.send_header("Content-Length", str(len(body)))
    handler.end_headers()
    if reply.status != 304:
        handler.wfile.write(body)


@contextmanager
def serving() -> Iterator[CouncilServer]:
    """A server on a free port of loopback."""

    class Answers(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            server.answer(self)

        def log_message(self, *_: object) -> None: ...

    with ThreadingHTTPServer(("127.0.0.1", 0), Answers) as listening:
        listening.daemon_threads = True
        server = CouncilServer(f"http://127.0.0.1:{listening.server_port}")
        threading.Thread(target=listening.serve_forever, daemon=True).start()
        try:
            yield server
        finally:
            listening.shutdown()
