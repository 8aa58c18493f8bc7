"""The words that all lists share: what proves a statement, and what doubt there is."""

import pytest

from kim.facts import records
from kim.german_dates import reached
from tests.spec.reading import table
from ui.lists import words
from ui.lists.entries import Chip

SAME = {"source_kind": "memo", "paragraph": "32", "basis": "stated", "is_read_from_text": True}


@pytest.mark.parametrize(
    ("kind", "date", "paragraph", "read", "said"),
    [
        ("memo", "2023-02-13", "32", "ja", "Vermerk 2023, Absatz 32"),
        ("memo", "[2023-01-06..2023-02-13]", "32", "ja", "Vermerk 2023, Absatz 32"),
        ("minutes", "[2021-01-01..2022-04-04]", "3", "ja", "Niederschrift 2021–2022, Absatz 3"),
        ("paper", "[2022-12-01..]", "28", "ja", "Vorlage ab 2022, Absatz 28"),
        ("paper", "[..2022-12-01]", "28", "nein", "Vorlage bis 2022, Absatz 28, ungeprüft"),
        ("web", "2022~", "2", "ja", "Webseite etwa 2022, Absatz 2"),
        ("web", "", "", "nein", "Webseite, ungeprüft"),
        ("web", "XXXX-05", "2", "ja", "Webseite, Absatz 2"),
    ],
)
def test_a_statement_is_proven_by_document_years_and_paragraph(
    kind: str, date: str, paragraph: str, read: str, said: str
) -> None:
    heads = "source_kind | source_date | paragraph | is_read_from_text"
    rows = table(f"{heads}\n{kind} | {date} | {paragraph} | {read}")

    assert [words.proof(row) for row in records(rows)] == [said]


def test_a_statement_that_is_not_certain_carries_its_doubts() -> None:
    rows = """
        basis    | is_certain
        stated   | ja
        inferred | ja
        claimed  | nein
        stated   | nein
    """

    assert [words.doubts(row) for row in records(table(rows, **SAME))] == [
        (),
        (Chip("von uns erschlossen"),),
        (Chip("behauptet, nicht bestätigt"), Chip("am gewählten Tag nicht sicher")),
        (Chip("am gewählten Tag nicht sicher"),),
    ]


def test_a_heading_counts_what_stands_below_it() -> None:
    assert words.counted("Offen ohne Termin", 8) == "Offen ohne Termin (8)"


def test_documents_are_read_until_a_date_or_the_last_of_the_days_it_may_mean() -> None:
    assert reached("2023") == "2023"
    assert reached("2024-09") == "September 2024"
    assert reached("2023-02-13") == "13.02.2023"
    assert reached("[2023-01-06..2023-02-13]") == "spätestens 13.02.2023"
