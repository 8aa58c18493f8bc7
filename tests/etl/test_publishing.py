"""What a load does to the facts: added, changed, withdrawn, never overwritten; and what held when."""

from datetime import date, datetime, timedelta

import pytest

from kim import german
from tests.conftest import FIRST_LOAD, World
from tests.rows import MUSTER_TEXT, POSITION, SOURCES

pytestmark = pytest.mark.writing

SECOND_LOAD = FIRST_LOAD + timedelta(days=30)
THIRD_LOAD = FIRST_LOAD + timedelta(days=60)
TODAY = date(2100, 1, 1)


def quantities(
    world: World, held_on: date | None = None, known_on: date | None = None
) -> list[object]:
    query = "SELECT quantity FROM kim.as_of('positions', $held_on, $known_on) ORDER BY quantity"
    parameters = {"held_on": held_on, "known_on": known_on and german.end_of(known_on)}
    cursor = world.store.current().cursor()
    return [row[0] for row in cursor.execute(query, parameters).fetchall()]


def loaded(world: World) -> list[tuple[object, ...]]:
    """Value, load, withdrawn?, known from, known to (None: still) of every statement."""
    rows = world.store.current().cursor().table("positions")
    columns = "quantity, load, retracted, known_from, nullif(known_to, 'infinity') AS known_to"
    return rows.project(columns).order("load, quantity, retracted").fetchall()


def load(world: World, now: datetime, *positions: dict[str, object]) -> dict[str, tuple[int, int]]:
    """Load these positions; what was added and withdrawn in each table that changed."""
    world.write("positions", *positions)
    report = world.build(now)
    assert report.findings == []
    return {
        each.table: (each.added, each.retracted)
        for each in report.changes
        if each.added or each.retracted
    }


ONE = dict(POSITION)
WORDS = {"anchor": "im Case Management ein"}
CHANGED = ONE | WORDS | {"quantity": 2.4}
OTHER = ONE | WORDS | {"status": "planned", "quantity": 7}


def test_the_first_load_publishes_version_1(world: World) -> None:
    report = world.build()
    assert (report.version, world.store.number(), world.store.current().number) == (1, 1, 1)
    assert quantities(world) == [0, 1.9, 3.5, None]
    assert world.rows("loads") == [(1, FIRST_LOAD, "data", "", None, "")]


def test_loading_the_same_files_again_publishes_nothing(world: World) -> None:
    world.build()
    report = world.build(SECOND_LOAD)
    assert (report.version, world.store.number()) == (None, 1)
    assert report.findings == []
    assert not any(change.added or change.retracted for change in report.changes)


def test_nothing_is_half_loaded(world: World) -> None:
    world.build()
    before = [loaded(world), world.rows("organisations"), sorted(world.store.folder.iterdir())]
    world.write("organisations")
    world.write("positions", CHANGED)
    assert world.build(SECOND_LOAD).findings
    assert [
        loaded(world),
        world.rows("organisations"),
        sorted(world.store.folder.iterdir()),
    ] == before


def test_a_changed_value_adds_a_statement_and_the_old_one_stays(world: World) -> None:
    load(world, FIRST_LOAD, ONE)
    assert load(world, SECOND_LOAD, CHANGED) == {"positions": (1, 0)}
    assert loaded(world) == [
        (1.9, 1, False, FIRST_LOAD, SECOND_LOAD),
        (2.4, 2, False, SECOND_LOAD, None),
    ]
    assert quantities(world) == [2.4]
    assert quantities(world, known_on=FIRST_LOAD.date()) == [1.9]


def test_a_row_that_is_gone_is_withdrawn_not_deleted(world: World) -> None:
    load(world, FIRST_LOAD, ONE, OTHER)
    assert load(world, SECOND_LOAD, ONE) == {"positions": (0, 1)}
    assert loaded(world) == [
        (1.9, 1, False, FIRST_LOAD, None),
        (7, 1, False, FIRST_LOAD, SECOND_LOAD),
        (7, 2, True, SECOND_LOAD, None),
    ]
    assert quantities(world) == [1.9]
    assert quantities(world, TODAY) == [1.9]
    assert quantities(world, known_on=FIRST_LOAD.date()) == [1.9, 7]


def test_a_withdrawn_row_that_returns_is_a_new_statement(world: World) -> None:
    load(world, FIRST_LOAD, ONE, OTHER)
    load(world, SECOND_LOAD, ONE)
    assert load(world, THIRD_LOAD, ONE, OTHER) == {"positions": (1, 0)}
    assert quantities(world) == [1.9, 7]
    assert quantities(world, known_on=SECOND_LOAD.date()) == [1.9]


def test_a_file_with_rows_in_another_order_changes_nothing(world: World) -> None:
    load(world, FIRST_LOAD, ONE, OTHER)
    world.write("positions", OTHER, ONE)
    assert world.build(SECOND_LOAD).version is None


def test_before_the_first_load_nothing_was_known(world: World) -> None:
    load(world, FIRST_LOAD, ONE)
    assert quantities(world, known_on=FIRST_LOAD.date() - timedelta(days=1)) == []


def test_a_statement_holds_from_its_own_day_or_its_documents(world: World) -> None:
    expected = {
        "2023": {date(2022, 12, 31): False, date(2023, 1, 1): True},
        "2023-05": {date(2023, 4, 30): False, date(2023, 5, 1): True},
        "2023-05-17": {date(2023, 5, 16): False, date(2023, 5, 17): True},
        "": {date(2022, 11, 2): False, date(2022, 11, 3): True},
        "--05-17": {date(2022, 11, 3): True},
    }
    load(
        world,
        FIRST_LOAD,
        *(ONE | {"as_of": each, "area": f"Stand {each or 'offen'}"} for each in expected),
    )
    cursor = world.store.current().cursor()

    def holds(stated: str, day: date) -> bool:
        asked = "SELECT count(*) FROM kim.as_of('positions', $day, NULL) WHERE area = $area"
        [(found,)] = cursor.execute(
            asked, {"day": day, "area": f"Stand {stated or 'offen'}"}
        ).fetchall()
        return bool(found == 1)

    assert {
        each: {day: holds(each, day) for day in expected[each]} for each in expected
    } == expected


def test_an_undated_fact_may_have_held_on_any_day(world: World) -> None:
    load(world, FIRST_LOAD, ONE | {"source": "web-undatiert"})
    assert quantities(world) == [1.9]
    assert quantities(world, date(1990, 1, 1)) == quantities(world, TODAY) == [1.9]


def test_the_newest_known_wins_before_the_date_filters(world: World) -> None:
    """A document turns out to be younger: its old value must not come back for the day between."""
    load(world, FIRST_LOAD, ONE | {"source": "vermerk-2023"})
    world.write("sources", *SOURCES[:1], SOURCES[1] | {"date": "2025"}, SOURCES[2])
    load(world, SECOND_LOAD, CHANGED | {"source": "vermerk-2023"})
    assert quantities(world, date(2024, 6, 1)) == []
    assert quantities(world, date(2025, 6, 1)) == [2.4]


def test_as_of_picks_the_newest_first_whatever_the_dates_of_its_statements(world: World) -> None:
    """The same on rows that no load writes today: two statements of one fact with two days."""
    load(world, FIRST_LOAD, ONE)
    cursor = world.store.current().cursor()
    cursor.execute("""
        CREATE TABLE kim.statements AS
        SELECT *, day AS held_from_earliest, day AS held_from_latest,
            DATE 'infinity' AS held_until_earliest, DATE 'infinity' AS held_until_latest
        FROM (VALUES
            ('old', DATE '2020-01-01', TIMESTAMP '2021-01-01', TIMESTAMP '2022-01-01', false),
            ('new', DATE '2024-01-01', TIMESTAMP '2022-01-01', TIMESTAMP 'infinity', false)
        ) AS statement (value, day, known_from, known_to, retracted)
    """)
    as_of = "SELECT value FROM kim.as_of('statements', $held_on, $known_on)"

    def values(held_on: date | None, known_on: date | None) -> list[tuple[str]]:
        return cursor.execute(
            as_of, {"held_on": held_on, "known_on": known_on and german.end_of(known_on)}
        ).fetchall()

    assert values(date(2023, 1, 1), None) == []
    assert values(date(2024, 1, 1), None) == [("new",)]
    assert values(date(2023, 1, 1), date(2021, 6, 1)) == [("old",)]
    assert values(None, date(2022, 1, 1)) == [("new",)]
    assert values(None, date(2020, 1, 1)) == []


def proofs(world: World) -> list[object]:
    rows = world.store.current().cursor().table("positions").filter("known_to = 'infinity'")
    return [row[0] for row in rows.project("proof, quantity").order("quantity").fetchall()]


def test_proof_counts_what_the_texts_say(world: World) -> None:
    report = world.build()
    assert report.proof == {"proven": 2, "unproven": 6, "contradicted": 0}
    assert proofs(world) == ["unproven", "proven", "proven", "unproven"]


def test_a_document_that_arrives_later_turns_unproven_into_proven(world: World) -> None:
    text = world.documents / "muster-2022.txt"
    text.unlink()
    assert world.build().proof["proven"] == 0
    world.write_document("muster-2022", MUSTER_TEXT)
    report = world.build(SECOND_LOAD)
    assert (report.version, report.proof["proven"]) == (2, 2)
    assert not any(change.added for change in report.changes)
    text.unlink()
    report = world.build(THIRD_LOAD)
    assert (report.version, report.proof["proven"]) == (3, 0)


def test_an_old_statement_may_be_contradicted_by_the_text(world: World) -> None:
    """Only today's facts are refused: what was once claimed stays on record."""
    (world.documents / "muster-2022.txt").unlink()
    load(world, FIRST_LOAD, ONE | {"anchor": "richtet 9 Stellen"})
    world.write_document("muster-2022", MUSTER_TEXT)
    load(world, SECOND_LOAD, ONE)
    rows = world.store.current().cursor().table("positions")
    assert rows.project("load, proof").order("load").fetchall() == [
        (1, "contradicted"),
        (2, "proven"),
    ]
    assert proofs(world) == ["proven"]


def test_an_anchor_may_run_over_the_end_of_a_line(world: World) -> None:
    load(world, FIRST_LOAD, ONE | {"anchor": "1,9 Stellen im Case Management"})
    assert proofs(world) == ["proven"]


def test_a_new_column_is_empty_in_old_statements(world: World) -> None:
    load(world, FIRST_LOAD, ONE)

    def with_colour(resource: dict) -> None:  # type: ignore[type-arg]
        resource["schema"]["fields"].insert(
            2, {"name": "colour", "title": "Farbe", "type": "string"}
        )

    world.declare("positions", with_colour)
    assert load(world, SECOND_LOAD, ONE | {"colour": "blau"}) == {"positions": (1, 0)}
    rows = world.store.current().cursor().table("positions")
    assert rows.project("colour, load").order("load").fetchall() == [(None, 1), ("blau", 2)]


def test_a_changed_reference_row_is_a_new_version_without_changed_facts(world: World) -> None:
    world.build()
    world.write("sources", *SOURCES[:2], SOURCES[2] | {"title": "Anderer Titel"})
    report = world.build(SECOND_LOAD)
    assert report.version == 2
    changed = [each.table for each in report.changes if each.added or each.retracted]
    assert changed == ["sources"]
