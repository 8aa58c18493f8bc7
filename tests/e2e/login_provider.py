"""A server with a login, and the provider that knows the people of the tests."""

import tempfile
import tomllib
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from oidc_provider_mock import User, run_server_in_thread
from playwright.sync_api import Page

from tests.e2e.serving import build, free_port, running, wait_for

PEOPLE: dict[str, dict[str, object]] = {
    "nobody-1": {},
    "reader-1": {"kim_roles": ["reader"]},
    "editor-1": {"kim_roles": ["editor"], "kim_regions": ["05566"]},
    "editor-nowhere": {"kim_roles": ["editor"]},
    "editor-all": {"kim_roles": ["editor"], "kim_regions": "*"},
    "reviewer-1": {"kim_roles": ["reviewer"]},
}
COOKIE_SECRET = "only-for-the-tests-0123456789abcdef"  # noqa: S105
SECRETS_FILE = """[auth]
redirect_uri = "{origin}/oauth2callback"
cookie_secret = "{cookie_secret}"
client_id = "kim"
client_secret = "only-for-the-tests"
server_metadata_url = "{provider}/.well-known/openid-configuration"
client_kwargs = {{ scope = "openid" }}
"""
# What the provider's own pages would fetch from elsewhere; answered in the browser instead.
PROVIDERS_STYLE = "https://cdn.jsdelivr.net/npm/@picocss/pico@2/css/pico.min.css"
NOT_RUNNING = (
    "() => document.querySelector('.stApp')?.dataset.testScriptState === 'notRunning'"
    " && document.querySelector('.st-key-login') !== null"
)


@dataclass(frozen=True)
class LoginServer:
    """Where server and provider answer, the folder of the store, the log of the server."""

    origin: str
    provider: str
    store: Path
    log: Path

    def log_in(self, page: Page, subject: str) -> None:
        """Log in as one of PEOPLE, with the button of the page."""
        if not page.url.startswith(self.origin):
            page.goto(self.origin)
        page.route(PROVIDERS_STYLE, lambda route: route.fulfill(content_type="text/css", body=""))
        page.route(f"{self.provider}/favicon.ico", lambda route: route.fulfill(status=204))
        settle(page)
        log_in(page, subject)

    def log_out(self, page: Page) -> None:
        """Log out with the button of the page, at the provider as well."""
        log_out(page)

    def is_known(self, url: str) -> bool:
        """Whether the provider answers this address, or would have its style from there."""
        return url.startswith(self.provider) or url == PROVIDERS_STYLE


def log_in(page: Page, subject: str) -> None:
    """From any page of the server: log in as one of PEOPLE; ends on the first page."""
    press(page, "Anmelden")
    page.get_by_role("button", name=subject, exact=True).click()
    page.get_by_text("Sie sind angemeldet.").wait_for(state="attached")
    settle(page)


def log_out(page: Page) -> None:
    """From any page of the server: log out; ends on the first page."""
    press(page, "Abmelden")
    page.locator("form button, form input[type=submit]").first.click()
    page.get_by_text("Sie sind nicht angemeldet.").wait_for(state="attached")
    settle(page)


def press(page: Page, label: str) -> None:
    """Press a button of the sidebar, which is closed on a phone."""
    button = page.locator(".st-key-login").get_by_role("button", name=label)
    opener = page.get_by_test_id("stExpandSidebarButton")
    button.or_(opener).filter(visible=True).first.wait_for()
    if opener.is_visible():
        opener.click()
    button.click()


def settle(page: Page) -> None:
    """Wait until the page has a heading, the words on the login, and its script has ended."""
    page.locator("h1").first.wait_for()
    page.wait_for_function(NOT_RUNNING)


@contextmanager
def serving_with_login(store: Path, **environment: str) -> Iterator[LoginServer]:
    """Serve the store in this folder (built if it is empty) with a login; fail on a traceback."""
    people = [User(sub=subject, claims=claims) for subject, claims in PEOPLE.items()]
    with tempfile.TemporaryDirectory() as folder, run_server_in_thread(user_claims=people) as idp:
        provider = f"http://localhost:{idp.server_port}"
        port = free_port()
        origin = f"http://127.0.0.1:{port}"
        secrets = Path(folder) / "secrets.toml"
        secrets.write_text(
            SECRETS_FILE.format(origin=origin, provider=provider, cookie_secret=COOKIE_SECRET),
            "utf-8",
        )
        assert tomllib.loads(secrets.read_text("utf-8"))
        log = Path(folder) / "server.log"
        variables = {"KIM_STORE": str(store), "KIM_SECRETS": str(secrets), **environment}
        if not (store / "current").exists():
            build(variables)
        with running(["--port", str(port)], variables, log):
            wait_for(f"{origin}/gesund")
            yield LoginServer(origin, provider, store, log)
        said = log.read_text("utf-8")
        assert "Traceback" not in said, said
