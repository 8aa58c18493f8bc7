"""frictionless, which knows the standard better than we do, as the judge of declarations and rows."""

import json
from collections.abc import Callable

import pytest
from frictionless import Package

from kim.tables import DATA
from tests.conftest import World
from tests.rows import FACTS

Break = Callable[[World], object]


def judged(world: World) -> Package:
    """The declarations with each vocabulary written out as an enum."""
    declared = json.loads((world.data / "datapackage.json").read_text("utf-8"))
    for resource in declared["resources"]:
        for field in resource["schema"]["fields"]:
            if "vocabulary" in field:
                names = list(declared["vocabularies"][field["vocabulary"]])
                field.setdefault("constraints", {})["enum"] = names
    return Package.from_descriptor(declared, basepath=str(world.data))


def bad_rows(package: Package) -> set[tuple[str, int]]:
    """File and line of every row that frictionless rejects."""
    report = package.validate()
    return {
        (task.place, error.row_number)
        for task in report.tasks
        for error in task.errors
        if hasattr(error, "row_number")
    }


def positions(*changes: dict[str, object]) -> Break:
    rows = [{**FACTS["positions"][0], **change} for change in changes]
    return lambda world: world.write("positions", *rows)


SOUND = {"status": "planned"}
BREAKS: dict[str, Break] = {
    "nothing": lambda world: None,
    "number": positions(SOUND, {"quantity": "1,9"}),
    "integer": positions(SOUND, {"paragraph": "eins"}),
    "minimum": positions(SOUND, {"quantity": -1}),
    "vocabulary": positions(SOUND, {"unit": "Stellen"}, {"module": "4"}),
    "required": positions(SOUND, {"anchor": ""}, {"certainty": ""}),
    "partial_date": positions(SOUND, {"as_of": "11.2022"}),
    "ags": positions(SOUND, {"region": "5566"}),
    "reference": positions(SOUND, {"source": "nirgends"}, {"employer": "niemand"}),
    "cells": lambda world: world.write_text(
        "funding",
        (world.data / "funding.csv").read_text("utf-8") + "05566,2\n",
    ),
    "maximum": lambda world: world.write(
        "target_groups", FACTS["target_groups"][0] | {"age_over": 130}
    ),
    "several": positions({"unit": "?"}, SOUND, {"quantity": "viel"}, {"basis": ""}),
}


def test_the_shipped_declarations_are_a_valid_data_package() -> None:
    assert Package.validate_descriptor(str(DATA / "datapackage.json")).errors == []


def test_the_shipped_data_are_valid() -> None:
    report = Package(str(DATA / "datapackage.json")).validate()
    assert report.flatten(["name", "rowNumber", "message"]) == []


@pytest.mark.parametrize("name", BREAKS)
def test_we_agree_on_the_bad_rows(world: World, name: str) -> None:
    BREAKS[name](world)
    ours = {(each.file, each.line) for each in world.build().findings}
    assert ours == bad_rows(judged(world))
