"""The encoding of a text file, found by its bytes and proven by decoding all of them."""

import codecs
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from etl.reading.files import code_pages
from etl.reading.files.code_pages import WESTERN
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
ASCII = bytes(range(0x80))
BYTES_PER_NUL, BYTES_PER_CONTROL = 3, 100
"""A file with more of these signs than one in so many bytes is no text at all."""
UMLAUT_IN_UTF8 = re.compile(rb"\xc3[\xa4\xb6\xbc\x9f\x84\x96\x9c]")
GARBLED_BYTES = re.compile(rb"\xef\xbf\xbd|\xc3\x83(\xc2[\xa4\xb6\xbc\x84\x96\x9c]|\xc5[\xb8\x93])")
NUL = re.compile("\0")
CONTROL = re.compile(f"[{re.escape(CONTROLS.decode())}]")
UNDECODED = re.compile("[\udc80-\udcff]")
GARBLED = re.compile("\ufffd|Ã[¤¶¼Ÿ„–œ]")
NO_TEXT = "eine Datei, die kein Text ist"
MIXED = "UTF-8 und eine andere sind gemischt"
ESCAPE = "surrogateescape"


@dataclass(frozen=True)
class Found:
    """An encoding, and where a file is not to be read under it: the signs to look for, what they are.

    Without a kind it has to be asked what they are.
    """

    encoding: str
    odd: re.Pattern[str] | None = None
    kind: FindingKind | None = None
    expected: str = ""


def encoding_of(path: Path, remarks: Remarks) -> Found:
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
    if is_encoded(path, encoding):
        return _as_text(path, encoding, remarks)
    name = encoding.removesuffix("-sig").upper()
    odd = Found(
        encoding, UNDECODED, FindingKind.ENCODING_UNKNOWN, f"sie ist nicht durchgehend {name}"
    )
    if encoding != "utf-8-sig":
        raise remarks.refuse(FindingKind.ENCODING_UNKNOWN, expected=odd.expected)
    return odd


def is_encoded(path: Path, encoding: str) -> bool:
    """Whether every byte of the file is a sign of this encoding."""
    decoder = codecs.getincrementaldecoder(encoding)()
    try:
        for chunk in _chunks(path):
            decoder.decode(chunk)
        decoder.decode(b"", final=True)
    except UnicodeError:
        return False
    return True


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


def _as_text(path: Path, encoding: str, remarks: Remarks) -> Found:
    """An encoding that every byte has, with the signs that no text should have."""
    nuls = sum(chunk.count(b"\0") for chunk in _chunks(path))
    if encoding.startswith("utf-16"):
        with path.open(encoding=encoding, newline="") as file:
            nuls = sum(text.count("\0") for text in file)
    if nuls * BYTES_PER_NUL > path.stat().st_size:
        raise remarks.refuse(FindingKind.NO_TEXT, expected=NO_TEXT)
    if nuls:
        return Found(encoding, NUL, FindingKind.NUL_CHARACTER)
    if any(GARBLED_BYTES.search(chunk) for chunk in _chunks(path)):
        return Found(encoding, GARBLED, FindingKind.GARBLED)
    return Found(encoding)


def _of_bytes(path: Path, remarks: Remarks) -> Found:
    """UTF-8 or, as German Excel writes, Windows-1252; what may be something else is to be asked."""
    if is_encoded(path, "utf-8"):
        return _as_text(path, "utf-8", remarks)
    size = controls = 0
    is_mixed = False
    high: set[int] = set()
    for chunk in _chunks(path):
        size += len(chunk)
        controls += len(chunk) - len(chunk.translate(None, CONTROLS))
        is_mixed |= bool(UMLAUT_IN_UTF8.search(chunk))
        high.update(chunk.translate(None, ASCII))
    if controls * BYTES_PER_CONTROL > size:
        raise remarks.refuse(FindingKind.NO_TEXT, expected=NO_TEXT)
    if controls:
        return Found(WESTERN, CONTROL, FindingKind.NUL_CHARACTER)
    if is_mixed:
        return _mixed(path)
    return Found(WESTERN) if code_pages.are_plain(high) else Found(WESTERN, code_pages.DOUBTFUL)


def _mixed(path: Path) -> Found:
    """Two encodings in one file: it is named where the one ends in which the file begins."""
    with path.open(encoding="utf-8", errors=ESCAPE, newline="") as file:
        first = next(line for line in file if not line.isascii())
    kind = FindingKind.ENCODING_UNKNOWN
    if UNDECODED.search(first):
        return Found(WESTERN, GARBLED, kind, MIXED)
    return Found("utf-8", UNDECODED, kind, MIXED)


def _chunks(path: Path) -> Iterator[bytes]:
    with path.open("rb") as file:
        while chunk := file.read(BYTES_PER_READ):
            yield chunk
