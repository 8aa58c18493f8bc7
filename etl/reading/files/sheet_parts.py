"""The parts of a workbook: checked before it is opened, which one holds a sheet, what others tell of it."""

from collections.abc import Set
from pathlib import Path
from posixpath import basename, dirname, join, normpath
from xml.etree import ElementTree
from zipfile import ZipFile

from etl.reading.files.formats import MEGABYTE
from etl.reading.outcome import Limits
from etl.reading.remarks import Remarks
from kim.findings import FindingKind

LINKS_PART, STYLES_PART = "xl/_rels/workbook.xml.rels", "xl/styles.xml"
WORKSHEET, MACROS, NOTES = "/worksheet", "macrosheet", ("/comments", "/threadedcomment")
TRUE = {"1", "true"}
BYTES_PER_READ = 1 << 20
XML = (".xml", ".rels")
DOCUMENT_TYPE = b"<!DOCTYPE"


def check_parts(path: Path, limits: Limits, remarks: Remarks) -> None:
    """UnreadableError when the parts are too large unpacked, by what they say or by what they are.

    Also when one declares a document type: no workbook has it, and entities could be hidden in it.
    """
    with ZipFile(path) as archive:
        parts = archive.infolist()
        left = limits.most_unpacked_bytes - sum(part.file_size for part in parts)
        if left >= 0:
            left = limits.most_unpacked_bytes
            for part in parts:
                # ZipFile reads no further than a part claims to be long: behind a false claim all is read.
                part.file_size = limits.most_unpacked_bytes + 2 * BYTES_PER_READ
                is_xml, end = part.filename.casefold().endswith(XML), b""
                with archive.open(part) as file:
                    while left >= 0 and (chunk := file.read(BYTES_PER_READ)):
                        left -= len(chunk)
                        if is_xml and DOCUMENT_TYPE in end + chunk:
                            raise remarks.refuse(FindingKind.WORKBOOK_BROKEN)
                        end = chunk[-len(DOCUMENT_TYPE) :]
    if left < 0:
        expected = f"{limits.most_unpacked_bytes / MEGABYTE:g}"
        raise remarks.refuse(FindingKind.WORKBOOK_LARGE, expected=expected)


def part_of(archive: ZipFile, sheet: str) -> tuple[str, bool]:
    """The name of the part that holds a sheet, and whether formulas are calculated on opening.

    The name is empty when the part cannot be found.
    """
    book = ElementTree.fromstring(archive.read("xl/workbook.xml"))  # noqa: S314 (size is checked)
    links = ElementTree.fromstring(archive.read(LINKS_PART))  # noqa: S314
    targets = {each.get("Id"): each.get("Target", "") for each in links}
    is_later = any(each.get("fullCalcOnLoad") in TRUE for each in book.iterfind("{*}calcPr"))
    for each in book.iterfind("{*}sheets/{*}sheet"):
        if each.get("name") == sheet:
            link = next((value for key, value in each.items() if key.endswith("}id")), None)
            target = targets.get(link, "")
            return target.lstrip("/") if target.startswith("/") else f"xl/{target}", is_later
    return "", is_later


def is_of_macros(path: Path) -> bool:
    """Whether a workbook has no sheet of cells but one of macros."""
    with ZipFile(path) as archive:
        if LINKS_PART not in archive.namelist():
            return False
        kinds = [each.get("Type", "").casefold() for each in _read(archive, LINKS_PART)]
    has_cells = any(each.endswith(WORKSHEET) for each in kinds)
    return not has_cells and any(each.endswith(MACROS) for each in kinds)


def notes(path: Path, sheet: str) -> list[str]:
    """The names of the cells of a sheet that have a note or a comment; ParseError when they are broken."""
    with ZipFile(path) as archive:
        part, _ = part_of(archive, sheet)
        links = f"{dirname(part)}/_rels/{basename(part)}.rels"
        names = {*archive.namelist()}
        if links not in names:
            return []
        targets = (
            normpath(join(dirname(part), each.get("Target", ""))).removeprefix("/")
            for each in _read(archive, links)
            if each.get("Type", "").casefold().endswith(NOTES)
        )
        found = {
            each.get("ref", "")
            for target in targets
            if target in names
            for each in _read(archive, target).iter()
            if each.get("ref")
        }
    return sorted(found, key=lambda cell: (int("".join(filter(str.isdigit, cell)) or 0), cell))


def struck_styles(archive: ZipFile) -> Set[str]:
    """The numbers of the cell formats whose letters are struck out."""
    if STYLES_PART not in archive.namelist():
        return frozenset()
    styles = _read(archive, STYLES_PART)
    struck = {
        str(at)
        for at, font in enumerate(styles.iterfind("{*}fonts/{*}font"))
        if (strike := font.find("{*}strike")) is not None and strike.get("val", "1") in TRUE
    }
    if not struck:
        return frozenset()
    formats = enumerate(styles.iterfind("{*}cellXfs/{*}xf"))
    return frozenset(str(at) for at, each in formats if each.get("fontId") in struck)


def _read(archive: ZipFile, part: str) -> ElementTree.Element:
    return ElementTree.fromstring(archive.read(part))  # noqa: S314 (size is checked)
