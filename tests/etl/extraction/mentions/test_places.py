"""Places in running text."""

import pytest

from etl.extraction.mentions.places import find_places


@pytest.mark.parametrize(
    ("text", "ags"),
    [
        ("des Kreises Borken", "05554"),
        ("die Stadt Borken", "05554012"),
        ("Kreisverwaltung Mettmann", "05158"),
        ("Stadtverwaltung Hilden", "05158016"),
        ("in Rheine", "05566076"),
        ("in Coesfeld", "05558012"),
        ("In Unna", "05978036"),
        ("im Rhein-Sieg-Kreis", "05382"),
        ("des Rhein-Sieg-Kreises", "05382"),
        ("des Rhein-Kreises Neuss", "05162"),
        ("des Märkischen Kreises", "05962"),
        ("Stadt Essen", "05113"),
        ("in Düsseldorf", "05111"),
        ("Haltern am See", "05562016"),
        ("des Landes Nordrhein-Westfalen", "05"),
    ],
)
def test_a_place_is_known_by_name_and_kind(text: str, ags: str) -> None:
    [found] = find_places(text)
    assert found.ags == ags


@pytest.mark.parametrize(
    "text",
    [
        "aus Coesfeld",
        "das Essen",
        "Herr Hagen",
        "Frau Petra Siegen",
        "Rheiner Rat",
        "Die Lage ist gut",
        "Löhne",
    ],
)
def test_a_name_in_doubt_is_no_place(text: str) -> None:
    assert list(find_places(text)) == []


@pytest.mark.parametrize(
    ("text", "keys"),
    [
        ("in Werl, Soest und Lippstadt", ["05974052", "05974040", "05974028"]),
        ("die Städte Bocholt, Borken und Rhede", ["05554008", "05554012", "05554048"]),
        ("auf Lünen (3), Kamen (2) und Unna (1)", ["05978024", "05978020", "05978036"]),
        ("im Kreis Soest und in Lippstadt", ["05974", "05974028"]),
        ("Soest und Unna", []),
    ],
)
def test_a_name_in_doubt_is_known_by_the_towns_beside_it(text: str, keys: list[str]) -> None:
    assert [each.ags for each in find_places(text)] == keys
