"""`python -m etl`: what it prints in German and how it ends."""

import subprocess
import sys
from pathlib import Path

import pytest
from openpyxl.worksheet.worksheet import Worksheet

from etl.__main__ import main
from etl.cli.load import ANSWERS
from etl.cli.questions import OPTIONS
from etl.reading import QuestionKind
from kim.store import Store
from kim.tables import ROOT
from tests.conftest import World
from tests.etl.reading.dropped import table_of, text
from tests.etl.reading.test_what_is_seen import book
from tests.rows import POSITION

pytestmark = pytest.mark.writing


def run(world: World, command: str, *more: str) -> int:
    folders = ["--data", str(world.data), "--store", str(world.store.folder)]
    return main([command, *folders, "--documents", str(world.documents), *more])


def test_build_publishes_and_says_what_changed(
    world: World, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(world, "build") == 0
    said = capsys.readouterr().out
    assert "Stellen: 4 Zeilen gelesen" in said
    assert "     2 von 8 Angaben am Text bestätigt (proven)" in said
    assert "Stellen: 4 neu oder geändert, 0 zurückgezogen" in said
    assert said.endswith("Fassung 1 veröffentlicht.\n")
    assert run(world, "build") == 0
    assert capsys.readouterr().out.endswith("Nichts Neues: Die Fassung bleibt, wie sie ist.\n")


@pytest.mark.parametrize("command", ["check", "verify"])
def test_check_and_verify_write_nothing(
    world: World, command: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(world, command) == 0
    assert capsys.readouterr().out.endswith("Alles in Ordnung.\n")
    assert not world.store.folder.exists()


@pytest.mark.parametrize("command", ["build", "check", "verify"])
def test_faults_are_named_and_the_exit_status_is_1(
    world: World, command: str, capsys: pytest.CaptureFixture[str]
) -> None:
    world.write("positions", POSITION | {"quantity": "1,9", "module": "7"})
    assert run(world, command) == 1
    said = capsys.readouterr().out.splitlines()
    assert said[-3:] == [
        "FEHLER  positions.csv, Zeile 2, Spalte „module“: „7“ ist kein bekannter Wert. "
        "Erlaubt sind: 1, 2, 3.",
        "FEHLER  positions.csv, Zeile 2, Spalte „quantity“: „1,9“ ist keine Zahl. "
        "Erwartet wird eine Zahl wie 1.9.",
        "2 Fehler. Es wurde nichts übernommen.",
    ]
    assert world.store.number() == 0


def test_documents_come_from_the_environment(
    world: World, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("KIM_MINUTES", str(world.documents))
    monkeypatch.setenv("KIM_STORE", str(world.store.folder))
    assert main(["check", "--data", str(world.data)]) == 0
    assert "     2 von 8 Angaben am Text bestätigt" in capsys.readouterr().out


def test_a_named_folder_that_is_not_there_is_an_error(
    world: World, capsys: pytest.CaptureFixture[str]
) -> None:
    (world.documents / "muster-2022.txt").unlink()
    world.documents.rmdir()
    assert run(world, "check") == 1
    assert "Den Ordner der Dokumente gibt es nicht" in capsys.readouterr().out


def test_a_busy_store_is_said_and_the_exit_status_is_2(
    world: World, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr("kim.store.SECONDS_TO_WAIT_FOR_WRITER", 0)
    with Store(world.store.folder).draft():
        assert run(world, "build") == 2
    assert capsys.readouterr().out.startswith("Ein anderer Vorgang schreibt gerade.")


def test_questions_and_what_is_hidden_are_answered_on_the_command_line(
    world: World, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    world.first_version()

    def hide(sheet: Worksheet) -> None:
        sheet.row_dimensions[3].hidden = True

    rows = table_of({"Stand am": "2011/12"}, {"Stand am": "2011"})
    file = tmp_path / "stellen.xlsx"
    file.write_bytes(book(("A", rows, hide), ("B", rows, hide)))
    arguments = ["load", str(file), "--table", "positions", "--dry-run"]

    assert run(world, *arguments) == 1
    said = capsys.readouterr().out
    assert "FRAGE  In welchem Blatt steht die Tabelle? Antwort: --sheet '…' (A: A; B: B)" in said
    assert "--date" not in said
    assert run(world, *arguments, "--sheet", "B") == 1
    said = capsys.readouterr().out
    assert (
        "Antwort: --date 'as_of=…' (month: Dezember 2011; years: die Jahre 2011 und 2012)" in said
    )
    assert (
        "Ausgeblendete oder weggefilterte Zeilen wurden nicht gelesen (1). Sie können sie mitlesen lassen. (--hidden)"
        in said
    )
    assert run(world, *arguments, "--sheet", "B", "--date", "as_of=month") == 0
    assert "Stellen: 1 neu," in capsys.readouterr().out
    assert run(world, *arguments, "--sheet", "B", "--date", "as_of=month", "--hidden") == 0
    assert "Stellen: 2 neu," in capsys.readouterr().out


@pytest.mark.parametrize("said", ["abc", "0", "-5", "1.5", "2001", "99999999", "²"])
def test_a_setting_that_cannot_be_read_is_said(
    world: World, said: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    file = world.write("positions", POSITION)
    monkeypatch.setenv("KIM_MAX_UPLOAD_MB", said)
    assert run(world, "load", str(file), "--table", "positions", "--dry-run") == 2
    assert f"Die Einstellung KIM_MAX_UPLOAD_MB ist „{said}“." in capsys.readouterr().out
    command = [sys.executable, "-m", "ui.server", "--port", "0"]
    if said == "abc":
        done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
        assert done.returncode == 1
        assert done.stderr.startswith("Die Einstellung KIM_MAX_UPLOAD_MB ist „abc“.")


def test_the_module_runs_as_a_command(world: World, tmp_path: Path) -> None:
    command = [sys.executable, "-m", "etl", "build", "--data", world.data]
    more = ["--documents", world.documents, "--store", tmp_path / "other"]
    done = subprocess.run([*command, *more], cwd=ROOT, capture_output=True, text=True, check=False)
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout.endswith("Fassung 1 veröffentlicht.\n")


def test_every_question_can_be_answered_in_the_command() -> None:
    """With an option of its own; a sheet has --sheet, an encoding --encoding."""
    assert set(OPTIONS) == {each for each in QuestionKind if not each.comes_first}
    assert set(OPTIONS.values()) == set(ANSWERS)


def test_a_long_list_is_cut_and_counted_and_changes_no_terminal(
    world: World, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    world.first_version()
    file = tmp_path / "stellen.csv"
    faulty = table_of(
        *({"Anzahl": "\x1b[31mrot", "Gebiet": f"Gebiet {number}"} for number in range(1_000))
    )
    file.write_bytes(text(faulty).encode())

    assert run(world, "load", str(file), "--table", "positions", "--dry-run") == 1
    said = capsys.readouterr().out
    assert "\x1b" not in said
    *listed, more, total = said.splitlines()
    assert len([each for each in listed if each.startswith("FEHLER")]) == 50
    assert more == "FEHLER  … und 950 weitere. Alle nennt --json."
    assert total == "1.000 Fehler. Es wurde nichts übernommen."


@pytest.mark.parametrize("command", ["build", "check", "verify"])
def test_faults_of_the_shipped_files_are_cut_and_counted(
    world: World, command: str, capsys: pytest.CaptureFixture[str]
) -> None:
    row = POSITION | {"source": "vermerk-2023", "paragraph": "", "module": "7"}
    months = [f"{year}-{month:02}" for year in range(1910, 2010) for month in range(1, 13)]
    world.write("positions", *(row | {"as_of": month} for month in months))

    assert run(world, command) == 1
    *listed, more, total = capsys.readouterr().out.splitlines()
    assert len([each for each in listed if each.startswith("FEHLER")]) == 50
    assert more == "FEHLER  … und 1.150 weitere. Alle nennt --all."
    assert total == "1.200 Fehler. Es wurde nichts übernommen."
    assert run(world, command, "--all") == 1
    assert capsys.readouterr().out.count("FEHLER") == 1_200


def test_an_encoding_is_asked_and_answered_on_the_command_line(
    world: World, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    world.first_version()
    file = tmp_path / "stellen.csv"
    file.write_bytes(text(table_of({"Anmerkung": "Łódź"})).encode("cp1250"))
    arguments = ["load", str(file), "--table", "positions", "--dry-run"]

    assert run(world, *arguments) == 1
    said = capsys.readouterr().out
    assert "FRAGE  Zeile 2: Wie ist das Wort „£ódŸ“ richtig geschrieben?" in said
    assert "cp1250: „Łódź“ (mitteleuropäisch)" in said
    assert said.endswith("1 Frage. Es wurde nichts übernommen.\n")
    assert run(world, *arguments, "--encoding", "cp1250") == 0


def test_a_reader_who_goes_away_stops_no_build(world: World) -> None:
    folders = ["--data", world.data, "--store", world.store.folder, "--documents", world.documents]
    command = [sys.executable, "-m", "etl", "build", *folders]
    with subprocess.Popen(
        command, cwd=ROOT, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True
    ) as running:
        assert running.stdout
        assert running.stderr
        assert running.stdout.readline()
        running.stdout.close()
        assert running.stderr.read() == ""
    assert running.returncode == 0
    assert world.store.number() == 1
