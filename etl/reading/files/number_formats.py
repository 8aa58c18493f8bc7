"""What the number formats of a workbook show of a cell: percent, a unit, thousands, a month without a day."""

import re
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal
from functools import lru_cache
from pathlib import Path
from xml.etree import ElementTree
from zipfile import ZipFile

from etl.reading.values.cells import digits
from etl.reading.values.units import exponent

STYLES_PART = "xl/styles.xml"
MOST_BYTES = 32 << 20
PERCENT, TEXT = "%", "@"
VALUE_SIGNS = PERCENT + TEXT
BUILT_IN = {
    number: code
    for code, numbers in {
        "0": ["1"],
        "0.00": ["2"],
        "#,##0": ["3", "37", "38", "41"],
        "#,##0.00": ["4", "39", "40", "43"],
        '#,##0" €"': ["5", "6", "42"],
        '#,##0.00" €"': ["7", "8", "44"],
        "0%": ["9"],
        "0.00%": ["10"],
        "mmm-yy": ["17"],
    }.items()
    for number in numbers
}
"""The formats that a workbook names by number only -> as a German Excel shows them."""
SHEETS = "worksheets/"
BYTES_PER_READ, LONGEST_VALUE = 1 << 20, 64
UTF_16 = (b"\xff\xfe", b"\xfe\xff")
MOST_DIGITS = 15
TOKEN = re.compile(
    r'"(?P<quoted>[^"]*)"|\\(?P<escaped>.)|[_*].|\[\$(?P<currency>[^\]-]*)[^\]]*\]'
    r"|\[(?P<bracket>[^\]]*)\]|(?P<digits>[0#?.,]*[0#?][0#?.,]*|[0#?])|(?P<letter>.)",
    re.DOTALL,
)
CONDITION = re.compile(r"(<=|>=|<>|<|>|=)(-?[0-9.]+)")
ELAPSED = re.compile("h+|m+|s+", re.IGNORECASE)
DECORATION = " ()+-–.,'/\u00a0\u202f"


@dataclass(frozen=True)
class Section:
    """One part of a format: what it draws before and behind the number, and how it alters it.

    `thousands`: how often it is divided by a thousand. `decimals`: how many it shows, unless it
    shows a fraction.
    """

    before: str = ""
    behind: str = ""
    letters: str = ""
    condition: tuple[str, float] | None = None
    has_digits: bool = False
    thousands: int = 0
    decimals: int = 0
    is_fraction: bool = False

    @property
    def is_percent(self) -> bool:
        return PERCENT in self.letters

    @property
    def unit(self) -> str:
        """What it draws behind the number, when that is more than decoration."""
        return self.behind.strip(DECORATION)

    @property
    def hedge(self) -> str:
        """What it draws before the number, when that is more than decoration."""
        return self.before.strip(DECORATION)

    @property
    def hides(self) -> bool:
        """Whether it draws no value, neither a number nor a text nor a date."""
        return not (self.has_digits or self.letters)

    @property
    def is_telling(self) -> bool:
        """Whether it shows a number otherwise than with its value alone."""
        return self.hides or bool(self.is_percent or self.unit or self.hedge or self.thousands)

    @property
    def rounds(self) -> bool:
        """Whether it shows numbers with so many decimals and no more."""
        is_number = self.has_digits and not self.letters.strip(PERCENT) and not self.is_fraction
        return is_number and self.decimals < MOST_DIGITS

    def rounded(self, value: float) -> float:
        """The number as it is shown."""
        if not self.rounds or abs(value) >= 10**MOST_DIGITS:
            return float(digits(value))
        step = Decimal(1).scaleb(-self.decimals)
        return float(Decimal(digits(value)).quantize(step, ROUND_HALF_UP))

    def is_for(self, value: float) -> bool:
        """Whether its condition, if it has one, holds."""
        if self.condition is None:
            return True
        sign, bound = self.condition
        return {
            "<": value < bound,
            ">": value > bound,
            "=": value == bound,
            "<=": value <= bound,
            ">=": value >= bound,
            "<>": value != bound,
        }[sign]

    def is_exact(self, value: float) -> bool:
        """Whether the stored value is the one that is shown with its word for thousands."""
        shown = value / 1000**self.thousands
        is_named = 0 < 3 * self.thousands == exponent(self.unit)
        return is_named and round(shown, self.decimals) == shown


@lru_cache(maxsize=1_000)
def sections(code: str) -> tuple[Section, ...]:
    """The parts of a format, for positive, negative, zero and text or by their conditions."""
    code = code or "General"
    parts: list[list[re.Match[str]]] = [[]]
    for token in TOKEN.finditer(code):
        if token["letter"] == ";":
            parts.append([])
        else:
            parts[-1].append(token)
    return tuple(map(_section, parts))


def section_for(code: str, value: float) -> Section:
    """The part of a format that shows this number."""
    found = sections(code)
    if any(each.condition for each in found):
        return next((each for each in found if each.is_for(value)), found[-1])
    if value < 0 and len(found) > 1:
        return found[1]
    return found[2] if value == 0 and len(found) > 2 else found[0]


@lru_cache(maxsize=1_000)
def date_form(code: str) -> str:
    """How strftime writes a date whose day the format does not show; empty for all else."""
    letters = sections(code)[0].letters
    if any(letter in letters for letter in "dhs"):
        return ""
    month = "m" in letters
    if "y" in letters:
        return "%Y-%m" if month else "%Y"
    return "--%m" if month else ""


def are_telling(path: Path) -> bool:
    """Whether a cell format of the workbook shows more or less than the value of its cells.

    Raises ValueError when the formats take more room than any true workbook needs.
    """
    with ZipFile(path) as archive:
        if STYLES_PART not in archive.namelist():
            return False
        with archive.open(STYLES_PART) as file:
            text = file.read(MOST_BYTES + 1)
        if len(text) > MOST_BYTES:
            raise ValueError(STYLES_PART)
        used = _used_codes(text)
        if any(map(_is_telling, used)):
            return True
        decimals = [each.decimals for code in used for each in sections(code) if each.rounds]
        sheets = [name for name in archive.namelist() if SHEETS in name]
        return bool(decimals) and any(_has_more(archive, name, min(decimals)) for name in sheets)


def _used_codes(text: bytes) -> set[str]:
    """The formats that cells of the workbook can have."""
    styles = ElementTree.fromstring(text)  # noqa: S314 (its size is checked, and it has no entities)
    codes = dict(BUILT_IN)
    for each in styles.iterfind("{*}numFmts/{*}numFmt"):
        codes[each.get("numFmtId", "")] = each.get("formatCode", "")
    used = (each.get("numFmtId", "") for each in styles.iterfind("{*}cellXfs/{*}xf"))
    return {codes.get(number, "General") for number in used}


def _has_more(archive: ZipFile, sheet: str, decimals: int) -> bool:
    """Whether a value of the sheet can have more decimals than these."""
    more = re.compile(rb"v>-?[0-9]*(\.[0-9]{%d}|[0-9.]*[eE])" % (decimals + 1))
    end = b""
    with archive.open(sheet) as file:
        while chunk := file.read(BYTES_PER_READ):
            if more.search(end + chunk) or (not end and chunk.startswith(UTF_16)):
                return True
            end = chunk[-LONGEST_VALUE:]
    return False


def _is_telling(code: str) -> bool:
    return bool(date_form(code)) or any(each.is_telling for each in sections(code))


def _section(tokens: list[re.Match[str]]) -> Section:
    drawn, letters, placeholders = ["", ""], "", ""
    condition = None
    has_slash = is_fraction = False
    for token in tokens:
        side = bool(placeholders)
        drawn[side] += token["quoted"] or token["escaped"] or token["currency"] or ""
        if token["digits"]:
            placeholders += token["digits"]
            is_fraction |= has_slash
        elif token["letter"]:
            if token["letter"].isalpha() or token["letter"] in VALUE_SIGNS:
                letters += token["letter"].casefold()
            else:
                drawn[side] += token["letter"]
                has_slash |= token["letter"] == "/"
        elif found := CONDITION.fullmatch(token["bracket"] or ""):
            condition = (found[1], float(found[2]))
        elif ELAPSED.fullmatch(token["bracket"] or ""):
            letters += "h"
    return Section(
        before=drawn[0].strip(),
        behind=drawn[1].strip(),
        letters=letters,
        condition=condition,
        has_digits=bool(placeholders),
        thousands=len(placeholders) - len(placeholders.rstrip(",")),
        decimals=len(placeholders.rstrip(",").partition(".")[2]),
        is_fraction=is_fraction,
    )
