"""What making a page cost is told: how long it took, which questions it asked meanwhile."""

import logging
from collections.abc import Iterator

import pytest

from kim import watching
from kim.watching import Happening
from ui.server import reruns
from ui.server.reruns import TRACES, rerun_of


@pytest.fixture
def traced(caplog: pytest.LogCaptureFixture) -> Iterator[pytest.LogCaptureFixture]:
    reruns.begin()
    with caplog.at_level(logging.INFO, TRACES.name):
        yield caplog
    watching.unwatch(reruns._note)


def test_a_page_says_its_questions_in_their_order(traced: pytest.LogCaptureFixture) -> None:
    with rerun_of("profile"):
        watching.tell(Happening.QUESTION, "places", 0.0021)
        watching.tell(Happening.UPLOAD, "received")
        watching.tell(Happening.QUESTION, "newest", 0.1)
    watching.tell(Happening.QUESTION, "of no page", 0.1)

    [record] = traced.records
    assert (record.page, record.questions) == (
        "profile",
        [
            {"question": "places", "milliseconds": 2.1},
            {"question": "newest", "milliseconds": 100.0},
        ],
    )
    assert record.milliseconds >= 0


def test_a_page_that_ends_early_is_told_too(traced: pytest.LogCaptureFixture) -> None:
    with pytest.raises(KeyError), rerun_of("profile"):
        raise KeyError
    assert [each.page for each in traced.records] == ["profile"]


def test_nothing_is_written_unless_it_is_wanted(caplog: pytest.LogCaptureFixture) -> None:
    with rerun_of("profile"):
        pass
    assert caplog.records == []
