"""The server in this process: German pages with their headers, health, who may write, what it is started with."""

import gc
import json
import sys
import threading
import time
from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest
import streamlit as st
import uvicorn
from streamlit import config
from uvicorn.config import LOGGING_CONFIG

from kim import access
from kim.access import Login
from kim.store import store, store_in
from tests.asgi import ask, request, run, sending
from tests.conftest import FIRST_LOAD, World
from tests.rows import POSITION
from ui.endpoints import embedding
from ui.endpoints.health import health as health_of
from ui.server import __main__ as server
from ui.server.connections import Connection
from ui.server.writing_keys import keys

SECRETS = """[auth]
redirect_uri = "http://127.0.0.1:8501/oauth2callback"
cookie_secret = "0123456789abcdef0123456789abcdef"
client_id = "kim"
client_secret = "known to both"
server_metadata_url = "http://127.0.0.1:9/.well-known/openid-configuration"
"""
HEADERS = {
    "content-security-policy": "default-src 'self'; "
    "script-src 'self' 'unsafe-inline' 'unsafe-eval' 'wasm-unsafe-eval' blob:; "
    "style-src 'self' 'unsafe-inline'; img-src 'self' data: blob:; font-src 'self' data:; "
    "connect-src 'self' data:; worker-src 'self' blob:; "
    "frame-ancestors 'none'; base-uri 'self'; form-action 'self'; object-src 'none'",
    "x-content-type-options": "nosniff",
    "x-frame-options": "DENY",
    "referrer-policy": "same-origin",
    "permissions-policy": "camera=(), geolocation=(), microphone=(), payment=(), usb=()",
    "cross-origin-opener-policy": "same-origin",
}
PAGE = b'<!doctype html><html lang="en"><body>Stellen</body></html>'


def answer_of(kind: str, body: bytes) -> list[dict[str, object]]:
    headers = [(b"content-type", kind.encode()), (b"content-length", str(len(body)).encode())]
    return [
        {"type": "http.response.start", "status": 200, "headers": headers},
        {"type": "http.response.body", "body": body},
    ]


def test_a_page_is_german_and_guarded() -> None:
    app = server.GermanPage(sending(answer_of("text/html; charset=utf-8", PAGE)))
    answer = ask(app, request("GET", "/stellen"))
    assert answer.body == PAGE.replace(b'"en"', b'"de"')
    assert HEADERS.items() <= dict(answer.headers).items()


def test_what_is_no_page_is_guarded_and_stays_as_it_is() -> None:
    answer = ask(server.GermanPage(sending(answer_of("text/css", PAGE))), request("GET", "/s.css"))
    assert answer.body == PAGE
    assert HEADERS.items() <= dict(answer.headers).items()


def test_only_what_is_made_for_it_stands_in_frames_of_the_named_sites(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    app = server.GermanPage(sending(answer_of("text/html; charset=utf-8", PAGE)))
    policy = "content-security-policy"
    alone = ask(app, request("GET", embedding.ANSWERS)).headers
    assert alone[policy].endswith("frame-ancestors 'none'")
    monkeypatch.setenv("KIM_EMBEDDED_BY", "https://www.rheine.de https://coe.example")
    framed = ask(app, request("GET", embedding.ANSWERS)).headers

    assert framed[policy].endswith("frame-ancestors https://www.rheine.de https://coe.example")
    assert "script-src" not in framed[policy]
    assert framed[policy].startswith("default-src 'none'")
    assert "x-frame-options" not in framed
    assert HEADERS.items() <= dict(ask(app, request("GET", "/stellen")).headers).items()


def test_an_answer_without_content_is_no_page() -> None:
    nothing = {"type": "http.response.start", "status": 304, "headers": []}
    app = server.GermanPage(sending([nothing, {"type": "http.response.body"}]))
    answer = ask(app, request("GET", "/stellen"))
    assert (answer.status, answer.body, answer.headers["x-frame-options"]) == (304, b"", "DENY")


def test_a_session_passes_as_it_is() -> None:
    said = [{"type": "websocket.accept", "headers": []}]
    answer = ask(server.GermanPage(sending(said)), request("", "/_stcore/stream", kind="websocket"))
    assert answer.messages == said


@pytest.fixture
def served(world: World, monkeypatch: pytest.MonkeyPatch) -> Iterator[World]:
    """The world, from which the server answers."""
    monkeypatch.setenv("KIM_STORE", str(world.store.folder))
    store.cache_clear()
    yield world
    store.cache_clear()


def health() -> tuple[int, dict[str, object]]:
    answer = health_of(None)  # type: ignore[arg-type]
    return answer.status_code, json.loads(bytes(answer.body))


def test_health_says_which_version_answers(served: World) -> None:
    status, said = health()
    assert (status, said["status"]) == (503, "empty")
    assert set(said) == {"status", "reason"}
    assert "make build" in str(said["reason"])
    served.build(FIRST_LOAD)
    assert health() == (200, {"status": "ok", "version": 1})


def test_health_says_what_is_damaged_and_what_still_answers(served: World) -> None:
    served.build(FIRST_LOAD)
    assert health()[0] == 200
    (served.store.folder / "current").write_text("keine Zahl", "utf-8")
    status, said = health()
    assert (status, said["status"], said["version"]) == (503, "damaged", 1)
    assert said["reason"]
    store.cache_clear()
    store_in.cache_clear()
    status, said = health()
    assert (status, said["status"]) == (503, "damaged")
    assert "version" not in said


# Who may write


@pytest.fixture
def process(monkeypatch: pytest.MonkeyPatch) -> Iterator[access.Process]:
    """What the process serves; it and Streamlit's secrets are afterwards as they were."""
    files = config.get_option("secrets.files")
    monkeypatch.setattr(access.process, "host", None)
    monkeypatch.setattr(access.process, "login", None)
    monkeypatch.setattr(access.process, "is_behind_tls", False)
    st.secrets._reset()
    yield access.process
    config.set_option("secrets.files", files)
    st.secrets._reset()


@pytest.mark.parametrize(
    ("host", "said"),
    [
        (
            "127.0.0.1",
            "Ändern: ja, ohne Anmeldung, in dem Browser, der diese Adresse zuerst öffnet.",
        ),
        ("0.0.0.0", "Ändern: nein. 0.0.0.0 ist nicht nur dieser Rechner"),  # noqa: S104
    ],
)
def test_without_a_login_only_this_machine_may_write(
    process: access.Process, tmp_path: Path, host: str, said: str
) -> None:
    config.set_option("secrets.files", [str(tmp_path / "none.toml")])
    assert server.who_may_write(host, "").startswith(said)
    assert (process.host, process.login) == (host, Login.OFF)


def test_with_a_login_those_may_write_who_are_logged_in(
    process: access.Process, tmp_path: Path
) -> None:
    path = tmp_path / "secrets.toml"
    path.write_text(SECRETS, "utf-8")
    said = server.who_may_write("192.0.2.1", str(path))
    assert said == "Ändern: ja, für alle, die angemeldet sind und das Recht dazu haben."
    assert (process.host, process.login, process.is_behind_tls) == ("192.0.2.1", Login.ON, False)
    st.secrets._reset()
    path.write_text(SECRETS.replace("http://127.0.0.1:8501", "https://kim.example.org"), "utf-8")
    server.who_may_write("192.0.2.1", str(path))
    assert process.is_behind_tls


@pytest.mark.parametrize(
    ("secrets", "missing"),
    [
        (SECRETS.replace("client_id", "client"), "client_id"),
        ('[auth]\nclient_id = "kim"\nclient_secret = "x"', "redirect_uri, cookie_secret, server"),
    ],
)
def test_a_login_that_lacks_something_says_what(
    process: access.Process, tmp_path: Path, secrets: str, missing: str
) -> None:
    path = tmp_path / "secrets.toml"
    path.write_text(secrets, "utf-8")
    said = server.who_may_write("127.0.0.1", str(path))
    assert f"Es fehlt: {missing}" in said
    assert process.login is Login.BROKEN


def test_a_file_of_streamlits_own_that_is_no_login_says_so(
    process: access.Process, tmp_path: Path
) -> None:
    path = tmp_path / "secrets.toml"
    path.write_text("[auth", "utf-8")
    config.set_option("secrets.files", [str(path)])
    assert "Es fehlt: [auth]." in server.who_may_write("127.0.0.1", "")
    assert process.login is Login.BROKEN


@pytest.mark.parametrize("secrets", ["", "[auth", '[other]\nname = "x"', None])
def test_a_file_that_sets_up_no_login_ends_the_start(
    process: access.Process, tmp_path: Path, secrets: str | None
) -> None:
    path = tmp_path / "secrets.toml"
    if secrets is not None:
        path.write_text(secrets, "utf-8")
    with pytest.raises(SystemExit, match="Die Datei in KIM_SECRETS ist nicht lesbar") as ended:
        server.who_may_write("127.0.0.1", str(path))
    assert str(path) in str(ended.value)
    assert process.login is None


# The start


@pytest.fixture
def started(monkeypatch: pytest.MonkeyPatch) -> dict[str, object]:
    """What the web server would be started with."""
    told: dict[str, object] = {}
    monkeypatch.setattr(uvicorn, "run", lambda app, **how: told.update(how, app=app))
    return told


@pytest.mark.parametrize(
    ("arguments", "host", "port"),
    [([], "127.0.0.1", 8501), (["--host", "localhost", "--port", "9000"], "localhost", 9000)],
)
def test_it_is_served_where_it_is_asked_to(
    process: access.Process,
    started: dict[str, object],
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    tmp_path: Path,
    arguments: list[str],
    host: str,
    port: int,
) -> None:
    config.set_option("secrets.files", [str(tmp_path / "none.toml")])
    monkeypatch.delenv("KIM_SECRETS", raising=False)
    monkeypatch.setattr(sys, "argv", ["ui.server", *arguments])
    server.main()
    assert process.host == host
    assert started == {
        "app": server.app,
        "host": host,
        "port": port,
        "log_config": LOGGING_CONFIG,
        "log_level": "warning",
        "access_log": False,
        "http": Connection,
        "ws": "websockets-sansio",
        "ws_per_message_deflate": False,
    }
    first, who = capsys.readouterr().out.splitlines()
    start, _, key = first.partition("=")
    assert start == f"KIM-Vergleich NRW: http://{host}:{port}/?schluessel"
    assert who.startswith("Ändern: ja, ohne Anmeldung, in dem Browser, der diese Adresse zuerst")
    assert keys.exchange(key)
    following = capsys.readouterr().out.rpartition("=")
    assert (
        following[0]
        == f"Der Schlüssel ist benutzt. Für einen weiteren Browser: http://{host}:{port}/?schluessel"
    )
    assert keys.exchange(following[2].strip())


def test_where_nobody_writes_by_a_key_none_is_printed(
    process: access.Process,
    started: dict[str, object],
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    tmp_path: Path,
) -> None:
    config.set_option("secrets.files", [str(tmp_path / "none.toml")])
    monkeypatch.delenv("KIM_SECRETS", raising=False)
    monkeypatch.setattr(sys, "argv", ["ui.server", "--host", "0.0.0.0"])  # noqa: S104
    server.main()
    assert started["host"] == process.host
    assert capsys.readouterr().out.splitlines()[0] == "KIM-Vergleich NRW: http://0.0.0.0:8501"


def test_a_setting_that_cannot_be_read_ends_the_start(
    started: dict[str, object], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("KIM_MAX_UPLOAD_MB", "viel")
    monkeypatch.setattr(sys, "argv", ["ui.server"])
    with pytest.raises(SystemExit, match="KIM_MAX_UPLOAD_MB ist „viel“"):
        server.main()
    assert started == {}


def test_the_help_says_what_it_is(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(sys, "argv", ["ui.server", "--help"])
    with pytest.raises(SystemExit):
        server.main()
    assert capsys.readouterr().out.startswith(
        "usage: python -m ui.server [-h] [--host HOST] [--port PORT]"
    )


def test_who_starts_the_application_otherwise_binds_it_to_nobody_knows_where(
    process: access.Process, monkeypatch: pytest.MonkeyPatch
) -> None:
    begun: list[threading.Thread] = []
    start_thread = threading.Thread.start

    def begin(thread: threading.Thread) -> None:
        if thread.name == "warm-up":
            begun.append(thread)
        else:
            start_thread(thread)

    monkeypatch.setattr(threading.Thread, "start", begin)

    async def start() -> None:
        async with server.lifespan(server.app):
            pass

    run(start())
    assert process.host == ""
    assert [(each.name, each.daemon) for each in begun] == [("warm-up", True)]
    process.host = "127.0.0.1"
    run(start())
    assert process.host == "127.0.0.1"


def test_it_warms_up_before_there_is_a_version(
    served: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert served.store.number() == 0
    monkeypatch.delitem(sys.modules, "colorsys", raising=False)
    monkeypatch.setattr(server, "HEAVY_IMPORTS", ("colorsys",))
    server._warm()
    assert "colorsys" in sys.modules
    assert gc.get_freeze_count()
    gc.unfreeze()


def test_it_deletes_versions_that_need_not_be_kept(
    served: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    for day, note in ((1, "eins"), (2, "zwei"), (3, "drei")):
        served.write("positions", POSITION | {"note": note})
        assert served.build(FIRST_LOAD + timedelta(hours=day)).version == day
    monkeypatch.setattr(server, "SECONDS_BETWEEN_PRUNES", 0.01)
    monkeypatch.setenv("KIM_KEEP_VERSIONS", "2")
    monkeypatch.setenv("KIM_KEEP_DAYS", "1")
    is_over = threading.Event()
    pruning = threading.Thread(target=server._prune, args=(is_over,))
    pruning.start()
    until = time.monotonic() + 60
    while served.store.numbers() != [2, 3] and time.monotonic() < until:
        time.sleep(0.01)
    is_over.set()
    pruning.join()
    assert served.store.numbers() == [2, 3]
