"""bench.search asks what has an answer, and says so when it has none."""

import pytest

from bench import search


@pytest.fixture(autouse=True)
def few_statements_and_questions(monkeypatch: pytest.MonkeyPatch) -> None:
    """One question of each kind."""
    monkeypatch.setattr(search, "STATEMENTS", 50)
    monkeypatch.setattr(search, "ASKED", {kind: said[:1] for kind, said in search.ASKED.items()})


def test_every_question_has_its_hits() -> None:
    found = search.measure(1_000, repeats=1)

    assert found["words"] > 1_000
    assert 0 < found["p50"] <= found["most"]
    assert found["plain"] > 0
    assert found["new"] > 0


def test_questions_that_nobody_answers_are_not_measured(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(search, "ASKED", {"nobody": ("Quxqux",)})
    with pytest.raises(AssertionError, match="no paragraph"):
        search.measure(100)
