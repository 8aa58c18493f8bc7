"""The description: valid, read by a person as well, and kept by every address whatever is asked of it."""

import re

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
from ui.endpoints.application import ENDPOINTS, machines

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


@SCHEMA.include(operation_id=[*ONCE, "health"]).parametrize()
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


def test_the_description_names_every_question() -> None:
    (answers,) = (each for each in ENDPOINTS if each.name == "answers")
    (question,) = (each for each in answers.parameters if each.name == "question")
    assert question.schema["enum"] == list(BY_ID)
