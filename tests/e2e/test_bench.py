"""The measurements in a browser and by sessions run: our page in both, the usual one by sessions."""

from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from functools import partial
from pathlib import Path

import pytest

from bench import contestants, pages, sessions
from bench.contestants import OURS, USUAL

pytestmark = [pytest.mark.e2e, pytest.mark.hardship]
FACTS = 1_000


@pytest.fixture(autouse=True)
def store(
    tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch
) -> Iterator[Path]:
    """A store of invented facts, built for these tests."""
    monkeypatch.setattr(contestants, "DATA", tmp_path_factory.getbasetemp() / "bench")
    return contestants.built_store(FACTS)


def test_a_page_opens_and_its_filter_redraws_the_chart() -> None:
    """In a thread of its own: another browser may be driven from this one."""
    measure = partial(pages.measure, FACTS, starts=1, further=1, clicks=1, contestants=(OURS,))
    with ThreadPoolExecutor(1) as thread:
        found = thread.submit(measure).result()

    assert list(found) == ["ours"]
    assert all(value > 0 for value in found["ours"].values())


def test_a_session_speaks_with_both(store: Path) -> None:
    for contestant in (OURS, USUAL):
        with contestants.serving(contestant, store) as server:
            assert all(each > 0 for each in sessions.changes_of(server, contestant, 1, 1.0))
            assert server.seconds_on_cpu() > 0
