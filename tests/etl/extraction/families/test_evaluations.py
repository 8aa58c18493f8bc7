"""How far evaluations are: every phrase in its example, and what is easily read wrong."""

from dataclasses import replace

import pytest

from etl.extraction import phrases
from etl.extraction.families import evaluations
from etl.extraction.paper import Paper
from etl.extraction.phrases import Phrase
from etl.extraction.propose import contexts
from etl.extraction.proposed import Value

DISTRICT, TOWN = "05554", "05554020"
STATUSES = phrases.load("evaluations")["status"].phrases
LEVELS = phrases.load("evaluations")["level"].phrases


def read(*paragraphs: str, region: str = TOWN) -> list[dict[str, Value]]:
    """What the rules read in paragraphs that speak of KIM."""
    paper = Paper(paragraphs, region, "2023")
    about = [replace(each, topic=replace(each.topic, is_kim=True)) for each in contexts(paper)]
    return [
        dict(found.values)
        for each in about
        for rule in evaluations.RULES
        for found in rule.find(each)
    ]


def told(*paragraphs: str, region: str = TOWN) -> list[tuple[Value, ...]]:
    return [
        (each["region"], each["level"], each["status"]) for each in read(*paragraphs, region=region)
    ]


@pytest.mark.parametrize("phrase", STATUSES, ids=lambda phrase: phrase.phrase)
def test_a_phrase_gives_its_status_in_its_example(phrase: Phrase) -> None:
    assert phrase.code in {status for _, _, status in told(phrase.example)}


@pytest.mark.parametrize("phrase", LEVELS, ids=lambda phrase: phrase.phrase)
def test_a_phrase_gives_its_level_in_its_example(phrase: Phrase) -> None:
    level = "local" if phrase.code == "own" else phrase.code
    assert level in {level for _, level, _ in told(phrase.example)}


@pytest.mark.parametrize(
    ("text", "rows"),
    [
        ("Eine eigene Evaluation ist geplant.", [(TOWN, "local", "planned")]),
        ("KIM wird vom Land evaluiert.", [("05", "land", "running")]),
        ("Auf Kreisebene wird evaluiert.", [(DISTRICT, "district", "running")]),
        (
            "KIM wird auf Landes- und auf Kreisebene evaluiert.",
            [(DISTRICT, "land", "running"), (DISTRICT, "district", "running")],
        ),
        (
            "Örtlich wird keine wissenschaftliche Evaluation durchgeführt.",
            [(TOWN, "local", "none")],
        ),
    ],
)
def test_of_whom_and_how_far(text: str, rows: list[tuple[str, str, str]]) -> None:
    assert told(text) == rows


def test_its_own_evaluation_is_of_the_body_whose_paper_it_is() -> None:
    assert told("Eine eigene Evaluation ist geplant.", region=DISTRICT) == [
        (DISTRICT, "district", "planned")
    ]


def test_what_is_to_be_completed_runs_until_then() -> None:
    [row] = read("Die landesweite Evaluation soll Ende 2025 abgeschlossen sein.")
    assert (row["status"], row["ends"]) == ("running", "2025-12")


def test_since_when_and_without_results() -> None:
    [row] = read("Die örtliche Evaluation läuft seit Mai 2022, Ergebnisse gibt es noch nicht.")
    assert (row["status"], row["as_of"], row["results"]) == ("running", "2022-05", "none_yet")


def test_levels_of_the_paragraph_before_are_inferred() -> None:
    found = read(
        "Es geht auf Landes- und auf Kreisebene um KIM.", "Die Evaluation läuft bis Ende Mai."
    )
    assert [(each["level"], each["ends"], each["basis"]) for each in found] == [
        ("land", "XXXX-05", "inferred"),
        ("district", "XXXX-05", "inferred"),
    ]


def test_subjects_and_what_is_looked_at() -> None:
    found = read(
        "KIM wird evaluiert.",
        "Auf Landes- und auf Kreisebene zum Thema Stellenplan. Beobachtet wird, wie viele Beratungen stattfinden.",
    )
    assert [(each["level"], each["subject"]) for each in found] == [
        ("land", "Stellenplan"),
        ("district", "Stellenplan"),
        ("district", "viele Beratungen"),
    ]


@pytest.mark.parametrize(
    "text",
    [
        "Wird das Programm vom Land evaluiert?",
        "Ein Mitglied fragt, ob ein Institut die örtliche Evaluation durchführt.",
        "KIM wird evaluiert.",
        "Die Evaluation des Radverkehrs vor Ort läuft.",
        "Im Kreis laufen die Vorbereitungen.",
    ],
)
def test_what_is_asked_names_no_level_or_is_of_something_else_is_no_evaluation(text: str) -> None:
    assert told(text) == []
