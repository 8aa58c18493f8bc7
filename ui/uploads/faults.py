"""What has to be corrected in a file, and what has to be looked at again."""

import re
from collections.abc import Sequence
from dataclasses import replace
from pathlib import PurePath

import pandas as pd
import streamlit as st

from etl.uploads.file_findings import first_faults
from etl.uploads.stages import Ready, Refused
from kim import exports, german, queries
from kim.dates import is_date
from kim.findings import Finding
from kim.tables import Field, Table
from ui.texts import markdown, text
from ui.widgets.grid import Cells, grid
from ui.widgets.panels import CSV, XLSX

PLAIN_NUMBER = re.compile(r"-?\d+(\.\d+)?")
MOST_SHOWN = 200
LIST = Table(
    name="findings",
    title="",
    fields=(
        Field("line", text("upload.line"), "integer"),
        Field("column", text("upload.column")),
        Field("value", text("upload.in_file")),
        Field("sentence", text("upload.wrong")),
    ),
    identity=(),
)


def show_refused(check: Refused) -> None:
    """Everything that keeps a submission from being published."""
    is_of_paper = bool(check.decisions.paper)
    show_findings(check.findings, check.submission.name, is_of_paper=is_of_paper)


def show_findings(findings: Sequence[Finding], name: str, *, is_of_paper: bool = False) -> None:
    """Everything that has to be corrected, to read and to take away; nothing when there is nothing.

    `is_of_paper`: in the review of a paper and not in a file.
    """
    if not findings:
        return
    count = german.number(len(findings))
    which = "one_fault" if len(findings) == 1 else "faults"
    st.error(markdown(f"upload.{which}{'_of_paper' if is_of_paper else ''}", faults=count))
    _list(findings, text("upload.faults_caption"))
    if len(findings) > MOST_SHOWN:
        st.caption(markdown("upload.faults_shown", shown=MOST_SHOWN))
    with st.container(horizontal=True):
        stem = f"fehler-{PurePath(name).stem}"
        st.download_button(
            text("upload.faults_csv"),
            lambda: exports.csv_for_excel(_frame(findings), LIST),
            f"{stem}.csv",
            CSV,
            on_click="ignore",
        )
        st.download_button(
            text("upload.faults_xlsx"),
            lambda: exports.sheet(_frame(findings), LIST),
            f"{stem}.xlsx",
            XLSX,
            on_click="ignore",
        )


def show_marked(check: Refused, table: Table) -> None:
    """The first rows with faults, their cells marked."""
    faults = first_faults(check.findings)
    if not check.rows:
        return
    heading = {name: words for words, name in check.reading.columns.items()}
    faulty = {column for cells in faults.values() for column in cells}
    named = [(field, heading.get(field.name, field.title)) for field in table.fields]
    shown = [(field, head) for field, head in named if field.name in heading or head in faulty]
    shown.sort(key=lambda column: column[1] not in faulty)
    st.subheader(text("upload.marked"), anchor=False)
    heads = [text("upload.line"), *(head for _, head in shown)]
    lines: list[Cells] = [
        [
            str(line),
            *(
                shown_cell(field, cells.get(field.name, ""), faults[line].get(head, ""))
                for field, head in shown
            ),
        ]
        for line, cells in sorted(check.rows.items())
    ]
    grid(text("upload.marked_caption"), heads, lines)


def confirmed(ready: Ready) -> Ready:
    """The check with the answer whether its warnings are meant; as it is when there are none."""
    if not ready.warnings:
        return ready
    st.warning(text("upload.warnings"))
    _list(ready.warnings, text("upload.warnings_caption"))
    is_confirmed = st.checkbox(text("upload.confirm"), value=ready.decisions.is_confirmed)
    return replace(ready, decisions=replace(ready.decisions, is_confirmed=is_confirmed))


def _list(findings: Sequence[Finding], caption: str) -> None:
    heads = [field.title for field in LIST.fields]
    lines = [
        (str(each.line or ""), each.column, each.shown_value, each.sentence)
        for each in findings[:MOST_SHOWN]
    ]
    grid(caption, heads, lines)


def _frame(findings: Sequence[Finding]) -> pd.DataFrame:
    rows = [(each.line, each.column, each.value, each.sentence) for each in findings]
    frame = pd.DataFrame(rows, columns=[field.name for field in LIST.fields])
    return frame.astype({"line": "Int64"})


def shown_cell(field: Field, cell: str, sentence: str = "") -> str | dict[str, str]:
    """A cell in German as far as it was understood; with a mark, and as its sentence quotes it, where it is wrong."""
    words = cell if f"„{cell}“" in sentence else _as_read(field, cell)
    return {"words": words, "mark": sentence} if sentence else words


def _as_read(field: Field, cell: str) -> str:
    """A cell in German as far as it was understood, else as it stands."""
    if field.type == "number" and PLAIN_NUMBER.fullmatch(cell):
        return cell.replace(".", ",")
    if field.semantics == "partial_date" and is_date(cell):
        return german.partial_date(cell)
    words = field.vocabulary
    if field.semantics == "ags":
        words = queries.place_names()
    elif field.semantics == "organisation":
        words = queries.organisations()
    return words.get(cell, cell)
