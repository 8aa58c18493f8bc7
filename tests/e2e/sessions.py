"""A session of a real server without a browser: Streamlit's own messages over its WebSocket."""

import http.client
import json
import socket
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from http.cookies import SimpleCookie
from urllib.parse import urlsplit

from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.proto.Element_pb2 import Element
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg
from streamlit.proto.WidgetStates_pb2 import WidgetState
from streamlit.web.server.starlette.starlette_app_utils import create_signed_value
from websockets.sync.client import ClientConnection, connect
from websockets.typing import Subprotocol

from tests.e2e.login_provider import COOKIE_SECRET, PEOPLE
from tests.e2e.serving import Served

SECONDS = 120
LOGIN = "_streamlit_user"
NOT_REFUSED = 0
FORM = "multipart/form-data; boundary=kim"
HEAD = '--kim\r\nContent-Disposition: form-data; name="file"; filename="neu.csv"\r\nContent-Type: text/csv\r\n\r\n'
TAIL = "\r\n--kim--\r\n"


def form(content: str) -> bytes:
    """A file as a browser sends it."""
    return (HEAD + content + TAIL).encode()


@dataclass
class Session:
    """One visitor of the server at `origin`: the session, the cookies of the browser."""

    origin: str
    socket: ClientConnection
    cookies: Mapping[str, str]
    id: str = ""

    def open(self, page: str, *widgets: WidgetState) -> dict[str, str]:
        """Run a page to its end, as the browser asks for it, with what stands in these widgets.

        A page that begins anew is run again. By identifier of each widget that the page showed, its kind and its label.
        """
        asked = BackMsg()
        asked.rerun_script.page_name = page
        asked.rerun_script.widget_states.widgets.extend(widgets)
        self.socket.send(asked.SerializeToString())
        shown: dict[str, str] = {}
        while True:
            said = ForwardMsg.FromString(bytes(self.socket.recv(SECONDS)))  # type: ignore[arg-type]
            if said.WhichOneof("type") == "new_session":
                self.id = said.new_session.initialize.session_id
            if said.WhichOneof("type") == "delta":
                shown |= _widget(said.delta.new_element)
            if said.WhichOneof("type") == "script_finished":
                if said.script_finished != ForwardMsg.FINISHED_EARLY_FOR_RERUN:
                    return shown
                shown.clear()

    @property
    def path(self) -> str:
        return f"/_stcore/upload_file/{self.id}/file-1"

    def headers(self, **more: str) -> dict[str, str]:
        """What a browser sends with a file, apart from its length."""
        netloc = urlsplit(self.origin).netloc
        cookies = "; ".join(f"{name}={value}" for name, value in self.cookies.items())
        sent = {"Host": netloc, "Origin": self.origin, "Cookie": cookies}
        sent |= {"X-Xsrftoken": self.cookies["_streamlit_xsrf"], "Content-Type": FORM}
        return sent | {name.replace("_", "-"): value for name, value in more.items()}


def _widget(element: Element) -> dict[str, str]:
    kind = element.WhichOneof("type") or ""
    widget = getattr(element, kind, None)
    identifier = getattr(widget, "id", "")
    return {identifier: f"{kind}: {getattr(widget, 'label', '')}"} if identifier else {}


@contextmanager
def session(origin: str, person: str = "", *, issued: float | None = None) -> Iterator[Session]:
    """A visitor, or one of PEOPLE whose login was issued at that moment (seconds since 1970)."""
    netloc = urlsplit(origin).netloc
    cookies = {"_streamlit_xsrf": _xsrf_token(netloc)}
    if isinstance(origin, Served):
        cookies |= origin.cookies
    if person:
        cookies[LOGIN] = login_cookie(origin, person, time.time() if issued is None else issued)
    protocols = [Subprotocol("streamlit"), Subprotocol(cookies["_streamlit_xsrf"])]
    sent = "; ".join(f"{name}={value}" for name, value in cookies.items())
    with connect(
        f"ws://{netloc}/_stcore/stream",
        origin=origin,  # type: ignore[arg-type]
        subprotocols=protocols,
        additional_headers={"Cookie": sent},
        max_size=None,
    ) as opened:
        yield Session(origin, opened, cookies)


def login_cookie(origin: str, person: str, issued: float) -> str:
    """The cookie of a login of one of PEOPLE, issued at that moment."""
    who = {"origin": origin, "is_logged_in": True, "sub": person, **PEOPLE[person], "iat": issued}
    return create_signed_value(COOKIE_SECRET, LOGIN, json.dumps(who)).decode()


def ask(
    origin: str, method: str, path: str, headers: Mapping[str, str], body: bytes = b""
) -> tuple[int, str]:
    """Send the head of a request, and the body if there is one; status and words of the answer.

    (0, "") when no answer comes within two seconds: the server waits for the body.
    """
    with begun(origin, method, path, headers, body) as opened:
        return answer(opened)


@contextmanager
def begun(
    origin: str, method: str, path: str, headers: Mapping[str, str], body: bytes = b""
) -> Iterator[socket.socket]:
    """A request of which the head is sent, and as much of the body as is given."""
    host, port = urlsplit(origin).hostname, urlsplit(origin).port
    with socket.create_connection((host, port), timeout=2) as opened:
        lines = [
            f"{method} {path} HTTP/1.1",
            *(f"{name}: {said}" for name, said in headers.items()),
        ]
        opened.sendall(("\r\n".join(lines) + "\r\n\r\n").encode() + body)
        yield opened


def answer(opened: socket.socket) -> tuple[int, str]:
    """Status and words of the answer; (0, "") when none comes within two seconds."""
    response = http.client.HTTPResponse(opened)
    try:
        response.begin()
    except TimeoutError:
        return NOT_REFUSED, ""
    return response.status, response.read().decode()


def _xsrf_token(netloc: str) -> str:
    connection = http.client.HTTPConnection(netloc, timeout=SECONDS)
    connection.request("GET", "/_stcore/health")
    cookie: SimpleCookie = SimpleCookie(connection.getresponse().headers["Set-Cookie"])
    return cookie["_streamlit_xsrf"].value
