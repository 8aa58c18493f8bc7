"""When a source counts as silent."""

from dataclasses import replace
from datetime import datetime, timedelta

import pytest

from etl.fetching.records import Fetched
from etl.fetching.refusals import State
from etl.fetching.silence import Silence, silence_of_paper, silence_of_server

NOW = datetime(2026, 11, 27)  # noqa: DTZ001 (UTC, as the store keeps it)
DAY = timedelta(days=1)
WELL = Fetched("a", "https://a.de/", State.READ, "", NOW, NOW - 60 * DAY, NOW - 60 * DAY)


@pytest.mark.parametrize(
    ("state", "silence"),
    [
        (State.READ, None),
        (State.SCAN, None),
        (State.FORBIDDEN, None),
        (State.FAILED, Silence.NOT_REACHED),
        (State.GONE, Silence.NOT_REACHED),
    ],
)
def test_a_paper_is_silent_when_its_address_does_not_answer(
    state: State, silence: Silence | None
) -> None:
    assert silence_of_paper(replace(WELL, state=state)) is silence


@pytest.mark.parametrize(
    ("changes", "silence"),
    [
        ({}, None),
        ({"asked_at": NOW - 61 * DAY}, Silence.NOT_ASKED),
        ({"fetched_at": NOW - 61 * DAY}, Silence.NOT_REACHED),
        ({"fetched_at": None}, Silence.NOT_REACHED),
        ({"changed_at": NOW - 61 * DAY}, Silence.NOTHING_NEW),
        ({"changed_at": None}, Silence.NOTHING_NEW),
    ],
)
def test_a_server_is_silent_after_so_many_days(
    changes: dict[str, object], silence: Silence | None
) -> None:
    assert silence_of_server(replace(WELL, **changes), 60, NOW) is silence  # type: ignore[arg-type]
