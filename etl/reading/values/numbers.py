"""Numbers as people write them: 1.234,5 in German, 1234.5 in files for machines; never guessed."""

import re
from dataclasses import dataclass
from decimal import Decimal
from enum import Enum

from etl.reading.questions import QuestionKind
from etl.reading.values.cells import Doubt

GERMAN = re.compile(r"-?[0-9]+(,[0-9]+)?")
GROUPED = re.compile(
    "-?[1-9][0-9]{0,2}(?P<by>[. \u00a0\u202f\u2009])[0-9]{3}((?P=by)[0-9]{3})*(,[0-9]+)?"
)
ONE_GROUP = re.compile(r"-?[1-9][0-9]{0,2}\.[0-9]{3}")
POINT = re.compile(r"-?[0-9]+\.[0-9]+")
ENGLISH = re.compile(r"-?[1-9][0-9]{0,2}(,[0-9]{3})+\.[0-9]+")
GROUPING = str.maketrans("", "", ". \u00a0\u202f\u2009")
SCIENTIFIC = re.compile(r"-?[0-9]+([.,][0-9]+)?E[+-]?[0-9]{1,2}", re.IGNORECASE)
APOSTROPHES = re.compile(r"-?[1-9][0-9]{0,2}(['’][0-9]{3})+(,[0-9]+)?")
MINUS_BEHIND = re.compile(r"[0-9]+(,[0-9]+)?-")
ZEROS = re.compile(r"(.*?)[.,]0+")


class Notation(Enum):
    """How the numbers of a file are written."""

    COMMA = "comma"
    POINT = "point"


@dataclass(frozen=True, slots=True)
class Number:
    """A number read: its value with a point; or what it may have been meant to be; or a doubt."""

    value: str = ""
    suggestion: str = ""
    doubt: Doubt | None = None


NONE = Number()


def read(text: str, notation: Notation, choice: str) -> Number:
    """The number in the text; `choice` says how a lone point before three digits is meant."""
    text = text.replace("\u2212", "-").removeprefix("+")
    if ONE_GROUP.fullmatch(text) and (notation is Notation.COMMA or text.endswith("0")):
        return _one_group(text, choice)
    if GROUPED.fullmatch(text) and not ONE_GROUP.fullmatch(text):
        return Number(_pointed(text))
    if notation is Notation.COMMA:
        return _with_comma(text, choice)
    return _with_point(text)


def whole(text: str, notation: Notation) -> str:
    """The whole number in the text, decimal zeros aside; empty when there is none."""
    value = read(text, notation, "thousands" if notation is Notation.COMMA else "decimal").value
    if zeros := ZEROS.fullmatch(value):
        value = zeros[1]
    return value if "." not in value else ""


def _one_group(text: str, choice: str) -> Number:
    decimal = _trimmed(text)
    meanings = {"decimal": decimal, "thousands": text.replace(".", "")}
    if choice in meanings:
        return Number(meanings[choice])
    words = {
        "decimal": f"{decimal.replace('.', ',')} (der Punkt steht vor den Nachkommastellen)",
        "thousands": f"{meanings['thousands']} (der Punkt trennt die Tausender)",
    }
    return Number(doubt=Doubt(QuestionKind.NUMBER, tuple(words.items())))


def _with_comma(text: str, choice: str) -> Number:
    if GERMAN.fullmatch(text):
        return Number(_pointed(text))
    if POINT.fullmatch(text):
        return (
            Number(_trimmed(text))
            if choice == "decimal"
            else Number(suggestion=text.replace(".", ","))
        )
    if ENGLISH.fullmatch(text):
        return Number(suggestion=text.replace(",", "").replace(".", ","))
    return Number(suggestion=_written_plainly(text))


def _written_plainly(text: str) -> str:
    """1,5E+03 as 1500, 55'000 as 55000, 55- as -55; empty for all else."""
    if SCIENTIFIC.fullmatch(text):
        plain = f"{Decimal(text.replace(',', '.')):f}"
        return (_trimmed(plain) if "." in plain else plain).replace(".", ",")
    if APOSTROPHES.fullmatch(text):
        return text.replace("'", "").replace("’", "")
    return f"-{text[:-1]}" if MINUS_BEHIND.fullmatch(text) else ""


def _with_point(text: str) -> Number:
    if POINT.fullmatch(text) or text.removeprefix("-").isdecimal():
        return Number(text) if text.isascii() else NONE
    if GERMAN.fullmatch(text):
        return Number(suggestion=text.replace(",", "."))
    return Number(suggestion=text.replace(",", "")) if ENGLISH.fullmatch(text) else NONE


def _trimmed(text: str) -> str:
    """Without zeros at the end of the decimals."""
    return text.rstrip("0").rstrip(".")


def _pointed(text: str) -> str:
    return text.translate(GROUPING).replace(",", ".")
