"""`/data/`: a valid Data Package that holds what the store says."""

import csv
import hashlib
import io
import json
from pathlib import Path
from zipfile import ZipFile

import pytest
from frictionless import Package, system

from kim import queries
from kim.store import store
from kim.tables import Table, package
from tests.ui.endpoints.conftest import Get, said


def test_it_is_a_valid_package(get: Get, tmp_path: Path) -> None:
    described = said(get("/data/datapackage.json"))
    (tmp_path / "datapackage.json").write_text(json.dumps(described), "utf-8")
    for resource in described["resources"]:
        answer = get(f"/data/{resource['path']}")
        assert answer.status == 200
        (tmp_path / resource["path"]).write_bytes(answer.body)
    with system.use_context(trusted=True):
        report = Package(str(tmp_path / "datapackage.json")).validate()

    assert report.valid, report.flatten(["title", "rowNumber", "fieldName", "message"])[:5]
    assert described["$schema"].endswith("/2.0/datapackage.json")
    assert [each["name"] for each in described["licenses"]] == ["DL-DE-BY-2.0"]
    assert {each["name"] for each in described["resources"]} == set(package().tables)
    assert described["knownOn"] == "2024-01-10"
    rows = csv.DictReader(io.StringIO(get("/data/sources.csv").words))
    assert [each["title"] for each in described["sources"]] == [row["title"] for row in rows]


def test_it_is_a_valid_package_in_one_file(get: Get, tmp_path: Path) -> None:
    answer = get("/data/datapackage.zip")
    path = tmp_path / "kim.zip"
    path.write_bytes(answer.body)
    with ZipFile(path) as archive:
        described = json.loads(archive.read("datapackage.json"))
        content = {each: archive.read(each) for each in archive.namelist()}
    with system.use_context(trusted=True):
        report = Package(str(path)).validate()

    assert answer.headers["content-type"] == "application/zip"
    assert report.valid, report.flatten(["title", "rowNumber", "fieldName", "message"])[:5]
    assert content["README.md"].decode() == get("/data/README.md").words
    assert content["positions.csv"].decode() == get("/data/positions.csv").words
    for each in described["resources"]:
        digest = hashlib.sha256(content[each["path"]]).hexdigest()
        assert (each["hash"], each["bytes"]) == (f"sha256:{digest}", len(content[each["path"]]))
    assert get("/data/datapackage.zip").body == answer.body
    assert get("/data/datapackage.zip", if_none_match=answer.headers["etag"]).status == 304


@pytest.mark.parametrize("table", package().facts, ids=lambda table: table.name)
def test_it_has_every_fact(get: Get, table: Table) -> None:
    rows = list(csv.DictReader(io.StringIO(get(f"/data/{table.name}.csv").words)))
    found = said(get(f"/api/v1/facts/{table.name}?limit=1000"))["items"]

    assert [each["anchor"].removeprefix("'") for each in rows] == [
        each["anchor"] or "" for each in found
    ]


def test_it_says_in_german_what_it_is(get: Get) -> None:
    words = get("/data/README.md").words
    with queries.answered_by(store().current()):
        version, _ = queries.loaded()
    assert f"Fassung {version} vom" in words
    assert "dl-de/by-2-0" in words
    assert all(f"{name}.csv" in words for name in package().tables)


def test_what_is_no_table_is_not_there(get: Get) -> None:
    assert get("/data/loads.csv").status == get("/data/").status == 404
    entity = get("/data/positions.csv").headers["etag"]
    assert get("/data/positions.csv", if_none_match=entity).status == 304
    assert get("/data/positions.csv?x=1").status == 400
