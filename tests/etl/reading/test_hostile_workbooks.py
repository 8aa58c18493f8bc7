"""XLSX: archives that are hostile, broken, or something else."""

import io
import zipfile

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from xlsxwriter import Workbook

from etl.reading import Limits
from tests.etl.reading.dropped import drop, table_of, workbook

pytestmark = pytest.mark.hardship


def repacked(change: dict[str, bytes], book: bytes = b"") -> bytes:
    out = io.BytesIO()
    with (
        zipfile.ZipFile(io.BytesIO(book or workbook({"Daten": table_of({})}))) as old,
        zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as new,
    ):
        for part in old.namelist():
            new.writestr(part, change.get(part, old.read(part)))
        for part in change.keys() - set(old.namelist()):
            new.writestr(part, change[part])
    return out.getvalue()


def test_an_archive_that_unpacks_to_too_much() -> None:
    bomb = repacked({"xl/media/image1.png": bytes(4_812_345)})
    assert drop(bomb).findings == []
    limits = Limits(most_unpacked_bytes=4_000_000)
    assert [(f.kind, f.expected) for f in drop(bomb, limits=limits).findings] == [
        ("workbook_large", "4")
    ]
    honest, lie = (4_812_345).to_bytes(4, "little"), (10).to_bytes(4, "little")
    assert bomb.count(honest) == 2
    got = drop(bomb.replace(honest, lie), limits=limits)
    assert [f.kind for f in got.findings] == ["workbook_large"]


@pytest.mark.parametrize(
    ("content", "kind"),
    [
        (workbook({"Daten": table_of({})})[:-200], "workbook_broken"),
        (repacked({"xl/workbook.xml": b"<nonsense"}), "workbook_broken"),
        (repacked({"xl/worksheets/sheet1.xml": b"<worksheet><sheetData><row"}), "workbook_broken"),
        (
            b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "EncryptedPackage".encode("utf-16-le"),
            "workbook_locked",
        ),
        (b"PK\x05\x06" + bytes(18), "packed"),
    ],
)
def test_a_workbook_that_cannot_be_opened(content: bytes, kind: str) -> None:
    assert [f.kind for f in drop(content).findings] == [kind]


def styled(change: dict[str, bytes]) -> bytes:
    """A workbook in which percent is seen, with these parts."""
    out = io.BytesIO()
    with Workbook(out) as book:
        sheet = book.add_worksheet("Daten")
        for number, row in enumerate(table_of({})):
            sheet.write_row(number, 0, row)
        sheet.write(5, 0, 1, book.add_format({"num_format": "0%"}))
    return repacked(change, out.getvalue())


SHEET = '<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>{}</sheetData></worksheet>'
LAUGHS = "".join(f'<!ENTITY a{n} "{f"&a{n - 1};" * 10}">' for n in range(1, 10))
LAUGHS = f'<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a0 "ha">{LAUGHS}]>'


@pytest.mark.parametrize(
    "change",
    [
        {"xl/worksheets/sheet1.xml": (LAUGHS + SHEET.format("&a9;")).encode()},
        {"xl/styles.xml": (LAUGHS + "<styleSheet>&a9;</styleSheet>").encode()},
        {"xl/sharedStrings.xml": b" " * (1 << 20) + (LAUGHS + "<sst>&a9;</sst>").encode()},
    ],
    ids=["sheet", "styles", "strings"],
)
def test_entities_are_not_expanded(change: dict[str, bytes]) -> None:
    for book in (styled(change), repacked(change)):
        assert [f.kind for f in drop(book).findings] == ["workbook_broken"]


@pytest.mark.parametrize(
    "change",
    [
        {"xl/styles.xml": b"<nonsense"},
        {"xl/styles.xml": b"<styleSheet>" + b" " * (33 << 20) + b"</styleSheet>"},
        {"xl/worksheets/sheet1.xml": b"<worksheet><sheetData><row"},
        {
            "xl/worksheets/sheet1.xml": SHEET.format(
                '<row r="1"><c r="A1" t="s"><v>9999</v></c></row>'
            ).encode()
        },
        {
            "xl/worksheets/sheet1.xml": SHEET.format(
                '<row r="1"><c r="11"><v>1</v></c></row>'
            ).encode()
        },
        {
            "xl/worksheets/sheet1.xml": SHEET.format(
                '<row r="99999999999999"><c><v>1</v></c></row>'
            ).encode()
        },
        {
            "xl/worksheets/sheet1.xml": SHEET.format(
                f'<row r="1"><c r="A1"><v>{"9" * 400}</v></c></row>'
            ).encode()
        },
    ],
    ids=["styles", "large styles", "cut", "string", "place", "row", "number"],
)
def test_formatted_workbooks_that_are_not_sound(change: dict[str, bytes]) -> None:
    assert [f.kind for f in drop(styled(change)).findings] == ["workbook_broken"]


@settings(max_examples=60, deadline=None)
@given(st.sampled_from(["xl/worksheets/sheet1.xml", "xl/styles.xml", "xl/workbook.xml"]), st.data())
def test_damaged_parts_of_a_formatted_workbook(part: str, data: st.DataObject) -> None:
    with zipfile.ZipFile(io.BytesIO(styled({}))) as archive:
        sound = archive.read(part)
    at = data.draw(st.integers(0, len(sound) - 1))
    damage = data.draw(st.text(st.sampled_from('0123456789<>/="rstv'), min_size=1, max_size=4))
    got = drop(styled({part: sound[:at] + damage.encode() + sound[at + len(damage) :]}))
    assert len(got.rows) == got.reading.rows


@pytest.mark.parametrize(
    ("parts", "kind", "look"),
    [
        (["word/document.xml"], "no_text", "ein Word-Dokument"),
        (["ppt/presentation.xml"], "no_text", "eine PowerPoint-Präsentation"),
        (["xl/workbook.bin"], "other_format", "eine binäre Excel-Datei (.xlsb)"),
        (["content.xml"], "other_format", "eine LibreOffice-Datei (.ods oder .odt)"),
        (["Index/Document.iwa"], "to_export", "eine Datei aus Apple Numbers, Pages oder Keynote"),
        (["Index.zip"], "to_export", "eine Datei aus Apple Numbers, Pages oder Keynote"),
        (["bild.png"], "packed", "ein ZIP-Archiv"),
        (["stellen.csv"], "packed", "ein ZIP-Archiv"),
    ],
)
def test_other_archives_are_named(parts: list[str], kind: str, look: str) -> None:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        for part in parts:
            archive.writestr(part, b"x")
    assert [(f.kind, f.expected) for f in drop(out.getvalue()).findings] == [(kind, look)]


@pytest.mark.parametrize(
    ("kind_of", "kind", "look"),
    [
        ("spreadsheet", "other_format", "eine LibreOffice-Tabelle (.ods)"),
        ("text", "no_text", "ein LibreOffice-Textdokument (.odt)"),
    ],
)
def test_open_documents_are_named(kind_of: str, kind: str, look: str) -> None:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        archive.writestr("mimetype", f"application/vnd.oasis.opendocument.{kind_of}")
        archive.writestr("content.xml", b"x")
    assert [(f.kind, f.expected) for f in drop(out.getvalue()).findings] == [(kind, look)]


@settings(max_examples=60)
@given(st.integers(0, 6000), st.binary(min_size=1, max_size=8))
def test_a_damaged_workbook_never_makes_the_reader_fail(at: int, damage: bytes) -> None:
    sound = workbook({"Daten": table_of({})})
    at %= len(sound)
    got = drop(sound[:at] + damage + sound[at + len(damage) :])
    assert len(got.rows) == got.reading.rows
