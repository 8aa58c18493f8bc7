"""What the written texts say, said in other words: each sentence gives its facts, and no others of their table."""

import tomllib
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest

from etl.extraction.paper import Paper
from etl.extraction.propose import propose
from tests.etl.extraction.families.reading import HEADING

PARAPHRASES = tomllib.loads((Path(__file__).parent / "paraphrases.toml").read_text("utf-8"))
POLITICAL = "political"


@pytest.mark.parametrize("said", PARAPHRASES["paraphrase"], ids=lambda said: str(said["text"]))
def test_a_sentence_in_other_words_gives_its_facts(said: Mapping[str, Any]) -> None:
    paper = Paper((HEADING, said["text"]), said.get("paper", "05566076"), "2025-06-01")
    read = [
        fact.values
        for fact in propose(paper)
        if fact.table == said["table"]
        and fact.paragraph > 1
        and fact.values.get("level") != POLITICAL
    ]
    for fact in said["facts"]:
        same = next((each for each in read if fact.items() <= each.items()), None)
        assert same is not None, (fact, read)
        read.remove(same)
    assert read == []
