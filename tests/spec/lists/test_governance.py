"""Who supervises whom, instruments by kind, goals and tasks by place: entries with state and evidence."""

from kim.tables import package
from tests.spec.reading import entries, says, table
from ui.lists import governance

SAME = {
    "place": "Rheine",
    "region": "05566076",
    "module": None,
    "basis": "stated",
    "note": None,
    "source_kind": "memo",
    "source_date": "2023",
    "paragraph": "4",
    "is_read_from_text": True,
}
INSTRUMENT = SAME | {"label": "Netzwerkkarte", "kind": "method", "purpose": None, "state": "in_use"}
OBJECTIVE = SAME | {"label": "bessere Abstimmung", "kind": "goal", "holder": "Programm"}


def test_supervision_says_who_supervises_whom_or_what() -> None:
    rows = """
        fact | organisation_name | counterpart_name | area   | module | basis    | is_read_from_text | note    | held_from
        1    | Kreis Steinfurt   | AWO              | Norden | 2      | stated   | ja                |         | 2023
        2    | Stadt Rheine      |                  | Süden  |        | claimed  | ja                |         |
        3    | Stadt Rheine      |                  |        | 3      | stated   | nein              |         |
        4    | Stadt Rheine      |                  |        |        | inferred | ja                | weil so |
    """
    says(
        entries(governance.supervision(table(rows, **SAME))),
        """
        ##
        05566076 Kreis Steinfurt hat die Fachaufsicht über: AWO | Rheine · Baustein 2: Case Management · Gebiet oder Bereich: Norden · Stand 2023 | | Vermerk 2023, Absatz 4 -> carriers 1
        05566076 [unsure: behauptet, nicht bestätigt] (Stadt Rheine hat die Fachaufsicht über: Süden) | Rheine | | Vermerk 2023, Absatz 4 -> carriers 2
        05566076 (Stadt Rheine hat die Fachaufsicht über: Ausländer- und Einbürgerungsbehörden) | Rheine | | Vermerk 2023, Absatz 4, ungeprüft -> carriers 3
        05566076 [unsure: von uns erschlossen] Stadt Rheine hat die Fachaufsicht über: nicht näher genannt | Rheine | weil so | Vermerk 2023, Absatz 4 -> carriers 4
        """,
    )


def test_instruments_stand_by_kind_and_place_the_statements_on_one_together() -> None:
    rows = """
        fact | region   | place  | label         | kind    | state          | purpose   | held_from | module | basis    | note
        1    | 05566076 | Rheine | Konzept       | concept | completed      |           |           |        | stated   |
        2    | 05566076 | Rheine | Netzwerkkarte | method  | planned        | Übersicht | 2021      | 2      | stated   |
        3    | 05566076 | Rheine | Fallrunde     | method  | in_development |           |           |        | claimed  |
        4    | 05566076 | Rheine | Netzwerkkarte | method  | in_use         |           | 2022-05   |        | inferred | so gelesen
        5    | 05158016 | Hilden | Netzwerkkarte | method  | in_use         |           | 2020      |        | stated   |
    """
    says(
        entries(governance.instruments(table(rows, **INSTRUMENT))),
        """
        ## Methode (4)
        05158016 [set: in Gebrauch] Netzwerkkarte | Hilden · Stand 2020 | | Vermerk 2023, Absatz 4 -> instruments 5
        05566076 [unsure: vorher: geplant] Netzwerkkarte | Rheine · Baustein 2 · Zweck: Übersicht · Stand 2021 | | Vermerk 2023, Absatz 4 -> instruments 2
        05566076 [set: in Gebrauch] [unsure: von uns erschlossen] Netzwerkkarte | Rheine · Stand 2022 | so gelesen | Vermerk 2023, Absatz 4 -> instruments 4
        05566076 [open: in Entwicklung] [unsure: behauptet, nicht bestätigt] (Fallrunde) | Rheine · ohne Datum | | Vermerk 2023, Absatz 4 -> instruments 3
        ## Konzept (1)
        05566076 [kept: abgeschlossen] Konzept | Rheine · ohne Datum | | Vermerk 2023, Absatz 4 -> instruments 1
        """,
    )
    assert set(governance.INSTRUMENT_FORMS) == set(package().vocabularies["instrument_state"])


def test_goals_tasks_principles_and_challenges_of_a_place_are_folded_in_this_order() -> None:
    rows = """
        fact | kind      | label | holder   | region   | place  | is_read_from_text | basis    | note
        1    | challenge | A     | Stadt    | 05566076 | Rheine | ja                | stated   |
        2    | principle | B     | Stadt    | 05566076 | Rheine | nein              | stated   |
        3    | task      | C     | Programm | 05566076 | Rheine | ja                | claimed  |
        4    | goal      | D     | Stadt    | 05566076 | Rheine | ja                | inferred | so gelesen
        5    | goal      | F     | Stadt    | 05158016 | Hilden | ja                | stated   |
    """
    says(
        entries(governance.objectives(table(rows, **OBJECTIVE))),
        """
        > Hilden (1)
        05158016 [level: Ziel] F | Wessen: Stadt | | Vermerk 2023, Absatz 4 -> objectives 5
        > Rheine (4)
        05566076 [level: Ziel] [unsure: von uns erschlossen] D | Wessen: Stadt | so gelesen | Vermerk 2023, Absatz 4 -> objectives 4
        05566076 [level: Aufgabe] [unsure: behauptet, nicht bestätigt] (C) | Wessen: Programm | | Vermerk 2023, Absatz 4 -> objectives 3
        05566076 [level: Grundsatz] (B) | Wessen: Stadt | | Vermerk 2023, Absatz 4, ungeprüft -> objectives 2
        05566076 [level: Herausforderung] A | Wessen: Stadt | | Vermerk 2023, Absatz 4 -> objectives 1
        """,
    )


def test_nothing_known_is_an_empty_list() -> None:
    assert governance.instruments(table("fact\n1", **INSTRUMENT).head(0)).groups == ()
    assert governance.objectives(table("fact\n1", **OBJECTIVE).head(0)).groups == ()
