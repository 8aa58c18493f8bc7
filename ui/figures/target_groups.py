"""Whom the offer is for: groups by place and criterion, and the countries a group stands for."""

import pandas as pd

from kim import german
from kim.facts import Record, records, words
from kim.german import is_empty
from kim.tables import package
from ui.figures.matrix import Matrix, MatrixEntry, MatrixRow
from ui.figures.statements import bracketed, doubt, filled, joined, module, reason, since
from ui.figures.style import keyed
from ui.texts import text

SIGNS = {"primary": "●", "also": "+", "excluded": "✕", "counting_rule": "#"}
MOST_COUNTRIES_IN_CELL = 3


def by_criterion(groups: pd.DataFrame, places: tuple[tuple[str, str], ...]) -> Matrix:
    """Places down, criteria across, groups in the cells; `places` as (AGS, name)."""
    named = set(groups["dimension"])
    criteria = [code for code in package().vocabularies["target_dimension"] if code in named]
    rows = []
    for ags, name in places:
        here = groups[groups["region"] == ags]
        cells = (_cell(here[here["dimension"] == each]) for each in criteria)
        rows.append(MatrixRow(name, tuple(cells), ags))
    heads = tuple(words("target_dimension", each) for each in criteria)
    return Matrix(text("exhibit.place"), heads, tuple(rows))


def of_named_places(groups: pd.DataFrame, places: tuple[tuple[str, str], ...]) -> Matrix:
    """The same of those places alone of which something is said."""
    named = set(groups["region"])
    return by_criterion(groups, tuple(each for each in places if each[0] in named))


def countries(groups: pd.DataFrame) -> Matrix:
    """The full list of countries of every group that names more than a cell holds."""
    rows = []
    for row in records(groups):
        listed = countries_of(row)
        if len(listed) > MOST_COUNTRIES_IN_CELL:
            fact = keyed("target_groups", row["fact"])
            entries = tuple(MatrixEntry(bracketed(country, row), fact) for country in listed)
            named = {"group": row["label"], "place": row["place"], "number": len(listed)}
            head = joined(text("target_groups.country_row", **named), doubt(row), by=" – ")
            rows.append(MatrixRow(head, (entries,), row["region"]))
    heads = (text("target_groups.country_head"),)
    return Matrix(text("target_groups.country_corner"), heads, tuple(rows))


def countries_of(row: Record) -> list[str]:
    """The countries of origin a statement lists, as written in the document."""
    return [] if is_empty(row["countries"]) else [e.strip() for e in row["countries"].split(";")]


def _cell(groups: pd.DataFrame) -> tuple[MatrixEntry, ...]:
    order = list(SIGNS)
    ordered = sorted(records(groups), key=lambda row: order.index(row["inclusion"]))
    return tuple(_entry(row) for row in ordered)


def _entry(row: Record) -> MatrixEntry:
    said = [
        words("inclusion", row["inclusion"]),
        *_criteria(row),
        module(row),
        filled(row["defined_by"], "target_groups.defined_by"),
        filled(since(row), "figure.day"),
        doubt(row),
    ]
    fact, sign = keyed("target_groups", row["fact"]), SIGNS[row["inclusion"]]
    label, detail = bracketed(row["label"], row), joined(*said)
    return MatrixEntry(label, fact, detail=detail, sign=sign, reason=reason(row))


def _criteria(row: Record) -> list[str]:
    """Age, day of arrival, paragraphs and countries, as far as the document names them."""
    age, after = row["age_over"], row["arrived_after"]
    listed = countries_of(row)
    is_long = len(listed) > MOST_COUNTRIES_IN_CELL
    return [
        "" if is_empty(age) else text("target_groups.age_over", value=german.number(age)),
        filled("" if is_empty(after) else german.partial_date(after), "target_groups.arrived"),
        filled(row["legal_basis"]).replace(";", text("target_groups.and")),
        text("target_groups.countries_below", number=len(listed)) if is_long else ", ".join(listed),
    ]
