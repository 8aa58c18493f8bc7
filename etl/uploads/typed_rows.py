"""A single row of a reference table, typed into a form."""

import re
from collections.abc import Iterator, Mapping

from etl.reading.values import dates
from kim.findings import Finding, FindingKind
from kim.regions import region_key
from kim.tables import Field, Table


def completed(table: Table, row: Mapping[str, str]) -> tuple[dict[str, str], list[Finding]]:
    """The row with its dates in ISO and its places by their one key, and what is wrong with its cells."""
    found: list[Finding] = []
    cells = {}
    for field in table.fields:
        cell = row.get(field.name, "").strip()
        if field.semantics == "partial_date" and cell:
            read = dates.interpret(cell)
            cell = read if isinstance(read, str) else cell
        if field.semantics == "ags":
            cell = region_key(cell) or cell
        cells[field.name] = cell
        found += _faults(field, cell)
    return cells, found


def _faults(field: Field, cell: str) -> Iterator[Finding]:
    if field.required and not cell:
        yield Finding(FindingKind.REQUIRED, "", None, field.title, expected=field.title)
    elif cell and field.semantics == "partial_date" and not dates.ISO.fullmatch(cell):
        yield Finding(FindingKind.PARTIAL_DATE, "", None, field.title, cell, dates.EXAMPLES)
    elif cell and field.pattern and not re.fullmatch(field.pattern, cell):
        yield Finding(FindingKind.PATTERN, "", None, field.title, cell, field.description)
