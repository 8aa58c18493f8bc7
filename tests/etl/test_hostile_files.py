"""Whatever is dropped: an answer in good time, in German, and nothing of it in the store."""

import io
import random
import resource
import struct
import zlib
from pathlib import Path
from typing import BinaryIO
from zipfile import ZIP_STORED, ZipFile

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from xlsxwriter import Workbook

from etl.reading import Decisions
from etl.reading.process import SECONDS_OF_PROCESSOR
from etl.uploads.stages import Check, Published, Ready
from tests.conftest import World, tiny_world
from tests.etl.submitting import findings_of, machine_csv, uploads
from tests.rows import POSITION

pytestmark = pytest.mark.hardship

MOST_MORE_KILOBYTES = 300_000
MEGABYTE = 1_000_000
TWO_GIGABYTES = 2_000 * MEGABYTE
QUICK = ["regions", "organisations", "sources", "positions"]
HEADING = "Ort;Anzahl;Genauigkeit;Einheit;Maß;Stand der Einrichtung;Quelle;Fundstelle;Grundlage"
CELLS = "05566;1,9;genau;Stellen;Gesamtzahl;besetzt;vermerk-2023;wie gesagt;steht im Dokument"
NASTY = [
    "=1+1",
    '=HYPERLINK("https://x.de";"hier")',
    "+49 251",
    "-2+3",
    "@SUM(A1)",
    "'=1",
    "''",
    "<script>alert(1)</script>",
    "<b>fett</b> & &amp; &lt;",
    "**fett** _schräg_ `code` # Titel",
    "[hier](javascript:alert(1))",
    "![](https://x.de/x.png)",
    "$x^2$ :red[rot]",
    "שלום עולם",
    "\u202eexe.fdp",
    "e\u0301a\u0308 Zalgo\u0335\u0336\u0337",
    "👩‍👩‍👧 🏳️‍🌈",
    'sagt "nein"; und, weiter',
    "zwei\nZeilen",
    "{value} {0} %s ${x}",
    "'; DROP TABLE positions; --",
]


@pytest.fixture(scope="module")
def world(tmp_path_factory: pytest.TempPathFactory) -> World:
    world = tiny_world(tmp_path_factory.mktemp("hostile"))
    world.keep(*QUICK)
    world.first_version()
    return world


def store_files(world: World) -> dict[str, tuple[int, int]]:
    """Names, sizes and times of what is published."""
    found = [*world.store.folder.glob("kim-*"), *world.store.folder.glob("current*")]
    return {path.name: (path.stat().st_size, path.stat().st_mtime_ns) for path in found}


def answered(world: World, content: BinaryIO | bytes, name: str = "neu.csv") -> Check:
    """The check of a file, which kept within all bounds, of time within what the program itself gives to reading."""
    content = io.BytesIO(content) if isinstance(content, bytes) else content
    before, kilobytes = store_files(world), _memory()
    started = _processor_seconds()
    submission = uploads(world).receive(name, content)
    check = uploads(world).check(submission, Decisions("positions"), lambda _: None)
    assert _processor_seconds() - started < SECONDS_OF_PROCESSOR
    assert _memory() - kilobytes < MOST_MORE_KILOBYTES + submission.size // 1024
    assert store_files(world) == before
    assert not (world.store.folder / "building").exists()
    said = check.warnings if isinstance(check, Ready) else check.findings
    assert all(str(each) for each in said)
    assert all(each.sentence for each in check.reading.repairs)
    assert isinstance(check, Ready) or check.findings or check.questions
    return check


def kinds(check: Check) -> set[str]:
    return {each.kind for each in findings_of(check)}


def _processor_seconds() -> float:
    """The time that this process and its ended children took of the processor."""
    both = (resource.getrusage(who) for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN))
    return sum(each.ru_utime + each.ru_stime for each in both)


def _memory() -> int:
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss


def csv(*lines: str) -> bytes:
    return "\r\n".join([HEADING, *lines, ""]).encode()


def workbook(cells: dict[tuple[int, int], str]) -> bytes:
    """A workbook with the heading, one sound row, and more cells by row and column."""
    file = io.BytesIO()
    with Workbook(file) as book:
        sheet = book.add_worksheet()
        sheet.write_row(0, 0, HEADING.split(";"))
        sheet.write_row(1, 0, CELLS.split(";"))
        for (row, column), text in cells.items():
            sheet.write_string(row, column, text)
    return file.getvalue()


def bomb(part: str, *, is_lying: bool) -> bytes:
    """A workbook in which one part unpacks to two gigabytes, whatever its headers say."""
    block, times = b" " * MEGABYTE, TWO_GIGABYTES // MEGABYTE
    packer = zlib.compressobj(9, zlib.DEFLATED, -15)
    once = packer.compress(block) + packer.flush(zlib.Z_FULL_FLUSH)
    packed = once * times + packer.flush()
    file = io.BytesIO(workbook({}))
    with ZipFile(file) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    with ZipFile(file := io.BytesIO(), "w", ZIP_STORED) as archive:
        for name, content in (parts | {part: packed}).items():
            archive.writestr(name, content)
    size = 100 if is_lying else TWO_GIGABYTES
    return _said_to_be_deflated(file.getvalue(), part.encode(), size)


def _said_to_be_deflated(archive: bytes, part: bytes, size: int) -> bytes:
    """The archive with another method and size in both headers of one part."""
    made = bytearray(archive)
    for magic, method, at_size, name in (
        (b"PK\3\4", 8, 22, 30),
        (b"PK\1\2", 10, 24, 46),
    ):
        at = made.find(magic)
        while made[at + name : at + name + len(part)] != part:
            at = made.find(magic, at + 1)
        struct.pack_into("<H", made, at + method, 8)
        struct.pack_into("<I", made, at + at_size, size)
    return bytes(made)


def filled(folder: Path, *pieces: bytes | tuple[bytes, int]) -> BinaryIO:
    """A file of these pieces, some of them many times."""
    path = folder / "large"
    with path.open("wb") as file:
        for piece in pieces:
            if isinstance(piece, bytes):
                file.write(piece)
                continue
            block = piece[0] * (MEGABYTE // len(piece[0]))
            for _ in range(piece[1]):
                file.write(block)
    return path.open("rb")


NOISE = random.Random(1).randbytes(100_000)  # noqa: S311
FILES = {
    "random bytes": (NOISE, {"no_text"}),
    "an empty file": (b"", {"file_empty"}),
    "a byte order mark": (b"\xef\xbb\xbf", {"heading_missing"}),
    "blank lines": (b"\r\n" * 100_000, {"heading_missing"}),
    "PNG": (b"\x89PNG\r\n\x1a\n" + NOISE, {"no_text"}),
    "JPEG": (b"\xff\xd8\xff\xe0" + NOISE, {"no_text"}),
    "PDF": (b"%PDF-1.7\n" + NOISE, {"no_text"}),
    "old XLS": (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + NOISE, {"other_format"}),
    "encrypted": (
        b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "EncryptedPackage".encode("utf-16-le"),
        {"workbook_locked"},
    ),
    "half a workbook": (workbook({})[:3000], {"workbook_broken"}),
    "NUL": (csv(CELLS.replace("wie", "w\0e")), {"nul_character"}),
    "NUL everywhere": (bytes(MEGABYTE), {"no_text"}),
    "an unclosed quote": (csv(CELLS, f'"{CELLS}', CELLS), {"quote_open"}),
    "a quote in a cell": (csv(CELLS.replace("wie", '"wie"')), {"quote_open"}),
    "the heading twice": (csv(HEADING, CELLS), set()),
    "a heading said twice": (
        f"{HEADING};Ort\r\n{CELLS};05\r\n".encode(),
        {"column_twice"},
    ),
    "a million columns": (
        ";".join(f"s{n}" for n in range(MEGABYTE)).encode(),
        {"heading_missing"},
    ),
    "a million more columns": (
        (HEADING + "".join(f";s{n}" for n in range(MEGABYTE))).encode(),
        {"columns_many"},
    ),
    "a million cells": (csv(CELLS + ";x" * MEGABYTE), {"cells_surplus"}),
    "two million empty cells": (csv(";" * 2 * MEGABYTE), set()),
    "a cell of 50 MB": (
        csv(CELLS.replace("wie gesagt", "x" * 50 * MEGABYTE)),
        {"cell_long"},
    ),
    "a workbook as wide as Excel": (workbook({(0, 16_383): "x"}), {"cells_surplus"}),
    "a last cell": (workbook({(1_048_575, 16_383): "x"}), {"file_unreadable"}),
    "a far cell": (workbook({(5_000, 16_383): "x"}), {"cells_surplus"}),
    "a low cell": (workbook({(1_048_575, 0): "x"}), set()),
    "a bomb": (bomb("xl/worksheets/sheet1.xml", is_lying=False), {"workbook_large"}),
    "a lying bomb": (bomb("xl/worksheets/sheet1.xml", is_lying=True), {"workbook_large"}),
    "a bomb of texts": (bomb("xl/sharedStrings.xml", is_lying=True), {"workbook_large"}),
    "a bomb beside": (bomb("xl/media/x.png", is_lying=True), {"workbook_large"}),
}


@pytest.mark.parametrize("name", FILES)
def test_a_hostile_file_is_answered(world: World, name: str) -> None:
    content, expected = FILES[name]
    check = answered(world, content)
    assert expected is None or kinds(check) >= expected
    assert expected == set() or not isinstance(check, Ready)


def test_a_line_of_200_megabytes_is_answered(world: World, tmp_path: Path) -> None:
    with filled(tmp_path, csv(), (b"x", 200)) as file:
        assert kinds(answered(world, file)) == {"cell_long"}
    with filled(tmp_path, csv(), (b"x;", 200)) as file:
        assert "row_between" in kinds(answered(world, file))
    with filled(tmp_path, (b"x", 200)) as file:
        assert kinds(answered(world, file)) == {"heading_missing"}


def test_many_empty_lines_are_none(world: World) -> None:
    check = answered(world, csv(*[""] * 100_000, CELLS.replace("1,9", "viel")))
    assert [(each.kind, each.line) for each in check.findings] == [("number", 100_002)]


def test_only_a_heading_is_said_to_have_no_rows(world: World) -> None:
    assert kinds(answered(world, csv())) == {"rows_missing"}


@pytest.mark.parametrize(
    ("name", "kept"),
    [
        ("../../etc/passwd", "passwd"),
        ("C:\\Büro\\neu.csv", "neu.csv"),
        ("a\r\nb\0c\x1b[31m.csv", "abc[31m.csv"),
        ("\u202evsc.exe", "vsc.exe"),
        ("x" * 5_000 + ".csv", "x" * 120 + ".csv"),
        ("<b>{0}</b>.csv", "b>.csv"),
        ("{value}%s.csv", "{value}%s.csv"),
        ("\ud800.csv", ".csv"),
        ("", "datei"),
    ],
)
def test_a_hostile_name_is_only_a_name(world: World, name: str, kept: str) -> None:
    check = answered(world, csv(CELLS.replace("1,9", "viel")), name)
    assert [each.file for each in check.findings] == [check.submission.name] == [kept]


def test_whatever_a_text_holds_comes_back_as_it_was(tmp_path: Path) -> None:
    """No text is run, shortened or shown as anything but itself."""
    world = tiny_world(tmp_path)
    world.keep(*QUICK)
    assert world.build().findings == []
    table = world.table("positions")
    rows = [
        POSITION
        | {"area": text, "note": text, "paragraph": None, "source": "vermerk-2023"}
        | {"anchor": text.split()[0]}
        for text in NASTY
        if not text.startswith("'")  # which protects the text behind it
    ]
    quoted = [
        {name: str(cell or "").replace('"', '""') for name, cell in row.items()} for row in rows
    ]
    check = answered(world, machine_csv(table, quoted))
    assert isinstance(check, Ready)
    assert isinstance(uploads(world).publish(check, lambda _: None), Published)
    held = world.store.current().cursor().table("positions").filter("load = 2")
    expected = sorted((row["area"], row["anchor"], row["note"]) for row in rows)
    assert sorted(held.project("area, anchor, note").fetchall()) == expected


@pytest.mark.parametrize("text", NASTY)
def test_a_hostile_text_where_a_code_belongs_is_a_finding(world: World, text: str) -> None:
    quoted = '"' + text.replace('"', '""') + '"'
    check = answered(world, csv(";".join([quoted] * 9)))
    assert kinds(check) >= {"ags", "vocabulary"}


FEW = settings(
    max_examples=20, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
lines = st.lists(st.text("05;,\t|\"'\n\r=.-x€\0\ufeff\u202eÄ ", max_size=40), max_size=8)
rows = st.lists(
    st.lists(
        st.one_of(st.sampled_from([*CELLS.split(";"), *NASTY, "", "-"]), st.text()), max_size=12
    ),
    max_size=5,
)


@FEW
@given(st.binary(max_size=5_000))
def test_any_bytes_are_answered(world: World, content: bytes) -> None:
    answered(world, content)


@FEW
@given(lines, st.sampled_from(["utf-8", "cp1252", "utf-16", "utf-8-sig"]))
def test_any_lines_below_a_heading_are_answered(
    world: World, texts: list[str], encoding: str
) -> None:
    answered(world, "\n".join([HEADING, *texts]).encode(encoding, "replace"))


@FEW
@given(rows)
def test_any_cells_below_a_heading_are_answered(world: World, cells: list[list[str]]) -> None:
    answered(world, csv(*(";".join(row) for row in cells)))


@FEW
@given(rows)
def test_any_cells_of_a_workbook_are_answered(world: World, cells: list[list[str]]) -> None:
    placed = {(2 + y, x): text for y, row in enumerate(cells) for x, text in enumerate(row)}
    answered(world, workbook(placed))
