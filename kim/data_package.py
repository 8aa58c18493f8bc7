"""Tables as a Data Package (v2) in one file (ZIP): declared, with size and checksum of each, a README in German."""

import hashlib
import io
import json
from collections.abc import Iterable, Mapping
from copy import deepcopy
from dataclasses import dataclass
from functools import cache
from typing import Any
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

import pandas as pd

from kim import queries
from kim.facts import records
from kim.tables import DATA, Table

Described = dict[str, Any]


@dataclass(frozen=True)
class Resource:
    """A file of a package: what is declared of it, and its lines."""

    declared: Mapping[str, Any]
    lines: Iterable[str]


def descriptor() -> Described:
    """The declaration of all tables, with the files as they are handed out: comma, point, UTF-8, protected."""
    return deepcopy(_descriptor())


@cache
def _descriptor() -> Described:
    declared: Described = json.loads((DATA / "datapackage.json").read_text("utf-8"))
    for resource in declared["resources"]:
        resource["path"] = f"{resource['name']}.csv"
        resource["encoding"] = "utf-8"
        resource["protected"] = True
        resource.pop("dialect", None)
        for field in resource["schema"]["fields"]:
            field.pop("decimalChar", None)
    return declared


def reference_rows(table: Table) -> pd.DataFrame:
    """What a reference table holds now; of each document the day on which it was first had.

    Without that day it could not be told elsewhere when a document without a date was written at the latest.
    """
    rows = queries.reference_rows(table)
    if table.name != "sources":
        return rows
    return rows.assign(received=rows["received"].fillna(rows["source"].map(queries.first_had())))


def documents(sources: pd.DataFrame) -> list[dict[str, str]]:
    """The documents on which rows rest, as a descriptor names its sources."""
    columns = (("title", "title"), ("path", "url"))
    return [
        {name: str(each[column]) for name, column in columns if each[column]}
        for each in records(sources)
    ]


def listed(tables: Iterable[Table]) -> str:
    """The files of these tables as a list for a README."""
    return "\n".join(f"- {each.name}.csv: {each.title}" for each in tables)


def zipped(described: Described, resources: Iterable[Resource], readme: str) -> bytes:
    """The package as one file; the same bytes for the same version.

    `described`: what is said of the whole, whose resources are these, each with its size and checksum.
    """
    file = io.BytesIO()
    _, loaded_at = queries.loaded()
    with ZipFile(file, "w", ZIP_DEFLATED) as archive:
        packed = [{**each.declared, **_pack(archive, each)} for each in resources]
        whole = {**described, "created": f"{loaded_at:%Y-%m-%dT%H:%M:%SZ}", "resources": packed}
        _write(archive, "datapackage.json", json.dumps(whole))
        _write(archive, "README.md", readme)
    return file.getvalue()


def _write(archive: ZipFile, name: str, words: str) -> None:
    archive.writestr(ZipInfo(name), words, ZIP_DEFLATED)


def _pack(archive: ZipFile, resource: Resource) -> dict[str, Any]:
    """Write a file; how large it is and its checksum, as a descriptor names them."""
    digest, size = hashlib.sha256(), 0
    member = ZipInfo(resource.declared["path"])
    member.compress_type = ZIP_DEFLATED
    with archive.open(member, "w") as file:
        for line in resource.lines:
            size += file.write(line.encode())
            digest.update(line.encode())
    return {"bytes": size, "hash": f"sha256:{digest.hexdigest()}"}
