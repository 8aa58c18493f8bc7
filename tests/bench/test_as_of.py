"""bench.as_of compares two methods that give the same answers, and says so when they do not."""

import pytest

from bench import as_of


def test_both_methods_give_the_same_rows_and_there_are_some() -> None:
    assert set(as_of.measure(3_000)) == set(as_of.QUESTIONS)


def test_methods_that_differ_are_not_measured(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(as_of.METHODS, "window", as_of.BY_WINDOW.replace("load DESC", "load"))
    with pytest.raises(AssertionError, match="differ"):
        as_of.measure(3_000)


def test_questions_that_nobody_answers_are_not_measured(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(as_of.ASKED, "held_on", "1999-01-01")
    with pytest.raises(AssertionError, match="no row"):
        as_of.measure(3_000)
