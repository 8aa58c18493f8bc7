"""Commitments: rows and words of promises, due dates, questions and views."""

from datetime import date

from kim.tables import package
from tests.spec.reading import axes, canvas, hovers, legend, on_panels, says, table
from ui.figures import commitments as figures

TODAY = date(2023, 6, 15)
FACT = {
    "place": "Rheine",
    "region": "05566076",
    "module": None,
    "basis": "stated",
    "note": None,
    "source_title": "Vermerk",
    "is_read_from_text": True,
}
SAME = FACT | {
    "made_by": "Verwaltung",
    "made_to": "Sozialausschuss",
    "promise": "Bericht",
    "due": None,
    "recurrence": "once",
    "state": "open",
    "kept_by": None,
    "read_until": "2023-05",
    "held_from": "2021-03-01",
}
PROMISES = """
    fact | promise | made_to  | due        | recurrence | state  | kept_by | basis    | note       | is_read_from_text | read_until | region   | place
    1    | Bericht | Rat      | 2023-06-14 | once       | open   |         | stated   |            | ja                | 2023-05    | 05566076 | Rheine
    2    | Besuch  |          | 2023-06-15 | once       | open   |         | inferred | so gelesen | ja                |            | 05566076 | Rheine
    3    | Plan    | Rat      | 2022       | once       | kept   | Plan da | stated   | anders     | nein              | 2023-05    | 05566076 | Rheine
    4    | Stelle  | Rat      |            | once       | lapsed |         | claimed  |            | ja                | 2023-05    | 05158016 | Hilden
    5    | Zahlen  | Rat      |            | yearly     | open   |         | stated   |            | ja                | 2023-05    | 05158016 | Hilden
    6    | Runde   | Rat      | --05       | once       | open   |         | stated   |            | ja                | 2023-05    | 05158016 | Hilden
"""


def test_promises_stand_by_place_in_the_column_of_what_became_of_them() -> None:
    figure = figures.promises(table(PROMISES, **SAME), TODAY)

    says(
        canvas(figure),
        """
        **Hilden**
        · offen @0.17
        · eingelöst @0.50
        · verfallen @0.83
        (Stelle) – behauptet, nicht bestätigt -> commitments 4
        · Verwaltung → Rat
        · kein Termin genannt
        ( ) x #5f6b76 @0.83 -> commitments 4
        Zahlen -> commitments 5
        · Verwaltung → Rat
        · jedes Jahr fällig
        · In den Dokumenten bis Mai 2023 fand sich keine Einlösung.
        o diamond #e69f00 @0.17 -> commitments 5
        Runde -> commitments 6
        · Verwaltung → Rat
        · fällig: Mai, Jahr nicht genannt
        · In den Dokumenten bis Mai 2023 fand sich keine Einlösung.
        o diamond #e69f00 @0.17 -> commitments 6
        **Rheine**
        · offen @0.17
        · eingelöst @0.50
        · verfallen @0.83
        Bericht -> commitments 1
        · Verwaltung → Rat
        · fällig: 14.06.2023, Termin vorbei
        · In den Dokumenten bis Mai 2023 fand sich keine Einlösung.
        o diamond #e69f00 @0.17 -> commitments 1
        Besuch -> commitments 2
        · Verwaltung → Gegenüber nicht genannt
        · fällig: 15.06.2023
        · von uns erschlossen: so gelesen
        · In den Dokumenten, alle ohne Datum, fand sich keine Einlösung.
        o diamond #e69f00 @0.17 -> commitments 2
        (Plan) -> commitments 3
        · Verwaltung → Rat
        · fällig: 2022
        · Eingelöst durch: Plan da
        · anders
        ( ) circle #0072b2 @0.50 -> commitments 3
        """,
    )
    says(
        hovers(figure),
        """
        commitments 1: Rheine Bericht Verwaltung → Rat fällig: 14.06.2023, Termin vorbei In den Dokumenten bis Mai 2023 fand sich keine Einlösung. offen ab 01.03.2021 Quelle: Vermerk Anklicken zeigt den Beleg
        commitments 2: Rheine Besuch Verwaltung → Gegenüber nicht genannt fällig: 15.06.2023 von uns erschlossen: so gelesen In den Dokumenten, alle ohne Datum, fand sich keine Einlösung. offen von uns erschlossen Anmerkung: so gelesen ab 01.03.2021 Quelle: Vermerk Anklicken zeigt den Beleg
        commitments 3: Rheine (Plan) Verwaltung → Rat fällig: 2022 Eingelöst durch: Plan da anders eingelöst Anmerkung: anders ab 01.03.2021 Quelle: Vermerk Anklicken zeigt den Beleg
        commitments 4: Hilden (Stelle) – behauptet, nicht bestätigt Verwaltung → Rat kein Termin genannt verfallen ab 01.03.2021 Quelle: Vermerk Anklicken zeigt den Beleg
        commitments 5: Hilden Zahlen Verwaltung → Rat jedes Jahr fällig In den Dokumenten bis Mai 2023 fand sich keine Einlösung. offen ab 01.03.2021 Quelle: Vermerk Anklicken zeigt den Beleg
        commitments 6: Hilden Runde Verwaltung → Rat fällig: Mai, Jahr nicht genannt In den Dokumenten bis Mai 2023 fand sich keine Einlösung. offen ab 01.03.2021 Quelle: Vermerk Anklicken zeigt den Beleg
        """,
    )


def test_due_dates_are_marks_and_yearly_duties_reach_from_their_document_to_today() -> None:
    figure = figures.due_dates(table(PROMISES, **SAME), TODAY)

    says(
        canvas(figure),
        """
        **Hilden**
        jedes Jahr fällig · Zahlen -> commitments 5
        o square #0072b2 1 @0.00 -> commitments 5
        · Verwaltung → Rat
        · In den Dokumenten bis Mai 2023 fand sich keine Einlösung.
        **Rheine**
        (fällig: 2022 · Plan) -> commitments 3
        ( ) diamond #e69f00 1 @0.00 -> commitments 3
        · Verwaltung → Rat
        · Eingelöst durch: Plan da
        · anders
        fällig: 14.06.2023, Termin vorbei · Bericht -> commitments 1
        o diamond #e69f00 2 @0.00 -> commitments 1
        · Verwaltung → Rat
        · In den Dokumenten bis Mai 2023 fand sich keine Einlösung.
        fällig: 15.06.2023 · Besuch -> commitments 2
        o diamond #e69f00 3 @0.00 -> commitments 2
        · Verwaltung → Gegenüber nicht genannt
        · von uns erschlossen: so gelesen
        · In den Dokumenten, alle ohne Datum, fand sich keine Einlösung.
        """,
    )
    says(
        on_panels(figure),
        """
        x2 15.06.2023 line #b0003a Stand 15.06.2023
        x2 15.06.2023 line #b0003a
        x2 01.03.2021 line #0072b2
        x2 15.06.2023 line #0072b2
        x3 15.06.2023 line #b0003a Stand 15.06.2023
        x3 15.06.2023 line #b0003a
        x3 01.01.2022 line #e69f00
        x3 31.12.2022 line #e69f00
        x2 23.04.2022 o square #0072b2 1 -> commitments 5
        x3 02.07.2022 ( ) diamond #e69f00 1 -> commitments 3
        x3 14.06.2023 o diamond #e69f00 2 -> commitments 1
        x3 15.06.2023 o diamond #e69f00 3 -> commitments 2
        """,
    )
    says(
        legend(figure),
        """
        square #0072b2 jedes Jahr fällig
        diamond #e69f00 einmal fällig
        """,
    )
    says(
        hovers(figure),
        """
        commitments 1: Rheine fällig: 14.06.2023, Termin vorbei · Bericht Verwaltung → Rat In den Dokumenten bis Mai 2023 fand sich keine Einlösung. ab 01.03.2021 Quelle: Vermerk Anklicken zeigt den Beleg
        commitments 2: Rheine fällig: 15.06.2023 · Besuch Verwaltung → Gegenüber nicht genannt von uns erschlossen: so gelesen In den Dokumenten, alle ohne Datum, fand sich keine Einlösung. von uns erschlossen Anmerkung: so gelesen ab 01.03.2021 Quelle: Vermerk Anklicken zeigt den Beleg
        commitments 3: Rheine (fällig: 2022 · Plan) Verwaltung → Rat Eingelöst durch: Plan da anders Anmerkung: anders ab 01.03.2021 Quelle: Vermerk Anklicken zeigt den Beleg
        commitments 5: Hilden jedes Jahr fällig · Zahlen Verwaltung → Rat In den Dokumenten bis Mai 2023 fand sich keine Einlösung. ab 01.03.2021 Quelle: Vermerk Anklicken zeigt den Beleg
        """,
    )
    says(
        axes(figure),
        """
        12.12.2020 to 20.01.2024: 2021 2022 2023 2024
        12.12.2020 to 20.01.2024: 2021 2022 2023 2024
        """,
    )


def test_a_yearly_duty_begins_with_its_first_due_day_and_lasts_a_day_at_least() -> None:
    rows = """
        fact | due        | recurrence | held_from
        1    | 2022-05-01 | yearly     | 2021-01-01
        2    |            | yearly     | 2023-06-15
        3    |            | yearly     |
    """
    figure = figures.due_dates(table(rows, **SAME), TODAY)
    spans = [trace.x for trace in figure.select_traces({"mode": "lines"})]

    assert spans == [
        (date(2022, 5, 1), TODAY),
        (TODAY, date(2023, 6, 16)),
    ]


def test_every_rhythm_is_a_span_with_its_own_sign_and_words() -> None:
    rows = """
        fact | recurrence    | held_from  | promise
        1    | yearly        | 2021-01-01 | a
        2    | half_yearly   | 2021-01-02 | b
        3    | every_meeting | 2021-01-03 | c
        4    | regularly     | 2021-01-04 | d
        5    | once          | 2021-01-05 | e
    """
    figure = figures.due_dates(table(rows, **SAME), TODAY)
    lines = canvas(figure)

    assert [line for line in lines if line.startswith(("jedes", "in jeder", "regel", "kein"))] == [
        "jedes Jahr fällig · a -> commitments 1",
        "jedes halbe Jahr fällig · b -> commitments 2",
        "in jeder Sitzung fällig · c -> commitments 3",
        "regelmäßig fällig, Abstand nicht genannt · d -> commitments 4",
    ]
    assert [line.split(" ")[1:3] for line in lines if line.startswith("o ")] == [
        ["square", "#0072b2"],
        ["hexagon", "#00664b"],
        ["star", "#9a3b78"],
        ["circle", "#5f6b76"],
    ]
    assert len(list(figure.select_traces({"mode": "lines"}))) == 4
    assert set(figures.RECURRING) == set(package().vocabularies["recurrence"]) - {"once"}


def test_questions_stand_in_the_column_of_how_far_they_were_answered() -> None:
    rows = """
        fact | question | state           | asked_by | asked_to   | answer | basis    | note       | is_read_from_text
        1    | Wann?    | open            | Fraktion | Verwaltung |        | claimed  |            | ja
        2    | Wer?     | partly_answered |          | Verwaltung | bald   | stated   |            | nein
        3    | Wie?     | answered        |          |            | so     | inferred | so gelesen | ja
    """
    figure = figures.questions(table(rows, **FACT))

    says(
        canvas(figure),
        """
        **Rheine**
        · offen @0.17
        · teilweise beantwortet @0.50
        · beantwortet @0.83
        (Wann?) – behauptet, nicht bestätigt -> open_questions 1
        · Im Dokument steht keine Antwort.
        · Gefragt von: Fraktion · gefragt wurde: Verwaltung
        ( ) diamond #e69f00 @0.17 -> open_questions 1
        (Wer?) -> open_questions 2
        · Antwort: bald
        · gefragt wurde: Verwaltung
        ( ) triangle-up #9a3b78 @0.50 -> open_questions 2
        Wie? -> open_questions 3
        · Antwort: so
        · von uns erschlossen: so gelesen
        o circle #0072b2 @0.83 -> open_questions 3
        """,
    )
    says(
        hovers(figure),
        """
        open_questions 1: Rheine (Wann?) – behauptet, nicht bestätigt Im Dokument steht keine Antwort. Gefragt von: Fraktion · gefragt wurde: Verwaltung offen Quelle: Vermerk Anklicken zeigt den Beleg
        open_questions 2: Rheine (Wer?) Antwort: bald gefragt wurde: Verwaltung teilweise beantwortet Quelle: Vermerk Anklicken zeigt den Beleg
        open_questions 3: Rheine Wie? Antwort: so von uns erschlossen: so gelesen beantwortet von uns erschlossen Anmerkung: so gelesen Quelle: Vermerk Anklicken zeigt den Beleg
        """,
    )


def test_views_say_who_holds_them_and_are_hollow_when_only_claimed() -> None:
    rows = """
        fact | speaker    | subject | assessment | basis    | note       | is_read_from_text
        1    | Verwaltung | KIM     | hilft      | stated   |            | ja
        2    | Mitglied   | KIM     | fehlt      | claimed  | im Rat     | ja
        3    | Leitung    | KIM     | wächst     | inferred | so gelesen | nein
    """
    figure = figures.assessments(table(rows, **FACT))

    says(
        canvas(figure),
        """
        **Rheine**
        KIM: hilft -> assessments 1
        o circle #0072b2 @0.00 -> assessments 1
        · Wer: Verwaltung
        (KIM: fehlt) – behauptet, nicht bestätigt -> assessments 2
        ( ) circle #9a3b78 @0.00 -> assessments 2
        · Wer: Mitglied
        (KIM: wächst) -> assessments 3
        ( ) circle #0072b2 @0.00 -> assessments 3
        · Wer: Leitung
        · von uns erschlossen: so gelesen
        """,
    )
    says(
        legend(figure),
        """
        circle #0072b2 Verwaltung oder Leitung
        circle #9a3b78 einzelne Stimme, nicht bestätigt
        """,
    )
    says(
        hovers(figure),
        """
        assessments 1: Rheine KIM: hilft Wer: Verwaltung Quelle: Vermerk Anklicken zeigt den Beleg
        assessments 2: Rheine (KIM: fehlt) – behauptet, nicht bestätigt Wer: Mitglied Anmerkung: im Rat Quelle: Vermerk Anklicken zeigt den Beleg
        assessments 3: Rheine (KIM: wächst) Wer: Leitung von uns erschlossen Anmerkung: so gelesen Quelle: Vermerk Anklicken zeigt den Beleg
        """,
    )


def test_nothing_known_is_an_empty_canvas() -> None:
    none = table("fact\n1", **SAME).head(0)

    assert canvas(figures.promises(none, TODAY)) == []
    assert canvas(figures.due_dates(none, TODAY)) == []
