"""What the number formats of a workbook show of a cell: percent, or a month or a year without a day."""

import re
from functools import lru_cache
from pathlib import Path
from xml.etree import ElementTree
from zipfile import ZipFile

STYLES_PART = "xl/styles.xml"
MOST_BYTES = 32 << 20
PERCENT = "%"
BUILT_IN = {"9": "0%", "10": "0.00%", "17": "mmm-yy"}
NOT_SHOWN = re.compile(r'"[^"]*"|[\\_*].|\[(?!(?:h+|m+|s+)\])[^\]]*\]', re.IGNORECASE)


@lru_cache(maxsize=1_000)
def shown_by(code: str) -> str:
    """`PERCENT`, or how strftime writes a date whose day is not shown; empty for all else."""
    letters = NOT_SHOWN.sub("", code).partition(";")[0].casefold()
    if PERCENT in letters:
        return PERCENT
    if any(letter in letters for letter in "dhs"):
        return ""
    month = "m" in letters
    if "y" in letters:
        return "%Y-%m" if month else "%Y"
    return "--%m" if month else ""


def are_telling(path: Path) -> bool:
    """Whether a cell format of the workbook shows percent, or a date without its day.

    Raises ValueError when the formats take more room than any true workbook needs.
    """
    with ZipFile(path) as archive:
        if STYLES_PART not in archive.namelist():
            return False
        with archive.open(STYLES_PART) as file:
            text = file.read(MOST_BYTES + 1)
    if len(text) > MOST_BYTES:
        raise ValueError(STYLES_PART)
    styles = ElementTree.fromstring(text)  # noqa: S314 (its size is checked, and it has no entities)
    codes = dict(BUILT_IN)
    for each in styles.iterfind("{*}numFmts/{*}numFmt"):
        codes[each.get("numFmtId", "")] = each.get("formatCode", "")
    used = (each.get("numFmtId", "") for each in styles.iterfind("{*}cellXfs/{*}xf"))
    return any(shown_by(codes.get(number, "")) for number in used)
