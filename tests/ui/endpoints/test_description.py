"""The description: valid, read by a person as well, and kept by every address whatever is asked of it."""

import json
import re
from functools import reduce
from operator import getitem

import jsonschema_rs
import pytest
import schemathesis
from hypothesis import HealthCheck, settings
from schemathesis.checks import not_a_server_error
from schemathesis.specs.openapi.checks import (
    content_type_conformance,
    negative_data_rejection,
    response_schema_conformance,
    status_code_conformance,
    unsupported_method,
)

from kim.answers import BY_ID
from tests.ui.endpoints.conftest import Get, said
from ui.endpoints.application import ENDPOINTS, FILES, machines
from ui.endpoints.endpoint import Tag
from ui.endpoints.file import File

SCHEMA = schemathesis.openapi.from_asgi("/api/openapi.json", machines)
CHECKS = [
    not_a_server_error,
    status_code_conformance,
    content_type_conformance,
    response_schema_conformance,
    negative_data_rejection,
    unsupported_method,
]
ONCE = {"answers", "facts_positions", "facts_commitments", "facts_bodies", "places", "sources"}
FILES_ONCE = {"exhibit_svg", "allocation_svg", "report"}


@SCHEMA.include(operation_id=[*ONCE, *FILES_ONCE, "health"]).parametrize()
@settings(max_examples=40, suppress_health_check=list(HealthCheck), deadline=None)
def test_every_answer_is_as_described(get: Get, case: schemathesis.Case) -> None:
    case.call_and_validate(checks=CHECKS)


@pytest.mark.parametrize("endpoint", ENDPOINTS, ids=lambda each: each.name)
def test_every_item_has_the_columns_that_are_described(get: Get, endpoint: object) -> None:
    page = said(get(f"{endpoint.path}?limit=1000"))
    described = said(get("/api/openapi.json"))
    valid = jsonschema_rs.Draft202012Validator(
        {"$ref": f"#/components/schemas/{endpoint.name}", "components": described["components"]}
    )
    for item in page["items"]:
        assert list(item) == list(endpoint.schema["properties"])
        assert valid.is_valid(item), next(iter(valid.iter_errors(item)))


def test_everything_that_the_description_refers_to_is_in_it(get: Get) -> None:
    described = said(get("/api/openapi.json"))
    pointers = set(re.findall(r'"\$ref": "#([^"]*)"', json.dumps(described)))

    assert {f"/components/schemas/{each.name}" for each in ENDPOINTS} <= pointers
    for pointer in pointers:
        _, *keys = pointer.split("/")
        assert reduce(getitem, keys, described)


def test_every_address_and_parameter_is_told_to_people(get: Get) -> None:
    answer = get("/api/")
    assert answer.headers["content-type"] == "text/html; charset=utf-8"
    assert '<html lang="de">' in answer.words
    for endpoint in ENDPOINTS:
        assert f"<code>{endpoint.path}</code>" in answer.words
        assert endpoint.title in answer.words
        for each in endpoint.parameters:
            assert f"<code>{each.name}</code>" in answer.words
            assert each.meaning.split(";")[0].split("„")[0] in answer.words
    assert not re.search(r'(src|href)="(?!/|https://www.govdata.de)', answer.words)


@pytest.mark.parametrize("file", FILES, ids=lambda each: each.name)
def test_every_file_is_told_to_people_and_programs(get: Get, file: File) -> None:
    operation = said(get("/api/openapi.json"))["paths"][file.path]["get"]
    named = [(each["name"], each["in"]) for each in operation["parameters"]]
    shown = get("/api/").words

    assert named == [
        *((each.name, "path") for each in file.in_path),
        *((each.name, "query") for each in file.parameters),
    ]
    assert ("security" in operation) is not file.is_open
    assert list(operation["responses"]["200"]["content"]) == [file.media_type.partition(";")[0]]
    for words in (f"<code>{file.path}</code>", operation["summary"], operation["description"]):
        assert words in shown


def test_every_operation_has_a_tag_and_every_tag_an_operation_and_words(get: Get) -> None:
    description = said(get("/api/openapi.json"))
    tags = {each["name"]: each["description"] for each in description["tags"]}
    used = [each["get"]["tags"] for each in description["paths"].values()]
    shown = get("/api/").words

    assert all(len(each) == 1 for each in used)
    assert {each for [each] in used} == set(tags)
    assert len(tags) == len(description["tags"]) == len(Tag)
    assert all(words in shown for words in tags.values())


def test_the_description_names_every_question() -> None:
    (answers,) = (each for each in ENDPOINTS if each.name == "answers")
    (question,) = (each for each in answers.parameters if each.name == "question")
    assert question.schema["enum"] == list(BY_ID)
