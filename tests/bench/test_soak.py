"""Two minutes of the long day: what must hold at its end does, and something was done."""

from bench.soak import soak


def test_two_minutes_of_a_long_day() -> None:
    found = soak(2, seed=2, readers=2)

    assert found["published"]
    assert found["changes of readers"]
    assert found["version"] > 1
