"""Decisions: what bodies decided, recommended or noted, and how they voted."""

import pytest

from etl.extraction.phrases import Phrase, load
from tests.etl.extraction.families.reading import proposed

LISTS = load("decisions")
KINDS = [entry for entry in LISTS["kind"].phrases if entry.code != "other"]


@pytest.mark.parametrize("entry", KINDS, ids=lambda entry: entry.phrase)
def test_every_kind_is_proposed(entry: Phrase) -> None:
    kinds = [fact.values["kind"] for fact in proposed("decisions", entry.example)]
    assert entry.code in kinds


@pytest.mark.parametrize("entry", LISTS["vote"].phrases, ids=lambda entry: entry.phrase)
def test_every_vote_is_read(entry: Phrase) -> None:
    votes = [fact.values["vote"] for fact in proposed("decisions", entry.example)]
    assert votes == [entry.code]


@pytest.mark.parametrize("entry", LISTS["proposal"].phrases, ids=lambda entry: entry.phrase)
def test_what_is_only_proposed_is_a_recommendation(entry: Phrase) -> None:
    assert {fact.values["kind"] for fact in proposed("decisions", entry.example)} == {"recommended"}


@pytest.mark.parametrize("entry", LISTS["carried"].phrases, ids=lambda entry: entry.phrase)
def test_a_proposal_counts_once_it_is_carried(entry: Phrase) -> None:
    text = f"Der Vorsitzende schlägt vor, das KIM zu vertagen. {entry.example}"
    assert [fact.values["kind"] for fact in proposed("decisions", text)] == ["adjourned"]


def test_what_is_only_suggested_is_no_decision() -> None:
    text = "Der Vorsitzende schlägt vor, das KIM zu vertagen. Darüber wird gesprochen."
    assert proposed("decisions", text) == []


@pytest.mark.parametrize(
    ("text", "vote"),
    [
        (
            "Der Rat beschließt das KIM einstimmig bei zwei Enthaltungen.",
            "einstimmig bei zwei Enthaltungen",
        ),
        (
            "Der Rat beschließt das KIM mit 15 Ja-Stimmen und 3 Nein-Stimmen.",
            "mit 15 Ja-Stimmen und 3 Nein-Stimmen",
        ),
        (
            "Der Rat beschließt das KIM mit 11 Ja-, 2 Nein-Stimmen und 1 Enthaltung.",
            "mit 11 Ja-, 2 Nein-Stimmen und 1 Enthaltung",
        ),
        ("Der Rat beschließt das KIM mit 8:7 Stimmen.", "mit 8:7 Stimmen"),
        ("Der Rat beschließt das KIM. Ja: 15 Nein: 0 Enthaltungen: 2", None),
        ("Der Rat beschließt das KIM.", None),
    ],
)
def test_votes(text: str, vote: str | None) -> None:
    assert proposed("decisions", text)[0].values["vote"] == vote


@pytest.mark.parametrize(
    ("text", "kind", "date"),
    [
        (
            "Der Kreistag stimmte am 15. März 2023 mit Mehrheit für die Fortsetzung.",
            "decided",
            "2023-03-15",
        ),
        ("Der Rat stimmt der Vorlage einstimmig zu.", "decided", None),
        ("Der Rat lehnte eine Aufstockung ab.", "rejected", None),
        ("Die Fraktion zieht ihren Antrag nach kurzer Beratung zurück.", "withdrawn", None),
        ("Die Vorlage wurde ohne Votum in den Rat verwiesen.", "referred", None),
        (
            "Mit Beschluss vom 12.05.2021 hat der Rat die Umsetzung begonnen.",
            "decided",
            "2021-05-12",
        ),
    ],
)
def test_words_in_two_parts_and_days(text: str, kind: str, date: str | None) -> None:
    [fact] = proposed("decisions", text)
    assert (fact.values["kind"], fact.values["date"]) == (kind, date)


def test_the_result_of_the_vote_may_stand_behind() -> None:
    facts = proposed(
        "decisions",
        "Der Integrationsrat nimmt den Bericht zum KIM zur Kenntnis.",
        "Abstimmungsergebnis: einstimmig bei einer Enthaltung",
    )
    assert [(fact.values["kind"], fact.values["vote"]) for fact in facts] == [
        ("noted", "einstimmig bei einer Enthaltung")
    ]


def test_the_columns_of_a_decision() -> None:
    [fact] = proposed(
        "decisions", "Der Kreistag hat am 24.06.2021 die Teilnahme am Landesprogramm beschlossen."
    )
    expected = {
        "region": "05566",
        "body": "Kreistag",
        "subject": "Teilnahme am Landesprogramm",
        "kind": "decided",
        "date": "2021-06-24",
        "vote": None,
    }
    assert expected.items() <= fact.values.items()


def test_a_recommendation_names_whom_it_is_for() -> None:
    [fact] = proposed("decisions", "Der Sozialausschuss empfiehlt dem Rat, am KIM teilzunehmen.")
    assert (fact.values["body"], fact.values["addressed_to"]) == ("Sozialausschuss", "Rat")


def test_the_items_below_a_recommendation_are_recommended() -> None:
    facts = proposed(
        "decisions",
        "Der Integrationsrat empfiehlt dem Sozialausschuss zum KIM:",
        "1. Der Sozialausschuss nimmt den Bericht zur Kenntnis.",
    )
    assert [fact.values["kind"] for fact in facts] == ["recommended"]


@pytest.mark.parametrize(
    "text",
    [
        "Das empfiehlt sich aus der Erfahrung.",
        "Wann hat der Rat das KIM beschlossen?",
        "Der Rat hat das KIM nicht beschlossen.",
        "So beschlossen.",
        "Das stimmt nach Ansicht der Verwaltung so.",
    ],
)
def test_what_is_no_decision_is_not_proposed(text: str) -> None:
    assert proposed("decisions", text) == []


def test_a_day_without_its_year_is_the_last_one() -> None:
    [fact] = proposed("decisions", "Der Rat hat am 12. September die Teilnahme an KIM beschlossen.")
    assert fact.values["date"] == "2024-09-12"
