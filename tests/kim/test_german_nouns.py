"""Names as a native says them: every district of NRW, bodies and carriers, labels within a sentence."""

import csv

import pytest

from kim.german_nouns import (
    Case,
    after,
    in_order,
    in_place,
    inside,
    is_plural,
    listed,
    named,
    opening,
    place,
)
from kim.tables import DATA

WHERE = """
im Kreis Aachen | im Kreis Borken | im Kreis Coesfeld | im Kreis Düren | im Kreis Euskirchen
im Kreis Gütersloh | im Kreis Heinsberg | im Kreis Herford | im Kreis Höxter | im Kreis Kleve
im Kreis Lippe | im Kreis Mettmann | im Kreis Minden-Lübbecke | im Kreis Olpe | im Kreis Paderborn
im Kreis Recklinghausen | im Kreis Siegen-Wittgenstein | im Kreis Soest | im Kreis Steinfurt
im Kreis Unna | im Kreis Viersen | im Kreis Warendorf | im Kreis Wesel | im Ennepe-Ruhr-Kreis
im Hochsauerlandkreis | im Märkischen Kreis | im Oberbergischen Kreis | im Rhein-Erft-Kreis
im Rhein-Kreis Neuss | im Rhein-Sieg-Kreis | im Rheinisch-Bergischen Kreis
in der Städteregion Aachen
"""
NAMES = [
    ("Kreis Coesfeld", "der Kreis Coesfeld", "beim Kreis Coesfeld", "an den Kreis Coesfeld"),
    ("Märkischer Kreis", "der Märkische Kreis", "beim Märkischen Kreis", "an den Märkischen Kreis"),
    ("Stadt Rheine", "die Stadt Rheine", "bei der Stadt Rheine", "an die Stadt Rheine"),
    (
        "Kommunales Integrationszentrum Kreis Steinfurt",
        "das Kommunale Integrationszentrum Kreis Steinfurt",
        "beim Kommunalen Integrationszentrum Kreis Steinfurt",
        "an das Kommunale Integrationszentrum Kreis Steinfurt",
    ),
    (
        "Kreisangehörige Städte im Kreis Mettmann",
        "die kreisangehörigen Städte im Kreis Mettmann",
        "bei den kreisangehörigen Städten im Kreis Mettmann",
        "an die kreisangehörigen Städte im Kreis Mettmann",
    ),
    (
        "Grafschafter Diakonie",
        "die Grafschafter Diakonie",
        "bei der Grafschafter Diakonie",
        "an die Grafschafter Diakonie",
    ),
    (
        "DRK Kreisverband Heinsberg",
        "der DRK Kreisverband Heinsberg",
        "beim DRK Kreisverband Heinsberg",
        "an den DRK Kreisverband Heinsberg",
    ),
    ("DRK Bochum", "das DRK Bochum", "beim DRK Bochum", "an das DRK Bochum"),
    (
        "Freie Wohlfahrtspflege",
        "die Freie Wohlfahrtspflege",
        "bei der Freien Wohlfahrtspflege",
        "an die Freie Wohlfahrtspflege",
    ),
    ("Projektgruppen", "die Projektgruppen", "bei den Projektgruppen", "an die Projektgruppen"),
    (
        "Koordinierende Stelle KIM",
        "die koordinierende Stelle KIM",
        "bei der koordinierenden Stelle KIM",
        "an die koordinierende Stelle KIM",
    ),
    (
        "Lernen fördern e. V.",
        "Lernen fördern e. V.",
        "bei Lernen fördern e. V.",
        "an Lernen fördern e. V.",
    ),
    ("PLANB", "PLANB", "bei PLANB", "an PLANB"),
    ("Rat", "der Rat", "beim Rat", "an den Rat"),
]


def test_where_of_every_district() -> None:
    with (DATA / "regions.csv").open(encoding="utf-8") as file:
        districts = [row["name"] for row in csv.DictReader(file) if row["kind"] == "district"]

    expected = {each.strip() for line in WHERE.splitlines() for each in line.split("|")} - {""}
    assert {in_place(each, "district") for each in districts} == expected


@pytest.mark.parametrize(("name", "who", "with_whom", "to_whom"), NAMES)
def test_article_and_case_of_a_name(name: str, who: str, with_whom: str, to_whom: str) -> None:
    assert named(name) == who
    assert after("bei", name) == with_whom
    assert after("an", name, Case.ACCUSATIVE) == to_whom


def test_a_place_by_its_kind() -> None:
    assert in_place("Rheine", "municipality") == "in Rheine"
    assert in_place("Nordrhein-Westfalen", "land") == "in Nordrhein-Westfalen"
    assert place("Nordrhein-Westfalen", "land") == "das Land Nordrhein-Westfalen"
    assert place("Märkischer Kreis", "district", Case.ACCUSATIVE) == "den Märkischen Kreis"
    assert place("Köln", "independent_city", Case.ACCUSATIVE) == "Köln"
    assert after("von", "Rat") == "vom Rat"
    assert after("zu", "Stadt Rheine") == "zur Stadt Rheine"


def test_plurals_have_a_verb_of_their_own() -> None:
    assert is_plural("Kreisangehörige Kommunen im Kreis Coesfeld")
    assert is_plural("Projektgruppen")
    assert not is_plural("Stadt Rheine")
    assert not is_plural("PLANB")


@pytest.mark.parametrize(
    ("label", "within"),
    [
        ("Neu Eingewanderte", "neu Eingewanderte"),
        ("Geflüchtete", "Geflüchtete"),
        ("Klären, wer zahlt", "klären, wer zahlt"),
        ("(Weiter an KIM teilnehmen)", "(weiter an KIM teilnehmen)"),
        ("KIM verstetigen", "KIM verstetigen"),
        ("", ""),
    ],
)
def test_a_label_within_a_sentence(label: str, within: str) -> None:
    assert inside(label) == within


def test_several_and_the_first_word() -> None:
    assert listed([]) == ""
    assert listed(["A"]) == "A"
    assert listed(["A", "B", "C"]) == "A, B und C"
    assert opening("im Kreis") == "Im Kreis"
    assert opening("") == ""


def test_places_are_sorted_without_kreis_in_front_and_without_dots() -> None:
    names = ["Kreis Unna", "Krefeld", "Köln", "Kreis Steinfurt", "Rhein-Kreis Neuss"]

    assert sorted(names, key=in_order) == [
        "Köln",
        "Krefeld",
        "Rhein-Kreis Neuss",
        "Kreis Steinfurt",
        "Kreis Unna",
    ]
