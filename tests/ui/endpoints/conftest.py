"""The addresses for machines, asked within this process, over the small world of the pages."""

import asyncio
import gzip
import json
from collections.abc import Callable
from typing import Any

import pytest
from starlette.types import Message

from kim.store import store
from tests.asgi import Answer, answered, part, request, run
from tests.conftest import World
from tests.spec.world import pages_store  # noqa: F401
from ui.endpoints.application import machines

Get = Callable[..., Answer]


@pytest.fixture
def get(pages_store: World, monkeypatch: pytest.MonkeyPatch) -> Get:  # noqa: F811
    """What an address answers; further words are headers."""
    monkeypatch.setenv("KIM_STORE", str(pages_store.store.folder))
    store.cache_clear()
    return asked


def asked(address: str, method: str = "GET", **headers: str) -> Answer:
    """What an address answers; further words are headers, with _ for -."""
    path, _, query = address.partition("?")
    sent = {name.replace("_", "-"): each for name, each in headers.items()}
    scope = request(method, path, {"host": "kim.example", **sent})
    coming = [part()]

    async def receive() -> Message:
        if not coming:
            await asyncio.Event().wait()  # the client stays
        return coming.pop()

    asking = {**scope, "query_string": query.encode(), "scheme": "https"}
    return run(answered(machines, asking, receive))


def said(answer: Answer) -> Any:  # noqa: ANN401
    """The JSON of an answer."""
    packed = answer.headers.get("content-encoding") == "gzip"
    return json.loads(gzip.decompress(answer.body) if packed else answer.body)
