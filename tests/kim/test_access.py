"""Claims become rights, and only this machine is this machine."""

from collections.abc import Mapping
from pathlib import Path

import pytest

from kim import access
from kim.access import LOCAL, VISITOR, Actor, Login, NotAllowedError, Role

ROLES, REGIONS = "kim_roles", "kim_regions"
ISSUED = 1_800_000_000
HOUR = 3600
EVERYWHERE = "0.0.0.0"  # noqa: S104
COMPLETE = dict.fromkeys(access.NEEDED, "x" * access.SHORTEST_SECRET)


def actor(claims: Mapping[str, object]) -> Actor:
    return access.actor_from_claims({"sub": "someone", **claims}, ROLES, REGIONS)


@pytest.mark.parametrize(
    ("said", "roles"),
    [
        (None, {Role.READER}),
        ([], {Role.READER}),
        (["reader"], {Role.READER}),
        (["editor"], {Role.READER, Role.EDITOR}),
        ("editor, reviewer", {Role.READER, Role.EDITOR, Role.REVIEWER}),
        ("reviewer", {Role.READER, Role.REVIEWER}),
        (["admin", "Editor", 7, None], {Role.READER}),
        ({"editor": True}, {Role.READER}),
        (True, {Role.READER}),
    ],
)
def test_roles(said: object, roles: set[Role]) -> None:
    assert actor({ROLES: said}).roles == roles


@pytest.mark.parametrize(
    ("said", "regions"),
    [
        (None, set()),
        ("", set()),
        ([""], set()),
        (["05566"], {"05566"}),
        ("05566, 05558;05 05566076", {"05566", "05558", "05", "05566076"}),
        (["0", "055", "5566", "09162", "alle", "05566x", 5566], set()),
        ("05314000, 055660000000 05566076", {"05314", "05566", "05566076"}),
        (["\u0660\u0665566"], set()),
    ],
)
def test_regions(said: object, regions: set[str]) -> None:
    assert actor({ROLES: ["editor"], REGIONS: said}).regions == regions


@pytest.mark.parametrize("said", ["*", ["*"], ["05566", "*"]])
def test_all_regions(said: object) -> None:
    assert actor({REGIONS: said}).regions is None


def test_editor_without_regions_may_write_nothing() -> None:
    editor = actor({ROLES: ["editor"]})

    editor.require(Role.EDITOR)
    with pytest.raises(NotAllowedError, match="05566"):
        editor.require_regions(["05566"])


def test_editor_of_a_district_may_write_its_municipalities() -> None:
    editor = actor({ROLES: ["editor"], REGIONS: ["05566"]})

    editor.require_regions(["05566", "05566076"])
    with pytest.raises(NotAllowedError, match="05558"):
        editor.require_regions(["05566076", "05558"])


@pytest.mark.parametrize(
    ("name", "claims"),
    [
        ("realm_access.roles", {"realm_access": {"roles": ["editor", "offline_access"]}}),
        ("resource_access.kim.roles", {"resource_access": {"kim": {"roles": ["editor"]}}}),
        ("https://example.org/roles", {"https://example.org/roles": ["editor"]}),
    ],
)
def test_claim_is_named_by_path_or_whole(name: str, claims: Mapping[str, object]) -> None:
    found = access.actor_from_claims({"sub": "someone", **claims}, name, REGIONS)

    assert found.roles == {Role.READER, Role.EDITOR}


@pytest.mark.parametrize("claims", [{}, {"realm_access": "editor"}, {"realm_access": None}])
def test_path_into_nothing_is_no_role(claims: Mapping[str, object]) -> None:
    found = access.actor_from_claims({"sub": "someone", **claims}, "realm_access.roles", REGIONS)

    assert found.roles == {Role.READER}


@pytest.mark.parametrize("subject", [None, "", " ", 7])
def test_without_a_subject_nobody(subject: object) -> None:
    assert access.actor_from_claims({"sub": subject, ROLES: ["editor"]}, ROLES, REGIONS) == VISITOR


def test_local_user_may_everything_and_visitor_reads() -> None:
    LOCAL.require(Role.REVIEWER)
    LOCAL.require_regions(["05", "05566"])
    VISITOR.require(Role.READER)
    for role in (Role.EDITOR, Role.REVIEWER):
        with pytest.raises(NotAllowedError):
            VISITOR.require(role)
    assert not VISITOR.may_write("05566")


@pytest.mark.parametrize(
    ("host", "expected"),
    [
        ("127.0.0.1", True),
        ("127.0.0.1:8501", True),
        ("127.8.9.10", True),
        ("::1", True),
        ("[::1]", True),
        ("[::1]:8501", True),
        ("localhost", True),
        ("LOCALHOST:8501", True),
        ("::ffff:127.0.0.1", True),
        ("[::ffff:127.0.0.1]:8501", True),
        ("::ffff:192.0.2.1", False),
        (EVERYWHERE, False),
        ("::", False),
        ("", False),
        ("192.168.0.10", False),
        ("example.org", False),
        ("example.org:8501", False),
        ("127.0.0.1.nip.io", False),
        ("localhost.example.org", False),
        ("localhost:evil", False),
        ("localhost@example.org", False),
        ("[::1", False),
        ("[::1]example.org", False),
        ("unix:///run/kim.sock", False),
        ("127.1", False),
    ],
)
def test_is_loopback(host: str, expected: bool) -> None:
    assert access.is_loopback(host) is expected


@pytest.mark.parametrize(
    ("host", "headers", "expected"),
    [
        ("127.0.0.1", {}, False),
        ("", {}, False),
        (EVERYWHERE, {}, False),
        ("127.0.0.1", {"Host": "127.0.0.1:8501"}, True),
        ("127.0.0.1", {"Host": "localhost:8501", "Origin": "http://localhost:8501"}, True),
        ("127.0.0.1", {"Host": "localhost", "Origin": "http://localhost:80"}, True),
        ("127.0.0.1", {"Host": "LOCALHOST:443", "Origin": "https://localhost"}, True),
        ("127.0.0.1", {"Host": "[::1]:8501", "Origin": "http://[::1]:8501"}, True),
        ("127.0.0.1", {"Host": "localhost:8501", "Origin": "http://localhost:8502"}, False),
        ("127.0.0.1", {"Host": "localhost:8501", "Origin": "http://127.0.0.1:8501"}, False),
        ("127.0.0.1", {"Host": "localhost:8501", "Origin": "http://localhost"}, False),
        ("127.0.0.1", {"Host": "localhost:8501", "Origin": ""}, False),
        ("127.0.0.1", {"Host": "localhost:8501", "Origin": "ftp://localhost:8501"}, False),
        ("127.0.0.1", {"Host": "localhost:8501", "Origin": "http://x@localhost:8501"}, False),
        (EVERYWHERE, {"Host": "localhost:8501"}, False),
        ("127.0.0.1", {"Host": "kim.example.org"}, False),
        ("127.0.0.1", {"User-Agent": "x"}, False),
        ("127.0.0.1", {"Host": "localhost", "Origin": "https://kim.example.org"}, False),
        ("127.0.0.1", {"Host": "localhost", "Origin": "null"}, False),
        ("127.0.0.1", {"Host": "localhost", "Origin": "http://[::1"}, False),
        ("127.0.0.1", {"Host": "localhost", "X-Forwarded-For": "192.0.2.1"}, False),
        ("127.0.0.1", {"host": "localhost", "x-forwarded-host": ""}, False),
        ("127.0.0.1", {"Host": "localhost", "Forwarded": "for=192.0.2.1"}, False),
        ("127.0.0.1", {"Host": "localhost", "X-Real-Ip": "192.0.2.1"}, False),
        ("127.0.0.1", {"Host": "localhost", "Via": "1.1 proxy"}, False),
    ],
)
def test_is_local(host: str, headers: Mapping[str, str], expected: bool) -> None:
    assert access.is_local(host, headers) is expected


@pytest.mark.parametrize(
    ("issued", "now", "expected"),
    [
        (ISSUED, ISSUED, True),
        (ISSUED, ISSUED + 10 * HOUR - 1, True),
        (ISSUED, ISSUED + 10 * HOUR, False),
        (ISSUED + 60, ISSUED, True),
        (ISSUED + HOUR, ISSUED, False),
        (None, ISSUED, False),
        (str(ISSUED), ISSUED, False),
        (True, 1, False),
        (float("nan"), ISSUED, False),
    ],
)
def test_login_expires(issued: object, now: float, expected: bool) -> None:
    assert access.is_current({"iat": issued}, now) is expected


def test_login_is_off_without_a_section() -> None:
    assert access.login_in({}, []) is Login.OFF


def test_login_is_on_when_complete() -> None:
    assert access.login_in({"auth": COMPLETE}, []) is Login.ON


@pytest.mark.parametrize("name", access.NEEDED)
def test_login_is_broken_when_something_lacks(name: str) -> None:
    lacking = {key: value for key, value in COMPLETE.items() if key != name}

    assert access.login_in({"auth": lacking}, []) is Login.BROKEN
    assert access.missing(lacking) == [name]


def test_login_is_broken_when_the_cookie_secret_can_be_guessed() -> None:
    assert access.login_in({"auth": {**COMPLETE, "cookie_secret": "geheim"}}, []) is Login.BROKEN


class Unreadable(dict[str, object]):
    """Secrets as Streamlit has them without a file, or with one it cannot read."""

    def get(self, *_: object) -> object:
        raise FileNotFoundError


def test_unreadable_secrets_are_a_broken_login(tmp_path: Path) -> None:
    path = tmp_path / "secrets.toml"
    assert access.login_in(Unreadable(), [str(path)]) is Login.OFF
    path.write_text("[auth", "utf-8")

    assert access.login_in(Unreadable(), [str(path)]) is Login.BROKEN
