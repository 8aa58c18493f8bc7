"""Funding: amounts and shares of the programme's money."""

import pytest

from etl.extraction.phrases import Phrase, load
from tests.etl.extraction.families.reading import proposed

LISTS = load("funding")


@pytest.mark.parametrize("entry", LISTS["item"].phrases, ids=lambda entry: entry.phrase)
def test_every_item_is_proposed(entry: Phrase) -> None:
    [fact] = proposed("funding", entry.example)
    assert str(fact.values["item"]).startswith(entry.code)


@pytest.mark.parametrize("entry", LISTS["use"].phrases, ids=lambda entry: entry.phrase)
def test_every_use_is_said_with_its_item(entry: Phrase) -> None:
    [fact] = proposed("funding", entry.example)
    assert entry.code in str(fact.values["item"])


@pytest.mark.parametrize("entry", LISTS["unknown"].phrases, ids=lambda entry: entry.phrase)
def test_what_is_not_known_yet_has_no_amount(entry: Phrase) -> None:
    [fact] = proposed("funding", entry.example)
    assert fact.values["certainty"] == "unknown"
    assert fact.values.get("amount_min") is None


@pytest.mark.parametrize("entry", LISTS["other"].phrases, ids=lambda entry: entry.phrase)
def test_the_money_of_other_matters_is_not_proposed(entry: Phrase) -> None:
    assert proposed("funding", entry.example) == []


def test_the_columns_of_an_amount() -> None:
    text = "Das Land fördert 2024 im Case Management rund 55.000 Euro je Vollzeitstelle."
    [fact] = proposed("funding", text)
    expected = {
        "region": "05566076",
        "module": "2",
        "amount_min": 55000,
        "amount_max": 55000,
        "unit": "eur_per_post",
        "certainty": "about",
        "period": "2024",
        "payer": "land-nrw",
        "recipient": None,
        "basis": "stated",
    }
    assert expected.items() <= fact.values.items()


def test_who_receives_it() -> None:
    text = "Der Kreis Borken leitet die Zuwendung von 48.000 Euro an die Stadt Bocholt weiter."
    [fact] = proposed("funding", text)
    assert (fact.values["recipient"], fact.values["item"]) == (
        "stadt-bocholt",
        "Zuwendung, weitergeleitet",
    )


def test_a_share_of_the_costs() -> None:
    [fact] = proposed("funding", "Der Eigenanteil der Stadt liegt bei 20 Prozent.")
    assert (fact.values["amount_min"], fact.values["unit"]) == (20, "percent")


@pytest.mark.parametrize(
    "text",
    [
        "Wie hoch ist der Eigenanteil, sind es 96.000 Euro?",
        "Ein Mitglied fragt, ob der Eigenanteil 96.000 Euro beträgt.",
        "Der Eigenanteil beträgt nicht 96.000 Euro.",
        "Der Verein steuert 75.000 Euro bei.",
        "Für das Haus der Jugend sind 640.000 Euro eingeplant.",
        "Die Förderung beträgt 450 Euro monatlich.",
        "37 Prozent der Befragten antworteten.",
    ],
)
def test_what_is_no_fact_about_the_programmes_money_is_not_proposed(text: str) -> None:
    assert proposed("funding", text) == []


def test_the_rows_of_a_table_are_amounts() -> None:
    table = "| Art | Stellen | Ansatz 2023 (in T€) |\n| Landesförderung für KIM | 3 | 980 |\n| Eigenanteil | 1 | 165,5 |"
    facts = proposed("funding", table)
    assert [
        (fact.values["item"], fact.values["amount_min"], fact.values["period"]) for fact in facts
    ] == [
        ("Landesförderung", 980000, "2023"),
        ("Eigenanteil", 165500, "2023"),
    ]


@pytest.mark.parametrize("entry", LISTS["no_costs"].phrases, ids=lambda entry: entry.phrase)
def test_no_costs_are_an_amount_of_nothing(entry: Phrase) -> None:
    [fact] = proposed("funding", entry.example)
    assert (fact.values["amount_min"], fact.values["amount_max"]) == (0, 0)


def test_the_amount_of_a_change_is_no_total() -> None:
    text = "Gegenüber 2021 stiegen die Landesmittel um 15.000 Euro auf 120.000 Euro."
    assert [fact.values["amount_min"] for fact in proposed("funding", text)] == [120000]


def test_each_share_has_its_own_bearer() -> None:
    text = "Die Personalkosten werden zu 80 % vom Land und zu 20 % vom Kreis getragen."
    facts = proposed("funding", text)
    assert [(fact.values["amount_min"], fact.values["payer"]) for fact in facts] == [
        (80, "land-nrw"),
        (20, None),
    ]


def test_the_year_before_an_amount_is_its_period() -> None:
    text = "Das KIM wird 2024 mit 350.000 Euro gefördert; 2023 waren es als Förderung 310.000 Euro."
    assert [fact.values["period"] for fact in proposed("funding", text)] == ["2024", "2023"]
