"""Commitments: what was promised, until when and how often."""

import pytest

from etl.extraction.phrases import Phrase, load
from tests.etl.extraction.families.reading import proposed

LISTS = load("commitments")


@pytest.mark.parametrize("entry", LISTS["promise"].phrases, ids=lambda entry: entry.phrase)
def test_every_promise_is_proposed(entry: Phrase) -> None:
    assert len(proposed("commitments", entry.example)) == 1


@pytest.mark.parametrize("entry", LISTS["offer"].phrases, ids=lambda entry: entry.phrase)
def test_what_is_only_possible_or_asked_for_is_no_promise_yet(entry: Phrase) -> None:
    assert [fact.values["state"] for fact in proposed("commitments", entry.example)] == [
        "prospective"
    ]


@pytest.mark.parametrize("entry", LISTS["recurrence"].phrases, ids=lambda entry: entry.phrase)
def test_every_interval_is_read(entry: Phrase) -> None:
    [fact] = proposed("commitments", entry.example)
    assert fact.values["recurrence"] == entry.code


@pytest.mark.parametrize("entry", LISTS["by"].phrases, ids=lambda entry: entry.phrase)
def test_who_promises(entry: Phrase) -> None:
    [fact] = proposed("commitments", entry.example)
    assert fact.values["made_by"] == entry.code


def test_the_columns_of_a_promise() -> None:
    text = (
        "Die Verwaltung wird dem Sozialausschuss in der zweiten Jahreshälfte 2025 erneut berichten."
    )
    [fact] = proposed("commitments", text)
    expected = {
        "made_by": "Verwaltung",
        "made_to": "Sozialausschuss",
        "promise": "Bericht: berichten",
        "due": "2025-41",
        "recurrence": "once",
        "state": "open",
    }
    assert expected.items() <= fact.values.items()


def test_a_promise_and_an_offer_in_one_sentence_are_two() -> None:
    text = "Dem Rat wird im Herbst 2025 ein Bericht vorgelegt, der auch im Sozialausschuss vorgestellt werden kann."
    facts = proposed("commitments", text)
    assert [(fact.values["state"], fact.values["due"]) for fact in facts] == [
        ("open", "2025-23"),
        ("prospective", None),
    ]


@pytest.mark.parametrize(
    "text",
    [
        "Die Verwaltung hat im Mai 2024 einen Bericht vorgelegt.",
        "Wird die Verwaltung erneut berichten?",
        "Die Verwaltung sagt nicht zu, erneut zu berichten.",
        "Die Leitung des KI hat das KIM vorgestellt.",
        "Die Verwaltung berichtet.",
    ],
)
def test_what_is_past_asked_or_denied_is_no_promise(text: str) -> None:
    assert proposed("commitments", text) == []


@pytest.mark.parametrize(
    ("when", "due"),
    [("im September", "2025-09"), ("im März", "2026-03"), ("am 12. März", "2026-03-12")],
)
def test_a_month_without_its_year_is_the_next_one(when: str, due: str) -> None:
    [fact] = proposed("commitments", f"Die Verwaltung wird {when} erneut zum KIM berichten.")
    assert fact.values["due"] == due


def test_without_the_day_of_the_paper_a_month_stays_without_its_year() -> None:
    text = "Die Verwaltung wird im September erneut zum KIM berichten."
    [fact] = proposed("commitments", text, date=None)
    assert fact.values["due"] == "XXXX-09"
