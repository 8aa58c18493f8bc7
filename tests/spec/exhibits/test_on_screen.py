"""What is on screen as a Data Package: valid, whole in itself, and nothing that is not on screen."""

import csv
import hashlib
import io
import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any
from zipfile import ZipFile

import pytest
from frictionless import Package, system

from kim import answer_table, coverage, downloads, queries
from kim.answers import answers_of
from kim.downloads import Download
from kim.queries import View
from tests.conftest import World
from tests.spec.exhibits.conftest import COESFELD, HILDEN, LAND, RHEINE, STEINFURT
from tests.spec.reading import says
from ui import exhibits
from ui.exhibits.exhibit import Exhibit

VIEW = View((COESFELD, STEINFURT, RHEINE), date(2023, 6, 1), date(2024, 2, 1))
EVERYWHERE = View((LAND, COESFELD, HILDEN, STEINFURT, RHEINE))


@dataclass(frozen=True)
class Opened:
    """A package as a reader has it."""

    described: Mapping[str, Any]
    files: Mapping[str, bytes]

    def rows(self, table: str) -> list[dict[str, str]]:
        return list(csv.DictReader(io.StringIO(self.files[f"{table}.csv"].decode())))

    def keys(self, table: str, column: str) -> list[str]:
        return [each[column] for each in self.rows(table)]


def opened(given: Download, folder: Path) -> Opened:
    """The package of a download, which frictionless finds valid, its keys too."""
    (file,) = (each for each in given.files() if each.kind == "package")
    path = folder / file.name
    path.write_bytes(file.make())
    with system.use_context(trusted=True):
        report = Package(str(path)).validate()
    assert report.valid, report.flatten(["title", "rowNumber", "fieldName", "message"])[:5]
    with ZipFile(path) as archive:
        files = {each: archive.read(each) for each in archive.namelist()}
    return Opened(json.loads(files["datapackage.json"]), files)


def of_exhibit(exhibit: Exhibit, view: View, *chosen: object) -> Download:
    rows = exhibit.rows(view, *chosen)
    return downloads.of_facts(exhibit.key, rows, exhibit.declared, view, *chosen, evidence=str)


@pytest.mark.parametrize("exhibit", exhibits.EXHIBITS, ids=lambda each: each.key)
def test_every_exhibit_is_a_valid_package(answered: None, tmp_path: Path, exhibit: Exhibit) -> None:
    given = of_exhibit(exhibit, EVERYWHERE)
    package = opened(given, tmp_path)
    facts = {each["name"] for each in package.described["resources"] if each["kind"] == "fact"}

    assert sum(len(package.rows(each)) for each in facts) == len(given.frame)
    for each in package.described["resources"]:
        content = package.files[each["path"]]
        digest = hashlib.sha256(content).hexdigest()
        assert (each["hash"], each["bytes"]) == (f"sha256:{digest}", len(content))


def test_it_has_what_is_on_screen_and_what_that_refers_to(answered: None, tmp_path: Path) -> None:
    package = opened(of_exhibit(exhibits.MONEY_PATHS, VIEW), tmp_path)

    assert list(package.files) == [
        "carriers.csv",
        "funding.csv",
        "regions.csv",
        "organisations.csv",
        "sources.csv",
        "datapackage.json",
        "README.md",
    ]
    assert package.keys("carriers", "anchor") == ["an die Stadt weiter", "leitet die Zuwendung"]
    assert package.keys("funding", "anchor") == ["55.000 Euro"]
    assert package.keys("regions", "ags") == [LAND, STEINFURT, RHEINE]
    assert package.keys("organisations", "organisation") == ["kreis-steinfurt", "stadt-rheine"]
    assert package.keys("sources", "source") == ["rheine-2022"]


def test_a_row_stands_in_it_as_in_the_whole_package(answered: None, tmp_path: Path) -> None:
    given = of_exhibit(exhibits.POSTS, VIEW)
    package = opened(given, tmp_path)
    (for_machines,) = (each for each in given.files() if each.kind == "csv_machine")
    rows = list(csv.DictReader(io.StringIO(for_machines.make().decode())))

    assert sorted(package.rows("positions"), key=str) == sorted(rows, key=str)


def test_it_names_filters_days_version_licence_and_documents(
    answered: None, tmp_path: Path
) -> None:
    package = opened(of_exhibit(exhibits.POSTS, VIEW, ("2",)), tmp_path)
    said = {each["title"]: each["value"] for each in package.described["about"]}
    readme = package.files["README.md"].decode()

    assert package.described["name"] == "kim-nrw-stellen"
    assert package.described["title"] == "Stellen"
    assert package.described["$schema"].endswith("/2.0/datapackage.json")
    assert [each["name"] for each in package.described["licenses"]] == ["DL-DE-BY-2.0"]
    assert (package.described["heldOn"], package.described["knownOn"]) == (
        "2023-06-01",
        "2024-02-01",
    )
    assert package.described["sources"] == [
        {"title": "Vermerk Coesfeld"},
        {"title": "Niederschrift Rheine", "path": "https://example.org/rheine"},
    ]
    assert said["Orte"] == "Kreis Coesfeld, Kreis Steinfurt, Rheine"
    assert said["Bausteine"] == "Baustein 2: Case Management"
    assert said["Fassung"] == "1"
    assert all(f"- {title}: {value}" in readme for title, value in said.items())
    assert "Datenlizenz Deutschland – Namensnennung – Version 2.0 (dl-de/by-2-0)" in readme
    assert "- Niederschrift Rheine" in readme


def test_answers_stand_in_it_with_the_facts_that_they_rest_on(
    answered: None, tmp_path: Path
) -> None:
    answers = answers_of((RHEINE,), VIEW)
    given = answer_table.of_answers("steckbrief", answers, VIEW)
    package = opened(given, tmp_path)
    rested_on = {each.partition(":")[0] for each in package.keys("answers", "fact") if each}

    assert len(package.rows("answers")) == len(given.frame)
    assert set(package.keys("answers", "answer")) == {
        each.sentence for each in answers[RHEINE].values()
    }
    assert rested_on == {
        each["name"] for each in package.described["resources"] if each["kind"] == "fact"
    }


def test_shares_stand_in_it_with_the_inhabitants_that_they_rest_on(
    answered: None, tmp_path: Path
) -> None:
    answers = answers_of((RHEINE,), VIEW)
    given = answer_table.of_places("kreise", (RHEINE,), answers, ["case_management_posts"], VIEW)
    package = opened(given, tmp_path)

    says(
        [f"{each['region']} | {each['value']}" for each in package.rows("indicators")],
        """
        05566076 | 77000
        """,
    )
    assert {each["inhabitants"] for each in package.rows("answers")} == {"77000"}


def test_counts_stand_in_it_with_every_document(answered: None, tmp_path: Path) -> None:
    counts = coverage.by_district(queries.coverage(VIEW, coverage.subjects()))
    package = opened(
        downloads.of_coverage(exhibits.MAP.key, counts, exhibits.MAP.columns, VIEW), tmp_path
    )

    assert list(package.rows("coverage")[0]) == ["place", "region", *exhibits.MAP.columns]
    assert len(package.rows("coverage")) == len(counts)
    assert len(package.rows("sources")) == len(queries.documents(VIEW.known_on))


def test_what_is_only_calculated_is_no_package(answered: None) -> None:
    given = of_exhibit(exhibits.POSTS, VIEW)
    calculated = Download("k", given.frame, given.table, (), (), loads_again=False)

    assert [each.kind for each in calculated.files()] == ["csv_excel", "xlsx"]


def test_it_loads_into_an_empty_store(answered: None, tmp_path: Path) -> None:
    given = of_exhibit(exhibits.POSTS, EVERYWHERE)
    package = opened(given, tmp_path)
    world = World(tmp_path / "empty")
    for name, content in package.files.items():
        (world.data / name).write_bytes(content)
    report = world.build()
    with queries.answered_by(world.store.current()):
        rows = exhibits.POSTS.rows(EVERYWHERE)

    assert report.findings == []
    columns = [each.name for each in given.table.fields]
    assert rows[columns].to_csv() == given.frame[columns].to_csv()
