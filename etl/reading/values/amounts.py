"""Cells of a number column: plain numbers, and those with a hedge, a range, a bracket or a unit."""

import math
import re
from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from functools import cached_property

from etl.reading.repairs import RepairKind
from etl.reading.values.cells import Amount, Raw, ReadCell, digits, shown, sign
from etl.reading.values.numbers import Notation, Number, read, whole
from etl.reading.values.units import SCALED, Units, exponent
from kim.findings import FindingKind
from kim.tables import Field

EXAMPLE = "1,9"
MOST_CHARACTERS = 100
HEDGES = {
    "about": ["ca.", "ca", "circa", "zirka", "rund", "rd.", "rd", "etwa", "ungefähr", "knapp"],
    "at_most": ["bis zu", "bis", "höchstens", "maximal", "max."],
    "at_least": ["mindestens", "mind.", "mind", "wenigstens", "min.", "ab"],
}
CODES = {word: code for code, words in HEDGES.items() for word in words}
HEDGE = re.compile(
    rf"(?P<word>{'|'.join(map(re.escape, sorted(CODES, key=len, reverse=True)))})(?=[\s0-9€])\s*",
    re.IGNORECASE,
)
BRACKET = re.compile(r"\(\s*(.+?)\s*\)")
MARKS = {"r": "", "p": "about", "s": "about"}
"""The letters of German statistics: revised, preliminary, estimated -> the hedge that they are."""
MARK = re.compile(r"(?:(?P<before>[rps])\s+)?(?P<amount>[0-9(].*?)(?:\s+(?P<behind>[rps]))?")
PRICE_DASH = re.compile(r"(?<=[0-9]),\s?[-–—]{1,2}(?=\s|€|$)")
RANGE = re.compile(
    r"(?:zwischen\s+|von\s+)?(?P<low>[0-9€].*?)\s*(?:[-–—]|\bbis\b|\bund\b)\s*(?P<high>[0-9€].*)",
    re.IGNORECASE,
)
SEPARATOR = "\x1f"
WHOLE = r"-?[0-9]++"
PLAIN = {Notation.COMMA: r"-?[0-9]++(?:,[0-9]++)?", Notation.POINT: WHOLE}


@dataclass(frozen=True)
class Numbers:
    """How the cells of one number column are read."""

    field: Field
    units: Units
    notation: Notation
    choice: str
    may_be_share: bool

    @cached_property
    def _plain(self) -> re.Pattern[str]:
        """What most cells look like."""
        return re.compile(WHOLE if self.field.type == "integer" else PLAIN[self.notation])

    @cached_property
    def _plain_column(self) -> re.Pattern[str]:
        return re.compile(f"(?:(?:{self._plain.pattern})?{SEPARATOR})*+")

    def at_once(self, column: Sequence[str]) -> list[str] | None:
        """A column in which every cell is empty or a plain number; None when one is not."""
        together = SEPARATOR.join(column) + SEPARATOR
        if not self._plain_column.fullmatch(together):
            return None
        texts = together.replace(",", ".").split(SEPARATOR)[:-1]
        return texts if len(texts) == len(column) else None

    def __call__(self, raw: Raw) -> ReadCell | str:
        if isinstance(raw, (int, float)):
            return self._typed(raw)
        text = shown(raw)
        if self._plain.fullmatch(text):
            return text.replace(",", ".")
        found = self._number(text)
        if found.value:
            return found.value
        return sign(text, self._dash) or self._amount(text) or self._unread(text, found)

    def _typed(self, raw: float) -> ReadCell | str:
        """A number of a workbook; a part of one may be meant in percent."""
        value = digits(raw)
        if not math.isfinite(raw):
            return ReadCell(value, finding=FindingKind.NUMBER, expected=EXAMPLE)
        if self.may_be_share and 0 < raw <= 1 and self.field.type == "number":
            return ReadCell(value, amount=Amount(value, is_share=True))
        return value

    @property
    def _dash(self) -> RepairKind:
        """What a dash says: nothing where something is measured; no age and no paragraph is none."""
        return RepairKind.SIGN_EMPTY if self.field.type == "integer" else RepairKind.SIGN_ZERO

    def _number(self, text: str) -> Number:
        if self.field.type == "integer":
            return Number(whole(text, self.notation))
        return read(text, self.notation, self.choice)

    def _amount(self, text: str) -> ReadCell | None:
        """A number with a hedge, a range, a bracket or a unit; None for all else."""
        if len(text) > MOST_CHARACTERS:
            return None
        rest, certainty = PRICE_DASH.sub("", text), ""
        repair = RepairKind.UNIT
        if (marked := MARK.fullmatch(rest)) and (mark := marked["before"] or marked["behind"]):
            rest, certainty, repair = marked["amount"], MARKS[mark], RepairKind.HEDGE
        if bracket := BRACKET.fullmatch(rest):
            rest, certainty, repair = bracket[1], "about", RepairKind.BRACKET
        if hedge := HEDGE.match(rest):
            rest, certainty, repair = (
                rest[hedge.end() :],
                CODES[hedge["word"].casefold()],
                RepairKind.HEDGE,
            )
        span = RANGE.fullmatch(rest)
        parts = [self.units.split(part) for part in (span.group("low", "high") if span else [rest])]
        units = {unit for _, unit in parts if unit}
        numbers = [self._number(amount) for amount, _ in parts]
        if any(each.doubt for each in numbers):
            return ReadCell(text, doubt=next(each.doubt for each in numbers if each.doubt))
        if len(units) > 1 or not all(each.value for each in numbers):
            return None
        repair = RepairKind.RANGE if span else repair
        low, high, *_ = *(each.value for each in numbers), ""
        unit = next(iter(units), "")
        return ReadCell(text, amount=Amount(low, high, certainty, unit, repair))

    def _unread(self, text: str, found: Number) -> ReadCell:
        if found.doubt:
            return ReadCell(text, doubt=found.doubt)
        if self.field.type == "integer":
            return ReadCell(text, finding=FindingKind.INTEGER)
        if (scaled := SCALED.fullmatch(text)) and (full := self._written_out(scaled)):
            return ReadCell(text, finding=FindingKind.SCALED, expected=full)
        return ReadCell(text, finding=FindingKind.NUMBER, expected=found.suggestion or EXAMPLE)

    def _written_out(self, scaled: re.Match[str]) -> str:
        """57 in thousands as 57000, both where it can be two numbers; empty when it is none."""
        amount = HEDGE.sub("", scaled["amount"].strip(), count=1)
        power = exponent(scaled["scale"])
        choices = ("decimal", "thousands") if self._number(amount).doubt else (self.choice,)
        values = (read(amount, self.notation, choice).value for choice in choices)
        written = [f"{Decimal(value).scaleb(power):f}" for value in values if value]
        return " oder ".join(written).replace(".", ",")


def as_share(amount: Amount) -> str:
    """0.75 as 75 (percent)."""
    return digits(round(float(amount.low) * 100, 12))
