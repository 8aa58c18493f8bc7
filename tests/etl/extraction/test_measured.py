"""Floors of the measure, a little below what is reached: what falls below has lost facts or sees some that are not there."""

import os
from pathlib import Path

import pytest

from tools.measure import counts
from tools.measure.__main__ import measured
from tools.measure.counts import Score
from tools.measure.gold import TEXTS, curated_cases, written_cases
from tools.measure.matching import Matched

Floor = tuple[float, float]
"""The least precision and recall."""
WRITTEN: dict[str, tuple[Floor, Floor]] = {
    "rules": ((0.94, 0.92), (0.93, 0.91)),
    "held_out": ((0.67, 0.45), (0.65, 0.48)),
}
"""Of all tables, and of posts, money and dates."""
DOCUMENTS: tuple[Floor, Floor] = (0.92, 0.76), (0.90, 0.73)


def check(matched: list[Matched], floors: tuple[Floor, Floor]) -> None:
    scores = sum(counts.by_table(matched).values(), Score()), counts.of_numbers(matched)
    for score, (precision, recall) in zip(scores, floors, strict=True):
        assert (score.precision or 0) >= precision
        assert (score.recall or 0) >= recall


@pytest.mark.parametrize("name", WRITTEN)
def test_the_texts_are_read_as_well_as_before(name: str) -> None:
    check(measured(written_cases(TEXTS / name)), WRITTEN[name])


@pytest.mark.minutes
@pytest.mark.skipif("KIM_MINUTES" not in os.environ, reason="without the council documents")
def test_the_documents_are_read_as_well_as_before() -> None:
    cases = curated_cases(Path(os.environ["KIM_MINUTES"]))
    assert len(cases) == 5
    check(measured(cases), DOCUMENTS)
