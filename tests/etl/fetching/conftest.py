"""The council server of the tests."""

from collections.abc import Iterator

import pytest

from tests.etl.fetching.council_server import CouncilServer, serving


@pytest.fixture
def server() -> Iterator[CouncilServer]:
    with serving() as running:
        yield running
