"""What a file is by its bytes, whatever its name says: a text, a workbook, or no table at all."""

from pathlib import Path
from zipfile import BadZipFile, ZipFile

from etl.reading.outcome import Limits
from etl.reading.remarks import Remarks
from kim.findings import FindingKind

MEGABYTE = 1_000_000
ZIP = b"PK\x03\x04"
EMPTY_ZIP = b"PK\x05\x06"
COMPOUND = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
ENCRYPTED = "EncryptedPackage".encode("utf-16-le")
LOOKS = {
    b"\x89PNG": "ein Bild (PNG)",
    b"\xff\xd8\xff": "ein Bild (JPEG)",
    b"GIF8": "ein Bild (GIF)",
    b"%PDF": "ein PDF",
    b"{\\rtf": "ein Textdokument (RTF)",
    EMPTY_ZIP: "ein leeres ZIP-Archiv",
}
PARTS = {
    "word/document.xml": "ein Word-Dokument",
    "content.xml": "eine LibreOffice-Datei (.ods oder .odt)",
    "xl/workbook.bin": "eine binäre Excel-Datei (.xlsb)",
}
WORKBOOK_PART = "xl/workbook.xml"


def is_workbook(path: Path, limits: Limits, remarks: Remarks) -> bool:
    """Whether the file is an XLSX rather than a text; UnreadableError when it can be no table."""
    size = path.stat().st_size
    if size == 0:
        raise remarks.refuse(FindingKind.FILE_EMPTY)
    if size > limits.most_bytes:
        raise remarks.refuse(FindingKind.FILE_LARGE, expected=f"{limits.most_bytes / MEGABYTE:g}")
    with path.open("rb") as file:
        start = file.read(len(COMPOUND))
    for magic, look in LOOKS.items():
        if start.startswith(magic):
            raise remarks.refuse(FindingKind.NO_TEXT, expected=look)
    if start.startswith(COMPOUND):
        if ENCRYPTED in path.read_bytes():
            raise remarks.refuse(FindingKind.WORKBOOK_LOCKED)
        raise remarks.refuse(FindingKind.NO_TEXT, expected="eine alte Excel-Datei (.xls)")
    if not start.startswith(ZIP):
        return False
    _check_archive(path, remarks)
    return True


def _check_archive(path: Path, remarks: Remarks) -> None:
    try:
        with ZipFile(path) as archive:
            names = set(archive.namelist())
    except (BadZipFile, ValueError, OSError, NotImplementedError):
        raise remarks.refuse(FindingKind.WORKBOOK_BROKEN) from None
    if WORKBOOK_PART not in names:
        look = next((look for part, look in PARTS.items() if part in names), "ein ZIP-Archiv")
        raise remarks.refuse(FindingKind.NO_TEXT, expected=look)
