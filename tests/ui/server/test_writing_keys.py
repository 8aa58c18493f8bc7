"""The address that the start prints: its key opens once, for one browser, at this machine alone."""

from collections.abc import Iterator
from http.cookies import SimpleCookie

import pytest

from kim import access
from kim.access import Login
from tests.asgi import Answer, ask, request, sending
from ui.server.writing_keys import KeyInAddress, address, keys

HERE = {"Host": "127.0.0.1:8501"}
PAGE = [
    {"type": "http.response.start", "status": 200, "headers": []},
    {"type": "http.response.body", "body": b"Seite"},
]


@pytest.fixture
def announced(monkeypatch: pytest.MonkeyPatch) -> Iterator[list[str]]:
    """The keys of a server without a login at this machine, the first one and those that follow."""
    monkeypatch.setattr(access.process, "host", "127.0.0.1")
    monkeypatch.setattr(access.process, "login", Login.OFF)
    said: list[str] = []
    said.append(keys.make(said.append))
    yield said
    keys.make(lambda _: None)


def opened(key: str, path: str = "/", also: str = "", **headers: str) -> Answer:
    scope = request("GET", path, HERE | {n.replace("_", "-"): said for n, said in headers.items()})
    query = f"schluessel={key}{also}".encode()
    return ask(KeyInAddress(sending(PAGE)), scope | {"query_string": query, "server": ("x", 8501)})


def cookie(answer: Answer) -> SimpleCookie:
    return SimpleCookie(answer.headers.get("set-cookie", ""))


def may_write(answer: Answer) -> bool:
    return keys.holds({name: each.value for name, each in cookie(answer).items()})


def test_the_key_is_exchanged_for_a_cookie_once(announced: list[str]) -> None:
    first, again = opened(announced[0]), opened(announced[0])
    assert (first.status, first.headers["location"]) == (303, "/")
    assert may_write(first)
    assert not may_write(again)
    assert "set-cookie" not in again.headers
    assert first.headers["cache-control"] == "no-store"
    assert first.headers["referrer-policy"] == "no-referrer"
    [said] = cookie(first).values()
    assert said.key == "kim_schluessel_8501"
    assert (said["httponly"], said["samesite"], said["path"]) == (True, "strict", "/")
    assert said.value not in announced


def test_the_next_key_is_announced_and_the_first_browser_goes_on(announced: list[str]) -> None:
    first = opened(announced[0])
    assert len(set(announced)) == 2
    assert may_write(opened(announced[1]))
    assert may_write(first)


@pytest.mark.parametrize("key", ["", "x", "Ü", "0" * 32])
def test_another_key_opens_nothing(announced: list[str], key: str) -> None:
    answer = opened(key)
    assert answer.status == 303
    assert not may_write(answer)
    assert len(announced) == 1


@pytest.mark.parametrize(
    ("path", "also", "target"),
    [
        ("/hochladen", "", "/hochladen"),
        ("/stellen", "&orte=05566&orte=05558", "/stellen?orte=05566&orte=05558"),
        ("//example.org/x", "", "/example.org/x"),
    ],
)
def test_the_address_stays_without_the_key(
    announced: list[str], path: str, also: str, target: str
) -> None:
    assert opened(announced[0], path, also).headers["location"] == target


@pytest.mark.parametrize(
    "headers",
    [
        {"Host": "kim.example.org"},
        {"X_Forwarded_For": "192.0.2.1"},
        {"Origin": "https://example.org"},
    ],
)
def test_who_comes_through_a_proxy_uses_no_key(
    announced: list[str], headers: dict[str, str]
) -> None:
    assert not may_write(opened(announced[0], **headers))
    assert may_write(opened(announced[0]))


@pytest.mark.parametrize(("host", "login"), [("0.0.0.0", Login.OFF), ("127.0.0.1", Login.ON)])  # noqa: S104
def test_where_nobody_writes_by_a_key_none_opens(
    announced: list[str], monkeypatch: pytest.MonkeyPatch, host: str, login: Login
) -> None:
    monkeypatch.setattr(access.process, "host", host)
    monkeypatch.setattr(access.process, "login", login)
    assert not may_write(opened(announced[0]))


def test_what_has_no_key_passes() -> None:
    assert ask(KeyInAddress(sending(PAGE)), request("GET", "/stellen")).body == b"Seite"


def test_before_a_key_is_made_none_opens() -> None:
    assert type(keys)().exchange("") == ""
    assert not type(keys)().holds({"kim_schluessel_8501": ""})


def test_the_address_is_one_for_a_browser() -> None:
    assert address("127.0.0.1", 8501) == "http://127.0.0.1:8501"
    assert address("::1", 8501, "k") == "http://[::1]:8501/?schluessel=k"
