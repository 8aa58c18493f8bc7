"""A page of another site gets no session, and nobody is asked who we are."""

from collections.abc import Iterator
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from websockets.exceptions import InvalidStatus
from websockets.sync.client import connect

from tests.e2e.serving import serving

pytestmark = [pytest.mark.e2e, pytest.mark.hardship]


@pytest.fixture(scope="module")
def served(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[str, Path]]:
    folder = tmp_path_factory.mktemp("same-site")
    with serving(folder) as origin:
        yield origin, folder / "server.log"


@pytest.mark.parametrize("origin", ["https://example.org", "http://127.0.0.1:1", "null", ""])
def test_a_page_from_elsewhere_opens_no_session(served: tuple[str, Path], origin: str) -> None:
    own, log = served
    with pytest.raises(InvalidStatus) as refused, _opened(own, origin):
        pass
    assert refused.value.response.status_code == 403
    assert "external IP" not in log.read_text("utf-8")


def test_our_own_page_opens_one(served: tuple[str, Path]) -> None:
    with _opened(served[0], served[0]) as opened:
        assert opened.protocol is not None


def _opened(own: str, origin: str) -> connect:  # type: ignore[valid-type]
    return connect(f"ws://{urlsplit(own).netloc}/_stcore/stream", origin=origin)  # type: ignore[arg-type]
