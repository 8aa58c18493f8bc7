"""Which addresses may be asked: http and https, on hosts of the public network, by the address that was checked."""

import ipaddress
import socket
from dataclasses import dataclass
from urllib.parse import urljoin

from urllib3.exceptions import LocationParseError
from urllib3.util import parse_url

from etl.fetching.refusals import FetchRefused, State
from kim.texts import text

PORTS = {"http": 80, "https": 443}
Address = ipaddress.IPv4Address | ipaddress.IPv6Address
# An IPv6 address can carry an IPv4 address: translated (NAT64), 6to4, Teredo.
CARRIERS = [ipaddress.IPv6Network(each) for each in ("64:ff9b::/96", "2002::/16", "2001::/32")]


@dataclass(frozen=True)
class Door:
    """Where to connect for a URL: `address` is the checked IP address, `target` path and query."""

    scheme: str
    host: str
    port: int
    address: str
    target: str

    @property
    def origin(self) -> str:
        """Scheme, host and port: what one robots.txt speaks of."""
        return f"{self.scheme}://{self.named_host}"

    @property
    def named_host(self) -> str:
        """The host as a header names it."""
        return self.host if self.port == PORTS[self.scheme] else f"{self.host}:{self.port}"


def door_of(url: str, *, may_be_loopback: bool) -> Door:
    """Where to connect for a URL. Raises FetchRefused for one that must not be asked or has no host."""
    try:
        parts = parse_url(url)
    except LocationParseError as error:
        raise FetchRefused(State.FORBIDDEN, text("fetch.no_address", url=url)) from error
    if parts.scheme not in PORTS or not parts.host or parts.auth:
        raise FetchRefused(State.FORBIDDEN, text("fetch.no_address", url=url))
    host = parts.host.strip("[]")
    port = parts.port or PORTS[parts.scheme]
    found = _resolved(host, port)
    if not all(_may_be_asked(each, may_be_loopback) for each in found):
        raise FetchRefused(State.FORBIDDEN, text("fetch.private", host=host))
    return Door(parts.scheme, parts.host, port, str(found[0]), parts.request_uri)


def joined(base: str, link: str) -> str:
    """A link made absolute; empty for one that is none."""
    try:
        return urljoin(base, link)
    except ValueError:
        return ""


def _resolved(host: str, port: int) -> list[Address]:
    try:
        found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    except (OSError, UnicodeError) as error:
        raise FetchRefused(State.FAILED, text("fetch.host_unknown", host=host)) from error
    return [ipaddress.ip_address(str(each[4][0]).partition("%")[0]) for each in found]


def _may_be_asked(address: Address, may_be_loopback: bool) -> bool:
    if isinstance(address, ipaddress.IPv6Address):
        if address.ipv4_mapped:
            return _may_be_asked(address.ipv4_mapped, may_be_loopback)
        if any(address in each for each in CARRIERS):
            return False
    if address.is_loopback:
        return may_be_loopback
    return address.is_global and not address.is_multicast
