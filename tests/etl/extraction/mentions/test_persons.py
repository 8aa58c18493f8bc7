"""Persons in running text. The names are invented."""

import pytest

from etl.extraction.mentions.persons import find_persons


@pytest.mark.parametrize(
    ("text", "words", "role"),
    [
        ("Frau Muster erklärt das.", "Frau Muster", None),
        ("Herrn Dr. Beispiel-Muster dankt er.", "Herrn Dr. Beispiel-Muster", None),
        ("Ktabg. Muster fragt nach.", "Ktabg. Muster", "Kreistagsmitglied"),
        ("Ratsmitglied Erika Muster fragt.", "Ratsmitglied Erika Muster", "Ratsmitglied"),
        ("Dezernent Muster betont das.", "Dezernent Muster", "Verwaltung"),
        (
            "Erika Muster (FDP-Fraktion) fragt.",
            "Erika Muster (FDP-Fraktion)",
            "Mitglied einer Fraktion",
        ),
    ],
)
def test_a_person_is_known_by_title_or_party(text: str, words: str, role: str | None) -> None:
    [found] = find_persons(text)
    assert (text[found.span.start : found.span.end], found.role) == (words, role)


@pytest.mark.parametrize(
    "text", ["Die Verwaltung erklärt.", "Der Kreis Borken (CDU)", "Case Management"]
)
def test_others_are_no_persons(text: str) -> None:
    assert list(find_persons(text)) == []
