"""A real server on the shipped data and a real browser."""

import re
from collections.abc import Iterator
from contextlib import contextmanager

import pytest
from playwright.sync_api import Browser, BrowserContext, Locator, Page, expect, sync_playwright

from bench.chromium import CHROMIUM, FLAGS
from tests.e2e.login_provider import LoginServer, serving_with_login
from tests.e2e.serving import Served, serving

MILLISECONDS_TO_WAIT = 120_000  # a state comes when it comes on a busy machine
MOST_STEPS, FOCUSED = 60, "each => each === document.activeElement"
# Streamlit asks below the address of a page for its own service before it asks at the root.
EXPECTED_404 = re.compile(r"/[a-z]+/_stcore/")


class Visit:
    """A browser tab that keeps what went wrong."""

    def __init__(self, page: Page, origin: str | Served) -> None:
        self.page, self.origin = page, origin
        page.set_default_timeout(MILLISECONDS_TO_WAIT)
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

    def tab_to(self, wanted: Locator) -> None:
        """Press Tab until the element has the focus; what opens may have given it the focus by itself."""
        wanted.wait_for()
        for _ in range(MOST_STEPS):
            if wanted.evaluate(FOCUSED):
                return
            self.page.keyboard.press("Tab")
        raise AssertionError(f"not within {MOST_STEPS} steps: {wanted}")

    def settle(self) -> None:
        """Wait until the page has a heading and its script has ended."""
        self.page.locator("h1").first.wait_for()
        self.page.wait_for_function(
            "() => document.querySelector('.stApp')?.dataset.testScriptState === 'notRunning'"
        )


@pytest.fixture(scope="session")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    with serving(tmp_path_factory.mktemp("store")) as origin:
        yield origin


@pytest.fixture(scope="session")
def login_server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[LoginServer]:
    """A server with a login, on a store of its own."""
    with serving_with_login(tmp_path_factory.mktemp("login")) as serving:
        yield serving


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    with sync_playwright() as playwright:
        expect.set_options(timeout=MILLISECONDS_TO_WAIT)
        started = playwright.chromium.launch(executable_path=CHROMIUM, args=FLAGS)
        yield started
        started.close()


def writing(browser: Browser, server: Served, width: int = 1440) -> BrowserContext:
    """A browser that may write on a server without a login."""
    context = browser.new_context(viewport={"width": width, "height": 1000}, locale="de-DE")
    context.add_cookies(
        [{"name": name, "value": said, "url": server} for name, said in server.cookies.items()]
    )
    return context


@contextmanager
def working(browser: Browser, server: Served, width: int = 1440) -> Iterator[Visit]:
    """A tab of a browser that may write; at its end nothing went wrong in it and nobody else was asked."""
    context = writing(browser, server, width)
    visit = Visit(context.new_page(), server)
    yield visit
    context.close()
    assert visit.foreign == []
    assert visit.errors == []


@pytest.fixture(scope="session")
def readers(browser: Browser, server: Served) -> Iterator[dict[int, BrowserContext]]:
    """Browsers that have read here before, by the width of their screens."""
    known: dict[int, BrowserContext] = {}
    yield known
    for context in known.values():
        context.close()


@pytest.fixture
def visit(
    browser: Browser,
    server: Served,
    readers: dict[int, BrowserContext],
    request: pytest.FixtureRequest,
) -> Iterator[Visit]:
    width = getattr(request, "param", 1440)
    if width not in readers:
        readers[width] = writing(browser, server, width)
    page = readers[width].new_page()
    yield Visit(page, server)
    page.close()
