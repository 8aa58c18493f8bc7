"""Who may do what: roles, regions, the error that names the missing right, who acts without a login."""

import ipaddress
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from urllib.parse import urlsplit

from kim.regions import LAND, region_key
from kim.settings import settings


class Role(StrEnum):
    """What a login may do; each role includes reading."""

    READER = "reader"
    EDITOR = "editor"
    REVIEWER = "reviewer"


class Login(StrEnum):
    """Whether one can log in: nothing is set up, all is, or something is wrong (nobody can)."""

    OFF = "off"
    ON = "on"
    BROKEN = "broken"


class NotAllowedError(PermissionError):
    """The actor lacks the right; the message is a German sentence for the screen."""


@dataclass(frozen=True)
class Actor:
    """Who acts: the subject of the login, its roles, the regions an editor may write (None: all).

    A region stands for itself and for everything inside it: 05566 also for 05566076.
    """

    subject: str
    roles: frozenset[Role]
    regions: frozenset[str] | None = None

    def require(self, role: Role) -> None:
        """Raise NotAllowedError unless the actor has the role."""
        if role not in self.roles:
            raise NotAllowedError(REFUSALS[role])

    def require_regions(self, regions: Iterable[str]) -> None:
        """Raise NotAllowedError unless the actor may write all these regions."""
        foreign = sorted(region for region in regions if not self.may_write(region))
        if foreign:
            raise NotAllowedError(FOREIGN_REGIONS.format(regions=", ".join(foreign)))

    @property
    def may_hand_in(self) -> bool:
        """Whether the actor is an editor of any region."""
        return Role.EDITOR in self.roles and self.regions != frozenset()

    def require_hand_in(self) -> None:
        """Raise NotAllowedError unless the actor is an editor of any region."""
        self.require(Role.EDITOR)
        if not self.may_hand_in:
            raise NotAllowedError(NO_REGION)

    def may_write(self, region: str) -> bool:
        """Whether the region is one of the actor's or lies inside one."""
        return self.regions is None or any(region.startswith(each) for each in self.regions)


@dataclass
class Process:
    """What this process serves: the address it is bound to and its login; None where unknown.

    `is_behind_tls`: people come to it by https, as the address of the login says.
    """

    host: str | None = None
    login: Login | None = None
    is_behind_tls: bool = False


REFUSALS = {
    Role.READER: "Dafür müssen Sie angemeldet sein.",
    Role.EDITOR: "Dafür brauchen Sie das Recht zum Bearbeiten. Fragen Sie die Stelle, die dieses Angebot betreibt.",
    Role.REVIEWER: "Dafür brauchen Sie das Recht zum Freigeben. Fragen Sie die Stelle, die dieses Angebot betreibt.",
}
FOREIGN_REGIONS = (
    "Für diese Orte dürfen Sie nichts ändern: {regions}. Nehmen Sie die Zeilen aus der Datei."
)
NO_REGION = "Für Sie ist noch kein Ort eingetragen, den Sie bearbeiten dürfen. Fragen Sie die Stelle, die dieses Angebot betreibt."

LOCAL = Actor("local", frozenset(Role))
VISITOR = Actor("", frozenset({Role.READER}), frozenset())
ALL_REGIONS = "*"
BETWEEN = re.compile(r"[,;\s]+")
PORT = re.compile(r":\d{1,5}")
ENDS_WITH_PORT = re.compile(r":\d{1,5}$")
DEFAULT_PORTS = {"http": "80", "https": "443"}

NEEDED = ("redirect_uri", "cookie_secret", "client_id", "client_secret", "server_metadata_url")
SHORTEST_SECRET = 32
CLOCKS_DIFFER = 300
PROXIED = {"forwarded", "via", "x-real-ip"}

process = Process()


def actor_from_claims(claims: Mapping[str, object], roles_claim: str, regions_claim: str) -> Actor:
    """The actor a login stands for: without a subject a visitor, without a regions claim no region.

    A claim is named by its whole name or by a dotted path such as "realm_access.roles".
    """
    subject = claims.get("sub")
    if not isinstance(subject, str) or not subject.strip():
        return VISITOR
    known = {role.value for role in Role}
    roles = {Role(each) for each in _words(_claim(claims, roles_claim)) if each in known}
    named = _words(_claim(claims, regions_claim))
    keys = frozenset(filter(None, (region_key(each) for each in named if each.startswith(LAND))))
    regions = None if ALL_REGIONS in named else keys
    return Actor(subject, frozenset(roles | {Role.READER}), regions)


def is_current(claims: Mapping[str, object], now: float) -> bool:
    """Whether the login was issued less than the setting `login_hours` before `now` (seconds since 1970)."""
    left = login_end(claims) - now
    return 0 < left <= settings().login_hours * 3600 + CLOCKS_DIFFER


def login_end(claims: Mapping[str, object]) -> float:
    """When a login runs out (seconds since 1970); what does not say its time has never held."""
    issued = claims.get("iat")
    if isinstance(issued, bool) or not isinstance(issued, int | float):
        return 0
    return issued + settings().login_hours * 3600


def login_in(secrets: Mapping[str, object], files: Iterable[str]) -> Login:
    """Which login Streamlit's secrets, read from `files`, set up."""
    try:
        auth = secrets.get("auth")
    except FileNotFoundError:  # Streamlit says this of a file it cannot read as well
        return Login.BROKEN if any(Path(each).exists() for each in files) else Login.OFF
    if auth is None:
        return Login.OFF
    return Login.BROKEN if missing(auth) else Login.ON


def missing(auth: object) -> list[str]:
    """What the section [auth] lacks; a cookie secret that can be guessed counts as missing."""
    found = auth if isinstance(auth, Mapping) else {}
    return [
        name
        for name in NEEDED
        if not isinstance(value := found.get(name), str)
        or not value
        or (name == "cookie_secret" and len(value) < SHORTEST_SECRET)
    ]


def is_local(host: str, headers: Mapping[str, str]) -> bool:
    """Whether someone at this machine asks: bound to it, asked by its name, nothing in between.

    `headers` are those of the session; without any nobody knows who asks.
    """
    sent = {name.lower(): value for name, value in headers.items()}
    if any(name in PROXIED or name.startswith("x-forwarded") for name in sent):
        return False
    asked, origin = sent.get("host", ""), sent.get("origin")
    is_own_page = origin is None or is_same_site(origin, asked)
    return is_loopback(host) and is_loopback(asked) and is_own_page


def is_same_site(origin: str, host: str) -> bool:
    """Whether a page of this origin was served under this very name and port."""
    try:
        scheme, netloc = urlsplit(origin)[:2]
    except ValueError:
        return False
    port = DEFAULT_PORTS.get(scheme)
    return bool(port and netloc) and _with_port(netloc, port) == _with_port(host, port)


def is_loopback(host: str) -> bool:
    """Whether a name or address, with or without a port, stands for this very machine."""
    name, bracket, rest = host.strip().lower().removeprefix("[").partition("]")
    if host.strip().startswith("["):
        if not bracket or (rest and not PORT.fullmatch(rest)):
            return False
    elif name.count(":") == 1:
        name, _, port = name.partition(":")
        if not PORT.fullmatch(f":{port}"):
            return False
    if name == "localhost":
        return True
    try:
        address = ipaddress.ip_address(name)
    except ValueError:
        return False
    mapped = address.ipv4_mapped if isinstance(address, ipaddress.IPv6Address) else None
    return (mapped or address).is_loopback


def _claim(claims: Mapping[str, object], name: str) -> object:
    if name in claims:
        return claims[name]
    found: object = claims
    for part in name.split("."):
        if not isinstance(found, Mapping):
            return None
        found = found.get(part)
    return found


def _words(value: object) -> list[str]:
    if isinstance(value, str):
        return [each for each in BETWEEN.split(value) if each]
    if isinstance(value, list | tuple):
        return [each.strip() for each in value if isinstance(each, str)]
    return []


def _with_port(netloc: str, port: str | None) -> str:
    name = netloc.strip().lower()
    return name if ENDS_WITH_PORT.search(name) else f"{name}:{port}"
