"""Reading in a child process: the same answer, and one finding when the child dies."""

import io
import subprocess
import sys
import zipfile
from datetime import date
from pathlib import Path

import pytest
from cattrs import BaseValidationError
from xlsxwriter import Workbook

from etl.archive import records
from etl.reading import (
    Decisions,
    Limits,
    Outcome,
    Readable,
    Reading,
    Undecided,
    Unreadable,
    read,
    read_in_child,
)
from etl.reading import process as child_process
from etl.reading.process import Job, Result
from kim.tables import ROOT, package
from tests.etl.reading.dropped import LEXICON, NAME, excel, table_of, workbook, written

FORBIDDEN = {"pandas", "duckdb", "streamlit", "numpy", "openpyxl"}
POSITIONS = package().tables["positions"]


def job_of(path: Path) -> Job:
    return Job(path, NAME, POSITIONS, LEXICON, Decisions("positions"))


def both(content: bytes, workspace: Path) -> tuple[Outcome, Outcome]:
    path = workspace / "upload"
    path.write_bytes(content)
    answers = []
    for how in (read, read_in_child):
        told: list[int] = []
        answers.append(how(job_of(path), workspace, told.append))
    return answers[0], answers[1]


def test_the_child_gives_the_same_answer(tmp_path: Path) -> None:
    rows = table_of({"Anzahl": "1.900"}, {"Anzahl": "x"}, {"Ort": "Atlantis"})
    alone, child = both(excel(rows), tmp_path)
    assert child == alone
    assert isinstance(child, Undecided)
    assert child.findings
    assert child.questions
    assert child.reading.repairs
    assert len(written(tmp_path)[0]) == 3


def test_the_child_sees_number_formats(tmp_path: Path) -> None:
    out = io.BytesIO()
    with Workbook(out) as book:
        sheet = book.add_worksheet("Daten")
        for number, row in enumerate(table_of({"Stand am": ""})):
            sheet.write_row(number, 0, row)
        at = table_of({})[0].index("Stand am")
        sheet.write(1, at, date(2022, 10, 1), book.add_format({"num_format": "mm/yyyy"}))
    alone, child = both(out.getvalue(), tmp_path)
    assert child == alone
    assert [row["as_of"] for row in written(tmp_path)[0]] == ["2022-10"]


def test_the_child_tells_how_far_it_is(tmp_path: Path) -> None:
    (tmp_path / "upload").write_bytes(excel(table_of(*[{}] * 120_000)))
    told: list[int] = []
    outcome = read_in_child(job_of(tmp_path / "upload"), tmp_path, told.append)
    assert outcome.reading.rows == 120_000
    assert [rows // 50_000 for rows in told] == [1, 2]


def test_a_sheet_that_claims_the_whole_grid_kills_only_the_child(tmp_path: Path) -> None:
    cells = "".join(
        f'<row r="{row}"><c r="{column}{row}"><v>1</v></c></row>'
        for row, column in ((1, "A"), (1_048_576, "XFD"))
    )
    sheet = f'<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>{cells}</sheetData></worksheet>'
    out = io.BytesIO()
    with (
        zipfile.ZipFile(io.BytesIO(workbook({"Daten": [["a"]]}))) as old,
        zipfile.ZipFile(out, "w") as new,
    ):
        for part in old.namelist():
            is_sheet = part.startswith("xl/worksheets/sheet")
            new.writestr(part, sheet.encode() if is_sheet else old.read(part))
    path = tmp_path / "upload"
    path.write_bytes(out.getvalue())
    outcome = read_in_child(job_of(path), tmp_path, lambda _: None)
    assert [(f.kind, f.file) for f in outcome.findings] == [("file_unreadable", NAME)]


def test_a_child_that_takes_too_long_is_stopped(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(child_process, "SECONDS", 0.05)
    (tmp_path / "upload").write_bytes(excel(table_of(*[{}] * 200_000)))
    outcome = read_in_child(job_of(tmp_path / "upload"), tmp_path, lambda _: None)
    assert [f.kind for f in outcome.findings] == ["file_takes_too_long"]


def test_declarations_survive_the_way_to_the_child() -> None:
    for table in package().tables.values():
        job = Job(
            Path("upload"), NAME, table, LEXICON, Decisions("positions", hidden=True), Limits()
        )
        assert records.read(records.written(job), Job) == job
    for outcome in (
        Unreadable(Reading(), []),
        Undecided(Reading(), [], []),
        Readable(Reading(), [], Path("rows"), Path("lines")),
    ):
        assert records.read(records.written(Result(outcome)), Result) == Result(outcome)


def test_a_record_with_an_unknown_key_is_refused() -> None:
    later = records.written(Decisions("positions"))[:-1] + ', "later": 1}'
    with pytest.raises(BaseValidationError):
        records.read(later, Decisions)


def test_the_child_starts_light() -> None:
    code = "import sys, etl.reading.__main__; print(*sys.modules)"
    run = subprocess.run(
        [sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=True
    )
    assert FORBIDDEN.isdisjoint(run.stdout.split())
