"""`python -m etl load … --json`: one object on standard output, whatever the file is."""

import json
import os
import subprocess
import sys
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

import pytest
from openpyxl.worksheet.worksheet import Worksheet

from etl.__main__ import main
from etl.cli.result import Outcome
from kim.store import Store
from kim.tables import ROOT, package
from tests.conftest import World, quick_world, tiny_world
from tests.etl.reading.dropped import POSITION, excel, table_of
from tests.etl.reading.test_what_is_seen import book

pytestmark = pytest.mark.writing

Printed = pytest.CaptureFixture[str]
Row = Mapping[str, str]
NOT_RECEIVED = ("file_not_there", "file_forbidden")
KEYS = {"line", "column", "field", "kind", "value", "message"}


def answer(world: World, printed: Printed, file: Path, *more: str) -> dict[str, Any]:
    """The object that is printed; its outcome and the exit status agree."""
    folders = ["--data", str(world.data), "--store", str(world.store.folder)]
    printed.readouterr()
    status = main(["load", *folders, str(file), "--json", *more])
    said = json.loads(printed.readouterr().out)
    assert set(said) == {"outcome", "message", "version", "rows", "findings"} | {
        "warnings",
        "questions",
        "repairs",
        "left_out",
        "counts",
    }
    assert said["outcome"] in set(Outcome)
    assert (status == 0) == (said["outcome"] == "accepted")
    if said["outcome"] != "asked":
        assert bool(said["findings"]) == (said["outcome"] == "refused")
    assert bool(said["questions"]) == (said["outcome"] == "asked")
    for name in ("rows", "findings", "warnings", "questions"):
        assert said["counts"][name] == len(said[name])
    assert all(set(each) == KEYS for name in ("findings", "warnings") for each in said[name])
    return said


def tried(
    world: World, printed: Printed, content: bytes, *more: str, table: str = "positions"
) -> dict[str, Any]:
    """The same for these bytes; nothing is written."""
    file = world.data.parent / "neu.csv"
    file.write_bytes(content)
    return answer(world, printed, file, "--table", table, "--dry-run", *more)


def cells(*rows: Row, table: str = "positions") -> bytes:
    """Rows like the sample of a table, with these cells in place of its own."""
    return excel(table_of(*rows, table=table), "utf-8-sig")


def one(values: str, column: str, table: str = "positions") -> tuple[bytes, str]:
    """One row for each of the values, apart by "|", in this column."""
    given = values.split("|")
    rows = [{column: value, "Fundstelle": f"Wort {at}"} for at, value in enumerate(given)]
    return cells(*rows, table=table), table


def sheets(cell: object = "1,9", number_format: str = "General", hide: str = "") -> bytes:
    """A workbook of one row, its quantity given so; a hidden sheet or row before it."""
    rows = table_of({}, {"Fundstelle": "Wort 2"})

    def change(sheet: Worksheet) -> None:
        at = sheet.cell(2, rows[0].index("Anzahl") + 1)
        at.value, at.number_format = cell, number_format
        sheet.row_dimensions[3].hidden = hide == "row"

    def hidden(sheet: Worksheet) -> None:
        sheet.sheet_state = "hidden"

    return book(*[("Alt", rows, hidden)] * (hide == "sheet"), ("Neu", rows, change))


def footed(*below: str) -> bytes:
    return cells({}) + "\r\n".join(below).encode()


KINDS_OF_FAULT = {
    "a city by eight and by twelve digits": one("05515000|055150000000|Münster", "Ort"),
    "names of registers": one("Steinfurt, Kreis|Münster, krfr. Stadt|Rheine, Stadt", "Ort"),
    "names that are near": one("LK Steinfurt|Rhine|Rheine (Kreis Steinfurt)|Coesfeld", "Ort"),
    "the contrary": one("nicht besetzt|unbesetzt|halb besetzt", "Stand der Einrichtung"),
    "columns that nobody has": (
        cells({"Befristet bis": "2025", "Entgeltgruppe": "S 12", "Anzahl": "-1"}),
        "positions",
    ),
    "how often": one("halbjährlich|regelmäßig", "Wiederkehr", "milestones"),
    "output of the work": one("Beratene Personen|Fälle", "Kennzahl", "indicators"),
    "amounts": one("1,6 Mio. €|118 T€|rd. 57.000 €|57.000 €/Stelle", "Betrag ab", "funding"),
    "thousands of euro": one("TEUR|Tsd. Euro", "Einheit", "funding"),
    "lines below a table": (footed("", "r = berichtigt", "© Amt, 2024"), "positions"),
    "a number with a mark": one("1 234 r|(5)|p 7|–|…", "Wert", "indicators"),
    "a year that is mistyped": one("2032|1922|01.12.1922", "Datum", "milestones"),
    "a long word": one("Sitzungsprotokoll" * 90, "Ereignis", "milestones"),
    "a far year": one("9999|0001|2022-99-99", "Datum", "milestones"),
    "years or a month": one("2011/12|2009/10", "Stand am"),
    "the future": one("01.01.2099", "Stand am"),
    "half a person": (cells({"Anzahl": "2,5", "Einheit": "Personen"}), "positions"),
    "digits without end": one(f"{'9' * 30}|{'9' * 400}|1e999|inf|NaN", "Anzahl"),
    "no column of numbers": (
        excel([[name for name in POSITION if name != "Anzahl"], ["05566"] * 10]),
        "positions",
    ),
    "a short row": (cells({}) + b"05566;2;1,9\r\n", "positions"),
    "an escape": one("\x1b[31m\x1b[2Jrot\x07|\u202e1", "Anzahl"),
    "a page": (b"<html><table><tr><td>Ort</td></tr></table></html>", "positions"),
    "a picture": (b"\x89PNG\r\n\x1a\n" + bytes(range(256)), "positions"),
    "nothing": (b"", "positions"),
    "only zeros": (bytes(5000), "positions"),
    "half a workbook": (sheets()[:900], "positions"),
    "half a letter": (cells({}) + b"\xff\xfe\x00", "positions"),
    "a hidden sheet": (sheets(hide="sheet"), "positions"),
    "a hidden row": (sheets(hide="row"), "positions"),
    "thousands by the format": (sheets(1900, '#,##0," T"'), "positions"),
    "a number that is shown rounded": (sheets(1.5, "0"), "positions"),
    "a formula without its value": (sheets("=1+1"), "positions"),
    "a day with an hour": (sheets("2022-11-01 12:30"), "positions"),
}


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> World:
    world = quick_world(tmp_path_factory.mktemp("machines"), "indicators")
    world.first_version()
    return world


@pytest.mark.parametrize("name", KINDS_OF_FAULT)
def test_every_kind_of_fault_is_one_object(built: World, capsys: Printed, name: str) -> None:
    content, table = KINDS_OF_FAULT[name]
    said = tried(built, capsys, content, table=table)

    assert said["version"] is None
    assert bool(said["rows"]) == (said["outcome"] in {"accepted", "warned"})
    assert all(each["line"] is None or each["line"] > 0 for each in said["findings"])


def test_rows_are_as_they_would_be_stored(built: World, capsys: Printed) -> None:
    unknown = {"Ort": "Rheine", "Anzahl": "", "Genauigkeit": "unbekannt", "Fundstelle": "einige"}
    said = tried(built, capsys, cells({"Absatz": "3"}, unknown))

    assert (said["outcome"], said["version"]) == ("accepted", None)
    assert [each["line"] for each in said["rows"]] == [2, 3]
    first, second = (each["values"] for each in said["rows"])
    assert {name: value for name, value in first.items() if value is not None} == {
        "region": "05566076",
        "module": "2",
        "quantity": 1.9,
        "certainty": "exact",
        "unit": "posts",
        "measure": "total",
        "status": "filled",
        "as_of": "2022",
        "source": "vermerk-2023",
        "paragraph": 3,
        "anchor": "1,9 Stellen",
        "basis": "stated",
    }
    assert list(first) == [each.name for each in package().tables["positions"].fields]
    assert (second["region"], second["quantity"]) == ("05566076", None)
    assert said["counts"] == {
        "read": 2,
        "rows": 2,
        "new": 2,
        "changed": 0,
        "same": 0,
        "conflict": 0,
        "similar": 0,
        "findings": 0,
        "warnings": 0,
        "questions": 0,
        "repairs": 1,
    }
    assert said["repairs"] == [
        {
            "line": 3,
            "column": "Ort",
            "field": "region",
            "kind": "region_name",
            "from": "Rheine",
            "to": "05566076",
            "message": "„Rheine“ hat den Gemeindeschlüssel 05566076.",
        }
    ]


def test_a_column_that_the_file_lacks_keeps_what_is_stored(tmp_path: Path, capsys: Printed) -> None:
    world = tiny_world(tmp_path)
    world.keep("regions", "organisations", "sources", "positions")
    world.first_version()
    file = tmp_path / "neu.csv"
    file.write_bytes(cells({"Anmerkung": "wie gesagt"}))
    first = answer(world, capsys, file, "--table", "positions")
    assert (first["outcome"], first["version"]) == ("accepted", 2)

    file.write_bytes(cells({"Maß": "Gesamtzahl", "Grundlage": "behauptet, nicht bestätigt"}))
    second = answer(world, capsys, file, "--table", "positions")
    (row,) = second["rows"]

    assert second["counts"]["changed"] == 1
    assert (row["values"]["note"], row["values"]["basis"]) == ("wie gesagt", "claimed")
    assert answer(world, capsys, file, "--table", "positions")["version"] is None


def test_each_line_that_was_read_otherwise_is_listed(built: World, capsys: Printed) -> None:
    rows = [{"Ort": "Rheine", "Fundstelle": f"Wort {at}"} for at in range(3)]
    said = tried(built, capsys, cells(*rows))

    assert [each["line"] for each in said["repairs"]] == [2, 3, 4]
    assert said["counts"]["repairs"] == 3


def test_columns_that_are_not_read_are_named(built: World, capsys: Printed) -> None:
    said = tried(built, capsys, cells({"Wetter": "heiter"}))

    assert (said["outcome"], said["left_out"]) == ("accepted", ["Wetter"])


def test_a_number_that_is_shown_rounded_is_asked_and_answered(
    built: World, capsys: Printed
) -> None:
    said = tried(built, capsys, sheets(1.5, "0", hide="row"))
    (question,) = said["questions"]
    assert (question["kind"], question["value"], question["field"]) == ("rounded", "2", "quantity")
    assert "Antwort: --rounded 'quantity=…'" in question["message"]
    for choice, value in (("stored", 1.5), ("seen", 2)):
        said = tried(built, capsys, sheets(1.5, "0", hide="row"), "--rounded", f"quantity={choice}")
        assert said["rows"][0]["values"]["quantity"] == value


def test_a_finding_names_the_column_as_the_file_and_as_the_table_does(
    built: World, capsys: Printed
) -> None:
    said = tried(built, capsys, cells({"Maß": "Umfang"}))

    assert (said["outcome"], said["rows"]) == ("refused", [])
    (finding,) = said["findings"]
    assert finding["message"].startswith("„Umfang“ ist kein bekannter Wert.")
    assert {**finding, "message": ""} == {
        "line": 2,
        "column": "Maß",
        "field": "measure",
        "kind": "vocabulary",
        "value": "Umfang",
        "message": "",
    }
    assert said["counts"]["new"] is None


def test_what_is_meant_is_asked_and_answered(built: World, capsys: Printed) -> None:
    content = cells({"Stand am": "2011/12"}, {"Stand am": "2009/10", "Fundstelle": "Wort"})
    said = tried(built, capsys, content)

    assert (said["outcome"], said["rows"]) == ("asked", [])
    (question,) = said["questions"]
    assert (question["field"], question["line"], question["times"]) == ("as_of", 2, 2)
    assert set(question["options"]) == {"month", "years"}
    assert "Antwort: --date 'as_of=…'" in question["message"]
    said = tried(built, capsys, content, "--date", "as_of=month")
    assert said["outcome"] != "asked"


def test_what_has_to_be_confirmed_is_warned_of(built: World, capsys: Printed) -> None:
    content = cells({"Datum": "01.12.1922"}, table="milestones")
    said = tried(built, capsys, content, table="milestones")

    assert (said["outcome"], said["counts"]["warnings"]) == ("warned", 1)
    assert said["warnings"][0]["kind"] == "date_far"
    confirmed = tried(built, capsys, content, "--confirm", table="milestones")
    assert confirmed["outcome"] == "accepted"
    assert confirmed["warnings"] == said["warnings"]


@pytest.mark.parametrize(
    ("make", "kind"),
    [
        (lambda _: None, "file_not_there"),
        (lambda path: path.mkdir(), "file_not_there"),
        (lambda path: path.write_bytes(b""), "file_empty"),
        (lambda path: path.write_bytes(b"%PDF-1.7 "), "no_text"),
        (lambda path: path.write_text("eins;zwei\n1;2\n"), "heading_missing"),
    ],
)
def test_a_file_that_is_refused_as_a_whole(
    built: World, capsys: Printed, tmp_path: Path, make: Callable[[Path], None], kind: str
) -> None:
    make(tmp_path / "neu.csv")
    said = answer(built, capsys, tmp_path / "neu.csv", "--table", "positions", "--dry-run")

    assert said["outcome"] == "refused"
    assert kind in {each["kind"] for each in said["findings"]}


def test_a_file_that_may_not_be_read(
    built: World, capsys: Printed, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file, opened = tmp_path / "neu.csv", Path.open
    file.write_bytes(cells({}))

    def refuse(path: Path, *how: str, **more: str) -> object:
        if path == file:
            raise PermissionError
        return opened(path, *how, **more)

    monkeypatch.setattr(Path, "open", refuse)
    said = answer(built, capsys, file, "--table", "positions", "--dry-run")
    assert said["findings"][0]["kind"] == "file_forbidden"


def test_names_of_files_that_are_no_names(built: World, capsys: Printed, tmp_path: Path) -> None:
    for name in ("x" * 300, "\udcff\x1b[31m.csv", "ein\nname.csv"):
        said = answer(built, capsys, tmp_path / name, "--table", "positions", "--dry-run")
        assert said["findings"][0]["kind"] == "file_not_there"
    file = tmp_path / "\udcff\x1b[31m\n.csv"
    file.write_bytes(cells({}))
    said = answer(built, capsys, file, "--table", "positions", "--dry-run")
    assert said["outcome"] == "accepted"


def test_a_file_that_is_too_large(
    built: World, capsys: Printed, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("KIM_MAX_UPLOAD_MB", "1")
    said = tried(built, capsys, b"x" * 1_000_001)

    assert said["findings"][0]["kind"] == "file_large"


def test_a_store_that_cannot_be_written_is_one_object_too(
    tmp_path: Path, capsys: Printed, monkeypatch: pytest.MonkeyPatch
) -> None:
    world = tiny_world(tmp_path)
    world.keep("regions", "organisations", "sources", "positions")
    assert tried(world, capsys, cells({}))["findings"][0]["kind"] == "store_empty"
    world.build()
    monkeypatch.setattr("kim.store.SECONDS_TO_WAIT_FOR_WRITER", 0)
    file = tmp_path / "neu.csv"
    with Store(world.store.folder).draft():
        busy = answer(world, capsys, file, "--table", "positions")
    assert busy["findings"][0]["kind"] == "store_busy"
    monkeypatch.setenv("KIM_MAX_UPLOAD_MB", "viele")
    unset = answer(world, capsys, file, "--table", "positions")
    assert unset["message"].startswith("Die Einstellung KIM_MAX_UPLOAD_MB ist „viele“.")
    monkeypatch.delenv("KIM_MAX_UPLOAD_MB")
    (world.store.folder / "current").write_text("nichts")
    broken = answer(world, capsys, file, "--table", "positions")
    assert broken["findings"][0]["kind"] == "store_damaged"


def test_a_command_that_cannot_be_understood(capsys: Printed) -> None:
    with pytest.raises(SystemExit):
        main(["load", "neu.csv", "--table", "nichts", "--json"])
    said = json.loads(capsys.readouterr().out)

    assert (said["outcome"], said["findings"][0]["kind"]) == ("refused", "usage")


def test_nothing_else_stands_on_standard_output(built: World, tmp_path: Path) -> None:
    file = tmp_path / "neu.csv"
    file.write_bytes(cells({"Ort": "Rheine"}))
    folders = ["--data", built.data, "--store", built.store.folder]
    command = [sys.executable, "-m", "etl", "load", *folders, file, "--table", "positions"]
    done = subprocess.run(
        [*command, "--dry-run", "--json"],
        cwd=ROOT,
        env=os.environ | {"PYTHONIOENCODING": "ascii"},
        capture_output=True,
        check=False,
    )

    assert done.returncode == 0
    assert json.loads(done.stdout)["outcome"] == "accepted"
    assert done.stdout.count(b"\n") == 1


def test_nothing_from_a_file_changes_the_terminal(
    built: World, capsys: Printed, tmp_path: Path
) -> None:
    file = tmp_path / "neu.csv"
    file.write_bytes(cells({"Anzahl": "\x1b[31mrot\x07\u202e"}))
    folders = ["--data", str(built.data), "--store", str(built.store.folder)]
    main(["load", *folders, str(file), "--table", "positions", "--dry-run"])
    said = capsys.readouterr().out

    assert "\ufffd[31mrot" in said
    assert all(sign.isprintable() for line in said.split("\n") for sign in line)
