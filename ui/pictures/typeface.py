"""The typeface of what is printed: where its files lie, which characters it has, how wide words are in it."""

from functools import cache
from pathlib import Path

import font_source_sans_pro
import typst
from fontTools.ttLib import TTFont

FAMILY = "Source Sans Pro"
FOLDER = Path(font_source_sans_pro.font_directory)
FILES = {False: "SourceSansPro-Regular.ttf", True: "SourceSansPro-Bold.ttf"}
# Drawn from the typefaces that come with typst.
ALSO_THERE = "●○▸"
OF_SIGNS = "DejaVu Sans Mono, sans-serif"
INSTEAD = {"✕": "×", "✗": "×", "\u2003": "\u00a0\u00a0", "\u2060": "", "\u200b": "", "\ufeff": ""}
MISSING = "?"


def printable(words: str) -> str:
    """The words with another sign in place of each that the typeface lacks, so that no page fails for one."""
    return "".join(map(_printable, words))


def width(words: str, size: float, *, is_bold: bool = False) -> float:
    """How wide a line of words is at this size, in its unit."""
    return sum(_advance(each, is_bold) for each in words) * size


@cache
def fonts() -> typst.Fonts:
    """All that is set or drawn is in these, whatever the machine has."""
    return typst.Fonts(
        include_system_fonts=False, include_embedded_fonts=True, font_paths=[str(FOLDER)]
    )


@cache
def _printable(character: str) -> str:
    if character in INSTEAD:
        return INSTEAD[character]
    is_there = character in ALSO_THERE or character in "\n\t" or ord(character) in _shapes(False)
    return character if is_there else MISSING


@cache
def _advance(character: str, is_bold: bool) -> float:
    font = _font(is_bold)
    name = _shapes(is_bold).get(ord(character), ".notdef")
    return float(font["hmtx"][name][0] / font["head"].unitsPerEm)


@cache
def _shapes(is_bold: bool) -> dict[int, str]:
    found: dict[int, str] = _font(is_bold).getBestCmap()
    return found


@cache
def _font(is_bold: bool) -> TTFont:
    return TTFont(FOLDER / FILES[is_bold], lazy=True)
