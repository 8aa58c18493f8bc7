"""A table of pipes is cut into its rows again where a text has lost its line breaks."""

import pytest

from etl.extraction.unfolded import rows

TABLES = [
    "Ort | Soll | Ist\nRheine | 3,0 | 2,5\nGreven | 1,5 | 1,5\nSumme | 4,5 | 4,0",
    "Baustein | bewilligt | besetzt am 30.11.2023\n1 Koordinierung | 3,0 | 3,0\n2 Case Management | 11,0 | 9,5",
    "Ort | VZÄ | Stand der Besetzung\nRheine | 3,0 | besetzt\nGreven | 1,5 | 1,0 besetzt, 0,5 vakant\nOchtrup | 1,0 | unbesetzt",
    "Posten | Betrag\nPersonalkosten | 812.000 €\nSachkosten | 76.000 €\nEigenanteil Kreis | 188.000 €",
]


@pytest.mark.parametrize("table", TABLES)
def test_rows_are_found_again(table: str) -> None:
    folded = " ".join(table.split())
    assert [folded[each.start : each.end].strip() for each in rows(folded)] == table.split("\n")


@pytest.mark.parametrize(
    "text",
    [
        "Der Kreis hat zwei Stellen.",
        "Ort | Soll | Ist",
        "| Ort | Soll | | Rheine | 3,0 | | Greven | 1,5 |",
        "Startseite | Suche | impressum | kontakt",
    ],
)
def test_other_text_is_left_alone(text: str) -> None:
    assert not rows(text)
