"""told.sql: what is said on one subject about the chosen places, with its place and its source."""

from datetime import date

from kim import german
from kim.beside_a_version import DAYS
from kim.loads import Kind
from tests.rows import MUSTER_TEXT
from tests.spec.conftest import Spec
from tests.spec.told import FIRST, Told, cells
from tests.spec.write.loaded import Loaded

BODIES = """
    loads | region   | body  | task | source       | paragraph | anchor  | as_of
    1     | 05566    | board | old  | vermerk-2023 |           |         | 2021
    2-    | 05566    | board | new  | vermerk-2023 |           |         | 2021
          | 05566076 | town  | read | muster-2022  | 1         | Stellen | 2022
          | 05558    | else  |      | vermerk-2023 |           |         | 2021
"""
ROWS = """
SELECT place, body, task, source_kind, source_title, source_date, is_read_from_text
FROM kim.told('bodies', $held_on, $known_on, ['05566', '05566076']) ORDER BY body
"""


def rows(told: Told, held_on: str | None = None, known_on: date | None = None) -> list[object]:
    cursor = told.world.store.current().cursor()
    before = known_on and german.end_of(known_on)
    return [*cells(cursor.execute(ROWS, {"held_on": held_on, "known_on": before}).df())]


def test_a_statement_names_its_place_and_its_source(spec: Spec) -> None:
    assert rows(spec(bodies=BODIES)) == [
        ("Kreis Steinfurt", "board", "new", "memo", "Vermerk zum Stand", "2023", "False"),
        (
            "Rheine",
            "town",
            "read",
            "minutes",
            "Niederschrift Sozialausschuss",
            "2022-11-03",
            "True",
        ),
    ]


def test_what_an_upload_says_is_read_where_the_text_proves_it(loaded: Loaded) -> None:
    """By the load and the proof of each statement."""
    loaded.world.write_document("muster-2022", MUSTER_TEXT)
    heading = "body | source | paragraph | anchor"
    loaded.load(Kind.DATA, sources="source | date\n far | 2020")
    loaded.load(
        Kind.UPLOAD, bodies=f"{heading}\n proven | muster-2022 | 1 | Stellen\n x | far | 1 | y"
    )

    assert [(row[1], row[-1]) for row in rows(Told(loaded.world))] == [
        ("proven", "True"),
        ("x", "False"),
    ]


def test_days_are_those_of_as_of(spec: Spec) -> None:
    told = spec(bodies=BODIES)

    assert [row[1:3] for row in rows(told, "2021-12-31")] == [("board", "new")]
    assert [row[1:3] for row in rows(told, "2021-12-31", FIRST)] == [("board", "old")]


def test_nothing_but_the_columns_of_a_row_and_its_place_and_source(spec: Spec) -> None:
    told = spec(bodies=BODIES)
    found = told.world.store.current().cursor().sql("FROM kim.told('bodies', NULL, NULL, ['05'])")
    declared = [field.name for field in told.world.table("bodies").fields]
    more = ["fact", *DAYS, "proof", "is_certain"]
    more += ["source_kind", "source_title", "source_date", "is_read_from_text"]

    assert found.columns == ["place", *declared, *more]


def test_two_connections_to_one_version_share_it(spec: Spec) -> None:
    """The version is looked at anew while it is read."""
    told = spec(bodies=BODIES)
    before = rows(told)
    told.world.store.require_current()

    assert rows(told) == before


def test_what_is_said_of_a_place_that_is_gone_stands_with_the_one_that_came_after(
    spec: Spec,
) -> None:
    """It keeps its own key, and its place says until when it was one."""
    gone = "ags | name | kind | valid_to | successor\n 05999 | Altkreis | district | 2009-10-20 | 05566"
    told = spec(regions=gone, bodies="region | body\n 05999 | old\n 05566 | new")
    asked = "SELECT region, place FROM kim.told('bodies', NULL, NULL, ['05566']) ORDER BY region"
    assert cells(told.world.store.current().cursor().sql(asked).df()) == [
        ("05566", "Kreis Steinfurt"),
        ("05999", "Altkreis (bis 20.10.2009, danach: Kreis Steinfurt)"),
    ]
