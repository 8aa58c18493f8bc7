"""A single row of a reference table, typed into a form."""

import re
from collections.abc import Iterator, Mapping

from etl.reading.values import dates
from kim.findings import Finding, FindingKind
from kim.regions import region_key
from kim.tables import Field, Table


def completed(table: Table, row: Mapping[str, str]) -> tuple[dict[str, str], list[Finding]]:
    """The row with its dates in EDTF and its places by their one key, and what is wrong with its cells."""
    found: list[Finding] = []
    cells = {}
    for field in table.fields:
        cell = row.get(field.name, "").strip()
        fault = None
        if field.semantics == "partial_date" and cell:
            cell, fault = _date(field, cell)
        if field.semantics == "ags":
            cell = region_key(cell) or cell
        cells[field.name] = cell
        found += [fault] if fault else _faults(field, cell)
    return cells, found


def _date(field: Field, cell: str) -> tuple[str, Finding | None]:
    """The date in EDTF, or as it stands with what is wrong with it; a form cannot ask."""
    read = dates.interpret(cell)
    if isinstance(read, str):
        return read, None
    if read.doubt:
        meanings = " oder ".join(meaning for _, meaning in read.doubt.meanings)
        return cell, Finding(FindingKind.DATE_AMBIGUOUS, "", None, field.title, cell, meanings)
    if read.finding:
        return cell, Finding(read.finding, "", None, field.title, cell, read.expected)
    return read.text, None


def _faults(field: Field, cell: str) -> Iterator[Finding]:
    if field.required and not cell:
        yield Finding(FindingKind.REQUIRED, "", None, field.title, expected=field.title)
    elif cell and field.pattern and not re.fullmatch(field.pattern, cell):
        yield Finding(FindingKind.PATTERN, "", None, field.title, cell, field.description)
