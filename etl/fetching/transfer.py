"""One request over one connection: no more bytes, unpacked or not, and no more seconds than allowed."""

import http.client
import socket
import ssl
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from threading import Event, Timer

from urllib3.connection import HTTPConnection, HTTPSConnection
from urllib3.exceptions import HTTPError
from urllib3.response import BaseHTTPResponse

from etl.fetching.addresses import Door
from etl.fetching.refusals import FetchRefused, State, TookTooLong
from kim import german
from kim.disk import NO_SPACE
from kim.texts import text

SECONDS_TO_CONNECT = 15
BYTES_PER_READ = 1 << 16
FAILURES = (OSError, HTTPError, http.client.HTTPException)


@dataclass(frozen=True)
class Limits:
    """How much of a paper is taken: unpacked bytes, and seconds for the whole of it."""

    bytes: int = 50_000_000
    seconds: float = 120


@dataclass(frozen=True)
class Answer:
    """What a server answered: status, headers, and the URL that answered in the end."""

    url: str
    status: int
    headers: Mapping[str, str]


def transfer(
    url: str, door: Door, headers: Mapping[str, str], into: Path, limits: Limits
) -> Answer:
    """GET through this door; the unpacked body goes into a file.

    Raises FetchRefused: GONE for what is too large, FAILED for what broke off or took too long.
    """
    is_over = Event()
    try:
        with _connected(door, limits, is_over) as connection:
            connection.request(
                "GET",
                door.target,
                headers={**headers, "Host": door.named_host},
                preload_content=False,
            )
            response = connection.getresponse()
            _write(response, into, limits, url)
            answer = Answer(url, response.status, response.headers)
    except FAILURES as error:
        if isinstance(error, OSError) and error.errno in NO_SPACE:
            raise
        if not is_over.is_set():
            said = text("fetch.broken_off", host=door.host)
            raise FetchRefused(State.FAILED, said) from error
    if is_over.is_set():
        said = text("fetch.too_slow", host=door.host, seconds=german.number(limits.seconds))
        raise TookTooLong(State.FAILED, said)
    return answer


@contextmanager
def _connected(door: Door, limits: Limits, is_over: Event) -> Iterator[HTTPConnection]:
    """A connection that is cut when its time is over, even while the server still drips."""
    connection = _connection(door, min(SECONDS_TO_CONNECT, limits.seconds))
    connection.connect()
    held = connection.sock

    def cut() -> None:
        is_over.set()
        socket.socket.shutdown(held, socket.SHUT_RDWR)

    clock = Timer(limits.seconds, cut)
    clock.daemon = True
    clock.start()
    try:
        yield connection
    finally:
        clock.cancel()
        connection.close()


def _connection(door: Door, seconds: float) -> HTTPConnection:
    if door.scheme == "http":
        return HTTPConnection(door.address, door.port, timeout=seconds)
    return HTTPSConnection(
        door.address,
        door.port,
        timeout=seconds,
        server_hostname=door.host,
        ssl_context=ssl.create_default_context(),
    )


def _write(response: BaseHTTPResponse, into: Path, limits: Limits, url: str) -> None:
    taken = 0
    with into.open("wb") as file:
        for block in response.stream(BYTES_PER_READ, decode_content=True):
            taken += len(block)
            if taken > limits.bytes:
                size = german.file_size(limits.bytes)
                raise FetchRefused(State.GONE, text("fetch.too_large", url=url, size=size))
            file.write(block)
