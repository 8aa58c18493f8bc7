"""What a figure of posts or persons says: its label, its number, what hovering shows."""

from collections.abc import Iterator, Sequence
from typing import Any

import pandas as pd

from kim import german
from kim.facts import Record, state_words, words
from ui.figures.statements import (
    bracketed,
    doubt,
    filled,
    held,
    hover_lines,
    joined,
    reason,
    short_doubt,
    since,
    until,
)
from ui.figures.style import keyed
from ui.texts import text


def carried(rows: Sequence[Record]) -> dict[str, Any]:
    """What each mark of a figure carries: where a click leads, what hovering shows."""
    return {
        "customdata": [keyed("positions", row["fact"]) for row in rows],
        "hovertext": [_hover(row) for row in rows],
        "hoverinfo": "text",
        "cliponaxis": False,
    }


def label(row: Record) -> str:
    """What stands above a figure: number, status, function where told apart, part of the place, what it rests on, what may have followed it."""
    function = words("function", row["function"]) if row.get("says_function") else ""
    said = joined(_value(row), function, filled(row["area"]), short_doubt(row))
    return joined(said, *successors_of(row), by=", ")


def successors_of(row: Record) -> Iterator[str]:
    """For example "vielleicht schon 3,5 (ab 2022, Tag nicht genannt)"."""
    for each in row.get("successors", ()):
        yield text("positions.successor", value=figure(each), since=german.held(each))


def _value(row: Record) -> str:
    """For example "3,5 eingerichtet · 2022", "+1,9 geplant · 2021 · möglich", "(6) besetzt"."""
    said = f"{figure(row)} {state_words(row['status'], row['unit'])}"
    return joined(said, since(row), filled(row["pay_group"]), until(row))


def figure(row: Record) -> str:
    """The number with its hedge, in parentheses when it is not sure: "+1,9", "ca. 6", "(3,5)"."""
    if pd.isna(row["quantity"]):
        return text("positions.unknown")
    said = german.amount(row["quantity"], row["certainty"])
    if row["measure"] != "total":
        said = text(f"positions.{row['measure']}", value=said)
    return bracketed(said, row)


def _hover(row: Record) -> str:
    return hover_lines(
        row["place"],
        _value(row),
        joined(doubt(row), reason(row), by=": "),
        *successors_of(row),
        words("function", row["function"]),
        filled(row.get("employer_name"), "positions.employer"),
        filled(row["area"], "positions.area"),
        held(row),
        text("figure.source", value=row["source_title"]),
        text("figure.click"),
    )
