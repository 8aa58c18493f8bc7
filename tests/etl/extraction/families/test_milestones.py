"""Milestones: what happened or is expected, and when."""

import pytest

from etl.extraction.phrases import Phrase, load
from tests.etl.extraction.families.reading import proposed

LISTS = load("milestones")


@pytest.mark.parametrize("entry", LISTS["event"].phrases, ids=lambda entry: entry.phrase)
def test_every_event_is_proposed_with_its_date(entry: Phrase) -> None:
    [fact] = proposed("milestones", entry.example)
    assert entry.code.casefold() in str(fact.values["event"]).casefold()
    assert fact.values["date"]


@pytest.mark.parametrize("entry", LISTS["undated"].phrases, ids=lambda entry: entry.phrase)
def test_every_event_without_a_date_is_proposed(entry: Phrase) -> None:
    [fact] = proposed("milestones", entry.example)
    assert str(fact.values["event"]).endswith(entry.code)
    assert fact.values.get("date") is None


@pytest.mark.parametrize(
    "entry",
    [*LISTS["no_event"].phrases, *LISTS["no_event_of_a_year"].phrases],
    ids=lambda entry: entry.phrase,
)
def test_a_date_of_a_count_is_no_event(entry: Phrase) -> None:
    assert proposed("milestones", entry.example) == []


@pytest.mark.parametrize(
    ("text", "date", "state", "module"),
    [
        (
            "Die Stelle im Case Management ist seit dem 01.11.2022 besetzt.",
            "2022-11-01",
            "done",
            "2",
        ),
        (
            "Bis Ende Juli 2026 solle die Koordinierungsstelle besetzt sein.",
            "2026-07",
            "expected",
            "1",
        ),
        ("In Baustein 3 wurden im Jahr 2022 zwei Stellen eingerichtet.", "2022", "done", "3"),
        ("Die Lenkungsgruppe tagt im September 2025 erneut.", "2025-09", "expected", None),
        ("Die Lenkungsgruppe hat im September vergangenen Jahres getagt.", "2024-09", "done", None),
        (
            "Ein Konzept wird in der zweiten Jahreshälfte 2025 vorgelegt.",
            "2025-41",
            "expected",
            None,
        ),
    ],
)
def test_date_state_and_module(text: str, date: str, state: str, module: str | None) -> None:
    [fact] = proposed("milestones", text)
    assert (fact.values["date"], fact.values["state"], fact.values["module"]) == (
        date,
        state,
        module,
    )


@pytest.mark.parametrize(
    "text",
    [
        "Wird die Stelle zum 01.11.2025 besetzt?",
        "Ein Mitglied fragt, ob die Stelle zum 01.11.2025 besetzt wird.",
        "Die Stelle wurde zum 01.11.2022 nicht besetzt.",
        "Im Jahr 2022 wurden 300 Personen beraten.",
        "Für 2022 wurden Landesmittel bewilligt.",
        "Die Beratung ist offen.",
        "Am 31.12.2023 lebten hier laut Register viele Geflüchtete.",
        "Am 31.12.2023 waren es im KIM genau 120 Personen.",
        "In der Zeit um 2023 war das KIM noch im Aufbau.",
    ],
)
def test_what_is_no_event_is_not_proposed(text: str) -> None:
    assert proposed("milestones", text) == []


@pytest.mark.parametrize(
    ("text", "date", "event"),
    [
        ("Am 14.03.2022 haben alle Träger den Leitfaden erhalten.", "2022-03-14", "Träger: Termin"),
        ("Bis zum 30.09.2025 sind die Fallzahlen zu melden.", "2025-09-30", "Fallzahlen: Frist"),
    ],
)
def test_a_day_is_an_event_even_by_words_we_do_not_know(text: str, date: str, event: str) -> None:
    [fact] = proposed("milestones", text)
    assert (fact.values["date"], fact.values["event"]) == (date, event)


def test_two_dates_are_two_events() -> None:
    text = (
        "Zum 01.07.2021 wurden vier Stellen eingerichtet; zum 01.01.2022 kamen zwei weitere hinzu."
    )
    assert [fact.values["date"] for fact in proposed("milestones", text)] == [
        "2021-07-01",
        "2022-01-01",
    ]


def test_without_the_year_of_the_paper_the_tense_tells() -> None:
    [fact] = proposed("milestones", "Die Evaluation läuft bis Ende Mai.", date=None)
    assert (fact.values["date"], fact.values["state"]) == ("XXXX-05", "expected")
