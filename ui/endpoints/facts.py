"""`/api/v1/facts/<table>`: the statements of a fact table, each with its place, document and proof."""

from collections.abc import Iterator, Sequence
from functools import partial
from itertools import islice

import pandas as pd

from kim import csv_lines, queries
from kim.cells import DISPLAY
from kim.downloads import OF_THE_SOURCE, proof_shown
from kim.facts import FactKey
from kim.tables import Field, Table, package
from ui.endpoints import cells
from ui.endpoints.endpoint import Asked, Endpoint, Item, Tag
from ui.endpoints.parameters import HELD_ON, KNOWN_ON, MODULE, PAGING, PLACE
from ui.texts import text

BESIDE = ("place", *OF_THE_SOURCE)
NEVER_EMPTY = ("fact", "place", "proof", "source_title", "is_certain", "is_read_from_text")
MADE = (
    Field("fact", text("api.field_fact")),
    Field("is_certain", text("api.field_is_certain"), "boolean"),
    Field("is_read_from_text", text("api.field_is_read_from_text"), "boolean"),
)


def fields_of(table: Table) -> tuple[Field, ...]:
    """The columns of a statement: those of its table, and what tells its place, days and proof."""
    return (MADE[0], *table.fields, *(DISPLAY[name] for name in BESIDE), *MADE[1:])


def _asked(table: Table, asked: Asked, most: int | None) -> Iterator[pd.DataFrame]:
    """The statements of the version that is asked now, whenever they are read."""
    view = asked.view(asked.places)
    found = queries.fact_rows(table.name, view, asked.modules, most, asked.offset)
    return (_shown(table, rows) for rows in found)


def _shown(table: Table, rows: pd.DataFrame) -> pd.DataFrame:
    keys = [str(FactKey(table.name, int(fact))) for fact in rows["fact"]]
    return rows.assign(fact=keys, proof=proof_shown(rows))


def _items(table: Table, asked: Asked) -> Sequence[Item]:
    fields, most = fields_of(table), (asked.limit or 0) + 1
    chunks = _asked(table, asked, most)
    return list(islice((row for rows in chunks for row in cells.items(rows, fields)), most))


def _lines(table: Table, asked: Asked) -> Iterator[str]:
    fields = fields_of(table)
    return csv_lines.file(_asked(table, asked, asked.limit), fields)


def _endpoint(table: Table) -> Endpoint:
    has_modules = any(each.name == "module" for each in table.fields)
    filters = (PLACE, HELD_ON, KNOWN_ON, *((MODULE,) if has_modules else ()))
    required = {*NEVER_EMPTY, *(each.name for each in table.fields if each.required)}
    return Endpoint(
        name=f"facts_{table.name}",
        path=f"/api/v1/facts/{table.name}",
        tag=Tag.FACTS,
        title=table.title,
        parameters=(*filters, *PAGING),
        items=partial(_items, table),
        lines=partial(_lines, table),
        schema=cells.schema(fields_of(table), required),
    )


FACTS = tuple(_endpoint(table) for table in package().facts)
