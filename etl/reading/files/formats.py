"""What a file is by its bytes, whatever its name says: a text, a workbook, or no table at all."""

import re
import zlib
from pathlib import Path
from zipfile import BadZipFile, ZipFile

from etl.reading.outcome import Limits
from etl.reading.remarks import Remarks, UnreadableError
from kim.findings import FindingKind

MEGABYTE = 1_000_000
START = 2_048
ZIP = b"PK\x03\x04"
EMPTY_ZIP = b"PK\x05\x06"
COMPOUND = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
MARK = b"\xef\xbb\xbf"
PAPER, TABLE = FindingKind.NO_TEXT, FindingKind.OTHER_FORMAT
PACKED, ABROAD = FindingKind.PACKED, FindingKind.TO_EXPORT
Look = tuple[FindingKind, str]
OLD_EXCEL: Look = (TABLE, "eine alte Excel-Datei (.xls)")
APPLE: Look = (ABROAD, "eine Datei aus Apple Numbers, Pages oder Keynote")
LOOKS: dict[bytes, Look] = {
    rb"\x89PNG": (PAPER, "ein Bild (PNG)"),
    rb"\xff\xd8\xff": (PAPER, "ein Bild (JPEG)"),
    rb"GIF8": (PAPER, "ein Bild (GIF)"),
    rb"II\*\0|MM\0\*": (PAPER, "ein Bild (TIFF)"),
    rb"BM.{4}\0{4}": (PAPER, "ein Bild (BMP)"),
    rb"RIFF.{4}WEBP": (PAPER, "ein Bild (WebP)"),
    rb".{4}ftyp(hei|mif|avif)": (PAPER, "ein Bild (HEIC)"),
    rb"\s*%PDF": (PAPER, "ein PDF"),
    rb"%!PS": (PAPER, "ein Druckdokument (PostScript)"),
    rb"\{\\rtf": (PAPER, "ein Textdokument (RTF)"),
    rb"(Return-Path|Received|From): ": (PAPER, "eine E-Mail"),
    rb"\[InternetShortcut\]": (PAPER, "eine Verknüpfung zu einer Internetseite"),
    rb"SQLite format 3\0": (PAPER, "eine Datenbank (SQLite)"),
    rb"PAR1": (PAPER, "eine Parquet-Datei"),
    rb"\x09[\0\2\4\x08].\0": OLD_EXCEL,
    rb"(?-i:ID;P(WXL|CALC|SCALC|\r?\n|;[NE]))": (TABLE, "eine SYLK-Datei (.slk)"),
    rb"MIME-Version:": (TABLE, "eine Internetseite (Webarchiv)"),
    rb"\s*(<\?xml[^>]*>\s*)?(<!--.*?-->\s*)?(<!DOCTYPE html|<html|<table|<meta)": (
        TABLE,
        "eine Internetseite (HTML), auch wenn ihr Name anders endet",
    ),
    rb"\s*<\?xml.*(Excel\.Sheet|office:spreadsheet)": (TABLE, "eine Excel-Datei in XML von 2003"),
    rb"\s*<\?xml": (TABLE, "eine XML-Datei"),
    rb'\s*\{.*docs\.google\.com|\s*\{"doc_id"': (ABROAD, "eine Verknüpfung zu Google Tabellen"),
    rb'\s*(\[\s*)?\{\s*("|\})': (TABLE, "eine JSON-Datei"),
    re.escape(EMPTY_ZIP): (PACKED, "ein leeres ZIP-Archiv"),
    rb"\x1f\x8b": (PACKED, "ein Archiv (GZIP)"),
    rb"7z\xbc\xaf\x27\x1c": (PACKED, "ein Archiv (7z)"),
    rb"Rar!\x1a\x07": (PACKED, "ein Archiv (RAR)"),
}
STREAMS: dict[str, Look] = {
    "WordDocument": (PAPER, "ein altes Word-Dokument (.doc)"),
    "PowerPoint Document": (PAPER, "eine alte PowerPoint-Präsentation (.ppt)"),
    "__substg1.0_": (PAPER, "eine E-Mail aus Outlook (.msg)"),
}
PARTS: dict[str, Look] = {
    r"word/": (PAPER, "ein Word-Dokument"),
    r"ppt/": (PAPER, "eine PowerPoint-Präsentation"),
    r"xl/workbook\.bin$": (TABLE, "eine binäre Excel-Datei (.xlsb)"),
    r".*\.iwa$|Index\.zip$|index\.(xml|apxl)(\.gz)?$": APPLE,
}
OPEN_DOCUMENTS: dict[bytes, Look] = {
    b"spreadsheet": (TABLE, "eine LibreOffice-Tabelle (.ods)"),
    b"text": (PAPER, "ein LibreOffice-Textdokument (.odt)"),
    b"": (TABLE, "eine LibreOffice-Datei (.ods oder .odt)"),
}
ARCHIVE: Look = (PACKED, "ein ZIP-Archiv")
ENCRYPTED = "EncryptedPackage"
WORKBOOK_PART, OPEN_DOCUMENT_PART, MIMETYPE = "xl/workbook.xml", "content.xml", "mimetype"


def is_workbook(path: Path, limits: Limits, remarks: Remarks) -> bool:
    """Whether the file is an XLSX rather than a text; UnreadableError when it can be no table."""
    size = path.stat().st_size
    if size == 0:
        raise remarks.refuse(FindingKind.FILE_EMPTY)
    if size > limits.most_bytes:
        raise remarks.refuse(FindingKind.FILE_LARGE, expected=f"{limits.most_bytes / MEGABYTE:g}")
    with path.open("rb") as file:
        start = file.read(START).removeprefix(MARK)
    for form, look in LOOKS.items():
        if re.match(form, start, re.IGNORECASE | re.DOTALL):
            raise _refused(look, remarks)
    if start.startswith(COMPOUND):
        raise _compound(path.read_bytes(), remarks)
    if not start.startswith(ZIP):
        return False
    _check_archive(path, remarks)
    return True


def _refused(look: Look, remarks: Remarks) -> UnreadableError:
    kind, words = look
    return remarks.refuse(kind, expected=words)


def _compound(content: bytes, remarks: Remarks) -> UnreadableError:
    """What a file of the old Office programs is, by the names of its streams."""
    if ENCRYPTED.encode("utf-16-le") in content:
        return remarks.refuse(FindingKind.WORKBOOK_LOCKED)
    found = (look for name, look in STREAMS.items() if name.encode("utf-16-le") in content)
    return _refused(next(found, OLD_EXCEL), remarks)


def _check_archive(path: Path, remarks: Remarks) -> None:
    try:
        with ZipFile(path) as archive:
            names = archive.namelist()
            is_open_document = OPEN_DOCUMENT_PART in names and MIMETYPE in names
            mimetype = archive.open(MIMETYPE).read(START) if is_open_document else b""
    except (BadZipFile, ValueError, OSError, RuntimeError, EOFError, zlib.error):
        raise remarks.refuse(FindingKind.WORKBOOK_BROKEN) from None
    if WORKBOOK_PART in names:
        return
    if OPEN_DOCUMENT_PART in names:
        raise _refused(
            next(look for word, look in OPEN_DOCUMENTS.items() if word in mimetype), remarks
        )
    found = (look for part, look in PARTS.items() if any(re.match(part, each) for each in names))
    raise _refused(next(found, ARCHIVE), remarks)
