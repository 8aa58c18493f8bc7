"""Whom the offer is for: groups by place and criterion, and the countries a group stands for."""

import pandas as pd

from kim import german
from kim.german import is_empty
from kim.tables import package
from ui.figures.matrix import Cell, Entry, Matrix, Row, detail
from ui.figures.style import Record, is_sure, keyed, records, words

SIGNS = {"primary": "●", "also": "○", "excluded": "✕", "counting_rule": "#"}
MOST_COUNTRIES_IN_CELL = 3


def by_criterion(groups: pd.DataFrame, places: tuple[tuple[str, str], ...]) -> Matrix:
    """Places down, criteria across, groups in the cells; `places` as (AGS, name)."""
    named = set(groups["dimension"])
    criteria = [code for code in package().vocabularies["target_dimension"] if code in named]
    rows = []
    for ags, name in places:
        here = groups[groups["region"] == ags]
        rows.append(Row(name, tuple(_cell(here[here["dimension"] == each]) for each in criteria)))
    return Matrix("Ort", tuple(words("target_dimension", each) for each in criteria), tuple(rows))


def countries(groups: pd.DataFrame) -> Matrix:
    """The full list of countries of every group that names more than a cell holds."""
    rows = []
    for row in records(groups):
        listed = countries_of(row)
        if len(listed) > MOST_COUNTRIES_IN_CELL:
            fact = keyed("target_groups", row["fact"])
            entries = tuple(Entry(_shown(country, row), fact) for country in listed)
            rows.append(Row(f"{row['label']} ({row['place']}): {len(listed)} Einträge", (entries,)))
    return Matrix("Gruppe und Ort", ("Herkunft, so geschrieben wie im Dokument",), tuple(rows))


def countries_of(row: Record) -> list[str]:
    """The countries of origin a statement lists, as written in the document."""
    return [] if is_empty(row["countries"]) else [e.strip() for e in row["countries"].split(";")]


def _cell(groups: pd.DataFrame) -> Cell:
    order = list(SIGNS)
    ordered = sorted(records(groups), key=lambda row: order.index(row["inclusion"]))
    return tuple(_entry(row) for row in ordered)


def _entry(row: Record) -> Entry:
    return Entry(
        _shown(row["label"], row),
        keyed("target_groups", row["fact"]),
        detail=detail(
            [
                words("inclusion", row["inclusion"]),
                *_criteria(row),
                words("module", row["module"]).partition(":")[0],
                _defined(row),
                f"Stand {row['held_from']:%Y}" if pd.notna(row["held_from"]) else "",
                words("basis", "claimed") if row["basis"] == "claimed" else "",
            ]
        ),
        sign=SIGNS[row["inclusion"]],
    )


def _criteria(row: Record) -> list[str]:
    """Age, day of arrival, paragraphs and countries, as far as the document names them."""
    listed = countries_of(row)
    countries = ", ".join(listed)
    if len(listed) > MOST_COUNTRIES_IN_CELL:
        countries = f"{len(listed)} Länder und Gebiete, Liste unten"
    after = row["arrived_after"]
    return [
        "" if is_empty(row["age_over"]) else f"älter als {german.number(row['age_over'])} Jahre",
        "" if is_empty(after) else f"eingereist nach dem {german.partial_date(after)}",
        "" if is_empty(row["legal_basis"]) else row["legal_basis"].replace(";", " und"),
        countries,
    ]


def _defined(row: Record) -> str:
    return "" if is_empty(row["defined_by"]) else f"festgelegt von: {row['defined_by']}"


def _shown(label: str, row: Record) -> str:
    return label if is_sure(row) else f"({label})"
