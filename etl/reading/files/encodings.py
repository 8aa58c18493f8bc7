"""The encoding of a text file, found by its bytes and proven by decoding all of them."""

import codecs
import re
from collections.abc import Iterator
from pathlib import Path

from etl.reading.remarks import Remarks
from kim.findings import FindingKind

BYTES_PER_READ = 1 << 20
SAMPLE = 4096
MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, ""),
    (codecs.BOM_UTF32_BE, ""),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
CONTROLS = bytes({*range(0x20)} - {*b"\t\n\x0b\x0c\r\x1a"})
UNDEFINED_IN_CP1252 = b"\x81\x8d\x8f\x90\x9d"
UMLAUT_IN_UTF8 = re.compile(rb"\xc3[\xa4\xb6\xbc\x9f\x84\x96\x9c]")
NO_TEXT = "eine Datei, die kein Text ist"


def encoding_of(path: Path, remarks: Remarks) -> str:
    """The encoding under which every byte of the file is text; UnreadableError when there is none."""
    with path.open("rb") as file:
        sample = file.read(SAMPLE)
    encoding = _marked(sample)
    if encoding is None:
        encoding = _by_zeros(sample)
    if encoding == "":
        raise remarks.refuse(FindingKind.ENCODING_UNKNOWN, expected="sie ist UTF-32")
    if encoding is None:
        return _of_bytes(path, remarks)
    if not _is_encoded(path, encoding):
        name = encoding.removesuffix("-sig").upper()
        raise remarks.refuse(
            FindingKind.ENCODING_UNKNOWN, expected=f"sie ist nicht durchgehend {name}"
        )
    _refuse_nul(path, encoding, remarks)
    return encoding


def _marked(sample: bytes) -> str | None:
    return next((encoding for mark, encoding in MARKS if sample.startswith(mark)), None)


def _by_zeros(sample: bytes) -> str | None:
    """UTF-16 without a mark: every second byte of plain text is zero."""
    pairs = len(sample) // 2
    for start, encoding in ((1, "utf-16-le"), (0, "utf-16-be")):
        zeros, others = sample[start::2].count(0), sample[1 - start :: 2].count(0)
        if pairs and zeros > pairs // 2 and not others:
            return encoding
    return None


def _of_bytes(path: Path, remarks: Remarks) -> str:
    """UTF-8 or, as German Excel writes, cp1252."""
    is_utf8 = _is_encoded(path, "utf-8")
    no_text, no_cp1252, is_mixed = False, False, False
    for chunk in _chunks(path):
        no_text |= _has(chunk, b"\0" if is_utf8 else CONTROLS)
        no_cp1252 |= _has(chunk, UNDEFINED_IN_CP1252)
        is_mixed |= not is_utf8 and bool(UMLAUT_IN_UTF8.search(chunk))
    if no_text:
        raise remarks.refuse(FindingKind.NO_TEXT, expected=NO_TEXT)
    if is_mixed:
        raise remarks.refuse(
            FindingKind.ENCODING_UNKNOWN, expected="UTF-8 und eine andere sind gemischt"
        )
    if no_cp1252 and not is_utf8:
        raise remarks.refuse(
            FindingKind.ENCODING_UNKNOWN, expected="sie ist weder UTF-8 noch Windows-1252"
        )
    return "utf-8" if is_utf8 else "cp1252"


def _has(chunk: bytes, some: bytes) -> bool:
    """Whether one of some bytes is in the chunk."""
    return len(chunk.translate(None, some)) < len(chunk)


def _is_encoded(path: Path, encoding: str) -> bool:
    decoder = codecs.getincrementaldecoder(encoding)()
    try:
        for chunk in _chunks(path):
            decoder.decode(chunk)
        decoder.decode(b"", final=True)
    except UnicodeError:
        return False
    return True


def _refuse_nul(path: Path, encoding: str, remarks: Remarks) -> None:
    with path.open(encoding=encoding, newline="") as file:
        for line, text in enumerate(file, 1):
            if "\0" in text:
                raise remarks.refuse(FindingKind.NUL_CHARACTER, line)


def _chunks(path: Path) -> Iterator[bytes]:
    with path.open("rb") as file:
        while chunk := file.read(BYTES_PER_READ):
            yield chunk
