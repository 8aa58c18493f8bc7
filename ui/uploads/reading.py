"""How a file was read, and what may be read otherwise: another table, another sheet, hidden rows."""

from collections.abc import Callable, Sequence
from dataclasses import replace

import streamlit as st

from etl.reading import Decisions, QuestionKind, Reading, Repair, RepairKind
from etl.uploads.stages import Asking, Check, Ready
from kim import german
from kim.tables import Table, package
from ui.texts import markdown, plain, text
from ui.uploads.checking import Decide
from ui.widgets.grid import grid

HIDDEN = (RepairKind.ROWS_HIDDEN, RepairKind.COLUMNS_HIDDEN)
NOT_READ = (*HIDDEN, RepairKind.SHEET_HIDDEN, RepairKind.SHEET_OTHER)
MOST_SHOWN, MOST_UNFOLDED, MOST_LINES = 200, 10, 5
DELIMITERS = {"\t": "upload.tabulator"}


def show_reading(reading: Reading) -> None:
    """How the file was read, and everything that was changed on the way."""
    if reading.heading_line:
        words = {"rows": german.number(reading.rows), "line": reading.heading_line}
        st.markdown(markdown("upload.read_as", how=_how(reading), **words))
    if reading.left_out:
        columns = ", ".join(f"„{each}“" for each in reading.left_out)
        st.warning(markdown("upload.left_out", columns=columns))
    for each in reading.repairs:
        if each.kind in NOT_READ:
            st.warning(plain(each.sentence))
    if adapted := [each for each in reading.repairs if each.kind not in NOT_READ]:
        _show_adapted(adapted)


def _show_adapted(adapted: Sequence[Repair]) -> None:
    """Each change with its lines, its column, what stands in the file and what was read; folded when many."""
    times = sum(each.times for each in adapted)
    is_short = len(adapted) <= MOST_UNFOLDED
    with st.expander(markdown("upload.repairs", times=german.number(times)), expanded=is_short):
        heads = [
            text(f"upload.{key}") for key in ("lines", "column", "in_file", "read_so", "adapted")
        ]
        lines = [
            (
                _lines(each),
                each.column,
                each.before,
                _after(each),
                each.sentence,
            )
            for each in adapted[:MOST_SHOWN]
        ]
        grid(text("upload.adapted_caption"), heads, lines)
        if len(adapted) > MOST_SHOWN:
            st.caption(markdown("upload.adapted_shown", shown=MOST_SHOWN))


def _lines(repair: Repair) -> str:
    """For example "2, 3, 4 und 12 weitere"."""
    named = ", ".join(str(line) for line in repair.lines[:MOST_LINES])
    more = repair.times - min(len(repair.lines), MOST_LINES)
    return text("upload.more_lines", lines=named, more=german.number(more)) if more else named


def offer_hidden(check: Check, decide: Decide) -> None:
    """Whether the hidden rows and columns are read, where there are some."""
    is_read = check.decisions.hidden
    if is_read or any(each.kind in HIDDEN for each in check.reading.repairs):
        wanted = st.checkbox(text("upload.hidden"), value=is_read)
        if wanted != is_read:
            decide(replace(check.decisions, hidden=wanted))


def offer_other_table(check: Check, table: Table, change: Callable[[str], None]) -> bool:
    """Offer another table when the headings fit it much better; whether its rows do not fit this one."""
    reading = check.reading
    given = {heading.casefold() for heading in [*reading.columns, *reading.left_out]}
    fits = {each.name: len(given & _headings(each)) for each in package().tables.values()}
    best = max(fits, key=lambda name: fits[name])
    is_better = fits[best] > fits[table.name] + 1
    if is_better:
        title = package().tables[best].title
        st.warning(markdown("upload.other_table", table=title))
        st.button(markdown("upload.change_table", table=title), on_click=change, args=(best,))
    return is_better and not isinstance(check, Ready) and bool(check.findings)


def offer_sheet(check: Check, decide: Decide) -> None:
    """The sheets of the workbook, unless it is asked which one is meant; another one is read anew."""
    reading = check.reading
    is_asked = isinstance(check, Asking) and any(
        each.kind is QuestionKind.SHEET for each in check.questions
    )
    if len(reading.sheets) < 2 or is_asked:
        return
    at = reading.sheets.index(reading.sheet) if reading.sheet in reading.sheets else 0
    words = {name: text("upload.sheet_hidden", sheet=name) for name in reading.hidden_sheets}
    chosen = st.selectbox(
        text("upload.sheet"),
        reading.sheets,
        index=at,
        format_func=lambda name: words.get(name, name),
    )
    if chosen != reading.sheet:
        decide(Decisions(check.decisions.table, sheet=chosen))


def _headings(table: Table) -> set[str]:
    return {each.casefold() for field in table.fields for each in (field.name, field.title)}


def _how(reading: Reading) -> str:
    if reading.sheet:
        return text("upload.read_sheet", sheet=reading.sheet)
    delimiter = DELIMITERS.get(reading.delimiter)
    shown = text(delimiter) if delimiter else f"„{reading.delimiter}“"
    return text("upload.read_text", encoding=reading.encoding.upper(), delimiter=shown)


def _after(repair: Repair) -> str:
    return text("upload.empty") if repair.kind is RepairKind.SIGN_EMPTY else repair.after
