"""`python -m etl propose`: what stands on standard output, what is refused, in what encodings a paper is read."""

import json
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

import pytest

from etl.__main__ import main
from etl.pipeline.documents import paragraphs
from kim.tables import ROOT, package

PAPER = """Niederschrift

Im Kommunalen Integrationsmanagement sind für das Case Management vier Stellen bewilligt; drei
davon sind seit dem 01.03.2023 besetzt.
"""
REGION = ("--region", "05566")
BESIDE = {"table", "start", "end", "rule", "confidence"}


@dataclass(frozen=True)
class Done:
    status: int
    out: str
    err: str


class Propose:
    """The command in this process."""

    def __init__(self, capsys: pytest.CaptureFixture[str]) -> None:
        self._capsys = capsys

    def __call__(self, file: Path, *more: str) -> Done:
        self._capsys.readouterr()
        status = main(["propose", str(file), *more])
        return Done(status, *self._capsys.readouterr())


@pytest.fixture
def propose(capsys: pytest.CaptureFixture[str]) -> Propose:
    return Propose(capsys)


def as_a_command(file: Path, *more: str) -> Done:
    command = [sys.executable, "-m", "etl", "propose", file, *more]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    return Done(done.returncode, done.stdout, done.stderr)


@pytest.fixture
def paper(tmp_path: Path) -> Path:
    file = tmp_path / "niederschrift.txt"
    file.write_text(PAPER, "utf-8")
    return file


def test_each_line_is_a_proposal_with_all_columns_and_its_place(paper: Path) -> None:
    done = as_a_command(paper, *REGION, "--date", "2023-05", "--source", "kreis-2023", "--json")
    assert (done.status, done.err) == (0, "")
    told = [json.loads(line) for line in done.out.splitlines()]
    assert told
    read = list(paragraphs(PAPER))
    for each in told:
        columns = {field.name for field in package().tables[each["table"]].fields}
        assert set(each) == columns | BESIDE
        assert each["region"] == "05566"
        assert each["source"] == "kreis-2023"
        marked = read[each["paragraph"] - 1][each["start"] : each["end"]]
        assert each["anchor"]
        assert marked.startswith(each["anchor"])
        assert len(each["anchor"].split()) <= 6
        assert each["basis"] in package().tables[each["table"]].field("basis").vocabulary
        assert 0 < each["confidence"] < 1
    assert told == sorted(told, key=lambda each: (each["paragraph"], each["start"]))
    assert [each["quantity"] for each in told if each["table"] == "positions"] == [4, 3]


def test_without_json_there_are_german_lines_for_people(propose: Propose, paper: Path) -> None:
    done = propose(paper, *REGION)
    assert (done.status, done.err) == (0, "")
    first, *_, last = done.out.splitlines()
    assert first.startswith("Absatz 2, Stellen: Baustein 2: Case Management · ")
    assert "4 Stellen" in first
    assert last.endswith(" Vorschläge.")


@pytest.mark.parametrize("text", ["", " \n\n", "Der Rat baut eine Turnhalle mit vier Räumen.\n"])
def test_nothing_to_propose_is_no_line_and_no_fault(
    propose: Propose, tmp_path: Path, text: str
) -> None:
    file = tmp_path / "niederschrift.txt"
    file.write_text(text, "utf-8")
    done = propose(file, *REGION, "--json")
    assert (done.status, done.out, done.err) == (0, "", "")
    assert propose(file, *REGION).out == "Kein Vorschlag.\n"


@pytest.mark.parametrize("encoding", ["utf-8-sig", "cp1252", "utf-16"])
def test_the_encoding_of_a_paper_does_not_matter(
    propose: Propose, tmp_path: Path, paper: Path, encoding: str
) -> None:
    other = tmp_path / "andere.txt"
    other.write_bytes(PAPER.encode(encoding))
    assert propose(other, *REGION, "--json").out == propose(paper, *REGION, "--json").out


def test_the_key_of_a_place_may_come_in_any_of_its_forms(propose: Propose, paper: Path) -> None:
    done = propose(paper, "--region", "5566000", "--json")
    assert {json.loads(line)["region"] for line in done.out.splitlines()} == {"05566"}


@pytest.mark.parametrize(
    ("more", "said"),
    [
        (("--region", "05999"), "„05999“ ist kein Schlüssel eines Ortes in NRW."),
        (("--region", "Rheine"), "„Rheine“ ist kein Schlüssel eines Ortes in NRW."),
        ((*REGION, "--date", "9.5.2023"), "„9.5.2023“ ist kein Datum. Erwartet wird EDTF"),
        ((*REGION, "--source", "Mein Papier"), "„Mein Papier“ ist kein Kürzel einer Quelle."),
    ],
)
@pytest.mark.parametrize("form", [(), ("--json",)])
def test_a_wrong_option_is_one_sentence_on_standard_error(
    propose: Propose, paper: Path, more: tuple[str, ...], said: str, form: tuple[str, ...]
) -> None:
    done = propose(paper, *more, *form)
    assert (done.status, done.out) == (1, "")
    assert done.err.startswith(f"FEHLER  {said}")
    assert done.err.count("\n") == 1


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (b"%PDF-1.7\n...", "Die Datei ist kein Text, sondern ein PDF."),
        (b"PK\x03\x04 broken", "Die Excel-Datei ist beschädigt."),
        (bytes(range(256)) * 40, "Die Datei ist kein Text, sondern eine Datei, die kein Text ist."),
        ("Stellen für Łódź ".encode("utf-32"), "Die Kodierung der Datei ist nicht zu erkennen."),
    ],
)
def test_what_is_no_text_is_said(
    propose: Propose, tmp_path: Path, content: bytes, said: str
) -> None:
    file = tmp_path / "niederschrift.txt"
    file.write_bytes(content)
    done = propose(file, *REGION, "--json")
    assert (done.status, done.out) == (1, "")
    assert done.err.startswith(f"FEHLER  {said}")
    assert done.err.count("\n") == 1


def test_a_file_that_is_not_there_and_a_folder_are_said(propose: Propose, tmp_path: Path) -> None:
    for file in (tmp_path / "keine.txt", tmp_path):
        done = propose(file, *REGION, "--json")
        assert (done.status, done.out) == (1, "")
        assert done.err == f"FEHLER  Die Datei gibt es nicht: {file}\n"


def test_a_call_without_a_place_is_not_understood_and_prints_nothing_else(paper: Path) -> None:
    done = as_a_command(paper, "--json")
    assert (done.status, done.out) == (2, "")
    assert done.err.endswith("sagt „python -m etl propose --help“.\n")
