"""Commitments, questions and views as lists: in which group, with which chip, words, outcome and proof."""

from datetime import date

import pytest

from kim.tables import package
from tests.spec.reading import entries, says, table
from ui.lists import commitments as lists

TODAY = date(2023, 6, 15)
FACT = {
    "place": "Rheine",
    "region": "05566076",
    "module": None,
    "basis": "stated",
    "note": None,
    "source_kind": "memo",
    "source_date": "2023",
    "paragraph": "7",
    "is_read_from_text": True,
}
SAME = FACT | {
    "made_by": "Verwaltung",
    "made_to": "Rat",
    "promise": "Bericht",
    "due": None,
    "recurrence": "once",
    "state": "open",
    "kept_by": None,
    "read_until": "2023-07",
}
PROMISES = """
    fact | promise | made_to  | due        | recurrence    | state  | kept_by | basis    | note       | is_read_from_text | read_until | region   | place
    1    | Bericht | Rat      | 2023-06-14 | once          | open   |         | stated   |            | ja                | 2023-07    | 05566076 | Rheine
    2    | Besuch  |          | 2023-06-15 | once          | open   |         | inferred | so gelesen | ja                |            | 05566076 | Rheine
    3    | Plan    | Rat      | 2022       | once          | kept   | Plan da | stated   | anders     | nein              | 2023-07    | 05566076 | Rheine
    4    | Stelle  | Rat      |            | once          | lapsed |         | claimed  |            | ja                | 2023-07    | 05158016 | Hilden
    5    | Zahlen  | Rat      |            | yearly        | open   |         | stated   |            | ja                | 2023-07    | 05158016 | Hilden
    6    | Runde   | Rat      | XXXX-05    | once          | open   |         | stated   |            | ja                | 2023-07    | 05158016 | Hilden
    7    | Konzept | Rat      | 2022       | once          | open   |         | stated   |            | ja                | 2022       | 05158016 | Hilden
    8    | Antwort | Rat      |            | once          | open   |         | stated   |            | ja                | 2023-07    | 05158016 | Hilden
    9    | Umzug   | Rat      | 2023       | once          | open   |         | stated   |            | ja                | 2023-07    | 05158016 | Hilden
    11   | Angebot | Rat      |            | yearly        | prospective |    | stated   |            | ja                | 2023-07    | 05158016 | Hilden
    10   | Termine | Rat      |            | every_meeting | kept   |         | stated   |            | ja                | 2023-07    | 05158016 | Hilden
"""


def test_promises_stand_by_what_became_of_them_those_whose_date_is_past_first() -> None:
    says(
        entries(lists.promises(table(PROMISES, **SAME), TODAY)),
        """
        ## Termin vorbei (2)
        - „Vorbei“ heißt: Der Tag ist vorüber, und in den durchsuchten Dokumenten steht keine Einlösung. Es heißt nicht, dass die Zusage gebrochen wurde.
        05158016 [late: seit Ende 2022] Konzept | Hilden · Verwaltung an Rat · fällig: 2022 | durchsucht bis 2022; kein Dokument mit Datum nach dem Termin | Vermerk 2023, Absatz 7 -> commitments 7
        05566076 [late: seit 14.06.2023] Bericht | Rheine · Verwaltung an Rat · fällig: 14.06.2023 | durchsucht bis Juli 2023, keine Einlösung gefunden | Vermerk 2023, Absatz 7 -> commitments 1
        ## Jedes Jahr (1)
        05158016 [open: jährlich] Zahlen | Hilden · Verwaltung an Rat · Seit wann, ist nicht gesagt; die erwarteten Berichte lassen sich nicht aufzählen. | durchsucht bis Juli 2023, keine Einlösung gefunden | Vermerk 2023, Absatz 7 -> commitments 5
        ## Offen mit Termin (3)
        05566076 [open: fällig: 15.06.2023] [unsure: von uns erschlossen] Besuch | Rheine · Verwaltung; an wen, ist nicht genannt · so gelesen | durchsucht: nur Dokumente ohne Datum, keine Einlösung gefunden | Vermerk 2023, Absatz 7 -> commitments 2
        05158016 [open: fällig: Mai, Jahr nicht genannt] Runde | Hilden · Verwaltung an Rat | durchsucht bis Juli 2023, keine Einlösung gefunden | Vermerk 2023, Absatz 7 -> commitments 6
        05158016 [open: fällig: 2023] Umzug | Hilden · Verwaltung an Rat · Termin vielleicht schon vorbei | durchsucht bis Juli 2023, keine Einlösung gefunden | Vermerk 2023, Absatz 7 -> commitments 9
        ## Offen ohne Termin (1)
        05158016 [open: offen] Antwort | Hilden · Verwaltung an Rat | durchsucht bis Juli 2023, keine Einlösung gefunden | Vermerk 2023, Absatz 7 -> commitments 8
        ## Noch keine Zusage (1)
        - Angeboten, empfohlen oder als Auftrag vorgesehen, aber von niemandem fest zugesagt.
        05158016 [planned: noch keine Zusage] Angebot | Hilden · Verwaltung an Rat · jährlich · Seit wann, ist nicht gesagt; die erwarteten Berichte lassen sich nicht aufzählen. | | Vermerk 2023, Absatz 7 -> commitments 11
        > Eingelöst (2)
        05566076 [kept: eingelöst] (Plan) | Rheine · Verwaltung an Rat · fällig: 2022 · anders | Eingelöst durch: Plan da | Vermerk 2023, Absatz 7, ungeprüft -> commitments 3
        05158016 [kept: eingelöst] Termine | Hilden · Verwaltung an Rat · in jeder Sitzung | Wodurch, ist nicht gesagt. | Vermerk 2023, Absatz 7 -> commitments 10
        > Verfallen (1)
        05158016 [unsure: verfallen] [unsure: behauptet, nicht bestätigt] (Stelle) | Hilden · Verwaltung an Rat | | Vermerk 2023, Absatz 7 -> commitments 4
        """,
    )


@pytest.mark.parametrize(
    ("read_until", "outcome"),
    [
        ("2023-06-14", "durchsucht bis 14.06.2023; kein Dokument mit Datum nach dem Termin"),
        ("2023-06-15", "durchsucht bis 15.06.2023, keine Einlösung gefunden"),
        (
            "[2023-06-01..2023-06-13]",
            "durchsucht bis spätestens 13.06.2023; kein Dokument mit Datum nach dem Termin",
        ),
    ],
)
def test_nothing_is_missed_where_no_document_is_newer_than_the_date(
    read_until: str, outcome: str
) -> None:
    rows = table(f"fact | due | read_until\n1 | 2023-06-14 | {read_until}", **SAME)
    (group,) = lists.promises(rows, date(2024, 1, 1)).groups

    assert [entry.aside for entry in group.entries] == [outcome]


def test_what_is_overdue_longest_stands_first() -> None:
    rows = "fact | due\n1 | 2023-02\n2 | 2021\n3 | 2022-05-01"
    (group,) = lists.promises(table(rows, **SAME), TODAY).groups

    assert [entry.fact.fact for entry in group.entries] == [2, 3, 1]


def test_duties_of_other_rhythms_do_not_stand_under_every_year() -> None:
    rows = "fact | recurrence\n1 | yearly\n2 | half_yearly\n3 | regularly\n4 | every_meeting"
    (group,) = lists.promises(table(rows, **SAME), TODAY).groups

    assert group.title == "Immer wieder (4)"
    assert [entry.chips[0].words for entry in group.entries] == [
        "jährlich",
        "halbjährlich",
        "regelmäßig",
        "in jeder Sitzung",
    ]


def test_a_duty_unfolds_into_the_reports_that_it_leads_one_to_expect() -> None:
    rows = """
        fact | recurrence | as_of      | kept_by               | promise
        1    | yearly     | 2021-12-31 | 2022: Bericht von Mai | Zahlen
        2    | regularly  | 2021       | Bericht von Mai       | Runde
    """
    says(
        entries(lists.promises(table(rows, **SAME), TODAY)),
        """
        ## Immer wieder (2)
        05566076 [open: jährlich] Zahlen | Rheine · Verwaltung an Rat | | Vermerk 2023, Absatz 7 -> commitments 1
        > Erwartete Berichte: 1 erfüllt, 1 laufend und 1 vielleicht erwartet
        2021: vielleicht erwartet; durchsucht bis Juli 2023, kein Bericht gefunden
        2022: erfüllt durch Bericht von Mai
        2023: Zeitraum noch nicht vorbei; durchsucht bis Juli 2023, kein Bericht gefunden
        05566076 [open: regelmäßig] Runde | Rheine · Verwaltung an Rat · Wie oft, ist nicht genannt; die erwarteten Berichte lassen sich nicht aufzählen. · Ohne passenden Zeitraum erfüllt durch: Bericht von Mai | | Vermerk 2023, Absatz 7 -> commitments 2
        """,
    )


def test_what_is_only_possible_on_the_day_says_so() -> None:
    rows = table("fact | is_certain\n1 | nein", **SAME)
    (group,) = lists.promises(rows, TODAY).groups

    assert [chip.words for chip in group.entries[0].chips] == [
        "offen",
        "am gewählten Tag nicht sicher",
    ]


def test_open_questions_come_first_answered_ones_are_folded() -> None:
    rows = """
        fact | question | state           | asked_by | asked_to   | answer | basis    | note       | is_read_from_text
        3    | Wie?     | answered        |          |            | so     | inferred | so gelesen | ja
        1    | Wann?    | open            | Fraktion | Verwaltung |        | claimed  |            | ja
        2    | Wer?     | partly_answered |          | Verwaltung | bald   | stated   | Name fehlt | nein
        4    | Wo?      | open            |          |            | später | stated   |            | ja
    """
    says(
        entries(lists.questions(table(rows, **FACT))),
        """
        ## Noch offen (2)
        05566076 [open: offen] [unsure: behauptet, nicht bestätigt] (Wann?) | Rheine · Gefragt von: Fraktion · gefragt wurde: Verwaltung | Im Dokument steht keine Antwort. | Vermerk 2023, Absatz 7 -> open_questions 1
        05566076 [open: offen] Wo? | Rheine | Dazu gesagt: später | Vermerk 2023, Absatz 7 -> open_questions 4
        ## Zum Teil beantwortet (1)
        05566076 [planned: teilweise beantwortet] (Wer?) | Rheine · gefragt wurde: Verwaltung | Antwort: bald | Vermerk 2023, Absatz 7, ungeprüft -> open_questions 2
        > Beantwortet (1)
        05566076 [kept: beantwortet] [unsure: von uns erschlossen] Wie? | Rheine · so gelesen | Antwort: so | Vermerk 2023, Absatz 7 -> open_questions 3
        """,
    )
    assert set(lists.ANSWERED) == set(package().vocabularies["question_state"])


def test_views_say_who_holds_them_and_what_is_only_claimed() -> None:
    rows = """
        fact | region   | place  | speaker    | subject | assessment | basis    | note       | is_read_from_text
        1    | 05566076 | Rheine | Verwaltung | KIM     | hilft      | stated   |            | ja
        2    | 05566076 | Rheine | Mitglied   | KIM     | fehlt      | claimed  | im Rat     | ja
        3    | 05158016 | Hilden | Leitung    | KIM     | wächst     | inferred | so gelesen | nein
    """
    says(
        entries(lists.assessments(table(rows, **FACT))),
        """
        ## Hilden
        05158016 [unsure: von uns erschlossen] (wächst) | KIM · Wer: Leitung · so gelesen | | Vermerk 2023, Absatz 7, ungeprüft -> assessments 3
        ## Rheine
        05566076 hilft | KIM · Wer: Verwaltung | | Vermerk 2023, Absatz 7 -> assessments 1
        05566076 [unsure: behauptet, nicht bestätigt] (fehlt) | KIM · Wer: Mitglied · im Rat | | Vermerk 2023, Absatz 7 -> assessments 2
        """,
    )


def test_nothing_known_is_an_empty_list() -> None:
    none = table("fact\n1", **SAME).head(0)

    assert entries(lists.promises(none, TODAY)) == []
    assert entries(lists.questions(none)) == []
    assert entries(lists.assessments(none)) == []
