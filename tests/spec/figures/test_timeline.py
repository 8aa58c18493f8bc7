"""Time: which event stands where on the years, with which sign and words; undated events; decisions."""

from datetime import date

from kim.tables import package
from tests.spec.reading import axes, canvas, hovers, legend, on_panels, says, table
from ui.figures import lanes
from ui.figures import timeline as figures

TODAY = date(2023, 6, 15)
SAME = {
    "place": "Rheine",
    "region": "05566076",
    "module": None,
    "date": "2022",
    "event": "Beginn",
    "state": "done",
    "kind": None,
    "basis": "stated",
    "note": None,
    "source_title": "Vermerk",
    "is_read_from_text": True,
    "fact_table": "milestones",
}
EVENTS = """
    fact | fact_table | region   | place  | date       | event     | state    | kind        | basis    | is_read_from_text | note
    1    | milestones | 05566076 | Rheine | 2022       | Beginn    | done     |             | stated   | ja                |
    2    | milestones | 05566076 | Rheine | 2021-05-03 | Antrag    | done     |             | stated   | nein              |
    3    | milestones | 05566076 | Rheine | 2023-05    | Bericht   | expected |             | claimed  | ja                |
    4    | milestones | 05566076 | Rheine | 2023-06    | Wahl      | expected |             | inferred | ja                | so gelesen
    5    | decisions  | 05158016 | Hilden | 2021-06-15 | Teilnahme | done     | decided     | stated   | ja                |
    6    | decisions  | 05158016 | Hilden | 2021-07    | Bericht   | done     | recommended | stated   | nein              |
    7    | decisions  | 05158016 | Hilden | 2021-07-01 | Vermerk   | done     | noted       | stated   | ja                |
    8    | milestones | 05158016 | Hilden | --05       | Fest      | done     |             | stated   | ja                |
    9    | milestones | 05158016 | Hilden |            | Umzug     | done     |             | stated   | ja                |
"""


def test_events_are_numbered_by_date_on_the_lane_of_their_place() -> None:
    figure = figures.over_time(table(EVENTS, **SAME), TODAY)

    says(
        canvas(figure),
        """
        **Hilden**
        15.06.2021 · Teilnahme -> decisions 5
        o square #00664b 1 @0.00 -> decisions 5
        01.07.2021 · Vermerk -> decisions 7
        o cross #5f6b76 2 @0.00 -> decisions 7
        (Juli 2021 · Bericht) -> decisions 6
        ( ) pentagon #9a3b78 3 @0.00 -> decisions 6
        **Rheine**
        (03.05.2021 · Antrag) -> milestones 2
        ( ) circle #0072b2 1 @0.00 -> milestones 2
        2022 · Beginn -> milestones 1
        o circle #0072b2 2 @0.00 -> milestones 1
        (Mai 2023 · erwartet: Bericht) – behauptet, nicht bestätigt -> milestones 3
        ( ) diamond #e69f00 3 @0.00 -> milestones 3
        · Der erwartete Termin ist vorbei; ob es geschah, sagt diese Angabe nicht.
        Juni 2023 · erwartet: Wahl -> milestones 4
        o diamond #e69f00 4 @0.00 -> milestones 4
        · von uns erschlossen: so gelesen
        """,
    )
    says(
        on_panels(figure),
        """
        x2 15.06.2023 line #b0003a Stand 15.06.2023
        x2 15.06.2023 line #b0003a
        x2 01.07.2021 line #9a3b78
        x2 31.07.2021 line #9a3b78
        x3 15.06.2023 line #b0003a Stand 15.06.2023
        x3 15.06.2023 line #b0003a
        x3 01.01.2022 line #0072b2
        x3 31.12.2022 line #0072b2
        x3 01.05.2023 line #e69f00
        x3 31.05.2023 line #e69f00
        x3 01.06.2023 line #e69f00
        x3 30.06.2023 line #e69f00
        x2 15.06.2021 o square #00664b 1 -> decisions 5
        x2 01.07.2021 o cross #5f6b76 2 -> decisions 7
        x2 16.07.2021 ( ) pentagon #9a3b78 3 -> decisions 6
        x3 03.05.2021 ( ) circle #0072b2 1 -> milestones 2
        x3 02.07.2022 o circle #0072b2 2 -> milestones 1
        x3 16.05.2023 ( ) diamond #e69f00 3 -> milestones 3
        x3 15.06.2023 o diamond #e69f00 4 -> milestones 4
        """,
    )
    says(
        legend(figure),
        """
        square #00664b beschlossen
        cross #5f6b76 zur Kenntnis genommen
        pentagon #9a3b78 empfohlen
        circle #0072b2 erreicht
        diamond #e69f00 erwartet
        """,
    )
    says(
        hovers(figure),
        """
        decisions 5: Hilden 15.06.2021 · Teilnahme Quelle: Vermerk Anklicken zeigt den Beleg
        decisions 6: Hilden (Juli 2021 · Bericht) Quelle: Vermerk Anklicken zeigt den Beleg
        decisions 7: Hilden 01.07.2021 · Vermerk Quelle: Vermerk Anklicken zeigt den Beleg
        milestones 1: Rheine 2022 · Beginn Quelle: Vermerk Anklicken zeigt den Beleg
        milestones 2: Rheine (03.05.2021 · Antrag) Quelle: Vermerk Anklicken zeigt den Beleg
        milestones 3: Rheine (Mai 2023 · erwartet: Bericht) – behauptet, nicht bestätigt Der erwartete Termin ist vorbei; ob es geschah, sagt diese Angabe nicht. Quelle: Vermerk Anklicken zeigt den Beleg
        milestones 4: Rheine Juni 2023 · erwartet: Wahl von uns erschlossen: so gelesen von uns erschlossen Anmerkung: so gelesen Quelle: Vermerk Anklicken zeigt den Beleg
        """,
    )


def test_all_lanes_have_the_same_years_from_the_first_event_to_the_last_or_today() -> None:
    says(
        axes(figures.over_time(table(EVENTS, **SAME), TODAY)),
        """
        12.12.2020 to 20.01.2024: 2021 2022 2023 2024
        12.12.2020 to 20.01.2024: 2021 2022 2023 2024
        """,
    )
    later = table("fact | date\n1 | 2025-02-03", **SAME)
    says(
        axes(figures.over_time(later, TODAY)),
        """
        12.12.2022 to 20.01.2026: 2023 2024 2025 2026
        """,
    )
    earlier = table("fact | date\n1 | 2015-02-03", **SAME)
    says(
        axes(figures.over_time(earlier, TODAY)),
        """
        12.12.2014 to 20.01.2024: 2015  2017  2019  2021  2023
        """,
    )
    six_years = table("fact | date\n1 | 2017-02-03", **SAME)
    says(
        axes(figures.over_time(six_years, TODAY)),
        """
        12.12.2016 to 20.01.2024: 2017 2018 2019 2020 2021 2022 2023 2024
        """,
    )


def test_a_lane_shows_no_axis_of_heights() -> None:
    layout = figures.over_time(table(EVENTS, **SAME), TODAY).layout

    assert [axis.visible for axis in (layout.yaxis, layout.yaxis2, layout.yaxis3)] == [False] * 3
    assert layout.xaxis.visible is False
    assert (layout.xaxis2.type, layout.xaxis3.type) == ("date", "date")


def test_spans_are_paler_when_unsure() -> None:
    rows = "fact | is_read_from_text\n1 | ja\n2 | nein"
    figure = figures.over_time(table(rows, **SAME), TODAY)
    spans = list(figure.select_traces({"mode": "lines"}))

    assert [trace.x for trace in spans] == [(date(2022, 1, 1), date(2022, 12, 31))] * 2
    assert spans[0].opacity > spans[1].opacity


def test_an_expected_day_is_past_from_the_day_after() -> None:
    rows = table("fact | date | state\n1 | 2023-06-15 | expected", **SAME)

    assert "vorbei" not in str(canvas(figures.over_time(rows, date(2023, 6, 15))))
    assert "vorbei" in str(canvas(figures.over_time(rows, date(2023, 6, 16))))


def test_done_events_are_never_said_to_be_past() -> None:
    rows = table("fact | date | state\n1 | 2020 | done", **SAME)

    assert "vorbei" not in str(canvas(figures.over_time(rows, TODAY)))


def test_dates_of_lower_precision_are_spans() -> None:
    assert lanes.days("2022") == (date(2022, 1, 1), date(2022, 12, 31))
    assert lanes.days("2024-02") == (date(2024, 2, 1), date(2024, 2, 29))
    assert lanes.days("2022-11-01") == (date(2022, 11, 1), date(2022, 11, 1))
    assert lanes.days("--05") is None
    assert lanes.days(None) is None
    assert lanes.days("") is None
    assert lanes.days(float("nan")) is None


def test_marks_too_near_each_other_stand_in_rows_of_their_own() -> None:
    rows = """
        fact | date
        1    | 2022-01-01
        2    | 2022-02-01
        3    | 2022-12-01
    """
    figure = figures.over_time(table(rows, **SAME), TODAY)
    (marks,) = [trace for trace in figure.data if trace.customdata and trace.xaxis == "x2"]

    assert marks.y[0] == marks.y[2]
    assert marks.y[1] > marks.y[0]


def test_undated_events_are_a_list_by_place() -> None:
    rows = """
        fact | date | event  | state    | basis    | note       | is_read_from_text | region   | place
        1    |      | Umzug  | expected | stated   | bald       | ja                | 05566076 | Rheine
        2    | --05 | Fest   | done     | inferred | so gelesen | nein              | 05566076 | Rheine
        3    |      | Bericht | done    | claimed  |            | ja                | 05158016 | Hilden
    """
    figure = figures.undated(table(rows, **SAME))

    says(
        canvas(figure),
        """
        **Hilden**
        (Bericht) – behauptet, nicht bestätigt -> milestones 3
        ( ) circle #0072b2 @0.00 -> milestones 3
        **Rheine**
        erwartet: Umzug -> milestones 1
        o diamond #e69f00 @0.00 -> milestones 1
        · bald
        (Fest) -> milestones 2
        ( ) circle #0072b2 @0.00 -> milestones 2
        · Mai, Jahr nicht genannt
        · von uns erschlossen: so gelesen
        """,
    )
    says(
        hovers(figure),
        """
        milestones 1: Rheine erwartet: Umzug Anmerkung: bald Quelle: Vermerk Anklicken zeigt den Beleg
        milestones 2: Rheine (Fest) Mai, Jahr nicht genannt von uns erschlossen Anmerkung: so gelesen Quelle: Vermerk Anklicken zeigt den Beleg
        milestones 3: Hilden (Bericht) – behauptet, nicht bestätigt Quelle: Vermerk Anklicken zeigt den Beleg
        """,
    )
    says(
        legend(figure),
        """
        circle #0072b2 erreicht
        diamond #e69f00 erwartet
        """,
    )


def test_decisions_say_who_decided_what_for_whom_with_which_vote_and_conditions() -> None:
    decision = {
        "place": "Rheine",
        "region": "05566076",
        "module": None,
        "body": "Rat",
        "note": None,
        "subject": "Teilnahme",
        "basis": "stated",
        "is_read_from_text": True,
        "source_title": "Vermerk",
        "kind": "decided",
        "conditions": None,
    }
    rows = """
        fact | kind        | date       | addressed_to | vote       | conditions | basis    | is_read_from_text | note
        1    | decided     | 2021-06-15 |              | einstimmig | befristet  | stated   | ja                |
        2    | recommended |            | Kreistag     |            |            | claimed  | ja                |
        3    | noted       | 2021       |              |            |            | inferred | nein              | so gelesen
    """
    figure = figures.decisions(table(rows, **decision))

    says(
        canvas(figure),
        """
        **Rheine**
        Rat · beschlossen: Teilnahme -> decisions 1
        o square #00664b @0.00 -> decisions 1
        · 15.06.2021
        · Abstimmung: einstimmig
        · Auflagen: befristet
        (Rat · empfohlen: Teilnahme) – behauptet, nicht bestätigt -> decisions 2
        ( ) pentagon #9a3b78 @0.00 -> decisions 2
        · Datum nicht genannt
        · Gerichtet an: Kreistag
        (Rat · zur Kenntnis genommen: Teilnahme) -> decisions 3
        ( ) cross #5f6b76 @0.00 -> decisions 3
        · 2021
        · von uns erschlossen: so gelesen
        """,
    )
    says(
        legend(figure),
        """
        square #00664b beschlossen
        pentagon #9a3b78 empfohlen
        cross #5f6b76 zur Kenntnis genommen
        """,
    )
    says(
        hovers(figure),
        """
        decisions 1: Rheine Rat · beschlossen: Teilnahme 15.06.2021 Abstimmung: einstimmig Auflagen: befristet Quelle: Vermerk Anklicken zeigt den Beleg
        decisions 2: Rheine (Rat · empfohlen: Teilnahme) – behauptet, nicht bestätigt Datum nicht genannt Gerichtet an: Kreistag Quelle: Vermerk Anklicken zeigt den Beleg
        decisions 3: Rheine (Rat · zur Kenntnis genommen: Teilnahme) 2021 von uns erschlossen: so gelesen von uns erschlossen Anmerkung: so gelesen Quelle: Vermerk Anklicken zeigt den Beleg
        """,
    )


DECISION = {
    "place": "Rheine",
    "region": "05566076",
    "module": None,
    "body": "Rat",
    "note": None,
    "subject": "Teilnahme",
    "basis": "stated",
    "is_read_from_text": True,
    "source_title": "Vermerk",
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


def test_what_was_not_decided_has_a_sign_of_its_own() -> None:
    rows = """
        fact | kind      | addressed_to
        1    | rejected  |
        2    | adjourned |
        3    | withdrawn |
        4    | referred  | Hauptausschuss
    """
    figure = figures.decisions(table(rows, **DECISION))

    says(
        canvas(figure),
        """
        **Rheine**
        Rat · abgelehnt: Teilnahme -> decisions 1
        o x #a4001d @0.00 -> decisions 1
        · Datum nicht genannt
        Rat · vertagt: Teilnahme -> decisions 2
        o hexagon #9a5b00 @0.00 -> decisions 2
        · Datum nicht genannt
        Rat · zurückgezogen: Teilnahme -> decisions 3
        o triangle-left #7a3b78 @0.00 -> decisions 3
        · Datum nicht genannt
        Rat · verwiesen: Teilnahme -> decisions 4
        o triangle-right #0072b2 @0.00 -> decisions 4
        · Datum nicht genannt
        · Gerichtet an: Hauptausschuss
        """,
    )


def test_a_rescinded_decision_is_not_marked_as_decided_and_says_when_it_ended() -> None:
    rows = """
        fact | subject   | kind      | date       | rescinds | rescinded_by     | rescinded_on | is_rescission_sure | rescinded_fact   | rescinded_date
        1    | Ausbau    | decided   | 2021-12-13 |          | 00000000000000ab | 2024-12-09   | ja                 |                  |
        2    | Umbau     | decided   | 2021       |          | 00000000000000cd |              | nein               |                  |
        3    | Aufhebung | decided   | 2024-12-09 | Ausbau   |                  |              | ja                 | 00000000000000ef | 2021-12-13
        4    | Umbau     | rescinded |            |          |                  |              | ja                 | 00000000000000ef |
        5    | Anbau     | rescinded |            |          |                  |              | ja                 |                  |
    """
    figure = figures.decisions(table(rows, **DECISION))

    says(
        canvas(figure),
        """
        **Rheine**
        Rat · beschlossen, aufgehoben 09.12.2024: Ausbau -> decisions 1
        o octagon #a4001d @0.00 -> decisions 1
        · 13.12.2021
        Rat · beschlossen, (aufgehoben, Tag nicht genannt): Umbau -> decisions 2
        o octagon #a4001d @0.00 -> decisions 2
        · 2021
        Rat · beschlossen: Aufhebung -> decisions 3
        o square #00664b @0.00 -> decisions 3
        · 09.12.2024
        · hebt auf: Beschluss, 13.12.2021
        Rat · aufgehoben: Umbau -> decisions 4
        o octagon #a4001d @0.00 -> decisions 4
        · Datum nicht genannt
        · hebt auf: Beschluss ohne Datum
        Rat · aufgehoben: Anbau -> decisions 5
        o octagon #a4001d @0.00 -> decisions 5
        · Datum nicht genannt
        · hebt auf: Anbau; dieser Beschluss ist hier nicht erfasst
        """,
    )


def test_every_kind_of_decision_has_its_own_look() -> None:
    looks = figures.DECISION_MARKS
    assert set(looks) == set(package().vocabularies["decision_kind"])
    assert len({symbol for symbol, _ in looks.values()}) == len(looks)


def test_a_cancelled_event_is_neither_expected_nor_done() -> None:
    row = SAME | {"state": "cancelled", "event": "Auftakt"}
    rows = table("fact | date\n 1 | 2021-06-15", **row)

    says(
        canvas(figures.over_time(rows, TODAY)),
        """
        **Rheine**
        15.06.2021 · entfallen: Auftakt -> milestones 1
        o triangle-down #5f6b76 1 @0.00 -> milestones 1
        """,
    )
    assert set(figures.MILESTONE_MARKS) == set(package().vocabularies["milestone_state"])
    signs = [
        symbol
        for symbol, _ in [*figures.MILESTONE_MARKS.values(), *figures.DECISION_MARKS.values()]
    ]
    assert len(set(signs)) == len(signs)


def test_an_event_that_was_rescinded_is_marked_so() -> None:
    row = SAME | {
        "kind": "decided",
        "rescinded_by": "00000000000000ab",
        "is_rescission_certain": True,
    }
    figure = figures.over_time(table("fact | date\n 1 | 2021-06-15", **row), TODAY)

    assert "o octagon #a4001d 1 @0.00 -> milestones 1" in canvas(figure)


def test_a_decision_that_may_be_rescinded_by_then_still_is_marked_as_decided() -> None:
    ended = {"rescinded_by": "00000000000000ab", "rescinded_on": "2024"}
    row = DECISION | ended | {"is_rescission_certain": False}

    says(
        canvas(figures.decisions(table("fact | date\n 1 | 2021", **row))),
        """
        **Rheine**
        Rat · beschlossen, vielleicht aufgehoben 2024: Teilnahme -> decisions 1
        o square #00664b @0.00 -> decisions 1
        · 2021
        """,
    )


def test_nothing_known_is_an_empty_canvas() -> None:
    none = table("fact\n1", **SAME).head(0)

    assert canvas(figures.over_time(none, TODAY)) == []
    assert canvas(figures.undated(none)) == []
