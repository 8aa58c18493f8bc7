"""With what the work is done: every phrase in its example, and what is easily read wrong."""

from dataclasses import replace

import pytest

from etl.extraction import phrases
from etl.extraction.families import instruments
from etl.extraction.paper import Paper
from etl.extraction.phrases import Phrase
from etl.extraction.propose import contexts
from etl.extraction.proposed import Value

DISTRICT, TOWN = "05554", "05554020"
LISTS = phrases.load("instruments")


def read(*paragraphs: str, region: str = TOWN) -> list[dict[str, Value]]:
    """What the rules read in paragraphs that speak of KIM."""
    about = [
        replace(each, topic=replace(each.topic, is_kim=True))
        for each in contexts(Paper(paragraphs, region, "2023"))
    ]
    return [
        dict(found.values)
        for each in about
        for rule in instruments.RULES
        for found in rule.find(each)
    ]


@pytest.mark.parametrize(
    "phrase", [*LISTS["head"].phrases, *LISTS["word"].phrases], ids=lambda phrase: phrase.phrase
)
def test_a_phrase_gives_its_kind_in_its_example(phrase: Phrase) -> None:
    found = read(phrase.example)
    assert phrase.code in {each["kind"] for each in found}
    assert phrase.gives.items() <= next(e for e in found if e["kind"] == phrase.code).items()


@pytest.mark.parametrize("phrase", LISTS["state"].phrases, ids=lambda phrase: phrase.phrase)
def test_a_phrase_gives_its_state_in_its_example(phrase: Phrase) -> None:
    assert phrase.code in {each["state"] for each in read(phrase.example)}


@pytest.mark.parametrize("phrase", LISTS["module"].phrases, ids=lambda phrase: phrase.phrase)
def test_a_phrase_gives_its_module_in_its_example(phrase: Phrase) -> None:
    assert phrase.code in {each["module"] for each in read(phrase.example)}


def test_a_compound_is_the_instrument_that_it_ends_with() -> None:
    [row] = read("Ein digitales Fallerfassungssystem wurde eingeführt.")
    assert (row["label"], row["kind"], row["state"]) == ("Fallerfassungssystem", "method", "in_use")


def test_the_module_is_that_of_the_words_around() -> None:
    found = read("Ein Case-Management-Konzept soll erstellt werden.", "Ein Leitbild soll folgen.")
    assert [(each["kind"], each["module"]) for each in found] == [
        ("concept", "2"),
        ("concept", None),
    ]


def test_of_the_land_of_the_district_and_of_the_place() -> None:
    assert [each["region"] for each in read("Das Handlungskonzept Kommunales Integrationsmanagement versteht sich so.")] == ["05"]  # fmt: skip
    found = read(
        "Die kreisweiten Austauschtreffen und regionale Austauschtreffen sind installiert."
    )
    assert [each["region"] for each in found] == [DISTRICT, TOWN]


@pytest.mark.parametrize(
    "text",
    [
        "Gibt es ein Handlungskonzept, das eingeführt ist?",
        "Das Konzept ist bekannt.",
        "Die Konzeptionslosigkeit soll enden.",
        "Vier Stellen wurden eingeführt.",
    ],
)
def test_what_is_asked_or_says_no_state_is_no_instrument(text: str) -> None:
    assert read(text) == []
