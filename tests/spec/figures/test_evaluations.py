"""Evaluations: which mark on which level and place, and its words. How it is drawn is not told here."""

import plotly.graph_objects as go

from tests.spec.reading import hovers, legend, plain, points, says, table
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


def told(figure: go.Figure) -> list[str]:
    """Headings of the levels, names of the places, marks and words, from top to bottom."""
    layout = figure.layout
    found = [(note.y, 0, f"# {plain(note.text)}") for note in layout.annotations]
    for y, name in zip(layout.yaxis.tickvals, layout.yaxis.ticktext, strict=True):
        found.append((y + 9 * (name.count("<br>") + 1), 1, f"{plain(name)}:"))
    for each in points(figure):
        if each["mode"] == "text":
            colour = "quiet " if each["colour"] == "#5f6b76" else ""
            found.append((each["y"], 3, f"{colour}{each['text']}{each['key']}"))
        else:
            found.append((each["y"], 2, f"{each['symbol']} {each['fill']}{each['key']}"))
    return [line for _, _, line in sorted(found, key=lambda each: (-each[0], each[1]))]


def test_every_place_stands_on_its_own_level_and_says_when_nothing_is_known() -> None:
    rows = """
        fact | region   | place               | level    | status | subject
        1    | 05       | Nordrhein-Westfalen | land     | running | Programm
        2    | 05566    | Kreis Steinfurt     | district | none    |
        3    | 05566    | Kreis Steinfurt     | local    | planned | in Rheine
    """
    says(
        told(evaluations.by_level(table(rows, **SAME), PLACES)),
        """
        # **Ebene Land**
        Nordrhein- Westfalen:
        circle #0072b2 -> evaluations 1
        **läuft: Programm** -> evaluations 1
        # **Ebene Kreis oder kreisfreie Stadt**
        Kreis Steinfurt:
        x #a4001d -> evaluations 2
        **findet nicht statt** -> evaluations 2
        Münster:
        circle #5f6b76
        quiet nichts bekannt
        # **Ebene vor Ort (kreisangehörige Stadt oder Gemeinde)**
        Kreis Steinfurt:
        diamond #9a5b00 -> evaluations 3
        **geplant: in Rheine** -> evaluations 3
        Rheine:
        circle #5f6b76
        quiet nichts bekannt
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
        told(figure),
        """
        # **Ebene Land**
        Nordrhein- Westfalen:
        circle #5f6b76
        quiet nichts bekannt
        # **Ebene Kreis oder kreisfreie Stadt**
        Kreis Steinfurt:
        circle #0072b2 -> evaluations 1
        **läuft** -> evaluations 1
        diamond #9a5b00 -> evaluations 2
        **geplant** -> evaluations 2
        hourglass #7a3b78 -> evaluations 3
        **noch nicht entschieden** -> evaluations 3
        square #00664b -> evaluations 4
        **abgeschlossen** -> evaluations 4
        x #a4001d -> evaluations 5
        **findet nicht statt** -> evaluations 5
        Münster:
        circle #5f6b76
        quiet nichts bekannt
        # **Ebene vor Ort (kreisangehörige Stadt oder Gemeinde)**
        Rheine:
        circle #5f6b76
        quiet nichts bekannt
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


def test_unproven_claimed_and_inferred_statements() -> None:
    rows = """
        fact | is_read_from_text | basis    | subject
        1    | nein              | stated   | ungeprüft
        2    | ja                | claimed  | behauptet
        3    | ja                | inferred | erschlossen
    """
    says(
        told(evaluations.by_level(table(rows, **SAME), PLACES[1:2])),
        """
        # **Ebene Kreis oder kreisfreie Stadt**
        Kreis Steinfurt:
        circle-open #0072b2 -> evaluations 1
        **(läuft: ungeprüft)** -> evaluations 1
        circle-open #0072b2 -> evaluations 2
        **(läuft: behauptet)** behauptet, nicht bestätigt -> evaluations 2
        circle #0072b2 -> evaluations 3
        **läuft: erschlossen** von uns erschlossen -> evaluations 3
        """,
    )


def test_a_statement_says_by_whom_until_when_with_which_results_and_since_when() -> None:
    rows = """
        fact | evaluator     | ends    | results   | held_from  | subject
        1    | ein Institut  | 2025-12 | none_yet  | 2022-01-01 | Arbeit
        2    |               |         | available |            |
    """
    says(
        told(evaluations.by_level(table(rows, **SAME), PLACES[1:2])),
        """
        # **Ebene Kreis oder kreisfreie Stadt**
        Kreis Steinfurt:
        circle #0072b2 -> evaluations 1
        **läuft: Arbeit** durch: ein Institut · bis Dezember 2025 · Ergebnisse: noch keine · Stand 2022 -> evaluations 1
        circle #0072b2 -> evaluations 2
        **läuft** Ergebnisse: liegen vor -> evaluations 2
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

    assert told(figure) == []
