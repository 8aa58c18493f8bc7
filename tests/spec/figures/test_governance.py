"""Steering: rows and words of the lists of bodies, supervision, instruments and goals."""

from kim.tables import package
from tests.spec.reading import canvas, hovers, legend, says, table
from ui.figures import governance as figures

SAME = {
    "place": "Rheine",
    "region": "05566076",
    "module": None,
    "as_of": None,
    "basis": "stated",
    "note": None,
    "held_from": None,
    "source_title": "Vermerk",
    "source_date": "2023",
    "is_read_from_text": True,
}
BODY = SAME | {
    "body": "Lenkungsgruppe",
    "level": "strategic",
    "host_name": None,
    "members": None,
    "task": None,
    "frequency": None,
    "state": "exists",
}


def test_bodies_stand_by_place_and_level_with_seat_members_tasks_and_rhythm() -> None:
    rows = """
        fact | region   | place           | body           | level        | state       | host_name       | members | task    | frequency
        1    | 05566076 | Rheine          | Runder Tisch   | operative    | planned     | Stadt Rheine    | alle    | Abrede  | monatlich
        2    | 05566    | Kreis Steinfurt | Steuerung      | strategic    | exists      |                 |         |         |
        3    | 05566    | Kreis Steinfurt | Ausschuss      | political    | recommended | Kreis Steinfurt |         |         |
        4    | 05566    | Kreis Steinfurt | Koordination   | coordinating | exists      | Kreis Steinfurt |         |         |
    """
    figure = figures.bodies(table(rows, **BODY))

    says(
        canvas(figure),
        """
        **Kreis Steinfurt**
        · Ebene: politisch
        Ausschuss · empfohlen -> bodies 3
        o triangle-up #9a3b78 @0.00 -> bodies 3
        · Sitz: Kreis Steinfurt -> bodies 3
        · Ebene: strategisch
        Steuerung · besteht -> bodies 2
        o circle #0072b2 @0.00 -> bodies 2
        · Sitz nicht genannt
        · Ebene: koordinierend
        Koordination · besteht -> bodies 4
        o circle #0072b2 @0.00 -> bodies 4
        · Sitz: Kreis Steinfurt -> bodies 4
        **Rheine**
        · Ebene: operativ
        Runder Tisch · geplant -> bodies 1
        o diamond #9a5b00 @0.00 -> bodies 1
        · Sitz: Stadt Rheine -> bodies 1
        · Mitglieder: alle -> bodies 1
        · Aufgaben: Abrede -> bodies 1
        · Sitzungen: monatlich -> bodies 1
        """,
    )
    says(
        legend(figure),
        """
        triangle-up #9a3b78 empfohlen
        circle #0072b2 besteht
        diamond #9a5b00 geplant
        """,
    )
    says(
        hovers(figure),
        """
        bodies 1: Rheine Runder Tisch · geplant Sitz: Stadt Rheine Mitglieder: alle Aufgaben: Abrede Sitzungen: monatlich Quelle: Vermerk Anklicken zeigt den Beleg
        bodies 2: Kreis Steinfurt Steuerung · besteht Sitz nicht genannt Quelle: Vermerk Anklicken zeigt den Beleg
        bodies 3: Kreis Steinfurt Ausschuss · empfohlen Sitz: Kreis Steinfurt Quelle: Vermerk Anklicken zeigt den Beleg
        bodies 4: Kreis Steinfurt Koordination · besteht Sitz: Kreis Steinfurt Quelle: Vermerk Anklicken zeigt den Beleg
        """,
    )
    assert [shape.fillcolor for shape in figure.layout.shapes] == [
        "#f1eef6",
        "#e3eef7",
        "#e5f3ec",
        "#fdf3df",
    ]


def test_one_body_in_several_statements_is_one_line_in_each_state() -> None:
    rows = """
        fact | task     | host_name | members | state   | basis    | is_read_from_text | note             | held_from
        1    | Ziele    | Kreis     |         | exists  | inferred | ja                | Weil so. Und so. | 2023-01-01
        2    | Abrede   | Stadt     |         | exists  | stated   | ja                |                  | 2023-01-01
        3    | Ziele    | Kreis     | Rat     | exists  | claimed  | ja                |                  | 2023-01-01
        4    |          |           |         | planned | inferred | ja                | ahnt man         | 2021-01-01
        5    |          |           |         | planned | stated   | nein              |                  | 2022-01-01
    """
    figure = figures.bodies(table(rows, **BODY))

    says(
        canvas(figure),
        """
        **Rheine**
        · Ebene: strategisch
        Lenkungsgruppe · besteht · Stand 2023 -> bodies 2
        o circle #0072b2 @0.00 -> bodies 2
        · Sitz: Kreis – erschlossen -> bodies 1
        · Sitz: Stadt -> bodies 2
        · (Mitglieder: Rat) – behauptet -> bodies 3
        · Aufgaben: Ziele – erschlossen -> bodies 1
        · Aufgaben: Abrede -> bodies 2
        Lenkungsgruppe · geplant · Stand 2021 -> bodies 4
        o diamond #9a5b00 @0.00 -> bodies 4
        · von uns erschlossen: ahnt man
        · Sitz nicht genannt
        """,
    )


def test_every_state_of_a_body_has_its_own_sign() -> None:
    assert set(figures.BODY_MARKS) == set(package().vocabularies["body_state"])
    assert len({symbol for symbol, _ in figures.BODY_MARKS.values()}) == len(figures.BODY_MARKS)


def test_supervision_leads_from_who_supervises_to_whom_or_what() -> None:
    rows = """
        fact | organisation_name | counterpart_name | area   | module | basis    | is_read_from_text | note
        1    | Kreis Steinfurt   | AWO              | Norden | 2      | stated   | ja                |
        2    | Stadt Rheine      |                  | Süden  |        | claimed  | ja                |
        3    | Stadt Rheine      |                  |        | 3      | stated   | nein              |
        4    | Stadt Rheine      | Caritas          |        |        | inferred | ja                | weil so
    """
    figure = figures.supervision(table(rows, **SAME, role="supervises"))

    says(
        canvas(figure),
        """
        **Rheine**
        · hat die Fachaufsicht @0.25
        · über @0.75
        Baustein 2: Case Management -> carriers 1
        · Gebiet oder Bereich: Norden
        o circle #7a3b78 @0.25 -> carriers 1
        o arrow-right #7a3b78 @0.75 -> carriers 1
        Kreis Steinfurt @0.25
        AWO @0.75
        (nicht näher genannt) – behauptet, nicht bestätigt -> carriers 2
        ( ) circle #7a3b78 @0.25 -> carriers 2
        ( ) arrow-right #7a3b78 @0.75 -> carriers 2
        Stadt Rheine @0.25
        Süden @0.75
        (Baustein 3: Ausländer- und Einbürgerungsbehörden) -> carriers 3
        ( ) circle #7a3b78 @0.25 -> carriers 3
        ( ) arrow-right #7a3b78 @0.75 -> carriers 3
        Stadt Rheine @0.25
        Ausländer- und Einbürgerungs- behörden @0.75
        nicht näher genannt -> carriers 4
        · von uns erschlossen: weil so
        o circle #7a3b78 @0.25 -> carriers 4
        o arrow-right #7a3b78 @0.75 -> carriers 4
        Stadt Rheine @0.25
        Caritas @0.75
        """,
    )
    says(
        legend(figure),
        """
        arrow-right #7a3b78 hat die Fachaufsicht
        """,
    )
    says(
        hovers(figure),
        """
        carriers 1: Rheine Baustein 2: Case Management Kreis Steinfurt: hat die Fachaufsicht Gebiet oder Bereich: Norden Quelle: Vermerk Anklicken zeigt den Beleg
        carriers 2: Rheine (nicht näher genannt) – behauptet, nicht bestätigt Stadt Rheine: hat die Fachaufsicht Quelle: Vermerk Anklicken zeigt den Beleg
        carriers 3: Rheine (Baustein 3: Ausländer- und Einbürgerungsbehörden) Stadt Rheine: hat die Fachaufsicht Quelle: Vermerk Anklicken zeigt den Beleg
        carriers 4: Rheine nicht näher genannt Stadt Rheine: hat die Fachaufsicht von uns erschlossen Anmerkung: weil so Quelle: Vermerk Anklicken zeigt den Beleg
        """,
    )


INSTRUMENT = SAME | {"label": "Netzwerkkarte", "kind": "method", "purpose": None, "state": "in_use"}


def test_instruments_stand_by_kind_and_place_marked_in_the_column_of_their_state() -> None:
    rows = """
        fact | region   | place  | label         | kind       | state          | purpose  | as_of   | is_read_from_text | basis    | note
        1    | 05566076 | Rheine | Konzept       | concept    | completed      |          |         | ja                | stated   |
        2    | 05566076 | Rheine | Netzwerkkarte | method     | planned        | Übersicht | 2021   | ja                | stated   |
        3    | 05566076 | Rheine | Netzwerkkarte | method     | in_use         | Übersicht | 2022-05 | ja               | inferred | so gelesen
        4    | 05158016 | Hilden | Befragung     | survey     | in_development |          |         | nein              | stated   |
        5    | 05158016 | Hilden | Netzwerkkarte | method     | in_use         | Kontakt  | 2020    | ja                | claimed  |
    """
    figure = figures.instruments(table(rows, **INSTRUMENT))

    says(
        canvas(figure),
        """
        **Methode**
        · geplant @0.12
        · in Entwicklung @0.38
        · in Gebrauch @0.62
        · abgeschlossen @0.88
        (Hilden: Netzwerkkarte) – behauptet, nicht bestätigt -> instruments 5
        · (Zweck: Kontakt) -> instruments 5
        ( ) circle #0072b2 @0.62 -> instruments 5
        Rheine: Netzwerkkarte -> instruments 2
        · Zweck: Übersicht -> instruments 2
        o diamond #9a5b00 @0.12 -> instruments 2
        o circle #0072b2 @0.62 -> instruments 3
        · 2021 @0.12
        · Mai 2022 erschlossen @0.62
        **Befragung oder Analyse**
        · geplant @0.12
        · in Entwicklung @0.38
        · in Gebrauch @0.62
        · abgeschlossen @0.88
        (Hilden: Befragung) -> instruments 4
        ( ) triangle-up #9a3b78 @0.38 -> instruments 4
        **Konzept**
        · geplant @0.12
        · in Entwicklung @0.38
        · in Gebrauch @0.62
        · abgeschlossen @0.88
        Rheine: Konzept -> instruments 1
        o square #00664b @0.88 -> instruments 1
        """,
    )
    says(
        hovers(figure),
        """
        instruments 1: Rheine Konzept abgeschlossen · 2023 Quelle: Vermerk Anklicken zeigt den Beleg
        instruments 2: Rheine Netzwerkkarte geplant · 2021 Zweck: Übersicht Quelle: Vermerk Anklicken zeigt den Beleg
        instruments 3: Rheine Netzwerkkarte in Gebrauch · Mai 2022 Zweck: Übersicht von uns erschlossen Anmerkung: so gelesen Quelle: Vermerk Anklicken zeigt den Beleg
        instruments 4: Hilden Befragung in Entwicklung · 2023 Quelle: Vermerk Anklicken zeigt den Beleg
        instruments 5: Hilden Netzwerkkarte in Gebrauch · 2020 Zweck: Kontakt Quelle: Vermerk Anklicken zeigt den Beleg
        """,
    )


def test_an_instrument_is_told_by_its_surest_statement_and_what_only_others_say_leads_to_them() -> (
    None
):
    rows = """
        fact | state   | purpose   | as_of | is_read_from_text | basis    | note
        1    | planned | Übersicht | 2021  | nein              | stated   |
        2    | planned | Kontakt   | 2021  | ja                | inferred | so gelesen
        3    | in_use  |           | 2022  | ja                | stated   |
    """

    says(
        canvas(figures.instruments(table(rows, **INSTRUMENT)))[5:],
        """
        Rheine: Netzwerkkarte -> instruments 3
        · (Zweck: Übersicht) -> instruments 1
        · Zweck: Kontakt – erschlossen -> instruments 2
        ( ) diamond #9a5b00 @0.12 -> instruments 1
        o diamond #9a5b00 @0.12 -> instruments 2
        o circle #0072b2 @0.62 -> instruments 3
        · 2021 @0.12
        · 2021 erschlossen @0.12
        · 2022 @0.62
        """,
    )


def test_a_state_without_any_date_says_so() -> None:
    rows = "fact | source_date\n1 |\n2 | 2023"
    hover = hovers(figures.instruments(table(rows, **INSTRUMENT)))

    assert ["ohne Datum" in line for line in hover] == [True, False]
    assert "in Gebrauch · 2023" in hover[1]


OBJECTIVE = SAME | {"label": "bessere Abstimmung", "kind": "goal", "holder": None}


def test_goals_tasks_principles_and_challenges_are_counted_and_marked_one_by_one() -> None:
    rows = """
        fact | kind      | label | holder   | region   | place  | is_read_from_text | basis
        1    | challenge | A     |          | 05566076 | Rheine | ja                | stated
        2    | principle | B     |          | 05566076 | Rheine | nein              | stated
        3    | task      | C     | Programm | 05566076 | Rheine | ja                | claimed
        4    | goal      | D     |          | 05566076 | Rheine | ja                | inferred
        5    | goal      | E     |          | 05566076 | Rheine | ja                | stated
        6    | goal      | F     |          | 05158016 | Hilden | ja                | stated
    """
    figure = figures.objectives(table(rows, **OBJECTIVE))

    says(
        canvas(figure),
        """
        **Hilden**
        Ziele: 1
        o square #0072b2 @0.43 -> objectives 6
        **Rheine**
        Ziele: 2 davon 1 erschlossen
        o square #0072b2 @0.43 -> objectives 4
        o square #0072b2 @0.48 -> objectives 5
        Aufgaben: 1
        ( ) square #00664b @0.43 -> objectives 3
        Grundsätze: 1
        ( ) square #9a3b78 @0.43 -> objectives 2
        Herausforderungen: 1
        o square #9a5b00 @0.43 -> objectives 1
        """,
    )
    says(
        hovers(figure),
        """
        objectives 1: Rheine A Herausforderung Quelle: Vermerk Anklicken zeigt den Beleg
        objectives 2: Rheine (B) Grundsatz Quelle: Vermerk Anklicken zeigt den Beleg
        objectives 3: Rheine (C) – behauptet, nicht bestätigt Aufgabe Wessen: Programm Quelle: Vermerk Anklicken zeigt den Beleg
        objectives 4: Rheine D Ziel von uns erschlossen Quelle: Vermerk Anklicken zeigt den Beleg
        objectives 5: Rheine E Ziel Quelle: Vermerk Anklicken zeigt den Beleg
        objectives 6: Hilden F Ziel Quelle: Vermerk Anklicken zeigt den Beleg
        """,
    )


def test_the_fourteenth_square_begins_a_new_line_of_squares() -> None:
    rows = "fact\n" + "\n".join(str(number) for number in range(14))
    marks = [
        line for line in canvas(figures.objectives(table(rows, **OBJECTIVE))) if "square" in line
    ]

    assert marks[0].split("@")[1][:4] == marks[13].split("@")[1][:4]
    assert len({line.split("@")[1][:4] for line in marks}) == 13


def test_nothing_known_is_an_empty_canvas() -> None:
    assert canvas(figures.bodies(table("fact\n1", **BODY).head(0))) == []
    assert canvas(figures.instruments(table("fact\n1", **INSTRUMENT).head(0))) == []
    assert canvas(figures.objectives(table("fact\n1", **OBJECTIVE).head(0))) == []
