"""The axis of time: which event stands where in the lane of its place, with which sign and words."""

from datetime import date

from kim.tables import package
from tests.spec.reading import hovers, legend, on_time, points, says, table
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
    6    | decisions  | 05158016 | Hilden | 2021-07    | Bericht   | done     | recommended | inferred | nein              |
    7    | decisions  | 05158016 | Hilden | 2021-09-01 | Vermerk   | done     | noted       | stated   | ja                |
    8    | milestones | 05158016 | Hilden | XXXX-05    | Fest      | done     |             | stated   | ja                |
    9    | milestones | 05158016 | Hilden |            | Umzug     | done     |             | stated   | ja                |
"""


def test_events_stand_at_their_day_in_the_lane_of_their_place() -> None:
    """The name of the place above its events; bars reach over the days that a date may mean; words stand below."""
    figure = figures.over_time(table(EVENTS, **SAME), TODAY)

    says(
        on_time(figure),
        """
        @0 15.06.2023 line #b0003a
        @5 12.12.2020 “**Hilden**”
        @36 15.06.2021 o square #00664b -> decisions 5
        @50 15.06.2021 “Teilnahme” -> decisions 5
        @69 01.07.2021 line #9a3b78
        @69 31.07.2021 line #9a3b78
        @69 16.07.2021 ( ) pentagon-dot #9a3b78 -> decisions 6
        @83 16.07.2021 “(Bericht) – erschlossen” -> decisions 6
        @102 01.09.2021 o cross #5f6b76 -> decisions 7
        @116 01.09.2021 “Vermerk” -> decisions 7
        @131 12.12.2020 “**Rheine**”
        @162 03.05.2021 ( ) circle #0072b2 -> milestones 2
        @176 03.05.2021 “(Antrag)” -> milestones 2
        @195 01.01.2022 line #0072b2
        @195 31.12.2022 line #0072b2
        @195 02.07.2022 o circle #0072b2 -> milestones 1
        @209 02.07.2022 “Beginn” -> milestones 1
        @228 01.05.2023 line #b36b00
        @228 31.05.2023 line #b36b00
        @228 16.05.2023 ( ) diamond #b36b00 -> milestones 3
        @242 16.05.2023 “(Bericht) – behauptet” -> milestones 3
        @261 01.06.2023 line #b36b00
        @261 30.06.2023 line #b36b00
        @261 15.06.2023 o diamond-dot white -> milestones 4
        @275 15.06.2023 “Wahl – erschlossen” -> milestones 4
        @285 15.06.2023 line #b0003a
        """,
    )
    layout = figure.to_dict()["layout"]
    assert layout["yaxis"]["range"] == [285, 0]
    assert [(each["y0"], each["y1"]) for each in layout["shapes"]] == [(0, 126)]


def test_signs_are_named_once_and_hollow_means_unsure_only() -> None:
    says(
        legend(figures.over_time(table(EVENTS, **SAME), TODAY)),
        """
        square #00664b beschlossen
        pentagon #9a3b78 empfohlen
        circle-dot #5f6b76 erschlossen
        square white unsicher
        cross #5f6b76 zur Kenntnis genommen
        circle #0072b2 erreicht
        diamond #b36b00 erwartet
        dash #b0003a Stand 15.06.2023
        """,
    )


def test_hovering_says_date_doubt_and_that_the_day_is_over() -> None:
    says(
        hovers(figures.over_time(table(EVENTS, **SAME), TODAY)),
        """
        decisions 5: Hilden 15.06.2021 · Teilnahme Quelle: Vermerk Anklicken oder noch einmal tippen zeigt den Beleg
        decisions 6: Hilden (Juli 2021 · Bericht) von uns erschlossen Quelle: Vermerk Anklicken oder noch einmal tippen zeigt den Beleg
        decisions 7: Hilden 01.09.2021 · Vermerk Quelle: Vermerk Anklicken oder noch einmal tippen zeigt den Beleg
        milestones 1: Rheine 2022 · Beginn Quelle: Vermerk Anklicken oder noch einmal tippen zeigt den Beleg
        milestones 2: Rheine (03.05.2021 · Antrag) Quelle: Vermerk Anklicken oder noch einmal tippen zeigt den Beleg
        milestones 3: Rheine (Mai 2023 · erwartet: Bericht) – behauptet, nicht bestätigt Termin vorbei; ob es geschah, ist hier nicht gesagt. Quelle: Vermerk Anklicken oder noch einmal tippen zeigt den Beleg
        milestones 4: Rheine Juni 2023 · erwartet: Wahl von uns erschlossen Anmerkung: so gelesen Quelle: Vermerk Anklicken oder noch einmal tippen zeigt den Beleg
        """,
    )


def years(*dates: str) -> list[str]:
    """The axis of events on these dates."""
    rows = "\n".join(f"{number} | {each}" for number, each in enumerate(dates))
    axis = figures.over_time(table(f"fact | date\n{rows}", **SAME), TODAY).layout.xaxis
    assert axis.type == "date"
    return [f"{axis.range[0]:%d.%m.%Y}", f"{axis.range[1]:%d.%m.%Y}", " ".join(axis.ticktext)]


def test_the_years_reach_from_the_first_event_to_the_last_or_today() -> None:
    assert years("2021-05-03") == ["12.12.2020", "20.01.2024", "2021 2022 2023 "]
    assert years("2025-02-03") == ["12.12.2022", "20.01.2026", "2023 2024 2025 "]
    assert years("2015-02", "2015") == ["12.12.2014", "20.01.2024", "2015  2017  2019  2021  2023 "]
    assert years("2017")[2] == "2017 2018 2019 2020 2021 2022 2023 "


def labels(rows: str) -> list[str]:
    figure = figures.over_time(table(rows, **SAME), TODAY)
    return [each["text"] for each in points(figure) if each["mode"] == "text" and each["key"]]


def test_every_event_is_named_and_long_words_are_cut() -> None:
    near = "fact | date | event\n1 | 2022-11-01 | Auftakt\n2 | 2022-11-02 | Runde"

    assert labels(near) == ["Auftakt", "Runde"]
    long = "fact | date | event\n1 | 2022-03-01 | Der Kreistag beschließt die Teilnahme am Programm"
    assert labels(long) == ["Der Kreistag beschließt …"]
    doubted = long.replace("event", "event | basis") + " | inferred"
    assert labels(doubted) == ["Der … – erschlossen"]


def test_words_stand_below_their_mark_on_the_side_that_has_room_on_a_phone() -> None:
    """They end at the line of the day unless an event close to it would then go without a name."""
    rows = """
        fact | date       | event
        1    | 2021-02-01 | Der Kreistag beschließt viel
        2    | 2022-03-01 | Der Kreistag beschließt
        3    | 2023-05-01 | Der Kreistag beschließt mehr
        4    | 2023-11-01 | Der Kreistag beschließt nichts
        5    | 2021/2023  | Der Kreistag beschließt alles
    """
    written = {
        each["text"]: (each["trace"]["textposition"], str(each["x"]))
        for each in points(figures.over_time(table(rows, **SAME), TODAY))
        if each["mode"] == "text" and each["key"]
    }

    assert written == {
        "Der Kreistag beschließt viel": ("middle right", "2021-02-01"),
        "Der Kreistag beschließt": ("middle center", "2022-03-01"),
        "Der Kreistag beschließt mehr": ("middle left", "2023-05-01"),
        "Der Kreistag beschließt nichts": ("middle left", "2023-11-01"),
        "Der Kreistag beschließt alles": ("middle center", "2022-07-02"),
    }


def test_words_say_what_is_cancelled_and_what_is_only_possible() -> None:
    assert labels("fact | date | state\n1 | 2021-02-01 | cancelled") == ["entfallen: Beginn"]
    assert labels("fact | date | is_certain\n1 | 2021-02-01 | nein") == ["Beginn – möglich"]


def test_a_dot_is_white_on_a_filled_sign() -> None:
    rows = "fact | date | basis\n1 | 2021-02-01 | inferred"
    figure = figures.over_time(table(rows, **SAME), TODAY)
    (mark,) = [each for each in points(figure) if each["key"] and "markers" in each["mode"]]

    assert (mark["symbol"], mark["fill"], mark["edge"]) == ("circle-dot", "#0072b2", "white")


def test_bars_are_paler_when_unsure_or_only_expected() -> None:
    rows = "fact | is_read_from_text | state\n1 | ja | done\n2 | nein | done\n3 | ja | expected"
    figure = figures.over_time(table(rows, **SAME), TODAY)
    bars = [each for each in figure.select_traces({"mode": "lines"}) if each.line.width == 8]

    assert [bar.x for bar in bars] == [(date(2022, 1, 1), date(2022, 12, 31))] * 3
    assert bars[0].opacity > bars[1].opacity == bars[2].opacity


def test_an_expected_day_is_past_from_the_day_after() -> None:
    rows = table("fact | date | state\n1 | 2023-06-15 | expected", **SAME)

    assert "vorbei" not in str(hovers(figures.over_time(rows, date(2023, 6, 15))))
    assert "vorbei" in str(hovers(figures.over_time(rows, date(2023, 6, 16))))


def test_done_events_are_never_said_to_be_past() -> None:
    rows = table("fact | date | state\n1 | 2020 | done", **SAME)

    assert "vorbei" not in str(hovers(figures.over_time(rows, TODAY)))


def test_dates_of_lower_precision_are_spans() -> None:
    assert lanes.days("2022") == (date(2022, 1, 1), date(2022, 12, 31))
    assert lanes.days("2024-02") == (date(2024, 2, 1), date(2024, 2, 29))
    assert lanes.days("2022-11-01") == (date(2022, 11, 1), date(2022, 11, 1))
    assert lanes.days("--05") is None
    assert lanes.days(None) is None
    assert lanes.days("") is None
    assert lanes.days(float("nan")) is None


def test_every_event_has_a_row_of_its_own_in_the_order_of_time() -> None:
    rows = "fact | date\n1 | 2022-12-01\n2 | 2022-02-01\n3 | 2022-01-01"
    figure = figures.over_time(table(rows, **SAME), TODAY)
    heights = {each["y"]: each["key"] for each in points(figure) if "markers" in each["mode"]}

    assert [heights[y] for y in sorted(heights)] == [f" -> milestones {fact}" for fact in (3, 2, 1)]


def test_every_kind_and_state_has_its_own_sign() -> None:
    decisions, milestones = figures.DECISION_MARKS, figures.MILESTONE_MARKS
    signs = [symbol for symbol, _ in [*milestones.values(), *decisions.values()]]

    assert set(decisions) == set(package().vocabularies["decision_kind"])
    assert set(milestones) == set(package().vocabularies["milestone_state"])
    assert len(set(signs)) == len(signs)


def test_an_event_that_certainly_was_rescinded_is_marked_so() -> None:
    row = SAME | {"kind": "decided", "rescinded_by": "00000000000000ab"}
    rows = table(
        "fact | date | is_rescission_certain\n1 | 2021-06-15 | ja\n2 | 2022-06-15 | nein", **row
    )
    marks = [line for line in on_time(figures.over_time(rows, TODAY)) if " o " in line]

    assert [line.split(" o ")[1] for line in marks] == [
        "star #a4001d -> milestones 1",
        "square #00664b -> milestones 2",
    ]


def test_nothing_known_is_an_empty_axis() -> None:
    none = table("fact\n1", **SAME).head(0)

    says(
        on_time(figures.over_time(none, TODAY)),
        "@0 15.06.2023 line #b0003a\n@0 15.06.2023 line #b0003a",
    )


def test_every_state_of_an_event_and_a_decision_has_its_sign() -> None:
    words = package().vocabularies

    assert set(figures.MILESTONE_MARKS) == set(words["milestone_state"])
    assert set(figures.DECISION_MARKS) == set(words["decision_kind"])
