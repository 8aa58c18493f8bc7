"""bench.load measures what it says: sound rows are published, made faults found, none invented."""

from pathlib import Path

import pytest

from bench import load
from bench.generate import Fault, generate

ROWS, FAULTS = 1_000, 60
Measured = tuple[dict[str, list[load.Run]], list[Fault]]


@pytest.fixture(scope="module")
def measured(tmp_path_factory: pytest.TempPathFactory) -> Measured:
    folder = tmp_path_factory.mktemp("load")
    generate(folder / "sound", ROWS)
    made = generate(folder / "faulty", ROWS, FAULTS)
    return load.measure(folder, 1), made


def test_sound_rows_are_published_and_exactly_the_made_faults_are_found(measured: Measured) -> None:
    runs, made = measured
    assert len(made) == FAULTS
    assert len({kind for kind, _, _ in made}) == 6
    assert load.wrong(runs, made) == []


def test_what_goes_wrong_is_said(measured: Measured) -> None:
    """A fault more or less, a refusal, a publication."""
    runs, made = measured
    assert load.wrong(runs, made[1:]) == ["other faults were found than made"]
    assert load.wrong({**runs, "sound": runs["faulty"]}, made) == ["sound rows were not published"]
    assert load.wrong({**runs, "faulty": runs["sound"]}, made) == [
        "faulty rows were not refused",
        "other faults were found than made",
    ]


def test_a_folder_is_the_same_each_time(tmp_path: Path) -> None:
    for name in ("one", "two"):
        generate(tmp_path / name, 100, 10)
    one, two = ((tmp_path / name / "positions.csv").read_bytes() for name in ("one", "two"))
    assert one == two
