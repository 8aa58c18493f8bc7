"""Amounts of money in running text."""

import pytest

from etl.extraction.mentions.money import find_amounts, find_shares


@pytest.mark.parametrize(
    ("text", "least", "most", "certainty", "unit"),
    [
        ("ca. 6.000 – 9.000 € pro Stelle gelegen", 6000, 9000, "about", "eur_per_post"),
        ("ca. € 83.550 im Haushalt", 83550, 83550, "about", "eur"),
        ("EUR 12.000,-", 12000, 12000, "exact", "eur"),
        ("83.550,00 €", 83550, 83550, "exact", "eur"),
        ("1.234,56 €", 1234.56, 1234.56, "exact", "eur"),
        ("55000 Euro", 55000, 55000, "exact", "eur"),
        ("20 T€", 20000, 20000, "exact", "eur"),
        ("60 TEUR", 60000, 60000, "exact", "eur"),
        ("120 Tsd. Euro", 120000, 120000, "exact", "eur"),
        ("rund 1,12 Millionen Euro", 1120000, 1120000, "about", "eur"),
        ("50 Mio. €", 50000000, 50000000, "exact", "eur"),
        ("eine Million Euro", 1000000, 1000000, "exact", "eur"),
        ("fünf Millionen Euro", 5000000, 5000000, "exact", "eur"),
        ("2,5 Mrd. Euro", 2500000000, 2500000000, "exact", "eur"),
        ("1,2 bis 1,5 Mio. Euro", 1200000, 1500000, "about", "eur"),
        ("zwischen 7.000 und 10.000 Euro", 7000, 10000, "about", "eur"),
        ("57.000 € pro Jahr", 57000, 57000, "exact", "eur_per_year"),
        ("55.000 EUR/ Jahr", 55000, 55000, "exact", "eur_per_year"),
        ("55.000 € p. a.", 55000, 55000, "exact", "eur_per_year"),
        ("gut 1000 Euro im Jahr", 1000, 1000, "about", "eur_per_year"),
        ("jährlich 130 Mio. Euro", 130000000, 130000000, "exact", "eur_per_year"),
        ("bis zu 5.700 Euro je Vollzeitstelle", None, 5700, "at_most", "eur_per_post"),
        ("57.000 Euro je Stelle und Jahr", 57000, 57000, "exact", "eur_per_post_year"),
        (
            "pro Stelle werden jährlich 55.000 Euro gewährt",
            55000,
            55000,
            "exact",
            "eur_per_post_year",
        ),
        ("pro Jahr und Stelle 55.000 Euro", 55000, 55000, "exact", "eur_per_post_year"),
        ("für jede besetzte Vollzeitstelle 55.000 Euro", 55000, 55000, "exact", "eur_per_post"),
        ("55.000 Euro je VZÄ", 55000, 55000, "exact", "eur_per_post"),
        ("rd. 80.000 Euro", 80000, 80000, "about", "eur"),
        ("mindestens 20.000 Euro", 20000, None, "at_least", "eur"),
        ("monatlich 450 Euro", 450, 450, "exact", None),
        ("30 Euro pro Person", 30, 30, "exact", None),
        ("im Jahr 2022 50.000 Euro", 50000, 50000, "exact", "eur"),
    ],
)
def test_an_amount_is_read_with_its_unit(
    text: str, least: float | None, most: float | None, certainty: str, unit: str | None
) -> None:
    [found] = find_amounts(text)
    assert (found.least, found.most, found.certainty, found.unit) == (least, most, certainty, unit)


@pytest.mark.parametrize(
    "text", ["3 Stellen", "Europa 2020", "55.000 Menschen", "§ 14 Euro-Gesetz"]
)
def test_what_is_no_money_is_not_read(text: str) -> None:
    assert list(find_amounts(text)) == []


def test_each_amount_has_its_own_unit() -> None:
    text = "120.000 Euro für 2023, davon 20.000 Euro jährlich"
    assert [(each.least, each.unit) for each in find_amounts(text)] == [
        (120000, "eur"),
        (20000, "eur_per_year"),
    ]


def test_the_words_of_the_unit_belong_to_the_amount() -> None:
    text = "Es sind 55.000 Euro je Stelle und Jahr gewährt."
    [found] = find_amounts(text)
    assert text[found.span.start : found.span.end] == "55.000 Euro je Stelle und Jahr"


@pytest.mark.parametrize(
    ("text", "least", "certainty"),
    [
        ("69 Prozent der Kosten", 69, "exact"),
        ("knapp 37 %", 37, "about"),
        ("bis zu 80 v. H.", None, "at_most"),
    ],
)
def test_shares(text: str, least: float | None, certainty: str) -> None:
    [found] = find_shares(text)
    assert (found.least, found.certainty, found.unit) == (least, certainty, "percent")


def test_a_compound_with_percent_is_no_share() -> None:
    assert list(find_shares("eine 100%ige Stelle")) == []
