"""events.sql: what happened or is expected: milestones, and decisions that no milestone tells."""

from kim import queries
from tests.spec.conftest import Spec
from tests.spec.shared import A_PAPER
from tests.spec.told import FIRST, cells, view

PLACES = "05566 05566076"
MILESTONES = """
    loads | region   | module | event | date    | state    | source        | paragraph | anchor  | as_of | note
          | 05566    | 2      | start | 2022-03 | done     | vermerk-2023  |           | März    |       | own
          | 05566076 | 3      | opens | --05    | expected | muster-2022   | 1         | Stellen |       |
          | 05566    | 1      | ends  |         | expected | web-undatiert |           | Ende    |       |
    2-    | 05566    | 1      | late  | 2021    | done     | vermerk-2023  |           | spät    |       |
    1     | 05566    | 1      | gone  | 2021    | done     | vermerk-2023  |           | weg     |       |
          | 05558    | 1      | far   | 2021    | done     | vermerk-2023  |           | fern    |       |
"""
DECISIONS = """
    region | body     | subject  | kind        | date       | as_of   | source       | paragraph | anchor | note
    05566  | Kreistag | Beitritt | recommended | 2021-06-15 | 2021-06 | vermerk-2023 | 4         | Rat    | council
"""


def test_milestones_and_decisions_are_events(spec: Spec) -> None:
    spec(milestones=MILESTONES, decisions=DECISIONS).gives(
        queries.events,
        view(PLACES),
        rows="""
            place           | fact_table | module | event                         | kind        | date       | state    | is_dated | note
            Kreis Steinfurt | milestones | 1      | late                          |             | 2021       | done     | True     |
            Kreis Steinfurt | decisions  |        | Kreistag: Beitritt (empfohlen) | recommended | 2021-06-15 | done     | True     | council
            Kreis Steinfurt | milestones | 2      | start                         |             | 2022-03    | done     | True     | own
            Kreis Steinfurt | milestones | 1      | ends                          |             |            | expected | False    |
            Rheine          | milestones | 3      | opens                         |             | XXXX-05    | expected | False    |
        """,
    )


def test_an_event_comes_with_its_source(spec: Spec) -> None:
    spec(milestones=MILESTONES, decisions=DECISIONS).gives(
        queries.events,
        view(PLACES),
        rows="""
            anchor  | paragraph | as_of | basis  | source        | source_title                  | source_date | is_read_from_text | proof    | held_from_earliest
            spät    |           |       | stated | vermerk-2023  | Vermerk zum Stand             | 2023        | False             | unproven | 2021-01-01
            Rat     | 4         | 2021-06 | stated | vermerk-2023 | Vermerk zum Stand             | 2023        | False             | unproven | 2021-06-01
            März    |           |       | stated | vermerk-2023  | Vermerk zum Stand             | 2023        | False             | unproven | 2022-03-01
            Ende    |           |       | stated | web-undatiert | Seite ohne Datum              |             | False             | unproven |
            Stellen | 1         |       | stated | muster-2022   | Niederschrift Sozialausschuss | 2022-11-03  | True              | proven   | 2022-11-03
        """,
    )


def test_an_event_says_what_its_table_says(spec: Spec) -> None:
    """Column by column, how its decision stands among them."""
    days = "as_of | source | paragraph | anchor\n"
    told = spec(
        milestones=f"event | module | {days} x | 2 | 2021/2022-06 | muster-2022 | 1 | Stellen",
        decisions=f"""
            subject | kind      | date    | {days}
            Ausbau  | decided   | 2020    | 2020/2023-06 | vermerk-2023 | 3 | a
            Ausbau  | rescinded | 2022    |              | muster-2022  | 1 | Stellen
        """,
    )
    shown = view("05566", "2022-06-15")
    events = told.ask(queries.events, shown).set_index("fact")
    assert len(events) == 3
    for table, said in (
        ("milestones", told.ask(queries.facts, "milestones", shown)),
        ("decisions", told.ask(queries.decisions, shown)),
    ):
        own = events[events["fact_table"] == table]
        names = [each for each in said if each in events and each not in ("event", "state")]
        same = said.set_index("fact").loc[own.index, names]
        assert len(names) >= 20
        assert cells(own[names]) == cells(same)


def test_one_end_of_its_date_is_a_date(spec: Spec) -> None:
    spec(
        milestones="event | date\n from | 2022/..\n until | ../2022\n none | XXXX-05",
        decisions="body",
    ).gives(
        lambda *asked: queries.events(*asked).sort_values("event"),
        view("05566"),
        rows="event | is_dated\n from | True\n none | False\n until | True",
    )


def test_on_a_day_and_as_known_on_a_day(spec: Spec) -> None:
    told = spec(
        milestones=MILESTONES,
        decisions="""
            loads | body | subject | date | anchor
            2-    | Rat  | late    | 2020 | a
            1     | Rat  | gone    | 2020 | a
                  | Rat  | last    | 2023 | b
        """,
    )
    told.gives(
        queries.events,
        view(PLACES, "2022-02-28"),
        rows="event | is_certain\n Rat: late (zur Kenntnis genommen) | True\n late | True\n ends | False",
    )
    told.gives(
        queries.events,
        view(PLACES, "2022-03-01", FIRST),
        rows="event | is_certain\n Rat: gone (zur Kenntnis genommen) | True\n gone | True\n start | False\n ends | False",
    )


def test_a_decision_that_a_milestone_tells_is_told_once(spec: Spec) -> None:
    """The same place, document, date and words; the decision says more and stays."""
    spec(
        sources=A_PAPER,
        decisions="""
            loads | region | body | subject | date | source       | anchor
                  | 05566  | Rat  | dated   | 2022 | vermerk-2023 | x
                  | 05566  | Rat  | undated |      | vermerk-2023 | y
        """,
        milestones="""
            region | event       | date    | source       | anchor | state
            05566  | same        | 2022    | vermerk-2023 | x      | done
            05566  | no date too |         | vermerk-2023 | y      | done
            05558  | other place | 2022    | vermerk-2023 | x      | done
            05566  | other paper | 2022    | a-paper      | x      | done
            05566  | other date  | 2022-01 | vermerk-2023 | x      | done
            05566  | one date    | 2022-02 | vermerk-2023 | y      | done
            05566  | other words | 2022    | vermerk-2023 | z      | expected
        """,
    ).gives(
        queries.events,
        view("05566 05558"),
        rows="""
            event                                | kind
            other place                          |
            other paper                          |
            Rat: dated (zur Kenntnis genommen)   | noted
            other words                          |
            other date                           |
            one date                             |
            Rat: undated (zur Kenntnis genommen) | noted
        """,
    )


def test_order_is_place_date_state_source_paragraph(spec: Spec) -> None:
    spec(
        sources=A_PAPER,
        decisions="body | anchor\n Rat | x",
        milestones="""
            event | region | date | state    | source       | paragraph
            8     | 05566  |      | done     | a-paper      | 1
            7     | 05566  | 2022 | expected | a-paper      | 1
            6     | 05566  | 2022 | done     | vermerk-2023 |
            5     | 05566  | 2022 | done     | vermerk-2023 | 2
            4     | 05566  | 2022 | done     | vermerk-2023 | 1
            3     | 05566  | 2022 | done     | a-paper      | 8
            2     | 05566  | 2021 | expected | vermerk-2023 | 9
            1     | 05558  | 2023 | expected | vermerk-2023 | 9
        """,
    ).gives(
        queries.events,
        view("05566 05558"),
        rows="event\n 1\n 2\n 3\n 4\n 5\n 6\n 7\n 8\n Rat: x (zur Kenntnis genommen)",
    )


def test_the_last_word_on_order_has_the_key(spec: Spec) -> None:
    told = spec(milestones="event\n a\n b\n c\n d\n e\n f\n g", decisions="body | anchor\n Rat | z")
    answer = told.ask(queries.events, view("05566"))

    assert len(answer) == 8
    assert answer["fact"].is_monotonic_increasing
