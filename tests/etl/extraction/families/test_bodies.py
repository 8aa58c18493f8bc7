"""Which bodies there are: every phrase in its example, and what is easily read wrong."""

from dataclasses import replace

import pytest

from etl.extraction import phrases
from etl.extraction.families import bodies
from etl.extraction.paper import Paper
from etl.extraction.phrases import Phrase
from etl.extraction.propose import contexts
from etl.extraction.proposed import Value

DISTRICT, TOWN = "05554", "05554020"
LISTS = phrases.load("bodies")


def read(*paragraphs: str, region: str = TOWN) -> list[dict[str, Value]]:
    """What the rules read in paragraphs that speak of KIM."""
    about = [
        replace(each, topic=replace(each.topic, is_kim=True))
        for each in contexts(Paper(paragraphs, region, "2023"))
    ]
    return [
        dict(found.values) for each in about for rule in bodies.RULES for found in rule.find(each)
    ]


def told(*paragraphs: str, region: str = TOWN) -> list[tuple[Value, ...]]:
    return [
        (each["body"], each["level"], each["state"]) for each in read(*paragraphs, region=region)
    ]


@pytest.mark.parametrize(
    "phrase", [*LISTS["state"].phrases, *LISTS["report"].phrases], ids=lambda phrase: phrase.phrase
)
def test_a_phrase_gives_its_state_in_its_example(phrase: Phrase) -> None:
    assert phrase.code in {state for _, _, state in told(phrase.example)}


@pytest.mark.parametrize(
    "phrase", [*LISTS["body"].phrases, *LISTS["alone"].phrases], ids=lambda phrase: phrase.phrase
)
def test_a_phrase_gives_its_level_in_its_example(phrase: Phrase) -> None:
    example = phrase.example.replace("Es gibt neue", "Installiert sind neue")
    assert phrase.code in {level for _, level, _ in told(example)}


def test_a_body_with_how_often_where_and_with_whom() -> None:
    [row] = read(
        "Die Lenkungsgruppe KIM ist beim Kreis Borken angesiedelt und tagt zweimal im Jahr."
        " Ihr gehören die Sozialdezernate und das Jobcenter an."
    )
    assert (row["body"], row["level"], row["state"]) == (
        "Lenkungsgruppe KIM",
        "strategic",
        "exists",
    )
    assert (row["region"], row["host"]) == (DISTRICT, "kreis-borken")
    assert row["frequency"] == "zweimal im Jahr"
    assert row["members"] == "die Sozialdezernate und das Jobcenter"


def test_several_bodies_of_one_sentence() -> None:
    text = (
        "Dazu gibt es Begleitgremien, unter anderem eine Steuerungsgruppe und eine AG Querschnitt."
    )
    assert told(text) == [
        ("Steuerungsgruppe", "strategic", "exists"),
        ("AG Querschnitt", "operative", "exists"),
    ]


def test_what_has_still_to_meet_is_planned() -> None:
    assert [state for _, _, state in told(
        "Es geht um die konstituierende Sitzung der Lenkungsgruppe.",
        "Die Verwaltung ergänzt, dass die Lenkungsgruppe die Grundsteine legt.",
    )] == ["planned", "planned"]  # fmt: skip


def test_a_council_that_is_reported_to_is_that_of_the_place() -> None:
    found = read("Der Integrationsrat nimmt den Bericht zum KIM zur Kenntnis.")
    assert [(each["body"], each["level"], each["region"], each["host"]) for each in found] == [
        ("Integrationsrat", "political", TOWN, "stadt-gronau")
    ]


def test_a_meeting_of_the_district_and_one_of_the_place() -> None:
    found = read(
        "Neben den kreisweiten Austauschtreffen wurden auch regionale Austauschtreffen installiert."
    )
    assert [each["region"] for each in found] == [DISTRICT, TOWN]


@pytest.mark.parametrize(
    "text",
    [
        "Tagt die Lenkungsgruppe regelmäßig?",
        "Zwei Stellen wurden eingerichtet.",
        "Ein Beirat wird nicht eingerichtet.",
        "Die Lenkungsgruppe soll sich damit befassen.",
    ],
)
def test_what_is_asked_denied_or_still_to_come_is_no_body(text: str) -> None:
    assert told(text) == []


@pytest.mark.parametrize(
    "text",
    [
        "Die Themen gehen zurück in die Lenkungsgruppe.",
        "Die Lenkungsgruppe hat vier Zielgruppen festgelegt.",
    ],
)
def test_of_a_body_that_is_first_mentioned_we_infer_that_it_is_there(text: str) -> None:
    [found] = read(text)
    assert (found["level"], found["state"], found["basis"]) == ("strategic", "exists", "inferred")


def test_a_body_that_was_named_before_is_not_told_of_again() -> None:
    first, second = "Die Lenkungsgruppe tagt im Mai.", "Die Themen gehen in die Lenkungsgruppe."
    assert len(told(first, second)) == 1
