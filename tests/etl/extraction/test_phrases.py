"""Every phrase that is declared is found in its own example, with its own code."""

import pytest

from etl.extraction import phrases
from etl.extraction.phrases import Phrase, Phrases, folded

DECLARED = [
    pytest.param(family.stem, name, phrase, id=f"{family.stem}-{name}-{phrase.phrase}")
    for family in sorted(phrases.FOLDER.glob("*.toml"))
    for name, declared in phrases.load(family.stem).items()
    for phrase in declared.phrases
]


@pytest.mark.parametrize(("family", "name", "phrase"), DECLARED)
def test_a_phrase_is_found_in_its_example(family: str, name: str, phrase: Phrase) -> None:
    assert phrase.code in phrases.load(family)[name].codes(folded(phrase.example))


@pytest.mark.parametrize(
    ("phrase", "text"),
    [
        ("Case Manager~", "zwei Case-Manager*innen beraten"),
        ("Case Manager~", "zwei Case Managerinnen beraten"),
        ("zusätzlich~", "mit zusätzlichen Mitteln"),
        ("bis zu", "bis\nzu vier"),
        ("strategische~ Overhead", "als strategischer Overhead"),
    ],
)
def test_a_phrase_stands_for_its_forms(phrase: str, text: str) -> None:
    assert Phrases([Phrase(phrase, "x", "")]).codes(folded(text)) == {"x"}


@pytest.mark.parametrize(
    ("text", "is_there"),
    [
        ("Der Rat stimmte am 30.06. der Vorlage zu.", True),
        ("Der Rat stimmte 1,5 Stellen zu und ging.", True),
        ("Der Rat stimmte zu.", True),
        ("Der Rat stimmte darüber ab, zu fragen.", False),
        ("Der Rat stimmte der Vorlage zu diesem Punkt ab.", False),
        ("Der Rat stimmte " + "lange " * 30 + "zu.", False),
    ],
)
def test_a_verb_in_two_parts(text: str, is_there: bool) -> None:
    assert bool(Phrases([Phrase("stimmte … zu", "x", "")]).codes(folded(text))) == is_there


def test_another_phrase_may_stand_between_the_parts_of_a_verb() -> None:
    both = Phrases([Phrase("kommt … zusammen", "exists", ""), Phrase("erstmals", "planned", "")])
    assert both.codes("die gruppe kommt im mai erstmals zusammen") == {"exists", "planned"}


@pytest.mark.parametrize("text", ["Haltestellen", "Stellenplan", "Bestelle"])
def test_a_phrase_ends_where_the_word_does(text: str) -> None:
    assert not Phrases([Phrase("Stelle~", "x", "")]).codes(folded(text))


def test_the_longer_phrase_is_meant() -> None:
    both = Phrases([Phrase("nicht", "negated", ""), Phrase("nicht nur", "asserted", "")])
    assert both.codes("nicht nur hier") == {"asserted"}


def test_folding_keeps_every_character_where_it_was() -> None:
    assert len(folded("İstanbul und KIM")) == len("İstanbul und KIM")
    assert folded("KIM") == "kim"
