"""Lists of time: events year by year, those without a date, decisions with vote, conditions and rescission."""

from datetime import date

from tests.spec.reading import entries, says, table
from ui.lists import timeline as lists

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
EVENT = FACT | {
    "date": "2022",
    "event": "Beginn",
    "state": "done",
    "kind": None,
    "fact_table": "milestones",
}
EVENTS = """
    fact | fact_table | region   | place  | date         | event                     | state     | kind    | basis    | is_read_from_text | note
    1    | milestones | 05566076 | Rheine | 2022         | Beginn                    | done      |         | stated   | ja                | bald
    2    | milestones | 05566076 | Rheine | 2021-05-03   | Antrag                    | done      |         | stated   | nein              |
    3    | milestones | 05566076 | Rheine | 2023-05      | Bericht                   | expected  |         | claimed  | ja                |
    4    | milestones | 05566076 | Rheine | 2023-06      | Wahl                      | expected  |         | inferred | ja                | so gelesen
    5    | decisions  | 05158016 | Hilden | 2021-06-15   | Rat: Beitritt (beschlossen) | done    | decided | stated   | ja                |
    6    | milestones | 05158016 | Hilden | 2021~        | Feier                     | cancelled |         | stated   | ja                |
    7    | milestones | 05158016 | Hilden | [2019-12-01..] | Start                   | done      |         | stated   | ja                |
"""


def test_events_stand_by_year_the_newest_first_older_years_folded() -> None:
    says(
        entries(lists.by_year(table(EVENTS, **EVENT), TODAY)),
        """
        ## 2023 (2)
        05566076 [planned: erwartet] [unsure: von uns erschlossen] Wahl | Juni 2023 · Rheine · so gelesen | | Vermerk 2023, Absatz 7 -> milestones 4
        05566076 [planned: erwartet] [unsure: behauptet, nicht bestätigt] (Bericht) | Mai 2023 · Rheine | Termin vorbei; ob es geschah, ist hier nicht gesagt. | Vermerk 2023, Absatz 7 -> milestones 3
        > 2022 (1)
        05566076 [kept: erreicht] Beginn | 2022 · Rheine · bald | | Vermerk 2023, Absatz 7 -> milestones 1
        > 2021 (3)
        05158016 [unsure: entfallen] Feier | etwa 2021 · Hilden | | Vermerk 2023, Absatz 7 -> milestones 6
        05158016 [set: beschlossen] Rat: Beitritt | 15.06.2021 · Hilden | | Vermerk 2023, Absatz 7 -> decisions 5
        05566076 [kept: erreicht] (Antrag) | 03.05.2021 · Rheine | | Vermerk 2023, Absatz 7, ungeprüft -> milestones 2
        > 2019 (1)
        05158016 [kept: erreicht] Start | 01.12.2019 oder später · Hilden | | Vermerk 2023, Absatz 7 -> milestones 7
        """,
    )


def test_what_is_expected_is_past_from_the_day_after() -> None:
    rows = table("fact | date | state\n1 | 2023-06-15 | expected", **EVENT)

    assert "vorbei" not in str(entries(lists.by_year(rows, date(2023, 6, 15))))
    assert "vorbei" in str(entries(lists.by_year(rows, date(2023, 6, 16))))
    assert "vorbei" not in str(entries(lists.by_year(table("fact\n1", **EVENT), TODAY)))


def test_undated_events_are_a_list_by_place() -> None:
    rows = """
        fact | date    | event   | state    | basis    | note       | is_read_from_text | region   | place
        1    |         | Umzug   | expected | stated   | bald       | ja                | 05566076 | Rheine
        2    | XXXX-05 | Fest    | done     | inferred | so gelesen | nein              | 05566076 | Rheine
        3    |         | Bericht | done     | claimed  |            | ja                | 05158016 | Hilden
    """
    says(
        entries(lists.undated(table(rows, **EVENT), TODAY)),
        """
        ## Hilden (1)
        05158016 [kept: erreicht] [unsure: behauptet, nicht bestätigt] (Bericht) | Datum nicht genannt · Hilden | | Vermerk 2023, Absatz 7 -> milestones 3
        ## Rheine (2)
        05566076 [planned: erwartet] Umzug | Datum nicht genannt · Rheine · bald | | Vermerk 2023, Absatz 7 -> milestones 1
        05566076 [kept: erreicht] [unsure: von uns erschlossen] (Fest) | Mai, Jahr nicht genannt · Rheine · so gelesen | | Vermerk 2023, Absatz 7, ungeprüft -> milestones 2
        """,
    )


DECISION = FACT | {
    "body": "Rat",
    "subject": "Teilnahme",
    "kind": "decided",
    "date": None,
    "addressed_to": None,
    "vote": None,
    "conditions": None,
    "rescinds": None,
    "rescinded_by": None,
    "rescinded_on": None,
    "is_rescission_sure": True,
    "is_rescission_certain": True,
    "rescinded_fact": None,
    "rescinded_date": None,
}


def test_decisions_say_who_decided_what_for_whom_with_which_vote_and_conditions() -> None:
    rows = """
        fact | kind        | date       | addressed_to | vote       | conditions | basis    | is_read_from_text | note
        1    | decided     | 2021-06-15 |              | einstimmig | befristet  | stated   | ja                |
        2    | recommended |            | Kreistag     |            |            | claimed  | ja                |
        3    | noted       | 2021       |              |            |            | inferred | nein              | so gelesen
    """
    says(
        entries(lists.decisions(table(rows, **DECISION))),
        """
        ## Rheine (3)
        05566076 [set: beschlossen] Teilnahme | Rat · 15.06.2021 · Abstimmung: einstimmig · Auflagen: befristet | | Vermerk 2023, Absatz 7 -> decisions 1
        05566076 [open: empfohlen] [unsure: behauptet, nicht bestätigt] (Teilnahme) | Rat · Datum nicht genannt · Gerichtet an: Kreistag | | Vermerk 2023, Absatz 7 -> decisions 2
        05566076 [level: zur Kenntnis genommen] [unsure: von uns erschlossen] (Teilnahme) | Rat · 2021 · so gelesen | | Vermerk 2023, Absatz 7, ungeprüft -> decisions 3
        """,
    )


def test_what_was_not_decided_does_not_look_decided() -> None:
    rows = "fact | kind\n1 | rejected\n2 | adjourned\n3 | withdrawn\n4 | referred"
    (group,) = lists.decisions(table(rows, **DECISION)).groups

    assert [(entry.chips[0].words, entry.chips[0].form) for entry in group.entries] == [
        ("abgelehnt", "unsure"),
        ("vertagt", "unsure"),
        ("zurückgezogen", "unsure"),
        ("verwiesen", "unsure"),
    ]


def test_both_ends_of_a_rescission_lead_to_each_other() -> None:
    rows = """
        fact | subject   | kind      | date       | rescinds | rescinded_by     | rescinded_on | is_rescission_sure | rescinded_fact   | rescinded_date
        1    | Ausbau    | decided   | 2021-12-13 |          | 0000000000000003 | 2024-12-09   | ja                 |                  |
        2    | Umbau     | decided   | 2021       |          | 0000000000000004 |              | nein               |                  |
        3    | Aufhebung | decided   | 2024-12-09 | Ausbau   |                  |              | ja                 | 0000000000000001 | 2021-12-13
        4    | Umbau     | rescinded |            |          |                  |              | ja                 | 0000000000000002 |
        5    | Anbau     | rescinded |            |          |                  |              | ja                 |                  |
    """
    says(
        entries(lists.decisions(table(rows, **DECISION))),
        """
        ## Rheine (5)
        05566076 [unsure: beschlossen, aufgehoben 09.12.2024] Ausbau | Rat · 13.12.2021 | aufgehoben 09.12.2024 -> decisions 3 | Vermerk 2023, Absatz 7 -> decisions 1
        05566076 [unsure: beschlossen, (aufgehoben, Tag nicht genannt)] Umbau | Rat · 2021 | (aufgehoben, Tag nicht genannt) -> decisions 4 | Vermerk 2023, Absatz 7 -> decisions 2
        05566076 [set: beschlossen] Aufhebung | Rat · 09.12.2024 | hebt auf: Beschluss, 13.12.2021 -> decisions 1 | Vermerk 2023, Absatz 7 -> decisions 3
        05566076 [unsure: aufgehoben] Umbau | Rat · Datum nicht genannt | hebt auf: Beschluss ohne Datum -> decisions 2 | Vermerk 2023, Absatz 7 -> decisions 4
        05566076 [unsure: aufgehoben] Anbau | Rat · Datum nicht genannt · hebt auf: Anbau; dieser Beschluss ist hier nicht erfasst | | Vermerk 2023, Absatz 7 -> decisions 5
        """,
    )


def test_a_decision_that_may_be_rescinded_by_then_still_looks_decided() -> None:
    ended = {"rescinded_by": "00000000000000ab", "rescinded_on": "2024"}
    row = DECISION | ended | {"is_rescission_certain": False}
    (group,) = lists.decisions(table("fact | date\n 1 | 2021", **row)).groups
    (chip,) = group.entries[0].chips

    assert (chip.words, chip.form) == ("beschlossen, vielleicht aufgehoben 2024", "set")


def test_nothing_known_is_an_empty_list() -> None:
    none = table("fact\n1", **EVENT | DECISION).head(0)

    assert entries(lists.by_year(none, TODAY)) == []
    assert entries(lists.undated(none, TODAY)) == []
    assert entries(lists.decisions(none)) == []
