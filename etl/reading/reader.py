"""From a file as it was dropped to the canonical rows of a table."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from etl.reading.files.formats import is_workbook
from etl.reading.files.text_files import TextFile
from etl.reading.files.workbooks import Workbook
from etl.reading.headings import Headings
from etl.reading.outcome import Choices, Lexicon, Limits, Reading
from etl.reading.remarks import SHEET, Remarks, UnreadableError
from etl.reading.row_reader import RowReader
from etl.reading.shape import Shape
from etl.reading.writer import Writer
from kim.tables import Table

ROWS_PER_WORD = 50_000


def read(
    path: Path,
    name: str,
    table: Table,
    lexicon: Lexicon,
    choices: Choices,
    limits: Limits,
    workspace: Path,
    tell: Callable[[int], None],
) -> Reading:
    """Write rows.csv and lines into the workspace; what was understood, asked and found wrong.

    The file has the declared columns that the dropped one has, in declared order, and those that are
    filled from its cells: a column that is not there says nothing about what is stored.
    `name` is the file's name for findings; `tell` hears how many rows are read, now and then. Rows
    are only worth using when there are no findings and no questions.
    """
    remarks = Remarks(name)
    try:
        reader = _Reader(path, table, lexicon, choices, limits, remarks)
        return _unread(remarks) if remarks.asks_for_sheet else reader.read(workspace, tell)
    except UnreadableError as refused:
        return replace(_unread(remarks), findings=[refused.finding])


def _unread(remarks: Remarks) -> Reading:
    """What is known of a file that was not read on: refused, or asked first which sheet is meant."""
    asked = [each for each in remarks.questions if each.kind == SHEET]
    repairs = remarks.repairs
    return Reading(sheet=remarks.sheet, sheets=remarks.sheets, questions=asked, repairs=repairs)


class _Reader:
    def __init__(
        self,
        path: Path,
        table: Table,
        lexicon: Lexicon,
        choices: Choices,
        limits: Limits,
        remarks: Remarks,
    ) -> None:
        self._remarks = remarks
        headings = Headings(table, choices)
        self._file: TextFile | Workbook
        if is_book := is_workbook(path, limits, remarks):
            self._file = Workbook(path, choices, headings, limits, remarks)
        else:
            self._file = TextFile(path, headings, limits, remarks)
        self._heading = headings.find(
            self._file.first, self._file.delimiter == ",", limits.most_columns, remarks
        )
        self._rows = RowReader(
            table, self._heading, lexicon, choices, remarks, self._file.carried, is_workbook=is_book
        )
        self._shape = Shape(table, self._heading, lexicon, remarks)

    def read(self, workspace: Path, tell: Callable[[int], None]) -> Reading:
        with Writer(self._rows.names, workspace) as writer:
            try:
                self._copy(writer, tell)
            except UnreadableError as refused:
                finding = refused.finding
                self._remarks.find(finding.kind, finding.line, "", finding.value, finding.expected)
        return self._reading(writer.count)

    def _copy(self, writer: Writer, tell: Callable[[int], None]) -> None:
        told = 0
        for lines, records in self._shape.rows(self._file.chunks()):
            columns = list(zip(*records, strict=True))
            writer.write(self._rows.texts(columns, lines), lines)
            if writer.count // ROWS_PER_WORD > told:
                told = writer.count // ROWS_PER_WORD
                tell(writer.count)

    def _reading(self, rows: int) -> Reading:
        return Reading(
            rows=rows,
            encoding=self._file.encoding.removesuffix("-sig"),
            delimiter=self._file.delimiter,
            sheet=self._file.sheet,
            sheets=self._file.sheets,
            heading_line=self._heading.line,
            columns=self._heading.columns,
            left_out=list(self._heading.left_out),
            findings=self._remarks.findings,
            questions=self._remarks.questions,
            repairs=self._remarks.repairs,
        )
