"""In short: value and state of a statement in one line, as the title of its evidence."""

import pytest

from kim import proof, queries
from kim.facts import records
from kim.queries import View
from kim.tables import Table, package
from tests.spec.exhibits.conftest import COESFELD, HILDEN, LAND, RHEINE, STEINFURT


def lines(table: str, *places: str) -> list[str]:
    rows = records(queries.facts(table, View(places)))
    return [proof.in_short(package().tables[table], row) for row in rows]


@pytest.mark.parametrize("table", package().facts, ids=lambda table: table.name)
def test_every_table_says_something_in_short(table: Table) -> None:
    assert proof.IN_SHORT[table.name]
    for name in proof.IN_SHORT[table.name]:
        assert table.field(name).name == name


@pytest.mark.parametrize(
    ("table", "place", "said"),
    [
        ("indicators", RHEINE, "76.218, Einwohnerinnen und Einwohner"),
        ("positions", RHEINE, "3,5 Stellen, Case Management, eingerichtet"),
        ("positions", COESFELD, "(ca. 6 Personen, Case Management, tätig)"),
        (
            "positions",
            HILDEN,
            "(Zahl nicht genannt, Ausländer- oder Einbürgerungsbehörde, geplant)",
        ),
        ("carriers", RHEINE, "Stadt Rheine empfängt die Zuwendung, Kreis Steinfurt"),
        ("target_groups", RHEINE, "Besuch, ausgeschlossen"),
        ("evaluations", RHEINE, "findet nicht statt"),
        ("funding", RHEINE, "55.000 Euro je Stelle und Jahr, Personal"),
        ("funding", LAND, "Zahl nicht genannt, Programm"),
        ("funding", COESFELD, "(ca. 7.000 – 10.000 Euro, Sachkosten)"),
        ("bodies", STEINFURT, "Lenkungsgruppe, besteht"),
        ("instruments", COESFELD, "Netzwerkkarte, in Gebrauch"),
        ("decisions", RHEINE, "Teilnahme, beschlossen"),
        ("milestones", RHEINE, "Beginn, erreicht"),
        ("commitments", RHEINE, "Konzept, offen"),
        ("open_questions", RHEINE, "(Was kostet es?, offen)"),
        ("objectives", COESFELD, "bessere Absprache, Ziel"),
        ("assessments", RHEINE, "(Verwaltung, hilft)"),
    ],
)
def test_the_number_first_then_what_it_is_and_its_state(
    answered: None, table: str, place: str, said: str
) -> None:
    assert said in lines(table, place)
