"""The dashboard as a web application: German page, security headers, health, started by `python -m ui.server`."""

import argparse
import contextlib
import gc
import importlib
import os
import sys
import threading
from collections.abc import AsyncIterator, Mapping

import streamlit as st
import uvicorn
from starlette.datastructures import MutableHeaders
from starlette.middleware import Middleware
from starlette.routing import Route
from starlette.types import ASGIApp, Message, Receive, Scope, Send
from streamlit import config
from streamlit.runtime.pages_manager import PagesManager
from streamlit.starlette import App

from etl.upkeep.prune import prune
from kim import access, queries
from kim.access import Login
from kim.disk import StoreFullError, StoreReadOnlyError
from kim.loads import now
from kim.pointer import StoreDamagedError
from kim.settings import SettingError, Settings, settings
from kim.store import StoreBusyError, StoreEmptyError, store
from kim.tables import ROOT
from ui.endpoints import embedding
from ui.endpoints.answers import answers_of_today
from ui.endpoints.application import ROUTES
from ui.server import logs, metrics, reruns
from ui.server.closed import Closed
from ui.server.connections import Connection
from ui.server.interface_words import GermanInterface
from ui.server.routes import METRICS
from ui.server.same_site import SameSite
from ui.server.secure_cookies import SecureCookies
from ui.server.upload_door import UploadDoor
from ui.server.watched import Watched
from ui.server.writing_keys import KeyInAddress, address, keys
from ui.texts import text

HEADERS = {
    "Content-Security-Policy": "default-src 'self'; "
    "script-src 'self' 'unsafe-inline' 'unsafe-eval' 'wasm-unsafe-eval' blob:; "
    "style-src 'self' 'unsafe-inline'; img-src 'self' data: blob:; font-src 'self' data:; "
    "connect-src 'self' data:; worker-src 'self' blob:; "
    "frame-ancestors 'none'; base-uri 'self'; form-action 'self'; object-src 'none'",
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
    "Referrer-Policy": "same-origin",
    "Permissions-Policy": "camera=(), geolocation=(), microphone=(), payment=(), usb=()",
    "Cross-Origin-Opener-Policy": "same-origin",
}
OF_FRAMES = "default-src 'none'; style-src 'unsafe-inline'; img-src 'self'; base-uri 'none'; "
ENGLISH, GERMAN = b'<html lang="en">', b'<html lang="de">'
UNKNOWN_HOST = ""
SECONDS_BETWEEN_PRUNES = 60 * 60
NOT_TO_PRUNE = (StoreBusyError, StoreDamagedError, StoreFullError, StoreReadOnlyError)
HEAVY_IMPORTS = ("pandas", "plotly.graph_objects", "plotly.io", "plotly.tools", "duckdb")


class GermanPage:
    """Adds the security headers and declares the page German (Streamlit fixes it to English)."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http":
            await self.app(scope, receive, send)
            return
        started: list[Message] = []

        async def translate(message: Message) -> None:
            if message["type"] == "http.response.start":
                headers = MutableHeaders(scope=message)
                headers.update(security_headers(scope["path"]))
                if headers.get("content-type", "").startswith("text/html"):
                    started.append(message)
                    return
            elif started:
                await _send_translated(started.pop(), message, send)
                return
            await send(message)

        await self.app(scope, receive, translate)


def security_headers(path: str) -> Mapping[str, str]:
    """What is allowed to a page: nowhere to stand in a frame, but for those made for it, by the sites of a setting."""
    if not embedding.may_stand_in_a_frame(path):
        return HEADERS
    by = " ".join(settings().embedded_by) or "'none'"
    others = {name: each for name, each in HEADERS.items() if name != "X-Frame-Options"}
    return others | {"Content-Security-Policy": f"{OF_FRAMES}frame-ancestors {by}"}


async def _send_translated(start: Message, body: Message, send: Send) -> None:
    content = body.get("body", b"").replace(ENGLISH, GERMAN)
    await send(start)
    await send({**body, "body": content})


@contextlib.asynccontextmanager
async def lifespan(_: App) -> AsyncIterator[None]:
    """Load what every page needs beside the start of the server, not within the first visit."""
    if access.process.host is None:
        access.process.host = UNKNOWN_HOST
    _watch(settings())
    threading.Thread(target=_warm, name="warm-up", daemon=True).start()
    is_over = threading.Event()
    threading.Thread(target=_prune, args=(is_over,), name="prune", daemon=True).start()
    yield
    is_over.set()


def _watch(chosen: Settings) -> None:
    if chosen.metrics:
        metrics.begin()
    if chosen.traces:
        reruns.begin()


def _warm() -> None:
    for module in HEAVY_IMPORTS:
        importlib.import_module(module)
    with contextlib.suppress(StoreEmptyError, StoreDamagedError):
        for ask in (queries.places, queries.place_names, queries.organisations, answers_of_today):
            ask()
    gc.collect()
    gc.freeze()


def _prune(is_over: threading.Event) -> None:
    """Now and then delete what need not be kept; what stands in the way is said by `etl doctor`."""
    while not is_over.wait(SECONDS_BETWEEN_PRUNES):
        with contextlib.suppress(*NOT_TO_PRUNE):
            prune(store(), settings(), now())


# A folder pages/ makes Streamlit expect its old kind of app until the first st.navigation;
# a first visit to a deeper address would be told "page not found".
PagesManager.uses_pages_directory = False

app = App(
    ROOT / "dashboard.py",
    lifespan=lifespan,
    routes=[Route(METRICS, metrics.show), *ROUTES],
    middleware=[
        Middleware(Watched),
        Middleware(SameSite),
        Middleware(SecureCookies),
        Middleware(GermanPage),
        Middleware(KeyInAddress),
        Middleware(UploadDoor),
        Middleware(Closed),
        Middleware(GermanInterface),
    ],
)


def who_may_write(host: str, secrets: str) -> str:
    """Fix address and login for this process; the sentence that says who may write.

    Raises SystemExit if the file `secrets` (KIM_SECRETS) sets up no login.
    """
    if secrets:  # under our own server Streamlit does not read STREAMLIT_SECRETS_FILES
        config.set_option("secrets.files", [secrets])
    login = access.login_in(st.secrets, config.get_option("secrets.files"))
    if secrets and (login is Login.OFF or not _is_readable()):
        sys.exit(text("login.start_unreadable", path=secrets))
    access.process.host, access.process.login = host, login
    if login is Login.ON:
        access.process.is_behind_tls = st.secrets["auth"]["redirect_uri"].startswith("https:")
        return text("login.start_login")
    if login is Login.BROKEN:
        lacking = access.missing(st.secrets.get("auth")) if _is_readable() else ["[auth]"]
        return text("login.start_broken", missing=", ".join(lacking))
    if access.is_loopback(host):
        return text("login.start_local")
    return text("login.start_foreign", host=host)


def _is_readable() -> bool:
    return st.secrets.load_if_toml_exists()


def _first_key(host: str, port: int) -> str:
    """The key of the first browser that may write, those that follow are printed; none where nobody may by a key."""
    if access.process.login is not Login.OFF or not access.is_loopback(host):
        return ""

    def announce(key: str) -> None:
        logs.say(text("login.next_key", address=address(host, port, key)))

    return keys.make(announce)


def main() -> None:
    """Serve on the given address; print it, with the key for writing, and who may write."""
    os.umask(0o077)  # what is written is for the account of the server alone
    parser = argparse.ArgumentParser(prog="python -m ui.server", description=__doc__)
    parser.add_argument("--host", default="127.0.0.1")
    parser.add_argument("--port", type=int, default=8501)
    chosen = parser.parse_args()
    try:
        installed = settings()
    except SettingError as unreadable:
        sys.exit(str(unreadable))
    logs.begin(installed)
    who = who_may_write(chosen.host, installed.secrets)
    key = _first_key(chosen.host, chosen.port)
    logs.say(f"KIM-Vergleich NRW: {address(chosen.host, chosen.port, key)}")
    logs.say(who)
    # As `streamlit run` sets it: messages are not compressed, which would cost more than it saves.
    uvicorn.run(
        app,
        host=chosen.host,
        port=chosen.port,
        log_config=logs.of_uvicorn(installed),
        log_level="warning",
        access_log=False,
        http=Connection,
        ws="websockets-sansio",
        ws_per_message_deflate=False,
    )


if __name__ == "__main__":
    main()
