"""What an upload would change: how many rows of which kind, old beside new, and the chart."""

from collections.abc import Iterator, Mapping, Sequence
from typing import TYPE_CHECKING

import pandas as pd
import streamlit as st

from kim import german, queries
from kim.figures.style import records
from kim.tables import Field, Table
from kim.texts import text
from kim.widgets.grid import Cells, grid

if TYPE_CHECKING:
    from etl.comparison import Comparison

STATES = ("new", "changed", "same", "conflict")
MOST_SHOWN = 50


def show_comparison(table: Table, comparison: "Comparison") -> None:
    """The counts, then the rows that are new, changed or in conflict."""
    with st.container(horizontal=True, gap="large"):
        for state in STATES:
            rows = german.number(comparison.counts[state])
            st.metric(text(f"upload.{state}"), rows, width="content")
    if comparison.counts["conflict"]:
        st.warning(text("upload.conflict_lead"))
        _pairs(table, comparison, "conflict", comparison.conflicts, ("other", "mine"))
    if comparison.counts["changed"]:
        _pairs(table, comparison, "changed", comparison.changed, ("before", "after"))
    if comparison.counts["new"]:
        shown = comparison.new.head(MOST_SHOWN)
        fields = _filled(table, [shown])
        caption = _caption(comparison, "new", len(shown))
        lines = [_cells(fields, record) for record in records(shown)]
        with st.expander(caption, expanded=len(shown) <= 10):
            grid(caption, [each.title for each in fields], lines)


def _pairs(
    table: Table,
    comparison: "Comparison",
    state: str,
    frames: tuple[pd.DataFrame, pd.DataFrame],
    names: tuple[str, str],
) -> None:
    """Two rows for each pair; in the second one the cells that differ are marked."""
    first, second = (frame.head(MOST_SHOWN) for frame in frames)
    fields = _filled(table, [first, second])
    caption = _caption(comparison, state, len(first))
    heads = [text("upload.who"), *(each.title for each in fields)]
    with st.expander(caption, expanded=len(first) <= 10):
        grid(caption, heads, _paired(fields, first, second, names))


def _paired(
    fields: Sequence[Field], first: pd.DataFrame, second: pd.DataFrame, names: tuple[str, str]
) -> Iterator[Cells]:
    for one, other in zip(records(first), records(second), strict=True):
        old, new = _cells(fields, one), _cells(fields, other)
        yield [text(f"upload.{names[0]}"), *old]
        marked = [
            after if before == after else {"words": after, "mark": text("upload.changed")}
            for before, after in zip(old, new, strict=True)
        ]
        yield [text(f"upload.{names[1]}"), *marked]


def _cells(fields: Sequence[Field], record: Mapping[str, object]) -> list[str]:
    organisations, places = queries.organisations(), queries.place_names()
    return [
        places.get(str(record[each.name]), str(record[each.name]))
        if each.semantics == "ags" and not german.is_empty(record[each.name])
        else german.cell(each, record[each.name], organisations)
        for each in fields
    ]


def _filled(table: Table, frames: Sequence[pd.DataFrame]) -> list[Field]:
    return [
        each for each in table.fields if any(frame[each.name].notna().any() for frame in frames)
    ]


def _caption(comparison: "Comparison", state: str, shown: int) -> str:
    rows = german.number(comparison.counts[state])
    return text(f"upload.{state}_caption", shown=german.number(shown), rows=rows)
