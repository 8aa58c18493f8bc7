"""Modules of the programme in running text."""

import pytest

from etl.extraction.mentions.modules import find_modules


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Baustein 1", [("1", None)]),
        ("Bausteinen 1 und 2", [("1", None), ("2", "case_management")]),
        ("Module I bis III", [("1", None), ("2", "case_management"), ("3", "immigration_office")]),
        ("Förderbaustein 3", [("3", "immigration_office")]),
        ("des KIM-Bausteins 2", [("2", "case_management")]),
        ("im zweiten Baustein", [("2", "case_management")]),
        ("Case-Management-Stellen", [("2", "case_management")]),
        ("Case Managementstellen", [("2", "case_management")]),
        ("Case Manager*innen", [("2", "case_management")]),
        ("„Case Management“-Stellen", [("2", "case_management")]),
        ("das CM ist", [("2", "case_management")]),
        ("drei Koordinierungskräfte", [("1", "coordination")]),
        ("Koordinierenden Stelle", [("1", "coordination")]),
        ("Strategischer Overhead", [("1", "coordination")]),
        ("eine Verwaltungsassistenz", [("1", "assistance")]),
        ("Ausländer- und Einbürgerungsbehörden", [("3", "immigration_office")]),
        ("bei der Ausländerbehörde", [("3", "immigration_office")]),
    ],
)
def test_a_module_is_known_by_number_and_by_word(
    text: str, found: list[tuple[str, str | None]]
) -> None:
    assert [(each.module, each.function) for each in find_modules(text)] == found


@pytest.mark.parametrize(
    "text",
    [
        "Als 2. Baustein der Beteiligung",
        "Bausteine des KIM",
        "Beratungsstelle",
        "30 cm",
        "Baustein 2,5",
    ],
)
def test_what_only_looks_like_a_module_is_none(text: str) -> None:
    assert list(find_modules(text)) == []
