"""as_of.sql: what held on a day, as far as it was known on a day? The newest known wins first."""

from datetime import date, datetime, timedelta
from pathlib import Path

import pytest

from kim import queries
from kim.tables import package
from tests.conftest import tiny_world
from tests.rows import POSITION
from tests.spec.conftest import Spec
from tests.spec.exhibits.test_german import LAST_MOMENTS
from tests.spec.told import FIRST, SECOND, THIRD, Told, view

DAY = timedelta(days=1)
WORDS = {"source": "vermerk-2023", "paragraph": None, "anchor": "Worte"}
# One body whose task is told anew by the second and by the third load, and one told no more.
TASKS = """
    loads | body     | task | as_of
    1     | board    | old  | 2022
    2     | board    | new  | 2022
    3-    | board    | last | 2022
    1     | gone     | gone | 2022
    2-    | late     | late | 2022
"""


@pytest.mark.parametrize(
    ("known_on", "tasks"),
    [
        (FIRST - DAY, ""),
        (FIRST, "gone old"),
        (SECOND - DAY, "gone old"),
        (SECOND, "late new"),
        (THIRD - DAY, "late new"),
        (THIRD, "last late"),
        (None, "last late"),
    ],
)
def test_a_load_is_known_from_its_own_day_on(spec: Spec, known_on: date, tasks: str) -> None:
    """The third load came at midnight: it is not known on the day that ended then."""
    answer = spec(bodies=TASKS).ask(queries.facts, "bodies", view("05566", known_on=known_on))

    assert " ".join(sorted(answer["task"])) == tasks


HELD = """
    body | source        | as_of
    day  | vermerk-2023  | 2022-11-17
    from | vermerk-2023  | 2022
    none | web-undatiert |
    span | vermerk-2023  | 2021/2022-03-31
    till | vermerk-2023  | ../2022
"""


@pytest.mark.parametrize(
    ("held_on", "certainly", "possibly"),
    [
        (None, "day from none span till", ""),
        ("2020-12-31", "", "none till"),
        ("2021-01-01", "", "none span till"),
        ("2021-12-31", "span", "none till"),
        ("2022-01-01", "span till", "from none"),
        ("2022-01-02", "span", "from none till"),
        ("2022-03-31", "span", "from none till"),
        ("2022-04-01", "", "from none till"),
        ("2022-11-16", "", "from none till"),
        ("2022-11-17", "day", "from none till"),
        ("2022-12-30", "day", "from none till"),
        ("2022-12-31", "day from", "none till"),
        ("2023-01-01", "day from", "none"),
        ("2024-01-09", "day from", "none"),
        ("2024-01-10", "day from none", ""),
        ("2100-01-01", "day from none", ""),
    ],
)
def test_on_a_day_a_statement_holds_certainly_possibly_or_not(
    spec: Spec, held_on: str, certainly: str, possibly: str
) -> None:
    """A document without a date is at the latest of the day on which we first had it."""
    answer = spec(bodies=HELD).ask(queries.facts, "bodies", view("05566", held_on))
    by_certainty = answer.sort_values("body").groupby("is_certain")["body"].agg(" ".join)

    assert by_certainty.get(True, "") == certainly
    assert by_certainty.get(False, "") == possibly


def test_what_stands_beside_a_version_is_asked(spec: Spec) -> None:
    """Not the version's own table, which an earlier program may have made."""
    cursor = spec(bodies=HELD).world.store.current().cursor()
    cursor.execute("CREATE OR REPLACE VIEW kim.shown AS FROM kim.bodies")

    assert len(cursor.sql("FROM kim.as_of('shown', NULL, NULL)")) == 5


@pytest.mark.parametrize("table", [each.name for each in package().facts if each.name != "bodies"])
def test_a_table_that_an_earlier_program_did_not_have_is_empty(spec: Spec, table: str) -> None:
    told = spec(bodies=HELD)
    answer = told.ask(queries.facts, table, view("05566"))
    declared = {field.name for field in package().tables[table].fields}

    assert answer.empty
    assert declared <= {*answer.columns}


def test_an_end_that_is_open_is_none(spec: Spec) -> None:
    answer = spec(bodies=HELD).ask(queries.facts, "bodies", view("05566")).set_index("body")

    days = [f"{day:%d.%m.%Y}" for day in answer.loc["till"].filter(like="held_until")]
    assert days == ["01.01.2022", "31.12.2022"]
    has_end = answer[["held_until_earliest", "held_until_latest"]].notna().all(axis=1)
    assert sorted(has_end[has_end].index) == ["span", "till"]
    assert answer[["held_until_earliest", "held_until_latest"]].isna().sum().tolist() == [3, 3]


@pytest.mark.parametrize(
    ("held_on", "known_on", "tasks"),
    [
        ("2022-06-01", FIRST, "gone old"),
        ("2022-06-01", SECOND, "late new"),
        ("2021-06-01", SECOND, ""),
    ],
)
def test_both_days_together(spec: Spec, held_on: str, known_on: date, tasks: str) -> None:
    answer = spec(bodies=TASKS).ask(queries.facts, "bodies", view("05566", held_on, known_on))

    assert " ".join(sorted(answer["task"])) == tasks


def test_what_comes_at_midnight_in_germany_is_known_on_the_new_day(tmp_path: Path) -> None:
    """A load in the last moment of each day, another one with the next day."""
    told = Told(tiny_world(tmp_path))
    told.world.keep("regions", "organisations", "sources", "positions")
    quantity = 0
    for _, moment in sorted(LAST_MOMENTS):
        for at in (last := datetime.fromisoformat(moment), last + timedelta(microseconds=1)):
            quantity += 1
            told.world.write("positions", POSITION | WORDS | {"quantity": quantity})
            assert told.world.build(at).findings == []

    days = sorted(date.fromisoformat(day) for day, _ in LAST_MOMENTS)
    for number, on in enumerate(days, 1):
        after = 2 * number + (on + DAY in days)
        for known_on, known in ((on, 2 * number - 1), (on + DAY, after)):
            facts = told.ask(queries.facts, "positions", view("05566", known_on=known_on))
            assert list(facts["quantity"]) == [known], known_on
    assert told.ask(queries.first_day) == date(2024, 1, 10)
