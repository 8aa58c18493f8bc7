"""history.sql: what was ever loaded, by whom, from which files, and what did it do?"""

import hashlib
from pathlib import Path

import pytest

from kim import queries
from tests.conftest import FIRST_LOAD, World, tiny_world
from tests.etl.submitting import load, uploads
from tests.rows import POSITION
from tests.spec.told import BUILT, Told
from tests.spec.write.loaded import Loaded
from ui.widgets.history import last_change

OTHER = POSITION | {"status": "planned", "anchor": "im Case Management"}


@pytest.fixture
def told(tmp_path_factory: pytest.TempPathFactory) -> Told:
    """Two uploads, the first withdrawn and brought back, the second withdrawn."""
    key = (("history", ""),)
    if key not in BUILT:
        BUILT[key] = busy_world(tmp_path_factory.mktemp("history"))
    return Told(BUILT[key])


def busy_world(folder: Path) -> World:
    world = tiny_world(folder)
    world.keep("regions", "organisations", "sources", "positions")
    world.write("positions", POSITION)
    world.build()
    load(world, "positions", POSITION, OTHER)
    load(world, "positions", OTHER | {"area": "Nord"})
    editor = uploads(world)
    for decide, number in ((editor.withdraw, 2), (editor.restore, 2), (editor.withdraw, 3)):
        assert decide(number, lambda _: None).findings == []
    return world


def test_every_load_the_newest_first_with_its_tables_and_what_it_did(told: Told) -> None:
    told.gives(
        queries.history,
        rows="""
            load | kind        | subject  | about | table_name    | file              | said | added | retracted | is_withdrawn
            6    | withdrawal  | editor-1 | 3     | positions     |                   | 1    | 0     | 1         | False
            5    | restoration | editor-1 | 2     | positions     |                   | 0    | 1     | 0         | False
            4    | withdrawal  | editor-1 | 2     | positions     |                   | 1    | 0     | 1         | False
            3    | upload      | editor-1 |       | positions     | neu.csv           | 1    | 1     | 0         | True
            2    | upload      | editor-1 |       | positions     | neu.csv           | 2    | 1     | 0         | False
            1    | data        |          |       | organisations | organisations.csv | 3    | 3     | 0         | False
            1    | data        |          |       | positions     | positions.csv     | 1    | 1     | 0         | False
            1    | data        |          |       | regions       | regions.csv       | 5    | 5     | 0         | False
            1    | data        |          |       | sources       | sources.csv       | 3    | 3     | 0         | False
        """,
    )


def test_a_file_is_told_by_its_size_and_digest_and_a_load_by_its_time(told: Told) -> None:
    answer = told.ask(queries.history)
    data = told.world.data / "regions.csv"
    regions = answer[answer["table_name"] == "regions"].iloc[0]

    assert regions["size"] == data.stat().st_size
    assert regions["sha256"] == hashlib.sha256(data.read_bytes()).hexdigest()
    assert regions["loaded_at"] == FIRST_LOAD
    assert answer["loaded_at"].is_monotonic_decreasing


def test_a_file_that_changes_nothing_and_a_decision_without_effect_are_told_too(
    tmp_path: Path,
) -> None:
    """The withdrawn upload had been corrected by a newer one."""
    loaded = Loaded(tmp_path, "bodies")
    loaded.told("data board a", "upload board b", "upload board c", "withdraw 3")
    Told(loaded.world).gives(
        lambda: queries.history().head(7),
        rows="""
            load | kind       | table_name    | file              | said | added | retracted | is_withdrawn
            5    | withdrawal |               |                   | 0    | 0     | 0         | False
            4    | upload     | bodies        |                   | 1    | 1     | 0         | False
            3    | upload     | bodies        |                   | 1    | 1     | 0         | True
            2    | data       | bodies        | bodies.csv        | 1    | 1     | 0         | False
            2    | data       | organisations | organisations.csv | 0    | 0     | 0         | False
            2    | data       | regions       | regions.csv       | 0    | 0     | 0         | False
            2    | data       | sources       | sources.csv       | 0    | 0     | 0         | False
        """,
    )


def test_the_page_begins_with_the_last_load_and_what_it_changed(told: Told) -> None:
    (said,) = {told.ask(lambda: last_change(queries.history(), {}))}

    assert said.startswith("Zuletzt veröffentlicht: Fassung 6 am ")
    assert said.endswith("(Fassung 3 zurückgenommen). Neu oder geändert: 0 Zeilen, entfallen: 1.")


def test_before_anything_is_loaded_nothing_was_changed(told: Told) -> None:
    assert told.ask(lambda: last_change(queries.history().head(0), {})) == ""
