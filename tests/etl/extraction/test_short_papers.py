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

TEXTS = Path(__file__).parent / "texts"
FLOORS = {
    ("short", "positions"): (0.83, 0.84),
    ("short", "funding"): (0.86, 0.86),
    ("short", "milestones"): (0.76, 0.82),
    ("short_clauses", "positions"): (0.82, 0.75),
    ("short_clauses", "funding"): (0.88, 0.85),
    ("short_clauses", "milestones"): (0.95, 0.88),
    ("short_anaphora", "positions"): (0.88, 0.82),
    ("short_anaphora", "funding"): (0.91, 0.88),
    ("short_anaphora", "milestones"): (0.89, 0.82),
    ("short_styles", "positions"): (0.91, 0.86),
    ("short_styles", "funding"): (0.90, 0.94),
    ("short_styles", "milestones"): (0.94, 0.84),
}
"""The least precision and recall of whole facts, by file and table."""


def read(paper: dict[str, Any], table: str) -> Iterator[str]:
    """What is proposed for a paper, in short; of days only those that have a date."""
    for fact in propose(Paper(tuple(paragraphs(paper["text"])), paper["region"], paper["date"])):
        if fact.table != table or (table == "milestones" and not fact.values.get("date")):
            continue
        if table == "funding":
            yield amount(fact)
        else:
            yield (post if table == "positions" else day)(fact, paper["region"])


@pytest.mark.parametrize(("name", "table"), FLOORS)
def test_short_papers_are_read_as_well_as_before(name: str, table: str) -> None:
    due, proposed, right = 0, 0, 0
    for paper in tomllib.loads((TEXTS / f"{name}.toml").read_text("utf-8"))["paper"]:
        told, written = Counter(read(paper, table)), Counter(paper[table])
        due, proposed = due + written.total(), proposed + told.total()
        right += (told & written).total()
    precision, recall = FLOORS[name, table]
    assert right / proposed >= precision
    assert right / due >= recall
