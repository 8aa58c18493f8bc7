"""A real server on the shipped data and a real browser."""

import os
import re
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, sync_playwright

from kim.tables import ROOT
from tests.e2e.login_provider import LoginServer, serving_with_login

CHROMIUM = os.environ.get("CHROMIUM", "/usr/bin/chromium")
FLAGS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]
# Streamlit asks below the address of a page for its own service before it asks at the root.
EXPECTED_404 = re.compile(r"/[a-z]+/_stcore/")
SECONDS_TO_START = 60


class Visit:
    """A browser tab that keeps what went wrong."""

    def __init__(self, page: Page, origin: str) -> None:
        self.page, self.origin = page, origin
        self.foreign: list[str] = []
        self.errors: list[str] = []
        page.on("request", self._on_request)
        page.on(
            "console",
            lambda message: self._on_console(message.type, message.text, message.location),
        )
        page.on("pageerror", lambda error: self.errors.append(str(error)))

    def _on_request(self, request: object) -> None:
        url = request.url  # type: ignore[attr-defined]
        if not url.startswith((self.origin, self.origin.replace("http", "ws"), "data:", "blob:")):
            self.foreign.append(url)

    def _on_console(self, kind: str, words: str, location: dict[str, object]) -> None:
        if kind == "error" and not EXPECTED_404.search(str(location.get("url", ""))):
            self.errors.append(words)

    def open(self, path: str) -> Page:
        self.page.goto(self.origin + path)
        self.settle()
        return self.page

    def settle(self) -> None:
        """Wait until the page has a heading and its script has ended."""
        self.page.locator("h1").first.wait_for(timeout=30_000)
        self.page.wait_for_function(
            "() => document.querySelector('.stApp')?.dataset.testScriptState === 'notRunning'",
            timeout=30_000,
        )


@pytest.fixture(scope="session")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    folder: Path = tmp_path_factory.mktemp("store")
    environment = {**os.environ, "KIM_STORE": str(folder)}
    built = subprocess.run(
        [sys.executable, "-m", "etl", "build"],
        check=False,
        cwd=ROOT,
        env=environment,
        capture_output=True,
        text=True,
    )
    assert built.returncode == 0, built.stdout + built.stderr
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    origin = f"http://127.0.0.1:{port}"
    log = folder / "server.log"
    with log.open("w") as output:
        process = subprocess.Popen(
            [sys.executable, "-m", "kim.server", "--port", str(port)],
            cwd=ROOT,
            env=environment,
            stdout=output,
            stderr=subprocess.STDOUT,
        )
        try:
            _wait_for(origin + "/gesund")
            yield origin
        finally:
            process.terminate()
            process.wait(20)
    assert "Traceback" not in log.read_text("utf-8"), log.read_text("utf-8")


@pytest.fixture(scope="session")
def login_server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[LoginServer]:
    """A server with a login, on a store of its own."""
    with serving_with_login(tmp_path_factory.mktemp("login")) as serving:
        yield serving


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    with sync_playwright() as playwright:
        started = playwright.chromium.launch(executable_path=CHROMIUM, args=FLAGS)
        yield started
        started.close()


@pytest.fixture
def visit(browser: Browser, server: str, request: pytest.FixtureRequest) -> Iterator[Visit]:
    width = getattr(request, "param", 1440)
    context = browser.new_context(viewport={"width": width, "height": 1000}, locale="de-DE")
    yield Visit(context.new_page(), server)
    context.close()


def _wait_for(address: str) -> None:
    for _ in range(SECONDS_TO_START * 5):
        try:
            with urllib.request.urlopen(address, timeout=5):
                return
        except OSError:
            time.sleep(0.2)
    pytest.fail(f"no answer from {address}")
