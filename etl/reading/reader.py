"""From a file as it was dropped to the canonical rows of a table."""

from collections.abc import Callable
from pathlib import Path

from etl.reading.files.formats import is_workbook
from etl.reading.files.text_files import TextFile
from etl.reading.files.workbooks import Workbook
from etl.reading.headings import Headings
from etl.reading.odd_rows import OddRows
from etl.reading.outcome import Job, Outcome, Readable, Reading, Undecided, Unreadable
from etl.reading.remarks import Remarks, UnreadableError
from etl.reading.row_reader import RowReader
from etl.reading.shape import Shape
from etl.reading.writer import Writer
from kim.findings import Finding, FindingKind

ROWS_PER_WORD = 50_000


def read(job: Job, workspace: Path, tell: Callable[[int], None]) -> Outcome:
    """Read a file into the workspace as the rows of a table.

    The rows have the declared columns that the file has, in declared order, and those that are
    filled from its cells: a column that is not there says nothing about what is stored.
    `tell` hears how many rows are read, now and then.
    """
    remarks = Remarks(job.name)
    try:
        reader = _Reader(job, remarks)
        return _unread(remarks, []) if remarks.first_questions else reader.read(workspace, tell)
    except UnreadableError as unreadable:
        return _unread(remarks, [unreadable.finding])


def _unread(remarks: Remarks, findings: list[Finding]) -> Unreadable | Undecided:
    """The end of a file of which no row was read: nothing but its sheet or encoding is worth asking."""
    reading = Reading(
        sheet=remarks.sheet,
        sheets=remarks.sheets,
        hidden_sheets=remarks.hidden_sheets,
        repairs=remarks.repairs,
    )
    asked = remarks.first_questions
    return Undecided(reading, findings, asked) if asked else Unreadable(reading, findings)


class _Reader:
    def __init__(self, job: Job, remarks: Remarks) -> None:
        self._remarks = remarks
        headings = Headings(job.table, job.decisions)
        self._file: TextFile | Workbook
        if is_book := is_workbook(job.path, job.limits, remarks):
            self._file = Workbook(job.path, job.decisions, headings, job.limits, remarks)
        else:
            self._file = TextFile(job.path, job.decisions, headings, job.limits, remarks)
        try:
            self._heading = headings.find(
                self._file.first, self._file.delimiter == ",", job.limits.most_columns, remarks
            )
        except UnreadableError:
            self._file.say_hidden()
            raise
        self._rows = RowReader(
            job.table,
            self._heading,
            job.lexicon,
            job.decisions,
            remarks,
            self._file.carried,
            is_workbook=is_book,
        )
        odd_rows = OddRows(
            job.table,
            self._heading,
            headings.field,
            self._rows.fits,
            remarks,
            is_text=not is_book,
        )
        self._shape = Shape(job.table, self._heading, odd_rows, remarks)

    def read(self, workspace: Path, tell: Callable[[int], None]) -> Undecided | Readable:
        with Writer(self._rows.names, workspace) as writer:
            try:
                self._copy(writer, tell)
            except UnreadableError as unreadable:
                finding = unreadable.finding
                self._remarks.find(finding.kind, finding.line, "", finding.value, finding.expected)
        if not writer.count and not self._remarks.findings:
            below = (each for each in self._remarks.repairs if each.lines[-1] > self._heading.line)
            is_left = any(below)
            kind = FindingKind.ROWS_NONE if is_left else FindingKind.ROWS_MISSING
            self._remarks.find(kind, self._heading.line)
        reading, findings = self._reading(writer.count), self._remarks.findings
        if questions := self._remarks.questions:
            return Undecided(reading, findings, questions)
        return Readable(reading, findings, writer.rows, writer.lines)

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
            hidden_sheets=self._remarks.hidden_sheets,
            heading_line=self._heading.line,
            columns=self._heading.columns,
            left_out=list(self._heading.left_out),
            repairs=self._remarks.repairs,
        )
