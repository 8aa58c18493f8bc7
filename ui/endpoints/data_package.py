"""`/data/…`: all tables as a Data Package (v2): what the current version says today, in the declared columns."""

import json
from collections.abc import Callable, Iterator
from functools import cache
from typing import Any

from starlette.responses import PlainTextResponse, Response

from kim import queries
from kim.queries import View
from kim.tables import DATA, Table, package
from ui.endpoints import cells
from ui.endpoints.replies import Compact, Lines
from ui.texts import text

FOLDER = "/data"


@cache
def descriptor() -> dict[str, Any]:
    """The declaration of all tables, with the files as they are handed out: comma, point, UTF-8."""
    declared: dict[str, Any] = json.loads((DATA / "datapackage.json").read_text("utf-8"))
    for resource in declared["resources"]:
        resource["path"] = f"{resource['name']}.csv"
        resource["encoding"] = "utf-8"
        resource.pop("dialect", None)
        for field in resource["schema"]["fields"]:
            field.pop("decimalChar", None)
    return declared


def lines(table: Table) -> Iterator[str]:
    """The lines of the file of a table."""
    if not table.is_fact:
        return cells.lines((queries.reference_rows(table),), table.fields)
    return cells.lines(
        queries.fact_rows(table.name, View(tuple(queries.place_names()))), table.fields
    )


def readme() -> str:
    """What the package is, in German."""
    version, loaded_at = queries.loaded()
    tables = "\n".join(f"- {each.name}.csv: {each.title}" for each in package().tables.values())
    said = {"version": version, "day": f"{loaded_at:%d.%m.%Y}", "tables": tables}
    return text("api.readme", **said, licence=text("exhibit.licence"))


def files() -> dict[str, Callable[[], Response]]:
    """How each file of the package is answered, by its address."""

    def of(table: Table) -> Callable[[], Response]:
        return lambda: Lines(lines(table), f"{table.name}.csv")

    return {
        f"{FOLDER}/datapackage.json": lambda: Compact(descriptor()),
        f"{FOLDER}/README.md": lambda: PlainTextResponse(readme(), media_type="text/markdown"),
        **{f"{FOLDER}/{each.name}.csv": of(each) for each in package().tables.values()},
    }
