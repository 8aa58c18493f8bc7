"""Who has which role in which place: the roles of all places in one matrix."""

from collections.abc import Iterator, Mapping
from dataclasses import replace

import pandas as pd

from kim.facts import Record, records, words
from kim.german_nouns import administrations
from ui.figures.matrix import Matrix, MatrixEntry, MatrixRow
from ui.figures.statements import bracketed, doubt, filled, joined, module, reason, since
from ui.figures.style import keyed
from ui.texts import text

ROLES: Mapping[str, tuple[str, ...]] = {
    "money": ("receives_grant", "passes_on_grant"),
    "mandate": ("commissions", "carries_out"),
    "staff": ("employs", "provides_workplace"),
    "oversight": ("supervises", "hosts"),
}
KEY_OF_DISTRICT = 5
Cells = tuple[tuple[MatrixEntry, ...], ...]


def by_role(carriers: pd.DataFrame, places: tuple[tuple[str, str], ...]) -> Matrix:
    """Places down, roles across, organisations in the cells; `places` as (AGS, name)."""
    names = dict(places)
    cells = {
        ags: tuple(_cell(carriers[carriers["region"] == ags], roles) for roles in ROLES.values())
        for ags in names
    }
    rows = [
        MatrixRow(name, _or_named(ags, name, _or_above(ags, cells, names, carriers), carriers), ags)
        for ags, name in places
    ]
    heads = tuple(text(f"carriers.{kind}") for kind in ROLES)
    return Matrix(text("exhibit.place"), heads, tuple(rows))


def _or_above(
    ags: str, cells: Mapping[str, Cells], names: Mapping[str, str], carriers: pd.DataFrame
) -> Cells:
    """The cells of a place; an empty one has what the district says towards it, else points there."""
    district = ags[:KEY_OF_DISTRICT]
    if district not in cells:
        return cells[ags]
    see = (MatrixEntry(text("carriers.see_district", place=names[district])),)
    above = carriers[carriers["region"] == district]
    towards_it = above[above["counterpart_name"].isin(administrations(_bare(names[ags])))]
    named_in = text("carriers.named_in", place=_bare(names[district]))
    told = (
        tuple(
            replace(entry, detail=joined(entry.detail, named_in))
            for entry in _headed(towards_it, roles)
        )
        for roles in ROLES.values()
    )
    each = zip(cells[ags], told, cells[district], strict=True)
    return tuple(own or named or (see if there else ()) for own, named, there in each)


def _bare(name: str) -> str:
    return name.partition(" (")[0]


def _or_named(ags: str, name: str, cells: Cells, carriers: pd.DataFrame) -> Cells:
    """The cells of a district; an empty one says which of its towns' statements name the district."""
    towns = carriers[carriers["region"].str.startswith(ags) & (carriers["region"] != ags)]
    sides = towns[["organisation_name", "counterpart_name"]].isin([_bare(name)])
    named = towns[sides.any(axis="columns")]
    return tuple(
        cell or tuple(_named(named[named["role"].isin(roles)]))
        for cell, roles in zip(cells, ROLES.values(), strict=True)
    )


def _named(rows: pd.DataFrame) -> Iterator[MatrixEntry]:
    """One entry for each town whose statements name the district, which leads to the first of them."""
    for place, here in rows.groupby("place", sort=False):
        first, *_ = records(here)
        fact, said = keyed("carriers", first["fact"]), text("carriers.named_in", place=place)
        yield MatrixEntry(bracketed(said, first), fact, detail=doubt(first), reason=reason(first))


def _cell(here: pd.DataFrame, roles: tuple[str, ...]) -> tuple[MatrixEntry, ...]:
    """The entries of a place for some roles; a role nobody is named for says so."""
    nobody = MatrixEntry(text("carriers.nobody"))
    entries = tuple(_headed(here, roles, nobody))
    return entries if any(entry.fact for entry in entries) else ()


def _headed(
    here: pd.DataFrame, roles: tuple[str, ...], *nobody: MatrixEntry
) -> Iterator[MatrixEntry]:
    """The entries for some roles, the first of each below its heading; `nobody` where there is none."""
    for role in roles:
        found = tuple(map(_entry, records(here[here["role"] == role]))) or nobody
        yield from (replace(each, heading=words("carrier_role", role)) for each in found[:1])
        yield from found[1:]


def _entry(row: Record) -> MatrixEntry:
    """A statement as it stands in a cell: organisation, then towards whom, module, area, years."""
    return MatrixEntry(
        bracketed(row["organisation_name"], row),
        keyed("carriers", row["fact"]),
        detail=joined(towards(row), module(row), filled(row["area"]), since(row), doubt(row)),
        reason=reason(row),
    )


def towards(row: Record) -> str:
    """The other side of a role, with the direction; empty when it is not named."""
    key = "from" if row["role"] == "receives_grant" else "to"
    return filled(row["counterpart_name"], f"carriers.{key}")
