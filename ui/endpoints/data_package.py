"""`/data/…`: all tables as a Data Package (v2): what the current version says today, in the declared columns."""

from collections.abc import Callable, Iterator

from starlette.responses import PlainTextResponse, Response

from kim import csv_lines, german, queries
from kim.data_package import (
    Described,
    Resource,
    descriptor,
    documents,
    listed,
    reference_rows,
    zipped,
)
from kim.queries import View
from kim.tables import Table, package
from ui.endpoints.replies import Compact, Lines
from ui.texts import text

FOLDER = "/data"


def lines(table: Table) -> Iterator[str]:
    """The lines of the file of a table."""
    if not table.is_fact:
        return csv_lines.file((reference_rows(table),), table.fields)
    rows = queries.fact_rows(table.name, View(tuple(queries.place_names())))
    return csv_lines.file(rows, table.fields)


def readme() -> str:
    """What the package is, in German."""
    version, loaded_at = queries.loaded()
    said = {"version": version, "day": f"{german.calendar_day(loaded_at):%d.%m.%Y}"}
    tables = listed(package().tables.values())
    return text("api.readme", **said, tables=tables, licence=text("exhibit.licence"))


def packed() -> bytes:
    """The package as one file (ZIP), each table with its size and checksum; the same bytes for the same version."""
    tables, declared = package().tables, described()
    files = (Resource(each, lines(tables[each["name"]])) for each in declared["resources"])
    return zipped(declared, files, readme())


def described() -> Described:
    """The declaration of all tables, until which day they are known and on which documents they rest."""
    _, loaded_at = queries.loaded()
    named = documents(reference_rows(package().tables["sources"]))
    known_on = german.calendar_day(loaded_at).isoformat()
    return {**descriptor(), "knownOn": known_on, "sources": named}


def files() -> dict[str, Callable[[], Response]]:
    """How each file of the package is answered, by its address."""

    def of(table: Table) -> Callable[[], Response]:
        return lambda: Lines(lines(table), f"{table.name}.csv")

    return {
        f"{FOLDER}/datapackage.json": lambda: Compact(described()),
        f"{FOLDER}/README.md": lambda: PlainTextResponse(readme(), media_type="text/markdown"),
        f"{FOLDER}/datapackage.zip": lambda: Response(packed(), media_type="application/zip"),
        **{f"{FOLDER}/{each.name}.csv": of(each) for each in package().tables.values()},
    }
