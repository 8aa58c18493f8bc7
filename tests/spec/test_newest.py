"""newest.sql: which dated statements are the newest, at most a few of each document?"""

from kim import queries
from tests.spec.conftest import Spec
from tests.spec.told import FIRST, Told, view

SUBJECTS = ("milestones", "bodies", "decisions")
BODIES = """
    loads | region   | body    | as_of | source        | paragraph
          | 05566    | today   | 2023  | vermerk-2023  | 1
          | 05566    | future  | 2199  | vermerk-2023  | 2
          | 05566    | undated |       | web-undatiert |
    2-    | 05566    | new     | 2022  | b             |
    1     | 05566    | gone    | 2022  | b             |
          | 05558    | far     | 2022  | b             |
          | 05566076 | town    | 2019  | b             | 4
"""
MILESTONES = """
    loads | event   | date    | as_of | source       | state
          | month   | 2022-07 | 2010  | vermerk-2023 | done
          | planned | 2199-01 | 2010  | vermerk-2023 | expected
          | no year | --05    | 2010  | vermerk-2023 | expected
          | no day  |         | 2010  | vermerk-2023 | expected
    2-    | late    | 2021-02 |       | b            | done
"""
DECISIONS = """
    loads | body    | date       | as_of | source
          | day     | 2022-02-03 | 2010  | vermerk-2023
          | year    | 2020       | 2010  | vermerk-2023
          | planned | 2199       | 2010  | vermerk-2023
    2-    | late    | 2018       |       | b
"""
SOURCES = "source | date\n b | 2015"
NAMES = {"bodies": "body", "milestones": "event", "decisions": "body"}


def told_of(spec: Spec) -> Told:
    return spec(bodies=BODIES, milestones=MILESTONES, decisions=DECISIONS, sources=SOURCES)


def named(told: Told, *asked: object) -> str:
    """The statements by table and name, in the order of the answer."""
    answer = told.ask(queries.newest, *asked)
    cursor = told.world.store.current().cursor()
    names = {
        (table, fact): name
        for table, column in NAMES.items()
        for fact, name in cursor.table(table).project(f"fact, {column}").fetchall()
    }
    asked_for = zip(answer["fact_table"], answer["fact"], answer["day"], strict=True)
    return ", ".join(f"{t} {names[t, fact]} {day:%Y-%m-%d}" for t, fact, day in asked_for)


def test_an_event_counts_by_its_day_any_other_statement_by_when_it_held(spec: Spec) -> None:
    """What is still to come is no news, nor is what has no day."""
    assert named(told_of(spec), view("05566 05566076"), SUBJECTS, 9, 9) == (
        "bodies today 2023-01-01, milestones month 2022-07-01, decisions day 2022-02-03, "
        "bodies new 2022-01-01, milestones late 2021-02-01, decisions year 2020-01-01, "
        "bodies town 2019-01-01, decisions late 2018-01-01"
    )


def test_on_a_day_what_happened_after_it_is_no_news(spec: Spec) -> None:
    assert named(told_of(spec), view("05566", "2022-02-03"), SUBJECTS, 9, 9) == (
        "decisions day 2022-02-03, bodies new 2022-01-01, milestones late 2021-02-01, "
        "decisions year 2020-01-01, decisions late 2018-01-01"
    )


def test_what_was_expected_is_news_from_its_day_on_and_once_it_is_over_comes_last(
    spec: Spec,
) -> None:
    assert named(told_of(spec), view("05566", "2199-12-31"), SUBJECTS, 3, 9) == (
        "bodies future 2199-01-01, decisions planned 2199-01-01, bodies today 2023-01-01"
    )
    assert named(told_of(spec), view("05566", "2199-01-31"), SUBJECTS, 1, 9) == (
        "milestones planned 2199-01-01"
    )


def test_what_was_known_on_a_day(spec: Spec) -> None:
    assert named(told_of(spec), view("05566", known_on=FIRST), SUBJECTS, 9, 9) == (
        "bodies today 2023-01-01, milestones month 2022-07-01, decisions day 2022-02-03, "
        "bodies gone 2022-01-01, decisions year 2020-01-01"
    )


def test_an_event_that_was_told_later_than_the_day_is_not_known_then(spec: Spec) -> None:
    told = spec(
        bodies="body | as_of\n x | 2000",
        milestones="event | date | as_of\n told late | 2020 | 2022",
        decisions="body | date | as_of\n told late | 2020 | 2022",
    )
    assert named(told, view("05566", "2021-12-31"), ("milestones", "decisions"), 9, 9) == ""


def test_the_day_itself_is_the_last_that_counts(spec: Spec) -> None:
    told = told_of(spec)
    assert named(told, view("05566", "2022-02-02"), ("decisions",), 1, 9) == (
        "decisions year 2020-01-01"
    )
    assert named(told, view("05566", "2022-02-03"), ("decisions",), 1, 9) == (
        "decisions day 2022-02-03"
    )


def test_what_has_ended_by_the_day_is_no_news(spec: Spec) -> None:
    told = spec(
        bodies="body | as_of\n ended | 2020/2021-12-31\n lasts | 2019",
        milestones="event",
        decisions="body",
    )
    assert named(told, view("05566", "2021-12-31"), ("bodies",), 9, 9) == (
        "bodies ended 2020-01-01, bodies lasts 2019-01-01"
    )
    assert named(told, view("05566", "2022-01-01"), ("bodies",), 9, 9) == "bodies lasts 2019-01-01"


POSTS = """
    region   | module | quantity | unit    | measure  | status      | as_of | source | anchor
    05566    | 2      | 1.9      | posts   | increase | planned     | 2021  | a      | followed
    05566    | 2      | 1.5      | posts   | total    | established | 2021  | a      | earlier
    05566    | 2      | 3.5      | posts   | total    | established | 2022  | b      | newest
    05566    | 2      | 1.0      | posts   | total    | planned     | 2023  | b      | ahead
    05566    | 1      | 1.0      | posts   | increase | planned     | 2020  | b      | other module
    05566    | 2      | 2        | persons | total    | planned     | 2019  | b      | other unit
    05566076 | 2      | 1.0      | posts   | total    | planned     | 2018  | b      | other place
    05566    | 3      | 1.0      | posts   | total    | planned     | 2016  | b      | still planned
    05566    | 3      | 1.0      | posts   | increase | established | 2017  | b      | no total
"""


def test_a_number_of_posts_is_news_until_another_followed_it(spec: Spec) -> None:
    told = spec(
        positions=POSTS,
        milestones="event",
        decisions="body",
        commitments="promise",
        sources="source | date\n a | 2015\n b | 2015",
    )
    found = told.ask(queries.newest, view("05566 05566076"), ("positions",), 9, 9)
    anchors = dict(
        told.world.store.current().cursor().table("positions").project("fact, anchor").fetchall()
    )

    assert [anchors[fact] for fact in found["fact"]] == [
        "ahead",
        "newest",
        "other module",
        "other unit",
        "other place",
        "no total",
        "still planned",
    ]


def test_a_promise_that_is_kept_or_lapsed_is_no_news(spec: Spec) -> None:
    told = spec(
        commitments="""
            promise | state  | as_of | source
            kept    | kept   | 2021  | a
            lapsed  | lapsed | 2021  | a
            open    | open   | 2021  | b
            later   | open   | 2022  | b
        """,
        milestones="event",
        decisions="body",
        sources="source | date\n a | 2015\n b | 2015",
    )
    found = told.ask(queries.newest, view("05566", "2021-12-31"), ("commitments",), 9, 9)

    assert [f"{day:%Y}" for day in found["day"]] == ["2021"]


def test_of_one_document_what_is_over_comes_last(spec: Spec) -> None:
    told = spec(
        milestones="""
            event  | date    | as_of | source | state
            past   | 2022-06 | 2010  | b      | expected
            before | 2021-05 | 2010  | b      | done
        """,
        bodies="body",
        decisions="body",
        sources=SOURCES,
    )

    assert named(told, view("05566"), ("milestones",), 9, 1) == "milestones before 2021-05-01"
    assert named(told, view("05566", "2022-06-30"), ("milestones",), 9, 1) == (
        "milestones past 2022-06-01"
    )
    assert named(told, view("05566"), ("milestones",), 9, 9) == (
        "milestones before 2021-05-01, milestones past 2022-06-01"
    )
    assert named(told, view("05566", "2022-06-30"), ("milestones",), 9, 9) == (
        "milestones past 2022-06-01, milestones before 2021-05-01"
    )


def test_what_is_expected_until_a_later_day_is_not_over(spec: Spec) -> None:
    told = spec(
        milestones="""
            event   | date            | as_of | source | state
            running | 2020-01/2199-12 | 2010  | b      | expected
            before  | 2019-05         | 2010  | b      | done
        """,
        bodies="body",
        decisions="body",
        sources=SOURCES,
    )

    assert named(told, view("05566"), ("milestones",), 9, 9) == (
        "milestones running 2020-01-01, milestones before 2019-05-01"
    )


def test_only_the_subjects_asked_for(spec: Spec) -> None:
    assert named(told_of(spec), view("05566"), ("decisions",), 9, 9) == (
        "decisions day 2022-02-03, decisions year 2020-01-01, decisions late 2018-01-01"
    )


def test_at_most_a_few_and_a_few_of_each_document(spec: Spec) -> None:
    told = told_of(spec)

    assert named(told, view("05566"), SUBJECTS, 9, 1) == (
        "bodies today 2023-01-01, bodies new 2022-01-01"
    )
    assert named(told, view("05566"), SUBJECTS, 3, 2) == (
        "bodies today 2023-01-01, milestones month 2022-07-01, bodies new 2022-01-01"
    )


ONE_DAY = "{} | source | date\n x | a | 2020\n x | b | 2020\n x | c | 2020\n y | a | 2020"
PAPERS = "source\n a\n b\n c"


def test_of_one_day_the_subject_named_first_comes_first(spec: Spec) -> None:
    """In the whole, and among the few of each document."""
    told = spec(
        sources=PAPERS,
        bodies=ONE_DAY.format("body").replace("date", "as_of"),
        milestones=ONE_DAY.format("event"),
        decisions=ONE_DAY.format("body"),
    )
    answer = told.ask(queries.newest, view("05566"), SUBJECTS, 99, 9)
    few = told.ask(queries.newest, view("05566"), SUBJECTS, 99, 1)

    assert list(answer["fact_table"]) == [each for each in SUBJECTS for _ in range(4)]
    assert list(few["fact_table"]) == ["milestones"] * 3


def test_of_one_subject_and_day_the_key_has_the_last_word(spec: Spec) -> None:
    rows = "\n".join(f"{body} | {paper} | 2020" for paper in "abc" for body in "stuvw")
    told = spec(
        sources=PAPERS,
        bodies=f"body | source | as_of\n {rows}",
        milestones="event",
        decisions="body",
    )
    answer = told.ask(queries.newest, view("05566"), SUBJECTS, 99, 9)

    assert len(answer) == 15
    assert answer["fact"].is_monotonic_increasing


def test_among_the_few_of_a_document_the_key_has_the_last_word(spec: Spec) -> None:
    told = spec(bodies="body\n a\n b\n c\n d\n e\n f\n g", milestones="event", decisions="body")
    answer = told.ask(queries.newest, view("05566"), ("bodies",), 9, 9)
    few = told.ask(queries.newest, view("05566"), ("bodies",), 9, 3)

    assert len(answer) == 7
    assert answer["fact"].is_monotonic_increasing
    assert list(few["fact"]) == list(answer["fact"][:3])
