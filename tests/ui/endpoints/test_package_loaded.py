"""`/data/datapackage.zip` loaded into an empty store: the same statements, the same answers about every place."""

from collections.abc import Callable
from datetime import UTC, date, datetime
from io import BytesIO
from pathlib import Path
from zipfile import ZipFile

import pandas as pd
import pytest

from etl.pipeline.build import Inputs, build
from kim import queries
from kim.answers import Answer, answers_of
from kim.data_package import reference_rows
from kim.queries import View
from kim.store import Store, store
from kim.tables import DATA, Table, package, read_package
from tests.conftest import World
from tests.spec.world import pages_world
from tests.ui.endpoints.conftest import asked

DAYS = (None, date(2022, 6, 1))
NOW = datetime.now(UTC).replace(tzinfo=None)
RUN = "05566076 | 2 | Verwaltung | {subject} | hilft | | auszug-2021 | | es hilft | stated"
Answered = dict[str, dict[str, Answer]]


def loaded(folder: Path, documents: Path | None, into: Path) -> Store:
    """A new store of the files in a folder."""
    found = Store(into)
    inputs = Inputs.read(read_package(folder), folder, documents, NOW)
    assert build(inputs, found, lambda _: None).findings == []
    return found


@pytest.fixture(scope="module")
def shipped(tmp_path_factory: pytest.TempPathFactory) -> tuple[Store, None]:
    return loaded(DATA, None, tmp_path_factory.mktemp("shipped")), None


@pytest.fixture(scope="module")
def small(tmp_path_factory: pytest.TempPathFactory) -> tuple[Store, Path]:
    """A world with a document's text, and with words that a spreadsheet would run."""
    subjects = ("=1+1", "'so", "-", "@alle", "+1", "1.2.2022", "'=1+1", 'a;b, "c"')
    more = "".join(f"\n    {RUN.format(subject=each)}" for each in subjects)
    world: World = pages_world(tmp_path_factory.mktemp("small"), assessments=more)
    return world.store, world.documents


@pytest.fixture(params=["shipped", "small"])
def both(
    request: pytest.FixtureRequest, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> tuple[Store, Store]:
    """A store, and the one that its package makes."""
    first, documents = request.getfixturevalue(request.param)
    monkeypatch.setenv("KIM_STORE", str(first.folder))
    store.cache_clear()
    with ZipFile(BytesIO(asked("/data/datapackage.zip").body)) as archive:
        archive.extractall(tmp_path / "data")
    return first, loaded(tmp_path / "data", documents, tmp_path / "store")


def in_both(stores: tuple[Store, Store], ask: Callable[[], object]) -> tuple[object, object]:
    found = []
    for each in stores:
        with queries.answered_by(each.current()):
            found.append(ask())
    return found[0], found[1]


def answers() -> Answered:
    places = tuple(queries.place_names())
    return {
        f"{place} {day}": found
        for day in DAYS
        for place, found in answers_of(places, View((), day)).items()
    }


def statements() -> dict[str, str]:
    view = View(tuple(queries.place_names()))
    return {
        name: _rows(table, view).to_csv(index=False) for name, table in package().tables.items()
    }


def _rows(table: Table, view: View) -> pd.DataFrame:
    return queries.facts(table.name, view) if table.is_fact else reference_rows(table)


def test_every_statement_is_the_same(both: tuple[Store, Store]) -> None:
    first, second = in_both(both, statements)
    assert first == second


def test_every_answer_about_every_place_is_the_same(both: tuple[Store, Store]) -> None:
    first, second = in_both(both, answers)
    assert first == second
