"""What an upload would change: how many rows of which kind, old beside new, and the chart."""

from collections.abc import Mapping, Sequence
from typing import Any

import pandas as pd
import streamlit as st

from etl.pipeline.compare import Comparison, RowState
from etl.uploads.stages import Ready
from kim import german, queries
from kim.facts import records
from kim.tables import Field, Table, package
from ui.texts import markdown, plain, text
from ui.uploads import answers_changed, preview
from ui.widgets.grid import Cells, grid

MOST_SHOWN = 50
NAMED_BESIDE = german.BESIDE_A_STATEMENT - {"region", "certainty"}
Lines = list[Cells]
Names = Mapping[str, Mapping[str, str]]


def show_comparisons(ready: Ready) -> None:
    """By table the counts, then the rows that are new, changed or in conflict; last the chart."""
    st.header(text("upload.compare"), anchor=False)
    st.markdown(text("upload.compare_lead"))
    names = _names(ready.decisions.added)
    for name, comparison in ready.comparisons.items():
        if ready.decisions.paper:
            st.subheader(plain(package().tables[name].title), anchor=False)
        _show(package().tables[name], comparison, names)
    if ready.changes_nothing:
        st.info(text("upload.nothing"))
        return
    if ready.decisions.paper:
        answers_changed.show(ready)
        _show_all_charts(ready)
        return
    table = ready.decisions.table
    preview.show_charts(table, ready.comparisons[table].regions, ready.version)


def _show_all_charts(ready: Ready) -> None:
    """Of a paper, the charts of every table to which it brings facts."""
    for name, comparison in ready.comparisons.items():
        table = package().tables[name]
        if table.is_fact:
            title = text("upload.chart_of", table=table.title)
            preview.show_charts(name, comparison.regions, ready.version, title)


def _show(table: Table, comparison: Comparison, names: Names) -> None:
    with st.container(horizontal=True, gap="large"):
        for state in RowState:
            rows = german.number(comparison.counts[state])
            st.metric(text(f"upload.{state}"), plain(rows), width="content")
    if similar := comparison.counts["similar"]:
        st.info(markdown("upload.similar", rows=german.number(similar)))
    if comparison.counts[RowState.CONFLICT]:
        st.warning(text("upload.conflict_lead"))
        _pairs(table, comparison, RowState.CONFLICT, comparison.conflicts, ("other", "mine"), names)
    if comparison.counts[RowState.CHANGED]:
        _pairs(table, comparison, RowState.CHANGED, comparison.changed, ("before", "after"), names)
    if comparison.counts[RowState.NEW]:
        shown = comparison.new.head(MOST_SHOWN)
        heads, rows_shown = _compact(table, [shown], names)
        _list(comparison, RowState.NEW, heads, rows_shown[0])


def _pairs(
    table: Table,
    comparison: Comparison,
    state: RowState,
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


def _list(comparison: Comparison, state: RowState, heads: Sequence[str], lines: Lines) -> None:
    shown = len(lines) if state is RowState.NEW else len(lines) // 2
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
        and (not table.is_fact or each.name == "region" or each.name in NAMED_BESIDE)
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


def _names(added: Mapping[str, Sequence[Mapping[str, str]]]) -> Names:
    """By table: key -> name, of the store and of what was typed in."""
    known = {
        "regions": ("ags", "name", queries.place_names()),
        "organisations": ("organisation", "name", queries.organisations()),
        "sources": ("source", "title", queries.source_titles()),
    }
    return {
        table: names | {row[key]: row[name] for row in added.get(table, ())}
        for table, (key, name, names) in known.items()
    }
