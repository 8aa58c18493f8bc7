"""Floors for short invented papers in many styles, a little below what is reached: posts, amounts and days."""

import tomllib
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from etl.extraction.paper import Paper
from etl.extraction.propose import propose
from etl.pipeline.documents import paragraphs
from tests.etl.extraction.families.in_short import amount, day, post

PAPERS = tomllib.loads((Path(__file__).parent / "texts" / "short.toml").read_text("utf-8"))["paper"]
FLOORS = {"positions": (0.82, 0.84), "funding": (0.84, 0.80), "milestones": (0.76, 0.80)}
"""The least precision and recall of whole facts."""


def read(paper: dict[str, Any], table: str) -> Iterator[str]:
    """What is proposed for a paper, in short; of days only those that have a date."""
    for fact in propose(Paper(tuple(paragraphs(paper["text"])), paper["region"], paper["date"])):
        if fact.table != table or (table == "milestones" and not fact.values.get("date")):
            continue
        if table == "funding":
            yield amount(fact)
        else:
            yield (post if table == "positions" else day)(fact, paper["region"])


@pytest.mark.parametrize("table", FLOORS)
def test_short_papers_are_read_as_well_as_before(table: str) -> None:
    due, proposed, right = 0, 0, 0
    for paper in PAPERS:
        told, written = Counter(read(paper, table)), Counter(paper[table])
        due, proposed = due + written.total(), proposed + told.total()
        right += (told & written).total()
    precision, recall = FLOORS[table]
    assert right / proposed >= precision
    assert right / due >= recall
