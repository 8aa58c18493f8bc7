"""How numbers read in German, and the nouns behind them."""

from string import Formatter

from babel.numbers import format_decimal

from kim.german_dates import LOCALE

ONE = "1"


def number(value: float) -> str:
    """1234.5 as "1.234,5"; at most three decimals, none added."""
    return str(format_decimal(value, locale=LOCALE))


def counted(value: float | str, one: str, many: str) -> str:
    """A number (or its words) before its noun: "1 Angabe", "0 Angaben", "1.234 Angaben"."""
    said = value if isinstance(value, str) else number(value)
    return f"{said} {one if said == ONE else many}"


class Counting(Formatter):
    """Fills in braces; behind a colon stands a noun for one and for many: "{rows:Angabe|Angaben}"."""

    def format_field(self, value: object, spec: str) -> str:
        """The value in words, with its noun where the braces name one."""
        one, is_counted, many = spec.partition("|")
        if is_counted and isinstance(value, int | float | str):
            return counted(value, one, many)
        return str(super().format_field(value, spec))
