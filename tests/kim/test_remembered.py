"""What is remembered of a version: for the day on which it was made, as long as the version is open."""

from datetime import date

import pytest

from kim import german, queries
from kim.german import today
from tests.conftest import World


def test_what_holds_today_is_asked_again_tomorrow(
    built_world: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[date] = []

    @queries.remembered
    def day_of(_: str) -> date:
        asked.append(german.today())
        return german.today()

    with queries.answered_by(built_world.store.current()):
        assert day_of("05566") == today()
        assert day_of("05566") == today()
        assert len(asked) == 1
        monkeypatch.setattr(german, "today", lambda: date(2099, 1, 1))
        assert day_of("05566") == date(2099, 1, 1)
