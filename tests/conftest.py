"""A small real world: rows and texts written in the test, the store built by the real ETL."""

import csv
import hashlib
import json
import shutil
import sys
import tempfile
from collections.abc import Callable, Iterator
from datetime import datetime
from functools import lru_cache
from pathlib import Path
from typing import Any

import pytest
from hypothesis import settings

from etl.pipeline.build import Inputs, Report, build
from kim.store import Store
from kim.tables import DATA, Package, Table, read_package
from tests.rows import FACTS, MUSTER_TEXT, ORGANISATIONS, REGIONS, SOURCES, Row

# The same examples every time: what fails here fails everywhere.
settings.register_profile("kim", derandomize=True, deadline=None)
settings.load_profile("kim")

FIRST_LOAD = datetime(2024, 1, 10, 12)  # noqa: DTZ001 (UTC, as the store keeps it)
FOLDER_OF_FIRST_VERSIONS = tempfile.TemporaryDirectory()
FIRST_VERSIONS: dict[bytes, Path] = {}
# Coverage sees nothing of another process, and slows what reads the same lines over and over.
NOT_MEASURED = ("tests/bench/", "tests/e2e/", "tests/etl/extraction/test_hostile_papers.py")
QUICK = ["regions", "organisations", "sources", "positions", "milestones", "funding"]
QUICK += ["target_groups"]


@pytest.hookimpl(wrapper=True)
def pytest_runtest_call(item: pytest.Item) -> Iterator[None]:
    trace = sys.gettrace()
    if item.nodeid.startswith(NOT_MEASURED):
        sys.settrace(None)
    try:
        return (yield)
    finally:
        sys.settrace(trace)


@lru_cache(maxsize=64)
def _package(folder: Path, _declared: str) -> Package:
    return read_package(folder)


class World:
    """A data folder with its own few rows, invented documents, and the store built from them."""

    def __init__(self, folder: Path) -> None:
        self.data = folder / "data"
        self.documents = folder / "minutes"
        self.store = Store(folder / "store")
        self.data.mkdir(parents=True)
        self.documents.mkdir()
        shutil.copy(DATA / "datapackage.json", self.data)

    def copied(self, folder: Path) -> "World":
        """The same world in another folder, to damage."""
        shutil.copytree(self.data.parent, folder)
        copy = object.__new__(World)
        copy.data, copy.documents = folder / "data", folder / "minutes"
        copy.store = Store(folder / "store")
        return copy

    @property
    def package(self) -> Package:
        return _package(self.data, (self.data / "datapackage.json").read_text("utf-8"))

    def table(self, name: str) -> Table:
        return self.package.tables[name]

    def declare(self, name: str, change: Callable[[dict[str, Any]], None]) -> None:
        """Change the declaration of one table."""
        path = self.data / "datapackage.json"
        declared = json.loads(path.read_text("utf-8"))
        change(next(each for each in declared["resources"] if each["name"] == name))
        path.write_text(json.dumps(declared), "utf-8")

    def keep(self, *names: str) -> None:
        """Forget all other tables, so that a build is quick."""
        path = self.data / "datapackage.json"
        declared = json.loads(path.read_text("utf-8"))
        for resource in declared["resources"]:
            if resource["name"] not in names:
                (self.data / resource["path"]).unlink()
        declared["resources"] = [each for each in declared["resources"] if each["name"] in names]
        path.write_text(json.dumps(declared), "utf-8")

    def write(self, name: str, *rows: Row) -> Path:
        """Write the whole file of a table in its declared dialect."""
        table = self.table(name)
        path = self.data / table.path
        with path.open("w", encoding=table.dialect.encoding, newline="") as file:
            names = [field.name for field in table.fields]
            writer = csv.DictWriter(file, names, delimiter=table.dialect.delimiter)
            writer.writeheader()
            writer.writerows(rows)
        return path

    def write_text(self, name: str, text: str, encoding: str = "utf-8") -> Path:
        """Write the file of a table as it stands in the test."""
        path = self.data / self.table(name).path
        path.write_bytes(text.encode(encoding))
        return path

    def write_document(self, source: str, text: str) -> None:
        """Write a document that names its source in its own name."""
        (self.documents / f"{source}.txt").write_bytes(text.encode())

    def build(self, now: datetime = FIRST_LOAD) -> Report:
        inputs = Inputs.read(self.package, self.data, self.documents, now)
        return build(inputs, self.store, lambda _: None)

    def first_version(self) -> None:
        """The store of these files, which are sound: built once for the same files, then copied."""
        files = sorted(path for path in self.data.parent.rglob("*") if path.is_file())
        state = hashlib.sha256()
        for path in files:
            state.update(f"{path.relative_to(self.data.parent)}\0".encode() + path.read_bytes())
        if (known := FIRST_VERSIONS.get(state.digest())) is None:
            assert self.build().findings == []
            known = Path(tempfile.mkdtemp(dir=FOLDER_OF_FIRST_VERSIONS.name))
            shutil.copytree(self.store.folder, known / "store")
            FIRST_VERSIONS[state.digest()] = known
        else:
            shutil.copytree(known / "store", self.store.folder)

    def rows(self, relation: str) -> list[tuple[object, ...]]:
        """Every row of a table of the current version."""
        return self.store.current().cursor().table(relation).fetchall()


def empty_world(folder: Path) -> World:
    """Files with a heading and no row, no documents; nothing built."""
    world = World(folder)
    for name in world.package.tables:
        world.write(name)
    return world


def tiny_world(folder: Path) -> World:
    """Five places, three sources, one document with its text, facts in every table; not yet built."""
    world = empty_world(folder)
    world.write_document("muster-2022", MUSTER_TEXT)
    world.write("regions", *REGIONS)
    world.write("organisations", *ORGANISATIONS)
    world.write("sources", *SOURCES)
    for name, rows in FACTS.items():
        world.write(name, *rows)
    return world


def quick_world(folder: Path, *more: str) -> World:
    """The tiny world with seven of its tables and these, its files written, nothing built."""
    world = tiny_world(folder)
    world.keep(*QUICK, *more)
    return world


@pytest.fixture
def world(tmp_path: Path) -> World:
    return quick_world(tmp_path)


@pytest.fixture(scope="session")
def built_world(tmp_path_factory: pytest.TempPathFactory) -> World:
    """The tiny world with its first version; for tests that only read."""
    world = tiny_world(tmp_path_factory.mktemp("world"))
    report = world.build()
    assert report.findings == []
    return world
