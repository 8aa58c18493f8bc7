"""Whatever is dropped: an answer in good time, in German, and nothing of it in the store."""

import io
import random
import resource
import struct
import time
import zlib
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import BinaryIO
from zipfile import ZIP_STORED, ZipFile

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from xlsxwriter import Workbook

from etl.desk import Check
from kim.loads import Upload
from tests.conftest import World, tiny_world
from tests.etl.hands import desk, machine_csv
from tests.rows import POSITION

SECONDS = 20
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
Content = Callable[[Path], BinaryIO]


@pytest.fixture(scope="module")
def world(tmp_path_factory: pytest.TempPathFactory) -> World:
    world = tiny_world(tmp_path_factory.mktemp("hostile"))
    world.keep(*QUICK)
    assert world.build().findings == []
    return world


def store_files(world: World) -> dict[str, tuple[int, int]]:
    """Names, sizes and times of what is published."""
    found = [*world.store.folder.glob("kim-*"), *world.store.folder.glob("current*")]
    return {path.name: (path.stat().st_size, path.stat().st_mtime_ns) for path in found}


def answered(world: World, content: BinaryIO | bytes, name: str = "neu.csv") -> Check:
    """The check of a file, which kept within all bounds."""
    content = io.BytesIO(content) if isinstance(content, bytes) else content
    before, kilobytes = store_files(world), _memory()
    started = time.monotonic()
    receipt = desk(world).receive(name, content)
    check = desk(world).check(receipt, Upload("positions"), lambda _: None)
    assert time.monotonic() - started < SECONDS
    assert _memory() - kilobytes < MOST_MORE_KILOBYTES + receipt.size // 1024
    assert store_files(world) == before
    assert not (world.store.folder / "building").exists()
    assert all(str(each) for each in (*check.findings, *check.warnings))
    assert all(each.sentence for each in check.reading.repairs)
    assert check.is_sound != bool(check.findings or check.reading.questions)
    return check


def kinds(check: Check) -> set[str]:
    return {each.kind for each in check.findings}


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
    "old XLS": (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + NOISE, {"no_text"}),
    "encrypted": (
        b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "EncryptedPackage".encode("utf-16-le"),
        {"workbook_locked"},
    ),
    "half a workbook": (workbook({})[:3000], {"workbook_broken"}),
    "NUL": (csv(CELLS.replace("wie", "w\0e")), {"no_text"}),
    "NUL everywhere": (bytes(MEGABYTE), {"no_text"}),
    "an unclosed quote": (csv(CELLS, f'"{CELLS}', CELLS), {"quote_open"}),
    "a quote in a cell": (csv(CELLS.replace("wie", '"wie"')), {"quote_open"}),
    "the heading twice": (csv(HEADING, CELLS), {"ags", "number", "vocabulary"}),
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
    "a workbook as wide as Excel": (workbook({(0, 16383): "x"}), {"columns_many"}),
    "a last cell": (workbook({(1_048_575, 16_383): "x"}), None),
    "a far cell": (workbook({(5_000, 16_383): "x"}), None),
    "a low cell": (workbook({(1_048_575, 0): "x"}), None),
    "formulas": (workbook({(2, 0): "=1+1"}), None),
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
    assert expected == set() or not check.is_sound
