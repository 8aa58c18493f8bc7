"""Modules of the programme in running text."""

import pytest

from etl.extraction.mentions.modules import find_modules


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Baustein 1", ["1"]),
        ("Bausteinen 1 und 2", ["1", "2"]),
        ("Module I bis III", ["1", "2", "3"]),
        ("Förderbaustein 3", ["3"]),
        ("des KIM-Bausteins 2", ["2"]),
        ("im zweiten Baustein", ["2"]),
        ("Case-Management-Stellen", ["2"]),
        ("Case Managementstellen", ["2"]),
        ("Case Manager*innen", ["2"]),
        ("„Case Management“-Stellen", ["2"]),
        ("das CM ist", ["2"]),
        ("drei Koordinierungskräfte", ["1"]),
        ("Koordinierenden Stelle", ["1"]),
        ("Strategischer Overhead", ["1"]),
        ("eine Verwaltungsassistenz", ["1"]),
        ("Ausländer- und Einbürgerungsbehörden", ["3"]),
        ("bei der Ausländerbehörde", ["3"]),
    ],
)
def test_a_module_is_known_by_number_and_by_word(text: str, found: list[str]) -> None:
    assert [each.code for each in find_modules(text)] == found


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
    assert find_modules(text) == ()
