"""The description of all addresses (OpenAPI 3.1), made from what is declared of them."""

from collections.abc import Callable, Iterable, Mapping
from typing import Any

from starlette.requests import Request
from starlette.responses import Response

from kim.texts import text as words
from ui.endpoints import problem
from ui.endpoints.endpoint import Endpoint, Schema, Tag
from ui.endpoints.file import File
from ui.endpoints.parameters import Parameter
from ui.endpoints.replies import Compact
from ui.texts import text

OPENAPI, VERSION = "3.1.0", "1.0.0"
LICENCE = "https://www.govdata.de/dl-de/by-2-0"
REFUSALS = ("400", "401", "414", "503")
Described = Mapping[str, Any]


def described(endpoints: Iterable[Endpoint], files: Iterable[File]) -> Described:
    """The description as JSON has it."""
    found = tuple(endpoints)
    return {
        "openapi": OPENAPI,
        "info": {
            "title": text("app.title"),
            "version": VERSION,
            "description": text("api.lead"),
            "license": {"name": words("exhibit.licence"), "url": LICENCE},
        },
        "tags": [{"name": each.value, "description": each.lead} for each in Tag],
        "paths": {each.path: {"get": _operation(each)} for each in found}
        | {each.path: {"get": _file(each)} for each in files}
        | _health(),
        "components": {
            "schemas": {"Problem": problem.SCHEMA} | {each.name: each.schema for each in found},
            "securitySchemes": {"client": {"type": "http", "scheme": "bearer"}},
        },
    }


def route(said: Described) -> Callable[[Request], Response]:
    """Answers with the description."""

    def answer(_: Request) -> Response:
        return Compact(said, headers={"Cache-Control": "no-cache"})

    return answer


def _operation(endpoint: Endpoint) -> Described:
    return {
        "operationId": endpoint.name,
        "tags": [endpoint.tag.value],
        "summary": endpoint.title,
        "description": endpoint.lead,
        "parameters": [_parameter(each) for each in endpoint.parameters],
        "security": [{}, {"client": []}],
        "responses": {
            "200": {
                "description": text("api.response_200"),
                "headers": {"ETag": {"schema": {"type": "string"}}},
                "content": {
                    "application/json": {"schema": _page(endpoint)},
                    "text/csv": {"schema": {"type": "string"}},
                },
            },
            "304": {"description": text("api.response_304")},
            **_refusals(),
        },
    }


def _file(file: File) -> Described:
    media_type = file.media_type.partition(";")[0]
    schema = {"schema": {"type": "string"}} if "charset" in file.media_type else {}
    inside = [{**_parameter(each), "in": "path", "required": True} for each in file.in_path]
    return {
        "operationId": file.name,
        "tags": [file.tag.value],
        "summary": text(f"api.title_{file.name}"),
        "description": text(f"api.lead_{file.name}"),
        "parameters": [*inside, *(_parameter(each) for each in file.parameters)],
        **({} if file.is_open else {"security": [{}, {"client": []}]}),
        "responses": {
            "200": {
                "description": text("api.response_200"),
                "headers": {"ETag": {"schema": {"type": "string"}}},
                "content": {media_type: schema},
            },
            "304": {"description": text("api.response_304")},
            **_refusals(*(("404",) if file.in_path else ())),
        },
    }


def _page(endpoint: Endpoint) -> Schema:
    properties: dict[str, Schema] = {
        "version": {"type": "integer"},
        "held_on": {"type": "string", "format": "date"},
        "known_on": {"type": "string", "format": "date"},
        "licence": {"type": "string"},
        "items": {
            "type": "array",
            "items": {"$ref": f"#/components/schemas/{endpoint.name}"},
        },
        "next": {"type": ["string", "null"], "format": "uri-reference"},
    }
    return {"type": "object", "required": list(properties), "properties": properties}


def _parameter(parameter: Parameter) -> Described:
    schema = parameter.schema
    if parameter.is_list:
        schema = {"type": "array", "items": schema, "maxItems": parameter.most}
    return {
        "name": parameter.name,
        "in": "query",
        "required": parameter.is_required,
        "description": parameter.meaning,
        "schema": schema,
    }


def _refusals(*more: str) -> Described:
    content = {problem.MEDIA_TYPE: {"schema": {"$ref": "#/components/schemas/Problem"}}}
    return {
        status: {"description": text(f"api.title_{status}"), "content": content}
        for status in (*REFUSALS, *more)
    }


def _health() -> dict[str, Described]:
    schema = {
        "type": "object",
        "required": ["status"],
        "properties": {
            "status": {"type": "string", "enum": ["ok", "empty", "damaged"]},
            "version": {"type": "integer"},
            "reason": {"type": "string"},
        },
    }
    said = {"application/json": {"schema": schema}}
    responses = {
        status: {"description": text(f"api.health_{status}"), "content": said}
        for status in ("200", "503")
    }
    operation = {
        "operationId": "health",
        "tags": [Tag.SERVICE.value],
        "summary": text("api.title_health"),
    }
    return {"/health": {"get": operation | {"responses": responses}}}
