"""coverage.sql: how many statements are known of the Land and of each district with its towns?"""

from kim import queries
from kim.loads import Kind
from tests.rows import MUSTER_TEXT
from tests.spec.conftest import Spec
from tests.spec.told import FIRST, Told, view
from tests.spec.write.loaded import Loaded

BODIES = """
    loads | region   | body | source        | paragraph | anchor  | as_of
          | 05566    | a    | muster-2022   | 1         | Stellen |
          | 05566    | b    | muster-2022   | 1         | Stellen |
          | 05566    | c    | unread        |           |         | 2021
          | 05566076 | d    | muster-2022   | 1         | Stellen |
          | 05515    | e    | web-undatiert |           |         |
          | 05       | f    | vermerk-2023  |           |         | 2020
    2-    | 05515    | g    | vermerk-2023  |           |         | 2020
    1     | 05566    | gone | vermerk-2023  |           |         | 2020
"""
QUESTIONS = """
    region   | question
    05566076 | q
"""
UNREAD = f"source | text_sha256\n unread | {'0' * 64}"


def test_a_town_counts_with_its_district(spec: Spec) -> None:
    """Read from its text is another count than proven; nothing known is a row with 0."""
    spec(bodies=BODIES, open_questions=QUESTIONS, sources=UNREAD).gives(
        queries.coverage,
        view(""),
        ("bodies", "open_questions"),
        rows="""
            ags   | name                | kind             | tile_x | tile_y | fact_table     | facts | read_from_text | proven
            05    | Nordrhein-Westfalen | land             |        |        | bodies         | 1     | 0              | 0
            05515 | Münster             | independent_city | 2      | 1      | bodies         | 2     | 0              | 0
            05558 | Kreis Coesfeld      | district         | 1      | 1      |                | 0     | 0              | 0
            05566 | Kreis Steinfurt     | district         | 2      | 0      | bodies         | 4     | 4              | 3
            05566 | Kreis Steinfurt     | district         | 2      | 0      | open_questions | 1     | 0              | 0
        """,
    )


def test_only_the_subjects_asked_for_count(spec: Spec) -> None:
    spec(bodies=BODIES, open_questions=QUESTIONS, sources=UNREAD).gives(
        queries.coverage,
        view(""),
        ("open_questions",),
        rows="""
            ags   | fact_table     | facts
            05    |                | 0
            05515 |                | 0
            05558 |                | 0
            05566 | open_questions | 1
        """,
    )


def test_on_a_day_as_it_was_known_on_a_day(spec: Spec) -> None:
    told = spec(bodies=BODIES, open_questions=QUESTIONS, sources=UNREAD)
    told.gives(
        queries.coverage,
        view("", "2021-06-01"),
        ("bodies",),
        rows="ags | facts | possible\n 05 | 1 | 0\n 05515 | 2 | 1\n 05558 | 0 | 0\n 05566 | 1 | 1",
    )
    told.gives(
        queries.coverage,
        view("", "2021-06-01", FIRST),
        ("bodies",),
        rows="ags | facts\n 05 | 1\n 05515 | 1\n 05558 | 0\n 05566 | 2",
    )


def test_a_district_has_its_tables_in_the_order_of_their_names(spec: Spec) -> None:
    names = ("evaluations", "bodies", "objectives", "decisions", "milestones", "assessments")
    told = spec(**dict.fromkeys(names, "region\n 05566\n 05515"))
    answer = told.ask(queries.coverage, view(""), names)

    assert list(answer["fact_table"].dropna()) == sorted(names) * 2


def test_a_place_that_is_gone_counts_for_the_one_that_came_after(spec: Spec) -> None:
    """A town's district counts what is said of what the town was before."""
    gone = """
        ags   | name     | kind             | valid_to   | successor | tile_x | tile_y
        05701 | Altkreis | district         | 2009-10-20 | 05558     | 7      | 7
        05702 | Altstadt | independent_city | 2009-10-20 | 05566076  |        |
    """
    spec(regions=gone, bodies="region\n 05701\n 05702\n 05566\n 05558").gives(
        queries.coverage,
        view(""),
        ("bodies",),
        rows="""
            ags   | name                | facts
            05    | Nordrhein-Westfalen | 0
            05515 | Münster             | 0
            05558 | Kreis Coesfeld      | 2
            05566 | Kreis Steinfurt     | 2
        """,
    )


def test_what_only_may_hold_on_the_day_is_counted_one_by_one(spec: Spec) -> None:
    spec(bodies="body | source\n a | web-undatiert\n b | web-undatiert\n c | vermerk-2023").gives(
        queries.coverage,
        view("", "2023-12-31"),
        ("bodies",),
        rows="ags | facts | possible\n 05 | 0 | 0\n 05515 | 0 | 0\n 05558 | 0 | 0\n 05566 | 3 | 2",
    )


def test_what_an_upload_says_is_read_where_the_text_proves_it(loaded: Loaded) -> None:
    loaded.world.write_document("muster-2022", MUSTER_TEXT)
    loaded.load(Kind.DATA, sources="source | date\n far | 2020")
    rows = "body | source | paragraph | anchor\n a | muster-2022 | 1 | Stellen\n b | far | 1 | y"
    loaded.load(Kind.UPLOAD, bodies=rows)

    answer = Told(loaded.world).ask(queries.coverage, view(""), ("bodies",)).set_index("ags")
    assert answer.loc["05566", ["facts", "read_from_text", "proven"]].tolist() == [2, 1, 1]
