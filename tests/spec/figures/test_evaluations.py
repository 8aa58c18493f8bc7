"""Evaluations: which mark on which level and place, and its words. How it is drawn is not told here."""

from kim.tables import package
from tests.spec.reading import canvas, hovers, legend, says, table
from ui.figures import evaluations

PLACES = (
    ("05", "Nordrhein-Westfalen"),
    ("05566", "Kreis Steinfurt"),
    ("05515", "Münster"),
    ("05566076", "Rheine"),
)
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
    "source_title": "Vermerk",
    "is_read_from_text": True,
}


def test_every_place_stands_on_its_own_level_and_says_when_nothing_is_known() -> None:
    rows = """
        fact | region   | place               | level    | status | subject
        1    | 05       | Nordrhein-Westfalen | land     | running | Programm
        2    | 05566    | Kreis Steinfurt     | district | none    |
        3    | 05566    | Kreis Steinfurt     | local    | planned | in Rheine
    """
    says(
        canvas(evaluations.by_level(table(rows, **SAME), PLACES)),
        """
        **Ebene Land**
        **Nordrhein-Westfalen**
        läuft: Programm -> evaluations 1
        o circle #0072b2 @0.00 -> evaluations 1
        **Ebene Kreis oder kreisfreie Stadt**
        **Kreis Steinfurt**
        findet nicht statt -> evaluations 2
        o x #a4001d @0.00 -> evaluations 2
        **Münster**
        · nichts bekannt
        o circle #5f6b76 @0.00
        **Ebene vor Ort (kreisangehörige Stadt** **oder Gemeinde)**
        **Kreis Steinfurt**
        geplant: in Rheine -> evaluations 3
        o diamond #9a5b00 @0.00 -> evaluations 3
        **Rheine**
        · nichts bekannt
        o circle #5f6b76 @0.00
        """,
    )


def test_every_status_has_its_own_sign_colour_and_word() -> None:
    rows = """
        fact | status
        1    | running
        2    | planned
        3    | under_discussion
        4    | completed
        5    | none
    """
    figure = evaluations.by_level(table(rows, **SAME), PLACES)

    says(
        canvas(figure),
        """
        **Ebene Land**
        **Nordrhein-Westfalen**
        · nichts bekannt
        o circle #5f6b76 @0.00
        **Ebene Kreis oder kreisfreie Stadt**
        **Kreis Steinfurt**
        läuft -> evaluations 1
        o circle #0072b2 @0.00 -> evaluations 1
        geplant -> evaluations 2
        o diamond #9a5b00 @0.00 -> evaluations 2
        noch nicht entschieden -> evaluations 3
        o hourglass #7a3b78 @0.00 -> evaluations 3
        abgeschlossen -> evaluations 4
        o square #00664b @0.00 -> evaluations 4
        findet nicht statt -> evaluations 5
        o x #a4001d @0.00 -> evaluations 5
        **Münster**
        · nichts bekannt
        o circle #5f6b76 @0.00
        **Ebene vor Ort (kreisangehörige Stadt** **oder Gemeinde)**
        **Rheine**
        · nichts bekannt
        o circle #5f6b76 @0.00
        """,
    )
    says(
        legend(figure),
        """
        circle #0072b2 läuft
        diamond #9a5b00 geplant
        hourglass #7a3b78 noch nicht entschieden
        square #00664b abgeschlossen
        x #a4001d findet nicht statt
        circle #5f6b76 nichts bekannt
        """,
    )


def test_an_evaluation_that_was_dropped_looks_like_no_other() -> None:
    figure = evaluations.by_level(table("fact | status\n 1 | dropped", **SAME), PLACES)

    assert "abgebrochen -> evaluations 1" in canvas(figure)
    assert "o triangle-down #5f6b76 @0.00 -> evaluations 1" in canvas(figure)
    assert set(evaluations.LOOKS) == set(package().vocabularies["evaluation_status"])
    assert len(set(evaluations.LOOKS.values())) == len(evaluations.LOOKS)


def test_unproven_claimed_and_inferred_statements() -> None:
    rows = """
        fact | is_read_from_text | basis    | subject
        1    | nein              | stated   | ungeprüft
        2    | ja                | claimed  | behauptet
        3    | ja                | inferred | erschlossen
    """
    says(
        canvas(evaluations.by_level(table(rows, **SAME), PLACES[1:2])),
        """
        **Ebene Kreis oder kreisfreie Stadt**
        **Kreis Steinfurt**
        (läuft: ungeprüft) -> evaluations 1
        ( ) circle #0072b2 @0.00 -> evaluations 1
        (läuft: behauptet) -> evaluations 2
        ( ) circle #0072b2 @0.00 -> evaluations 2
        · behauptet, nicht bestätigt
        läuft: erschlossen -> evaluations 3
        o circle #0072b2 @0.00 -> evaluations 3
        · von uns erschlossen
        """,
    )


def test_a_statement_says_by_whom_until_when_with_which_results_and_since_when() -> None:
    rows = """
        fact | evaluator     | ends    | results   | held_from  | subject
        1    | ein Institut  | 2025-12 | none_yet  | 2022-01-01 | Arbeit
        2    |               |         | available |            |
    """
    says(
        canvas(evaluations.by_level(table(rows, **SAME), PLACES[1:2])),
        """
        **Ebene Kreis oder kreisfreie Stadt**
        **Kreis Steinfurt**
        läuft: Arbeit -> evaluations 1
        o circle #0072b2 @0.00 -> evaluations 1
        · durch: ein Institut · bis Dezember 2025 · Ergebnisse: noch keine · Stand 2022
        läuft -> evaluations 2
        o circle #0072b2 @0.00 -> evaluations 2
        · Ergebnisse: liegen vor
        """,
    )


def test_hovering_names_place_level_note_and_source() -> None:
    rows = "fact | note\n1 | laut Verwaltung\n2 |"

    says(
        hovers(evaluations.by_level(table(rows, **SAME), PLACES[1:2])),
        """
        evaluations 1: Kreis Steinfurt Ebene: Kreis laut Verwaltung Quelle: Vermerk Anklicken zeigt den Beleg
        evaluations 2: Kreis Steinfurt Ebene: Kreis Quelle: Vermerk Anklicken zeigt den Beleg
        """,
    )


def test_no_place_chosen_draws_no_mark() -> None:
    figure = evaluations.by_level(table("fact\n1", **SAME), ())

    assert canvas(figure) == []
