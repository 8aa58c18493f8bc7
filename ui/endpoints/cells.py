"""Rows of a table as a client gets them: columns with their schema, cells as JSON has them."""

from collections.abc import Collection, Iterator, Sequence
from datetime import date

import pandas as pd

from kim import csv_lines
from kim.facts import records
from kim.tables import Field
from ui.endpoints.endpoint import Item, Schema

TYPES = {"date": "string", "any": "string"}


def schema(fields: Sequence[Field], required: Collection[str]) -> Schema:
    """The schema of a row; what is not required may be null."""
    properties = {each.name: _of(each, each.name in required) for each in fields}
    return {"type": "object", "required": list(properties), "properties": properties}


def _of(field: Field, is_required: bool) -> Schema:
    kind = TYPES.get(field.type, field.type)
    said: dict[str, object] = {
        "type": kind if is_required else [kind, "null"],
        "title": field.title,
    }
    if field.description:
        said["description"] = field.description
    if field.type == "date":
        said["format"] = "date"
    if field.vocabulary:
        said["enum"] = list(field.vocabulary) if is_required else [*field.vocabulary, None]
    return said


def items(frame: pd.DataFrame, fields: Sequence[Field]) -> Iterator[Item]:
    """The rows as JSON has them: null for what is missing, days as ISO dates."""
    names = [each.name for each in fields]
    for record in records(frame[names]):
        yield {name: cell(record[name]) for name in names}


def cell(raw: object) -> object:
    """A cell as JSON has it."""
    cleaned = csv_lines.clean(raw)  # type: ignore[arg-type]
    return cleaned.isoformat() if isinstance(cleaned, date) else cleaned
