"""A real server process on a store of its own."""

import http.client
import os
import re
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from http.cookies import SimpleCookie
from pathlib import Path
from urllib.parse import urlsplit

from kim.tables import ROOT

SECONDS_TO_START = 180
KEY = re.compile(r"\?schluessel=[\w-]+")
Cookies = dict[str, str]


class Served(str):
    """The origin of a server without a login, with the cookies of a browser that may write."""

    cookies: Cookies


@contextmanager
def serving(store: Path) -> Iterator[Served]:
    """Build the facts of the repository into this folder and serve them; fail on a traceback."""
    variables = {"KIM_STORE": str(store)}
    build(variables)
    port, log = free_port(), store / "server.log"
    origin = f"http://127.0.0.1:{port}"
    with running(["--port", str(port)], variables, log):
        wait_for(f"{origin}/gesund")
        served = Served(origin)
        served.cookies = cookies_for_the_key(origin, log)
        yield served
    assert "Traceback" not in log.read_text("utf-8"), log.read_text("utf-8")


@contextmanager
def running(arguments: list[str], variables: dict[str, str], log: Path) -> Iterator[None]:
    """Run ui.server with these arguments and variables, its words in `log`."""
    command = [sys.executable, "-m", "ui.server", *arguments]
    with (
        log.open("w") as output,
        subprocess.Popen(
            command,
            cwd=ROOT,
            env={**os.environ, **variables},
            stdout=output,
            stderr=subprocess.STDOUT,
        ) as process,
    ):
        try:
            yield
        finally:
            process.terminate()
            process.wait(20)


def build(variables: dict[str, str]) -> None:
    """Fill the store that the variables name with the facts of the repository."""
    built = subprocess.run(
        [sys.executable, "-m", "etl", "build"],
        check=False,
        cwd=ROOT,
        env={**os.environ, **variables},
        capture_output=True,
        text=True,
    )
    assert built.returncode == 0, built.stdout + built.stderr


def cookies_for_the_key(origin: str, log: Path) -> Cookies:
    """What a browser gets that opens the newest address with a key that the server has printed."""
    keys = KEY.findall(log.read_text("utf-8"))
    connection = http.client.HTTPConnection(urlsplit(origin).netloc, timeout=60)
    connection.request("GET", f"/{keys[-1]}")
    given: SimpleCookie = SimpleCookie(connection.getresponse().headers["Set-Cookie"])
    connection.close()
    return {name: each.value for name, each in given.items()}


def free_port() -> int:
    """A port of the loopback that nobody listens on."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        return int(free.getsockname()[1])


def wait_for(address: str) -> None:
    """Return once the address answers."""
    for _ in range(SECONDS_TO_START * 5):
        try:
            with urllib.request.urlopen(address, timeout=60):
                return
        except OSError:
            time.sleep(0.2)
    raise AssertionError(f"no answer from {address}")
