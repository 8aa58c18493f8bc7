"""Finds the marks of a sheet in its part of the workbook, which calamine and openpyxl do not tell."""

from collections.abc import Mapping, Set
from functools import partial
from itertools import product
from pathlib import Path
from xml.parsers import expat
from zipfile import ZipFile

from etl.reading.files.sheet_marks import Area, Marks
from etl.reading.files.sheet_parts import part_of, struck_styles
from etl.reading.values.cells import Fault
from kim.findings import FindingKind

BYTES_PER_READ = 1 << 20
QUOTES = (b'"', b"'")
TELLING = (
    *(b"%s=%s%s" % each for each in product((b"hidden", b"zeroHeight"), QUOTES, (b"1", b"t"))),
    *(b"%s=%s%s" % each for each in product((b"ht", b"width", b"showZeros"), QUOTES, (b"0", b"f"))),
    b'="e"',
    b"='e'",
    b"mergeCell",
    b"<f",
    b":f",
)
LONGEST = max(map(len, TELLING))
UTF_16 = (b"\xff\xfe", b"\xfe\xff")
MOST_FAULTS = 10_000
MOST_COLUMNS = 1 << 14
MOST_CHARACTERS = 200
TRUE, FALSE = {"1", "true"}, {"0", "false"}


def marks(path: Path, sheet: str) -> Marks:
    """The marks of a sheet of this workbook; ExpatError when its part is broken."""
    found = Marks()
    with ZipFile(path) as archive:
        part, is_calculated_later = part_of(archive, sheet)
        struck = struck_styles(archive)
        if part in archive.namelist() and (struck or _is_telling(archive, part)):
            scan = _Scan(found, is_calculated_later, struck)
            with archive.open(part) as file:
                scan.parser.ParseFile(file)
    return found


class _Scan:
    """Follows the elements of a sheet; what has no number of its own is counted."""

    def __init__(self, found: Marks, is_calculated_later: bool, struck: Set[str]) -> None:
        self.parser = expat.ParserCreate(namespace_separator="}")
        self.parser.StartElementHandler = self._start
        self.parser.EndElementHandler = self._end
        self._found = found
        self._is_calculated_later = is_calculated_later
        self._struck = struck
        self._is_struck = False
        self._hides_rows = False
        self._row = self._column = 0
        self._type = ""
        self._formula: list[str] | None = None
        self._value: list[str] | None = None

    def _start(self, name: str, attributes: Mapping[str, str]) -> None:
        match name.rpartition("}")[2]:
            case "c":
                self._start_cell(attributes)
            case "row":
                self._start_row(attributes)
            case "f":
                self._formula = []
                self.parser.CharacterDataHandler = self._formula.append
            case "v" | "is":
                self._value = []
                self.parser.CharacterDataHandler = self._value.append
            case "col":
                self._column_width(attributes)
            case "mergeCell":
                self._merge(attributes.get("ref", ""))
            case "sheetView":
                self._found.hides_zeros |= attributes.get("showZeros") in FALSE
            case "sheetFormatPr":
                self._hides_rows = attributes.get("zeroHeight") in TRUE

    def _end(self, name: str) -> None:
        match name.rpartition("}")[2]:
            case "f" | "v" | "is":
                self.parser.CharacterDataHandler = None
            case "c":
                self._end_cell()

    def _start_row(self, attributes: Mapping[str, str]) -> None:
        self._row = int(attributes.get("r", self._row + 1))
        self._column = -1
        height = attributes.get("ht", "0" if self._hides_rows else "1")
        if attributes.get("hidden") in TRUE or float(height) == 0:
            self._found.hidden_rows.add(self._row)

    def _start_cell(self, attributes: Mapping[str, str]) -> None:
        named = attributes.get("r", "")
        self._column = _column(named) if named else self._column + 1
        self._type = attributes.get("t", "")
        self._is_struck = attributes.get("s", "") in self._struck
        self._formula = self._value = None

    def _end_cell(self) -> None:
        value = "".join(self._value or ()).strip()
        if self._is_struck and value:
            self._found.struck.add(self._row)
        if self._type == "e":
            self._fault(Fault(FindingKind.CELL_ERROR, value))
        elif self._formula is not None and self._is_unstored(value):
            formula = "=" + "".join(self._formula)[:MOST_CHARACTERS]
            self._fault(Fault(FindingKind.FORMULA_UNSTORED, formula))

    def _is_unstored(self, value: str) -> bool:
        """Whether nobody has calculated the formula: no value, or the 0 of programs that never do.

        A formula may well have an empty text as its value.
        """
        if self._type == "str" and self._value is not None:
            return False
        return not value or (self._is_calculated_later and value == "0")

    def _fault(self, fault: Fault) -> None:
        if len(self._found.faults) < MOST_FAULTS:
            self._found.faults.setdefault(self._row, {})[self._column] = fault

    def _column_width(self, attributes: Mapping[str, str]) -> None:
        if attributes.get("hidden") in TRUE or float(attributes.get("width", "1")) == 0:
            first, last = int(attributes.get("min", "1")), int(attributes.get("max", "1"))
            self._found.hidden_columns.update(range(first - 1, min(last, MOST_COLUMNS)))

    def _merge(self, area: str) -> None:
        first, _, last = area.replace("$", "").partition(":")
        last = last or first
        merged = Area(_row(first), _row(last), _column(first), _column(last))
        self._found.merged.append(merged)


def _is_telling(archive: ZipFile, part: str) -> bool:
    """Whether a sheet can have marks at all: most have none, and following them takes its time."""
    with archive.open(part) as file:
        start = file.read(2)
        if start in UTF_16:
            return True
        end = start
        for chunk in iter(partial(file.read, BYTES_PER_READ), b""):
            text = end + chunk
            if any(each in text for each in TELLING):
                return True
            end = text[-LONGEST:]
    return False


def _row(name: str) -> int:
    """The number of a row, from 1, in the name of a cell such as "B2"."""
    return int("".join(filter(str.isdigit, name)))


def _column(name: str) -> int:
    """The number of a column, from 0, in the name of a cell such as "B2"."""
    number = 0
    for letter in name:
        if letter.isalpha():
            number = number * 26 + ord(letter.upper()) - 64
    return number - 1
