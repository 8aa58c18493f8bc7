"""Evaluations: which state on which level, place by place, whose word it is, and what nobody says."""

from kim.tables import package
from tests.spec.listed import statements
from tests.spec.reading import says, table
from ui.lists import evaluations

LAND, STEINFURT, RHEINE = (
    ("05", "Nordrhein-Westfalen"),
    ("05566", "Kreis Steinfurt"),
    ("05566076", "Rheine"),
)
READ = (("05566", "durchsucht: 2 Dokumente"), ("05566076", "durchsucht: 1 Dokument"))
SAME = {
    "place": "Kreis Steinfurt",
    "region": "05566",
    "level": "district",
    "status": "running",
    "evaluator": None,
    "subject": None,
    "ends": None,
    "results": None,
    "held_from": None,
    "basis": "stated",
    "note": None,
    "source_kind": "memo",
    "source_date": "2023",
    "paragraph": "4",
    "is_read_from_text": True,
}
ROWS = """
    fact | region   | place               | level    | status  | subject
    1    | 05       | Nordrhein-Westfalen | land     | running | Programm
    2    | 05566    | Kreis Steinfurt     | district | none    |
    3    | 05566    | Kreis Steinfurt     | local    | planned | in Rheine
    4    | 05566076 | Rheine              | local    | dropped | Befragung
"""


def test_a_town_shows_what_its_district_and_the_land_say_as_theirs() -> None:
    """Folded where the line of the one that says it stands in the matrix as well."""
    places = (LAND, STEINFURT, RHEINE)

    says(
        statements(evaluations.by_level(table(ROWS, **SAME), places, READ)),
        """
        Ort | Land | Kreis oder kreisfreie Stadt | vor Ort (Stadt oder Gemeinde)
        ## Nordrhein-Westfalen (wide)
        Land: [set: läuft]
        Programm | Vermerk 2023, Absatz 4 -> evaluations 1
        ## Kreis Steinfurt (durchsucht: 2 Dokumente)
        Land: [set: läuft] @ Nordrhein-Westfalen
        > Programm | Vermerk 2023, Absatz 4 -> evaluations 1
        Kreis oder kreisfreie Stadt: [unsure: findet nicht statt]
        Gegenstand nicht genannt | Vermerk 2023, Absatz 4 -> evaluations 2
        vor Ort (Stadt oder Gemeinde): [planned: geplant]
        in Rheine | Vermerk 2023, Absatz 4 -> evaluations 3
        ## Rheine (durchsucht: 1 Dokument)
        Land: [set: läuft] @ Nordrhein-Westfalen
        > Programm | Vermerk 2023, Absatz 4 -> evaluations 1
        Kreis oder kreisfreie Stadt: [unsure: findet nicht statt] @ Kreis Steinfurt
        > Gegenstand nicht genannt | Vermerk 2023, Absatz 4 -> evaluations 2
        vor Ort (Stadt oder Gemeinde): [late: abgebrochen]
        Befragung | Vermerk 2023, Absatz 4 -> evaluations 4
        vor Ort (Stadt oder Gemeinde): [planned: geplant] @ Kreis Steinfurt
        > in Rheine | Vermerk 2023, Absatz 4 -> evaluations 3
        """,
    )


def test_what_the_district_says_stands_open_where_the_town_alone_is_chosen() -> None:
    shown = evaluations.by_level(table(ROWS, **SAME).iloc[1:2], (RHEINE,), READ)

    says(
        statements(shown)[1:],
        """
        ## Rheine (durchsucht: 1 Dokument)
        Land: .
        Kreis oder kreisfreie Stadt: [unsure: findet nicht statt] @ Kreis Steinfurt
        Gegenstand nicht genannt | Vermerk 2023, Absatz 4 -> evaluations 2
        vor Ort (Stadt oder Gemeinde): .
        """,
    )


def test_where_nothing_is_said_the_line_says_how_far_was_looked() -> None:
    nothing = table("fact\n1", **SAME).head(0)
    shown = evaluations.by_level(nothing, (STEINFURT, ("05515", "Münster")), READ)

    assert statements(shown)[1:] == [
        "## Kreis Steinfurt (durchsucht: 2 Dokumente)",
        ".",
        "## Münster",
        ".",
    ]


def test_a_district_does_not_speak_for_another_and_a_town_not_for_its_district() -> None:
    rows = """
        fact | region   | place          | level
        1    | 05558    | Kreis Coesfeld | district
        2    | 05566076 | Rheine         | district
    """
    shown = evaluations.by_level(table(rows, **SAME), (STEINFURT,), READ)

    assert statements(shown)[2:] == ["."]


def test_every_state_has_a_chip_and_its_word() -> None:
    assert set(evaluations.FORMS) == set(package().vocabularies["evaluation_status"])
    assert len(set(evaluations.FORMS.values())) == len(evaluations.FORMS)


def test_one_state_is_one_chip_the_statement_with_an_end_or_results_first_and_the_third_folded() -> (
    None
):
    rows = """
        fact | subject | ends    | results  | evaluator    | held_from
        1    | a       |         |          |              |
        2    | b       |         |          |              |
        3    | c       |         | none_yet |              |
        4    | d       | 2025-12 |          | ein Institut | 2022-01-01
    """
    says(
        statements(evaluations.by_level(table(rows, **SAME), (STEINFURT,), READ))[3:-1],
        """
        Kreis oder kreisfreie Stadt: [set: läuft]
        c | Ergebnisse: noch keine | Vermerk 2023, Absatz 4 -> evaluations 3
        d | durch: ein Institut · bis Dezember 2025 · Stand 2022 | Vermerk 2023, Absatz 4 -> evaluations 4
        > a | Vermerk 2023, Absatz 4 -> evaluations 1
        > b | Vermerk 2023, Absatz 4 -> evaluations 2
        """,
    )


def test_unproven_claimed_inferred_and_merely_possible_statements() -> None:
    rows = """
        fact | is_read_from_text | basis    | is_certain | subject
        1    | nein              | stated   | ja         | ungeprüft
        2    | ja                | claimed  | ja         | behauptet
        3    | ja                | inferred | ja         | erschlossen
        4    | ja                | stated   | nein       | möglich
    """
    says(
        statements(evaluations.by_level(table(rows, **SAME), (STEINFURT,), READ))[4:-1],
        """
        (ungeprüft) | Vermerk 2023, Absatz 4, ungeprüft -> evaluations 1
        (behauptet) | behauptet, nicht bestätigt | Vermerk 2023, Absatz 4 -> evaluations 2
        > erschlossen | von uns erschlossen | Vermerk 2023, Absatz 4 -> evaluations 3
        > möglich | Stand möglich | Vermerk 2023, Absatz 4 -> evaluations 4
        """,
    )


def test_no_place_chosen_is_an_empty_matrix() -> None:
    assert evaluations.by_level(table("fact\n1", **SAME), (), READ).lines == ()
