"""bench.extraction measures what it says: papers of that many pages, proposals from them, sound ratios."""

import pytest

from bench import extraction


@pytest.mark.parametrize("pages", [1, 3])
def test_papers_have_that_many_pages_and_are_the_same_every_time(pages: int) -> None:
    made = list(extraction.papers(3, pages))
    for paper in made:
        characters = sum(map(len, paper.paragraphs))
        assert 0 <= characters - pages * extraction.CHARACTERS_OF_A_PAGE < 2_000
    assert made == list(extraction.papers(3, pages))
    assert made[0] != made[1]


def test_documents_are_measured_and_proposals_counted() -> None:
    found = extraction.measure(4, 1)
    assert found["a_minute"] > 0
    assert found["proposals"] > 1
    assert found["memory"] >= 1


def test_the_numbers_are_kept(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    kept: dict[str, object] = {}
    monkeypatch.setattr(extraction, "keep", kept.__setitem__)
    found = extraction.run(4)
    assert kept == {"extraction": found}
    assert set(found) == {"a_minute", "proposals", "memory", "growth"}
    assert capsys.readouterr().out.startswith("4 documents of 3 pages: ")
