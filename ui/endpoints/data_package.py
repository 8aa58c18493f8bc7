"""`/data/…`: all tables as a Data Package (v2): what the current version says today, in the declared columns."""

import hashlib
import io
import json
from collections.abc import Callable, Iterator
from functools import cache
from typing import Any
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

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


def packed() -> bytes:
    """The package as one file (ZIP), each table with its size and checksum; the same bytes for the same version."""
    file = io.BytesIO()
    with ZipFile(file, "w", ZIP_DEFLATED) as archive:
        written = {each.name: _pack(archive, each) for each in package().tables.values()}
        _, loaded_at = queries.loaded()
        described = {
            **descriptor(),
            "created": f"{loaded_at:%Y-%m-%dT%H:%M:%SZ}",
            "resources": [each | written[each["name"]] for each in descriptor()["resources"]],
        }
        for name, words in {
            "datapackage.json": json.dumps(described),
            "README.md": readme(),
        }.items():
            archive.writestr(ZipInfo(name), words, ZIP_DEFLATED)
    return file.getvalue()


def _pack(archive: ZipFile, table: Table) -> dict[str, Any]:
    """Write the file of a table; how large it is and its checksum, as a descriptor names them."""
    digest, size = hashlib.sha256(), 0
    member = ZipInfo(f"{table.name}.csv")
    member.compress_type = ZIP_DEFLATED
    with archive.open(member, "w") as file:
        for line in lines(table):
            size += file.write(line.encode())
            digest.update(line.encode())
    return {"bytes": size, "hash": f"sha256:{digest.hexdigest()}"}


def files() -> dict[str, Callable[[], Response]]:
    """How each file of the package is answered, by its address."""

    def of(table: Table) -> Callable[[], Response]:
        return lambda: Lines(lines(table), f"{table.name}.csv")

    return {
        f"{FOLDER}/datapackage.json": lambda: Compact(descriptor()),
        f"{FOLDER}/README.md": lambda: PlainTextResponse(readme(), media_type="text/markdown"),
        f"{FOLDER}/datapackage.zip": lambda: Response(packed(), media_type="application/zip"),
        **{f"{FOLDER}/{each.name}.csv": of(each) for each in package().tables.values()},
    }
