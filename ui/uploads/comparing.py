"""What an upload would change: how many rows of which kind, old beside new, and the chart."""

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any

import pandas as pd
import streamlit as st

from kim import german, queries
from kim.facts import records
from kim.loads import Upload
from kim.tables import Field, Table
from ui.texts import markdown, plain, text
from ui.widgets.grid import Cells, grid

if TYPE_CHECKING:
    from etl.pipeline.compare import Comparison

STATES = ("new", "changed", "same", "conflict")
MOST_SHOWN = 50
SAID_IN_STATEMENT = german.BOOKKEEPING - {"region", "certainty"}
Lines = list[Cells]
Names = Mapping[str, Mapping[str, str]]


def show_comparison(table: Table, comparison: "Comparison", upload: Upload) -> None:
    """The counts, then the rows that are new, changed or in conflict.

    `upload` knows the names of what was typed in with the file.
    """
    names = _names(upload)
    with st.container(horizontal=True, gap="large"):
        for state in STATES:
            rows = german.number(comparison.counts[state])
            st.metric(text(f"upload.{state}"), plain(rows), width="content")
    if similar := comparison.counts["similar"]:
        st.info(markdown("upload.similar", rows=german.number(similar)))
    if comparison.counts["conflict"]:
        st.warning(text("upload.conflict_lead"))
        _pairs(table, comparison, "conflict", comparison.conflicts, ("other", "mine"), names)
    if comparison.counts["changed"]:
        _pairs(table, comparison, "changed", comparison.changed, ("before", "after"), names)
    if comparison.counts["new"]:
        shown = comparison.new.head(MOST_SHOWN)
        heads, rows_shown = _compact(table, [shown], names)
        _list(comparison, "new", heads, rows_shown[0])


def _pairs(
    table: Table,
    comparison: "Comparison",
    state: str,
    frames: tuple[pd.DataFrame, pd.DataFrame],
    sides: tuple[str, str],
    names: Names,
) -> None:
    """Two rows for each pair; in the second one the cells that differ are marked."""
    heads, (first, second) = _compact(table, [frame.head(MOST_SHOWN) for frame in frames], names)
    lines: Lines = []
    for old, new in zip(first, second, strict=True):
        lines.append([text(f"upload.{sides[0]}"), *old])
        marked = (
            after if before == after else {"words": str(after), "mark": text("upload.changed")}
            for before, after in zip(old, new, strict=True)
        )
        lines.append([text(f"upload.{sides[1]}"), *marked])
    _list(comparison, state, [text("upload.who"), *heads], lines)


def _list(comparison: "Comparison", state: str, heads: Sequence[str], lines: Lines) -> None:
    shown = len(lines) if state == "new" else len(lines) // 2
    caption = text(
        f"upload.{state}_caption",
        shown=german.number(shown),
        rows=german.number(comparison.counts[state]),
    )
    with st.expander(plain(caption), expanded=shown <= 10):
        grid(caption, heads, lines)


def _compact(
    table: Table, frames: Sequence[pd.DataFrame], names: Names
) -> tuple[list[str], list[Lines]]:
    """Heads and lines narrow enough to read: a fact in one cell, then what belongs to its proof.

    Rows of a reference table keep their columns.
    """
    fields = [
        each
        for each in table.fields
        if any(frame[each.name].notna().any() for frame in frames)
        and (not table.is_fact or each.name == "region" or each.name in SAID_IN_STATEMENT)
    ]
    heads = [each.title for each in fields]
    if table.is_fact:
        heads.insert(1, text("upload.statement"))
    lines = [[_line(table, fields, record, names) for record in records(each)] for each in frames]
    return heads, lines


def _line(table: Table, fields: Sequence[Field], record: Mapping[str, Any], names: Names) -> Cells:
    cells = [
        _named(table, each, names).get(str(record[each.name]))
        or german.cell(each, record[each.name], names["organisations"])
        for each in fields
    ]
    if table.is_fact:
        cells.insert(1, german.statement(table, record, names["organisations"]))
    return cells


def _named(table: Table, field: Field, names: Names) -> Mapping[str, str]:
    """Names in place of the keys of a column; a table keeps its own keys."""
    if field.name in ("region", "parent"):
        return names["regions"]
    return names["sources"] if field.name == "source" and table.is_fact else {}


def _names(upload: Upload) -> Names:
    """By table: key -> name, of the store and of what was typed in."""
    known = {
        "regions": ("ags", "name", queries.place_names()),
        "organisations": ("organisation", "name", queries.organisations()),
        "sources": ("source", "title", queries.source_titles()),
    }
    return {
        table: names | {row[key]: row[name] for row in upload.added.get(table, ())}
        for table, (key, name, names) in known.items()
    }
