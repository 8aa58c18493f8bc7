"""bench.api measures what is answered, whole, and says so when nothing is."""

import csv
import io
from pathlib import Path

import pytest

from bench import api
from kim.store import store
from tests.ui.endpoints.conftest import asked


@pytest.fixture(autouse=True)
def own_store(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("KIM_STORE", "")  # what the bench sets is taken back
    store.cache_clear()


def test_a_file_has_a_record_for_every_fact(tmp_path: Path) -> None:
    api.built(tmp_path, 1_000)
    file = asked("/api/v1/facts/positions?format=csv").words
    rows = list(csv.DictReader(io.StringIO(file)))
    assert len({each["fact"] for each in rows}) == len(rows) == 1_000

    found = api.measure_file(1_000)
    assert (found["lines"], found["bytes"]) == (file.count("\n"), len(file.encode()))
    assert 0 <= found["MiB"] < api.MOST_MIB


def test_an_answer_for_each_place_is_measured() -> None:
    found = api.measure_answers(100, repeats=1)
    assert 0 < found["p50"] <= found["p95"] <= found["most"] < found["first"]


def test_what_is_not_answered_is_not_measured(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(api, "built", lambda *_: None)
    monkeypatch.setenv("KIM_STORE", "/nowhere")
    with pytest.raises(AssertionError, match="not answered"):
        api.measure_file(1)
