"""A place that an earlier program held under two keys is one place: on the next load and on a rebuild.

The kept store was written by such a program: load 1 is data/ with Münster among the municipalities
too (05515000), with its population on both keys and a source of 05515000; loads 2 and 3 are
uploads of positions of 05515000, load 4 takes 3 back.
"""

import tarfile
from datetime import UTC, datetime
from pathlib import Path

import pytest

from etl.pipeline.build import Inputs, build
from etl.pipeline.rebuild import rebuild
from etl.uploads.uploads import Uploads
from kim import queries
from kim.store import Store
from kim.tables import DATA, package
from tests.conftest import World, tiny_world
from tests.etl.submitting import EDITOR, check, findings_of
from tests.etl.test_kept_store import statements
from tests.rows import POSITION, REGIONS, SOURCES

pytestmark = pytest.mark.writing

KEPT = Path(__file__).parent.parent / "kept" / "two-keys" / "2026-11-27.tar.xz"
OPEN = "known_to = 'infinity' AND NOT retracted AND region LIKE '05515%'"
TOWN = {"ags": "05515000", "name": "Münster", "kind": "municipality", "parent": "05515"}


@pytest.fixture
def kept(tmp_path: Path) -> Store:
    with tarfile.open(KEPT) as archive:
        archive.extractall(tmp_path, filter="data")
    return Store(tmp_path / "store")


def now() -> datetime:
    return datetime.now(UTC).replace(tzinfo=None)


def keys(store: Store, table: str, column: str = "region") -> set[str]:
    found = store.current().cursor().table(table).project(column).distinct()
    return {key for (key,) in found.fetchall()}


def positions(store: Store) -> dict[int, tuple[object, ...]]:
    """By fact, place and number of today's positions of Münster."""
    found = store.current().cursor().table("positions").filter(OPEN)
    rows = found.project("fact, region, quantity").fetchall()
    return {fact: tuple(row) for fact, *row in rows}


def test_the_next_load_knows_the_place_by_one_key(kept: Store) -> None:
    before = positions(kept)
    assert {region for region, _ in before.values()} == {"05515", "05515000"}
    assert Uploads(package(), kept, EDITOR, now).restore(3, lambda _: None).version == 5
    after = positions(kept)
    assert {fact: number for fact, (_, number) in before.items()}.items() <= {
        fact: number for fact, (_, number) in after.items()
    }.items()
    assert sorted(after.values()) == [("05515", 0), ("05515", 4), ("05515", 5)]
    for table in ("positions", "indicators"):
        assert "05515000" not in keys(kept, table)
    assert keys(kept, "regions", "ags") == {"05", "05515", "05558", "05566", "05566076"}
    assert keys(kept, "sources") == {"05566", "05515"}


def test_its_uploads_are_taken_back(kept: Store) -> None:
    uploads = Uploads(package(), kept, EDITOR, now)
    assert uploads.withdraw(2, lambda _: None).version == 5
    assert sorted(positions(kept).values()) == [("05515", 0)]


def test_data_without_the_second_key_takes_its_statements_back(kept: Store, tmp_path: Path) -> None:
    """The figure stays once, and the address of the other one still says what became of it."""
    world = tiny_world(tmp_path / "world")
    world.keep("regions", "organisations", "sources", "positions", "indicators")
    register = {"source": "register-2018", "region": "05515", "kind": "web", "title": "Register"}
    world.write("sources", *SOURCES, register)
    asked = "SELECT DISTINCT fact FROM indicators WHERE region = '05515000'"
    [(second,)] = kept.current().cursor().sql(asked).fetchall()
    inputs = Inputs.read(world.package, world.data, world.documents, now())
    assert build(inputs, kept, lambda _: None).findings == []
    cursor = kept.current().cursor()
    assert len(cursor.table("indicators").filter(OPEN).fetchall()) == 1
    told = cursor.execute("SELECT region, retracted FROM indicators WHERE fact = ?", [second])
    assert sorted(told.fetchall()) == [("05515", False), ("05515", True)]
    assert ("05515", 4) in positions(kept).values()
    with queries.answered_by(kept.current()):
        [first] = queries.same_words("indicators", second)
    assert cursor.table("indicators").filter(OPEN).project("fact").fetchall() == [(first,)]


def test_it_is_rebuilt_to_what_the_next_load_makes_of_it(kept: Store) -> None:
    uploads = Uploads(package(), kept, EDITOR, now)
    uploads.restore(3, lambda _: None)
    made = statements(kept)
    report = rebuild(package(), kept, DATA, [], lambda _: None)
    assert (report.findings, report.version) == ([], 6)
    again = statements(kept)
    assert again["positions"] == made["positions"]
    assert again["indicators"] == made["indicators"]
    assert keys(kept, "regions", "ags") == {"05", "05515", "05558", "05566", "05566076"}


@pytest.mark.parametrize(
    ("table", "row", "column"),
    [
        ("regions", TOWN, "ags"),
        ("regions", REGIONS[4] | {"ags": "05566080", "parent": "05566000"}, "parent"),
        ("sources", SOURCES[1] | {"source": "neu", "region": "05566000"}, "region"),
        ("positions", POSITION | {"region": "05000000"}, "region"),
    ],
)
def test_data_with_a_second_form_is_refused(
    world: World, table: str, row: dict[str, object], column: str
) -> None:
    rows = {"regions": REGIONS, "sources": SOURCES}.get(table, [])
    world.write(table, *rows, row)
    found = [each for each in world.build().findings if each.kind == "ags_form"]
    assert [(each.line, each.column, each.value) for each in found] == [
        (len(rows) + 2, column, row[column])
    ]
    assert "nur einen Schlüssel" in str(found[0])


FORMS = ["05515", "5515", "05515000", "5515000", "055150000000", "55150000000", "05 515 000"]


@pytest.mark.parametrize("form", FORMS)
def test_every_form_of_a_key_is_one_place_by_every_table(world: World, form: str) -> None:
    assert world.build().findings == []
    source = SOURCES[2] | {"source": "neu", "region": form, "title": "Neue Seite", "url": ""}
    position = POSITION | {"region": form, "source": "vermerk-2023", "anchor": "wie gesagt"}
    town = REGIONS[4] | {"ags": "05515004", "name": "Hafen", "parent": form}
    for table, row, column in (
        ("sources", source, "region"),
        ("positions", position | {"paragraph": None}, "region"),
        ("regions", town, "parent"),
    ):
        checked = check(world, table, row)
        assert findings_of(checked) == ()
        [found] = checked.comparisons[table].new[column]
        assert found == "05515"


@pytest.mark.parametrize("form", ["05515000", "5515000", "055150000000"])
def test_the_list_of_places_takes_no_second_key(world: World, form: str) -> None:
    """The independent city would become a municipality by an official list of municipalities."""
    assert world.build().findings == []
    [finding] = findings_of(check(world, "regions", TOWN | {"ags": form}))
    assert (finding.kind, finding.column, finding.value) == ("ags_form", "ags", form)
