"""Numbers of things in running text."""

import pytest

from etl.extraction.mentions.numbers import find_numbers


@pytest.mark.parametrize(
    ("text", "least", "most", "certainty"),
    [
        ("zusätzliche 1,9 Stellen", 1.9, 1.9, "exact"),
        ("eine 1,0 Koordinierungsstelle", 1.0, 1.0, "exact"),
        ("eine 0,5-Stelle", 0.5, 0.5, "exact"),
        ("0.5 VZÄ", 0.5, 0.5, "exact"),
        ("3.500 Beratungen", 3500, 3500, "exact"),
        ("1.234,5 Stunden", 1234.5, 1234.5, "exact"),
        ("12 000 Menschen", 12000, 12000, "exact"),
        ("zwölf Fachkräfte", 12, 12, "exact"),
        ("Einundzwanzig Kommunen", 21, 21, "exact"),
        ("zweieinhalb Stellen", 2.5, 2.5, "exact"),
        ("anderthalb Stellen", 1.5, 1.5, "exact"),
        ("1 ½ Stellen", 1.5, 1.5, "exact"),
        ("eine halbe Stelle", 0.5, 0.5, "exact"),
        ("drei halbe Stellen", 1.5, 1.5, "exact"),
        ("eine dreiviertel Stelle", 0.75, 0.75, "exact"),
        ("2 x 0,5 VZÄ", 1.0, 1.0, "exact"),
        ("zwei bis drei Stellen", 2, 3, "about"),
        ("ca. 7.000 – 10.000 Fälle", 7000, 10000, "about"),
        ("zwischen 5 und 7 Stellen", 5, 7, "about"),
        ("rund 80 Personen", 80, 80, "about"),
        ("knapp zwanzig Personen", 20, 20, "about"),
        ("über 300 Personen", 300, None, "at_least"),
        ("mehr als 500 Teilnehmende", 500, None, "at_least"),
        ("Die Stadt verfügt über 2,5 Stellen", 2.5, 2.5, "exact"),
        ("Der Bescheid über drei Stellen", 3, 3, "exact"),
        ("mindestens zwei Stellen", 2, None, "at_least"),
        ("bis zu vier Personalstellen", None, 4, "at_most"),
        ("maximal 3 Stellen", None, 3, "at_most"),
        ("höchstens sechs Stellen", None, 6, "at_most"),
        ("Es sind 12.", 12, 12, "exact"),
    ],
)
def test_a_number_is_read_with_its_bounds(
    text: str, least: float | None, most: float | None, certainty: str
) -> None:
    [found] = find_numbers(text)
    assert (found.least, found.most, found.certainty) == (least, most, certainty)
    assert not found.is_article


@pytest.mark.parametrize(
    "text",
    [
        "am 06.01.2023 um 18.00 Uhr",
        "zum 25. November 2022",
        "Im Jahr 2022",
        "§§ 25a, 25b AufenthG",
        "§ 14c TIntG",
        "TOP 5",
        "Bausteinen 1 und 2",
        "Modul 2",
        "SV 51/205",
        "Vorlage 362/21",
        "48432 Rheine",
        "Tel.: 02541 18-5000",
        "05971 939-0",
        "knapp 37 %",
        "69 Prozent",
        "1. Der Rat",
        "drei Viertel der Stellen",
        "unter 60-Jährigen",
        "fünfstufiges Modell",
        "Mitte51",
        "Entgeltgruppe 9",
        "in E 9b",
    ],
)
def test_what_only_looks_like_a_number_of_things_is_none(text: str) -> None:
    assert list(find_numbers(text)) == []


def test_a_lone_article_is_told_apart() -> None:
    [found] = find_numbers("zum 01.12.2022 eine Vollzeitstelle")
    assert (found.value, found.is_article) == (1, True)


def test_each_number_knows_where_it_stands() -> None:
    text = "von 1,9 Stellen auf rund 3,5 Stellen"
    spans = [text[each.span.start : each.span.end] for each in find_numbers(text)]
    assert spans == ["1,9", "rund 3,5"]


def test_a_range_has_no_single_value() -> None:
    assert [each.value for each in find_numbers("zwei bis drei, dann bis zu vier")] == [None, 4]
