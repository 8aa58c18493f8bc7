"""What was found in a file: how it was read, what has to be decided, what has to be corrected."""

import re
from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

import pandas as pd
import streamlit as st

from kim import exports, german, queries
from kim.findings import Finding
from kim.loads import Receipt, Upload
from kim.tables import Dialect, Field, Table, package
from ui.texts import markdown, plain, text
from ui.uploads.upload import keep
from ui.widgets.grid import Cells, grid
from ui.widgets.panels import CSV, XLSX

if TYPE_CHECKING:
    from etl.reading import Question, Reading
    from etl.uploads.handed_in import Check

ISO_DATE = re.compile(r"(\d{4}|-)(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?)?")
PLAIN_NUMBER = re.compile(r"-?\d+(\.\d+)?")
CHECKED = "geprueft"
HIDDEN = ("rows_hidden", "columns_hidden")
NOT_READ = (*HIDDEN, "sheet_hidden", "sheet_other")
MOST_SHOWN, MOST_ROWS_MARKED = 200, 20
DELIMITERS = {"\t": "upload.tabulator"}
LIST = Table(
    name="findings",
    title="",
    description="",
    kind="",
    path="",
    fields=(
        Field("line", text("upload.line"), "integer"),
        Field("column", text("upload.column"), "string"),
        Field("value", text("upload.in_file"), "string"),
        Field("sentence", text("upload.wrong"), "string"),
    ),
    identity=(),
    references=(),
    caveats=(),
    required_when=(),
    certainty_of=(),
    ordered=(),
    dialect=Dialect(),
)


def decided(receipt: Receipt, table: Table) -> Upload:
    """What was decided so far about a received file, for this table."""
    earlier = receipt.upload
    return earlier if earlier and earlier.table == table.name else Upload(table.name)


def go_on(receipt: Receipt) -> None:
    """Check the file again with what was decided."""
    keep(receipt)
    st.rerun()


def checked(key: object, make: Callable[[Callable[[str], None]], "Check"]) -> "Check":
    """The check of a file, made once for the same file, decisions and version."""
    kept = st.session_state.get(CHECKED)
    if kept and kept[0] == key:
        check: Check = kept[1]
        return check
    st.session_state[CHECKED] = None
    with st.status(text("upload.working")) as status:
        check = make(lambda sentence: status.update(label=plain(sentence)))
        status.update(label=text("upload.read"), state="complete")
    st.session_state[CHECKED] = (key, check)
    return check


def forget() -> None:
    """Let go of the check and of its files."""
    st.session_state[CHECKED] = None


def show_reading(reading: "Reading") -> None:
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
        times = german.number(sum(each.times for each in adapted))
        with st.expander(markdown("upload.repairs", times=times)):
            heads = [text(f"upload.{key}") for key in ("line", "column", "adapted", "times")]
            lines = [
                (str(each.line), each.column, each.sentence, german.number(each.times))
                for each in adapted[:MOST_SHOWN]
            ]
            grid(text("upload.adapted"), heads, lines, numbers=1)


def offer_other_table(reading: "Reading", table: Table, change: Callable[[str], None]) -> bool:
    """Say so when the headings fit another table much better, and offer to change to it."""
    given = {heading.casefold() for heading in [*reading.columns, *reading.left_out]}
    fits = {each.name: len(given & _headings(each)) for each in package().tables.values()}
    best = max(fits, key=lambda name: fits[name])
    is_better = fits[best] > fits[table.name] + 1
    if is_better:
        title = package().tables[best].title
        st.warning(markdown("upload.other_table", table=title))
        st.button(markdown("upload.change_table", table=title), on_click=change, args=(best,))
    return is_better


def _headings(table: Table) -> set[str]:
    return {each.casefold() for field in table.fields for each in (field.name, field.title)}


def pick_sheet(reading: "Reading", upload: Upload) -> Upload | None:
    """Another sheet of the workbook; None when the one that was read stays, or when it is asked."""
    if len(reading.sheets) < 2 or any(each.kind == "sheet" for each in reading.questions):
        return None
    at = reading.sheets.index(reading.sheet) if reading.sheet in reading.sheets else 0
    chosen = st.selectbox(text("upload.sheet"), reading.sheets, index=at)
    return replace(Upload(upload.table), sheet=chosen) if chosen != reading.sheet else None


def offer_hidden(reading: "Reading", upload: Upload) -> Upload | None:
    """The upload with the hidden rows and columns or without them; None when that stays."""
    is_offered = upload.hidden or any(each.kind in HIDDEN for each in reading.repairs)
    if not is_offered:
        return None
    wanted = st.checkbox(text("upload.hidden"), value=upload.hidden)
    return replace(upload, hidden=wanted) if wanted != upload.hidden else None


def answers(questions: Sequence["Question"], upload: Upload) -> Upload | None:
    """The answers to all questions, once they are given."""
    st.subheader(text("upload.asked"), anchor=False)
    with st.form("fragen", border=True):
        st.markdown(text("upload.asked_lead"))
        given = [(each, _ask(each)) for each in questions]
        is_sent = st.form_submit_button(text("upload.answer"))
    if any(answer is None for _, answer in given):
        if is_sent:
            st.warning(text("upload.answer_all"))
        return None
    if not is_sent:
        return None
    for question, answer in given:
        upload = _answered(upload, question, answer or "")
    return upload


def _answered(upload: Upload, question: "Question", answer: str) -> Upload:
    match question.kind:
        case "sheet":
            return replace(Upload(upload.table), sheet=answer, hidden=upload.hidden)
        case "heading":
            return replace(upload, columns={**upload.columns, question.column: answer})
        case "number":
            return replace(upload, numbers={**upload.numbers, question.field: answer})
        case "percent":
            return replace(upload, percent={**upload.percent, question.field: answer})
        case "date":
            return replace(upload, dates={**upload.dates, question.field: answer})
        case _:
            raise ValueError(question.kind)


def show_findings(findings: Sequence[Finding], name: str) -> None:
    """Everything that has to be corrected, to read and to take away."""
    count = german.number(len(findings))
    st.error(
        text("upload.one_fault") if len(findings) == 1 else markdown("upload.faults", faults=count)
    )
    _list(findings, text("upload.faults_caption"))
    if len(findings) > MOST_SHOWN:
        st.caption(markdown("upload.faults_shown", shown=MOST_SHOWN))
    with st.container(horizontal=True):
        stem = f"fehler-{name}"
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


def show_marked(check: "Check", table: Table) -> None:
    """The rows with faults, their cells marked."""
    faults: dict[int, dict[str, str]] = {}
    for each in check.findings:
        if each.line and each.column and len(faults.keys() | {each.line}) <= MOST_ROWS_MARKED:
            faults.setdefault(each.line, {})[each.column] = each.sentence
    rows = check.rows_at(faults)
    if not rows:
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
                _marked(_as_read(field, cells.get(field.name, "")), faults[line].get(head, ""))
                for field, head in shown
            ),
        ]
        for line, cells in sorted(rows.items())
    ]
    grid(text("upload.marked_caption"), heads, lines)


def show_warnings(warnings: Sequence[Finding], upload: Upload) -> Upload:
    """Values that somebody has to look at again; the upload says whether that was done."""
    st.warning(text("upload.warnings"))
    _list(warnings, text("upload.warnings_caption"))
    is_confirmed = st.checkbox(text("upload.confirm"), value=upload.is_confirmed)
    return replace(upload, is_confirmed=is_confirmed)


def _ask(question: "Question") -> str | None:
    words = {"column": question.column, "value": question.value}
    counts = {"line": question.line, "times": question.times}
    return st.radio(
        markdown(f"upload.question_{question.kind}", **words, **counts),
        list(question.options),
        index=None,
        format_func=lambda answer: plain(question.options[answer]) or text("upload.leave_out"),
        key=f"frage-{question.kind}-{question.column}",
    )


def _how(reading: "Reading") -> str:
    if reading.sheet:
        return text("upload.read_sheet", sheet=reading.sheet)
    delimiter = DELIMITERS.get(reading.delimiter)
    shown = text(delimiter) if delimiter else f"„{reading.delimiter}“"
    return text("upload.read_text", encoding=reading.encoding.upper(), delimiter=shown)


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


def _as_read(field: Field, cell: str) -> str:
    """A cell in German as far as it was understood, else as it stands."""
    if field.type == "number" and PLAIN_NUMBER.fullmatch(cell):
        return cell.replace(".", ",")
    if field.semantics == "partial_date" and ISO_DATE.fullmatch(cell):
        return german.partial_date(cell)
    words = field.vocabulary
    if field.semantics == "ags":
        words = queries.place_names()
    elif field.semantics == "organisation":
        words = queries.organisations()
    return words.get(cell, cell)


def _marked(cell: str, sentence: str) -> str | dict[str, str]:
    return {"words": cell, "mark": sentence} if sentence else cell
