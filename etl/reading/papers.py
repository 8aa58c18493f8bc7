"""A paper as a text file, whatever its encoding: UTF-8, with a mark or without, UTF-16, Windows-1252."""

from pathlib import Path

from etl.reading.files.encodings import encoding_of
from etl.reading.files.formats import is_workbook
from etl.reading.outcome import Limits
from etl.reading.remarks import Remarks, UnreadableError
from kim.findings import FindingKind

MOST_BYTES = 50_000_000
LOOKS = (FindingKind.NO_TEXT, FindingKind.OTHER_FORMAT, FindingKind.PACKED, FindingKind.TO_EXPORT)
NO_TEXT = (
    "Die Datei ist kein Text, sondern {look}. Speichern Sie den Text daraus als „Nur Text“ (UTF-8)."
)
TOO_LARGE = "Die Datei ist für eine Niederschrift zu groß (mehr als {megabytes:.0f} MB)."
UNKNOWN_ENCODING = (
    "Die Kodierung der Datei ist nicht zu erkennen. Speichern Sie den Text als UTF-8."
)
WORKBOOK = "eine Excel-Tabelle"


class NoTextError(ValueError):
    """The file is no text; the message is a German sentence for whoever gave it."""


def read_paper(path: Path) -> str:
    """The text of a file, empty for an empty one. Raises NoTextError, and OSError when it cannot be read."""
    if path.stat().st_size == 0:
        return ""
    remarks = Remarks(path.name)
    try:
        if is_workbook(path, Limits(most_bytes=MOST_BYTES), remarks):
            raise NoTextError(NO_TEXT.format(look=WORKBOOK))
        found = encoding_of(path, remarks)
    except UnreadableError as unreadable:
        raise NoTextError(_sentence(unreadable)) from unreadable
    if found.kind is FindingKind.ENCODING_UNKNOWN:
        raise NoTextError(UNKNOWN_ENCODING)
    return path.read_text(found.encoding, errors="replace")


def _sentence(unreadable: UnreadableError) -> str:
    finding = unreadable.finding
    if finding.kind in LOOKS:
        return NO_TEXT.format(look=finding.expected)
    if finding.kind is FindingKind.FILE_LARGE:
        return TOO_LARGE.format(megabytes=MOST_BYTES / 1_000_000)
    if finding.kind is FindingKind.ENCODING_UNKNOWN:
        return UNKNOWN_ENCODING
    return finding.sentence
