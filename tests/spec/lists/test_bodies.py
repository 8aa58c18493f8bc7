"""Bodies: which box on which level and tier of which place, and which statement says each line of it."""

import pandas as pd

from kim.tables import package
from tests.spec.listed import organigrams
from tests.spec.reading import says, table
from ui.lists import bodies

STEINFURT, RHEINE = ("05566", "Kreis Steinfurt"), ("05566076", "Rheine")
READ = (("05566", "durchsucht: 2 Dokumente"), ("05558", "kein Dokument durchsucht"))
SAME = {
    "place": "Rheine",
    "region": "05566076",
    "basis": "stated",
    "note": None,
    "source_kind": "memo",
    "source_date": None,
    "paragraph": "4",
    "is_read_from_text": True,
    "body": "Lenkungsgruppe",
    "level": "strategic",
    "host_name": None,
    "members": None,
    "task": None,
    "frequency": None,
    "state": "exists",
}


def lines(rows: pd.DataFrame, *places: tuple[str, str], chosen: tuple[str, ...]) -> list[str]:
    return organigrams(bodies.organigrams(rows, places, READ, chosen))


def test_the_district_stands_above_its_town_each_from_strategic_to_operative_politics_beside() -> (
    None
):
    rows = """
        fact | region   | place           | body         | level        | state       | host_name       | members | task   | frequency
        1    | 05566076 | Rheine          | Runder Tisch | operative    | planned     | Stadt Rheine    | alle    | Abrede | monatlich
        2    | 05566    | Kreis Steinfurt | Steuerung    | strategic    | exists      |                 |         |        |
        3    | 05566    | Kreis Steinfurt | Ausschuss    | political    | recommended | Kreis Steinfurt |         |        |
        4    | 05566    | Kreis Steinfurt | Koordination | coordinating | dissolved   | Kreis Steinfurt |         |        |
    """
    says(
        lines(table(rows, **SAME), STEINFURT, RHEINE, chosen=("05566", "05566076")),
        """
        #
        ## Kreis Steinfurt
        · gibt die Richtung vor (strategisch)
        [set: besteht] Steuerung | Vermerk, Absatz 4 -> bodies 2
        - Mitglieder nicht genannt -> bodies 2
        - Sitz nicht genannt -> bodies 2
        · koordiniert
        [unsure: aufgelöst] Koordination | Vermerk, Absatz 4 -> bodies 4
        - Sitz: Kreis Steinfurt -> bodies 4
        · berät und beschließt (politisch) (beside)
        [open: empfohlen] Ausschuss | Vermerk, Absatz 4 -> bodies 3
        - Sitz: Kreis Steinfurt -> bodies 3
        ## Rheine
        · arbeitet zusammen (operativ)
        [planned: geplant] Runder Tisch | Vermerk, Absatz 4 -> bodies 1
        - Mitglieder: alle -> bodies 1
        - Sitz: Stadt Rheine -> bodies 1
        - Aufgaben: Abrede -> bodies 1
        - Sitzungen: monatlich -> bodies 1
        """,
    )


def test_a_district_that_is_not_chosen_says_that_it_is_its_own_and_districts_stand_apart() -> None:
    rows = "fact | region | place\n 1 | 05566 | Kreis Steinfurt"
    places = (STEINFURT, ("05558", "Kreis Coesfeld"), RHEINE)

    says(
        lines(table(rows, **SAME), *places, chosen=("05558", "05566076")),
        """
        #
        ## Kreis Coesfeld
        . kein Dokument durchsucht
        #
        ## Kreis Steinfurt [Angaben des Kreises]
        · gibt die Richtung vor (strategisch)
        [set: besteht] Lenkungsgruppe | Vermerk, Absatz 4 -> bodies 1
        - Mitglieder nicht genannt -> bodies 1
        - Sitz nicht genannt -> bodies 1
        ## Rheine
        .
        """,
    )


def test_the_district_of_the_place_chosen_first_stands_first() -> None:
    rows = "fact | region | place\n 1 | 05566 | Kreis Steinfurt"
    places = (("05558", "Kreis Coesfeld"), STEINFURT, RHEINE)
    found = lines(table(rows, **SAME), *places, chosen=("05566076", "05558"))

    assert [line for line in found if line.startswith("## ")] == [
        "## Kreis Steinfurt [Angaben des Kreises]",
        "## Rheine",
        "## Kreis Coesfeld",
    ]


def test_one_body_in_several_statements_is_one_box_with_its_newest_state_and_the_earlier_one() -> (
    None
):
    rows = """
        fact | task     | host_name | members | state   | basis    | is_read_from_text | note             | held_from
        1    | Ziele    | Kreis     |         | exists  | inferred | ja                | Weil so. Und so. | 2023-01-01
        2    | Abrede   | Stadt     |         | exists  | stated   | ja                |                  | 2023-01-01
        3    | Ziele    | Kreis     | Rat     | exists  | claimed  | ja                |                  | 2023-01-01
        4    |          |           |         | planned | inferred | ja                | ahnt man         | 2021-01-01
        5    |          |           |         | planned | stated   | nein              |                  | 2022-01-01
    """
    rows_of = table(rows, **SAME)
    says(
        lines(rows_of, RHEINE, chosen=("05566076",))[3:],
        """
        [set: besteht] Lenkungsgruppe | Stand 2023 | Vermerk, Absatz 4 -> bodies 2
        - (Mitglieder: Rat) – behauptet -> bodies 3
        - Sitz: Kreis – erschlossen -> bodies 1
        - Sitz: Stadt -> bodies 2
        - Aufgaben: Ziele – erschlossen -> bodies 1
        - Aufgaben: Abrede -> bodies 2
        - vorher: geplant · Stand 2021 – erschlossen -> bodies 4
        """,
    )
    shown = bodies.organigrams(rows_of, (RHEINE,), READ, ("05566076",))
    (box,) = shown.districts[0][0].tiers[0].boxes
    assert box.lines[-1].aside == "ahnt man"


def test_every_state_and_level_of_a_body_is_known() -> None:
    assert set(bodies.FORMS) == set(package().vocabularies["body_state"])
    assert len(set(bodies.FORMS.values())) == len(bodies.FORMS)
    assert set(bodies.TIERS) == set(package().vocabularies["body_level"])


def test_no_place_chosen_is_no_organigram() -> None:
    assert lines(table("fact\n1", **SAME), chosen=()) == []
