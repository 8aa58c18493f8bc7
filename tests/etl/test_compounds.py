"""etl.pipeline.compounds: what German compounds are made of."""

import pytest

from etl.pipeline.compounds import parts


@pytest.mark.parametrize(
    ("word", "made_of"),
    [
        ("vollzeitstelle", {"vollzeit", "stelle"}),
        ("vollzeitstellen", {"vollzeit", "stelle"}),
        ("integrationsmanagement", {"integration", "management"}),
        ("zuwendungsbescheid", {"zuwendung", "bescheid"}),
        ("sozialausschuss", {"sozial", "ausschuß"}),
        ("eigenanteile", {"eigen", "anteil"}),
        ("caritasverband", {"caritas", "verband"}),
    ],
)
def test_a_compound_has_parts(word: str, made_of: set[str]) -> None:
    assert parts(word) == made_of


@pytest.mark.parametrize(
    "word",
    [
        "stelle",
        "verwaltung",
        "beschlossen",
        "eingerichtet",
        "rat",
        "51/205",
        "begleitung",
    ],
)
def test_other_words_have_none(word: str) -> None:
    assert parts(word) == frozenset()
