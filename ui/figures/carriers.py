"""Who has which role in which place: the roles of all places in one matrix."""

from collections.abc import Mapping
from dataclasses import replace

import pandas as pd

from kim.german import is_empty
from ui.figures.matrix import Cell, Entry, Matrix, Row, detail
from ui.figures.style import Record, is_sure, keyed, records, words

ROLES_OF_FLOW: Mapping[str, tuple[str, ...]] = {
    "Geld": ("receives_grant", "passes_on_grant"),
    "Auftrag": ("commissions", "carries_out"),
    "Personal": ("employs", "provides_workplace"),
    "Aufsicht und Sitz": ("supervises", "hosts"),
}
NOBODY = "nicht genannt"
KEY_OF_DISTRICT = 5


def by_role(carriers: pd.DataFrame, places: tuple[tuple[str, str], ...]) -> Matrix:
    """Places down, roles across, organisations in the cells; `places` as (AGS, name)."""
    names = dict(places)
    cells = {
        ags: tuple(
            _cell(carriers[carriers["region"] == ags], roles) for roles in ROLES_OF_FLOW.values()
        )
        for ags in names
    }
    rows = [
        Row(name, tuple(map(_or_district, cells[ags], _of_district(ags, cells, names))))
        for ags, name in places
    ]
    return Matrix("Ort", tuple(ROLES_OF_FLOW), tuple(rows))


def _of_district(
    ags: str, cells: Mapping[str, tuple[Cell, ...]], names: Mapping[str, str]
) -> list[str]:
    """For each group of roles the name of the place's district, if something is known of it there."""
    district = ags[:KEY_OF_DISTRICT]
    if district == ags or district not in cells:
        return [""] * len(ROLES_OF_FLOW)
    return [names[district] if cell else "" for cell in cells[district]]


def _or_district(cell: Cell, district: str) -> Cell:
    return cell or ((Entry(f"hier nichts bekannt; siehe {district}"),) if district else ())


def _cell(here: pd.DataFrame, roles: tuple[str, ...]) -> Cell:
    """The entries of a place for some roles; a role nobody is named for says so."""
    entries: list[Entry] = []
    for role in roles:
        heading = words("carrier_role", role)
        found = [entry_of(row) for row in records(here[here["role"] == role])] or [Entry(NOBODY)]
        entries += [replace(found[0], heading=heading), *found[1:]]
    return tuple(entries) if any(entry.fact for entry in entries) else ()


def entry_of(row: Record) -> Entry:
    """A statement as it stands in a cell: organisation, then towards whom, module, area, year."""
    name = row["organisation_name"] if is_sure(row) else f"({row['organisation_name']})"
    to = "" if is_empty(row["counterpart_name"]) else towards(row)
    module = words("module", row["module"]).partition(":")[0]
    claimed = words("basis", "claimed") if row["basis"] == "claimed" else ""
    return Entry(
        name,
        keyed("carriers", row["fact"]),
        detail=detail([to, module, text_of(row["area"]), year_of(row), claimed]),
    )


def towards(row: Record) -> str:
    """The other side of a role, with the direction; needs a counterpart."""
    sign = "← von" if row["role"] == "receives_grant" else "→"
    return f"{sign} {row['counterpart_name']}"


def text_of(value: object) -> str:
    """The text of a cell, "" for an empty one."""
    return "" if is_empty(value) else str(value)


def year_of(row: Record) -> str:
    """The year from which a statement held, "" when it is not known."""
    return f"{row['held_from']:%Y}" if pd.notna(row["held_from"]) else ""
