"""What a load does not touch is taken over as it is, and every table says what it would say if all were made anew."""

import gc
from collections.abc import Callable
from pathlib import Path

import duckdb
import pytest

from etl.fetching.papers.paper import Paper, Paragraph, Reading
from etl.fetching.texts import Texts
from etl.uploads.stages import Published
from kim.store import Store
from tests.conftest import World, quick_world
from tests.etl.submitting import CLOCK, FIRST_LOAD, load, uploads
from tests.rows import ORGANISATIONS, POSITION, SOURCES

pytestmark = pytest.mark.hardship

Step = Callable[[World], object]
TABLES = "SELECT table_name FROM duckdb_tables() WHERE database_name = current_database()"
CONTENT = "SELECT count(*), sum(hash(held)) FROM query_table($name) AS held"
OF_THE_PAGE = POSITION | {"source": "web-undatiert", "region": "05515", "anchor": "zwei Stellen"}
DATED = SOURCES[1] | {"date": "2021-05"}
FETCHED = {"web-undatiert": "Münster hat zwei Stellen."}


def published(world: World, table: str, *rows: dict[str, object]) -> None:
    assert isinstance(load(world, table, *rows), Published)


def fetched(world: World) -> None:
    for source, said in FETCHED.items():
        Texts(world.store.folder).write(source, Paper(Reading.TEXT, [Paragraph(said)]))


STEPS: list[Step] = [
    lambda world: world.build(),
    lambda world: published(world, "positions", POSITION | {"status": "filled"}),
    lambda world: published(world, "organisations", ORGANISATIONS[0] | {"name": "Neuer Name"}),
    lambda world: published(world, "positions", OF_THE_PAGE | {"status": "planned"}),
    fetched,
    lambda world: published(world, "positions", OF_THE_PAGE | {"status": "funded"}),
    lambda world: published(world, "sources", DATED),
    lambda world: uploads(world).withdraw(2, lambda _: None),
    lambda world: uploads(world).withdraw(6, lambda _: None),
    lambda world: uploads(world).restore(2, lambda _: None),
]


def content(world: World) -> dict[str, object]:
    cursor = world.store.current().cursor()
    names = {name for (name,) in cursor.sql(TABLES).fetchall()} - {
        "made_by",
        "loads",
    }  # a received file has a name of its own
    return {each: cursor.execute(CONTENT, {"name": each}).fetchone() for each in sorted(names)}


def went(world: World, *, is_of_an_earlier_program: bool) -> list[dict[str, object]]:
    """What the version holds after each step."""
    CLOCK.day, contents = FIRST_LOAD, []
    for step in STEPS:
        if is_of_an_earlier_program and world.store.number():
            world.store = Store(world.store.folder)
            gc.collect()
            with duckdb.connect(world.store.path(world.store.number())) as version:
                version.execute("UPDATE made_by SET program = 'an earlier one'")
        step(world)
        contents.append(content(world))
    return contents


def test_a_version_says_the_same_whether_tables_are_carried_or_made_anew(tmp_path: Path) -> None:
    kept, anew = quick_world(tmp_path / "kept"), quick_world(tmp_path / "anew")
    carried = went(kept, is_of_an_earlier_program=False)

    for made, expected in zip(carried, went(anew, is_of_an_earlier_program=True), strict=True):
        assert made == expected
    assert len({str(each) for each in carried}) == len(STEPS) - 1  # a text alone changes nothing


@pytest.mark.parametrize(("number", "made_anew"), [(2, False), (7, True)])
def test_a_new_word_on_a_source_makes_every_table_anew(
    tmp_path: Path, number: int, *, made_anew: bool
) -> None:
    """A mark on a row of a table that no load of these brings: only what is carried keeps it."""
    world = quick_world(tmp_path)
    CLOCK.day = FIRST_LOAD
    before, step = STEPS[:1], STEPS[{2: 1, 7: 6}[number]]
    for each in before:
        each(world)
    world.store = Store(world.store.folder)
    gc.collect()
    with duckdb.connect(world.store.path(1)) as version:
        version.execute("UPDATE milestones SET proof = 'mark'")
    step(world)
    assert ("mark" not in {row[-1] for row in world.rows("milestones")}) is made_anew
