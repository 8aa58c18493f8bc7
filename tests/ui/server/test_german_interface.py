"""Scripts of Streamlit are exchanged as they are sent; the exchange leaves them whole."""

import pytest
from starlette.types import Message, Receive, Scope, Send

from tests.asgi import ask, request
from ui.server.interface_words import WORDS, GermanInterface, in_german

SCRIPT = "/static/js/Multiselect.DkJ2_a-b.js"
PARTS = (b"return`No opt", b"ions to select`\xff")
GERMAN = b"return`Nichts zur Auswahl`\xff"
UNWANTED = {
    "Accept-Encoding": "gzip",
    "Range": "bytes=0-9",
    "If-None-Match": '"1"',
    "If-Modified-Since": "Fri, 27 Nov 2026 00:00:00 GMT",
}


class Scripts:
    """Sends the same script in two parts and keeps with which headers it was asked for."""

    asked: dict[str, str]

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        self.asked = {name.decode(): said.decode() for name, said in scope["headers"]}
        length = str(sum(map(len, PARTS))).encode()
        sent: list[Message] = [
            {
                "type": "http.response.start",
                "status": 200,
                "headers": [(b"content-length", length)],
            },
            {"type": "http.response.body", "body": PARTS[0], "more_body": True},
            {"type": "http.response.body", "body": PARTS[1], "more_body": False},
        ]
        for each in sent:
            await send(each)


def test_a_script_is_exchanged_whole_whatever_its_bytes() -> None:
    scripts = Scripts()
    answer = ask(GermanInterface(scripts), request("GET", SCRIPT, {"Host": "kim"} | UNWANTED))
    assert answer.body == GERMAN
    assert answer.headers["content-length"] == str(len(GERMAN))
    assert [each["type"] for each in answer.messages] == [
        "http.response.start",
        "http.response.body",
    ]
    assert scripts.asked == {"host": "kim"}


@pytest.mark.parametrize(
    "path", ["/static/js/Vega.DkJ2.js", "/static/css/Multiselect.DkJ2.css", "/stellen"]
)
def test_everything_else_passes_untouched(path: str) -> None:
    scripts = Scripts()
    answer = ask(GermanInterface(scripts), request("GET", path, UNWANTED))
    assert answer.body == b"".join(PARTS)
    assert set(scripts.asked) == {name.lower() for name in UNWANTED}


def test_a_session_passes_untouched() -> None:
    scripts = Scripts()
    answer = ask(GermanInterface(scripts), request("", SCRIPT, kind="websocket"))
    assert answer.body == b"".join(PARTS)


@pytest.mark.parametrize(("english", "german"), WORDS.items(), ids=range(len(WORDS)))
def test_the_exchange_ends_a_piece_of_script_as_it_ended(english: str, german: str) -> None:
    """Else the script would be none any more; a condition may become a block."""
    assert german.endswith(english[-1]) or (english[-1], german[-1]) == (";", "}")
    assert german.startswith(english[0]) or english[0] in "FR$"
    assert german.count("`") % 2 == english.count("`") % 2


def test_bytes_that_are_no_text_stay_as_they_are() -> None:
    assert in_german(b"\xff\xfe`Clear all`\x80") == b"\xff\xfe`Alle entfernen`\x80"
