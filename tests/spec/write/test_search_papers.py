"""search_papers.sql: what do the places, organisations, documents and paragraphs say that the search finds them by?"""

from pathlib import Path

import pytest

from kim.loads import Kind
from tests.rows import MUSTER_TEXT
from tests.spec.write.loaded import Loaded
from tests.spec.write.test_search_index import standing

DOCUMENT = "document muster-2022"


@pytest.fixture
def told(tmp_path: Path) -> Loaded:
    loaded = Loaded(tmp_path, "bodies")
    loaded.world.write_document("muster-2022", MUSTER_TEXT)
    sources = """
        source      | region | kind    | reference | body            | date    | title
        muster-2022 | 05566  | minutes | 51/205    | Sozialausschuss | 2022-11 | Niederschrift vom Herbst
    """
    loaded.load(Kind.DATA, bodies="body\n Beirat", sources=sources)
    return loaded


@pytest.mark.parametrize(
    ("word", "entries"),
    [
        ("rheine", ["organisation stadt-rheine", "paragraph muster-2022 3", "place 05566076"]),
        ("caritasverband", ["organisation caritas"]),
        ("herbst", [DOCUMENT]),
        ("51/205", [DOCUMENT]),
        ("sozialausschuss", [DOCUMENT]),
        ("2022", [DOCUMENT]),
        ("arbeitsplätze", ["paragraph muster-2022 3"]),
    ],
    ids=str,
)
def test_by_names_titles_references_years_and_texts(
    told: Loaded, word: str, entries: list[str]
) -> None:
    assert standing(told, word) == entries


def test_a_paragraph_is_found_by_the_place_of_its_document(told: Loaded) -> None:
    found = standing(told, "steinfurt")

    assert [each for each in found if each.startswith(("document", "paragraph"))] == [
        "document muster-2022",
        "document vermerk-2023",
        "paragraph muster-2022 1",
        "paragraph muster-2022 2",
        "paragraph muster-2022 3",
    ]


def test_kinds_stand_in_their_german_words(told: Loaded) -> None:
    assert standing(told, "niederschrift") == [DOCUMENT]
    assert standing(told, "minutes") == []
    assert "organisation caritas" in standing(told, "wohlfahrtsverband")
