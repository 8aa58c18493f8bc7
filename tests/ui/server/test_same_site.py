"""A session opens for a page of our own, or for what is no page; any other is closed before it is one."""

import pytest

from tests.asgi import ask, request, sending
from ui.server.same_site import SameSite

SAID = [{"type": "websocket.accept", "headers": []}]
CLOSED = [{"type": "websocket.close", "code": 1008}]
OWN = "http://kim.example"


@pytest.mark.parametrize(
    ("sent", "answer"),
    [
        ({"Host": "kim.example"}, SAID),
        ({"Host": "kim.example", "Origin": OWN}, SAID),
        ({"Host": "kim.example", "Origin": "https://example.org"}, CLOSED),
        ({"Host": "kim.example", "Origin": ""}, CLOSED),
        ({"Host": "kim.example", "Origin": "null"}, CLOSED),
        ({"Origin": OWN}, CLOSED),
        ({"Origin": "http://xx"}, CLOSED),
    ],
)
def test_a_session_is_for_our_own_page(sent: dict[str, str], answer: list[object]) -> None:
    asked = request("", "/_stcore/stream", sent, kind="websocket")
    assert ask(SameSite(sending(SAID)), asked).messages == answer


def test_a_page_may_be_asked_for_from_anywhere() -> None:
    said = [{"type": "http.response.start", "status": 200, "headers": []}]
    asked = request("GET", "/stellen", {"Host": "kim.example", "Origin": "https://example.org"})
    assert ask(SameSite(sending(said)), asked).messages == said
