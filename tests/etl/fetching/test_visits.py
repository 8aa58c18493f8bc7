"""The visitor: robots.txt, pauses, waits, redirects, limits; against a real server on loopback."""

import time
from pathlib import Path

import pytest

from etl.fetching.refusals import FetchRefused, State
from etl.fetching.transfer import Limits
from etl.fetching.visits import Visitor
from kim.loads import now
from tests.etl.fetching.council_server import CouncilServer, Handler, Reply

BOMB = 5_000_000


def visitor(**more: object) -> Visitor:
    return Visitor(**({"may_be_loopback": True, "pause": 0.0} | more))  # type: ignore[arg-type]


def refusal(url: str, folder: Path, **more: object) -> FetchRefused:
    with pytest.raises(FetchRefused) as refused:
        visitor(**more).get(url, folder / "paper")
    return refused.value


def test_the_body_lies_in_the_file(server: CouncilServer, tmp_path: Path) -> None:
    server.pages["/a"] = Reply(b"Absatz" * 1000, headers={"ETag": '"1"'}, packed=True)
    answer = visitor(contact="kim@stadt.de").get(server.url("/a"), tmp_path / "paper")
    assert (answer.status, answer.headers["etag"]) == (200, '"1"')
    assert (tmp_path / "paper").read_bytes() == b"Absatz" * 1000
    assert server.asked[-1][1]["User-Agent"] == "KIM-Vergleich-NRW/1.0 (+mailto:kim@stadt.de)"


def test_robots_are_asked_once_and_obeyed(server: CouncilServer, tmp_path: Path) -> None:
    server.pages |= {
        "/robots.txt": Reply(b"User-agent: *\nDisallow: /geheim*\nCrawl-delay: 0\n"),
        "/a": Reply(b"a"),
    }
    asking = visitor()
    for _ in range(2):
        asking.get(server.url("/a"), tmp_path / "paper")
    with pytest.raises(FetchRefused) as refused:
        asking.get(server.url("/geheim?nr=1"), tmp_path / "paper")
    assert refused.value.state is State.FORBIDDEN
    assert "robots.txt" in str(refused.value)
    assert [path for path, _ in server.asked] == ["/robots.txt", "/a", "/a"]


def test_while_robots_cannot_be_read_nothing_is_asked(
    server: CouncilServer, tmp_path: Path
) -> None:
    server.pages |= {"/robots.txt": Reply(status=500), "/a": Reply(b"a")}
    assert refusal(server.url("/a"), tmp_path).state is State.FAILED
    assert server.paths() == []


def test_a_pause_between_two_requests(server: CouncilServer, tmp_path: Path) -> None:
    server.pages["/a"] = Reply(b"a")
    asking = visitor(pause=0.2)
    began = time.monotonic()
    for _ in range(2):
        asking.get(server.url("/a"), tmp_path / "paper")
    assert time.monotonic() - began >= 0.4  # robots, first, second


def test_the_pause_that_robots_ask_for(server: CouncilServer, tmp_path: Path) -> None:
    server.pages |= {"/robots.txt": Reply(b"User-agent: *\nCrawl-delay: 0.3\n"), "/a": Reply(b"a")}
    began = time.monotonic()
    visitor().get(server.url("/a"), tmp_path / "paper")
    assert time.monotonic() - began >= 0.3


def test_a_busy_server_is_asked_again(server: CouncilServer, tmp_path: Path) -> None:
    server.pages["/a"] = [Reply(status=503), Reply(status=429), Reply(b"a")]
    assert visitor().get(server.url("/a"), tmp_path / "paper").status == 200
    assert server.paths() == ["/a"] * 3


def test_retry_after_is_waited_for(server: CouncilServer, tmp_path: Path) -> None:
    server.pages["/a"] = [Reply(status=429, headers={"Retry-After": "1"}), Reply(b"a")]
    began = time.monotonic()
    visitor().get(server.url("/a"), tmp_path / "paper")
    assert time.monotonic() - began >= 1


def test_who_asks_for_an_hour_is_left_alone_for_it(server: CouncilServer, tmp_path: Path) -> None:
    server.pages["/a"] = Reply(status=503, headers={"Retry-After": "3600"})
    refused = refusal(server.url("/a"), tmp_path)
    assert server.paths() == ["/a"]
    assert refused.state is State.FAILED
    assert refused.not_before is not None
    assert 3500 < (refused.not_before - now()).total_seconds() <= 3600


def test_redirects_are_followed_and_end(server: CouncilServer, tmp_path: Path) -> None:
    server.pages |= {
        "/a": Reply(status=302, headers={"Location": "/b"}),
        "/b": Reply(b"b"),
        "/rund": Reply(status=302, headers={"Location": "/rund"}),
    }
    assert visitor().get(server.url("/a"), tmp_path / "paper").url == server.url("/b")
    assert "leitet mehr als 5-mal weiter" in str(refusal(server.url("/rund"), tmp_path))


@pytest.mark.parametrize(
    "target",
    ["http://10.0.0.1/", "file:///etc/passwd", "http://169.254.169.254/latest", "http://[bad"],
)
def test_no_redirect_leads_into_a_private_network(
    server: CouncilServer, tmp_path: Path, target: str
) -> None:
    server.pages["/a"] = Reply(status=302, headers={"Location": target})
    assert refusal(server.url("/a"), tmp_path).state is State.FORBIDDEN


def test_robots_may_not_lead_there_either(server: CouncilServer, tmp_path: Path) -> None:
    server.pages["/robots.txt"] = Reply(status=302, headers={"Location": "http://10.0.0.1/"})
    assert refusal(server.url("/a"), tmp_path).state is State.FORBIDDEN


@pytest.mark.parametrize("packed", [True, False])
def test_no_more_is_taken_than_allowed(server: CouncilServer, tmp_path: Path, packed: bool) -> None:
    server.pages["/a"] = Reply(bytes(BOMB), packed=packed)
    refused = refusal(server.url("/a"), tmp_path, limits=Limits(bytes=1_000_000))
    assert refused.state is State.GONE
    assert "größer als 1 MB" in str(refused)
    assert (tmp_path / "paper").stat().st_size <= 1_000_000


def drips(handler: Handler) -> None:
    handler.wfile.write(b"HTTP/1.1 200 OK\r\n\r\n")
    for _ in range(100):
        handler.wfile.write(b"x")
        time.sleep(0.1)


def drips_heads(handler: Handler) -> None:
    handler.wfile.write(b"HTTP/1.1 200 OK\r\n")
    for _ in range(100):
        handler.wfile.write(b"A: b\r\n")
        time.sleep(0.1)


@pytest.mark.parametrize("slow", [drips, drips_heads])
def test_no_more_time_is_taken_than_allowed(
    server: CouncilServer, tmp_path: Path, slow: object
) -> None:
    server.pages["/a"] = slow  # type: ignore[assignment]
    began = time.monotonic()
    refused = refusal(server.url("/a"), tmp_path, limits=Limits(seconds=0.5))
    assert refused.state is State.FAILED
    assert "brauchte länger als 0,5 Sekunden" in str(refused)
    assert server.paths() == ["/a"]
    assert time.monotonic() - began < 5


def test_what_breaks_off_is_asked_again_and_then_said(
    server: CouncilServer, tmp_path: Path
) -> None:
    def breaks_off(handler: Handler) -> None:
        handler.wfile.write(b"HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\nabc")

    server.pages["/a"] = breaks_off
    refused = refusal(server.url("/a"), tmp_path)
    assert refused.state is State.FAILED
    assert "brach ab" in str(refused)
    assert server.paths() == ["/a"] * 3


def test_a_server_that_is_not_there_is_not_asked_for_every_paper(tmp_path: Path) -> None:
    asking = visitor()
    for _ in range(2):
        with pytest.raises(FetchRefused, match="kam nicht zustande"):
            asking.get("http://127.0.0.1:9/a", tmp_path / "paper")
