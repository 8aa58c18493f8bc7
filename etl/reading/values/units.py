"""Units that people write behind or before a number: 75 %, 7.000 €, 65 Jahre, 1,9 VZÄ."""

import re
from collections.abc import Iterator
from itertools import product

from etl.reading.values.names import normal
from kim.tables import Field, Table

PERCENT = "percent"
EURO = "eur"
UNIT = "unit"
OWN = "own"
WORDS = {
    "%": PERCENT,
    "prozent": PERCENT,
    "v. h.": PERCENT,
    "€": EURO,
    "euro": EURO,
    "eur": EURO,
    "stelle": "posts",
    "vzä": "posts",
    "vollzeitstellen": "posts",
    "person": "persons",
}
SCALES = {
    "t€": 3,
    "t €": 3,
    "teur": 3,
    "teuro": 3,
    "t euro": 3,
    "k€": 3,
    "tsd": 3,
    "tausend": 3,
    "mio": 6,
    "million": 6,
    "millionen": 6,
    "mrd": 9,
    "milliarde": 9,
    "milliarden": 9,
}
"""Words for a power of ten -> the power."""
LONGEST_FIRST = "|".join(map(re.escape, sorted(SCALES, key=len, reverse=True)))
SCALE = re.compile(rf"({LONGEST_FIRST})\.?(\s*(€|euro|eur))?", re.IGNORECASE)
SCALED = re.compile(rf"(?P<amount>.*[0-9])\s*(?P<scale>{SCALE.pattern})", re.IGNORECASE)
WRITTEN = {PERCENT: "Prozent", EURO: "Euro", "posts": "Stellen", "persons": "Personen"}


MONEY = ("Euro", "€", "EUR")
PER, EACH_YEAR = (" je ", " pro ", "/", " / "), (" p.a.", " p. a.", " jährlich", " im Jahr")


def _spellings(label: str) -> Iterator[str]:
    """A unit as people write it: "Euro je Jahr" also as "€/Jahr", "EUR pro Jahr", "€ p. a."."""
    for money, per in product(MONEY, PER):
        written = label.replace("Euro", money).replace(" je ", per)
        yield from {written, written.replace(" und ", per)}
    if label.endswith(" je Jahr"):
        yield from (
            label.replace("Euro", money).replace(" je Jahr", each)
            for money, each in product(MONEY, EACH_YEAR)
        )


def exponent(words: str) -> int:
    """The power of ten that words such as "T€" or "Mio. €" stand for; 0 when they do not."""
    found = SCALE.fullmatch(words)
    return SCALES[found[1].casefold()] if found else 0


class Units:
    """The units that a number column of a table may name, and the column that holds them.

    `EURO` stands for some unit in Euro, `OWN` for the one that the column always has.
    """

    def __init__(self, table: Table, field: Field) -> None:
        units = next((f.vocabulary for f in table.fields if f.name == UNIT), {})
        self.allowed = units if field.type == "number" else {}
        self.column = UNIT if self.allowed else ""
        words = {
            normal(written): code
            for code, label in self.allowed.items()
            for written in _spellings(label)
        } | WORDS
        if field.unit:
            words[normal(field.unit)] = OWN
        self._words = words
        longest = sorted(words, key=len, reverse=True)
        choice = "|".join(map(re.escape, longest))
        self._behind = re.compile(rf"(?P<amount>.*[0-9)])\s*(?P<unit>{choice})", re.IGNORECASE)
        self._before = re.compile(r"(?P<unit>€|EUR|Euro)\s*(?P<amount>[0-9(].*)", re.IGNORECASE)

    def split(self, text: str) -> tuple[str, str]:
        """The amount and its unit; the unit is empty when none is named."""
        found = self._behind.fullmatch(text) or self._before.fullmatch(text)
        if found is None:
            return text, ""
        return found["amount"], self._words.get(normal(found["unit"]), "")

    def written(self, unit: str) -> str:
        """The unit in German."""
        return self.allowed.get(unit) or WRITTEN.get(unit, unit)

    def fits(self, unit: str, given: str) -> bool:
        """Whether a number in this unit may stand in a row that gives its unit so."""
        if unit in {"", OWN}:
            return True
        if unit == EURO:
            is_money = any(code.startswith(EURO) for code in self.allowed)
            return is_money and (not given or given.startswith(EURO))
        return unit in self.allowed and given in {"", unit}

    def filled(self, unit: str, given: str) -> str:
        """What the row's unit is then: Euro alone does not say per what."""
        return given if unit in {"", OWN, EURO} else unit
